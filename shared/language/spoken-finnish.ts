import { keptByWord } from "./kept-words.ts";
import type { Reading, Token } from "./tokens.ts";

/** Words of speech and dialect that no rule of sound leads to, with what the written language has for them. */
const BOOK_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    "en:<no> et:<no> mä:minä mää:minä mie:minä miä:minä mnää:minä mun:minun mua:minua mulla:minulla mulle:minulle multa:minulta " +
    "miun:minun miulla:minulla miulle:minulle minnuu:minua moon:olen " +
    "sä:sinä sää:sinä sie:sinä siä:sinä sun:sinun " +
    "me:me myö:me työ:te tet:te teijän:teidän teiän:teidän teirän:teidän teitin:teidän teil:teillä teilt:teiltä " +
    "tei:teidän teheltä:teiltä teheltäkin:teiltä tehellä:teillä teille:teille teiltäki:teiltä teilläki:teillä " +
    "meijän:meidän meiän:meidän meirän:meidän meil:meillä meilt:meiltä " +
    "oon:olen oot:olet oo:ole ollaan:olemme ootte:olette ol:oli oltii:oltiin ois:olisi oisi:olisi olis:olisi " +
    "ovat:ovat on:on ei:ei eioo:ei eijoo:ei eijjoo:ei eikä:eikä eipä:ei eihän:ei eikai:ei enpä:en emmää:en emmä:en " +
    "enmä:en enkä:enkä emmekä:emmekä ettei:ei etten:en jottei:ei  miksei:ei elä:älä elekee:älkää " +
    "elekkee:älkää älekkee:älkää älkääs:älkää " +
    "ku:kun/kuin ko:kun/kuin nii:niin sit:sitten sitte:sitten ny:nyt iha:ihan eile:eilen eilä:eilen tänää:tänään " +
    "kans:kanssa kaa:kanssa joskus:joskus vielki:vielä viel:vielä vieläki:vieläkin viäl:vielä viälä:vielä " +
    "enää:enää ennee:enää ees:edes eres:edes tääl:täällä täälläki:täälläkin siel:siellä siälä:siellä " +
    "sielä:siellä tuol:tuolla jottain:jotain mittää:mitään mittään:mitään kettään:ketään " +
    "mut:mutta muttei:mutta/ei uus:uusi uuen:uuden uuet:uudet mist:mistä ketkä:ketkä joku:joku " +
    "yä:yö yäl:yöllä yällä:yöllä yks:yksi kaks:kaksi viis:viisi kuus:kuusi seittemän:seitsemän kaheksan:kahdeksan yheksän:yhdeksän " +
    "kymmene:kymmenen kymppi:kymmenen pari:pari viimenen:viimeinen viiminen:viimeinen viimine:viimeinen viimeset:viimeiset viimesen:viimeisen viimestä:viimeistä viimeseks:viimeiseksi viimeseksi:viimeiseksi viimene:viimeinen ensimmäinen:ensimmäinen " +
    "takas:takaisin takasi:takaisin takasin:takaisin takkaisin:takaisin kotio:kotiin " +
    "männä:mennä mäni:meni män:meni meni:meni tul:tuli tulloo:tulee tuu:tule tuun:tulen tuut:tulet tuutte:tulette " +
    "ostan:ostan osta:osta sano:sanoi sannoo:sanoo sanos:sanoisi pitäs:pitäisi pitäis:pitäisi vois:voisi " +
    "kattoo:katsoo kato:katso kahto:katsoi kahtoo:katsoo katto:katsoi tarttee:tarvitsee tarvii:tarvitsee " +
    "oottaa:odottaa ootella:odotella oottelin:odottelin ootellaan:odotellaan oottanut:odottanut oottanu:odottanut " +
    "ootan:odotan oottelen:odottelen ootin:odotin ootettu:odotettu oottaan:odotetaan ootetaan:odotetaan " +
    "ootellu:odotellut ootella:odotella oottelee:odottelee " +
    "tiiä:tiedä tiä:tiedä tierä:tiedä tiiän:tiedän tiiättekö:tiedättekö nään:näen nähä:nähdä tehä:tehdä " +
    "maha:maha mahu:mahdu ehi:ehdi ehitty:ehditty saaha:saada käyä:käydä syyä:syödä juua:juoda viiä:viedä " +
    "velotettu:veloitettu velotettiin:veloitettiin velotti:veloitti velottaa:veloittaa velotatte:veloitatte " +
    "ilmotti:ilmoitti ilmotettiin:ilmoitettiin varotan:varoitan varotus:varoitus lähteny:lähtenyt lähdi:lähti " +
    "lähren:lähden lähe:lähde lähetään:lähdetään varottakaa:varoittakaa varotettu:varoitettu ilmotus:ilmoitus jääpi:jää tuot:tuotte teit:teitä meit:meitä teist:teistä meen:menen mee:mene männään:mennään mäne:mene mult:minulta mul:minulla mullaki:minullakin ens:ensi seuraavaks:seuraavaksi viimeks:viimeksi tote:totta tän:tämän tää:tämä täl:tällä täst:tästä tost:tuosta tos:tuossa tota:tuota siit:siitä niit:niitä näil:näillä näilt:näiltä ain:aina sinnek:sinne siäl:siellä kellekään:kenellekään kellekkään:kenellekään kelleen:kenellekään kattomaan:katsomaan kattelemaan:katselemaan kattella:katsella kattoa:katsoa katotaan:katsotaan kattokaa:katsokaa sanottii:sanottiin vaihan:vaihdan vaiha:vaihda vaihetaan:vaihdetaan vaihettiin:vaihdettiin vaihron:vaihdoin vaihoin:vaihdoin vaihettu:vaihdettu lopetettii:lopetettiin toisten:toisten iskä:isä mutsi:äiti faija:isä lährei:lähti lähdin:lähdin rikkinäine:rikkinäinen rempallaan:rikki " +
    "samaa:samaa samma:sama justiisa:juuri just:juuri "
  )
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split(":"))
    .map(([spoken = "", book = ""]) => [spoken, book.split("/").filter((word) => word !== spoken)]),
);

