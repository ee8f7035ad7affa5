import type { Approval } from "../approval.ts";
import { type BudgetCharge, type Budgets, budgetPeriods } from "../budget.ts";
import type { CaseFile } from "../case-file.ts";
import { type Delivery, HOLD_MS } from "../delivery.ts";
import type { Draft, Finding } from "../draft.ts";
import type { Grant } from "../grant.ts";
import { approvalIdOf, deliveryIdOf, grantIdOf, type Instant } from "../ids.ts";
import type { Mention } from "../mention.ts";
import type { Playbook } from "../playbook.ts";
import { takeUpAt } from "../publishing.ts";
import type { LimitName, Remedy } from "../remedy.ts";
import { type Actor, after, currentDraft, type Done, isUnderWay, touched, type Wakes } from "./act.ts";
import { chargesFor, countOfBelieved, personOf } from "./charges.ts";
import { setForAll } from "./for-incident.ts";
import { checkRemedy, decisionForSigner, isOnWord } from "./signers-mandate.ts";

/** A delivery that nobody has taken up so long after its hold is handed out again. */
export const DUE_AFTER_HOLD_MS = 60_000;

export type ApproveInput = {
  /** What the signer saw. Anything else standing in the case by now is a no. */
  readonly draftVersion: number;
  readonly draftHash: string;
  readonly by: Actor;
  /** Reason per rule, for findings on style. */
  readonly overruled: Approval["overruled"];
  readonly now: Instant;
  readonly playbook: Pick<Playbook, "mandate">;
  readonly budgets: Budgets;
  readonly timeZone: string;
  /** How the mention stands: gone, or answerable by hand only. */
  readonly mention: Pick<Mention, "byHandOnly" | "removedAt"> | undefined;
  /**
   * What the lint says of the draft at this moment. A link undone since it was written makes its words a breach; what
   * touches style was judged when it was written.
   */
  readonly seenNow?: readonly Finding[] | undefined;
  /** The person has written to us privately, so that X lets us write back. */
  readonly hasWrittenPrivately: boolean;
  readonly wakes: Wakes;
};

export type ApproveRefusal =
  | {
      readonly refused:
        | "stale-draft"
        | "already-approved"
        | "under-way"
        | "closed"
        | "mention-gone"
        | "remedy-without-message"
        | "no-public-text";
    }
  | { readonly refused: "never-overrulable" | "needs-reason"; readonly findings: readonly Finding[] }
  | { readonly refused: "outside-mandate"; readonly limitMet: LimitName; readonly overByMinor: number }
  | { readonly refused: "below-floor"; readonly core: Remedy }
  | { readonly refused: "nothing-to-give" };

/**
 * A person's word for exactly this draft: two deliveries held for ten seconds, the remedy reserved, its goodwill
 * charged and the loss claimed, in one change. Nothing is sent by it.
 *
 * Hard findings on style need a reason each; those on privacy, money or recipient cannot be overruled by anybody.
 */
export function approve(file: CaseFile, input: ApproveInput): Done | ApproveRefusal {
  const draft = currentDraft(file);
  const refusal = refuseApproval(file, draft, input);
  if (refusal) return refusal;
  if (!draft) return { refused: "stale-draft" };
  const remedy = draft.remedy && remedyAsSigned(file, draft.remedy, input);
  if (remedy && "refused" in remedy) return remedy;

  const { now, by } = input;
  const id = approvalIdOf(file.case.id, draft.version);
  const approval: Approval = {
    id,
    caseId: file.case.id,
    draftVersion: draft.version,
    draftHash: draft.hash,
    by: by.id,
    at: now,
    overruled: input.overruled,
  };
  const lossKey = draft.lossKey ?? ownLossKey(file, input);
  const grant = remedy && isOwed(remedy) ? reserve(file, approval, remedy, lossKey) : undefined;
  const isByHand = input.mention?.byHandOnly !== undefined;
  return {
    change: {
      next: {
        ...touched(file.case, now),
        stage: "approved",
        draftVersion: draft.version,
        approval,
        desk: isByHand ? "agents" : "sending",
        trouble: isByHand ? "by-hand" : undefined,
        band: isByHand ? 0 : file.case.band,
      },
      approval,
      deliveries: deliveriesFor(file, draft, approval, input),
      audit: [{ at: now, by: by.id, did: "approved", what: `v${draft.version}` }],
      ...(grant === undefined ? {} : { grants: [grant], loss: { key: lossKey, act: "claim" as const } }),
      ...(grant === undefined ? {} : { charges: chargesOf(file, grant, input) }),
    },
    tell: [{ name: "reply-approved", approvalId: id }],
  };
}

function chargesOf(file: CaseFile, grant: Grant, input: ApproveInput): readonly BudgetCharge[] {
  const setBy = setForAll(file, grant.remedy)?.incident.role;
  return [
    ...(grant.remedy.goodwill.minor > 0 ? chargesFor(file.case, grant, input.by, { ...input, setBy }) : []),
    ...(grant.believed ? [countOfBelieved(file.case, input.by.role, input)] : []),
  ];
}

