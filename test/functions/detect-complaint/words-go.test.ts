import { afterAll, beforeAll, expect, it } from "vitest";
import { storeMention, storeMessage } from "../../../functions/collect-mentions/store-seen.ts";
import { detectComplaint } from "../../../functions/detect-complaint/detect-complaint.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { authorId, messageId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { wholeTable } from "../../support/whole-table.ts";
import { aMention, shop, shopFile } from "../../support/world.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const inDays = (days: number) => Date.parse(NOW) / 1000 + days * 86_400;
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

it("lets words go by themselves: sooner what is set aside, later what is answered, and nothing else with them", async () => {
  const stores = careStores(CARE_TABLE);
  const ports = {
    ...stores,
    clock: { now: () => NOW },
    bus: { emit: async () => undefined },
  };
  const file = shopFile();
  await stores.brands.publish(file, NOW, "Aino");
  const { retention } = file.playbook;
  expect(retention).toEqual({ mentionTextDays: 30, asideTextDays: 7 });
  const ttls = async (id: string) =>
    (await wholeTable(dynamo.endpoint, CARE_TABLE))
      .filter(({ pk }) => String(pk).endsWith(`#${id}`))
      .map(({ sk, ttl }) => [sk, ttl])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const collected = async (number: string, text: string) => {
    const { seenAt: _now, ...seen } = aMention("facebook", number, NOW, { text });
    await storeMention(seen, retention, ports);
    expect(await ttls(seen.id)).toEqual([
      ["mention", undefined],
      ["text", inDays(30)],
    ]);
    await detectComplaint({ brand: shop, mentionId: seen.id, causedBy: "test" }, ports);
    return seen.id;
  };
  const answered = await collected("71", "The boots are one size too small and the exchange was refused.");
  const aside = await collected("72", "Thank you, best shop in town!");
  expect((await stores.mentions.assessmentOf(shop, aside))?.lane).toBe("aside");
  expect(await ttls(answered)).toContainEqual(["text", inDays(30)]);
  expect(await ttls(aside)).toContainEqual(["text", inDays(7)]);
  expect((await ttls(aside)).filter(([, ttl]) => ttl !== undefined)).toHaveLength(1);

  const message = messageId("facebook", "m-1");
  await storeMessage(
    {
      brand: shop,
      channel: "facebook",
      id: message,
      with: authorId("facebook", "971"),
      direction: "in",
      sentAt: NOW,
      text: "Size 38, please.",
    },
    retention,
    ports,
  );
  expect(await ttls(message)).toEqual([
    ["message", undefined],
    ["text", inDays(30)],
  ]);

  // Gone already, by whatever hand: reading it again brings nothing back.
  await stores.mentions.remove(shop, aside, NOW);
  await stores.mentions.saveAssessment(
    shop,
    { ...(await given(stores.mentions.assessmentOf(shop, answered))), mention: aside },
    "2026-12-01T00:00:00.000Z",
  );
  expect((await ttls(aside)).map(([sk]) => sk)).not.toContain("text");
});

async function given<T>(value: Promise<T | undefined>): Promise<T> {
  const found = await value;
  if (found === undefined) throw new Error("it is not there");
  return found;
}
