import type { Lang } from "../complaint/ids.ts";
import { keptByWord } from "./kept-words.ts";
import { normalise } from "./normalise.ts";
import { type Reading, read } from "./tokens.ts";

/** What a text is written in, with how sure that is from 0 to 1. `other` is marked, never guessed. */
type Identified = { lang: "en" | "fi" | "sv" | "other"; sure: number };

type Tongue = "en" | "fi" | "sv" | "da" | "no" | "de" | "et" | "nl" | "fr" | "es" | "it" | "pl";

const words = (list: string): string[] => list.split(" ");

/**
 * The commonest short words of each language. A word counts for every language that holds it, shared among them,
 * so that "en", "i" or "for" say little and "och", "ikke" or "että" say much. The neighbours (Danish, Norwegian,
 * German, Estonian and others) are there to be told apart, never to be answered.
 */
const COMMON: Readonly<Record<Tongue, readonly string[]>> = {
  en: words(
    "son sons daughter kids older younger plays play both child children wife husband bought shoes size week last since years always pleased happy sorry bad luck good store shop order ordered delivery parcel wrong broken again same everyone terrible worst refund help the and you your to of is it in that was for on are with this have be my not they at but from we can me all so what when our out up just get how will would there been has had do does did why were more who them then their his her him its am an as or if by no one about which after now never please thanks thank still today service customer still i'm i've don't can't didn't won't it's any again she he us great good time new here because than only like back very got really also need want where been being some even order phone love too day way off over should could off see go going think know lol yes hi hello hey guys ok okay",
  ),
  fi: words(
    "aina tyytyväinen huono huonoa pettynyt paska surkea täälläkin meillä mulla tyhjästä palvelua loistavaa ja on ei että se en oli mutta kun niin myös ole sitten jos kuin nyt vain mitä tämä hän joka olen mikä minun minä sen siitä ovat eli tai kyllä voi vielä sitä sinä te me he teidän teille meidän jo kanssa mulle mun mua sun sä mä olla ollut siis aina missä miksi koska kaikki täällä siellä tuli sai eikä enää saa hyvä hyvin kiitos vaan tuo nämä ne niitä minulle sinulle ihan aivan taas eilen tänään huomenna sama samaa kuitenkin jotain joku kuka ette emme eivät itse paljon todella kai kerran oikein ostin tilasin sain pitää pitäisi olisi voisi ihmiset yksi jälkeen ennen ilman moi hei terve joo juu täysin hyvää päivää asiakas asiakkaana asiakaspalvelu palvelu tuote tilaus paketti kauppa kaupasta kaupassa mää mie miä oon oo ku nii sit sitte mut iha eile teil meil teijän meijän meille teiltä kävi noin näin viime viikolla tänne sinne myyjä kassalla lounas keitto ruoka perunat",
  ),
  sv: words(
    "alltid nöjd besviken service paket paketet affären butiken likaså samma och att det är som på inte jag av för med den till ett har om de var men så vi kan när han hon ni man från era er mitt min mig dig du efter vid där också eller nu fått får vill ska skulle bara mycket alla upp ut bli blir blev varit hade vara hur vad varför här igen aldrig utan över mer än sin sina sig dem dom detta denna dessa inga ingen inget någon något några hos oss vår vårt våra tack hej köpt köpte beställde samma ingenting två dåligt dålig bra jaha lunchen maten soppan kön kassan hyllan kvittot sidan pengarna butiken beställning enligt körde dit därifrån tillbaka äntligen först hemma bad fisk kött köttfärs veckor vecka månader dagar timmar bredvid ifrån tyvärr stod sade stort mejl mejlet leverans skorna cykeln jackan ses spåret fanns par varje kvar var inga grönsaker sallad snälla skickade betalade handlat kund kundtjänst ännu redan också även dock helt gick kommer komma sen eftersom tid dag idag igår imorgon väldigt sämsta bästa",
  ),
  da: words(
    "og at det er som på ikke jeg af for med den til et har om de var men så vi kan når han hun man fra jeres mit min mig dig du efter ved hvor også eller nu fået får vil skal skulle bare meget alle op ud blive bliver blev været havde være hvordan hvad hvorfor her igen aldrig uden over mere end sin sig dem dette denne disse ingen noget nogle hos os vores tak hej købt købte bestilte samme intet dårlig god kunde kundeservice allerede dog helt gik kommer meget godt sidste hvis eftersom",
  ),
  no: words(
    "og at det er som på ikke jeg av for med den til et har om de var men så vi kan når han hun man fra deres mitt min meg deg du etter ved hvor også eller nå fått får vil skal skulle bare mye alle opp ut bli blir ble vært hadde være hvordan hva hvorfor her igjen aldri uten over mer enn sin seg dem dette denne disse ingen noe noen hos oss vår takk hei kjøpt kjøpte bestilte samme ingenting dårlig bra kunde kundeservice allerede dog helt gikk kommer veldig siden hvis ei mei eg ikkje",
  ),
  de: words(
    "und der die das ist nicht ich zu es ein mit sie von den auf für im dem an auch als bei wie wir aber hat haben sich aus nach war noch nur oder wenn so kann mir mich mein meine ihr ihre euch euer schon wird werden einen eine einer einem kein keine sind was warum hier immer wieder bis über sehr mehr man da dann zum zur vom habe bin seit heute danke bitte kunde leider gut durch doch hallo wurde",
  ),
  et: words(
    "ja on ei et see ma ka mis kui oli aga siis ning ära kes oma seda nii mida tema või veel kas mul mulle sa te me nad olen ole pole kuid selle väga nüüd siin seal kõik juba sest kuidas miks ainult mitte enam saab sai pärast ilma tere aitäh palun hea klient teenindus ta neid need tuleb midagi üks kui palju täna homme eile olnud olema ostsin pood poest poes",
  ),
  nl: words(
    "de het een en van ik is dat niet op te in je met voor zijn er aan maar om als ook nog wel bij naar dan heb mijn wat geen jullie we ze hij zij hun kan waarom hier weer al uit meer was worden moet klant bedankt goed over door deze dit heeft hebben",
  ),
  fr: words(
    "le la les de des et un une est pas je que qui pour dans en sur avec vous nous il elle ils ne ce cette mon ma mes votre vos au aux du par plus mais ou où été suis êtes sont merci bonjour très bien comme tout c'est j'ai n'est client service",
  ),
  es: words(
    "el la los las de y que en un una es no por con para su se lo me mi al del como pero más muy ya este esta son está han hay nos les gracias hola bien todo cuando porque qué cliente servicio usted ustedes",
  ),
  it: words(
    "il lo la i gli le di e che un una è non per con in sono mi ho ha del della nel alla ma come più anche questo questa si ci vi grazie ciao molto tutto perché quando cliente servizio hanno",
  ),
  pl: words(
    "i w na nie to się że z do jest jak ale o po co tak za od już dla ja mi czy tylko być był była są ten ta mnie może bardzo dziękuję dzień klient obsługa",
  ),
};

