import type { Lang } from "../complaint/ids.ts";
import { COMPLAINT_SAYINGS, type SayingFeature } from "./complaint-sayings.ts";
import type { CueFound } from "./cues.ts";
import { bindPhrases, findPhrases, isNegated, type PhraseBook } from "./phrase-book.ts";
import { compileGrammar } from "./phrases.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading, Token } from "./tokens.ts";

const SAYING_FEATURES: readonly SayingFeature[] = [
  "failure",
  "success-denied",
  "verdict",
  "waiting",
  "money",
  "why",
  "anger",
  "praise",
  "thanks",
  "greeting",
  "offer",
  "put-right",
  "dealing",
];
const bookOf = (lang: Lang): PhraseBook<SayingFeature> =>
  bindPhrases(
    SAYING_FEATURES.flatMap((id) =>
      COMPLAINT_SAYINGS[id][lang].map((saying) => ({ id, phrase: compileGrammar(saying) })),
    ),
  );
const BOOKS: Readonly<Record<Lang, PhraseBook<SayingFeature>>> = {
  en: bookOf("en"),
  fi: bookOf("fi"),
  sv: bookOf("sv"),
};

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
const SHORT_TEXT = 4;

/**
 * Count what speaks for or against a complaint. Praise that is denied ("not happy", "en suosittele") is a verdict,
 * a failure that is denied ("no problems at all") is praise.
 * @param situations situations of the playbook that the text meets
 */
export function complaintFeatures(
  reading: Reading,
  lang: Lang,
  cues: readonly CueFound[],
  situations: number,
): ComplaintFeatures {
  const { tokens } = reading;
  const spoken: Record<SayingFeature, number> = {
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
  };
  const until = new Map<SayingFeature, number>();
  for (const { id, first, last, phrase } of findPhrases(BOOKS[lang], tokens)) {
    if (first <= (until.get(id) ?? -1)) continue;
    until.set(id, last);
    const denied = !phrase.negates && isNegated(tokens, first);
    if (id === "put-right" && denied) continue;
    if (id === "praise" && denied) spoken.verdict++;
    else if ((id === "failure" || id === "verdict") && denied) spoken.praise += id === "failure" ? 0.5 : 0;
    else spoken[id]++;
  }
  const of = (kind: CueFound["kind"]) => cues.filter((cue) => cue.kind === kind).length;
  const bad =
    spoken.failure +
    spoken["success-denied"] +
    spoken.verdict +
    spoken.anger +
    of("churn") +
    of("warning") +
    situations;
  const asks = reading.asks.some(Boolean);
  return {
    ...spoken,
    bias: 1,
    contrast: tokens.filter((token) => saysOneOf(token, BUT)).length,
    addressed: tokens.some((token) => token.kind === "handle" || saysOneOf(token, YOU)) ? 1 : 0,
    churn: of("churn"),
    warning: of("warning"),
    "rigid-rule": of("rigid-rule"),
    "repeated-contact": of("repeated-contact"),
    situation: situations,
    "angry-emoji": reading.emoji.filter((e) => ANGRY_EMOJI.has(e)).length,
    "glad-emoji": reading.emoji.filter((e) => GLAD_EMOJI.has(e)).length,
    shouting: reading.shouted > 1 ? reading.shouted - 1 : 0,
    "plain-question": asks && bad === 0 && spoken.why + spoken.waiting === 0 ? 1 : 0,
    short: tokens.length < SHORT_TEXT ? 1 : 0,
    "nothing-bad": bad + spoken.why + spoken.waiting === 0 ? 1 : 0,
  };
}
