import { expectedSpendByDecay } from "./lifetime/decay.ts";
import { highestExpectation, type PurchaseDay } from "./lifetime/highest-expectation.ts";
import type { LifetimeModel } from "./lifetime/lifetime-model.ts";
import { outlookOn } from "./lifetime/outlook.ts";
import { type Currency, type Money, money, shareOf } from "./money.ts";
import type { Purchase, Relationship } from "./relationship.ts";

const MINOR_PER_MAJOR = 100;
const DAY_MS = 86_400_000;
const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

/** Margin still expected over 24 months, discounted: today, the highest on any purchase day, and by what it was told. */
export type Expectation = {
  readonly today: Money;
  readonly highest: Money;
  readonly forecast: NonNullable<Relationship["forecast"]>;
};

/** What the expectation of a relationship is made from. */
export type ExpectationFacts = {
  /** What was kept, oldest first. */
  readonly kept: readonly Purchase[];
  readonly currency: Currency;
  readonly marginShare: number;
  readonly monthlyDiscount: number;
  /** ISO date. */
  readonly today: string;
  /** Absent where none is to be used. */
  readonly model?: LifetimeModel | undefined;
};

/** By the model where there is one, else by the decay rule. A purchase of which all went back is none. */
export function expectationOf(facts: ExpectationFacts): Expectation {
  const { currency, model, marginShare, monthlyDiscount } = facts;
  const days = purchaseDays(facts.kept);
  const today = dayOf(facts.today);
  const marginOf = (spent: number): Money =>
    shareOf(money(Math.round(spent * MINOR_PER_MAJOR), currency), marginShare);
  const outlook = model === undefined ? undefined : outlookOn(model, days, monthlyDiscount, today);
  if (model === undefined || outlook === undefined) {
    const spend = expectedSpendByDecay(days, monthlyDiscount, today);
    return { today: marginOf(spend.today), highest: marginOf(spend.highest), forecast: { by: "decay" } };
  }
  return {
    today: marginOf(outlook.spend),
    highest: marginOf(highestExpectation(model, days, monthlyDiscount)),
    forecast: {
      by: "lifetime-model",
      fittedAt: model.fittedAt,
      customers: model.customers,
      chanceAlive: outlook.chanceAlive,
      purchases: outlook.purchases,
      spendAtATime: money(Math.round(outlook.spendAtATime * MINOR_PER_MAJOR), currency),
      least: marginOf(outlook.least),
      most: marginOf(outlook.most),
    },
  };
}

/** The lines of one day are one purchase. */
function purchaseDays(kept: readonly Purchase[]): readonly PurchaseDay[] {
  const minorOn = new Map<string, number>();
  for (const { date, amountMinor } of kept)
    if (amountMinor > 0) minorOn.set(date, (minorOn.get(date) ?? 0) + amountMinor);
  return [...minorOn]
    .map(([date, minor]) => ({ day: dayOf(date), spent: minor / MINOR_PER_MAJOR }))
    .toSorted((one, other) => one.day - other.day);
}
