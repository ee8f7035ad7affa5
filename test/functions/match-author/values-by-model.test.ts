import { afterAll, beforeAll, expect, it } from "vitest";
import { matchAuthorStep } from "../../../functions/match-author/match-author.ts";
import { customerStores } from "../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { lifetimeStore } from "../../../shared/adapters/dynamodb/lifetime-store.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { caseIdOf } from "../../../shared/complaint/ids.ts";
import { Customer, Purchase } from "../../../shared/complaint/relationship.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { CDNOW_MODEL } from "../../support/lifetime-models.ts";
import { aMention, shop, shopFile } from "../../support/world.ts";

const AT = "2026-03-12T12:00:00.000Z";
let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await withDynamo());
});
afterAll(() => close());

it("values the relationship by the brand's model once one is published, and by decay until then", async () => {
  const stores = careStores(CARE_TABLE);
  const history = customerStores(CUSTOMERS_TABLE, "a key of sixteen characters");
  const lifetime = lifetimeStore(CUSTOMERS_TABLE);
  await stores.brands.publish(shopFile(), AT, "Aino");
  const customer = Customer.parse({ id: "c-1", name: "Marja Lehtonen", since: "2014-08-16" });
  const bought = ["2025-03-01", "2025-09-01", "2026-03-01"].map((date) =>
    Purchase.parse({
      id: date,
      customer: customer.id,
      date,
      product: "skates",
      category: "ice-hockey",
      amountMinor: 4_000,
      currency: "EUR",
    }),
  );
  const load = history.load(shop, "test", AT);
  await load.putCustomers([customer]);
  await load.putPurchases(bought);
  await load.settle();

  const told = async (number: string) => {
    const mention = aMention("facebook", number, AT);
    const { author } = mention;
    if (author === undefined) throw new Error("a mention without an author");
    await history.confirmLink(shop, {
      author: author.id,
      customer: customer.id,
      confirmedBy: "laura",
      at: AT,
    });
    const id = caseIdOf(mention.id);
    const opened = Case.parse({
      id,
      brand: shop,
      channel: "facebook",
      rootId: mention.id,
      author: author.id,
      mentions: [mention.id],
      answerTo: mention.id,
      lane: "answer",
      lang: "en",
      severity: 2,
      arousal: 0.2,
      cues: [],
      desk: "agents",
      band: 4,
      openedAt: AT,
      updatedAt: AT,
      waitingSince: AT,
      version: 1,
      stage: "detected",
    });
    await stores.cases.open(
      opened,
      { brand: shop, channel: "facebook", rootId: mention.id, person: author.id },
      { at: AT, event: { detailType: "case-assessed.v1", detail: {} } },
    );
    await matchAuthorStep(
      { brand: shop, caseId: id, causedBy: "e" },
      { ...stores, history, lifetime, clock: { now: () => AT } },
    );
    return (await stores.cases.load(shop, id))?.relationship;
  };

  expect(await told("1")).toMatchObject({ basis: "purchases", forecast: { by: "decay" } });
  await lifetime.publish(shop, CDNOW_MODEL, AT);
  expect(await told("2")).toMatchObject({
    basis: "purchases",
    forecast: { by: "lifetime-model", fittedAt: CDNOW_MODEL.fittedAt },
  });
});
