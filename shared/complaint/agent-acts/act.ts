import type { AuthorMatch } from "../author-match.ts";
import { bandOf, Case, type Desk, type Trouble } from "../case.ts";
import type { CaseChange, CaseFile, Wake } from "../case-file.ts";
import type { Delivery } from "../delivery.ts";
import type { AgentId, ApprovalId, CaseId, DeliveryId, GrantId, Instant } from "../ids.ts";
import type { Decision } from "../remedy.ts";

/** What a person may do in the console, from least to most. */
export type Role = "agent" | "marketing" | "manager" | "admin";

/** Who acts, and with which mandate. */
export type Actor = { readonly id: AgentId; readonly role: Role };

/** What is told once the change has been saved. Named like the event; the console makes the event from it. */
export type Fact =
  | { readonly name: "case-assessed"; readonly caseVersion: number; readonly lane: Case["lane"] }
  | { readonly name: "reply-approved"; readonly approvalId: ApprovalId; readonly again?: number }
  | { readonly name: "reply-withdrawn"; readonly approvalId: ApprovalId }
  | { readonly name: "delivery-due"; readonly deliveryId: DeliveryId; readonly rev: number }
  | {
      readonly name: "delivery-moved";
      readonly deliveryId: DeliveryId;
      readonly side: Delivery["side"];
      readonly state: "SENT" | "REFUSED";
      readonly rev: number;
    }
  | {
      readonly name: "grant-moved";
      readonly grantId: GrantId;
      readonly state: "SETTLED" | "RELEASED" | "DUE";
    }
  | {
      readonly name: "author-matched";
      readonly caseVersion: number;
      readonly decision: AuthorMatch["decision"] | "not-looked";
    }
  | { readonly name: "case-closed"; readonly because: ClosedBecause };

export type ClosedBecause = Extract<Case, { stage: "closed" }>["closedBecause"];

/** Makes the wakes that a change carries. The core knows when, the caller knows the event's envelope. */
export type Wakes = {
  readonly deliveryDue: (caseId: CaseId, deliveryId: DeliveryId, at: Instant) => Wake;
  readonly deliveryMoved: (caseId: CaseId, moved: Delivery, at: Instant) => Wake;
  readonly promiseDue: (caseId: CaseId, approvalId: ApprovalId, at: Instant) => Wake;
  readonly matched: (fact: Extract<Fact, { name: "author-matched" }>, caseId: CaseId, at: Instant) => Wake;
  readonly assessed: (caseId: CaseId, caseVersion: number, lane: Case["lane"], at: Instant) => Wake;
};

/** An act that may be saved, and what to tell once it is. */
export type Done = { readonly change: CaseChange; readonly tell: readonly Fact[] };

/** True for an act that may be saved. */
export const isDone = (result: Done | { readonly refused: string }): result is Done => "change" in result;

const Common = Case.options[0].omit({ stage: true });

/** What every case has, whatever its stage; for building the next one. */
export const commonOf = (of: Case) => Common.parse(of);

/** The next case is one version on and has been touched now. */
export const touched = (of: Case, now: Instant) => ({
  ...commonOf(of),
  version: of.version + 1,
  updatedAt: now,
});

/** A moment so many milliseconds later. */
export const after = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** A case that is considered anew and is not told of again within this time is handed back to its step. */
export const ASSESS_AGAIN_MS = 60_000;

/** The case as it is to be, put back to where it is matched: it is matched, decided and drafted from there on. */
export function toBeMatched(
  of: ReturnType<typeof touched>,
  { now, wakes }: { readonly now: Instant; readonly wakes: Pick<Wakes, "assessed"> },
): Done {
  const next = { ...of, stage: "detected" as const };
  const { id, version, lane } = next;
  return {
    change: { next, wake: wakes.assessed(id, version, lane, after(now, ASSESS_AGAIN_MS)) },
    tell: [{ name: "case-assessed", caseVersion: version, lane }],
  };
}

/** Still on its way: it may yet go out, or may have gone out without our knowing. */
export const isUnderWay = (delivery: Delivery): boolean =>
  delivery.state === "HELD" ||
  delivery.state === "SENDING" ||
  delivery.state === "UNKNOWN" ||
  delivery.state === "WAITING";

/** The draft that stands: the newest version. */
export const currentDraft = (file: CaseFile) =>
  file.drafts.reduce<CaseFile["drafts"][number] | undefined>(
    (newest, draft) => (newest === undefined || draft.version > newest.version ? draft : newest),
    undefined,
  );

export const nextDraftVersion = (file: CaseFile): number => (currentDraft(file)?.version ?? 0) + 1;

/** The two texts of the approval that stands, or none. */
export function deliveriesOfApproval(file: CaseFile): readonly Delivery[] {
  const standing = file.case;
  if (standing.stage !== "approved" && standing.stage !== "answered") return [];
  return file.deliveries.filter((delivery) => delivery.approvalId === standing.approval.id);
}

/** Whose desk a case without an approval belongs on: handed up by a person, or beyond the agents' mandate. */
export function homeDesk(file: CaseFile): Extract<Desk, "agents" | "managers"> {
  const handed = file.audit.findLast((entry) => entry.did === "escalated" || entry.did === "returned");
  if (handed) return handed.did === "escalated" ? "managers" : "agents";
  return file.decision?.outcome === "escalate" ? "managers" : "agents";
}

/**
 * The same for a case that is decided anew, with a decision that counts more than a hand-back of before: handed up by a
 * person it stays the managers' until an answer has gone out since, whatever an incident does to it.
 */
export function deskDecided(file: CaseFile, decision: Decision): Extract<Desk, "agents" | "managers"> {
  if (decision.outcome === "escalate") return "managers";
  const handed = file.audit.findLast((entry) => entry.did === "escalated" || entry.did === "returned");
  if (handed?.did !== "escalated") return "agents";
  const since = new Set(file.approvals.filter(({ at }) => at >= handed.at).map(({ id }) => id));
  const isAnswered = file.deliveries.some((each) => each.state === "SENT" && since.has(each.approvalId));
  return isAnswered ? "agents" : "managers";
}

/** The place in the queue, from what is known of the case now. */
export function bandNow(file: CaseFile, trouble?: Trouble): number {
  const { decision } = file;
  const remedy =
    decision?.outcome === "remedy"
      ? decision.remedy
      : decision?.outcome === "escalate"
        ? decision.proposal
        : undefined;
  return bandOf({
    lane: file.case.lane,
    trouble,
    owedMinor: remedy?.owed.minor,
    isFrozen: decision?.outcome === "frozen",
    // What stands in for an unknown relationship orders nobody before anybody.
    atRiskMinor: file.relationship?.basis === "purchases" ? file.relationship.atRisk.minor : undefined,
  });
}
