import type { Fitted } from "./fit-bg-nbd.ts";
import { logGamma } from "./log-gamma.ts";
import { minimise } from "./nelder-mead.ts";
import type { Spending } from "./summary.ts";

/** As fitted: `q` may come out below 1, where the mean of a stranger is infinite. */
type Parameters = { readonly p: number; readonly q: number; readonly gamma: number };

/** The Gamma-Gamma parameters under which these means are likeliest, searched in logarithms from (1, 1, 1). */
export function fitGammaGamma(spending: Spending): Fitted<Parameters> {
  const parameters = (at: readonly number[]): Parameters => {
    const [p = 0, q = 0, gamma = 0] = at.map(Math.exp);
    return { p, q, gamma };
  };
  const prepared = prepare(spending);
  const found = minimise((at) => -logLikelihood(parameters(at), prepared), [0, 0, 0]);
  return { ...parameters(found.at), logLikelihood: -found.value, converged: found.converged };
}

/** Log-likelihood of the mean of each repeater's purchases. */
export const gammaGammaLogLikelihood = (parameters: Parameters, spending: Spending): number =>
  logLikelihood(parameters, prepare(spending));

/** What does not hang on the parameters, summed for each frequency once. */
type Prepared = Spending & {
  readonly sumLogMean: number;
  readonly byFrequency: ReadonlyMap<number, { buyers: number; sumLogMean: number }>;
};

function prepare(spending: Spending): Prepared {
  const byFrequency = new Map<number, { buyers: number; sumLogMean: number }>();
  let sumLogMean = 0;
  for (let at = 0; at < spending.purchases.length; at++) {
    const x = spending.purchases[at] ?? 0;
    const logMean = Math.log((spending.spent[at] ?? 0) / x);
    const same = byFrequency.get(x) ?? { buyers: 0, sumLogMean: 0 };
    byFrequency.set(x, { buyers: same.buyers + 1, sumLogMean: same.sumLogMean + logMean });
    sumLogMean += logMean;
  }
  return { ...spending, sumLogMean, byFrequency };
}

/** @see Fader & Hardie 2013, "The Gamma-Gamma model of monetary value" (brucehardie.com, note 25), equation 1 */
function logLikelihood({ p, q, gamma }: Parameters, prepared: Prepared): number {
  const { purchases, spent, byFrequency, sumLogMean } = prepared;
  let sum = purchases.length * (q * Math.log(gamma) - logGamma(q)) - sumLogMean;
  for (const [x, { buyers, sumLogMean: logs }] of byFrequency)
    sum += buyers * (logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x)) + p * x * logs;
  for (let at = 0; at < purchases.length; at++)
    sum -= (p * (purchases[at] ?? 0) + q) * Math.log(gamma + (spent[at] ?? 0));
  return sum;
}
