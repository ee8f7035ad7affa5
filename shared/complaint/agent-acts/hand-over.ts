import type { CaseFile } from "../case-file.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import type { Actor, Done } from "./act.ts";
import { settleOrder } from "./settle-order.ts";

export type HandOverRefusal = { readonly refused: "no-such-order" };

/** An agent has been told that a place gave out what its order says. */
export function handOver(
  file: CaseFile,
  input: { readonly orderOf: ApprovalId; readonly by: Actor; readonly now: Instant },
): Done | HandOverRefusal {
  const order = openOrder(file, input.orderOf);
  return order === undefined
    ? { refused: "no-such-order" }
    : settleOrder(file, order, { by: input.by.id, now: input.now });
}

export const openOrder = (file: CaseFile, of: ApprovalId) =>
  file.orders.find((each) => each.approvalId === of && each.state === "open");
