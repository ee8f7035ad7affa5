import type { Lang } from "../complaint/ids.ts";
import { bindPhrases, findPhrases, isNegated, type PhraseBook } from "./phrase-book.ts";
import { compileGrammar } from "./phrases.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading } from "./tokens.ts";

type Sign = "irony" | "join-in" | "no-complaint" | "planted" | "elsewhere" | "chat";

const SIGNS: Readonly<Record<Sign, Readonly<Record<Lang, readonly string[]>>>> = {
  irony: {
    en: [
      "thanks|thank|cheers ~ for nothing|ruining|losing|wasting|ignoring|breaking|cancelling|canceling|charging|leaving|making|keeping|hanging|not|another|letting|lying",
      "great|nice|good|excellent|brilliant|fantastic|top|stellar|wonderful|lovely job|work|service|start|going|one losing|breaking|ruining|again|as|not|cancelling|ignoring|charging|guys",
      "just great|perfect|brilliant|lovely|wonderful|fantastic|what",
      "oh great|good|joy|wonderful|lovely|look|brilliant|how",
      "yeah right",
      "slow clap",
      "way to go",
      "well done for|on losing|ruining|breaking|not",
      "love|loving how|when|it|that you|my|your|i",
      "so much for",
      "congratulations|congrats|bravo ~ for|on|you",
      "how nice|lovely|kind|generous of you",
      "what a great|wonderful|lovely|fantastic|brilliant service|way|experience|company|surprise",
      "#sarcasm|#thanksfornothing|#irony|#not",
      "as always|usual",
      "outstanding|splendid|superb|stellar|marvellous|marvelous|impressive|exceptional|magnificent|phenomenal",
      "world|first|top class|notch",
      "#|five|six|ten|four stars",
      "ten|# out of ten|five|#",
      "chef kiss",
      "hats off",
      "round of applause",
      "standing ovation",
      "bravo",
      "outdone|surpassed|excelled yourselves|yourself",
      "what splendid|wonderful|excellent|superb|great|lovely|fine|fantastic|amazing|a? customer|service|care|way|work",
      "only|just|mere|merely #|two|three|four|five|nineteen|twenty|thirty|forty|fifty days|weeks|months|late",
      "thrilled|delighted|overjoyed to|that|with",
      "so kind|thoughtful|generous of",
      "love being|waiting|standing|paying|that",
    ],
    fi: [
      "kiitos|kiitti|kiitokset ~ kolmas|neljäs|ei|tyhjästä|vaan|taas|pilasitte|pilatusta|jälleen",
      "hienoa|hieno|upeaa|loistavaa|mahtavaa|bravo|hyvä ~ taas|jälleen|palvelua|asiakaspalvelua|homma|työtä|toimintaa|duunia",
      "no niin|onhan",
      "kiva|mukava|ihana ~ että|kun|taas|jälleen",
      "kylläpä|onpa|onpas|olipa|olipas",
      "aplodit|onnittelut|onneksi olkoon",
      "niinku|niinpä aina|tietysti",
    ],
    sv: [
      "tack ~ för ingenting|inget|att|ännu",
      "bra|snyggt|fint|strålande|lysande|grymt jobbat|gjort|jobb|service|att",
      "bravo|grattis|applåder",
      "jättekul|toppen|härligt|kul|underbart ~ att|när|igen",
      "som vanligt|alltid",
      "strålande|lysande|suveränt|imponerande|fenomenalt|mästerligt|enastående",
      "toppen|underbart|härligt|fantastiskt|snyggt|kanon service|jobbat|betyg|jobb",
      "fem|tio|#|sex stjärnor",
      "tio|# av tio|fem|#",
      "hatten av",
      "överträffar|överträffat er själva",
      "bara tre|två|fyra|fem|sex|# veckor|dagar|månader|timmar",
      "vilken service|underbar|fantastisk|lysande|strålande|kundvård",
    ],
  },
  "join-in": {
    en: [
      "same here|problem|issue|thing|with|for|story|happened|experience|boat",
      "me too|as|also",
      "me|us neither",
      "us too",
      "happened|happens|happening to me|us",
      "i am? having|got|had|have the|that|this same|exact",
      "likewise|ditto|samesies",
      "same",
      "also|too ~ here",
      "i second this|that",
      "you are not alone|the only",
      "not just|only you|me",
      "exactly this|the|my",
      "this|so true",
      "agree|agreed|seconded",
      "and|so mine|ours|did|has|is mine|ours?",
      "mine|ours too|also|as|either|neither|did",
      "same at|on|as|over",
      "exactly ~ what happened|same|like|this",
      "snap",
    ],
    fi: [
      "sama|samaa|samoin|samat|sama juttu|ongelma|homma|vika|kokemus täällä|meillä|mulla|minulla|täälläkin",
      "sama|samaa|samoin täällä|täälläkin|meillä|meilläkin|mulla|mullakin|minulla|minullakin|juttu|vika|ongelma|kokemus|kokemuksia|havainto|homma|tapahtui|kävi|tilanne|laulu",
      "täällä|meillä|mulla|minulla sama|samaa|samoin|myös",
      "samoin",
      "sama",
      "minäkin|mäkin|mullekin|minullekin|meillekin|mullakin|minullakin|meilläkin",
      "en minäkään|mäkään",
      "kävi|kävikin|tapahtui ~ mulle|minulle|meille|itselle",
      "komppaan|peesaan|peesi|allekirjoitan",
      "samaa mieltä",
      "täällä|meillä|minulla|tääl kanssa|toinen|yksi|yks|myös|samaa",
      "mulla|minulla|meillä|mulle|minulle|meille|itselle|itsellä|meidän ~ kävi ~ sama|samoin|noin|näin",
      "kävi|tapahtui ~ juuri|ihan? noin|näin|sama|samoin",
      "sama juttu|homma|vika|tilanne|laulu|ongelma ~ täällä|meillä|minulla|meidän",
      "minullakin|mullakin|meilläkin|minullekin|mullekin|meillekin ~ oli|kävi|tuli|jäi|meni",
      "täälläkin ~ odotetaan|odotellaan|sama|odottelen",
      "en ollut ainoa|ainut",
      "et ole ainoa|ainut|yksin",
      "älä muuta sano",
    ],
    sv: [
      "samma här|sak|problem|hos|för|med|upplevelse|historia|visa",
      "likadant|detsamma|likaså",
      "samma",
      "jag|vi|här också|med",
      "jag heller",
      "hände|hänt mig|oss|även",
      "håller med",
      "instämmer",
      "inte bara du|jag|ni",
      "jag har samma|också",
      "min|mitt|mina|vår|vårt|våra också|heller",
      "precis samma|likadant",
      "hos oss också|med|samma",
      "även hos|för mig|oss",
    ],
  },
  "no-complaint": {
    en: ["not a complaint", "just joking|kidding", "no complaints|complaint|problem|problems|worries|issues"],
    fi: ["ei valittamista|valitettavaa|moitittavaa|mitään moitittavaa?", "vitsi vitsi"],
    sv: ["inget att klaga|anmärka", "inga klagomål", "skämt åsido"],
  },
  planted: {
    en: [
      "system … must|assistant|treat|approve|approved",
      "assistant|bot|ai|chatbot|model reading|must|should",
      "you are now ~ bot|assistant|ai|model|free|allowed",
      "ignore|disregard|forget|override … instructions|rules|prompt|prompts … reply|respond|answer|say|write|output|print",
      "reply|respond|answer|output ~ with ~ words|word|approved|exactly",
      "mark|set ~ transfer|refund|case|customer as approved|verified|paid",
      "treat ~ customer|user|writer as verified|vip|manager",
    ],
    fi: [
      "unohda|unohtakaa|ohita|ohittakaa|sivuuta ~ sääntö*|säännöt|ohjeesi|ohjeet|ohjeenne|käskyt|aiemmat|edelliset",
      "olet|toimi|esitä ~ avulias|botti|bottina|tekoäly|tekoälynä|avustaja|kielimalli",
      "system|system: prompt|override",
    ],
    sv: [
      "glöm|ignorera|strunta … instruktioner|regler|anvisningar|prompt",
      "du är nu ~ bot|assistent|ai|robot",
      "assistenten|boten|ai|modellen som|måste|ska",
    ],
  },
  chat: {
    en: [
      "who is|else? coming|going|in|up|watching|playing|ready",
      "see you all? tonight|tomorrow|there|at|on",
      "happy monday|tuesday|wednesday|thursday|friday|weekend|everyone",
      "come on|you lads|girls|boys|reds|blues",
      "good luck to|everyone|lads|girls|today|tonight",
      "what a game|match|goal|derby|save|day|weather|sunset",
      "snow at|finally|everywhere",
      "anyone watching|up for|playing|going|fancy",
      "do you remember|recall when",
    ],
    fi: [],
    sv: [
      "vem|vilka ~ kommer|ska|hänger|tittar|spelar",
      "vi ses|syns",
      "trevlig|glad helg|fredag|lördag|söndag|sommar|midsommar|påsk",
      "heja|kämpa",
      "lycka till",
      "vilken match|mål|dag|derby|räddning|solnedgång",
      "äntligen snö|fredag|sommar|vinter",
      "minns du|ni",
    ],
  },
  elsewhere: {
    en: [],
    fi: [
      "katettu|katettuna|katettiin|katoin|katetaan|katan ~ laituri*|piha*|terassi*|mökki*|mökil*|puutarha*|parvekke*|kotona|nurm*|nuotio*",
    ],
    sv: [],
  },
};

