import { type Sold, type SoldCounts, SPAN_DAYS } from "./sold-counts.ts";

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

/** What the purchases of some days show is leavened with so many of the whole register: few say little. */
const LEAVEN = 100;

const atLeastOne = (count: number, of: number): number => Math.min(1, Math.max(count, 1) / Math.max(of, 1));

/** Shares of what was counted. Of days that were not counted as much is taken to be sold as on the others. */
export function sharesOf(counts: SoldCounts): PurchaseShares {
  const { lastDay, customers, visits, all, amounts } = counts;
  const firstDay = lastDay - visits.length + 1;
  const visitsADay = visits.reduce((sum, of) => sum + of, 0) / Math.max(1, visits.length);
  const visitsIn = (fromDay: number, toDay: number): number => {
    const [from, to] = [Math.max(fromDay, firstDay), Math.min(toDay, lastDay)];
    const counted = visits.slice(Math.max(0, lastDay - to), Math.max(0, lastDay - from + 1));
    const uncounted = Math.max(0, toDay - fromDay + 1 - counted.length);
    return counted.reduce((sum, of) => sum + of, 0) + uncounted * visitsADay;
  };
  const shareOf = (listed: Readonly<Record<string, Sold>>): PurchaseShares["ofProducts"] => {
    const sold = new Map(Object.entries(listed));
    // What is not listed sells no better than what sells least of all that is; perhaps just in these days.
    const least = Math.min(...[...sold.values()].map(({ ever }) => ever), all.ever);
    return (ids, fromDay, toDay) => {
      let ever = 0;
      let then = 0;
      for (const id of ids) {
        const of = sold.get(id);
        ever += of?.ever ?? least;
        then += of === undefined ? least : inSpans(of, lastDay - toDay, lastDay - fromDay);
      }
      const share = atLeastOne(ever, all.ever);
      // Days that reach back beyond the count are the whole of the history.
      if (fromDay < firstDay) return share;
      return Math.min(
        1,
        (then + LEAVEN * share) / (inSpans(all, lastDay - toDay, lastDay - fromDay) + LEAVEN),
      );
    };
  };
  return {
    // Two visits in long days count as two customers, which only makes the days look more common than they are.
    bought: (fromDay, toDay) => atLeastOne(visitsIn(fromDay, toDay), customers),
    ofProducts: shareOf(counts.products),
    ofCategories: shareOf(counts.categories),
    ofStores: shareOf(counts.stores),
    ofAmounts: (low, high) =>
      atLeastOne(amounts.filter((sum) => sum >= low && sum <= high).length, amounts.length),
  };
}

/** Sold in the spans that hold any of these days, counted back from the last. */
const inSpans = ({ spans }: Pick<Sold, "spans">, fromAgo: number, toAgo: number): number =>
  spans.reduce(
    (sum, [span, count]) =>
      span >= Math.floor(fromAgo / SPAN_DAYS) && span <= Math.floor(toAgo / SPAN_DAYS) ? sum + count : sum,
    0,
  );

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
