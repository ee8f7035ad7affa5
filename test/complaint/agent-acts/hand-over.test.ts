import { expect, it } from "vitest";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { handOver } from "../../../shared/complaint/agent-acts/hand-over.ts";
import { approvalIdOf } from "../../../shared/complaint/ids.ts";
import { aDraftedCase, laura, shop } from "../../support/world.ts";

const now = "2026-11-20T12:00:00.000Z";

it("uses a code up once", () => {
  const file = aDraftedCase("facebook", "1", now);
  const approvalId = approvalIdOf(file.case.id, 1);
  const order = {
    caseId: file.case.id,
    brand: shop,
    approvalId,
    store: "any",
    code: "4EE48",
    handOver: "boots",
    by: now,
    state: "open" as const,
  };
  const input = { orderOf: approvalId, by: { id: laura, role: "agent" as const }, now };
  const done = handOver({ ...file, orders: [order] }, input);
  if (!isDone(done)) throw new Error(done.refused);
  expect(done.change.orders).toEqual([{ ...order, state: "done", answeredAt: now }]);
  expect(done.change.next).toMatchObject({ stage: "drafted", version: file.case.version + 1 });
  expect(handOver({ ...file, orders: done.change.orders ?? [] }, input)).toEqual({
    refused: "no-such-order",
  });
});
