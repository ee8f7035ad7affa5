import type { CaseFile } from "../case-file.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import { type Actor, type Done, touched } from "./act.ts";

export type HandOverRefusal = { readonly refused: "no-such-order" };

/** A place has given out what its order says: the code is used up. */
export function handOver(
  file: CaseFile,
  input: { readonly orderOf: ApprovalId; readonly by: Actor; readonly now: Instant },
): Done | HandOverRefusal {
  const order = file.orders.find((each) => each.approvalId === input.orderOf && each.state === "open");
  if (order === undefined) return { refused: "no-such-order" };
  const { by, now } = input;
  return {
    change: {
      next: { ...file.case, ...touched(file.case, now) },
      orders: [{ ...order, state: "done" }],
      audit: [{ at: now, by: by.id, did: "handed-over", what: order.approvalId }],
    },
    tell: [],
  };
}
