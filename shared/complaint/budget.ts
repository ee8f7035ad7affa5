import type { AgentId, BrandId, CustomerId, Instant } from "./ids.ts";

/**
 * A counter: one number, raised at approval and lowered at release. Of goodwill already promised, in minor units; and,
 * in `believed-year`, of how often this person's word alone was enough.
 */
export type BudgetScope =
  | { readonly kind: "customer-year"; readonly customer: CustomerId | string; readonly year: string }
  | { readonly kind: "agent-day"; readonly agent: AgentId; readonly day: string }
  | { readonly kind: "brand-month"; readonly month: string }
  | { readonly kind: "believed-year"; readonly person: string; readonly year: string };

/** What is already committed in each scope, minor units, and what a further approval would be charged to. */
export type Budgets = {
  readonly customerYearMinor: number;
  readonly agentDayMinor: number;
  readonly brandMonthMinor: number;
  /** How often in this year the person's word alone was enough; 0 where nothing is counted. */
  readonly believedTimes?: number | undefined;
};

/** A charge to one counter: `ADD committed :c` if what is committed leaves room under the limit. */
export type BudgetCharge = {
  readonly brand: BrandId;
  readonly scope: BudgetScope;
  /** Minor units; times in `believed-year`. */
  readonly minor: number;
  readonly limitMinor: number;
};

/**
 * Day, month and year of a moment in the brand's time zone, as used in counter keys.
 *
 * @param at ISO instant
 */
export function budgetPeriods(at: string, timeZone: string): { day: string; month: string; year: string } {
  const day = dayFormat(timeZone).format(new Date(at));
  return { day, month: day.slice(0, 7), year: day.slice(0, 4) };
}

/**
 * When a counter may be forgotten: how often somebody was believed, when the year is over everywhere. Undefined for
 * counters that are kept.
 */
export const forgottenAt = (scope: BudgetScope): Instant | undefined =>
  scope.kind === "believed-year" ? `${Number(scope.year) + 1}-01-02T00:00:00.000Z` : undefined;

/** Making a format costs a hundred times what using it does, and a brand has one time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  dayFormats.set(timeZone, made);
  return made;
}