const SIGN_NAMES: readonly Sign[] = ["irony", "join-in", "no-complaint", "planted", "elsewhere", "chat"];
const bookOf = (lang: Lang): PhraseBook<Sign> =>
  bindPhrases(
    SIGN_NAMES.flatMap((id) => SIGNS[id][lang].map((saying) => ({ id, phrase: compileGrammar(saying) }))),
  );
const BOOKS: Readonly<Record<Lang, PhraseBook<Sign>>> = {
  en: bookOf("en"),
  fi: bookOf("fi"),
  sv: bookOf("sv"),
};

const IRONIC_EMOJI = new Set([..."🙄🙃🤡😒😏"]);
/** A sentence that is only this, beside a failure, is seldom meant. */
const PRAISE_IN_A_WORD = new Set(
  (
    "lovely brilliant great nice super charming marvellous wonderful fantastic superb bravo cheers splendid classy " +
    "toppen härligt underbart snyggt strålande fantastiskt kanon bravo lysande trevligt"
  ).split(" "),
);

const praisesInAWord = ({ tokens }: Reading): boolean =>
  tokens.some(
    ({ word, sentence }, at) =>
      PRAISE_IN_A_WORD.has(word) &&
      tokens[at - 1]?.sentence !== sentence &&
      tokens[at + 1]?.sentence !== sentence,
  );
