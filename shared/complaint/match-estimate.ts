import { bitsOf, type Comparison, posteriorOf, priorBits, UNKNOWN } from "./match-score.ts";

/** Pairs with the same levels, and how many there are of them. */
export type PatternCount = { readonly levels: readonly number[]; readonly count: number };

/** Shares are kept from 0 and 1, where a single pair would decide for ever. */
const LEAST = 1e-6;
/** Nobody has met every level: each is counted half a pair too often (Jeffreys). */
const HALF = 0.5;

/**
 * `u` of each level: its share among pairs that are hardly ever the same person. @param levels how many each comparison has
 */
export function levelShares(patterns: Iterable<PatternCount>, levels: readonly number[]): number[][] {
  const counts = levels.map((of) => new Array<number>(of).fill(HALF));
  for (const { levels: met, count } of patterns)
    met.forEach((level, at) => {
      const of = counts[at];
      if (of !== undefined && level !== UNKNOWN) of[level] = (of[level] ?? 0) + count;
    });
  return counts.map(sharesOf);
}

const sharesOf = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.max(LEAST, count / total));
};

/**
 * `m` of each level and the share of matches, by expectation and maximisation with `u` held fast: each pair counts
 * for `m` by the chance that it is a match under the present figures. Deterministic.
 *
 * @param start chance that a pair is a match, to begin with
 * @see Winkler 1988, "Using the EM algorithm for weight computation in the Fellegi-Sunter model of record linkage"
 */
export function estimateByEm(
  patterns: readonly PatternCount[],
  u: readonly (readonly number[])[],
  start: { readonly matches: number; readonly m: readonly (readonly number[])[] },
  rounds = 100,
): { comparisons: Comparison[]; matches: number } {
  let { matches } = start;
  let m = start.m.map((of) => [...of]);
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const weights = (): Comparison[] =>
    m.map((of, at) => of.map((share, level) => ({ m: share, u: u[at]?.[level] ?? LEAST })));
  for (let round = 0; round < rounds; round++) {
    const now = weights();
    let expected = 0;
    const weighed = patterns.map(({ levels, count }) => {
      const bits = levels.reduce((sum, level, at) => {
        const weight = now[at]?.[level];
        return weight === undefined ? sum : sum + bitsOf(weight);
      }, priorBits(matches));
      const share = posteriorOf(bits) * count;
      expected += share;
      return { levels, count: share };
    });
    const before = matches;
    matches = Math.min(1 - LEAST, Math.max(LEAST, expected / Math.max(total, 1)));
    m = levelShares(
      weighed,
      m.map(({ length }) => length),
    );
    if (Math.abs(matches - before) < before * 1e-6) break;
  }
  return { comparisons: weights(), matches };
}
