import type { PurchaseShares } from "./match-shares.ts";
import type { Playbook } from "./playbook.ts";
import type { Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";
import type { DayWindow } from "./said-time.ts";
import { dayOf } from "./sold-counts.ts";

/** A complaint without a word on when is about something bought since. */
const LATELY: DayWindow = { fromDays: 0, toDays: 90 };
/** People misplace a purchase by a few days. */
const SLACK_DAYS = 7;
/** Nobody is as good as certain to have bought, or not to have bought, in some days. */
const MOST = 0.95;

/** How well the day of a purchase fits what is said: in the days said, within a week of them, or at any time. */
type Fit = "exact" | "close" | "against";

/** How common what a post says is in the register. Reckoned once for a post, whoever the candidates are. */
export type Asked = {
  readonly said: Said;
  readonly postDay: number;
  readonly shares: PurchaseShares;
  readonly playbook: Pick<Playbook, "priceList">;
  /** The sorts of goods that the post can mean: those named, and those of the products named. */
  readonly sorts: ReadonlySet<string>;
  readonly fits: readonly {
    readonly level: Fit;
    readonly has: (day: number) => boolean;
    /** Share of customers who bought anything in these days; for `against` the share of those who did not. */
    readonly ofDays: number;
    readonly ofProducts: number;
    readonly ofSorts: number;
    readonly ofStores: number;
  }[];
};

export function ask(
  said: Said,
  postDay: number,
  shares: PurchaseShares,
  playbook: Pick<Playbook, "priceList">,
): Asked {
  // "Bikes, hockey, everything is from you": then the sorts are the breadth's, which speaks for them.
  const sorts = new Set(said.claimsBreadth ? [] : said.categories);
  for (const { id, category } of playbook.priceList) if (said.products.has(id)) sorts.add(category);
  const windows = said.windows.length > 0 ? said.windows : [LATELY];
  const fitOf = (level: Fit, slack: number): Asked["fits"][number] => {
    const spans = windows.map(
      ({ fromDays, toDays }) => [postDay - toDays - slack, postDay - fromDays + slack] as const,
    );
    const [from, to] =
      level === "against"
        ? [Number.NEGATIVE_INFINITY, postDay]
        : [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))];
    const active = Math.min(
      MOST,
      spans.reduce((sum, [first, last]) => sum + shares.bought(first, last), 0),
    );
    return {
      level,
      has: (day) => level === "against" || spans.some(([first, last]) => day >= first && day <= last),
      ofDays: level === "against" ? 1 - active : active,
      ofProducts: said.products.size === 0 ? 1 : shares.ofProducts(said.products, from, to),
      ofSorts: sorts.size === 0 ? 1 : shares.ofCategories(sorts, from, to),
      ofStores: said.stores.size === 0 ? 1 : shares.ofStores(said.stores, from, to),
    };
  };
  const fits =
    said.windows.length > 0
      ? [fitOf("exact", 0), fitOf("close", SLACK_DAYS), fitOf("against", SLACK_DAYS)]
      : [fitOf("exact", 0), fitOf("against", 0)];
  return { said, postDay, shares, playbook, sorts, fits };
}

/** Purchases of one candidate that fit as well, and how likely somebody with as many has one that fits the rest. */
export type Band = {
  readonly level: Fit;
  readonly purchases: readonly Purchase[];
  readonly uOfDays: number;
  readonly uOfProducts: number;
  readonly uOfSorts: number;
  /** Of one purchase, and of any of the band's. */
  readonly uOfStore: number;
  readonly uOfAnyStore: number;
};

export const bandsOf = ({ fits }: Asked, bought: readonly Purchase[]): Band[] =>
  fits.map(({ level, has, ofDays, ofProducts, ofSorts, ofStores }) => {
    const purchases = bought.filter(({ date }) => has(dayOf(date)));
    const choices = (of: (purchase: Purchase) => string | undefined) => new Set(purchases.map(of)).size;
    return {
      level,
      purchases,
      uOfDays: ofDays,
      uOfProducts: anyOf(
        choices(({ product }) => product),
        ofProducts,
      ),
      uOfSorts: anyOf(
        choices(({ category }) => category),
        ofSorts,
      ),
      uOfStore: anyOf(1, ofStores),
      uOfAnyStore: anyOf(
        choices(({ store }) => store),
        ofStores,
      ),
    };
  });

/** Chance that one of `n` things agrees where each does with `share`. */
const anyOf = (n: number, share: number): number => 1 - (1 - Math.min(share, 0.999)) ** Math.max(1, n);
