import { coreOf, stepForAll } from "./decide.ts";
import type { IncidentMember } from "./incident.ts";
import { ownPartOf } from "./ladder.ts";
import type { Currency } from "./money.ts";
import type { Playbook, RemedyRule, Situation } from "./playbook.ts";

/** A remedy that may be set for all: `core`, what everybody with the loss gets, or a step of the situation's ladder. */
export type Choice = { readonly id: string; readonly rule?: RemedyRule };

/** What may be set: the core, and each step of the ladder that could give more. */
export function choicesOf(situation: Situation): readonly Choice[] {
  const steps = situation.goodwill.map((rule, at) => ({ id: `step-${at}`, rule }));
  return [{ id: "core" }, ...steps.filter(({ rule }) => rule.kind !== "attention")];
}

/** What a choice comes to over all the cases of an incident; minor units. */
export type Sums = {
  readonly cases: number;
  /** Cases whose price is not known: nothing of theirs is in the sums. */
  readonly unknown: number;
  /** What is owed and the floor. */
  readonly owedMinor: number;
  readonly goodwillMinor: number;
  /** The most that one case costs beside goodwill, and in goodwill. */
  readonly mostOwedMinor: number;
  readonly mostGoodwillMinor: number;
};

/**
 * Each writer's own amount, read from their own loss, added up. The cap of a case and the price factor bind as they do
 * in deciding; what a person has had this year is known only there.
 *
 * @param role whose cap of a case holds
 */
export function sumsOf(
  members: readonly Pick<IncidentMember, "is" | "loss">[],
  choice: Choice,
  facts: {
    readonly situation: Pick<Situation, "owed" | "floor">;
    readonly mandate: Playbook["mandate"];
    readonly role: "agent" | "manager";
    readonly currency: Currency;
  },
): Sums {
  const { situation, mandate, currency } = facts;
  const sums = {
    cases: 0,
    unknown: 0,
    owedMinor: 0,
    goodwillMinor: 0,
    mostOwedMinor: 0,
    mostGoodwillMinor: 0,
  };
  for (const { is, loss } of members) {
    if (is === "left") continue;
    sums.cases += 1;
    const { step: core } = coreOf(situation, loss, currency);
    const room =
      loss === undefined
        ? mandate.roles[facts.role].perCaseMinor
        : Math.min(
            mandate.roles[facts.role].perCaseMinor,
            Math.max(0, Math.floor(mandate.priceFactor * loss.priceMinor) - core.worthMinor),
          );
    const step = stepForAll(choice.rule, core, room, loss, currency);
    if (!step.priced) sums.unknown += 1;
    const owed = ownPartOf(step, core);
    const goodwill = step.costMinor - owed;
    sums.owedMinor += owed;
    sums.goodwillMinor += goodwill;
    sums.mostOwedMinor = Math.max(sums.mostOwedMinor, owed);
    sums.mostGoodwillMinor = Math.max(sums.mostGoodwillMinor, goodwill);
  }
  return sums;
}

export type SettingRefusal =
  /** A manager may; marketing gives no more than an agent. */
  | { readonly refused: "beyond-mandate"; readonly overByMinor: number }
  /** The goodwill of all cases together is more than the brand has left this month. What is owed is not counted. */
  | { readonly refused: "beyond-budget"; readonly overByMinor: number };

/**
 * Whether somebody with this role may set it. What is owed is never refused: beyond an agent's cap it needs a manager.
 *
 * @param sums reckoned with a manager's cap, so that they say what it would come to
 * @param usedMonthMinor goodwill that the brand has given this month
 */
export function maySet(
  sums: Sums,
  choice: Choice,
  facts: {
    readonly mandate: Playbook["mandate"];
    readonly role: "agent" | "manager";
    readonly usedMonthMinor: number;
  },
): SettingRefusal | undefined {
  const { mandate, role } = facts;
  if (role === "agent") {
    // A fixed amount is known before the first case is.
    const most = Math.max(sums.mostOwedMinor, sums.mostGoodwillMinor, choice.rule?.amountMinor ?? 0);
    const overByMinor = most - mandate.roles.agent.perCaseMinor;
    if (overByMinor > 0) return { refused: "beyond-mandate", overByMinor };
  }
  const overByMinor = sums.goodwillMinor - Math.max(0, mandate.brandMonthMinor - facts.usedMonthMinor);
  return sums.goodwillMinor > 0 && overByMinor > 0 ? { refused: "beyond-budget", overByMinor } : undefined;
}
