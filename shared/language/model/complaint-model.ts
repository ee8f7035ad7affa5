import type { CueFound } from "../cues.ts";
import type { ComplaintFeatures } from "../score-complaint.ts";
import type { Reading } from "../tokens.ts";
import { chanceOf, type LinearModel, type Named, sumOf } from "./linear-model.ts";

/** Words of a text by which length is told; the longest posts are no more than a few of these. */
const LENGTH = 20;

/** What the grammars found, under names that the model can weigh: signs of a complaint, cues, asking, length. */
export function namedSigns(
  reading: Reading,
  features: ComplaintFeatures,
  cues: readonly Pick<CueFound, "kind">[],
): Named {
  const named: Record<string, number> = {};
  let name: keyof ComplaintFeatures;
  for (name in features) if (name !== "bias") named[name] = features[name];
  for (const asked of reading.asks) if (asked) named["asks"] = (named["asks"] ?? 0) + 1;
  named["length"] = reading.tokens.length / LENGTH;
  for (const { kind } of cues) named[`cue ${kind}`] = 1;
  return named;
}

/**
 * What a model says of a text: the chance that it complains, 0 to 1, and whether that is enough for a yes.
 * A model that was trained on top of another (`named.shipped`) is given what that one said.
 */
export function judge(
  model: LinearModel,
  reading: Reading,
  named: Named,
): { sum: number; chance: number; label: boolean } {
  const sum = sumOf(model, reading, named);
  const chance = chanceOf(model, sum);
  return { sum, chance, label: chance >= model.from };
}
