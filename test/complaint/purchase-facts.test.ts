import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CustomerId } from "../../shared/complaint/ids.ts";
import { matchAuthor } from "../../shared/complaint/match-author.ts";
import { asPurchases, factsOf } from "../../shared/complaint/purchase-facts.ts";
import type { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import { shopFile } from "../support/world.ts";

const { playbook } = shopFile();
const marja: Customer = { id: CustomerId.parse("c-1"), name: "Marja Lehtonen", city: "Turku" };
const DAY_MS = 86_400_000;
const POSTED = "2026-06-15T10:00:00.000Z";
const daysBefore = (days: number) => new Date(Date.parse(POSTED) - days * DAY_MS).toISOString().slice(0, 10);

/** Few enough that nothing has to be left out. */
const purchases = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      product: fc.constantFrom(...playbook.priceList.slice(0, 8)),
      store: fc.option(fc.constantFrom(...playbook.stores.map(({ id }) => id)), { nil: undefined }),
      daysAgo: fc.integer({ min: 0, max: 2_000 }),
      amountMinor: fc.integer({ min: -5_000, max: 20_000 }),
    }),
    { selector: ({ id }) => id, maxLength: 18 },
  )
  .map((lines) =>
    lines.map(
      ({ product, daysAgo, ...line }): Purchase => ({
        ...line,
        product: product.id,
        category: product.category,
        date: daysBefore(daysAgo),
        customer: marja.id,
        currency: "EUR",
      }),
    ),
  );

const cues = fc.record({
  product: fc.option(fc.constantFrom(...playbook.priceList.map(({ id }) => id)), { nil: undefined }),
  store: fc.option(fc.constantFrom(...playbook.stores.map(({ id }) => id)), { nil: undefined }),
  sum: fc.option(fc.integer({ min: 100, max: 20_000 }), { nil: undefined }),
  date: fc.option(fc.constantFrom("yesterday", "last week", "two weeks ago"), { nil: undefined }),
  isBroad: fc.boolean(),
  years: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
});

const matched = (bought: readonly Purchase[], said: typeof cues extends fc.Arbitrary<infer T> ? T : never) =>
  matchAuthor({
    authorName: "Marja Lehtonen",
    cues: [
      ...(said.product === undefined
        ? []
        : [{ kind: "product" as const, entity: said.product, text: said.product }]),
      ...(said.store === undefined ? [] : [{ kind: "place" as const, entity: said.store, text: said.store }]),
      ...(said.sum === undefined ? [] : [{ kind: "sum" as const, value: said.sum, text: "a sum" }]),
      ...(said.date === undefined ? [] : [{ kind: "date" as const, text: said.date }]),
      ...(said.isBroad
        ? [{ kind: "relationship" as const, detail: "breadth" as const, text: "all our equipment" }]
        : []),
      ...(said.years === undefined
        ? []
        : [
            {
              kind: "relationship" as const,
              detail: "tenure" as const,
              value: said.years,
              text: "for years",
            },
          ]),
    ],
    candidates: [{ customer: marja, purchases: bought }],
    population: { customers: 5_000, nameFrequency: () => 0.001 },
    postedAt: POSTED,
    playbook,
    enabled: true,
    now: POSTED,
  });

describe("the facts that a match compares", () => {
  it("decide as the whole history does", () => {
    fc.assert(
      fc.property(purchases, cues, (bought, said) => {
        expect(matched(asPurchases(factsOf(bought), marja.id, "EUR"), said)).toEqual(matched(bought, said));
      }),
      { numRuns: 400 },
    );
  });

  it("are the same in any order", () => {
    fc.assert(
      fc.property(
        purchases.chain((bought) =>
          fc.tuple(fc.constant(bought), fc.shuffledSubarray(bought, { minLength: bought.length })),
        ),
        ([bought, mixed]) => {
          expect(factsOf(mixed)).toEqual(factsOf(bought));
        },
      ),
    );
  });

  it("keep one by one what a post of today can be about, whenever the last purchase was", () => {
    fc.assert(
      fc.property(purchases, (bought) => {
        const { recent } = factsOf(bought);
        const lately = bought.filter(({ amountMinor, date }) => amountMinor > 0 && date >= daysBefore(90));
        expect(recent.filter(({ date }) => date >= daysBefore(90))).toHaveLength(lately.length);
      }),
    );
  });

  it("count what they no longer tell apart", () => {
    const one: Purchase = {
      id: "0",
      customer: marja.id,
      date: "2020-01-01",
      product: "p",
      category: "c",
      amountMinor: 5,
      currency: "EUR",
    };
    const lunches = Array.from({ length: 500 }, (_, at) => ({
      ...one,
      id: String(at),
      date: new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
    }));
    const facts = factsOf(lunches);
    expect(facts).toMatchObject({
      first: "2020-01-01",
      olderCount: 480,
      older: [{ product: "p", category: "c" }],
    });
    expect(facts.recent.map(({ date }) => date)).toEqual(
      lunches
        .slice(-20)
        .map(({ date }) => date)
        .reverse(),
    );
    expect(asPurchases(facts, marja.id, "EUR")).toHaveLength(500);
  });
});
