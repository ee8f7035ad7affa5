import { advance } from "../../shared/complaint/advance.ts";
import { caseAfter, isForAgent } from "../../shared/complaint/agent-acts/after-delivery.ts";
import { type FallenDue, fallDue } from "../../shared/complaint/agent-acts/fall-due.ts";
import { released } from "../../shared/complaint/agent-acts/withdraw.ts";
import type { AuditEntry, CaseChange, CaseFile, Wake } from "../../shared/complaint/case-file.ts";
import type { Delivery } from "../../shared/complaint/delivery.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import type { AuthorId, Instant } from "../../shared/complaint/ids.ts";
import { takeUpAt } from "../../shared/complaint/publishing.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { DeliveryDue } from "../../shared/events/delivery-due.ts";
import { DeliveryMoved } from "../../shared/events/delivery-moved.ts";
import { GrantMoved } from "../../shared/events/grant-moved.ts";
import { PromiseFellDue } from "../../shared/events/promise-fell-due.ts";
import { later } from "../../shared/runtime/clock.ts";
import { wakeWith } from "../../shared/runtime/wakes.ts";

/** One delivery on to its next state. */
export type Change = {
  readonly delivery: Delivery;
  /** The draft whose first half is claimed now: its remedy falls due, its order and its promise are made. */
  readonly claims?: Draft;
  readonly participant?: AuthorId;
};

export type ChangeFacts = { readonly now: Instant; readonly timeZone: string; readonly causedBy: string };

/** `grant-remedy` is told again after this if it has not heard. */
const TELL_AGAIN_MS = 60_000;

/** What is saved with the delivery, in one transaction, and what is told after it. */
export function changeWith(
  file: CaseFile,
  change: Change,
  facts: ChangeFacts,
): { readonly save: CaseChange; readonly tell: readonly DomainEvent[] } {
  const { delivery } = change;
  const { now } = facts;
  const deliveries = file.deliveries.map((each) => (each.id === delivery.id ? delivery : each));
  const pair = deliveries.filter((each) => each.approvalId === delivery.approvalId);
  const refused = delivery.state === "REFUSED" && !pair.some(mayStand);
  const gaveUpPrivate = delivery.state === "REFUSED" && delivery.side === "private";
  const moved = movedEvent(delivery, facts);
  const claimed = change.claims === undefined ? {} : claim(file, change.claims, delivery, facts);
  const [grantDue] = claimed.grants ?? [];
  return {
    save: {
      ...caseWith(withPromises(file, claimed), delivery, now),
      deliveries: [{ delivery, wake: wakeOf(delivery, moved, facts) }],
      audit: auditOf(delivery, now),
      participant: change.participant,
      ...claimed,
      ...keptBy(file, delivery, now),
      ...(refused || gaveUpPrivate ? released(file, delivery.approvalId, facts) : {}),
    },
    tell: [
      moved,
      ...(grantDue === undefined
        ? []
        : [
            GrantMoved.make(
              { ...about(delivery, facts), key: `${grantDue.id}@${grantDue.rev}` },
              { caseId: delivery.caseId, grantId: grantDue.id, state: "DUE" },
            ),
          ]),
    ],
  };
}

const claim = (file: CaseFile, draft: Draft, delivery: Delivery, facts: ChangeFacts): FallenDue => {
  const { caseId, approvalId } = delivery;
  const rings = PromiseFellDue.make({ ...about(delivery, facts), key: approvalId }, { caseId, approvalId });
  return fallDue(file, draft, { approvalId, now: facts.now, wakeAt: (at) => wakeWith(rings, at) });
};

const about = (delivery: Delivery, facts: ChangeFacts) => ({
  brand: delivery.brand,
  caseId: delivery.caseId,
  occurredAt: facts.now,
  causedBy: facts.causedBy,
});

const mayStand = (delivery: Delivery): boolean =>
  delivery.state === "SENT" || delivery.state === "UNKNOWN" || delivery.state === "SENDING";

function movedEvent(delivery: Delivery, facts: ChangeFacts): DomainEvent {
  const { caseId, id: deliveryId, side, state, rev } = delivery;
  return DeliveryMoved.make(
    { ...about(delivery, facts), key: `${deliveryId}@${rev}` },
    // A held or withdrawn delivery is moved by the agent, never by the sender.
    { caseId, deliveryId, side, state: state === "HELD" || state === "WITHDRAWN" ? "WAITING" : state, rev },
  );
}

function wakeOf(delivery: Delivery, moved: DomainEvent, facts: ChangeFacts): Wake | undefined {
  if (delivery.state === "SENT" && delivery.side === "private")
    return wakeWith(moved, later(facts.now, TELL_AGAIN_MS));
  const at = takeUpAt(delivery, facts.now);
  if (at === undefined) return undefined;
  const due = DeliveryDue.make(
    { ...about(delivery, facts), key: `${delivery.id}@${delivery.rev}` },
    { caseId: delivery.caseId, deliveryId: delivery.id },
  );
  return wakeWith(due, at);
}

/** "I am writing to you" is kept when the private message stands. */
function keptBy(file: CaseFile, delivery: Delivery, now: Instant): Pick<CaseChange, "promises"> {
  if (delivery.state !== "SENT" || delivery.side !== "private") return {};
  const promise = file.promises.find((each) => each.id === delivery.approvalId && each.state === "open");
  if (promise?.what !== "write-privately") return {};
  return { promises: [{ promise: { ...promise, state: "kept", closedAt: now, rev: promise.rev + 1 } }] };
}

/** A promise made in this very save is one that the case waits for. */
const withPromises = (file: CaseFile, made: FallenDue): CaseFile => ({
  ...file,
  promises: [...file.promises, ...(made.promises ?? []).map(({ promise }) => promise)],
});

/** A case that has moved on to a newer matter is left where it is. */
function caseWith(file: CaseFile, delivery: Delivery, now: Instant): Pick<CaseChange, "next" | "draft"> {
  const standing = file.case;
  const isOurs =
    (standing.stage === "approved" || standing.stage === "answered") &&
    standing.approval.id === delivery.approvalId;
  if (isOurs) return caseAfter(file, standing, [delivery], now);
  if (!isForAgent(delivery)) return { next: advance(standing, now, {}) };
  // Nobody would see it otherwise: an earlier answer's outcome needs a person, whatever the case is about by now.
  const stage = standing.stage === "closed" ? "decided" : standing.stage;
  return { next: advance(standing, now, { stage, desk: "agents", trouble: "unknown-outcome", band: 0 }) };
}

const DID: Partial<Record<Delivery["state"], AuditEntry["did"]>> = {
  SENT: "sent",
  REFUSED: "refused",
  UNKNOWN: "unknown",
  WAITING: "waits",
};

function auditOf(delivery: Delivery, now: Instant): readonly AuditEntry[] {
  const did = DID[delivery.state];
  const why = delivery.state === "REFUSED" || delivery.state === "WAITING" ? `:${delivery.reason}` : "";
  return did === undefined ? [] : [{ at: now, by: "shopkeeper", did, what: `${delivery.side}${why}` }];
}
