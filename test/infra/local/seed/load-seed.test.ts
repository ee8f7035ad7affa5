import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadSeed } from "../../../../infra/local/seed/load-seed.ts";
import { parseBrand } from "../../../../shared/adapters/brand-file/load-brand.ts";
import { valueRelationship } from "../../../../shared/complaint/relationship-value.ts";
import { CDNOW_MODEL } from "../../../support/lifetime-models.ts";

const NOW = "2026-03-12T12:00:00.000Z";

describe.each(["kenttakauppa", "lounaspoyta"])("%s", (id) => {
  const parsed = parseBrand(readFileSync(`brands/${id}.yaml`, "utf8"), `${id}.yaml`);
  const { customers, purchases } = loadSeed(id, NOW);

  it("sells only what stands on the price list, at its price, in its stores", () => {
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const { priceList, stores } = parsed.brand.playbook;
    for (const line of purchases) {
      const listed = priceList.find((one) => one.id === line.product);
      expect(listed, line.product).toBeDefined();
      expect(line.category).toBe(listed?.category);
      expect(Math.abs(line.amountMinor)).toBe(listed?.priceMinor);
      expect(stores.map((store) => store.id)).toContain(line.store);
    }
  });

  it("has each purchase with its customer, none before they came and none after today", () => {
    const since = new Map(customers.map((customer) => [customer.id, customer.since ?? ""]));
    expect(since.size).toBe(customers.length);
    expect(new Set(purchases.map((line) => line.id)).size).toBe(purchases.length);
    for (const line of purchases) {
      expect(line.date >= (since.get(line.customer) ?? "9999"), line.id).toBe(true);
      expect(line.date <= NOW.slice(0, 10), line.id).toBe(true);
    }
  });
});

it("stays fresh: the boots were bought within the week whenever it is read", () => {
  for (const now of [NOW, "2031-07-01T00:00:00.000Z"]) {
    const { customers, purchases } = loadSeed("kenttakauppa", now);
    const marja = customers.find(({ name, since }) => name === "Marja Lehtonen" && since?.startsWith("2014"));
    const hers = purchases.filter(({ customer }) => customer === marja?.id);
    const boots = hers.find(({ product }) => product === "football-boots-junior");
    expect(boots).toMatchObject({ amountMinor: 3000, store: "itakeskus" });
    expect((Date.parse(now) - Date.parse(boots?.date ?? "")) / 86_400_000).toBeLessThan(7);
    expect(hers).toHaveLength(61);
    expect(new Set(hers.map(({ category }) => category))).toEqual(
      new Set(["ice-hockey", "floorball", "cycling", "football"]),
    );
  }
});

it("makes thirty euros a small part of what the boots writer's relationship has been worth", () => {
  const parsed = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { customers, purchases } = loadSeed("kenttakauppa", NOW);
  const [marja] = customers;
  if (marja === undefined) throw new Error("the seed is empty");
  const { playbook } = parsed.brand;
  const facts = {
    customer: marja,
    purchases,
    ownFailuresLast90Days: 0,
    playbook,
    currency: "EUR" as const,
    now: NOW,
  };
  for (const model of [undefined, CDNOW_MODEL]) {
    const figures = valueRelationship({ ...facts, model });
    expect(figures).toMatchObject({
      basis: "purchases",
      forecast: { by: model ? "lifetime-model" : "decay" },
    });
    expect(1800 / figures.margin.minor).toBeLessThan(0.05);
    expect(1800).toBeLessThan(figures.level.minor);
  }
});

it("does not know a brand that has no seed", () => expect(() => loadSeed("nobody", NOW)).toThrow());
