import { afterAll, beforeAll, expect, it } from "vitest";
import { lifetimeStore } from "../../../shared/adapters/dynamodb/lifetime-store.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import { CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { CDNOW_MODEL } from "../../support/lifetime-models.ts";

const AT = "2026-03-12T12:00:00.000Z";
const shop = BrandId.parse("shop");
let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await withDynamo());
});
afterAll(() => close());

it("gives the model published last, for its own brand alone", async () => {
  const store = lifetimeStore(CUSTOMERS_TABLE);
  expect(await store.active(shop)).toBeUndefined();
  expect(await store.publish(shop, CDNOW_MODEL, AT)).toBe(1);
  const newer = { ...CDNOW_MODEL, customers: 3_000 };
  expect(await store.publish(shop, newer, AT)).toBe(2);
  expect(await store.active(shop)).toEqual(newer);
  expect(await store.active(BrandId.parse("other"))).toBeUndefined();
});

it("lets one of two who publish at once win, and tells the other", async () => {
  const store = lifetimeStore(CUSTOMERS_TABLE);
  const brand = BrandId.parse("busy");
  const done = await Promise.allSettled([1, 2, 3].map(() => store.publish(brand, CDNOW_MODEL, AT)));
  const versions = done.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(new Set(versions).size).toBe(versions.length);
  expect(versions.length).toBeGreaterThanOrEqual(1);
});
