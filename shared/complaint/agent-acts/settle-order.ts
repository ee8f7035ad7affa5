import { advance } from "../advance.ts";
import type { AuditEntry, CaseFile } from "../case-file.ts";
import type { Grant } from "../grant.ts";
import type { Instant } from "../ids.ts";
import { AgentId } from "../ids.ts";
import type { StoreOrder } from "../promise.ts";
import { bandNow, type Done } from "./act.ts";

/** Who settled a remedy where the place itself said so. */
const THE_PLACE = AgentId.parse("the-place");

/** Why a case was brought back on account of its orders. */
const OF_ORDERS: ReadonlySet<string> = new Set(["order-refused", "order-asked", "order-unanswered"]);

/**
 * A place has given out what its order says: the code is used up, the promise is kept, and what was on the list to pay
 * out is settled under the code, so that nobody gives it a second time.
 */
export function settleOrder(
  file: CaseFile,
  order: StoreOrder,
  about: { readonly by: AuditEntry["by"]; readonly now: Instant },
): Done {
  const { by, now } = about;
  const promise = file.promises.find((each) => each.id === order.approvalId && each.state === "open");
  const grant = file.grants.find(
    (each) => each.approvalId === order.approvalId && each.state === "HANDED_OVER",
  );
  const settled: StoreOrder = { ...order, state: "done", answeredAt: now };
  return {
    change: {
      next: advance(file.case, now, relief(file, order, promise?.id)),
      orders: [settled],
      ...(promise === undefined
        ? {}
        : { promises: [{ promise: { ...promise, state: "kept", closedAt: now, rev: promise.rev + 1 } }] }),
      ...(grant === undefined
        ? {}
        : {
            grants: [
              {
                ...grant,
                state: "SETTLED",
                payout: paidAtPlace(settled, by),
                updatedAt: now,
                rev: grant.rev + 1,
              },
            ],
          }),
      audit: [{ at: now, by, did: "handed-over", what: order.approvalId }],
    },
    tell: grant === undefined ? [] : [{ name: "grant-moved", grantId: grant.id, state: "SETTLED" }],
  };
}

/** How a remedy was paid out that a place has given out: under the order's code. */
export const paidAtPlace = (order: StoreOrder, by: AuditEntry["by"]): NonNullable<Grant["payout"]> => ({
  by: by === "shopkeeper" ? THE_PLACE : by,
  at: order.answeredAt ?? order.by,
  result: "done",
  reference: order.code,
});

/** Where a case stands once one of its orders, and the promise that is kept with it, wait for nothing more. */
export function relief(
  file: CaseFile,
  order: StoreOrder,
  keptPromise?: string,
): Readonly<Record<string, unknown>> {
  const { trouble, stage, desk } = file.case;
  const isOver =
    trouble !== undefined &&
    (OF_ORDERS.has(trouble) || (trouble === "promise-due" && keptPromise !== undefined));
  const stillWaits =
    file.promises.some((each) => each.state === "open" && each.id !== keptPromise) ||
    file.deliveries.some((each) => each.state === "WAITING");
  const isLastWait = trouble === undefined && stage === "answered" && desk === "waiting" && !stillWaits;
  if (!isOver) return isLastWait ? { desk: "done" } : {};
  const other = otherOrderTrouble(file, order);
  if (other !== undefined) return { trouble: other };
  return {
    trouble: undefined,
    band: bandNow(file),
    ...(stage === "answered" ? { desk: stillWaits ? "waiting" : "done" } : {}),
    ...(stage === "closed" ? { desk: "done" } : {}),
  };
}

/** What another order of the case still needs an agent for. */
function otherOrderTrouble(
  file: CaseFile,
  order: StoreOrder,
): "order-asked" | "order-unanswered" | undefined {
  const others = file.orders.filter((each) => each.approvalId !== order.approvalId && each.state === "open");
  if (others.some(({ question }) => question !== undefined && question.answer === undefined))
    return "order-asked";
  return others.some(({ rangAt }) => rangAt !== undefined) ? "order-unanswered" : undefined;
}
