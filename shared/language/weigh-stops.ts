import { StopCase } from "../complaint/assessment.ts";
import type { Said } from "./grammar.ts";
import { type Hit, type SentenceModel, sentencesOf, weigher, wholeOf } from "./model/sentence-model.ts";
import type { Sight } from "./see.ts";

/** The kinds of stop case, in the order of the weights. */
export const STOPS = StopCase.options;

/** What the sayings tell of stop cases, as the model sees it. */
export const stopHits = (said: Said): Hit[] =>
  said.flatMap(({ id, first, last }) =>
    id.stop === undefined ? [] : [{ kind: id.stop.stop, detail: id.stop.as, first, last }],
  );

/**
 * What the surest sentence and the whole text say together. The whole can only take away: a long story gathers
 * weight from end to end, and no sentence of it need be of harm.
 */
export const together = (surest: number, whole: number): number => (surest + Math.min(surest, whole)) / 2;

/** How much each kind weighs in a text, in the order of `STOPS`. */
export function stopSums(
  model: SentenceModel,
  { reading, who, features }: Sight,
  hits: readonly Hit[],
): number[] {
  const weigh = weigher(model, reading, { hits, names: who, features });
  const whole = weigh.sums(wholeOf(reading.tokens));
  const sentences = sentencesOf(reading.tokens);
  const surest = sentences.length < 2 ? [whole] : sentences.map(weigh.sums);
  return STOPS.map((_, head) => {
    let most = Number.NEGATIVE_INFINITY;
    for (const sums of surest) most = Math.max(most, sums[head] ?? 0);
    return together(most, whole[head] ?? 0);
  });
}

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
  if (sight.reading.tokens.length === 0) return undefined;
  let best: { stop: StopCase; sum: number; from: number } | undefined;
  stopSums(model, sight, stopHits(sight.said)).forEach((sum, head) => {
    const stop = STOPS[head];
    if (stop !== undefined && !dismissed.has(stop) && sum > (best?.sum ?? Number.NEGATIVE_INFINITY))
      best = { stop, sum, from: model.from[head] ?? 0 };
  });
  return best !== undefined && best.sum >= best.from ? best.stop : undefined;
}
