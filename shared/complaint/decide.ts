import type { Assessment } from "./assessment.ts";
import type { AuthorMatch } from "./author-match.ts";
import { isBelievedOften, standsOnWord } from "./believed.ts";
import { type Budgets, budgetPeriods } from "./budget.ts";
import {
  believedReasons,
  coreReasons,
  goodwillReasons,
  mayBeWorth,
  priceReasons,
  proportionReasons,
} from "./decision-reasons.ts";
import type { Incident } from "./incident.ts";
import {
  bestStep,
  type Core,
  fitStep,
  otherSteps,
  type Priced,
  remedyOf,
  type Step,
  stepOf,
} from "./ladder.ts";
import { bindingLimit, capMetByCore, leastGoodwill, roomForGoodwill } from "./limits.ts";
import { lossLineOf } from "./loss-line.ts";
import type { Currency } from "./money.ts";
import { refusingStore } from "./overturned.ts";
import type { Playbook, RemedyRule, Situation } from "./playbook.ts";

export { type MandateCheck, type RemedyChoice, remedyInsideMandate } from "./inside-mandate.ts";

import type { Purchase, Relationship } from "./relationship.ts";
import type { Decision, Proportion, Reason } from "./remedy.ts";

/** What a decision is made from. Nothing else moves it: no cue, tone, reach or sum in a text. */
export type DecisionFacts = {
  readonly assessment: Pick<Assessment, "lane" | "cues"> & {
    readonly situation?: Assessment["situation"] | undefined;
    readonly stopCase?: Assessment["stopCase"] | undefined;
  };
  readonly match?: AuthorMatch | undefined;
  readonly relationship: Relationship;
  /** Of the linked customer; empty where nobody is linked. */
  readonly purchases: readonly Purchase[];
  /** Price-list id that the text points at. */
  readonly product?: string | undefined;
  readonly playbook: Playbook;
  readonly playbookVersion: number;
  readonly currency: Currency;
  readonly budgets: Budgets;
  readonly roleLimits: "agent" | "manager";
  /** The incident that the case falls under; without `settled` the topic is frozen. */
  readonly incident?: Pick<Incident, "id" | "settled"> | undefined;
  /** This loss has been made good before. */
  readonly alreadyGranted?: boolean | undefined;
  readonly person: {
    readonly customer?: string | undefined;
    readonly author?: string | undefined;
    readonly mention: string;
  };
  /** ISO instant. */
  readonly now: string;
  /** The brand's; decides which day a loss belongs to. */
  readonly timeZone: string;
};

/**
 * What is to be done about a complaint, with every rule that spoke.
 *
 * Stop cases come first: no remedy. Then a topic that an incident has frozen: nothing until it is set for all, and then
 * what was set, with the same core for each. Then what is owed and the floor, for everybody with the loss; then goodwill
 * within the smallest limit. What is owed and the floor are never refused or shrunk: beyond the role's or the
 * person's cap the whole proposal is an escalation, and also where the person has been taken at their word as often
 * as an agent may. Amounts are minor units in the brand's currency, read from the
 * purchase line or the price list.
 *
 * @returns `by-hand` for a question, a look, an unknown situation or a loss already made good
 * @throws {RangeError} when the relationship is in another currency than the brand: loading must prevent it
 */
export function decide(facts: DecisionFacts): Decision {
  const { assessment, playbook } = facts;
  const version = { playbookVersion: facts.playbookVersion };
  if (assessment.lane === "stop" || assessment.stopCase) return stop(facts);
  const situation = playbook.situations.find((s) => s.id === assessment.situation);
  if (assessment.lane !== "answer" || !situation) {
    const why = assessment.lane === "answer" ? "no-situation" : assessment.lane;
    return {
      outcome: "by-hand",
      ...version,
      ...(situation ? { situation: situation.id } : {}),
      reasons: [{ code: "by-hand", values: { why } }],
      mandate: mandateOf(facts),
    };
  }
  if (facts.alreadyGranted) {
    return {
      outcome: "by-hand",
      ...version,
      situation: situation.id,
      reasons: [{ code: "already-granted", values: { situation: situation.id } }],
    };
  }
  const { incident } = facts;
  if (incident !== undefined && incident.settled === undefined) {
    return {
      outcome: "frozen",
      ...version,
      situation: situation.id,
      incident: incident.id,
      reasons: [{ code: "frozen", values: { incident: incident.id } }],
    };
  }
  return propose(facts, situation);
}

