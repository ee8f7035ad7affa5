import type { CaseFile } from "../case-file.ts";
import type { GrantId, Instant } from "../ids.ts";
import type { Actor, Done } from "./act.ts";
import { openOrder } from "./hand-over.ts";

export type PayOutRefusal = {
  readonly refused: "no-such-grant" | "already-paid-out" | "not-handed-over" | "needs-reference";
};

/**
 * Notes how a remedy was paid out by hand. `done` settles it, once; `failed` keeps it on the list with what was tried.
 *
 * @param input.reference receipt, transfer or order number; what went wrong, when it failed
 */
export function payOut(
  file: CaseFile,
  input: {
    readonly grantId: GrantId;
    readonly result: "done" | "failed";
    readonly reference: string;
    readonly by: Actor;
    readonly now: Instant;
  },
): Done | PayOutRefusal {
  const grant = file.grants.find((candidate) => candidate.id === input.grantId);
  if (!grant) return { refused: "no-such-grant" };
  if (grant.state === "SETTLED") return { refused: "already-paid-out" };
  if (grant.state !== "HANDED_OVER") return { refused: "not-handed-over" };
  const reference = input.reference.trim().slice(0, 200);
  if (reference === "") return { refused: "needs-reference" };
  const { by, now, result } = input;
  const order = openOrder(file, grant.approvalId);
  return {
    change: {
      next: { ...file.case, version: file.case.version + 1, updatedAt: now },
      grants: [
        {
          ...grant,
          state: result === "done" ? "SETTLED" : "HANDED_OVER",
          payout: { by: by.id, at: now, result, reference },
          updatedAt: now,
          rev: grant.rev + 1,
        },
      ],
      // Paid out otherwise: the code at the place gives nothing any more.
      ...(result === "done" && order !== undefined
        ? { orders: [{ ...order, state: "cancelled" as const }] }
        : {}),
      audit: [{ at: now, by: by.id, did: "paid-out", what: `${grant.id} ${result}` }],
    },
    tell: result === "done" ? [{ name: "grant-moved", grantId: grant.id, state: "SETTLED" }] : [],
  };
}
