import type { CueFound } from "./cues.ts";
import type { Said } from "./grammar.ts";
import { isNegated } from "./phrase-book.ts";
import type { SayingFeature } from "./sayings.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading, Token } from "./tokens.ts";

const ANGRY_EMOJI = new Set([..."😠😡🤬😤👎😒🙄😞😢😭💩🖕😾😩😫🤮🤢😣😖😔🤦"]);
const GLAD_EMOJI = new Set([..."😀😃😄😁😊🥰😍🤩😘👍❤💕💖💙🎉🙌👏🥳😎🔥✨💪🤗☺🙏😋"]);
const BUT = new Set([
  "but",
  "however",
  "although",
  "yet",
  "mutta",
  "kuitenkin",
  "vaikka",
  "silti",
  "men",
  "dock",
  "trots",
  "ändå",
  "fast",
]);
const YOU = new Set(
  "you your yours u te teidän teitä teille teiltä teillä sinä teihin ni er ert era du".split(" "),
);
const saysOneOf = ({ word, forms }: Token, words: ReadonlySet<string>): boolean =>
  words.has(word) || (forms?.some((form) => words.has(form)) ?? false);
function countIn(emoji: ReadonlySet<string>, shown: readonly string[]): number {
  let count = 0;
  for (const one of shown) if (emoji.has(one)) count++;
  return count;
}
const SHORT_TEXT = 4;

/**
 * Count what speaks for or against a complaint. Praise that is denied ("not happy", "en suosittele") is a verdict,
 * a failure that is denied ("no problems at all") is praise.
 * @param said what the grammar of its language finds in the text
 */
export function complaintFeatures(
  reading: Reading,
  said: Said,
  cues: readonly CueFound[],
): ComplaintFeatures {
  const { tokens } = reading;
  const features = nothingSaid();
  addSayings(features, tokens, said);
  addCues(features, cues);
  addWords(features, tokens);
  features["angry-emoji"] = countIn(ANGRY_EMOJI, reading.emoji);
  features["glad-emoji"] = countIn(GLAD_EMOJI, reading.emoji);
  if (reading.shouted > 1) features.shouting = reading.shouted - 1;
  if (tokens.length < SHORT_TEXT) features.short = 1;
  const bad =
    features.failure +
    features["success-denied"] +
    features.verdict +
    features.anger +
    features.churn +
    features.warning;
  const pressed = features.why + features.waiting;
  if (bad + pressed === 0) features["nothing-bad"] = 1;
  if (bad === 0 && pressed === 0 && reading.asks.some(Boolean)) features["plain-question"] = 1;
  return features;
}

/** The same where the text meets situations of the playbook: what meets one is bad, and asks for more than a word. */
export const withSituations = (features: ComplaintFeatures, situations: number): ComplaintFeatures =>
  situations === 0 ? features : { ...features, situation: situations, "nothing-bad": 0, "plain-question": 0 };

const nothingSaid = (): ComplaintFeatures => ({
  failure: 0,
  "success-denied": 0,
  verdict: 0,
  waiting: 0,
  money: 0,
  why: 0,
  anger: 0,
  praise: 0,
  thanks: 0,
  greeting: 0,
  offer: 0,
  "put-right": 0,
  dealing: 0,
  bias: 1,
  contrast: 0,
  addressed: 0,
  churn: 0,
  warning: 0,
  "rigid-rule": 0,
  "repeated-contact": 0,
  situation: 0,
  "angry-emoji": 0,
  "glad-emoji": 0,
  shouting: 0,
  "plain-question": 0,
  short: 0,
  "nothing-bad": 0,
});

function addSayings(features: ComplaintFeatures, tokens: readonly Token[], said: Said): void {
  const until: { [feature in SayingFeature]?: number } = {};
  for (const { id, first, last, phrase } of said) {
    const { feature } = id;
    if (feature === undefined || first <= (until[feature] ?? -1)) continue;
    until[feature] = last;
    const denied = !phrase.negates && isNegated(tokens, first);
    if (feature === "put-right" && denied) continue;
    if (feature === "praise" && denied) features.verdict++;
    else if ((feature === "failure" || feature === "verdict") && denied) {
      features.praise += feature === "failure" ? 0.5 : 0;
    } else features[feature]++;
  }
}

function addCues(features: ComplaintFeatures, cues: readonly CueFound[]): void {
  for (const { kind } of cues) {
    if (kind === "churn" || kind === "warning" || kind === "rigid-rule" || kind === "repeated-contact") {
      features[kind]++;
    }
  }
}

function addWords(features: ComplaintFeatures, tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (saysOneOf(token, BUT)) features.contrast++;
    if (features.addressed === 0 && (token.kind === "handle" || saysOneOf(token, YOU)))
      features.addressed = 1;
  }
}
