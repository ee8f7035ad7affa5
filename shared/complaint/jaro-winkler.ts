/** Characters that both words share within the window of Jaro's definition, in the order of the first word. */
function sharedIn(a: readonly string[], b: readonly string[], window: number): { a: string[]; b: string[] } {
  const takenInB = new Set<number>();
  const takenInA = new Set<number>();
  a.forEach((letter, i) => {
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (b[j] !== letter || takenInB.has(j)) continue;
      takenInB.add(j);
      takenInA.add(i);
      return;
    }
  });
  return { a: a.filter((_, i) => takenInA.has(i)), b: b.filter((_, j) => takenInB.has(j)) };
}

/**
 * Likeness of two words, 0 to 1: Jaro with Winkler's bonus of .1 for each of the first four letters in common.
 * @see Winkler 1990, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model"
 */
export function jaroWinkler(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const shared = sharedIn(a, b, Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1));
  const m = shared.a.length;
  if (m === 0) return 0;
  const transpositions = shared.a.filter((letter, i) => letter !== shared.b[i]).length / 2;
  const jaro = (m / a.length + m / b.length + (m - transpositions) / m) / 3;
  const prefix = a.slice(0, 4).findIndex((letter, i) => letter !== b[i]);
  return jaro + (prefix === -1 ? Math.min(4, a.length) : prefix) * 0.1 * (1 - jaro);
}

/** True when one slip of the finger (a letter more, less, other, or two swapped) makes one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return isSwap(a, b);
}

/** True when two neighbouring letters have changed places, and nothing else. */
export function isSwap(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}
