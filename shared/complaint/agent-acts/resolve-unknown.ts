import type { CaseChange, CaseFile } from "../case-file.ts";
import { type Delivery, HOLD_MS } from "../delivery.ts";
import type { DeliveryId, Instant } from "../ids.ts";
import { type Actor, after, bandNow, type Done, isUnderWay, type Wakes } from "./act.ts";
import { caseAfter, isForAgent } from "./after-delivery.ts";
import { DUE_AFTER_HOLD_MS } from "./approve.ts";
import { released, withdrawn } from "./withdraw.ts";

/** What the agent saw on the platform. `again` is the only way that a text is ever sent a second time. */
export type Verdict =
  | { readonly verdict: "found"; readonly platformId: string }
  | { readonly verdict: "again" }
  | { readonly verdict: "drop" };

export type ResolveRefusal = {
  readonly refused: "no-such-delivery" | "not-unknown" | "still-looking" | "needs-link";
};

/**
 * The agent's word on a text of which three looks could not tell whether it stands. Found: it is SENT. Again: it is
 * held for ten seconds and sent once more. Dropped: it will not be sent; a remedy that hung on the private message is
 * released.
 */
export function resolveUnknown(
  file: CaseFile,
  input: {
    readonly deliveryId: DeliveryId;
    readonly verdict: Verdict;
    readonly by: Actor;
    readonly now: Instant;
    readonly timeZone: string;
    readonly wakes: Wakes;
  },
): Done | ResolveRefusal {
  const standing = file.case;
  const delivery = file.deliveries.find((candidate) => candidate.id === input.deliveryId);
  if (!delivery) return { refused: "no-such-delivery" };
  if (delivery.state !== "UNKNOWN") return { refused: "not-unknown" };
  if (!isForAgent(delivery)) return { refused: "still-looking" };
  const { by, now, verdict } = input;
  if (verdict.verdict === "found" && verdict.platformId.trim() === "") return { refused: "needs-link" };
  const moved = movedTo(delivery, verdict, now);
  const others = verdict.verdict === "drop" ? droppedWith(file, delivery, now) : [];
  const wake =
    moved.state === "HELD"
      ? input.wakes.deliveryDue(standing.id, moved.id, after(moved.holdUntil, DUE_AFTER_HOLD_MS))
      : handOverWake(file, moved, input);
  const isRemedyLost = [moved, ...others].some(
    (each) => each.side === "private" && each.state === "WITHDRAWN",
  );
  return {
    change: {
      ...caseWith(file, [moved, ...others], now),
      deliveries: [{ delivery: moved, wake }, ...others.map((other) => ({ delivery: other }))],
      audit: [{ at: now, by: by.id, did: auditOf[verdict.verdict], what: delivery.id }],
      ...(isRemedyLost ? released(file, delivery.approvalId, input) : {}),
    },
    tell: factsOf(file, moved),
  };
}

/** An earlier answer of a case that has moved on changes nothing but the trouble that it made. */
function caseWith(
  file: CaseFile,
  moved: readonly Delivery[],
  now: Instant,
): Pick<CaseChange, "next" | "draft"> {
  const standing = file.case;
  if (
    (standing.stage === "approved" || standing.stage === "answered") &&
    standing.approval.id === moved[0]?.approvalId
  )
    return caseAfter(file, standing, moved, now);
  const isRelieved = standing.trouble === "unknown-outcome";
  return {
    next: {
      ...standing,
      version: standing.version + 1,
      updatedAt: now,
      ...(isRelieved ? { trouble: undefined, band: bandNow(file) } : {}),
    },
  };
}

/** The half that waited for a text that is dropped is not said alone. */
const droppedWith = (file: CaseFile, dropped: Delivery, now: Instant): readonly Delivery[] =>
  file.deliveries
    .filter((other) => other.approvalId === dropped.approvalId)
    .filter((other) => other.id !== dropped.id && (other.state === "WAITING" || other.state === "HELD"))
    .map((other) => withdrawn(other, now));

const auditOf = { found: "sent", again: "looked", drop: "refused" } as const;

function movedTo(
  delivery: Extract<Delivery, { state: "UNKNOWN" }>,
  verdict: Verdict,
  now: Instant,
): Delivery {
  const { state: _state, since: _since, looks: _looks, ...common } = delivery;
  const next = { ...common, updatedAt: now, rev: delivery.rev + 1 };
  switch (verdict.verdict) {
    case "found":
      return { ...next, state: "SENT", sentAt: now, platformId: verdict.platformId.trim() };
    case "again":
      return { ...next, state: "HELD", holdUntil: after(now, HOLD_MS) };
    case "drop":
      return withdrawn(delivery, now);
  }
}

/** A private message that stands hands its remedy over; that is asked for again, should nobody hear of it. */
const handOverWake = (
  file: CaseFile,
  moved: Delivery,
  at: { readonly now: Instant; readonly wakes: Wakes },
) =>
  moved.state === "SENT" && moved.side === "private"
    ? at.wakes.deliveryMoved(file.case.id, moved, after(at.now, DUE_AFTER_HOLD_MS))
    : undefined;

/** What to tell: how this text stands, and that the other half may go on. */
export function factsOf(file: CaseFile, moved: Delivery): Done["tell"] {
  const others = file.deliveries.filter(
    (other) => other.approvalId === moved.approvalId && other.id !== moved.id && isUnderWay(other),
  );
  const due = others.map((other) => ({
    name: "delivery-due" as const,
    deliveryId: other.id,
    rev: moved.rev,
  }));
  if (moved.state === "HELD")
    return [{ name: "reply-approved", approvalId: moved.approvalId, again: moved.rev }];
  if (moved.state === "SENT")
    return [
      { name: "delivery-moved", deliveryId: moved.id, side: moved.side, state: "SENT", rev: moved.rev },
      ...due,
    ];
  return [];
}
