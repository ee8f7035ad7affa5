import { believedPerYear } from "../believed.ts";
import { type BudgetCharge, budgetPeriods } from "../budget.ts";
import type { Case } from "../case.ts";
import type { Grant } from "../grant.ts";
import type { Instant } from "../ids.ts";
import type { Playbook } from "../playbook.ts";
import type { Role } from "./act.ts";
import { mandateRole } from "./signers-mandate.ts";

/** The person in counters and loss keys: the customer, else the author, else the mention. */
export const personOf = (of: Case): string => of.customer ?? of.author ?? of.answerTo;

/**
 * The counters that goodwill is charged to, in the brand's day, month and year. What is owed is charged to none, and
 * what was set for all in an incident to no agent's day: who signs it was not the one who gave it.
 *
 * @param grant with goodwill above 0
 */
export function chargesFor(
  of: Case,
  grant: Pick<Grant, "remedy" | "incident">,
  signer: { readonly id: Grant["grantedBy"]; readonly role: Role },
  rules: {
    readonly playbook: Pick<Playbook, "mandate">;
    readonly timeZone: string;
    readonly now: Instant;
    /** Whose mandate stands behind a remedy that was set for all. */
    readonly setBy?: "agent" | "manager" | undefined;
  },
): readonly BudgetCharge[] {
  const { mandate } = rules.playbook;
  const limits = mandate.roles[rules.setBy === "manager" ? "manager" : mandateRole(signer.role)];
  const { day, month, year } = budgetPeriods(rules.now, rules.timeZone);
  const charge = (scope: BudgetCharge["scope"], limitMinor: number): BudgetCharge => ({
    brand: of.brand,
    scope,
    minor: grant.remedy.goodwill.minor,
    limitMinor,
  });
  return [
    charge({ kind: "customer-year", customer: personOf(of), year }, limits.perCustomerYearMinor),
    ...(grant.incident === undefined
      ? [charge({ kind: "agent-day", agent: signer.id, day }, limits.perAgentDayMinor)]
      : []),
    charge({ kind: "brand-month", month }, mandate.brandMonthMinor),
  ];
}

/**
 * Counts that this person's word alone was enough. An agent is held to the number, a manager is not; both are counted.
 */
export function countOfBelieved(
  of: Case,
  role: Role,
  rules: { readonly playbook: Pick<Playbook, "mandate">; readonly timeZone: string; readonly now: Instant },
): BudgetCharge {
  const { year } = budgetPeriods(rules.now, rules.timeZone);
  return {
    brand: of.brand,
    scope: { kind: "believed-year", person: personOf(of), year },
    minor: 1,
    limitMinor: mandateRole(role) === "agent" ? believedPerYear(rules.playbook) : Number.MAX_SAFE_INTEGER,
  };
}

/** Gives back what a grant was charged, to the same counters: those of the moment it was granted. */
export function chargesBack(of: Case, grant: Grant, timeZone: string): readonly BudgetCharge[] {
  const { day, month, year } = budgetPeriods(grant.grantedAt, timeZone);
  const back = (scope: BudgetCharge["scope"], minor: number): BudgetCharge => ({
    brand: of.brand,
    scope,
    minor: -minor,
    limitMinor: 0,
  });
  // The one who was charged: who the person is may have become known since.
  const person = grant.chargedTo ?? personOf(of);
  const goodwill = grant.remedy.goodwill.minor;
  return [
    ...(goodwill > 0
      ? [
          back({ kind: "customer-year", customer: person, year }, goodwill),
          ...(grant.incident === undefined
            ? [back({ kind: "agent-day", agent: grant.grantedBy, day }, goodwill)]
            : []),
          back({ kind: "brand-month", month }, goodwill),
        ]
      : []),
    ...(grant.believed ? [back({ kind: "believed-year", person, year }, 1)] : []),
  ];
}
