import { isBelievedOften } from "../believed.ts";
import type { Budgets } from "../budget.ts";
import type { CaseFile } from "../case-file.ts";
import { type MandateCheck, remedyInsideMandate } from "../inside-mandate.ts";
import { bindingLimit, roomForGoodwill } from "../limits.ts";
import { gapOfDecision, type MandateGap } from "../mandate-gap.ts";
import { Money } from "../money.ts";
import type { Playbook } from "../playbook.ts";
import type { Decision, Remedy } from "../remedy.ts";
import type { Role } from "./act.ts";

/** Whose limits a role has. Marketing reads and judges; it gives no more than an agent may. */
export const mandateRole = (role: Role): "agent" | "manager" =>
  role === "manager" || role === "admin" ? "manager" : "agent";

/** What the mandate is read from: the rules, and what the signer and the customer have had already. */
export type MandateFacts = {
  readonly playbook: Pick<Playbook, "mandate">;
  readonly role: Role;
  readonly budgets: Budgets;
};

/**
 * The case's decision with the mandate that this signer has now. What an agent must refer, a manager may sign:
 * for a manager an escalation is a remedy.
 *
 * @returns the decision as it is where nothing may be given, or where none has been made
 */
export function decisionForSigner(file: CaseFile, facts: MandateFacts): Decision | undefined {
  const { decision } = file;
  if (!decision || decision.outcome === "stop" || decision.outcome === "frozen" || !decision.mandate)
    return decision;
  const binding = bindingFor(file, decision, facts);
  const mandate = {
    limit: { minor: binding.roomMinor, currency: decision.mandate.limit.currency },
    boundBy: binding.name,
  };
  if (decision.outcome === "escalate" && mandateRole(facts.role) === "manager") {
    const { proposal, limitMet: _limitMet, limit: _limit, overBy: _overBy, ...rest } = decision;
    return { ...rest, outcome: "remedy", remedy: proposal, mandate };
  }
  // Others may have taken this person at their word since it was decided.
  if (
    decision.outcome === "remedy" &&
    isOnWord(decision) &&
    isBelievedOften(facts.playbook, mandateRole(facts.role), facts.budgets)
  ) {
    const { remedy, ...rest } = decision;
    return { ...rest, outcome: "escalate", proposal: remedy, limitMet: "believe-first", mandate };
  }
  return { ...decision, mandate };
}

/** Whether the writer's word alone stands for the loss. */
export const isOnWord = (decision: Decision | undefined): boolean =>
  (decision?.outcome === "remedy" || decision?.outcome === "escalate") && decision.believed === true;

/** Whether a remedy stands inside what this signer may give. */
export function checkRemedy(decision: Decision | undefined, remedy: Remedy): MandateCheck {
  if (!decision) return { ok: false, why: "nothing-to-give" };
  return remedyInsideMandate(decision, {
    kind: remedy.kind,
    valueMinor: remedy.value?.minor,
    costMinor: remedy.cost.minor,
    note: remedy.note,
  });
}

/**
 * The limit of this signer that a remedy is beyond, to be kept when the case is handed up.
 *
 * @returns undefined where the remedy is inside, or what stands against it is no limit
 */
export function gapMet(file: CaseFile, remedy: Remedy, facts: MandateFacts): MandateGap | undefined {
  const decision = decisionForSigner(file, facts);
  const check = checkRemedy(decision, remedy);
  if (!decision || decision.outcome === "stop" || decision.outcome === "frozen") return undefined;
  if (check.ok || check.why !== "limit") return undefined;
  const role = mandateRole(facts.role);
  const { goodwill } = check.remedy;
  const { limitMinor, roomMinor } = bindingFor(file, decision, facts);
  // What everybody with the loss gets is beyond a cap already; the goodwill on top is not what is too much.
  if (goodwill.minor <= roomMinor) return gapOfDecision(decision, role);
  const inCurrency = (minor: number): Money => ({ minor, currency: goodwill.currency });
  return {
    limitMet: check.limitMet,
    of: "goodwill",
    role,
    limit: inCurrency(limitMinor),
    asked: goodwill,
    overBy: inCurrency(check.overByMinor),
  };
}

function bindingFor(
  file: CaseFile,
  decision: Exclude<Decision, { outcome: "stop" | "frozen" }>,
  facts: MandateFacts,
) {
  return bindingLimit(
    roomForGoodwill({
      playbook: facts.playbook,
      role: mandateRole(facts.role),
      budgets: facts.budgets,
      atRiskMinor:
        file.relationship?.atRisk.minor ??
        (decision.outcome === "by-hand" ? 0 : decision.proportion.atRisk.minor),
      priceMinor: priceOf(decision),
      coreWorthMinor: coreWorthOf(decision),
      caseMinor: goodwillOf(file),
    }),
  );
}

/** Goodwill that stands granted in the case. Read with the version that the save names, so it holds when it is saved. */
const goodwillOf = ({ grants }: CaseFile): number =>
  grants.reduce((sum, { state, remedy }) => (state === "RELEASED" ? sum : sum + remedy.goodwill.minor), 0);

/** What the core is worth to the customer, as it was decided; its cost where a record does not say. */
const coreWorthOf = (decision: Exclude<Decision, { outcome: "stop" | "frozen" }>): number =>
  decision.outcome === "by-hand" ? 0 : (decision.coreWorth?.minor ?? decision.core?.cost.minor ?? 0);

/** The price that the decision was made from; the reasons hold it. */
function priceOf(decision: Decision): number | undefined {
  const read = decision.reasons.find(
    ({ code }) => code === "price-from-purchase" || code === "price-from-list",
  );
  return Money.safeParse(read?.values["price"]).data?.minor;
}
