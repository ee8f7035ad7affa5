import type { Said } from "./grammar.ts";
import { isNegated } from "./phrase-book.ts";
import type { Sign } from "./sayings.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading } from "./tokens.ts";

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
/** Letters by which two forms of a long word are known as one. */
const LONG_STEM = 9;
/** A join-in is short; a long comment tells its own story. */
const LONGEST_JOIN_IN = 14;
/** Unless it opens with a full "the same happened to me". */
const LONGEST_TOLD = 32;
const OPENING = 6;

const has = (reading: Reading, said: Said, sign: Sign): boolean =>
  said.some(
    ({ id, phrase, first }) => id.sign === sign && (phrase.negates || !isNegated(reading.tokens, first)),
  );

/**
 * Praise that may be meant the other way: set words of irony or an ironic emoji beside a failure or a denial.
 * A sign, not a verdict: the best published detectors are right six times in ten, so a person looks.
 */
export function mayBeIrony(reading: Reading, said: Said, features: ComplaintFeatures): boolean {
  if (features["put-right"] > 0) return false;
  const praised = features.praise + features.thanks > 0;
  const failed =
    features.failure + features["success-denied"] + features.verdict + features.waiting + features.situation >
    0;
  const emoji = reading.emoji.some((e) => IRONIC_EMOJI.has(e));
  if (praised && emoji) return true;
  const set = has(reading, said, "irony");
  if (failed) return set || reading.emoji.includes("👏") || praisesInAWord(reading);
  return set && (emoji || harps(reading));
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
export function joinsIn(reading: Reading, said: Said, text: string): boolean {
  if (/^\s*(\+\s?1|👆|☝|💯|\^|🙋)/u.test(text)) return true;
  if (reading.tokens.length <= LONGEST_JOIN_IN) return has(reading, said, "join-in");
  return (
    reading.tokens.length <= LONGEST_TOLD &&
    said.some(
      ({ id, first, last }) =>
        id.sign === "join-in" && last > first && first < OPENING && !isNegated(reading.tokens, first),
    )
  );
}

/** Talk among people, with nothing for the brand in it. */
export const isChat = (reading: Reading, said: Said): boolean => has(reading, said, "chat");

/** The text without the sentences that speak to a machine; the very reading where there are none. */
export function withoutPlanted(reading: Reading, said: Said): Reading {
  if (!said.some(({ id }) => id.sign === "planted")) return reading;
  const planted = new Set(
    said.flatMap(({ id, first }) => (id.sign === "planted" ? [reading.tokens[first]?.sentence] : [])),
  );
  /** How many tokens are kept before each. */
  const kept = [0];
  for (const { sentence } of reading.tokens) kept.push((kept.at(-1) ?? 0) + (planted.has(sentence) ? 0 : 1));
  return {
    ...reading,
    tokens: reading.tokens.filter(({ sentence }) => !planted.has(sentence)),
    marks: reading.marks.map((mark) => ({ ...mark, at: kept[mark.at] ?? 0 })),
  };
}

/** Words to the machine instead of to the brand. */
export const isPlanted = (reading: Reading, said: Said): boolean => has(reading, said, "planted");

/** The brand's name taken as the common word that it also is. */
export const isPlaceOnly = (reading: Reading, said: Said): boolean => has(reading, said, "elsewhere");

export const saysNoComplaint = (reading: Reading, said: Said): boolean => has(reading, said, "no-complaint");
