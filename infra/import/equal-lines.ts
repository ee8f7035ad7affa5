const FIRST_PLACES = 1 << 12;

/**
 * How many lines with the same content came before: what tells two equal coffees of one morning apart when the export
 * gives no number to a purchase. Holds twelve bytes a place and at most twice as many places as there are lines, so
 * that a million lines take 24 MB and not a string each.
 */
export class EqualLines {
  #prints = new BigUint64Array(FIRST_PLACES);
  #counts = new Uint32Array(FIRST_PLACES);
  #used = 0;

  /** @param print eight bytes of the content's digest @returns 1 for the first, 2 for the next that is equal … */
  next(print: bigint): number {
    if (this.#used * 2 > this.#prints.length) this.#grow();
    const at = placeOf(print, this.#prints, this.#counts);
    const count = (this.#counts[at] ?? 0) + 1;
    if (count === 1) this.#used += 1;
    this.#prints[at] = print;
    this.#counts[at] = count;
    return count;
  }

  #grow(): void {
    const prints = new BigUint64Array(this.#prints.length * 2);
    const counts = new Uint32Array(prints.length);
    for (const [from, count] of this.#counts.entries()) {
      const print = this.#prints[from];
      if (count === 0 || print === undefined) continue;
      const at = placeOf(print, prints, counts);
      prints[at] = print;
      counts[at] = count;
    }
    this.#prints = prints;
    this.#counts = counts;
  }
}

/** Open addressing: the digest's own bits say where to begin. */
function placeOf(print: bigint, prints: BigUint64Array, counts: Uint32Array): number {
  const last = prints.length - 1;
  let at = Number(print & BigInt(last));
  while (counts[at] !== 0 && prints[at] !== print) at = (at + 1) & last;
  return at;
}
