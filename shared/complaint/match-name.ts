import type { Evidence } from "./author-match.ts";
import { bitsOf } from "./match-score.ts";
import type { PurchaseShares } from "./match-shares.ts";
import { MATCH_WEIGHTS } from "./match-weights.ts";
import { compareNames } from "./names.ts";

/**
 * What is known of all customers: how many they are, the share of them who bear a folded name word, and how common
 * purchases are among theirs. Without `shares` they are assumed from the playbook.
 */
export type Population = {
  readonly customers: number;
  readonly nameFrequency: (foldedToken: string) => number;
  readonly shares?: PurchaseShares;
};

/** Name evidence with term frequencies: a rare name says more than a common one. */
export function nameEvidence(written: string, onFile: string, population: Population): Evidence[] {
  const weights = MATCH_WEIGHTS.name;
  const rarest = 1 / Math.max(2, population.customers);
  const frequency = (token: string): number => {
    const share = population.nameFrequency(token);
    return Number.isFinite(share) ? Math.min(1, Math.max(rarest, share)) : rarest;
  };
  const comparison = compareNames(written, onFile, (token) => population.nameFrequency(token) > 0);
  let bits = 0;
  for (const pair of comparison.pairs) {
    const common = Math.max(frequency(pair.onFile), frequency(pair.written));
    if (pair.level === "exact") bits += bitsOf({ m: weights.exact.m, u: common });
    else if (pair.level === "variant" || pair.level === "nickname") {
      const weight = weights[pair.level];
      bits += bitsOf({ m: weight.m, u: common * weight.ofFrequency });
    } else if (pair.level === "similar") {
      const { m, ofFrequency, least } = weights.similar;
      bits += bitsOf({ m, u: Math.max(least, common * ofFrequency) });
    } else bits += bitsOf(weights.initial);
  }
  const contradicted = Math.min(comparison.leftWritten, comparison.leftOnFile);
  const leftOver = Math.max(comparison.leftWritten, comparison.leftOnFile) - contradicted;
  bits += contradicted * bitsOf(weights.contradicted) + leftOver * bitsOf(weights.leftOver);
  return [{ kind: "name", level: comparison.level, bits: rounded(Math.min(weights.capBits, bits)) }];
}

export const rounded = (bits: number): number => Math.round(bits * 1000) / 1000;
