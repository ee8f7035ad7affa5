import { chanceAlive, expectedPurchases } from "../../shared/complaint/lifetime/bg-nbd.ts";
import { expectedByDecay } from "../../shared/complaint/lifetime/decay.ts";
import { expectedSpend } from "../../shared/complaint/lifetime/gamma-gamma.ts";
import { DAYS_PER_UNIT } from "../../shared/complaint/lifetime/horizon.ts";
import type { LifetimeFit } from "../../shared/complaint/lifetime/lifetime-model.ts";
import type { History } from "./histories.ts";

const MINOR_PER_MAJOR = 100;

/** One customer as `shopkeeper value` writes it: times in the unit, money in major units. */
type Expectation = {
  readonly id: string;
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  /** Mean of the purchases after the first that cost something; 0 without any. */
  readonly monetary: number;
  /** `null` where the decay rule stands in, which knows of nobody that they are gone. */
  readonly pAlive: number | null;
  /** Over the horizon. */
  readonly expectedPurchases: number;
  /** At each of them. */
  readonly expectedSpend: number;
};

/** What somebody is expected to buy in the next `horizon` units, by the fitted models or else by the decay rule. */
export function expectationOf(history: History, fit: LifetimeFit, horizon: number): Expectation {
  const days = DAYS_PER_UNIT[fit.unit];
  const { customer, frequency, paid } = history;
  const rhythm = { frequency, recency: history.recency / days, age: history.age / days };
  const spent = history.spent / MINOR_PER_MAJOR;
  return {
    id: customer,
    frequency,
    recency: rhythm.recency,
    T: rhythm.age,
    monetary: paid === 0 ? 0 : spent / paid,
    ...(fit.sane
      ? {
          pAlive: chanceAlive(fit.bgnbd, rhythm),
          expectedPurchases: expectedPurchases(fit.bgnbd, rhythm, horizon),
          expectedSpend: expectedSpend(fit.gammaGamma, { frequency: paid, spent }),
        }
      : {
          pAlive: null,
          expectedPurchases: expectedByDecay(history.fadedDays, horizon * days),
          expectedSpend: history.fadedSpent / history.fadedDays / MINOR_PER_MAJOR,
        }),
  };
}
