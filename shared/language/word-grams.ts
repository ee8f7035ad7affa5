const WORDS = /[\p{L}\p{N}’']+/gu;

/** The replies of a month are compared again with each draft: their runs are kept, the oldest dropped first. */
const KEPT = 1000;
const kept = new Map<string, ReadonlySet<string>>();

/** Runs of four words, lower case, without signs; a text of fewer words is one run. */
export function wordGrams(text: string): ReadonlySet<string> {
  const known = kept.get(text);
  if (known) return known;
  const made = runsOf(text);
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT) break;
    kept.delete(oldest);
  }
  kept.set(text, made);
  return made;
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(WORDS) ?? [];
  if (words.length <= 4) return new Set([words.join(" ")]);
  return new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(" ")));
}

const sharedRuns = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared;
};

/** How much of the shorter text's four-word runs stand in the other, 0 to 1. */
export function shareOfGrams(one: string, other: string): number {
  const [a, b] = [wordGrams(one), wordGrams(other)];
  return sharedRuns(a, b) / Math.min(a.size, b.size);
}

/** Four-word runs that both texts have, of all that either has, 0 to 1 (Jaccard 1912). */
export function jaccardOfGrams(one: string, other: string): number {
  const [a, b] = [wordGrams(one), wordGrams(other)];
  const shared = sharedRuns(a, b);
  return shared / (a.size + b.size - shared);
}
