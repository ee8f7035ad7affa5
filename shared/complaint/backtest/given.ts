import type { Decision, LimitName, RemedyKind } from "../remedy.ts";

/**
 * Who would have signed: the agent inside the mandate, a manager for what met a limit. By hand and in a stop case
 * nothing is given by the machine, and nobody signs a remedy.
 */
export type Signer = "agent" | "manager" | "nobody";

/** Every code that can stand as the outcome of a replayed case. */
export type GivenOutcome = "remedy" | "escalated" | "by-hand" | "stop";

/**
 * What one case comes to under one version of the playbook. Amounts are minor units of the brand's currency;
 * `owed` + `floor` + `goodwill` = `cost`, and one of `owed` and `floor` is always 0.
 */
export type Given = {
  readonly outcome: GivenOutcome;
  readonly signer: Signer;
  readonly situation?: string;
  readonly kind?: RemedyKind;
  /** What the customer gets, where it is an amount. */
  readonly valueMinor?: number;
  readonly owedMinor: number;
  readonly floorMinor: number;
  readonly goodwillMinor: number;
  readonly costMinor: number;
  /** Absent where nothing is known of the relationship. */
  readonly atRiskMinor?: number;
  /** The limit that an escalation met, and by how much it was too little. */
  readonly limitMet?: LimitName;
  readonly overMinor?: number;
  /** Codes of the rules that spoke, in their order. */
  readonly reasons: readonly string[];
};

/** A decision read as what was given; of an escalation the proposal, signed by a manager. */
export function givenBy(
  decision: Decision,
  escalation?: { readonly limitMet: LimitName; readonly overMinor: number },
): Given {
  const reasons = decision.reasons.map(({ code }) => code);
  const situation = decision.situation === undefined ? {} : { situation: decision.situation };
  // A backtest knows no incidents; one that waited for its own was given nothing.
  if (decision.outcome === "frozen")
    return { outcome: "by-hand", signer: "nobody", ...situation, ...NOTHING, reasons };
  if (decision.outcome === "stop" || decision.outcome === "by-hand")
    return { outcome: decision.outcome, signer: "nobody", ...situation, ...NOTHING, reasons };
  const remedy = decision.outcome === "remedy" ? decision.remedy : decision.proposal;
  const isOwed = reasons.includes("owed");
  const { atRisk } = decision.proportion;
  return {
    outcome: escalation ? "escalated" : "remedy",
    signer: escalation ? "manager" : "agent",
    ...situation,
    kind: remedy.kind,
    ...(remedy.value === undefined ? {} : { valueMinor: remedy.value.minor }),
    owedMinor: isOwed ? remedy.owed.minor : 0,
    floorMinor: isOwed ? 0 : remedy.owed.minor,
    goodwillMinor: remedy.goodwill.minor,
    costMinor: remedy.cost.minor,
    ...(atRisk.minor > 0 ? { atRiskMinor: atRisk.minor } : {}),
    ...escalation,
    reasons,
  };
}

const NOTHING = { owedMinor: 0, floorMinor: 0, goodwillMinor: 0, costMinor: 0 };