function stop(facts: DecisionFacts): Decision {
  const { onCall, keep } = facts.playbook;
  // In doubt which one: danger is the one with the shortest way to a person.
  const stopCase = facts.assessment.stopCase ?? "danger";
  return {
    outcome: "stop",
    playbookVersion: facts.playbookVersion,
    ...(facts.assessment.situation ? { situation: facts.assessment.situation } : {}),
    stopCase,
    onCall: onCall.byStopCase[stopCase] ?? onCall.default,
    keep: keep[stopCase] ?? [],
    reasons: [
      { code: "stop-case", values: { stopCase, onCall: onCall.byStopCase[stopCase] ?? onCall.default } },
    ],
  };
}

function propose(facts: DecisionFacts, situation: Situation): Decision {
  const { playbook, currency } = facts;
  const line = lossLineOf(facts);
  const core = coreOf(situation, line, currency);
  const settled = facts.incident?.settled;
  const role = settled?.role ?? facts.roleLimits;
  const rooms = roomForGoodwill({
    playbook,
    role,
    budgets: facts.budgets,
    atRiskMinor: inBrandCurrency(facts).minor,
    priceMinor: line?.priceMinor,
    coreWorthMinor: core.step.worthMinor,
  });
  const binding = bindingLimit(settled === undefined ? rooms : roomsForAll(rooms));
  const steps = situation.goodwill.map((rule) => stepOf(rule, line, currency));
  const leastMinor = leastGoodwill(playbook);
  const best = (atLeastMinor: number): Step =>
    bestStep(steps, core.step, binding.roomMinor, situation.loss, atLeastMinor);
  const chosen =
    settled === undefined
      ? best(leastMinor)
      : stepForAll(settled.rule, core.step, binding.roomMinor, line, currency);
  const asRemedy = (step: Step) => remedyOf(step, core.step, line, currency);
  const remedy = asRemedy(chosen);
  const proportion = proportionOf(facts, remedy.cost.minor);
  // What a manager has set for all needs no second manager for each.
  const capMet =
    settled?.role === "manager"
      ? undefined
      : capMetByCore(core.step.costMinor, { playbook, role, budgets: facts.budgets });
  // A fault that many have met stands on more than one writer's word.
  const believed = settled === undefined && standsOnWord(mayBeWorth(core.step, playbook), line, facts);
  const isOften = believed && isBelievedOften(playbook, facts.roleLimits, facts.budgets);
  const reasons: Reason[] = [
    ...(settled === undefined
      ? []
      : [{ code: "set-for-incident", values: { kind: remedy.kind, cost: remedy.cost } }]),
    ...priceReasons(line, core.step, currency),
    ...coreReasons(core, asRemedy(core.step), line, facts, capMet?.name),
    ...(isOften ? believedReasons(playbook, facts.budgets) : []),
    ...goodwillReasons(
      remedy,
      { limit: { minor: binding.roomMinor, currency }, boundBy: binding.name },
      steps.length > 0,
      settled === undefined && chosen === core.step && best(0) !== chosen
        ? { minor: leastMinor, currency }
        : undefined,
    ),
    ...proportionReasons(proportion, facts.relationship, remedy, core.step.priced),
  ];
  const overturned = refusingStore(situation, facts.assessment.cues, line, playbook);
  const shared = {
    playbookVersion: facts.playbookVersion,
    situation: situation.id,
    reasons,
    alternatives: otherSteps(steps, chosen, core.step, binding.roomMinor, line, situation.loss).map(asRemedy),
    mandate: { limit: { minor: binding.roomMinor, currency }, boundBy: binding.name },
    proportion,
    lossKey: lossKeyOf(facts, situation.id, line),
    core: asRemedy(core.step),
    beside: { minor: core.step.besideMinor, currency },
    coreWorth: { minor: core.step.worthMinor, currency },
    ...(overturned === undefined ? {} : { overturned }),
    ...(believed ? { believed } : {}),
    ...(facts.incident === undefined || settled === undefined
      ? {}
      : { incident: { id: facts.incident.id, rev: settled.rev, role: settled.role } }),
  };
  if (capMet) {
    const { name: limitMet, limitMinor, overByMinor } = capMet;
    const limit = { minor: limitMinor, currency };
    const overBy = { minor: overByMinor, currency };
    return { outcome: "escalate", ...shared, proposal: remedy, limitMet, limit, overBy };
  }
  if (isOften) return { outcome: "escalate", ...shared, proposal: remedy, limitMet: "believe-first" };
  return { outcome: "remedy", ...shared, remedy };
}

