import type { Lang } from "../../shared/complaint/ids.ts";
import { LONGEST_GAP, type PackedSentenceModel } from "../../shared/language/model/sentence-model.ts";
import type { Fit } from "./fit.ts";

/** How the models of several kinds are fitted. */
export type HeadOptions = {
  lang: Lang;
  bits: number;
  /** Weights of a kind that are kept. */
  keep: number;
  cost: number;
  folds: number;
  /** The sum from which on words alone say that the kind is there. */
  from: number;
};

/**
 * A fit with its `keep` heaviest weights alone. Most words of a large table say next to nothing, and a large table
 * with few weights tells words apart better than a small one that is full.
 */
export function heaviest(fit: Fit, keep: number): Fit {
  const sorted = Float64Array.from(fit.weights, Math.abs).sort();
  const least = sorted[Math.max(0, sorted.length - keep)] ?? 0;
  return { ...fit, weights: fit.weights.map((weight) => (Math.abs(weight) < least ? 0 : weight)) };
}

/** The fits of several kinds, each weight a whole number from -127 to 127. @param from by kind */
export function packedHeads(
  fits: readonly Fit[],
  bits: number,
  from: readonly number[],
): PackedSentenceModel {
  const scales: number[] = [];
  const weights = fits.map(({ weights: ofKind }) => {
    const most = ofKind.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
    scales.push(most / 127);
    const bytes: number[] = [];
    let gap = 0;
    for (const weight of ofKind) {
      gap++;
      const whole = Math.round((weight / most) * 127);
      if (whole === 0) continue;
      for (; gap >= LONGEST_GAP; gap -= LONGEST_GAP) bytes.push(LONGEST_GAP);
      bytes.push(gap, whole & 0xff);
      gap = 0;
    }
    return Buffer.from(bytes).toString("base64");
  });
  return { bits, scale: scales, bias: fits.map(({ bias }) => bias), from, weights };
}
