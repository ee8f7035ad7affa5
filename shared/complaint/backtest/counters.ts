import { type Budgets, budgetPeriods } from "../budget.ts";

/** Who a charge is counted for, and when. `at` is an ISO instant. */
export type Charged = { readonly person: string; readonly agent: string; readonly at: string };

/** The counters of a replay: goodwill by customer and year, agent and day, brand and month, in minor units. */
export type Counters = {
  /** What was charged before, as of this moment. Moments must not go backwards. */
  standing(charged: Charged): Budgets;
  /**
   * @param goodwillMinor 0 or more
   * @param believed the person's word alone was enough
   */
  charge(charged: Charged, goodwillMinor: number, believed?: boolean): void;
  /**
   * Claims a loss, which is made good once.
   * @returns false when it was claimed before
   */
  claim(lossKey: string, at: string): boolean;
};

/** A purchase is one loss for good; any other is one person's in one situation on one day. */
const FOR_GOOD = "purchase:";

/**
 * Counters that begin empty. What belongs to a day, month or year that is over is let go, so that memory grows with
 * the customers of one year and not with the cases.
 */
export function emptyCounters(timeZone: string): Counters {
  let now = { day: "", month: "", year: "" };
  let ofMonth = 0;
  const ofCustomer = new Map<string, number>();
  const believedOf = new Map<string, number>();
  const ofAgent = new Map<string, number>();
  const lossesOfDay = new Set<string>();
  const purchases = new Set<string>();
  const turnTo = (at: string): void => {
    const next = budgetPeriods(at, timeZone);
    if (next.day === now.day) return;
    ofAgent.clear();
    lossesOfDay.clear();
    if (next.month !== now.month) ofMonth = 0;
    if (next.year !== now.year) {
      ofCustomer.clear();
      believedOf.clear();
    }
    now = next;
  };
  return {
    standing({ person, agent, at }) {
      turnTo(at);
      return {
        customerYearMinor: ofCustomer.get(person) ?? 0,
        agentDayMinor: ofAgent.get(agent) ?? 0,
        brandMonthMinor: ofMonth,
        believedTimes: believedOf.get(person) ?? 0,
      };
    },
    charge({ person, agent, at }, goodwillMinor, believed = false) {
      turnTo(at);
      if (believed) believedOf.set(person, (believedOf.get(person) ?? 0) + 1);
      if (goodwillMinor === 0) return;
      ofMonth += goodwillMinor;
      ofCustomer.set(person, (ofCustomer.get(person) ?? 0) + goodwillMinor);
      ofAgent.set(agent, (ofAgent.get(agent) ?? 0) + goodwillMinor);
    },
    claim(lossKey, at) {
      turnTo(at);
      const claimed = lossKey.startsWith(FOR_GOOD) ? purchases : lossesOfDay;
      if (claimed.has(lossKey)) return false;
      claimed.add(lossKey);
      return true;
    },
  };
}
