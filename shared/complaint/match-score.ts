/**
 * The score of Fellegi and Sunter, for whatever is compared: names here, records elsewhere. `m`: how often a level
 * of agreement is met when both are the same person; `u`: how often when they are two. It is worth log2(m/u) bits.
 *
 * @see Fellegi & Sunter 1969, "A theory for record linkage"
 */
export type Weight = { readonly m: number; readonly u: number };

/** What a weight is worth. */
export const bitsOf = ({ m, u }: Weight): number => Math.log2(m / u);

/** Chance, 0 to 1, after bits of evidence and of prior odds. */
export const posteriorOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Prior odds in bits. @param chance between 0 and 1, both exclusive */
export const priorBits = (chance: number): number => Math.log2(chance / (1 - chance));

/** What is known of one comparison: a weight for each level, by its number; level 0 is disagreement. */
export type Comparison = readonly Weight[];

/** A level that was not met by either side says nothing. */
export const UNKNOWN = -1;

/**
 * Bits of a pattern of levels, one for each comparison.
 *
 * @param rarer bits by which a value that agrees is rarer than agreement is on the average (term frequency)
 */
export function scorePattern(
  levels: readonly number[],
  comparisons: readonly Comparison[],
  rarer: (comparison: number) => number = () => 0,
): number {
  return levels.reduce((sum, level, at) => {
    const weight = comparisons[at]?.[level];
    return weight === undefined ? sum : sum + bitsOf(weight) + rarer(at);
  }, 0);
}
