import type { CueFound } from "../cues.ts";
import { type ComplaintFeatures, pointsOf } from "../score-complaint.ts";
import type { Reading } from "../tokens.ts";
import { namedGram } from "./grams.ts";
import type { Sign } from "./linear-model.ts";

/** A count says more with each, but less and less. */
const dampened = (count: number): number => Math.min(3, Math.sqrt(count));
/** Beyond this the hand-set weights are as sure as they can be. */
const MOST_POINTS = 4;
/** Below this they find nothing at all, and what single words say counts for less. */
const NOTHING_FOUND = -1;

/** The points of the hand-set weights, bounded; where they find nothing, each point less counts twice. */
export function boundedPoints(features: ComplaintFeatures): number {
  const points = pointsOf(features);
  if (points >= NOTHING_FOUND) return Math.min(MOST_POINTS, points);
  return Math.max(-MOST_POINTS, NOTHING_FOUND + 2 * (points - NOTHING_FOUND));
}

/** Words by which length is told, and the most of these that count: a long story is no more than long. */
const LENGTH = 20;
const MOST_LENGTH = 5;

const ASKS = namedGram("asks");
const LENGTH_SIGN = namedGram("length");

/** What the grammars found, under names that the model can weigh: signs of a complaint, cues, asking, length. */
export function namedSigns(
  reading: Reading,
  features: ComplaintFeatures,
  cues: readonly Pick<CueFound, "kind">[],
): Sign[] {
  const signs: Sign[] = [];
  let name: keyof ComplaintFeatures;
  for (name in features) {
    if (name !== "bias" && features[name] !== 0)
      signs.push({ gram: namedGram(name), value: dampened(features[name]) });
  }
  let asked = 0;
  for (const asks of reading.asks) if (asks) asked++;
  if (asked > 0) signs.push({ gram: ASKS, value: asked });
  signs.push({ gram: LENGTH_SIGN, value: Math.min(MOST_LENGTH, reading.tokens.length / LENGTH) });
  for (const [at, { kind }] of cues.entries()) {
    if (cues.findIndex((cue) => cue.kind === kind) === at)
      signs.push({ gram: namedGram(`cue ${kind}`), value: 1 });
  }
  return signs;
}
