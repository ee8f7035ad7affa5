import { type DecisionFacts, decide } from "../decide.ts";
import type { Currency } from "../money.ts";
import type { Playbook } from "../playbook.ts";
import type { Relationship } from "../relationship.ts";
import type { Decision, LimitName } from "../remedy.ts";
import { emptyCounters } from "./counters.ts";
import { type Given, givenBy } from "./given.ts";

/** A version of the playbook to be tried: the file, and the number it was published under (0 where it was not). */
export type TriedVersion = {
  readonly playbook: Playbook;
  readonly playbookVersion: number;
  readonly currency: Currency;
  readonly timeZone: string;
};

/** A case as one version of the playbook reads it. */
export type ReplayedCase = Pick<DecisionFacts, "assessment" | "match" | "purchases" | "product"> & {
  /** When the case came: an ISO instant, never before that of the case replayed last. */
  readonly at: string;
  /** Who answers; counted by the day. */
  readonly agent: string;
  readonly person: DecisionFacts["person"];
  /** What the relationship is worth, where we failed this customer before within 90 days or not. */
  readonly relationship: (failedBefore: boolean) => Relationship;
};

const OWN_FAILURE_MS = 90 * 86_400_000;
/** More than any sum: a limit that is not there. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Replays cases under one version, one after the other in order of time.
 *
 * Each case is decided twice: once as if no budget had been touched, which is what would have been asked for, and
 * once with the counters as they stand. Where a limit gives less than what was asked for, or refers it, the case is
 * an escalation by that limit. Every proposal, an agent's or an escalated one, counts as approved and given at the
 * moment of the post, so the counters hold what was asked for: a month that is reached stays reached, and a higher
 * limit never makes more escalations by that limit.
 *
 * @see docs/decisions/0022-backtest-counts-what-was-asked-for.md
 */
export function replayUnder(version: TriedVersion): (each: ReplayedCase) => Given {
  const counters = emptyCounters(version.timeZone);
  const unlimited = withoutBudgets(version.playbook);
  const failedAt = new Map<string, number>();
  return (each) => {
    const { at, agent, person } = each;
    const moment = Date.parse(at);
    const known = person.customer;
    const failed = known === undefined ? undefined : failedAt.get(known);
    const facts = {
      ...each,
      relationship: each.relationship(failed !== undefined && moment - failed <= OWN_FAILURE_MS),
      ...version,
      roleLimits: "agent" as const,
      now: at,
    };
    const asked = decide({ ...facts, playbook: unlimited, budgets: UNTOUCHED });
    if (asked.outcome !== "remedy" && asked.outcome !== "escalate") return givenBy(asked);
    if (!counters.claim(asked.lossKey, at))
      return givenBy(decide({ ...facts, budgets: UNTOUCHED, alreadyGranted: true }));
    const charged = { person: person.customer ?? person.author ?? person.mention, agent, at };
    const budgets = counters.standing(charged);
    const held = decide({ ...facts, budgets });
    const given = givenBy(asked, escalationOf(asked, held, version.playbook, budgets.customerYearMinor));
    counters.charge(charged, given.goodwillMinor, asked.believed);
    if (known !== undefined) failedAt.set(known, moment);
    return given;
  };
}

const UNTOUCHED = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };

/** The same mandate for each case, with nothing that adds up over cases. */
function withoutBudgets(playbook: Playbook): Playbook {
  const { mandate } = playbook;
  const open = { perCustomerYearMinor: NO_LIMIT, perAgentDayMinor: NO_LIMIT };
  return {
    ...playbook,
    mandate: {
      ...mandate,
      roles: {
        agent: { ...mandate.roles.agent, ...open },
        manager: { ...mandate.roles.manager, ...open },
      },
      brandMonthMinor: NO_LIMIT,
      believeFirstTimesPerYear: NO_LIMIT,
    },
  };
}

type Proposed = Extract<Decision, { outcome: "remedy" | "escalate" }>;

/** The limit that stood against what was asked for, and by how much it was too little. */
function escalationOf(
  asked: Proposed,
  held: Decision,
  { mandate }: Playbook,
  customerYearMinor: number,
): { limitMet: LimitName; overMinor: number } | undefined {
  // It is about who signs: no sum was too little.
  if (held.outcome === "escalate" && held.limitMet === "believe-first")
    return { limitMet: held.limitMet, overMinor: 0 };
  if (held.outcome === "escalate") {
    const coreMinor = held.core?.cost.minor ?? 0;
    const { perCaseMinor, perCustomerYearMinor } = mandate.roles.agent;
    const overMinor =
      held.limitMet === "customer-year"
        ? coreMinor + customerYearMinor - perCustomerYearMinor
        : coreMinor - perCaseMinor;
    return { limitMet: held.limitMet, overMinor: Math.max(0, overMinor) };
  }
  if (held.outcome !== "remedy") return undefined;
  const askedMinor = (asked.outcome === "remedy" ? asked.remedy : asked.proposal).goodwill.minor;
  if (held.remedy.goodwill.minor >= askedMinor) return undefined;
  return { limitMet: held.mandate.boundBy, overMinor: askedMinor - held.mandate.limit.minor };
}
