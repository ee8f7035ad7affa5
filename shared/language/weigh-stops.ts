import { StopCase } from "../complaint/assessment.ts";
import type { Said } from "./grammar.ts";
import { type Hit, type SentenceModel, sentencesOf, weigher, wholeOf } from "./model/sentence-model.ts";
import { aroundIn, type Sight } from "./see.ts";

/** The kinds of stop case, in the order of the weights. */
export const STOPS = StopCase.options;

/** What the sayings tell of stop cases, as the model sees it. */
export function stopHits(said: Said): Hit[] {
  const hits: Hit[] = [];
  for (const { id, first, last } of said) {
    if (id.stop !== undefined) hits.push({ kind: id.stop.stop, detail: id.stop.as, first, last });
  }
  return hits;
}

/**
 * What the surest sentence and the whole text say together. The whole can only take away: a long story gathers
 * weight from end to end, and no sentence of it need be of harm.
 */
export const together = (surest: number, whole: number): number => (surest + Math.min(surest, whole)) / 2;

/**
 * A stop case that no saying names, told by the words all together: the kind that weighs most, where it weighs
 * enough.
 * @param dismissed kinds that the sayings know to be spoken of and not meant: of these, words that weigh say nothing
 */
export function weighStops(
  model: SentenceModel,
  sight: Sight,
  dismissed: ReadonlySet<StopCase> = new Set(),
): StopCase | undefined {
  const { reading } = sight;
  if (reading.tokens.length === 0) return undefined;
  const weigh = weigher(model, reading, aroundIn(sight, stopHits(sight.said)));
  const sentences = sentencesOf(reading.tokens);
  const surest = STOPS.map(() => Number.NEGATIVE_INFINITY);
  for (const sentence of sentences.length < 2 ? [wholeOf(reading.tokens)] : sentences) {
    weigh.sums(sentence).forEach((sum, head) => {
      surest[head] = Math.max(surest[head] ?? sum, sum);
    });
  }
  // The whole can only take away, and need not be read where there is nothing to take from: so it is with most posts.
  if (surest.every((sum, head) => sum < (model.from[head] ?? 0))) return undefined;
  const whole = sentences.length < 2 ? surest : weigh.sums(wholeOf(reading.tokens));
  let best: { stop: StopCase; sum: number; from: number } | undefined;
  STOPS.forEach((stop, head) => {
    const sum = together(surest[head] ?? 0, whole[head] ?? 0);
    if (!dismissed.has(stop) && sum > (best?.sum ?? Number.NEGATIVE_INFINITY))
      best = { stop, sum, from: model.from[head] ?? 0 };
  });
  return best !== undefined && best.sum >= best.from ? best.stop : undefined;
}
