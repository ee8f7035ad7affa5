import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../../../shared/adapters/dynamodb/keys.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import type { Correction } from "../../../shared/complaint/correction.ts";
import { AgentId, BrandId, type MentionId } from "../../../shared/complaint/ids.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aMention, shop } from "../../support/world.ts";

const at = "2026-11-20T10:00:00.000Z";
const later = "2026-11-20T11:00:00.000Z";
let dynamo: { close(): Promise<void> };
const { mentions, corrections } = careStores(CARE_TABLE);
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

const numbers = { next: 1 };
const aStoredMention = async () => {
  const mention = aMention("facebook", String(numbers.next++), at);
  await mentions.put(mention);
  return mention;
};
const said = (mention: MentionId, changed: Partial<Correction> = {}): Correction => ({
  brand: shop,
  mention,
  revision: 0,
  complaint: true,
  lang: "en",
  by: AgentId.parse("laura"),
  at,
  ...changed,
});

describe("correction store", () => {
  it("keeps one word for a mention, the latest, and the same word twice once", async () => {
    const { id } = await aStoredMention();
    expect(await corrections.of(shop, id)).toBeUndefined();
    expect(await corrections.record(said(id))).toBe("recorded");
    expect(await corrections.record(said(id))).toBe("recorded");
    const second = said(id, { complaint: false, at: later, by: AgentId.parse("mikael") });
    expect(await corrections.record(second)).toBe("recorded");
    expect(await corrections.of(shop, id)).toEqual(second);
    const listed = (await corrections.list(shop)).corrections.filter(({ mention }) => mention === id);
    expect(listed).toEqual([second]);
  });

  it.each([
    { when: "an earlier word that comes late", first: { at: later }, second: { at } },
    {
      when: "a later word on an older wording",
      first: { revision: 1, at },
      second: { revision: 0, at: later },
    },
  ])("does not let $when replace what stands", async ({ first, second }) => {
    const { id } = await aStoredMention();
    const stands = said(id, first);
    await corrections.record(stands);
    expect(await corrections.record(said(id, { ...second, complaint: false }))).toBe("older");
    expect(await corrections.of(shop, id)).toEqual(stands);
  });

  it("goes when the mention is removed, and cannot be said of what is gone or was never there", async () => {
    const { id } = await aStoredMention();
    await corrections.record(said(id));
    await mentions.remove(shop, id, later);
    expect(await corrections.of(shop, id)).toBeUndefined();
    expect((await corrections.list(shop)).corrections.map(({ mention }) => mention)).not.toContain(id);
    expect(await corrections.record(said(id, { at: later }))).toBe("gone");
    expect(await corrections.of(shop, id)).toBeUndefined();
    expect(await corrections.record(said(aMention("x", "404", at).id))).toBe("gone");
  });

  it("lists a brand's own, latest first, over pages", async () => {
    const brand = BrandId.parse("lounaspoyta");
    const expected: string[] = [];
    for (let n = 0; n < 60; n++) {
      const mention = aMention("x", `5${n}`, at, { brand });
      await mentions.put(mention);
      const when = new Date(Date.parse(at) + n * 1000).toISOString();
      await corrections.record(said(mention.id, { brand, at: when }));
      expected.unshift(mention.id);
    }
    const first = await corrections.list(brand);
    expect(first.corrections).toHaveLength(50);
    const second = await corrections.list(brand, first.next);
    expect(second.next).toBeUndefined();
    expect([...first.corrections, ...second.corrections].map(({ mention }) => mention)).toEqual(expected);
  });

  it("holds no word of the text", async () => {
    const { id, text = "" } = await aStoredMention();
    const told = { ...said(id), text, author: "Marja Lehtonen" };
    await corrections.record(told);
    const row = await dynamoTable(CARE_TABLE).get(keys.correction(shop, id));
    expect(row?.["body"]).toEqual(said(id));
    for (const word of ["boots", "Marja"]) expect(JSON.stringify(row)).not.toContain(word);
  });
});
