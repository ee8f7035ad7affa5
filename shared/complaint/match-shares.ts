import type { Purchase } from "./relationship.ts";

/**
 * How common a fact is among the purchases of a register: the `u` of Fellegi and Sunter, counted. Days are counted
 * from 1970-01-01, both ends inclusive. All answers are shares, above 0 and at most 1.
 */
export type PurchaseShares = {
  /** Of customers, how many bought anything in these days. */
  bought(fromDay: number, toDay: number): number;
  /** Of the purchases of these days, how many are one of these. */
  ofProducts(ids: Iterable<string>, fromDay: number, toDay: number): number;
  ofCategories(ids: Iterable<string>, fromDay: number, toDay: number): number;
  ofStores(ids: Iterable<string>, fromDay: number, toDay: number): number;
  /** Of all purchases, how many cost from `lowMinor` to `highMinor`. */
  ofAmounts(lowMinor: number, highMinor: number): number;
};

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date or instant, by UTC. */
export const dayOf = (date: string): number => Math.floor(Date.parse(date.slice(0, 10)) / DAY_MS);

/** What the purchases of some days show is leavened with so many of the whole register: few say little. */
const LEAVEN = 100;

/**
 * Count the shares of a register. Returns are passed over.
 *
 * @param histories the purchases of each customer who has any
 * @param customers how many customers there are, also those who bought nothing
 */
export function countShares(histories: Iterable<readonly Purchase[]>, customers: number): PurchaseShares {
  const days: number[] = [];
  const visits: number[] = [];
  const amounts: number[] = [];
  const by = { product: new Map<string, number[]>(), category: new Map<string, number[]>() };
  const byStore = new Map<string, number[]>();
  for (const purchases of histories) {
    const own = new Set<number>();
    for (const { date, amountMinor, product, category, store } of purchases) {
      if (amountMinor <= 0) continue;
      const day = dayOf(date);
      own.add(day);
      days.push(day);
      amounts.push(amountMinor);
      file(by.product, product, day);
      file(by.category, category, day);
      if (store !== undefined) file(byStore, store, day);
    }
    // One customer's lines of one day are one visit; two visits in a long window count as two customers, which only
    // makes the window look more common than it is.
    for (const day of own) visits.push(day);
  }
  for (const list of [days, visits, amounts]) list.sort((a, b) => a - b);
  for (const filed of [by.product, by.category, byStore])
    for (const list of filed.values()) list.sort((a, b) => a - b);

  const atLeast = (count: number, of: number) => Math.min(1, Math.max(count, 1) / Math.max(of, 1));
  const shareOf =
    (filed: ReadonlyMap<string, readonly number[]>): PurchaseShares["ofProducts"] =>
    (ids, fromDay, toDay) => {
      let ever = 0;
      let then = 0;
      for (const id of ids) {
        const of = filed.get(id) ?? [];
        ever += of.length;
        then += within(of, fromDay, toDay);
      }
      return Math.min(
        1,
        (then + LEAVEN * atLeast(ever, days.length)) / (within(days, fromDay, toDay) + LEAVEN),
      );
    };
  return {
    bought: (fromDay, toDay) => atLeast(within(visits, fromDay, toDay), customers),
    ofProducts: shareOf(by.product),
    ofCategories: shareOf(by.category),
    ofStores: shareOf(byStore),
    ofAmounts: (low, high) => atLeast(within(amounts, low, high), amounts.length),
  };
}

function file(filed: Map<string, number[]>, key: string, day: number): void {
  const list = filed.get(key);
  if (list === undefined) filed.set(key, [day]);
  else list.push(day);
}

/** How many of a sorted list lie from `low` to `high`. */
const within = (sorted: readonly number[], low: number, high: number): number =>
  Math.max(0, firstFrom(sorted, high + 1) - firstFrom(sorted, low));

function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Visits a year of a customer of whose register nothing is counted: about one in two months. */
const ASSUMED_VISITS_A_YEAR = 6;

/**
 * Shares where no register was counted: each product, sort of goods and store of the playbook as common as the next,
 * but none rarer than one in thirty: some things sell far better than others.
 */
export function assumeShares(playbook: {
  readonly priceList: readonly { readonly id: string; readonly category: string }[];
  readonly stores: readonly { readonly id: string }[];
}): PurchaseShares {
  const { priceList, stores } = playbook;
  const share = (hits: number, of: number, rarest: number) =>
    Math.min(1, Math.max(rarest, hits / Math.max(1, of)));
  return {
    bought: (fromDay, toDay) => 1 - Math.exp((-ASSUMED_VISITS_A_YEAR * (toDay - fromDay + 1)) / 365.25),
    ofProducts: (ids) => share([...ids].length, priceList.length, 1 / 30),
    ofCategories: (ids) => {
      const named = new Set(ids);
      // Who buys one sort of goods comes back for it: counted twice over.
      return share(2 * priceList.filter(({ category }) => named.has(category)).length, priceList.length, 0.1);
    },
    ofStores: (ids) => share([...ids].length, stores.length, 1 / 30),
    ofAmounts: () => 0.06,
  };
}
