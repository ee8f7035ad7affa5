/** 2010-11-04T01:42:54.657Z, the zero of X's ids (github.com/twitter-archive/snowflake). */
const EPOCH_MS = 1288834974657n;
/** A moment's ids begin here; the low 22 bits hold machine and sequence. */
export const firstIdOf = (atMs: number): bigint => {
  const since = BigInt(Math.floor(atMs)) - EPOCH_MS;
  return since < 0n ? 0n : since << 22n;
};

/** The next id: a digit string that rises with time, and within a moment with each call. */
export function nextId(atMs: number, last: string): string {
  const first = firstIdOf(atMs);
  const after = BigInt(last) + 1n;
  return (first > after ? first : after).toString();
}

/** Order of ids as numbers: positive when `a` is newer. They do not fit a JS number. */
export const compareIds = (a: string, b: string): number => {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};
