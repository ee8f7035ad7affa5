/** FNV-1a over UTF-16 units: small, the same everywhere, and good enough to spread words over a table. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Begin a hash; `seed` keeps families of features apart. */
export const hashFrom = (seed: number): number => Math.imul(OFFSET ^ seed, PRIME);

/** Add one unit. */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** Add a stretch of a text. */
export function hashText(hash: number, text: string, from = 0, to = text.length): number {
  let h = hash;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return h;
}

/** Spread the high bits into the low ones, since a table keeps only the low ones. @returns 0 to 2^bits - 1 */
export function bucket(hash: number, bits: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  return h & ((1 << bits) - 1);
}