/** Letters that only some of the languages write. */
const LETTERS: readonly { letter: RegExp; for: readonly Tongue[]; weight: number }[] = [
  { letter: /[æø]/u, for: ["da", "no"], weight: 2 },
  { letter: /õ/u, for: ["et"], weight: 3 },
  { letter: /ß/u, for: ["de"], weight: 3 },
  { letter: /ü/u, for: ["de", "et"], weight: 1.5 },
  { letter: /å/u, for: ["sv", "da", "no"], weight: 0.8 },
  { letter: /[ñ¿¡]/u, for: ["es"], weight: 2 },
  { letter: /[àèùçêœ]/u, for: ["fr", "it"], weight: 1 },
  { letter: /[łąęśżźćń]/u, for: ["pl"], weight: 2 },
  { letter: /[äö]/u, for: ["fi", "sv", "de", "et"], weight: 0.6 },
];

/** Strings inside words that are common in one language and rare in the others. */
const PIECES: readonly { piece: RegExp; for: readonly Tongue[]; weight: number }[] = [
  {
    piece:
      /(ää|öö|yy|uu|ii|kk|ssa|ssä|sta|stä|lla|llä|lle|nen|inen|isesti|tiin|ttiin|vat|vät|kaan|kään|mme|tte|isi)$/u,
    for: ["fi"],
    weight: 0.5,
  },
  { piece: /(yö|uo|ie|äy|öy|ää)/u, for: ["fi"], weight: 0.4 },
  { piece: /(ing|tion|ed|ly|ght|th|wh|ould|'s|n't)/u, for: ["en"], weight: 0.25 },
  { piece: /(ck|ning|het|erna|arna|orna|ade|nde|ligt|skt|sj|tj)$/u, for: ["sv"], weight: 0.4 },
  { piece: /(sch|ung|keit|lich|ein|cht|tz)/u, for: ["de"], weight: 0.4 },
  { piece: /(mine|sest|dest|ud|use|lt|ks|õ)$/u, for: ["et"], weight: 0.15 },
  { piece: /(ij|aa|oe|ee[nrl])/u, for: ["nl"], weight: 0.2 },
  { piece: /(hv|gj|kj|øy|skj)/u, for: ["no", "da"], weight: 0.5 },
];