/**
 * How speech and dialect turn the sounds of the written language, told from the spoken side. Each is tried alone
 * and after each other; a form that is no word does no harm, since no saying holds it.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // "tullu", "näkyny", "päässy"
  [/(?<=..)([nlsr])([uy])$/u, "$1$2t"],
  // "hajos", "katkes"
  [/(?<=...[aeiouyäö])s$/u, "si"],
  // "puuttu", "jatku"
  [/(?<=...)([uy])$/u, "$1i"],
  // "viikkoo", "reikii", "kauheeta"
  [/oo$/u, "oa"],
  [/öö$/u, "öä"],
  [/uu$/u, "ua"],
  [/ii$/u, "ia"],
  [/ee(?=$|ta$|tä$)/u, "ea"],
  // "hyllys", "kassal"
  [/(?<=[aeiou])(s|l)$(?<=..[aou].*.)/u, "$1$1a"],
  [/(?<=[äöyei])(s|l)$/u, "$1$1ä"],
  // "mittään", "numerroo"
  [/([bdghjklmnprstv])\1(?=aa|ää|oo|öö|uu|yy|ee|ii)/gu, "$1"],
  // "poekki", "kaekki", "väestää"
  [/oe(?=[^aeiouyäö])/u, "oi"],
  [/ae(?=[^aeiouyäö])/u, "ai"],
  [/äe(?=[^aeiouyäö])/u, "äi"],
  // "suatu", "piässä"
  [/ua/u, "aa"],
  [/[ie]ä/u, "ää"],
  // "siälä", "yä", "tua"
  [/iä/u, "ie"],
  [/yä/u, "yö"],
  [/ua/u, "uo"],
  // "kolomas", "kylymä", "vanaha": a vowel that dialects repeat after l, n, r and h
  [/(?<=([aeiouyäö])[lnrh])\1(?=[mpkvjhg])/u, ""],
  // "vihasena", "toesella"
  [/(?<=...)(s[et])/u, "i$1"],
];
const SHORTEST = 4;
const MOST_FORMS = 16;

function bookForms(word: string): string[] {
  const forms = new Set<string>();
  for (const book of BOOK_WORDS.get(word) ?? []) forms.add(book);
  if (word.length >= SHORTEST) {
    for (const [sound, written] of SOUNDS) forms.add(word.replace(sound, written));
    for (const form of [...forms]) {
      for (const book of BOOK_WORDS.get(form) ?? []) forms.add(book);
      for (const [sound, written] of SOUNDS) {
        if (forms.size < MOST_FORMS && form !== word) forms.add(form.replace(sound, written));
      }
    }
  }
  forms.delete(word);
  return [...forms];
}

const formsOf = keptByWord((word) => bookForms(word), true);

function withForms(token: Token): Token {
  if (token.kind !== "word") return token;
  const forms = formsOf(token.word, token.note);
  return forms.length === 0 ? token : { ...token, forms };
}

/** A Finnish text with, beside each spoken or dialect word, what the written language may have for it. Linear. */
export const withBookForms = (reading: Reading): Reading => ({
  ...reading,
  tokens: reading.tokens.map(withForms),
});
