import * as z from "zod";
import type { PurchaseFacts } from "./purchase-facts.ts";
import type { Purchase } from "./relationship.ts";

const DAY_MS = 86_400_000;
/** Days of one column of the counts: what is said of when is seldom said to the day. */
export const SPAN_DAYS = 14;
/** So many sums, evenly picked from all in their order, tell how common a sum is to a quarter of a per cent. */
const AMOUNTS = 400;

/** Days since 1970-01-01 of an ISO date or instant, by UTC. */
export const dayOf = (date: string): number => Math.floor(Date.parse(date.slice(0, 10)) / DAY_MS);

/** How often one thing was sold: in all, and in each span of fourteen days back from the last day, the last being 0. */
const Sold = z.object({
  ever: z.int().positive(),
  spans: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])),
});
export type Sold = z.infer<typeof Sold>;

/**
 * What was sold when, in a register or in a sample of its customers: no more than a match needs to know how common a
 * fact is. Nobody can be read out of it.
 */
export const SoldCounts = z.object({
  /** The last day that was counted, in days since 1970-01-01. */
  lastDay: z.int(),
  /** How many customers were counted, also those who bought nothing. */
  customers: z.int().nonnegative(),
  /** Visits on each day back from the last, that one first. Lines of a customer on one day are one visit. */
  visits: z.array(z.int().nonnegative()),
  all: z.object({ ever: z.int().nonnegative(), spans: Sold.shape.spans }),
  products: z.record(z.string(), Sold),
  categories: z.record(z.string(), Sold),
  stores: z.record(z.string(), Sold),
  /** Sums in minor units, smallest first: evenly picked from all. */
  amounts: z.array(z.int()),
});
export type SoldCounts = z.infer<typeof SoldCounts>;

/**
 * Counts what customers have bought. Of purchases whose day is not kept each sort of thing counts once.
 *
 * @param lastDay days since 1970-01-01; later purchases are not counted by their day
 * @param days how many days back from it are counted by day
 */
export function countSold(
  customers: Iterable<Pick<PurchaseFacts, "recent" | "older">>,
  { lastDay, days }: { readonly lastDay: number; readonly days: number },
): SoldCounts {
  const visits = new Array<number>(days).fill(0);
  const amounts: number[] = [];
  const all = new Tally();
  const kinds = { product: new Tallies(), category: new Tallies(), store: new Tallies() };
  let counted = 0;
  for (const { recent, older } of customers) {
    counted += 1;
    const visited = new Set<number>();
    for (const line of recent) {
      const ago = lastDay - dayOf(line.date);
      const span = ago < 0 || ago >= days ? undefined : Math.floor(ago / SPAN_DAYS);
      if (span !== undefined) visited.add(ago);
      amounts.push(line.amountMinor);
      all.add(span);
      for (const kind of KINDS) kinds[kind].add(line[kind], span);
    }
    for (const line of older) {
      all.add(undefined);
      for (const kind of KINDS) kinds[kind].add(line[kind], undefined);
    }
    for (const ago of visited) visits[ago] = (visits[ago] ?? 0) + 1;
  }
  return {
    lastDay,
    customers: counted,
    visits,
    all: all.done(),
    products: kinds.product.done(),
    categories: kinds.category.done(),
    stores: kinds.store.done(),
    amounts: evenlyPicked(amounts.toSorted((a, b) => a - b)),
  };
}

/**
 * Counts a register that is at hand as a whole, from its first day to its last. Returns are passed over.
 *
 * @param customers how many there are, also those who bought nothing
 */
export function countRegister(histories: Iterable<readonly Purchase[]>, customers: number): SoldCounts {
  const bought = [...histories].map((lines) => ({
    recent: lines.filter(({ amountMinor }) => amountMinor > 0),
    older: [],
  }));
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { recent } of bought)
    for (const { date } of recent) {
      const day = dayOf(date);
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
    }
  const counts = countSold(bought, {
    lastDay: Number.isFinite(lastDay) ? lastDay : 0,
    days: Number.isFinite(lastDay) ? lastDay - firstDay + 1 : 0,
  });
  return { ...counts, customers };
}

const KINDS = ["product", "category", "store"] as const;

class Tally {
  #ever = 0;
  readonly #spans = new Map<number, number>();

  add(span: number | undefined): void {
    this.#ever += 1;
    if (span !== undefined) this.#spans.set(span, (this.#spans.get(span) ?? 0) + 1);
  }

  done(): Sold {
    return { ever: this.#ever, spans: [...this.#spans].toSorted(([a], [b]) => a - b) };
  }
}

class Tallies {
  readonly #of = new Map<string, Tally>();

  add(word: string | undefined, span: number | undefined): void {
    if (word === undefined) return;
    const tally = this.#of.get(word) ?? new Tally();
    tally.add(span);
    this.#of.set(word, tally);
  }

  /** What sells best first, so that the same sales give the same counts in whatever order they were read. */
  done(): Record<string, Sold> {
    const all = [...this.#of].map(([word, tally]) => [word, tally.done()] as const);
    return Object.fromEntries(all.toSorted((a, b) => b[1].ever - a[1].ever || (a[0] < b[0] ? -1 : 1)));
  }
}

const evenlyPicked = (sorted: readonly number[]): number[] =>
  sorted.length <= AMOUNTS
    ? [...sorted]
    : Array.from(
        { length: AMOUNTS },
        (_, at) => sorted[Math.floor(((at + 0.5) * sorted.length) / AMOUNTS)] ?? 0,
      );
