import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { detectComplaint } from "../../../functions/detect-complaint/detect-complaint.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { Assessment } from "../../../shared/complaint/assessment.ts";
import type { assess } from "../../../shared/language/assess.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aMention, shop, shopFile } from "../../support/world.ts";

// Stands for any mistake in the reading: what it finds is somebody else's test.
vi.mock("../../../shared/language/assess.ts", async (original) => {
  const { assess: real } = await original<{ assess: typeof assess }>();
  return {
    assess: (...given: Parameters<typeof assess>) => {
      if (given[0].text.includes("trips it up")) throw new TypeError("together is not iterable");
      return real(...given);
    },
  };
});

const NOW = "2026-03-02T09:00:00.000Z";
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

it("gives a text that trips the reading up to a person, once, instead of to a queue for ever", async () => {
  const stores = careStores(CARE_TABLE);
  const ports = { ...stores, clock: { now: () => NOW } };
  await stores.brands.publish(shopFile(), NOW, "Aino");
  const mention = aMention("x", "1", NOW, { text: "This trips it up." });
  await stores.mentions.put(mention, { at: NOW, event: { detailType: "mention-collected.v1", detail: {} } });
  const heard = { brand: shop, mentionId: mention.id, causedBy: "test" };
  const first = await detectComplaint(heard, ports);
  expect(first).toMatchObject([{ detailType: "case-assessed.v1", detail: { data: { lane: "look" } } }]);
  expect(await detectComplaint(heard, ports)).toEqual(first);
  const assessment = Assessment.parse(await stores.mentions.assessmentOf(shop, mention.id));
  expect(assessment).toMatchObject({ lane: "look", lookReason: "low-confidence" });
  const sleeping = await Promise.all(
    Array.from({ length: stores.due.shards }, (_, shard) => stores.due.overdue(shard, NOW, 10)),
  );
  expect(sleeping.flat().filter(({ event }) => event.detailType === "mention-collected.v1")).toEqual([]);
});
