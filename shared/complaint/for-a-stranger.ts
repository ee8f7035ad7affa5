import { type DecisionFacts, decide } from "./decide.ts";
import type { Decision } from "./remedy.ts";

/** What is known of a case from the public words, the playbook and the clock alone. */
type PublicFacts = Pick<
  DecisionFacts,
  "assessment" | "product" | "playbook" | "playbookVersion" | "currency" | "now" | "timeZone"
>;

/**
 * What the same words would get from somebody of whom nothing is known: no match, no purchases, no earlier grants,
 * nothing that the relationship adds. The public reply is made from this, so that it cannot tell a customer from a
 * passer-by. What a stranger gets is the floor, and nobody gets less than the floor: so it is true for both.
 */
export const decideForStranger = (facts: PublicFacts): Decision => decide(factsOfStranger(facts));

/** The facts of somebody of whom nothing but the public words is known. */
export function factsOfStranger(facts: PublicFacts): DecisionFacts {
  const nothing = { minor: 0, currency: facts.currency };
  return {
    assessment: facts.assessment,
    product: facts.product,
    playbook: facts.playbook,
    playbookVersion: facts.playbookVersion,
    currency: facts.currency,
    now: facts.now,
    timeZone: facts.timeZone,
    relationship: {
      purchases: 0,
      categories: [],
      spent: nothing,
      margin: nothing,
      thanks: nothing,
      expected: nothing,
      level: nothing,
      atRisk: nothing,
      churnRise: 0,
      basis: "segment-default",
      computedAt: facts.now,
    },
    purchases: [],
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    roleLimits: "agent",
    person: { mention: "stranger" },
  };
}
