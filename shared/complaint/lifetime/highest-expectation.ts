import { NEWCOMER } from "./bg-nbd.ts";
import { expectedSpend } from "./gamma-gamma.ts";
import { DAYS_PER_MONTH, DAYS_PER_UNIT, discountedPurchases } from "./horizon.ts";
import type { LifetimeModel } from "./lifetime-model.ts";
import { type Step, stepsOf } from "./steps.ts";

/** A day with purchases: its number, counted from any day, and what was spent, above 0, in major units. */
export type PurchaseDay = { readonly day: number; readonly spent: number };

/** Told of each reckoning of the model, for the work to be counted. */
type Reckoned = () => void;

/**
 * The highest spend, over 24 months and discounted, that could be expected of somebody on any of their purchase days,
 * in major units; 0 without purchases. Never lower because there are more purchases, older, newer, in between or
 * cheap ones, nor because time has passed.
 *
 * The plain reading of a whole history does not keep that: an older first purchase lowers the rate, a cheap one the
 * spend at a time, and with it the whole. So every stretch of purchase days is read, as if the customer had first been
 * seen on its first day, at its last; and with every number of purchases up to those in it. Of all stretches no longer
 * than an age, the most bought and the most spent count, for fewer purchases at most what as many of the dearest cost.
 * More purchases only add readings and raise these sums, and one reading rises with the sum, whatever the model: the
 * highest can only rise. It is at least the plain reading on any day.
 *
 * Ages and numbers are read in steps (`stepsOf`), each from the end that favours the customer, within 3 %: the purchases
 * expected rise with their number and fall with age, the spend at a time falls with their number.
 */
export function highestExpectation(
  model: LifetimeModel,
  days: readonly PurchaseDay[],
  discount: number,
  reckoned: Reckoned = () => undefined,
): number {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 0;
  const perUnit = DAYS_PER_UNIT[model.unit];
  const time = { unitsPerMonth: DAYS_PER_MONTH / perUnit, discount };
  const ages = stepsOf(0, last.day - first.day);
  const counts = stepsOf(1, days.length - 1);
  const most = mostWithin(days, ages);
  const dearest = dearestSums(days.slice(1));

  const reckonedBefore = new Map<string, number>();
  const purchasesOf = (frequency: number, days: number): number => {
    const key = `${frequency} ${days}`;
    const known = reckonedBefore.get(key);
    if (known !== undefined) return known;
    reckoned();
    const age = days / perUnit;
    const purchases = discountedPurchases(model.bgnbd, { frequency, recency: age, age }, time);
    reckonedBefore.set(key, purchases);
    return purchases;
  };
  // No reading of these ages and counts is higher than all that favours them together.
  const bound = (box: Box): number => {
    const youngest = ages[box.ages.from];
    const fewest = counts[box.counts.from];
    const many = counts[box.counts.to];
    const within = most[box.ages.to];
    if (youngest === undefined || fewest === undefined || many === undefined || within === undefined)
      return 0;
    if (within.count < fewest.low) return 0;
    const frequency = Math.min(many.high, highOf(counts, within.count));
    const spent = Math.min(within.spent, dearest[Math.min(frequency, dearest.length - 1)] ?? 0);
    return (
      purchasesOf(frequency, youngest.low) * expectedSpend(model.gammaGamma, { frequency: fewest.low, spent })
    );
  };
  const newcomer =
    discountedPurchases(model.bgnbd, NEWCOMER, time) *
    expectedSpend(model.gammaGamma, { frequency: 0, spent: 0 });
  if (counts.length === 0) return newcomer;
  const whole = { ages: { from: 0, to: ages.length - 1 }, counts: { from: 0, to: counts.length - 1 } };
  return highestIn(whole, bound, newcomer);
}

type Range = { readonly from: number; readonly to: number };
type Box = { readonly ages: Range; readonly counts: Range };

/** Branch and bound: a box whose bound is no higher than what was found is left alone; one of a single step is exact. */
function highestIn(whole: Box, bound: (box: Box) => number, found: number): number {
  let highest = found;
  const look = (box: Box, atMost: number): void => {
    if (atMost <= highest) return;
    const halves = halvesOf(box);
    if (halves === undefined) {
      highest = atMost;
      return;
    }
    const bounded = halves.map((half) => ({ half, atMost: bound(half) }));
    for (const { half, atMost: ofHalf } of bounded.toSorted((one, other) => other.atMost - one.atMost))
      look(half, ofHalf);
  };
  look(whole, bound(whole));
  return highest;
}

/** Parted where it is longer. */
function halvesOf({ ages, counts }: Box): readonly [Box, Box] | undefined {
  const length = (range: Range) => range.to - range.from;
  if (length(ages) === 0 && length(counts) === 0) return undefined;
  if (length(ages) >= length(counts)) {
    const middle = Math.floor((ages.from + ages.to) / 2);
    return [
      { ages: { from: ages.from, to: middle }, counts },
      { ages: { from: middle + 1, to: ages.to }, counts },
    ];
  }
  const middle = Math.floor((counts.from + counts.to) / 2);
  return [
    { ages, counts: { from: counts.from, to: middle } },
    { ages, counts: { from: middle + 1, to: counts.to } },
  ];
}

const highOf = (counts: readonly Step[], count: number): number =>
  counts.findLast(({ low }) => low <= count)?.high ?? count;

/** For each age, the most purchases after the first, and the most spent on them, in any stretch no longer than it. */
function mostWithin(days: readonly PurchaseDay[], ages: readonly Step[]): { count: number; spent: number }[] {
  const on = Float64Array.from(days, ({ day }) => day);
  let sum = 0;
  const spentUntil = Float64Array.from(days, ({ spent }) => {
    sum += spent;
    return sum;
  });
  return ages.map(({ high }) => {
    let count = 0;
    let spent = 0;
    let first = 0;
    for (let last = 0; last < on.length; last++) {
      while ((on[last] ?? 0) - (on[first] ?? 0) > high) first += 1;
      count = Math.max(count, last - first);
      spent = Math.max(spent, (spentUntil[last] ?? 0) - (spentUntil[first] ?? 0));
    }
    return { count, spent };
  });
}

/** What the dearest n purchases cost together, at the place n. */
function dearestSums(days: readonly PurchaseDay[]): readonly number[] {
  const sums = [0];
  for (const { spent } of days.toSorted((one, other) => other.spent - one.spent))
    sums.push((sums.at(-1) ?? 0) + spent);
  return sums;
}
