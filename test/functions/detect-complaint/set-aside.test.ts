import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { detectComplaint } from "../../../functions/detect-complaint/detect-complaint.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AsideReason } from "../../../shared/complaint/assessment.ts";
import type { MentionId } from "../../../shared/complaint/ids.ts";
import type { assess } from "../../../shared/language/assess.ts";
import { Unavailable } from "../../../shared/runtime/errors.ts";
import { anAssessment } from "../../support/an-assessment.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { seeded } from "../../support/seeded.ts";
import { aMention, shop, shopFile } from "../../support/world.ts";

// What a text is read as is somebody else's test: here a text names its own reason.
vi.mock("../../../shared/language/assess.ts", () => ({
  assess: ({ mention, revision, text }: Parameters<typeof assess>[0], now: string) =>
    anAssessment(mention, now, AsideReason.safeParse(text).data, { revision }),
}));

const NOW = "2026-03-02T09:00:00.000Z";
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

it("counts what the step sets aside once, through doubled and shuffled events, lost answers and edits", async () => {
  const stores = careStores(CARE_TABLE);
  await stores.brands.publish(shopFile(), NOW, "Aino");
  const random = seeded(7);
  // What was saved stands, and the step does not hear of it: its event comes again.
  const mentionsThatLoseAnswers = {
    ...stores.mentions,
    saveAssessment: async (...given: Parameters<typeof stores.mentions.saveAssessment>) => {
      const saved = await stores.mentions.saveAssessment(...given);
      if (random() < 0.3) throw new Unavailable("the answer was lost");
      return saved;
    },
  };
  const ports = { ...stores, mentions: mentionsThatLoseAnswers, clock: { now: () => NOW } };
  const mentions = Array.from({ length: 30 }, (_, n) =>
    aMention("facebook", String(n), NOW, { text: n % 3 === 0 ? "praise" : n % 3 === 1 ? "spam" : "boots" }),
  );
  for (const mention of mentions) await stores.mentions.put(mention);
  const shuffledTwice = () =>
    [...mentions, ...mentions]
      .map((mention) => ({ mention, place: random() }))
      .toSorted((a, b) => a.place - b.place);
  const read = async (id: MentionId): Promise<void> => {
    try {
      await detectComplaint({ brand: shop, mentionId: id, causedBy: "test" }, ports);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await read(id);
    }
  };
  for (const { mention } of shuffledTwice()) await read(mention.id);
  const counts = () => stores.asides.countsSince(shop, "2026-03-02");
  expect(await counts()).toMatchObject({ praise: 10, spam: 10, chatter: 0 });

  // Half of them are edited, into praise and out of it, and every event comes twice again, two at a time.
  for (const [n, mention] of mentions.entries())
    if (n % 2 === 0)
      await stores.mentions.put({ ...mention, revision: 1, text: n % 4 === 0 ? "praise" : "boots" });
  const again = shuffledTwice();
  for (let at = 0; at < again.length; at += 2)
    await Promise.all(again.slice(at, at + 2).map(({ mention }) => read(mention.id)));
  // New on the list are those that were a complaint before and are praise now; what left it stays counted.
  const fresh = mentions.filter((mention, n) => mention.text === "boots" && n % 4 === 0).length;
  expect(await counts()).toMatchObject({ praise: 10 + fresh, spam: 10, chatter: 0 });
});
