import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Customer, Purchase, Relationship } from "../../shared/complaint/relationship.ts";
import { type RelationshipFacts, valueRelationship } from "../../shared/complaint/relationship-value.ts";
import { anyModel, CDNOW_MODEL } from "../support/lifetime-models.ts";

const NOW = "2026-03-12T12:00:00.000Z";
const figure = (value: number) => ({ value, source: "a figure of this test" });
const playbook = {
  relationship: {
    marginShare: figure(0.4),
    thanksShare: figure(0.25),
    monthlyDiscount: figure(0.01),
    churnRise: figure(0.2),
    churnRiseAfterOwnFailure: figure(0.15),
    segmentDefaultMinor: figure(1_000),
  },
};
const customer = Customer.parse({ id: "c", name: "Marja Lehtonen", since: "2014-08-16" });
const dayBefore = (days: number, from = NOW) =>
  new Date(Date.parse(from) - days * 86_400_000).toISOString().slice(0, 10);
let next = 0;
const line = (daysAgo: number, amountMinor: number, product = "skates", category = "ice-hockey"): Purchase =>
  Purchase.parse({
    id: `p${next++}`,
    customer: "c",
    date: dayBefore(daysAgo),
    product,
    category,
    amountMinor,
    currency: "EUR",
  });
const value = (purchases: readonly Purchase[], changes: Partial<RelationshipFacts> = {}) =>
  valueRelationship({
    customer,
    purchases,
    ownFailuresLast90Days: 0,
    playbook,
    currency: "EUR",
    now: NOW,
    ...changes,
  });

const bought = fc
  .tuple(
    fc.integer({ min: 0, max: 4_000 }),
    fc.integer({ min: 1, max: 90_000 }),
    fc.constantFrom("skates", "bike", "boots"),
  )
  .map(([daysAgo, amount, product]) => line(daysAgo, amount, product));
const history = fc.array(
  fc.tuple(bought, fc.boolean(), fc.integer({ min: 0, max: 60 })).map(([purchase, isReturn, later]) =>
    isReturn
      ? {
          ...purchase,
          id: `${purchase.id}r`,
          amountMinor: -purchase.amountMinor,
          date: dayBefore(-later, purchase.date),
        }
      : purchase,
  ),
  { maxLength: 30 },
);

describe("figures", () => {
  it("gives the segment's default to a stranger, and to a customer of whom nothing is known", () => {
    const { customer: _, ...stranger } = {
      customer,
      purchases: [],
      ownFailuresLast90Days: 0,
      playbook,
      currency: "EUR" as const,
      now: NOW,
    };
    expect(valueRelationship(stranger)).toMatchObject({
      basis: "segment-default",
      level: { minor: 1_000 },
      atRisk: { minor: 200 },
      purchases: 0,
    });
    expect(value([])).toMatchObject({ basis: "segment-default", level: { minor: 1_000 } });
  });

  it("thanks with a share of the margin earned", () => {
    const result = value([line(2_000, 100_000), line(1_000, 100_000, "bike", "cycling")]);
    expect(result).toMatchObject({
      spent: { minor: 200_000 },
      margin: { minor: 80_000 },
      thanks: { minor: 20_000 },
      since: "2014-08-16",
    });
    expect(result.categories).toEqual(["cycling", "ice-hockey"]);
    expect(Relationship.parse(result)).toEqual(result);
  });

  it("expects about two years of what a steady customer spends", () => {
    // 100 € a month for 15 years, 40 % margin, 24 months at 1 %: 21.24 × 40 € less the unfinished month.
    const steady = Array.from({ length: 180 }, (_, month) => line(Math.round(month * 30.44), 10_000));
    const { expected } = value(steady);
    expect(expected.minor).toBeGreaterThan(80_000);
    expect(expected.minor).toBeLessThan(92_000);
  });

  it("lets the expectation fade in silence, and the level stay", () => {
    const purchases = [line(30, 50_000), line(10, 50_000)];
    const later = value(purchases, { now: "2030-03-12T12:00:00.000Z" });
    expect(later.expected.minor).toBeLessThan(value(purchases).expected.minor / 10);
    expect(later.level).toEqual(value(purchases).level);
  });

  it("takes a return off the purchase and nothing more", () => {
    const kept = line(400, 30_000, "bike");
    const returned = line(100, 20_000, "skates");
    const back = { ...line(90, -20_000, "skates") };
    expect(value([kept, returned, back])).toMatchObject({
      spent: { minor: 30_000 },
      purchases: 2,
      level: value([kept]).level,
    });
    expect(value([line(90, -20_000)])).toMatchObject({
      spent: { minor: 0 },
      margin: { minor: 0 },
      level: { minor: 1_000 },
    });
  });

  it("counts our own earlier failure once, and never over certainty", () => {
    expect(value([], { ownFailuresLast90Days: 1 }).churnRise).toBeCloseTo(0.35);
    expect(value([], { ownFailuresLast90Days: 4 }).churnRise).toBeCloseTo(0.35);
    const sure = { relationship: { ...playbook.relationship, churnRise: figure(0.95) } };
    expect(value([], { ownFailuresLast90Days: 1, playbook: sure }).churnRise).toBe(1);
  });

  it("leaves out what was bought after now and what others bought, and refuses another currency", () => {
    const foreign = { ...line(5, 10_000), customer: Customer.shape.id.parse("d") };
    expect(value([line(-5, 10_000), foreign]).purchases).toBe(0);
    expect(() => value([{ ...line(5, 10_000), currency: "SEK" }])).toThrow(RangeError);
  });
});

