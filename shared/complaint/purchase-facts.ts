import type { CustomerId } from "./ids.ts";
import type { Currency } from "./money.ts";
import type { Customer, Purchase } from "./relationship.ts";

/** What was sold, and where: all that an old purchase still says about its buyer. */
export type SoldWhat = {
  readonly product: string;
  readonly category: string;
  readonly store?: string | undefined;
};
export type RecentPurchase = SoldWhat & Pick<Purchase, "date" | "amountMinor">;

/** A customer's purchases as far as a match compares them. Returns are not in it: what is brought back was bought. */
export type PurchaseFacts = {
  /** The day of the first purchase. */
  readonly first?: string;
  /** One by one, newest first. */
  readonly recent: readonly RecentPurchase[];
  /** Of the others each sort of thing once, newest first. */
  readonly older: readonly SoldWhat[];
  /** How many purchases the others are. */
  readonly olderCount: number;
};

/**
 * A match looks at ninety days before the post. Counted back from the customer's own last purchase, these 120 hold them
 * for every post that is not more than a month older than that purchase, and need no clock: the same purchases always
 * give the same facts.
 */
const RECENT_DAYS = 120;
/** Who buys lunch every day does not need each of them. */
const COMPARED = { recent: 20, older: 24 };
const DAY_MS = 86_400_000;

/**
 * Independent of the order in which the purchases come.
 *
 * @param most of how many of each kind, the newest first; without it as many as a match compares
 */
export function factsOf(
  purchases: readonly Purchase[],
  most: { readonly recent: number; readonly older: number } = COMPARED,
): PurchaseFacts {
  const bought = purchases.filter(({ amountMinor }) => amountMinor > 0).toSorted(newestFirst);
  const last = bought[0]?.date;
  const first = bought.at(-1)?.date;
  if (last === undefined || first === undefined) return { recent: [], older: [], olderCount: 0 };
  const from = new Date(Date.parse(last) - RECENT_DAYS * DAY_MS).toISOString().slice(0, 10);
  const recent = bought.filter(({ date }) => date >= from).slice(0, most.recent);
  const others = bought.slice(recent.length);
  const older = new Map<string, SoldWhat>();
  for (const line of others) {
    const what = soldWhat(line);
    const key = JSON.stringify([what.product, what.category, what.store ?? null]);
    if (!older.has(key)) older.set(key, what);
  }
  return {
    first,
    recent: recent.map((line) => ({
      ...soldWhat(line),
      date: line.date,
      amountMinor: line.amountMinor,
    })),
    older: [...older.values()].slice(0, most.older),
    olderCount: others.length,
  };
}

const soldWhat = ({ product, category, store }: SoldWhat): SoldWhat => ({
  product,
  category,
  ...(store === undefined ? {} : { store }),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: Purchase, b: Purchase): number => compare(b.date, a.date) || compare(a.id, b.id);

/** A sum no post names: an old purchase speaks through what it was, not through what it cost. */
const UNSAID_MINOR = 1;

/**
 * The facts as purchases that a match reads like the history itself: as many as there were, each sort of thing among
 * them. The older ones stand on the first day, where they are nobody's recent purchase; their sums are not kept.
 * Where sorts were left out, the rest repeats the last.
 */
export function asPurchases(facts: PurchaseFacts, customer: CustomerId, currency: Currency): Purchase[] {
  const lines: Purchase[] = facts.recent.map((line, at) => ({
    ...line,
    id: `recent-${String(at).padStart(2, "0")}`,
    customer,
    currency,
  }));
  const { first, older } = facts;
  const last = older.at(-1) ?? facts.recent.at(-1);
  if (first === undefined || last === undefined) return lines;
  for (let at = 0; at < facts.olderCount; at++)
    lines.push({
      ...soldWhat(older[at] ?? last),
      id: `older-${String(at).padStart(6, "0")}`,
      date: first,
      amountMinor: UNSAID_MINOR,
      customer,
      currency,
    });
  return lines;
}

/** Someone under a name like the writer's, with what a match compares. */
export type FiledCustomer = { readonly customer: Customer; readonly facts: PurchaseFacts };
