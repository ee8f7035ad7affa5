import type { CaseFile } from "../case-file.ts";
import type { Delivery } from "../delivery.ts";
import type { DeliveryId, Instant } from "../ids.ts";
import { becomes } from "../publishing.ts";
import {
  type Actor,
  bandNow,
  currentDraft,
  type Done,
  deliveriesOfApproval,
  homeDesk,
  nextDraftVersion,
  touched,
} from "./act.ts";
import { chargesBack } from "./charges.ts";
import { hasWrittenSince } from "./has-written-since.ts";

export type WithdrawRefusal = {
  readonly refused:
    | "not-approved"
    | "already-sending"
    | "already-sent"
    | "outcome-unknown"
    | "nothing-to-take-back";
};

/**
 * Takes an approval back while nothing has left: both texts are withdrawn, the remedy released, its charges and its
 * loss let go. An approval is used once, so the same words stand as a new version of the draft afterwards.
 *
 * Refused as soon as one text is being sent, has been sent, or may have been. A text that only waits may be taken
 * back, since nothing of it has gone.
 */
export function withdraw(
  file: CaseFile,
  input: { readonly by: Actor; readonly now: Instant; readonly timeZone: string },
): Done | WithdrawRefusal {
  const standing = file.case;
  if (standing.stage !== "approved") return { refused: "not-approved" };
  const deliveries = deliveriesOfApproval(file);
  if (deliveries.some((delivery) => delivery.state === "SENDING")) return { refused: "already-sending" };
  if (deliveries.some((delivery) => delivery.state === "SENT")) return { refused: "already-sent" };
  if (deliveries.some((delivery) => delivery.state === "UNKNOWN")) return { refused: "outcome-unknown" };
  const open = deliveries.filter((delivery) => delivery.state === "HELD" || delivery.state === "WAITING");
  const draft = currentDraft(file);
  if (open.length === 0 || !draft) return { refused: "nothing-to-take-back" };
  const { by, now } = input;
  const version = nextDraftVersion(file);
  const desk = homeDesk(file);
  const trouble = hasWrittenSince(file, standing.approval.at) ? ("person-answered" as const) : undefined;
  return {
    change: {
      next: {
        ...touched(standing, now),
        stage: "drafted",
        draftVersion: version,
        desk,
        // What the person has written since is still to be read.
        trouble,
        band: bandNow(file, trouble),
      },
      draft: { ...draft, version },
      deliveries: open.map((delivery) => ({ delivery: withdrawn(delivery, now) })),
      audit: [{ at: now, by: by.id, did: "withdrawn", what: standing.approval.id }],
      ...released(file, standing.approval.id, input),
    },
    tell: [{ name: "reply-withdrawn", approvalId: standing.approval.id }],
  };
}

/**
 * Gives up a private message that still waits for the writer's own, after the public text went out. The remedy that
 * hung on it is released; the case is answered as it stands.
 */
export function stopWaiting(
  file: CaseFile,
  input: {
    readonly deliveryId: DeliveryId;
    readonly by: Actor;
    readonly now: Instant;
    readonly timeZone: string;
  },
): Done | WithdrawRefusal {
  const delivery = file.deliveries.find((candidate) => candidate.id === input.deliveryId);
  if (delivery?.state !== "WAITING" || delivery.reason !== "for-their-message")
    return { refused: "nothing-to-take-back" };
  const open = file.deliveries.find(
    (other) => other.approvalId === delivery.approvalId && other.side === "public",
  );
  // Before the public text has gone the whole approval can still be taken back.
  if (open?.state !== "SENT") return { refused: "nothing-to-take-back" };
  const standing = file.case;
  const { by, now } = input;
  const isLast = standing.stage === "answered" && standing.approval.id === delivery.approvalId;
  return {
    change: {
      next: {
        ...standing,
        version: standing.version + 1,
        updatedAt: now,
        ...(isLast && standing.desk === "waiting" ? { desk: "done" as const } : {}),
      },
      deliveries: [{ delivery: withdrawn(delivery, now) }],
      audit: [{ at: now, by: by.id, did: "withdrawn", what: delivery.id }],
      ...released(file, delivery.approvalId, input),
    },
    tell: [],
  };
}

export const withdrawn = (delivery: Delivery, now: Instant): Delivery =>
  becomes(delivery, now, { state: "WITHDRAWN" });

/** Releases what an approval reserved, with its promise and its order. Only what has not been handed over. */
export function released(
  file: CaseFile,
  approvalId: string,
  input: { readonly now: Instant; readonly timeZone: string },
) {
  const grant = file.grants.find(
    (candidate) =>
      candidate.approvalId === approvalId && (candidate.state === "RESERVED" || candidate.state === "DUE"),
  );
  const promises = file.promises
    .filter((promise) => promise.id === approvalId && promise.state === "open")
    .map((promise) => ({
      promise: { ...promise, state: "withdrawn" as const, closedAt: input.now, rev: promise.rev + 1 },
    }));
  const orders = file.orders
    .filter((order) => order.approvalId === approvalId && order.state === "open")
    .map((order) => ({ ...order, state: "cancelled" as const }));
  const notes = (file.notes ?? [])
    .filter((note) => note.approvalId === approvalId && note.state === "open")
    .map((note) => ({ ...note, state: "withdrawn" as const }));
  return {
    ...(promises.length === 0 ? {} : { promises }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(orders.length === 0 ? {} : { orders }),
    ...(grant === undefined
      ? {}
      : {
          grants: [{ ...grant, state: "RELEASED" as const, updatedAt: input.now, rev: grant.rev + 1 }],
          charges: chargesBack(file.case, grant, input.timeZone),
          loss: { key: grant.lossKey, act: "let-go" as const },
        }),
  };
}