const TONGUES: readonly Tongue[] = ["en", "fi", "sv", "da", "no", "de", "et", "nl", "fr", "es", "it", "pl"];

const WEIGHTS: ReadonlyMap<string, readonly { tongue: Tongue; weight: number }[]> = (() => {
  const holders = new Map<string, Set<Tongue>>();
  for (const tongue of TONGUES) {
    for (const word of COMMON[tongue]) holders.set(word, (holders.get(word) ?? new Set()).add(tongue));
  }
  const weights = new Map<string, { tongue: Tongue; weight: number }[]>();
  for (const [word, tongues] of holders) {
    weights.set(
      word,
      [...tongues].map((tongue) => ({ tongue, weight: 2 / tongues.size ** 1.5 })),
    );
  }
  return weights;
})();

/** Fewer words say too little: the caller's hints decide. */
const FEWEST_WORDS = 3;
/** Enough to know; the rest of a long text is not read. */
const WORDS_READ = 300;
/** Points ahead of the next language at which nothing is left to doubt. */
const CLEAR_LEAD = 6;
/** Of the letters of a text, at least so many are Latin; else it is in a script that nobody here reads. */
const LATIN_SHARE = 0.6;

/** What a word says: points for some of `TONGUES`, by their place there, and how many of its letters are Latin. */
type Word = { tongues: readonly number[]; points: readonly number[]; letters: number; latin: number };

/** Words recur, and a word always says the same. */
const sayingOf = keptByWord((word) => weigh(word), true);

function weigh(word: string): Word {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const said = new Map<number, number>();
  const add = (tongue: Tongue, weight: number) => {
    const at = TONGUES.indexOf(tongue);
    said.set(at, (said.get(at) ?? 0) + weight);
  };
  for (const { tongue, weight } of WEIGHTS.get(word) ?? []) add(tongue, weight);
  if (word.length > 2) {
    for (const { letter, for: tongues, weight } of LETTERS) {
      if (letter.test(word)) for (const tongue of tongues) add(tongue, weight / tongues.length ** 0.5);
    }
    for (const { piece, for: tongues, weight } of PIECES) {
      if (piece.test(word)) for (const tongue of tongues) add(tongue, weight);
    }
  }
  return { tongues: [...said.keys()], points: [...said.values()], letters, latin };
}

/** Points of some words of a text, added up. */
class Sum {
  readonly points = new Float64Array(TONGUES.length);
  words = 0;
  letters = 0;
  latin = 0;

  forget(): void {
    this.points.fill(0);
    this.words = 0;
    this.letters = 0;
    this.latin = 0;
  }

  addWord({ tongues, points, letters, latin }: Word): void {
    this.words++;
    this.letters += letters;
    this.latin += latin;
    for (let at = 0; at < tongues.length; at++) {
      const tongue = tongues[at] ?? 0;
      this.points[tongue] = (this.points[tongue] ?? 0) + (points[at] ?? 0);
    }
  }

