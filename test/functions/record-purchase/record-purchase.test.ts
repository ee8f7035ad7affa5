import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { makeHandler } from "../../../functions/record-purchase/handler.ts";
import { type BusEntry, startAwsEndpoint } from "../../../infra/local/aws-endpoint.ts";
import { customerStores } from "../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { queryKeys } from "../../../shared/complaint/blocking.ts";
import { BrandId, CustomerId } from "../../../shared/complaint/ids.ts";
import { EVENT_SOURCE } from "../../../shared/events/define-event.ts";
import { PurchaseMade } from "../../../shared/events/shop-events.ts";
import { CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { readSample } from "../../support/event-samples.ts";
import { sqsEvent } from "../../support/sqs-event.ts";
import { wholeTable } from "../../support/whole-table.ts";

const NAME_KEY = "a key of sixteen signs";
const marja = CustomerId.parse("kk-0001");
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>;
let handler: ReturnType<typeof makeHandler>;
let stores: ReturnType<typeof customerStores>;
let brand: BrandId;
let brands = 0;
const told: BusEntry[] = [];
beforeAll(async () => {
  dynamo = await withDynamo();
  aws = await startAwsEndpoint({
    events: (entries) => void told.push(...entries),
    secrets: { "name-key": { nameKey: NAME_KEY } },
  });
  process.env["AWS_ENDPOINT_URL_EVENTBRIDGE"] = aws.url;
  process.env["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = aws.url;
  handler = makeHandler({ CUSTOMERS_TABLE, NAME_KEY_SECRET: "name-key", BUS_NAME: "local" });
  stores = customerStores(CUSTOMERS_TABLE, NAME_KEY);
});
afterAll(async () => {
  await aws.close();
  await dynamo.close();
});
beforeEach(async () => {
  brand = BrandId.parse(`shop-${brands++}`);
  told.length = 0;
  await stores.stateCurrency(brand, "EUR");
});

const Detail = PurchaseMade.detail;
/** The sample, with other facts. */
function made(purchase: Record<string, unknown> = {}, changed: Record<string, unknown> = {}) {
  const { meta, data } = Detail.parse(readSample(PurchaseMade.detailType).detail);
  return {
    source: "shop",
    "detail-type": PurchaseMade.detailType,
    detail: {
      meta: { ...meta, brand },
      data: { ...data, purchase: { ...data.purchase, ...purchase }, ...changed },
    },
  };
}
async function hear(...events: readonly Record<string, unknown>[]): Promise<readonly string[]> {
  const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });
  const answer = Answer.parse(await handler(sqsEvent(events.map((event) => JSON.stringify(event)))));
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
const own = async () =>
  (await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE)).filter(({ pk }) => String(pk).startsWith(`${brand}#`));

describe("a purchase that the shop tells of", () => {
  it("is stored, counts at once, finds its buyer by name, and is told on with ids alone", async () => {
    expect(await hear(made())).toEqual([]);
    expect(await stores.figuresOf(brand, marja)).toMatchObject({ purchases: 1, spent: { minor: 3_000 } });
    const [found] = await stores.customersByNameKeys(brand, queryKeys("Marja Esimerkki"), ["football"]);
    expect(found).toMatchObject({ customer: { id: marja }, facts: { recent: [{ category: "football" }] } });
    expect((await stores.population(brand, ["marja"], [])).customers).toBe(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      source: EVENT_SOURCE,
      detailType: "purchase-recorded.v1",
      detail: { data: { customerId: "kk-0001", purchaseId: "KK-10001" } },
    });
    expect(JSON.stringify(told)).not.toMatch(/Marja|Esimerkki|3000|football/);
  });

  it("twice is once, and tells the same event", async () => {
    await hear(made());
    const once = await own();
    expect(await hear(made(), made())).toEqual([]);
    expect(await own()).toEqual(once);
    const ids = told.map(
      ({ detail }) => z.object({ meta: z.object({ id: z.string() }) }).parse(detail).meta.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("and its return come out the same in either order", async () => {
    const back = made({ id: "KK-10002", amountMinor: -3_000 });
    await hear(back);
    await hear(made());
    expect(await stores.figuresOf(brand, marja)).toMatchObject({
      purchases: 1,
      returns: 1,
      days: 0,
      spent: { minor: 0 },
    });
  });

  it("does not rename a customer who is known, and needs no name", async () => {
    await hear(made());
    await hear(made({ id: "2" }, { buyer: { id: marja, name: "Somebody Else" } }));
    await hear(made({ id: "3" }, { buyer: undefined }));
    expect(await stores.customer(brand, marja)).toMatchObject({ name: "Marja Esimerkki" });
    expect(await stores.figuresOf(brand, marja)).toMatchObject({ purchases: 3 });
  });

  it.each([
    { of: "another currency", purchase: { currency: "SEK" } },
    { of: "a day that lies ahead", purchase: { date: "2199-01-01" } },
    { of: "a day that is none", purchase: { date: "2026-02-30" } },
    { of: "half a cent", purchase: { amountMinor: 0.5 } },
    { of: "a sum beyond all sense", purchase: { amountMinor: 2 ** 40 } },
    { of: "no customer", purchase: { customer: "" } },
    { of: "an id that is a book", purchase: { id: "x".repeat(81) } },
    { of: "somebody else as its buyer", changed: { buyer: { id: "kk-0002", name: "Not Marja" } } },
  ])("with $of is refused, and costs nothing that came with it", async ({ purchase, changed }) => {
    expect(await hear(made(purchase, changed), made({ id: "good" }))).toEqual(["0"]);
    expect(await stores.purchasesOf(brand, marja)).toMatchObject([{ id: "good" }]);
    expect(told).toHaveLength(1);
  });

  it("is not taken from one of ours, nor before the brand's currency is stated", async () => {
    expect(await hear({ ...made(), source: EVENT_SOURCE })).toEqual(["0"]);
    brand = BrandId.parse(`unstated-${brands++}`);
    expect(await hear(made())).toEqual(["0"]);
    expect(await own()).toEqual([]);
    expect(told).toEqual([]);
  });
});
