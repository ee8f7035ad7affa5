import { ownPartOf } from "./ladder.ts";
import type { Money } from "./money.ts";
import type { Decision, LimitName, Remedy, RemedyKind } from "./remedy.ts";

/** An agent's own choice: any kind, any amount, or an own idea with its cost. Minor units of the decision's currency. */
export type RemedyChoice = {
  readonly kind: RemedyKind;
  /** What the customer gets, where it is an amount. */
  readonly valueMinor?: number | undefined;
  /** What it costs the brand; for an amount it is the amount. */
  readonly costMinor: number;
  /** The own idea, in the agent's words. */
  readonly note?: string | undefined;
};

type Proposal = Extract<Decision, { outcome: "remedy" | "escalate" }>;

export type MandateCheck =
  | { readonly ok: true; readonly remedy: Remedy }
  /** Beyond the mandate: the case goes to a named person with this very proposal. */
  | {
      readonly ok: false;
      readonly why: "limit";
      readonly limitMet: LimitName;
      readonly overByMinor: number;
      readonly remedy: Remedy;
    }
  /** Less than everybody with this loss gets. */
  | { readonly ok: false; readonly why: "below-floor"; readonly core: Remedy }
  /** Nothing may be given here: a stop case, or a loss that was made good before. */
  | { readonly ok: false; readonly why: "nothing-to-give" };

/**
 * Whether an agent's own choice stands inside the mandate. What is owed and the floor are not counted against it.
 *
 * A choice of the core's kind or an amount must be worth the core; of an own idea the agent is the judge.
 */
export function remedyInsideMandate(decision: Decision, choice: RemedyChoice): MandateCheck {
  if (decision.outcome === "stop" || decision.outcome === "frozen")
    return { ok: false, why: "nothing-to-give" };
  const { mandate } = decision;
  if (!mandate) return { ok: false, why: "nothing-to-give" };
  const currency = mandate.limit.currency;
  const proposal = decision.outcome === "by-hand" ? undefined : decision;
  const costMinor =
    choice.valueMinor === undefined ? choice.costMinor : Math.max(choice.costMinor, choice.valueMinor);
  if (!Number.isSafeInteger(costMinor) || costMinor < 0)
    throw new RangeError(`a remedy cannot cost ${costMinor}`);
  const coreCostMinor = proposal?.core?.cost.minor ?? 0;
  const owedMinor = ownPartOf(
    { costMinor, ...(choice.valueMinor === undefined ? {} : { valueMinor: choice.valueMinor }) },
    { costMinor: coreCostMinor, besideMinor: proposal?.beside?.minor ?? coreCostMinor },
  );
  const inCurrency = (minor: number): Money => ({ minor, currency });
  const remedy: Remedy = {
    kind: choice.kind,
    ...(choice.valueMinor === undefined ? {} : { value: inCurrency(choice.valueMinor) }),
    cost: inCurrency(costMinor),
    owed: inCurrency(owedMinor),
    goodwill: inCurrency(costMinor - owedMinor),
    ...(choice.note === undefined ? {} : { note: choice.note }),
  };
  if (proposal?.core && isBelow(remedy, proposal.core, proposal.coreWorth) && !isOffered(remedy, proposal))
    return { ok: false, why: "below-floor", core: proposal.core };
  const overByMinor = remedy.goodwill.minor - mandate.limit.minor;
  if (overByMinor > 0) return { ok: false, why: "limit", limitMet: mandate.boundBy, overByMinor, remedy };
  if (decision.outcome === "escalate")
    return {
      ok: false,
      why: "limit",
      limitMet: decision.limitMet,
      overByMinor: decision.overBy?.minor ?? 0,
      remedy,
    };
  return { ok: true, remedy };
}

/** What the decision proposes or holds beside it, or better: goods may cost the brand less than the price they replace. */
function isOffered(remedy: Remedy, decision: Proposal): boolean {
  const proposed = decision.outcome === "remedy" ? decision.remedy : decision.proposal;
  return [proposed, ...decision.alternatives].some(
    (other) =>
      other.kind === remedy.kind &&
      remedy.cost.minor >= other.cost.minor &&
      (other.value === undefined || (remedy.value?.minor ?? 0) >= other.value.minor),
  );
}

/** An amount must be worth the core, also where the core is goods; goods are compared by their cost. */
function isBelow(remedy: Remedy, core: Remedy, coreWorth: Money | undefined): boolean {
  if (remedy.kind === "own-idea") return false;
  const worth = coreWorth ?? core.value;
  if (worth && remedy.value) return remedy.value.minor < worth.minor;
  return remedy.cost.minor < core.cost.minor;
}
