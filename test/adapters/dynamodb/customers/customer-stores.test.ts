import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerStores } from "../../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { queryKeys } from "../../../../shared/complaint/blocking.ts";
import { authorId, BrandId, CustomerId } from "../../../../shared/complaint/ids.ts";
import { sharesOf } from "../../../../shared/complaint/match-shares.ts";
import { asPurchases, factsOf } from "../../../../shared/complaint/purchase-facts.ts";
import type { Customer, Purchase } from "../../../../shared/complaint/relationship.ts";
import { runningFigures } from "../../../../shared/complaint/running-figures.ts";
import { countRegister, dayOf } from "../../../../shared/complaint/sold-counts.ts";
import { CUSTOMERS_TABLE, withDynamo } from "../../../support/dynamo.ts";
import { meterReads } from "../../../support/meter.ts";
import { wholeTable } from "../../../support/whole-table.ts";

const NOW = "2026-11-20T10:00:00.000Z";
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let stores: ReturnType<typeof customerStores>;
let consumed: ReturnType<typeof meterReads>;
beforeAll(async () => {
  dynamo = await withDynamo();
  stores = customerStores(CUSTOMERS_TABLE, "a key of sixteen signs");
  consumed = meterReads();
});
afterAll(() => dynamo.close());

let brands = 0;
/** A brand of its own for each run: its rows are all of its world. */
const aBrand = (): BrandId => BrandId.parse(`brand-${String(brands++).padStart(5, "0")}`);
/** How often something was settled, and what was left by others, are no part of what is known. */
const knownOf = async (brand: BrandId) =>
  (await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE))
    .filter(({ pk }) => String(pk).startsWith(`${brand}#`))
    .map(({ rev: _, ...row }) => JSON.parse(JSON.stringify(row).replaceAll(brand, "brand")));

const customer = (id: string, name?: string): Customer => ({
  id: CustomerId.parse(id),
  ...(name === undefined ? {} : { name }),
});
const line = (id: string, buyer: string, date: string, amountMinor: number): Purchase => ({
  id,
  customer: CustomerId.parse(buyer),
  date,
  product: "football-boots-junior",
  category: "football",
  store: "turku",
  amountMinor,
  currency: "EUR",
});

const people = ["Marja Lehtonen", "Marja Virtanen", "Matti Virtanen"].map((name, at) =>
  customer(`c${at}`, name),
);
const anyLine = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    buyer: fc.constantFrom("c0", "c1", "c2", "nobody"),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 10 }),
    amount: fc.integer({ min: -3_000, max: 5_000 }).filter((minor) => minor !== 0),
  })
  .map(({ id, buyer, day, month, amount }) =>
    line(`p${id}`, buyer, `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`, amount),
  );
const lines = fc.uniqueArray(anyLine, { selector: ({ id }) => id, minLength: 1, maxLength: 14 });