/** A join-in is short; a long comment tells its own story. */
/** Letters by which two forms of a long word are known as one. */
const LONG_STEM = 9;
const LONGEST_JOIN_IN = 14;
/** Unless it opens with a full "the same happened to me". */
const LONGEST_TOLD = 32;
const OPENING = 6;

const has = (reading: Reading, lang: Lang, sign: Sign): boolean =>
  findPhrases(BOOKS[lang], reading.tokens).some(
    (f) => f.id === sign && (f.phrase.negates || !isNegated(reading.tokens, f.first)),
  );

/**
 * Praise that may be meant the other way: set words of irony or an ironic emoji beside a failure or a denial.
 * A sign, not a verdict: the best published detectors are right six times in ten, so a person looks.
 */
export function mayBeIrony(reading: Reading, lang: Lang, features: ComplaintFeatures): boolean {
  if (features["put-right"] > 0) return false;
  const praised = features.praise + features.thanks > 0;
  const failed =
    features.failure + features["success-denied"] + features.verdict + features.waiting + features.situation >
    0;
  const set = has(reading, lang, "irony");
  const emoji = reading.emoji.some((e) => IRONIC_EMOJI.has(e));
  const applause = reading.emoji.includes("👏");
  return (
    ((set || applause || praisesInAWord(reading)) && failed) ||
    (praised && emoji) ||
    (set && (emoji || harps(reading)))
  );
}

/** The same long word three times: "crisp lettuce, leaves of crisp lettuce and stalk of crisp lettuce". */
function harps({ tokens }: Reading): boolean {
  const times = new Map<string, number>();
  for (const { word, kind } of tokens) {
    if (kind !== "word" || word.length < LONG_STEM) continue;
    const stem = word.slice(0, LONG_STEM);
    times.set(stem, (times.get(stem) ?? 0) + 1);
  }
  return [...times.values()].some((n) => n > 2);
}

/** "Same here", "+1", "sama täällä", "samma här": another's matter is the writer's too. */
export function joinsIn(reading: Reading, lang: Lang, text: string): boolean {
  if (/^\s*(\+\s?1|👆|☝|💯|\^|🙋)/u.test(text)) return true;
  if (reading.tokens.length <= LONGEST_JOIN_IN) return has(reading, lang, "join-in");
  return (
    reading.tokens.length <= LONGEST_TOLD &&
    findPhrases(BOOKS[lang], reading.tokens).some(
      (f) =>
        f.id === "join-in" && f.last > f.first && f.first < OPENING && !isNegated(reading.tokens, f.first),
    )
  );
}

/** Talk among people, with nothing for the brand in it. */
export const isChat = (reading: Reading, lang: Lang): boolean => has(reading, lang, "chat");

/** The text without the sentences that speak to a machine. */
export function withoutPlanted(reading: Reading, lang: Lang): Reading {
  const planted = new Set(
    findPhrases(BOOKS[lang], reading.tokens)
      .filter(({ id }) => id === "planted")
      .map(({ first }) => reading.tokens[first]?.sentence),
  );
  if (planted.size === 0) return reading;
  return { ...reading, tokens: reading.tokens.filter(({ sentence }) => !planted.has(sentence)) };
}

/** Words to the machine instead of to the brand. */
export const isPlanted = (reading: Reading, lang: Lang): boolean => has(reading, lang, "planted");

/** The brand's name taken as the common word that it also is. */
export const isPlaceOnly = (reading: Reading, lang: Lang): boolean => has(reading, lang, "elsewhere");

export const saysNoComplaint = (reading: Reading, lang: Lang): boolean => has(reading, lang, "no-complaint");
