import * as z from "zod";
import type { Approval } from "./approval.ts";
import type { AuthorMatch } from "./author-match.ts";
import type { BudgetCharge } from "./budget.ts";
import type { Case } from "./case.ts";
import type { Delivery } from "./delivery.ts";
import type { Draft } from "./draft.ts";
import type { Grant } from "./grant.ts";
import { AgentId, type AuthorId, type CustomerId, Instant } from "./ids.ts";
import type { IncidentMember, IncidentSeen } from "./incident.ts";
import { MandateGap } from "./mandate-gap.ts";
import type { CarePromise, StoreNote, StoreOrder } from "./promise.ts";
import type { Relationship } from "./relationship.ts";
import type { Decision } from "./remedy.ts";

/** Who did what, when. Codes and ids only. */
export const AuditEntry = z.object({
  at: Instant,
  by: z.union([z.literal("shopkeeper"), AgentId]),
  did: z.enum([
    "opened",
    "joined",
    "reworded",
    "matched",
    "decided",
    "drafted",
    "edited",
    "approved",
    "withdrawn",
    "sent",
    "refused",
    "unknown",
    "waits",
    "looked",
    "declined",
    "escalated",
    "returned",
    "closed",
    "reopened",
    "brought-back",
    "answered-outside",
    "removed",
    "granted",
    "paid-out",
    "released",
    "promise-kept",
    "handed-over",
    "order-refused",
    "order-asked",
    "order-explained",
    "order-due",
    "order-cancelled",
    "store-told",
    "promise-due",
    "person-answered",
    "link-confirmed",
    "link-undone",
    "match-expired",
    "frozen",
    "left-incident",
    "situation-named",
  ]),
  /** A code or an id: a draft version, a delivery, a reason. Never words of a person. */
  what: z.string().max(300).optional(),
  /** The limit that sent the case to a manager. */
  gap: MandateGap.optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** A private message of the case; its words are an item of their own. */
export const MessageRef = z.object({ id: z.string(), direction: z.enum(["in", "out"]), sentAt: Instant });
export type MessageRef = z.infer<typeof MessageRef>;

/** Everything that hangs on one case, read with one query. */
export type CaseFile = {
  readonly case: Case;
  readonly match?: AuthorMatch;
  readonly relationship?: Relationship;
  readonly decision?: Decision;
  readonly drafts: readonly Draft[];
  readonly approvals: readonly Approval[];
  readonly deliveries: readonly Delivery[];
  readonly grants: readonly Grant[];
  readonly promises: readonly CarePromise[];
  readonly orders: readonly StoreOrder[];
  readonly notes?: readonly StoreNote[];
  readonly messages: readonly MessageRef[];
  readonly audit: readonly AuditEntry[];
};

/** A step that has not saved by then is handed the event again. */
export const STEP_PATIENCE_MS = 2 * 60_000;

/** An event that is sent again if nothing else has been saved by then. Detail holds ids and codes only. */
export type Wake = {
  readonly at: string;
  readonly event: { readonly detailType: string; readonly detail: unknown };
};

/**
 * One step of a case, saved whole or not at all.
 * `next.version` is one above the version that was read; anybody else's save in between makes this a conflict.
 */
export type CaseChange = {
  readonly next: Case;
  /** Absent: the wake that stands is kept while the stage stays, and ends with it. Null: it ends now. */
  readonly wake?: Wake | null | undefined;
  /** Null: it goes. */
  readonly match?: AuthorMatch | null | undefined;
  readonly relationship?: Relationship | null | undefined;
  /** The case is no longer one of this customer's. */
  readonly noLongerOf?: CustomerId | undefined;
  readonly decision?: Decision | undefined;
  readonly draft?: Draft | undefined;
  readonly approval?: Approval | undefined;
  readonly deliveries?: readonly { readonly delivery: Delivery; readonly wake?: Wake | undefined }[];
  readonly grants?: readonly Grant[];
  readonly promises?: readonly { readonly promise: CarePromise; readonly wake?: Wake | undefined }[];
  readonly orders?: readonly StoreOrder[];
  readonly notes?: readonly StoreNote[];
  readonly audit?: readonly AuditEntry[];
  /** The person whose private conversation belongs to this case from now on. */
  readonly participant?: AuthorId | undefined;
  /** What the lists of incidents say of the case; with `seen`, saved only while that incident is as it was read. */
  readonly incidents?: readonly {
    readonly member: IncidentMember;
    readonly seen?: IncidentSeen | undefined;
  }[];
  /** Counters to raise (with their limit) or to lower (negative minor). */
  readonly charges?: readonly BudgetCharge[];
  /** The loss, claimed once for all cases, or let go. */
  readonly loss?: { readonly key: string; readonly act: "claim" | "let-go" };
};

/** Why a save did not happen. Nothing of it was written. */
export type SaveOutcome =
  | { readonly outcome: "saved" }
  | { readonly outcome: "conflict" }
  | { readonly outcome: "limit"; readonly scope: BudgetCharge["scope"]["kind"] }
  | { readonly outcome: "loss-taken" };
