import { advance } from "../advance.ts";
import type { Trouble } from "../case.ts";
import type { CaseFile } from "../case-file.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import type { CannotBecause, StoreOrder } from "../promise.ts";
import { type Actor, bandNow, type Done } from "./act.ts";
import { openOrder } from "./hand-over.ts";
import { relief, settleOrder } from "./settle-order.ts";
import { released, withdrawn } from "./withdraw.ts";

/** What a place says to its order. */
export type PlaceSays =
  | { readonly says: "done" }
  | { readonly says: "cannot"; readonly because: CannotBecause }
  | { readonly says: "asks"; readonly text: string };

export type PlaceRefusal = { readonly refused: "no-such-order" | "already-asked" };

/**
 * The place's answer to an order, once: it has been handed over, it cannot be, or something is to be known first. A no
 * and a question bring the case back to the agents. What still waits to be sent is kept back after a no, since it would
 * send the customer to a place that cannot help; its remedy is released, so that another answer may hold it.
 */
export function placeAnswers(
  file: CaseFile,
  input: {
    readonly orderOf: ApprovalId;
    readonly said: PlaceSays;
    readonly now: Instant;
    readonly timeZone: string;
  },
): Done | PlaceRefusal {
  const order = openOrder(file, input.orderOf);
  if (order === undefined) return { refused: "no-such-order" };
  const { said, now } = input;
  if (said.says === "done") return settleOrder(file, order, { by: "shopkeeper", now });
  if (said.says === "cannot") return refuseOrder(file, order, said.because, input);
  if (order.question !== undefined && order.question.answer === undefined)
    return { refused: "already-asked" };
  return {
    change: {
      next: advance(file.case, now, backWith(file, "order-asked")),
      orders: [{ ...order, question: { text: said.text, askedAt: now } }],
      audit: [{ at: now, by: "shopkeeper", did: "order-asked", what: order.approvalId }],
    },
    tell: [],
  };
}

function refuseOrder(
  file: CaseFile,
  order: StoreOrder,
  because: CannotBecause,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Done {
  const unsent = file.deliveries.filter(
    (each) =>
      each.approvalId === order.approvalId &&
      each.side === "private" &&
      (each.state === "HELD" || each.state === "WAITING"),
  );
  return {
    change: {
      next: advance(file.case, now, backWith(file, "order-refused")),
      ...(unsent.length === 0
        ? {}
        : {
            ...released(file, order.approvalId, { now, timeZone }),
            deliveries: unsent.map((delivery) => ({ delivery: withdrawn(delivery, now) })),
          }),
      orders: [{ ...order, state: "cannot", cannotBecause: because, answeredAt: now }],
      audit: [{ at: now, by: "shopkeeper", did: "order-refused", what: because }],
    },
    tell: [],
  };
}

/** The last day of an order has passed without an answer. Undefined when it has rung, or is over. */
export function orderFellDue(
  file: CaseFile,
  input: { readonly orderOf: ApprovalId; readonly now: Instant },
): Done | undefined {
  const order = openOrder(file, input.orderOf);
  if (order === undefined || order.rangAt !== undefined || input.now < order.by) return undefined;
  const { now } = input;
  return {
    change: {
      next: advance(file.case, now, backWith(file, "order-unanswered")),
      orders: [{ ...order, rangAt: now }],
      audit: [{ at: now, by: "shopkeeper", did: "order-due", what: order.approvalId }],
    },
    tell: [],
  };
}

/** An agent answers what the place asked. The place reads it under its link. */
export function answerPlace(
  file: CaseFile,
  input: {
    readonly orderOf: ApprovalId;
    readonly text: string;
    readonly by: Actor;
    readonly now: Instant;
  },
): Done | { readonly refused: "no-such-order" } {
  const order = openOrder(file, input.orderOf);
  if (order?.question === undefined) return { refused: "no-such-order" };
  const { by, now, text } = input;
  const answered = { ...order, question: { ...order.question, answer: { text, by: by.id, at: now } } };
  return {
    change: {
      next: advance(file.case, now, file.case.trouble === "order-asked" ? relief(file, order) : {}),
      orders: [answered],
      audit: [{ at: now, by: by.id, did: "order-explained", what: order.approvalId }],
    },
    tell: [],
  };
}

/** The order is needed no longer. What is owed stays on the list to pay out. */
export function cancelOrder(
  file: CaseFile,
  input: { readonly orderOf: ApprovalId; readonly by: Actor; readonly now: Instant },
): Done | { readonly refused: "no-such-order" } {
  const order = openOrder(file, input.orderOf);
  if (order === undefined) return { refused: "no-such-order" };
  const { by, now } = input;
  return {
    change: {
      next: advance(file.case, now, relief(file, order)),
      orders: [{ ...order, state: "cancelled" }],
      audit: [{ at: now, by: by.id, did: "order-cancelled", what: order.approvalId }],
    },
    tell: [],
  };
}

/** What is on its way stays on its way; an answered or closed case comes back to the agents. */
const backWith = (file: CaseFile, trouble: Trouble) => ({
  desk: "agents",
  trouble,
  band: bandNow(file, trouble),
  ...(file.case.stage === "closed" ? { stage: "decided" as const } : {}),
});
