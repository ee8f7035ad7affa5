import type { Budgets } from "./budget.ts";
import type { Playbook } from "./playbook.ts";
import type { LimitName } from "./remedy.ts";

/** A limit, and how much goodwill it still leaves; minor units, never negative. */
export type LimitRoom = {
  readonly name: LimitName;
  readonly limitMinor: number;
  readonly roomMinor: number;
};

/** A coffee's quarter, sixty-three cents, is no thanks. In the currency's own whole. */
const USUAL_LEAST_MINOR = 100;

/**
 * Minor units under which a sum is not given for the trouble alone: a small sum does worse than none (Gneezy &
 * Rustichini 2000, "Pay enough or don't pay at all"). An agent may still give it by hand.
 */
export const leastGoodwill = ({ mandate }: Pick<Playbook, "mandate">): number =>
  mandate.leastGoodwillMinor ?? USUAL_LEAST_MINOR;

/**
 * What every limit still leaves for goodwill. Limits bind goodwill only: what is owed and the floor are not in them,
 * save that what is given in all stays within the price factor (150 % of the price: Haesevoets 2017 finds no benefit above).
 *
 * @param core what is given anyway; `priceMinor` absent when no price is known, and then the price factor is silent
 */
export function roomForGoodwill(facts: {
  readonly playbook: Pick<Playbook, "mandate">;
  readonly role: "agent" | "manager";
  readonly budgets: Budgets;
  readonly atRiskMinor: number;
  readonly priceMinor?: number | undefined;
  readonly coreWorthMinor: number;
  /** Goodwill that the case has had already. */
  readonly caseMinor?: number | undefined;
}): readonly LimitRoom[] {
  const { mandate } = facts.playbook;
  const role = mandate.roles[facts.role];
  const { budgets } = facts;
  // Name, limit, and what of it is used up.
  const limits: [LimitName, number, number][] = [
    ["role-case", role.perCaseMinor, facts.caseMinor ?? 0],
    ["customer-year", role.perCustomerYearMinor, budgets.customerYearMinor],
    ["agent-day", role.perAgentDayMinor, budgets.agentDayMinor],
    ["brand-month", mandate.brandMonthMinor, budgets.brandMonthMinor],
    // Floor, not round: never offer more than the mandate.
    ["value-share", Math.floor(mandate.shareOfValueAtRisk * facts.atRiskMinor), 0],
  ];
  if (facts.priceMinor !== undefined) {
    limits.push(["price-factor", Math.floor(mandate.priceFactor * facts.priceMinor), facts.coreWorthMinor]);
  }
  return limits.map(([name, limitMinor, used]) => ({
    name,
    limitMinor,
    roomMinor: Math.max(0, limitMinor - used),
  }));
}

/** The smallest of the limits, and its name; the first named where several are as small. */
export function bindingLimit(rooms: readonly LimitRoom[]): LimitRoom {
  const [first, ...rest] = rooms;
  if (!first) throw new RangeError("there is always a limit: a mandate without one is not a mandate");
  return rest.reduce((least, room) => (room.roomMinor < least.roomMinor ? room : least), first);
}

/**
 * The cap that what is owed or the floor goes beyond, so that the whole proposal goes to a person.
 * It is never refused or shrunk.
 */
export function capMetByCore(
  coreCostMinor: number,
  facts: {
    readonly playbook: Pick<Playbook, "mandate">;
    readonly role: "agent" | "manager";
    readonly budgets: Budgets;
  },
): CapMet | undefined {
  const role = facts.playbook.mandate.roles[facts.role];
  const caps: [LimitName, number, number][] = [
    ["role-case", role.perCaseMinor, 0],
    ["customer-year", role.perCustomerYearMinor, facts.budgets.customerYearMinor],
  ];
  for (const [name, limitMinor, used] of caps) {
    const overByMinor = coreCostMinor + used - limitMinor;
    if (overByMinor > 0) return { name, limitMinor, overByMinor };
  }
  return undefined;
}

/** A cap that the core is beyond: how high it is, and by how much the core is above what is left. Minor units. */
export type CapMet = {
  readonly name: LimitName;
  readonly limitMinor: number;
  readonly overByMinor: number;
};
