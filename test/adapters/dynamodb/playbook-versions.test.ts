import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { AgentId, BrandId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { shopFile } from "../../support/world.ts";

const AT = "2026-11-20T09:00:00.000Z";
const aino = { at: AT, by: "Aino", agent: AgentId.parse("aino") };
const { brands, versions } = careStores(CARE_TABLE);
const named = (id: string, believeFirstMinor = 5000) => {
  const file = shopFile();
  return { ...file, brand: BrandId.parse(id), playbook: { ...file.playbook, believeFirstMinor } };
};

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

describe("the versions of a playbook", () => {
  it("keep who published which, when, how and what it brings back, newest first", async () => {
    const file = named("trail");
    await brands.publish(file, AT, "Oskar");
    expect(await versions.publishOver(named("trail", 1), 1, aino)).toBe(2);
    expect(await versions.publishOver(file, 2, { ...aino, again: 1 })).toBe(3);
    expect(await versions.list(file.brand)).toEqual([
      { version: 3, at: AT, by: "Aino", via: "page", agent: "aino", again: 1 },
      { version: 2, at: AT, by: "Aino", via: "page", agent: "aino" },
      { version: 1, at: AT, by: "Oskar", via: "file" },
    ]);
    expect(await versions.get(file.brand, 2)).toMatchObject({
      version: 2,
      publishedBy: "Aino",
      file: { playbook: { believeFirstMinor: 1 } },
    });
    expect(await versions.get(file.brand, 4)).toBeUndefined();
    expect(await brands.active(file.brand)).toMatchObject({ version: 3, file });
  });

  it("are published over the one that was looked at, or not at all", async () => {
    const file = named("meanwhile");
    await brands.publish(file, AT, "Oskar");
    const both = await Promise.all([
      versions.publishOver(named("meanwhile", 1), 1, aino),
      versions.publishOver(named("meanwhile", 2), 1, aino),
    ]);
    expect(both.toSorted()).toEqual([2, "published-meanwhile"]);
    expect(await versions.publishOver(named("meanwhile", 3), 1, aino)).toBe("published-meanwhile");
    expect(await versions.list(file.brand)).toHaveLength(2);
    expect(await versions.publishOver(named("nobody"), 1, aino)).toBe("published-meanwhile");
    expect(await versions.list(BrandId.parse("nobody"))).toEqual([]);
  });

  it("from before there was a trail are listed by their number, page by page", async () => {
    const file = named("older");
    await brands.publish(file, AT, "Oskar");
    for (let over = 1; over < 52; over++) await versions.publishOver(named("older", over), over, aino);
    const table = dynamoTable(CARE_TABLE);
    await table.transact([{ delete: { pk: "older#playbook-audit", sk: "v#000051" } }]);
    const first = await versions.list(file.brand);
    expect(first).toHaveLength(50);
    expect(first.slice(0, 3)).toMatchObject([{ version: 52 }, { version: 51 }, { version: 50 }]);
    expect(first[1]).toEqual({ version: 51 });
    expect(await versions.list(file.brand, 3)).toMatchObject([{ version: 2 }, { version: 1 }]);
  });

  it("are read once where nothing new was published, and at once where something was, by whomever", async () => {
    const file = named("kept");
    await brands.publish(file, AT, "Oskar");
    const first = await brands.active(file.brand);
    expect(first).toMatchObject({ version: 1, publishedBy: "Oskar", publishedAt: AT });
    // The same object: what is made of a playbook once is found again by it.
    expect(await brands.active(file.brand)).toBe(first);
    const elsewhere = careStores(CARE_TABLE);
    await elsewhere.versions.publishOver(named("kept", 7), 1, aino);
    expect(await brands.active(file.brand)).toMatchObject({
      version: 2,
      publishedBy: "Aino",
      file: { playbook: { believeFirstMinor: 7 } },
    });
    expect(first.file).toEqual(file);
    const key = { pk: "kept#brand", sk: "active" };
    expect(await dynamoTable(CARE_TABLE).get(key, ["version"])).toEqual({ ...key, version: 2 });
    // What the release before reads.
    expect(await dynamoTable(CARE_TABLE).get(key)).toMatchObject({ version: 2, body: { brand: "kept" } });
  });

  it("that this release does not understand are told apart from those that are not there", async () => {
    const table = dynamoTable(CARE_TABLE);
    await table.put({ pk: "odd#brand", sk: "v#000001", version: 1, body: { brand: "odd" } });
    expect(await versions.get(BrandId.parse("odd"), 1)).toBe("unreadable");
  });
});
