import type { AgentId, BrandId, CustomerId } from "./ids.ts";

/** A counter of goodwill already promised: one number, raised at approval and lowered at release. */
export type BudgetScope =
  | { readonly kind: "customer-year"; readonly customer: CustomerId | string; readonly year: string }
  | { readonly kind: "agent-day"; readonly agent: AgentId; readonly day: string }
  | { readonly kind: "brand-month"; readonly month: string };

/** What is already committed in each scope, minor units, and what a further approval would be charged to. */
export type Budgets = {
  readonly customerYearMinor: number;
  readonly agentDayMinor: number;
  readonly brandMonthMinor: number;
};

/** A charge to one counter: `ADD committed :c` if what is committed leaves room under the limit. */
export type BudgetCharge = {
  readonly brand: BrandId;
  readonly scope: BudgetScope;
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

/** Making a format costs a hundred times what using it does, and a brand has one time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  dayFormats.set(timeZone, made);
  return made;
}