describe("laws", () => {
  it("is never lowered by another purchase, on any day, with or without returns", () => {
    fc.assert(
      fc.property(history, bought, (purchases, more) => {
        const before = value(purchases);
        const after = value([...purchases, more]);
        expect(after.level.minor).toBeGreaterThanOrEqual(before.level.minor);
        expect(after.atRisk.minor).toBeGreaterThanOrEqual(before.atRisk.minor);
        expect(after.thanks.minor).toBeGreaterThanOrEqual(before.thanks.minor);
      }),
      { numRuns: 500 },
    );
  });

  it("is never lowered by time or silence", () => {
    fc.assert(
      fc.property(
        fc.array(bought, { maxLength: 30 }),
        fc.integer({ min: 0, max: 5_000 }),
        (purchases, days) => {
          const later = `${dayBefore(-days)}T12:00:00.000Z`;
          expect(value(purchases, { now: later }).level.minor).toBeGreaterThanOrEqual(
            value(purchases).level.minor,
          );
        },
      ),
    );
  });

  it("is never below what a stranger is given, nor below zero", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const result = value(purchases);
        expect(result.level.minor).toBeGreaterThanOrEqual(1_000);
        for (const amount of [result.spent, result.margin, result.thanks, result.expected]) {
          expect(amount.minor).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("gives the same for the same purchases in any order, and leaves them as they were", () => {
    fc.assert(
      fc.property(history, (purchases) => {
        const before = structuredClone(purchases);
        expect(value(purchases.toReversed())).toEqual(value(purchases));
        expect(purchases).toEqual(before);
      }),
    );
  });

  it("is deaf to tone: what the writer said is no part of the facts", () => {
    const loud = { ownFailuresLast90Days: 0, tone: "furious", followers: 90_000, competitor: true };
    expect(
      value(
        [line(3, 3_000)].map((one) => ({ ...one, id: "same" })),
        loud,
      ),
    ).toEqual(value([line(3, 3_000)].map((one) => ({ ...one, id: "same" }))));
  });
});

describe("with a fitted model", () => {
  const withModel = (purchases: readonly Purchase[], changes: Partial<RelationshipFacts> = {}) =>
    value(purchases, { model: CDNOW_MODEL, ...changes });

  it("says by what the expectation was told, and without purchases that nothing was", () => {
    const purchases = [line(900, 4_000), line(500, 3_000), line(40, 5_000)];
    expect(value(purchases).forecast).toEqual({ by: "decay" });
    expect(withModel(purchases).forecast).toMatchObject({
      by: "lifetime-model",
      fittedAt: CDNOW_MODEL.fittedAt,
      customers: 2_357,
    });
    expect(withModel([])).toMatchObject({ forecast: { by: "decay" }, level: { minor: 1_000 } });
  });

  it("expects the purchases of the model at the spend of the model, and gives the range of eight in ten", () => {
    // One purchase, today: 24 months of a newcomer, discounted; the mean of all at a time.
    const { expected, forecast } = withModel([line(0, 9_900)]);
    if (forecast?.by !== "lifetime-model") throw new Error("told by decay");
    expect(forecast.chanceAlive).toBe(1);
    expect(forecast.purchases).toBeCloseTo(2.22, 1);
    expect(forecast.spendAtATime.minor).toBe(3_522);
    expect(expected.minor).toBeGreaterThan(0.8 * 2.2 * 3_522 * 0.4);
    expect(expected.minor).toBeLessThan(2.25 * 3_522 * 0.4);
    expect(forecast.least.minor).toBe(0);
    expect(forecast.most.minor).toBeGreaterThan(expected.minor);
  });

  it("writes down each figure with its source, and the last is what is at risk", () => {
    const result = withModel([line(400, 30_000), line(20, 10_000)], { ownFailuresLast90Days: 1 });
    expect(Relationship.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result.arithmetic?.map(({ label }) => label)).toEqual([
      "spent",
      "margin-share",
      "margin",
      "thanks-share",
      "thanks",
      "chance-alive",
      "purchases-expected",
      "spend-at-a-time",
      "expected",
      "highest",
      "segment-default",
      "level",
      "churn-rise",
      "at-risk",
    ]);
    expect(result.arithmetic?.at(-1)).toEqual({
      label: "at-risk",
      figure: { money: result.atRisk },
      source: { kind: "product", of: ["level", "churn-rise"] },
    });
    expect(value([]).arithmetic?.map(({ label }) => label)).toEqual([
      "segment-default",
      "level",
      "churn-rise",
      "at-risk",
    ]);
  });

  it("is never lowered by another purchase or by silence, with or without returns, whatever the model", () => {
    fc.assert(
      fc.property(
        anyModel,
        history,
        bought,
        fc.integer({ min: 0, max: 3_000 }),
        (model, purchases, more, days) => {
          const before = value(purchases, { model });
          const after = value([...purchases, more], { model });
          expect(after.level.minor).toBeGreaterThanOrEqual(before.level.minor);
          expect(after.atRisk.minor).toBeGreaterThanOrEqual(before.atRisk.minor);
          expect(before.level.minor).toBeGreaterThanOrEqual(before.expected.minor);
          const kept = purchases.filter(({ amountMinor }) => amountMinor > 0);
          const later = `${dayBefore(-days)}T12:00:00.000Z`;
          expect(value(kept, { model, now: later }).level.minor).toBeGreaterThanOrEqual(
            value(kept, { model }).level.minor,
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it("takes a return off and nothing more, and gives the same in any order", () => {
    const kept = line(400, 30_000, "bike");
    const back = [line(100, 20_000, "skates"), line(90, -20_000, "skates")];
    expect(withModel([kept, ...back]).level).toEqual(withModel([kept]).level);
    fc.assert(
      fc.property(history, (purchases) => {
        expect(withModel(purchases.toReversed())).toEqual(withModel(purchases));
      }),
      { numRuns: 50 },
    );
  });
});
