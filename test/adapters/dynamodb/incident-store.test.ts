import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareStores, careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { advance } from "../../../shared/complaint/advance.ts";
import { AgentId, BrandId, incidentIdOf } from "../../../shared/complaint/ids.ts";
import {
  closeIncident,
  type Incident,
  openIncident,
  pageDone,
  settle,
} from "../../../shared/complaint/incident.ts";
import { IncidentChanged } from "../../../shared/events/incident-changed.ts";
import { wakeWith } from "../../../shared/runtime/wakes.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aDraftedCase, shop } from "../../support/world.ts";

const at = "2026-11-20T09:00:00.000Z";
const by = AgentId.parse("oskar");
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let stores: CareStores;
beforeAll(async () => {
  dynamo = await withDynamo();
  stores = careStores(CARE_TABLE);
});
afterAll(() => dynamo.close());

let made = 0;
const opened = (brand = shop): Incident => {
  made += 1;
  return openIncident({
    id: incidentIdOf(at, `abc${made}`),
    brand,
    title: "The tills were down",
    topic: { situation: "overcharged", words: ["kassa"], from: at },
    openedBy: by,
    openedAt: at,
  });
};
const wakeOf = (incident: Incident) =>
  wakeWith(
    IncidentChanged.make(
      { brand: incident.brand, occurredAt: at, key: incident.id },
      { incidentId: incident.id, version: incident.version },
    ),
    "2026-11-20T09:02:00.000Z",
  );
const settled = (of: Incident): Incident => {
  const raised = settle(of, of.rev, { texts: {}, withinHours: 24, by, role: "agent", at });
  if (!("incident" in raised)) throw new Error(raised.refused);
  return raised.incident;
};
const closed = (of: Incident): Incident => {
  const raised = closeIncident(of, of.rev, { by, at });
  if (!("incident" in raised)) throw new Error(raised.refused);
  return raised.incident;
};

describe("incidents in the table", () => {
  it("are opened once, and found with a brand's others", async () => {
    const brand = BrandId.parse("lounaspoyta");
    const [one, two] = [opened(brand), opened(brand)];
    expect(await stores.incidents.add(one, wakeOf(one))).toBe(true);
    expect(await stores.incidents.add(one, undefined)).toBe(false);
    await stores.incidents.add(two, undefined);
    expect(await stores.incidents.open(brand)).toEqual([one, two]);
    expect(await stores.incidents.get(brand, one.id)).toEqual(one);
    expect(await stores.incidents.get(shop, one.id)).toBeUndefined();
  });

  it("are saved only over the version that was read", async () => {
    const one = opened();
    await stores.incidents.add(one, undefined);
    const next = settled(one);
    expect(await stores.incidents.save(next, undefined)).toBe(true);
    expect(await stores.incidents.save(settled(one), undefined)).toBe(false);
    expect(await stores.incidents.get(shop, one.id)).toEqual(next);
  });

  it("move out of the open ones when they are closed, and go on there", async () => {
    const one = opened();
    await stores.incidents.add(one, undefined);
    const over = closed(one);
    expect(await stores.incidents.save(over, wakeOf(over))).toBe(true);
    expect((await stores.incidents.open(shop)).map(({ id }) => id)).not.toContain(one.id);
    expect((await stores.incidents.closed(shop)).map(({ id }) => id)).toContain(one.id);
    const done = pageDone(over, undefined);
    expect(await stores.incidents.save(done, undefined)).toBe(true);
    expect(await stores.incidents.save(done, undefined)).toBe(false);
    expect(await stores.incidents.get(shop, one.id)).toEqual(done);
  });

  it("ring while something is left to do, and no longer", async () => {
    const one = opened();
    await stores.incidents.add(one, wakeOf(one));
    const ringing = async () => {
      const all = await Promise.all(
        Array.from({ length: stores.due.shards }, (_, shard) =>
          stores.due.overdue(shard, "2026-11-21T00:00:00.000Z", 50),
        ),
      );
      return all.flat().filter(({ event }) => JSON.stringify(event).includes(one.id)).length;
    };
    expect(await ringing()).toBe(1);
    await stores.incidents.save(settled(one), undefined);
    expect(await ringing()).toBe(0);
  });
});

describe("the cases of an incident", () => {
  it("are listed by pages, and a case is not saved against an incident that has moved on", async () => {
    const one = opened();
    await stores.incidents.add(one, undefined);
    for (let at = 0; at < 30; at++) {
      const { case: of } = aDraftedCase("facebook", String(5000 + at), "2026-11-20T09:00:00.000Z");
      const thread = { brand: shop, channel: of.channel, rootId: of.rootId, person: of.author ?? of.rootId };
      const standing = { ...of, version: 1 };
      await stores.cases.open(standing, thread, wakeOf(one));
      const member = { incident: one.id, caseId: of.id, openedAt: of.openedAt, is: "waits" as const };
      const next = advance(standing, of.updatedAt, { stage: "decided" });
      const stale = { id: one.id, rev: 2, state: "open" as const };
      expect(await stores.cases.save({ next, incidents: [{ member, seen: stale }] })).toEqual({
        outcome: "conflict",
      });
      expect(await stores.cases.save({ next, incidents: [{ member, seen: one }] })).toEqual({
        outcome: "saved",
      });
    }
    const first = await stores.incidents.members(shop, one.id);
    const second = await stores.incidents.members(shop, one.id, first.next);
    expect([first.members.length, second.members.length, second.next]).toEqual([25, 5, undefined]);
    expect(await stores.incidents.allMembers(shop, one.id)).toEqual([...first.members, ...second.members]);
  });
});
