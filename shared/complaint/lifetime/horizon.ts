import { type BgNbd, expectedPurchases, type Rhythm } from "./bg-nbd.ts";

/** How far ahead a relationship is reckoned. */
export const HORIZON_MONTHS = 24;
export const DAYS_PER_MONTH = 365.25 / 12;
export const DAYS_PER_UNIT = { day: 1, week: 7 } as const;
export type TimeUnit = keyof typeof DAYS_PER_UNIT;

/** How time is reckoned: the months in units of the model, and what waiting for one costs, as a share. */
export type MonthlyDiscount = { readonly unitsPerMonth: number; readonly discount: number };

/** What one unit at the end of each month over the horizon is worth today. */
export function discountedMonths(discount: number): number {
  let sum = 0;
  for (let month = 1; month <= HORIZON_MONTHS; month++) sum += (1 + discount) ** -month;
  return sum;
}

/** Purchases expected over the horizon, those of each month discounted to today. */
export function discountedPurchases(
  model: BgNbd,
  rhythm: Rhythm,
  { unitsPerMonth, discount }: MonthlyDiscount,
): number {
  let sum = 0;
  let before = 0;
  for (let month = 1; month <= HORIZON_MONTHS; month++) {
    const until = expectedPurchases(model, rhythm, month * unitsPerMonth);
    sum += (until - before) * (1 + discount) ** -month;
    before = until;
  }
  return sum;
}
