import type { About } from "./match-purchase.ts";
import { dayOf } from "./match-shares.ts";
import type { Purchase } from "./relationship.ts";
import type { DayWindow } from "./said-time.ts";

/** A complaint without a word on when is about something bought since. */
const LATELY: DayWindow = { fromDays: 0, toDays: 90 };
/** People misplace a purchase by a few days. */
const SLACK_DAYS = 7;

/**
 * Purchases of a candidate by how well their day fits what is said: `exact` in the days said, `close` within a week
 * of them, `against` all of them. For each, how likely it is that somebody with as many has one that fits the rest.
 */
export type Band = {
  readonly level: "exact" | "close" | "against";
  readonly purchases: readonly Purchase[];
  /** Share of customers who bought anything in these days; for `against` the share of those who did not. */
  readonly uOfDays: number;
  readonly uOfProducts: number;
  /** Of the sorts that the products are of, or that are named. */
  readonly uOfSorts: number;
  /** Of one purchase, and of any of the band's. */
  readonly uOfStore: number;
  readonly uOfAnyStore: number;
};

/** @param sorts the sorts of goods that the post can mean */
export function bandsOf(about: About, sorts: ReadonlySet<string>): Band[] {
  const { said, bought, postDay } = about;
  const windows = said.windows.length > 0 ? said.windows : [LATELY];
  const fitting = (slack: number) =>
    bought.filter(({ date }) => {
      const days = postDay - dayOf(date);
      return windows.some(({ fromDays, toDays }) => days >= fromDays - slack && days <= toDays + slack);
    });
  const exact = fitting(0);
  const bands = [bandOf("exact", exact, windows, 0, about, sorts)];
  if (said.windows.length > 0) {
    const close = fitting(SLACK_DAYS);
    if (close.length > exact.length) bands.push(bandOf("close", close, windows, SLACK_DAYS, about, sorts));
  }
  bands.push(bandOf("against", bought, windows, said.windows.length > 0 ? SLACK_DAYS : 0, about, sorts));
  return bands;
}

/** Nobody is as good as certain to have bought, or not to have bought, in some days. */
const MOST = 0.95;

function bandOf(
  level: Band["level"],
  purchases: readonly Purchase[],
  windows: readonly DayWindow[],
  slack: number,
  { said, postDay, shares }: About,
  sorts: ReadonlySet<string>,
): Band {
  const [from, to] =
    level === "against"
      ? [Number.NEGATIVE_INFINITY, postDay]
      : [
          postDay - Math.max(...windows.map(({ toDays }) => toDays)) - slack,
          postDay - Math.min(...windows.map(({ fromDays }) => fromDays)) + slack,
        ];
  const active = windows.reduce(
    (sum, { fromDays, toDays }) => sum + shares.bought(postDay - toDays - slack, postDay - fromDays + slack),
    0,
  );
  const choices = (of: (purchase: Purchase) => string | undefined) => new Set(purchases.map(of)).size;
  const store = said.stores.size === 0 ? 1 : shares.ofStores(said.stores, from, to);
  return {
    level,
    purchases,
    uOfDays: level === "against" ? 1 - Math.min(MOST, active) : Math.min(MOST, active),
    uOfProducts:
      said.products.size === 0
        ? 1
        : anyOf(
            choices(({ product }) => product),
            shares.ofProducts(said.products, from, to),
          ),
    uOfSorts:
      sorts.size === 0
        ? 1
        : anyOf(
            choices(({ category }) => category),
            shares.ofCategories(sorts, from, to),
          ),
    uOfStore: anyOf(1, store),
    uOfAnyStore: anyOf(
      choices(({ store }) => store),
      store,
    ),
  };
}

/** Chance that one of `n` things agrees where each does with `share`. */
const anyOf = (n: number, share: number): number => 1 - (1 - Math.min(share, 0.999)) ** Math.max(1, n);
