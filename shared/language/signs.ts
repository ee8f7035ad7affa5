import type { Lang } from "../complaint/ids.ts";
import { bindPhrases, compileGrammar, findPhrases, isNegated, type PhraseBook } from "./phrases.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading } from "./tokens.ts";

type Sign = "irony" | "join-in" | "no-complaint";

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
    ],
  },
  "no-complaint": {
    en: ["not a complaint", "just joking|kidding", "no complaints|complaint|problem|problems|worries|issues"],
    fi: ["ei valittamista|valitettavaa|moitittavaa|mitään moitittavaa?", "vitsi vitsi"],
    sv: ["inget att klaga|anmärka", "inga klagomål", "skämt åsido"],
  },
};

const SIGN_NAMES: readonly Sign[] = ["irony", "join-in", "no-complaint"];
const bookOf = (lang: Lang): PhraseBook<Sign> =>
  bindPhrases(
    SIGN_NAMES.flatMap((id) => SIGNS[id][lang].map((saying) => ({ id, phrase: compileGrammar(saying) }))),
  );
const BOOKS: Readonly<Record<Lang, PhraseBook<Sign>>> = {
  en: bookOf("en"),
  fi: bookOf("fi"),
  sv: bookOf("sv"),
};

const IRONIC_EMOJI = new Set([..."🙄🙃🤡👏😒😏"]);
/** A join-in is short; a long comment tells its own story. */
const LONGEST_JOIN_IN = 14;

const has = (reading: Reading, lang: Lang, sign: Sign): boolean =>
  findPhrases(BOOKS[lang], reading.tokens).some(
    (f) => f.id === sign && (f.phrase.negates || !isNegated(reading.tokens, f.first)),
  );

/**
 * Praise that may be meant the other way: set words of irony or an ironic emoji beside a failure or a denial.
 * A sign, not a verdict: the best published detectors are right six times in ten, so a person looks.
 */
export function mayBeIrony(reading: Reading, lang: Lang, features: ComplaintFeatures): boolean {
  const praised = features.praise + features.thanks > 0;
  const failed =
    features.failure + features["success-denied"] + features.verdict + features.waiting + features.situation >
    0;
  const set = has(reading, lang, "irony");
  const emoji = reading.emoji.some((e) => IRONIC_EMOJI.has(e));
  return (set && failed) || (praised && emoji) || (set && emoji);
}

/** "Same here", "+1", "sama täällä", "samma här": another's matter is the writer's too. */
export function joinsIn(reading: Reading, lang: Lang, text: string): boolean {
  if (/^\s*(\+\s?1|👆|☝|💯|\^|🙋)/u.test(text)) return true;
  return reading.tokens.length <= LONGEST_JOIN_IN && has(reading, lang, "join-in");
}

export const saysNoComplaint = (reading: Reading, lang: Lang): boolean => has(reading, lang, "no-complaint");