describe("customers and purchases", () => {
  it("end in the same rows as one go: in any order, doubled, from writers that cross each other", async () => {
    const plan = lines.chain((all) =>
      fc.record({
        all: fc.constant(all),
        parts: fc.array(fc.subarray(all), { minLength: 1, maxLength: 3 }),
        mixed: fc.shuffledSubarray(all, { minLength: all.length }),
        singles: fc.subarray(all),
        customersLast: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ({ all, parts, mixed, singles, customersLast }) => {
        const [once, often] = [aBrand(), aBrand()];
        const load = stores.load(once, "one go", NOW);
        await load.putCustomers(people);
        await load.putPurchases(all);
        await load.settle();

        const run = async (name: string, part: readonly Purchase[]) => {
          const crossing = stores.load(often, name, NOW);
          if (!customersLast) await crossing.putCustomers(people);
          await crossing.putPurchases(part);
          await crossing.settle();
        };
        await Promise.all([
          ...parts.map((part, at) => run(`part-${at}`, part)),
          run("mixed", mixed),
          ...singles.map((single) => stores.recordPurchase(often, single)),
        ]);
        const last = stores.load(often, "last", NOW);
        await last.putCustomers(people);
        await last.putPurchases([...mixed, ...mixed]);
        await last.settle();
        expect(await knownOf(often)).toEqual(await knownOf(once));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it("have figures of exactly the lines that are stored", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const brand = aBrand();
        const load = stores.load(brand, "a", NOW);
        await load.putPurchases(all);
        expect(await load.settle()).toMatchObject({
          settled: new Set(all.map((each) => each.customer)).size,
        });
        for (const id of new Set(all.map((each) => each.customer))) {
          const own = all.filter((each) => each.customer === id);
          expect(await stores.figuresOf(brand, id)).toEqual(runningFigures(own, "EUR"));
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("change nothing when they are loaded again, and say so", async () => {
    const brand = aBrand();
    const load = stores.load(brand, "a", NOW);
    const all = [line("1", "c0", "2026-01-02", 500), line("2", "c0", "2026-01-03", -500)];
    expect(await load.putCustomers(people)).toEqual({ written: 3, alreadyThere: 0 });
    expect(await load.putPurchases(all)).toEqual({ written: 2, alreadyThere: 0 });
    await load.settle();
    const before = await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE);
    const again = stores.load(brand, "b", NOW);
    expect(await again.putCustomers(people)).toEqual({ written: 0, alreadyThere: 3 });
    expect(await again.putPurchases(all)).toEqual({ written: 0, alreadyThere: 2 });
    expect(await again.settle()).toEqual({ settled: 0, unknown: 0 });
    expect(await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE)).toEqual(before);
  });

  it("settle who was left behind by a load that nobody took up again", async () => {
    const brand = aBrand();
    const killed = stores.load(brand, "killed", "2026-11-01T00:00:00.000Z");
    await killed.putCustomers(people);
    await killed.putPurchases([line("1", "c0", "2026-01-02", 500)]);
    expect((await stores.population(brand, ["marja"], [])).customers).toBe(0);
    const next = stores.load(brand, "next", NOW);
    expect(await next.settle()).toEqual({ settled: 3, unknown: 0 });
    expect(await stores.population(brand, ["marja", "virtanen", "matti", "absent"], [])).toMatchObject({
      customers: 3,
      carrying: new Map([
        ["marja", 2],
        ["virtanen", 2],
        ["matti", 1],
        ["absent", 0],
      ]),
    });
    expect(await next.settle()).toEqual({ settled: 0, unknown: 0 });
  });

  it("follow a new name: found and counted under it, and no longer under the old one", async () => {
    const brand = aBrand();
    const load = stores.load(brand, "a", NOW);
    await load.putCustomers([customer("c0", "Marja Aino Maria Lehtonen")]);
    await load.putPurchases([line("1", "c0", "2026-01-02", 500)]);
    await load.settle();
    await load.putCustomers([customer("c0", "Marja Virtanen")]);
    await load.settle();
    const found = (name: string) => stores.customersByNameKeys(brand, queryKeys(name), []);
    expect((await found("Marja Virtanen")).map((each) => each.customer.name)).toEqual(["Marja Virtanen"]);
    expect(await found("Aino Lehtonen")).toEqual([]);
    expect((await stores.population(brand, ["marja", "lehtonen", "virtanen", "aino"], [])).carrying).toEqual(
      new Map([
        ["marja", 1],
        ["lehtonen", 0],
        ["virtanen", 1],
        ["aino", 0],
      ]),
    );
  });

  it("hold no name in a key, and none where a customer is only counted", async () => {
    const brand = aBrand();
    const load = stores.load(brand, "a", NOW);
    await load.putCustomers([customer("c0", "Xantippa Qvistgaard")]);
    await load.settle();
    const rows = (await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE)).filter(({ pk }) =>
      String(pk).startsWith(brand),
    );
    for (const { pk, sk, nk, ns } of rows)
      expect(JSON.stringify([pk, sk, nk, ns])).not.toMatch(/xantippa|qvistgaard/i);
    expect(
      rows
        .filter(({ pk }) => !String(pk).includes("#c#"))
        .map((row) => JSON.stringify(row))
        .join(),
    ).not.toMatch(/xantippa|qvistgaard/i);
  });
});

describe("looking a writer up", () => {
  it("gives each customer with the facts that a match compares, the newest first and each once", async () => {
    const brand = aBrand();
    const all = Array.from({ length: 30 }, (_, at) =>
      line(`${at}`, "c0", new Date(Date.UTC(2025, 0, 1 + at * 15)).toISOString().slice(0, 10), 100 + at),
    );
    const load = stores.load(brand, "a", NOW);
    await load.putCustomers([{ ...customer("c0", "Marja Lehtonen"), city: "Turku", since: "2019-05-06" }]);
    await load.putPurchases(all);
    await load.settle();
    const sold = ["football-boots-junior", "football", "turku"];
    const [found, ...more] = await stores.customersByNameKeys(brand, queryKeys("Lehtonen Marja"), sold);
    expect(more).toEqual([]);
    expect(found?.customer).toEqual({ id: "c0", name: "Marja Lehtonen", city: "Turku", since: "2019-05-06" });
    const facts = factsOf(all);
    expect(found?.facts).toEqual(facts);
    expect(asPurchases(facts, CustomerId.parse("c0"), "EUR")).toHaveLength(30);
  });

  it("takes three queries and twelve units at most, whatever the name, in items of 160 bytes, and cuts off the oldest", async () => {
    const brand = aBrand();
    const load = stores.load(brand, "a", NOW);
    // 400 namesakes with long histories: more than any key may give.
    const crowd = Array.from({ length: 400 }, (_, at) => customer(`customer-${at}`, "Elisabet Johannes"));
    await load.putCustomers(crowd);
    for (let times = 0; times < 3; times++)
      await load.putPurchases(
        crowd.map(({ id }, at) => ({
          ...line(
            `${at}-${times}`,
            id,
            new Date(Date.UTC(2025, 0, 1 + at - times * 40)).toISOString().slice(0, 10),
            500 + at * times,
          ),
          product: `product-${at}`,
        })),
      );
    await load.settle();
    consumed.length = 0;
    await stores.confirmedLink(brand, authorId("x", "1"));
    const found = await stores.customersByNameKeys(brand, queryKeys("Elisabet Johannes"), []);
    const words = ["elisabet", "johannes", "liisa", "lisa", "eliisa", "jussi", "janne"];
    const { sold } = await stores.population(brand, words, []);
    expect(Object.keys(sold?.products ?? {})).toHaveLength(400);
    const queries = consumed.filter(({ operation }) => operation === "QueryCommand");
    expect(queries).toHaveLength(3);
    expect(queries.every(({ isCut }) => isCut)).toBe(true);
    expect(Math.max(...queries.map(({ largestItem }) => largestItem))).toBeLessThanOrEqual(160);
    expect(consumed.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(12);
    const numbers = found.map(({ customer: { id } }) => Number(id.split("-")[1])).toSorted((a, b) => b - a);
    expect(numbers.length).toBeGreaterThan(40);
    expect(numbers).toEqual(numbers.map((_, at) => 399 - at));
  }, 60_000);
});

describe("what is sold", () => {
  const words = ["football-boots-junior", "football", "turku", "hockey-skates", "ice-hockey", "espoo"];
  const skates = { product: "hockey-skates", category: "ice-hockey", store: "espoo" };
  const loaded = async (all: readonly Purchase[], now = NOW) => {
    const brand = aBrand();
    const load = stores.load(brand, "a", now);
    await load.putCustomers(people);
    await load.putPurchases(all);
    await load.settle();
    return brand;
  };
  const soldOf = async (brand: BrandId) => (await stores.population(brand, [], words)).sold;

  it("is counted at the end of a load, as from the register itself, under the brand's own words", async () => {
    const all = [
      line("1", "c0", "2026-11-19", 3_000),
      { ...line("2", "c0", "2026-11-19", 500), ...skates },
      line("3", "c1", "2026-10-01", 2_500),
      line("4", "c1", "2026-10-05", -2_500),
    ];
    const sold = await soldOf(await loaded(all));
    const whole = countRegister([all.slice(0, 2), all.slice(2)], people.length);
    const from = dayOf("2026-08-01");
    if (sold === undefined) throw new Error("nothing was counted");
    const [ours, theirs] = [sharesOf(sold), sharesOf(whole)];
    for (const to of [dayOf("2026-11-19"), dayOf("2026-11-20")]) {
      expect(ours.bought(dayOf("2026-11-19"), to)).toBeCloseTo(1 / 3, 1);
      expect(ours.ofProducts(["hockey-skates"], from, to)).toBeCloseTo(
        theirs.ofProducts(["hockey-skates"], from, to),
        10,
      );
      expect(ours.ofCategories(["football"], from, to)).toBeCloseTo(2 / 3, 10);
      expect(ours.ofStores(["espoo"], from, to)).toBeCloseTo(1 / 3, 10);
    }
    expect(ours.ofAmounts(2_500, 3_000)).toBeCloseTo(theirs.ofAmounts(2_500, 3_000), 10);
  });

  it("is no longer that of a customer who was erased", async () => {
    const brand = await loaded([
      line("1", "c0", "2026-11-19", 3_000),
      { ...line("2", "c1", "2026-11-18", 777), ...skates },
    ]);
    expect((await soldOf(brand))?.amounts).toEqual([777, 3_000]);
    await stores.eraseCustomer(brand, CustomerId.parse("c1"));
    const sold = await soldOf(brand);
    expect(sold).toMatchObject({ customers: 2, amounts: [3_000] });
    expect(Object.keys(sold?.products ?? {})).toEqual(["football-boots-junior"]);
  });

  it("is counted once a day as orders come in, and again where a load was killed before it had counted", async () => {
    const brand = await loaded([line("1", "c0", "2026-11-19", 3_000)]);
    const order = { ...line("2", "c1", "2026-11-20", 900), ...skates };
    await stores.recordPurchase(brand, order);
    await stores.countSold(brand, "2026-11-20T23:00:00.000Z");
    expect((await soldOf(brand))?.all.ever).toBe(1);
    await stores.countSold(brand, "2026-11-21T05:00:00.000Z");
    expect((await soldOf(brand))?.all.ever).toBe(2);
    await stores.recordPurchase(brand, { ...order, id: "3" });
    await stores.load(brand, "b", "2026-11-22T05:00:00.000Z").settle();
    expect((await soldOf(brand))?.all.ever).toBe(3);
  });
});