  add({ points, words, letters, latin }: Sum): void {
    this.words += words;
    this.letters += letters;
    this.latin += latin;
    for (let at = 0; at < points.length; at++) this.points[at] = (this.points[at] ?? 0) + (points[at] ?? 0);
  }
}
/** Of the text and of the sentence that is being read: made once, since every text needs both. */
const ofText = new Sum();
const ofSentence = new Sum();

function judge({ points, words: count, letters, latin }: Sum): Identified {
  if (letters === 0) return { lang: "other", sure: 0 };
  if (latin < letters * LATIN_SHARE) return { lang: "other", sure: 1 };
  let best = 0;
  let second = -1;
  for (let at = 1; at < points.length; at++) {
    if ((points[at] ?? 0) > (points[best] ?? 0)) {
      second = best;
      best = at;
    } else if (second < 0 || (points[at] ?? 0) > (points[second] ?? 0)) second = at;
  }
  const most = points[best] ?? 0;
  if (most === 0) return { lang: "other", sure: 0 };
  const lead = most - (points[second] ?? 0);
  const sure = Math.min(1, lead / CLEAR_LEAD + (lead > 0 ? 0.15 : 0));
  const tongue = TONGUES[best];
  const lang = tongue === "en" || tongue === "fi" || tongue === "sv" ? tongue : "other";
  return { lang, sure: count < FEWEST_WORDS ? Math.min(sure, 0.3) : sure };
}

/** A sentence that is surely in another language than the rest is read in that one too. */
const SENTENCE_SURE = 0.3;

/**
 * Tell English, Finnish and Swedish from each other and from their neighbours.
 * Handles, hashtags and addresses are passed over. Under three words the answer is at best a guess: `sure` ≤ 0.3.
 * A text in a script other than Latin is `other`. Linear, and bounded to the first 300 words.
 * `langs` are the languages of ours that single sentences are surely in; for reading grave words in mixed posts.
 */
export function identify({ tokens }: Reading): Identified & { langs: Set<Lang> } {
  const langs = new Set<Lang>();
  let read = 0;
  let at = -1;
  ofText.forget();
  ofSentence.forget();
  const close = () => {
    if (ofSentence.words === 0) return;
    const { lang, sure } = judge(ofSentence);
    if (lang !== "other" && sure >= SENTENCE_SURE) langs.add(lang);
    ofText.add(ofSentence);
    ofSentence.forget();
  };
  for (const token of tokens) {
    if (token.kind !== "word") continue;
    if (read++ >= WORDS_READ) break;
    if (token.sentence !== at) close();
    at = token.sentence;
    ofSentence.addWord(sayingOf(token.word, token.note));
  }
  close();
  return { ...judge(ofText), langs };
}

/** The language of a text as it was written; see `identify`. */
export const identifyLanguage = (text: string): Identified => {
  const { lang, sure } = identify(read(normalise(text.slice(0, 8_000))));
  return { lang, sure };
};

type LangHints = { priorLang?: Lang; pageLang?: Lang; channelLangHint?: Lang };

/** From here on a text in one of our languages is believed against every hint. */
const BELIEVED = 0.25;
/** A neighbour language must be clearer, or a short Finnish text with a rare word would be sent away. */
const NEIGHBOUR_BELIEVED = 0.35;

/**
 * The language of a text, with the hints for where it says too little: the writer's earlier language, then the
 * page's, then the channel's. Without any hint a weak guess stands. A text in another script or clearly in a
 * neighbour language stays `other`, whatever the hints say.
 */
export function chooseLang({ lang, sure }: Identified, hints: LangHints): Identified {
  if (sure >= (lang === "other" ? NEIGHBOUR_BELIEVED : BELIEVED)) return { lang, sure };
  const hint = hints.priorLang ?? hints.pageLang ?? hints.channelLangHint;
  return hint === undefined ? { lang, sure } : { lang: hint, sure: Math.max(sure, 0.3) };
}
