/** Runs of four words, lower case, without signs; a text of fewer words is one run. */
export function wordGrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
  if (words.length <= 4) return new Set([words.join(" ")]);
  return new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(" ")));
}

/** How much of the shorter text's four-word runs stand in the other, 0 to 1. */
export const shareOfGrams = (one: string, other: string): number => shareOf(wordGrams(one), wordGrams(other));

/** The same, of runs that have been cut. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / small.size;
}
