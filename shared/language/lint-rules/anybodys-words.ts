import type { Lang } from "../../complaint/ids.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that stand in any reply to anybody: `whole` as they are, `beginnings` with whatever follows. */
type AnybodysWords = { readonly whole: ReadonlySet<string>; readonly beginnings: ReadonlySet<string> };

/** What is left of a reply without these is about this writer. Words under three letters are not counted at all. */
export const anybodysWords: Readonly<Record<Lang, AnybodysWords>> = {
  en: {
    whole: words(
      "a about able again all also always and any anything are back bad been being both but can cannot case could day did does doing done don't each else even ever every for from get getting give given going good got great had has have having hear hello her here hey him his how i'd i'll i'm i've into isn't it's its just keep know let let's like link long look made make many may maybe mean more most much must need needed not note now off okay one only other our ours out over own part please put really right said same see seen send shall she should some soon still sure take team than thank thanks that that's the their them then there there's these they thing things this those through time times today together too try us use used very via want was way we'd we'll we're we've well were what what's when where which while who why will wish with within won't would yes yet you you'd you'll you're you've your yours via via link below above asap",
    ),
    beginnings: words(
      "address advis advice agent answer apolog appreciat assist attent aware best brief bring bring cas chance chat check clarif comment communicat concern confus contact continu cooperat customer dear deep detail direct disappoint discuss email e-mail ensur escalat exact experienc explain feedback feel felt find follow form forward frustrat further genuin glad guest guid happen happy hard hear help hesitat hope import improv inbox inconvenien inform inquir instruct interest intern investigat invit involv issue kind learn listen look manag matter member mention messag mess moment number offer opportun options order-number patien person phone pleas possib post priorit privat problem provid question quick reach read realis realiz reason receiv refer regard regret relat relevant repl report request resolv resolut respect respond respons review send servic shar sincer situat soon sorry specif staff standard step support swift talk tell thank thought touch troubl truly try understand unfortun updat upset urgent valu via visit volum wait-time welcom wonder work worry write",
    ),
  },
  fi: {
    whole: words(
      "aina ajan ehkä eikä ei emme enää että heille hei heti hän ihan itse jo joka jos jota juuri kaikki kanssa kautta koska kuin kun kuten kyllä lisää me meidän meille meitä meihin minkä minulle missä mistä mitä miten moi mukaan mutta myös ne niin noin nyt näin oli olit olet olette ole olemme olla olen ollut olisi on onko ovat pian pitää saa saada se sekä sen siis siitä sinulle sinua sinun sinut sitten sitä tai tapauksessa teidän teidät teille teitä terve toki tämä tämän tästä tätä vain vaan vielä voi voimme voisitko voit voitko voitte vuoksi yhä yli",
    ),
    beginnings: words(
      "aiheut anteeksi apu apua asia asioi asiakas asiakkaa asiakaspalv auta auttaa epämukav haitta harmi henkilökun huomi hyvä ikävä ilmoit ilo inbox jatko jätt kehit kerro kiit kirjoit kohda kokemu korja käsit käsitt käännö laatu laita laitt lisätie luott lähet mahdollis mielipaha mielellä mielipi nopeas odot olosuht ongelm ota ottaa ottakaa ottamaan otamme palaut palvel pahoit pahoillam parhaamme pidämme pyri pyyd saamme selvit selvitt tapahtu tarkast tarkist tarkem tavoit tieto tiedo tietoj tiimi tilann tuki toivo tuntu tärke tyytyv täyt ulkopuol uudel uudest valitett valit varmist vasta viest vika virhe yhteydenot yhteyd yhteyt yksityis ymmär yritä",
    ),
  },
  sv: {
    whole: words(
      "all alla allt alltid att av bara bli blir blev både den denna dess det detta dig din dina ditt du där då efter ej eller en er era ert ett fick fått för från får gärna går ha har hade hej henne här hos hur han i in inte ju kan kunde kom man med men mer mig min mitt mot mycket måste ner ni nu när någon något några och också om oss på redan sig sin sitt ska skulle som så såklart till tills under upp ut utan var varit vad varje vara varför vi vid vill vilket vår våra vårt väl är även över",
    ),
    beginnings: words(
      "angel allvar ansvar använd beklag behöv berätt besvik besvär beskriv bäst bäter eventuel fall felet fråg framför fört förstå förklar förtroend förlåt förbättr genast givet glad gäll hantera hjälp hoppa hända händ hänt hör information inbox inkorg komma kontakt kundservic kundtjän kund lednin ledsen lös lyssn meddel mejl medarbet missnöj möjlig olägenh omedelb ordn oroa personal persondel prata privat problem rapport respons rätta saken sak samtal se ser service situation skick skriv snabb snarast snart strax svar synd synpunkt tack tala team tidigare tillbaka titta tråkig tycker tyvärr tänk undersök upplev uppmärk uppfatt uppskatt ursäkt vidare viktig vänlig ärend återkom åsikt åtgärd",
    ),
  },
};
