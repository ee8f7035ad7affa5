import type { BgNbd } from "../../shared/complaint/lifetime/bg-nbd.ts";
import { logRising } from "./log-gamma.ts";
import { minimise } from "./nelder-mead.ts";
import type { RhythmCounts } from "./summary.ts";

/** Parameters with the log-likelihood of the histories under them. */
export type Fitted<T> = T & { readonly logLikelihood: number; readonly converged: boolean };

/**
 * The BG/NBD parameters under which these histories are likeliest, searched in logarithms from (1, 1, 1, 1).
 * @param daysPerUnit days in one unit of time: 1 or 7
 */
export function fitBgNbd(counts: RhythmCounts, daysPerUnit: number): Fitted<BgNbd> {
  const parameters = (at: readonly number[]): BgNbd => {
    const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp);
    return { r, alpha, a, b };
  };
  const found = minimise((at) => -bgNbdLogLikelihood(parameters(at), counts, daysPerUnit), [0, 0, 0, 0]);
  return { ...parameters(found.at), logLikelihood: -found.value, converged: found.converged };
}

/**
 * Log-likelihood of all histories. Both ways in which somebody can have fallen silent, gone or merely resting, are
 * added as logarithms, so that no history is too long for it.
 * @see Fader & Hardie 2013, "Overcoming the BG/NBD model's #NUM! error problem" (brucehardie.com, note 27)
 */
export function bgNbdLogLikelihood(
  { r, alpha, a, b }: BgNbd,
  counts: RhythmCounts,
  daysPerUnit: number,
): number {
  const logPast = Float64Array.from({ length: counts.longest + 1 }, (_, day) =>
    Math.log(alpha + day / daysPerUnit),
  );
  const ofFrequency = new Map<number, { rate: number; gone: number }>();
  let sum = 0;
  for (let at = 0; at < counts.times.length; at++) {
    const x = counts.frequency[at] ?? 0;
    let terms = ofFrequency.get(x);
    if (terms === undefined) {
      const rate = r * Math.log(alpha) + logRising(r, x) + logRising(b, x) - logRising(a + b, x);
      terms = { rate, gone: Math.log(a) - Math.log(b + x - 1) };
      ofFrequency.set(x, terms);
    }
    const resting = -(r + x) * (logPast[counts.age[at] ?? 0] ?? 0);
    let silent = resting;
    if (x > 0) {
      const gone = terms.gone - (r + x) * (logPast[counts.recency[at] ?? 0] ?? 0);
      silent = Math.max(resting, gone) + Math.log1p(Math.exp(-Math.abs(resting - gone)));
    }
    sum += (counts.times[at] ?? 0) * (terms.rate + silent);
  }
  return sum;
}
