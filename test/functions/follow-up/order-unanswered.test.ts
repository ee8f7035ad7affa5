import { afterAll, beforeAll, expect, it } from "vitest";
import { orderUnanswered } from "../../../functions/follow-up/follow-up.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { advance } from "../../../shared/complaint/advance.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { approvalIdOf, type Instant } from "../../../shared/complaint/ids.ts";
import type { StoreOrder } from "../../../shared/complaint/promise.ts";
import { OrderFellDue } from "../../../shared/events/order-fell-due.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aDraftedCase } from "../../support/world.ts";

const OPENED = "2026-03-01T09:00:00.000Z";
const LAST_DAY = "2026-03-15T09:00:00.000Z";

let dynamo: { close(): Promise<void> };
const stores = careStores(CARE_TABLE);
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

const at = (now: Instant) => ({ ...stores, clock: { now: () => now } });
async function ringing(now: Instant) {
  const shards = Array.from({ length: stores.due.shards }, (_, shard) => stores.due.overdue(shard, now, 10));
  return (await Promise.all(shards))
    .flat()
    .filter(({ event }) => event.detailType === OrderFellDue.detailType);
}

it("brings a case back when a place is silent until the last day, and rings once", async () => {
  const drafted = aDraftedCase("facebook", "1", OPENED);
  const { brand, id } = drafted.case;
  const opened = Case.parse({ ...drafted.case, stage: "detected" });
  const thread = {
    brand,
    channel: "facebook" as const,
    rootId: opened.rootId,
    person: opened.author ?? opened.rootId,
  };
  await stores.cases.open(opened, thread, {
    at: "2099-01-01T00:00:00.000Z",
    event: { detailType: "case-assessed.v1", detail: {} },
  });
  const order: StoreOrder = {
    caseId: id,
    brand,
    approvalId: approvalIdOf(id, 1),
    store: "any",
    code: "4EE48",
    handOver: "boots",
    by: LAST_DAY,
    state: "open",
  };
  await stores.cases.save({ next: advance(opened, OPENED, {}), orders: [order] });
  expect(await ringing("2026-03-15T08:59:00.000Z")).toEqual([]);
  const [rings] = await ringing(LAST_DAY);
  const { data } = OrderFellDue.parse(rings?.event.detail);
  await orderUnanswered({ brand, ...data }, at(LAST_DAY));
  await orderUnanswered({ brand, ...data }, at(LAST_DAY));
  const file = await stores.cases.load(brand, id);
  expect(file?.case).toMatchObject({ desk: "agents", trouble: "order-unanswered", band: 0 });
  expect(file?.audit.filter(({ did }) => did === "order-due")).toHaveLength(1);
  expect(await ringing("2026-04-15T09:00:00.000Z")).toEqual([]);
  expect((await stores.lists.orders(brand)).orders).toMatchObject([{ rangAt: LAST_DAY }]);
});
