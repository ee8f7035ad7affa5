import { afterAll, beforeAll, expect, it } from "vitest";
import { matchExpired } from "../../../functions/follow-up/follow-up.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AuthorMatch } from "../../../shared/complaint/author-match.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { CustomerId, type Instant } from "../../../shared/complaint/ids.ts";
import { money } from "../../../shared/complaint/money.ts";
import { MatchExpired } from "../../../shared/events/match-expired.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aDraftedCase } from "../../support/world.ts";

const OPENED = "2026-03-01T09:00:00.000Z";
const CLOSED = "2026-03-02T09:00:00.000Z";
const marja = CustomerId.parse("c1");

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
    .filter(({ event }) => event.detailType === MatchExpired.detailType);
}

it("rings when its time is up, and is forgotten when its case can be opened no more", async () => {
  const drafted = aDraftedCase("facebook", "1", OPENED);
  const { brand, id } = drafted.case;
  const opened = Case.parse({ ...drafted.case, stage: "detected" });
  await stores.cases.open(
    opened,
    {
      brand,
      channel: "facebook",
      rootId: opened.rootId,
      person: opened.author ?? opened.rootId,
    },
    { at: CLOSED, event: { detailType: "case-assessed.v1", detail: {} } },
  );
  const match = AuthorMatch.parse({
    decision: "link",
    customer: marja,
    candidates: [],
    basis: "evidence",
    matchedAt: OPENED,
    expiresAt: "2026-03-31T09:00:00.000Z",
  });
  const nothing = money(0, "EUR");
  const matched = Case.parse({ ...opened, stage: "matched", customer: marja, version: 2 });
  await stores.cases.save({
    next: matched,
    match,
    relationship: {
      customer: marja,
      purchases: 1,
      categories: [],
      spent: nothing,
      margin: nothing,
      thanks: nothing,
      expected: nothing,
      level: nothing,
      atRisk: nothing,
      churnRise: 0.2,
      basis: "purchases",
      computedAt: OPENED,
    },
  });
  const closed = Case.parse({
    ...matched,
    stage: "closed",
    closedAt: CLOSED,
    closedBecause: "answered",
    desk: "done",
    version: 3,
  });
  await stores.cases.save({ next: closed, wake: null });
  expect(await stores.cases.casesOfCustomer(brand, marja)).toHaveLength(1);

  expect(await ringing("2026-03-31T08:00:00.000Z")).toEqual([]);
  expect(await ringing("2026-03-31T09:00:00.000Z")).toHaveLength(1);
  await matchExpired({ brand, caseId: id }, at("2026-03-31T09:00:00.000Z"));
  // Closed a day later than it was opened: until then a new comment opens it again.
  expect(await ringing("2026-03-31T09:00:00.000Z")).toEqual([]);
  expect((await stores.cases.load(brand, id))?.match?.customer).toBe(marja);

  const [again] = await ringing("2026-04-01T09:00:00.000Z");
  expect(MatchExpired.parse(again?.event.detail).data.caseId).toBe(id);
  await matchExpired({ brand, caseId: id }, at("2026-04-01T09:00:00.000Z"));
  const file = await stores.cases.load(brand, id);
  expect(file?.match).toBeUndefined();
  expect(file?.relationship).toBeUndefined();
  expect(file?.case).toMatchObject({ stage: "closed", updatedAt: closed.updatedAt });
  expect(file?.case.customer).toBeUndefined();
  expect(await stores.cases.casesOfCustomer(brand, marja)).toEqual([]);
  expect(await ringing("2030-01-01T00:00:00.000Z")).toEqual([]);
  // Told twice it changes nothing.
  await matchExpired({ brand, caseId: id }, at("2026-04-02T09:00:00.000Z"));
  expect((await stores.cases.load(brand, id))?.case.version).toBe(file?.case.version);
});