function refuseApproval(
  file: CaseFile,
  draft: Draft | undefined,
  input: ApproveInput,
): ApproveRefusal | undefined {
  const { stage } = file.case;
  if (stage === "closed") return { refused: "closed" };
  if (stage === "approved" || stage === "answered") return { refused: "already-approved" };
  if (stage !== "drafted" || !draft) return { refused: "stale-draft" };
  if (draft.version !== input.draftVersion || draft.hash !== input.draftHash)
    return { refused: "stale-draft" };
  if (draft.version !== file.case.draftVersion) return { refused: "stale-draft" };
  // A text of an earlier approval may still go out, or may have: a second one could say it twice.
  if (file.deliveries.some(isUnderWay)) return { refused: "under-way" };
  if (input.mention?.removedAt !== undefined) return { refused: "mention-gone" };
  if (draft.public.text.trim() === "") return { refused: "no-public-text" };
  const hard = draft.findings.filter((finding) => finding.severity === "hard");
  const never = [...hard, ...(input.seenNow ?? []).filter(({ severity }) => severity === "hard")].filter(
    (finding) => !finding.overrulable,
  );
  if (never.length > 0) return { refused: "never-overrulable", findings: never };
  const given = input.overruled.filter(({ reason }) => reason.trim() !== "");
  const reasons = new Set(given.map(({ rule }) => rule));
  const open = hard.filter((finding) => !reasons.has(finding.rule));
  if (open.length > 0) return { refused: "needs-reason", findings: open };
  if (draft.remedy && isOwed(draft.remedy) && !draft.private) return { refused: "remedy-without-message" };
  return undefined;
}

/** The remedy with its split into owed and goodwill as it stands under the signer's mandate, or the no. */
function remedyAsSigned(file: CaseFile, remedy: Remedy, input: ApproveInput): Remedy | ApproveRefusal {
  // Attention that costs nothing is nobody's money: no mandate is asked.
  if (!isOwed(remedy)) return remedy;
  // Set for all by somebody with the mandate for it: the price and the cap of a case were looked at then, and the
  // person's year and the brand's month are looked at when it is saved.
  const forAll = setForAll(file, remedy);
  if (forAll) return forAll.remedy;
  const check = checkRemedy(
    decisionForSigner(file, { playbook: input.playbook, role: input.by.role, budgets: input.budgets }),
    remedy,
  );
  if (check.ok) return { ...remedy, owed: check.remedy.owed, goodwill: check.remedy.goodwill };
  switch (check.why) {
    case "limit":
      return { refused: "outside-mandate", limitMet: check.limitMet, overByMinor: check.overByMinor };
    case "below-floor":
      return { refused: "below-floor", core: check.core };
    case "nothing-to-give":
      return { refused: "nothing-to-give" };
  }
}

/** Something changes hands: everything but attention that costs nothing. */
export const isOwed = (remedy: Remedy): boolean => remedy.kind !== "attention" || remedy.cost.minor > 0;

/** A loss that no decision has named, such as an own idea in a case without a situation. */
function ownLossKey(file: CaseFile, input: ApproveInput): string {
  const { decision } = file;
  if (decision?.outcome === "remedy" || decision?.outcome === "escalate") return decision.lossKey;
  const { day } = budgetPeriods(input.now, input.timeZone);
  return `${personOf(file.case)}|${file.case.situation ?? "by-hand"}|${day}`;
}

function reserve(file: CaseFile, approval: Approval, remedy: Remedy, lossKey: string): Grant {
  const forAll = setForAll(file, remedy);
  return {
    id: grantIdOf(approval.id),
    caseId: file.case.id,
    brand: file.case.brand,
    approvalId: approval.id,
    remedy,
    lossKey,
    state: "RESERVED",
    chargedTo: personOf(file.case),
    ...(isOnWord(file.decision) ? { believed: true as const } : {}),
    ...(forAll === undefined ? {} : { incident: forAll.incident.id }),
    grantedBy: approval.by,
    grantedAt: approval.at,
    updatedAt: approval.at,
    rev: 0,
  };
}

function deliveriesFor(file: CaseFile, draft: Draft, approval: Approval, input: ApproveInput) {
  const { now } = input;
  const holdUntil = after(now, HOLD_MS);
  const common = (side: Delivery["side"]) => ({
    id: deliveryIdOf(approval.id, side),
    caseId: file.case.id,
    brand: file.case.brand,
    channel: file.case.channel,
    approvalId: approval.id,
    side,
    mention: draft.public.replyTo,
    draftVersion: draft.version,
    updatedAt: now,
    rev: 0,
  });
  const held = (side: Delivery["side"]) => {
    const delivery: Delivery = { ...common(side), state: "HELD", holdUntil };
    return {
      delivery,
      wake: input.wakes.deliveryDue(file.case.id, delivery.id, after(holdUntil, DUE_AFTER_HOLD_MS)),
    };
  };
  const waiting = (side: Delivery["side"], reason: "by-hand" | "for-their-message") => {
    const delivery: Delivery = { ...common(side), state: "WAITING", reason };
    // Should the event be lost that ends the waiting, the wake looks for it.
    const at = takeUpAt(delivery, now);
    return at === undefined
      ? { delivery }
      : { delivery, wake: input.wakes.deliveryDue(file.case.id, delivery.id, at) };
  };
  const open = input.mention?.byHandOnly === undefined ? held("public") : waiting("public", "by-hand");
  if (!draft.private) return [open];
  // X: a direct message may go only to a person who has written one; the public reply invites it.
  const mustWait = file.case.channel === "x" && !input.hasWrittenPrivately;
  return [open, mustWait ? waiting("private", "for-their-message") : held("private")];
}
