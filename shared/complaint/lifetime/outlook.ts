import { chanceAlive, expectedPurchases } from "./bg-nbd.ts";
import { expectedSpend } from "./gamma-gamma.ts";
import type { PurchaseDay } from "./highest-expectation.ts";
import { DAYS_PER_MONTH, DAYS_PER_UNIT, discountedPurchases, HORIZON_MONTHS } from "./horizon.ts";
import type { LifetimeModel } from "./lifetime-model.ts";
import { purchaseRange } from "./purchase-range.ts";

/** Share of the outcomes that lie within the range that is told. */
export const RANGE_SHARE = 0.8;

/** What is expected of a customer over 24 months as of a day; money in major units, discounted. */
export type Outlook = {
  readonly chanceAlive: number;
  /** Purchases over the horizon, not discounted. */
  readonly purchases: number;
  readonly spendAtATime: number;
  readonly spend: number;
  /** Of eight outcomes in ten: their number of purchases, each at the spend expected at a time. */
  readonly least: number;
  readonly most: number;
};

/** The outlook on `today`, a day number like those of `days`; undefined without purchases. */
export function outlookOn(
  model: LifetimeModel,
  days: readonly PurchaseDay[],
  discount: number,
  today: number,
): Outlook | undefined {
  const [first, ...repeats] = days;
  if (first === undefined) return undefined;
  const perUnit = DAYS_PER_UNIT[model.unit];
  const last = repeats.at(-1) ?? first;
  const rhythm = {
    frequency: repeats.length,
    recency: (last.day - first.day) / perUnit,
    age: (today - first.day) / perUnit,
  };
  const unitsPerMonth = DAYS_PER_MONTH / perUnit;
  const horizon = HORIZON_MONTHS * unitsPerMonth;
  const purchases = expectedPurchases(model.bgnbd, rhythm, horizon);
  const discounted = discountedPurchases(model.bgnbd, rhythm, { unitsPerMonth, discount });
  const spent = repeats.reduce((sum, day) => sum + day.spent, 0);
  const spendAtATime = expectedSpend(model.gammaGamma, { frequency: rhythm.frequency, spent });
  const range = purchaseRange(model.bgnbd, rhythm, horizon, RANGE_SHARE);
  // One of these purchases is worth today what the expected ones are on average.
  const worth = purchases > 0 ? (discounted / purchases) * spendAtATime : 0;
  return {
    chanceAlive: chanceAlive(model.bgnbd, rhythm),
    purchases,
    spendAtATime,
    spend: discounted * spendAtATime,
    least: range.fewest * worth,
    most: range.most * worth,
  };
}
