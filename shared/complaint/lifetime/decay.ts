import { DAYS_PER_MONTH, discountedMonths } from "./horizon.ts";

/**
 * The pace at which a purchase stops telling what is still to come: half in a year.
 * Goods of one season come back after a year; a shorter half-life would forget skis every summer.
 */
const HALF_LIFE_MONTHS = 12;

/** What is left of a purchase after so many days, 0 to 1. */
export const fadedAfter = (days: number): number => 2 ** -(days / DAYS_PER_MONTH / HALF_LIFE_MONTHS);

/** The monthly pace of somebody whose faded purchases add up to one: who buys steadily keeps what they have a month. */
const MONTHLY_PACE = Math.LN2 / HALF_LIFE_MONTHS;

/** Where no model is to be had: what is expected in the next `days`, of the faded sum of what was. Same unit. */
export const expectedByDecay = (faded: number, days: number): number =>
  faded * MONTHLY_PACE * (days / DAYS_PER_MONTH);

/**
 * Spend expected over 24 months, discounted, by the decay rule: today, and the highest on any purchase day. Same unit
 * of money as `days`, which are in order.
 *
 * The monthly pace on a day is the sum of earlier amounts, each halved per half-life and times ln 2 ÷ half-life: for
 * somebody who buys steadily this is what they spend a month. A positive amount on any day can only raise it, which
 * an average since the first purchase would not keep: an old purchase found later would lower it.
 */
export function expectedSpendByDecay(
  days: readonly { readonly day: number; readonly spent: number }[],
  discount: number,
  today: number,
): { today: number; highest: number } {
  let faded = 0;
  let highest = 0;
  let last = days[0]?.day ?? today;
  for (const { day, spent } of days) {
    faded = faded * fadedAfter(day - last) + spent;
    highest = Math.max(highest, faded);
    last = day;
  }
  const toSpend = MONTHLY_PACE * discountedMonths(discount);
  return { today: faded * fadedAfter(today - last) * toSpend, highest: highest * toSpend };
}