/**
 * In an incident the relationship adds nothing, so that its share of the value at risk does not bind; and no agent is
 * generous, so that no agent's day does. The price, the role's cap, the person's year and the brand's month do.
 */
function roomsForAll(rooms: ReturnType<typeof roomForGoodwill>) {
  return rooms.filter(({ name }) => name !== "value-share" && name !== "agent-day");
}

/** What was set for all, made to fit this loss; the core where it would give less, or nothing certain. */
export function stepForAll(
  rule: RemedyRule | undefined,
  core: Core,
  roomMinor: number,
  line: Priced | undefined,
  currency: Currency,
): Step {
  const step = rule === undefined ? undefined : stepOf(rule, line, currency);
  // What is owed in money is never turned into a voucher for somebody.
  if (step === undefined || !core.priced || (step.kind === "voucher" && core.worthMinor > 0)) return core;
  const fitted = fitStep(step, core, roomMinor);
  return fitted !== undefined && fitted.worthMinor > core.worthMinor ? fitted : core;
}

/** The greater of what is owed and the floor, and which of the two it is. What is owed wins where they are equal. */
export function coreOf(
  situation: Pick<Situation, "owed" | "floor">,
  line: Priced | undefined,
  currency: Currency,
): { readonly step: Core; readonly from: "owed" | "floor" } {
  const floor = stepOf(situation.floor, line, currency);
  const owed = situation.owed && stepOf(situation.owed, line, currency);
  const besideMinor = Math.max(ownAmountOf(floor), owed ? ownAmountOf(owed) : 0);
  if (!owed) return { step: { ...floor, besideMinor }, from: "floor" };
  // An amount that only a receipt shows is still owed; a floor that is certain stands in where there is one.
  const isOwed = owed.priced ? owed.worthMinor >= floor.worthMinor : floor.worthMinor <= 0;
  return isOwed
    ? { step: { ...owed, besideMinor }, from: "owed" }
    : { step: { ...floor, besideMinor }, from: "floor" };
}

const ownAmountOf = (step: Step): number => Math.min(step.costMinor, step.worthMinor);

function lossKeyOf(facts: DecisionFacts, situation: string, line: ReturnType<typeof lossLineOf>): string {
  if (line?.from.kind === "purchase") return `purchase:${line.from.id}`;
  const { customer, author, mention } = facts.person;
  const { day } = budgetPeriods(facts.now, facts.timeZone);
  return `${customer ?? author ?? mention}|${situation}|${day}`;
}

function inBrandCurrency(facts: DecisionFacts): Relationship["atRisk"] {
  const { atRisk } = facts.relationship;
  if (atRisk.currency !== facts.currency) {
    throw new RangeError(`the relationship is in ${atRisk.currency}, the brand in ${facts.currency}`);
  }
  return atRisk;
}

/** What an agent may give of own accord where nothing is proposed: every limit but the price factor. */
export function mandateOf(facts: DecisionFacts): {
  limit: Relationship["atRisk"];
  boundBy: ReturnType<typeof bindingLimit>["name"];
} {
  const binding = bindingLimit(
    roomForGoodwill({
      playbook: facts.playbook,
      role: facts.roleLimits,
      budgets: facts.budgets,
      atRiskMinor: inBrandCurrency(facts).minor,
      coreWorthMinor: 0,
    }),
  );
  return { limit: { minor: binding.roomMinor, currency: facts.currency }, boundBy: binding.name };
}

function proportionOf(facts: DecisionFacts, costMinor: number): Proportion {
  const atRisk = inBrandCurrency(facts);
  const cost = { minor: costMinor, currency: facts.currency };
  return atRisk.minor > 0 ? { cost, atRisk, share: costMinor / atRisk.minor } : { cost, atRisk };
}
