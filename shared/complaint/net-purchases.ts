import type { Purchase } from "./relationship.ts";

/**
 * What was bought and kept, oldest first: each return is taken off earlier purchases of the same product, latest
 * first, then off any earlier purchase. Amounts are zero or more; a return without a purchase takes nothing.
 * Never a smaller remainder on any line because one more thing was bought. Same-day lines count as earlier.
 */
export function netOfReturns(purchases: readonly Purchase[]): Purchase[] {
  const inOrder = purchases.toSorted(
    (a, b) => compare(a.date, b.date) || compare(a.id, b.id) || a.amountMinor - b.amountMinor,
  );
  const kept = inOrder.filter(({ amountMinor }) => amountMinor > 0).map((line) => ({ ...line }));
  for (const back of inOrder.filter(({ amountMinor }) => amountMinor < 0)) {
    let open = -back.amountMinor;
    const earlier = kept.filter(({ date }) => date <= back.date).reverse();
    const same = earlier.filter(({ product }) => product === back.product);
    for (const line of [...same, ...earlier.filter((other) => !same.includes(other))]) {
      const taken = Math.min(open, line.amountMinor);
      line.amountMinor -= taken;
      open -= taken;
    }
  }
  return kept;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
