import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BgNbd,
  chanceAlive,
  expectedPurchases,
  NEWCOMER,
  type Rhythm,
} from "../../../shared/complaint/lifetime/bg-nbd.ts";

/** As published for the CDNOW customers: Fader, Hardie & Lee 2005, table 2. */
const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** The same, before they were rounded. */
const FITTED: BgNbd = { r: 0.242595, alpha: 4.413589, a: 0.79293, b: 2.425922 };
/** The first customer of the CDNOW sample. */
const FIRST: Rhythm = { frequency: 2, recency: 30.43, age: 38.86 };

describe("published figures", () => {
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])("expects of a newcomer in %f weeks %f purchases", (weeks, purchases) =>
    expect(expectedPurchases(FITTED, NEWCOMER, weeks)).toBeCloseTo(purchases, 3),
  );

  it.each([
    { of: "a newcomer in 52 weeks", rhythm: NEWCOMER, weeks: 52, purchases: 1.44605 },
    { of: "a newcomer in 39 weeks", rhythm: NEWCOMER, weeks: 39, purchases: 1.19672 },
    { of: "the first of the sample", rhythm: FIRST, weeks: 39, purchases: 1.226 },
    {
      of: "who bought 26 times in 31 weeks",
      rhythm: { frequency: 26, recency: 30.86, age: 31 },
      weeks: 1,
      purchases: 0.71062,
    },
  ])("expects of $of $purchases", ({ rhythm, weeks, purchases }) =>
    expect(expectedPurchases(CDNOW, rhythm, weeks)).toBeCloseTo(purchases, 4),
  );

  it("tells the chance that somebody still buys", () => {
    expect(chanceAlive(CDNOW, FIRST)).toBeCloseTo(0.72658, 5);
    expect(chanceAlive(CDNOW, { frequency: 0, recency: 0, age: 500 })).toBe(1);
  });
});

/**
 * The same expectation in another way: given p, the chance of leaving at a purchase, the expected purchases are
 * (1 - (1 + p t / (alpha + T))^-(r + x)) / p; p is beta(a, b + x) of those who still buy. Trapezoids over ln p/(1-p).
 */
function byIntegration({ r, alpha, a, b }: BgNbd, { frequency, age }: Rhythm, horizon: number): number {
  let weight = 0;
  let sum = 0;
  const peak = Math.log(a / (b + frequency));
  for (let step = -8_000; step <= 8_000; step++) {
    const odds = peak + step * 0.05;
    const stays = 1 / (1 + Math.exp(odds));
    const p = 1 / (1 + Math.exp(-odds));
    const density = Math.exp(a * Math.log(p) + (b + frequency) * Math.log(stays));
    const stretch = (r + frequency) * Math.log1p((p * horizon) / (alpha + age));
    weight += density;
    sum += (density * -Math.expm1(-stretch)) / p;
  }
  return sum / weight;
}

const parameter = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const models = fc.record({
  r: parameter(0.05, 5),
  alpha: parameter(0.1, 100),
  a: parameter(0.1, 8),
  b: parameter(0.1, 20),
});
const rhythms = fc
  .tuple(fc.integer({ min: 0, max: 400 }), parameter(0, 1), parameter(0, 1_000))
  .map(([frequency, share, age]) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

describe("against integration", () => {
  it.each([
    { when: "a is 1", model: { ...CDNOW, a: 1 }, rhythm: FIRST, horizon: 39 },
    { when: "a is nearly 1", model: { ...CDNOW, a: 1 + 1e-9 }, rhythm: FIRST, horizon: 39 },
    { when: "a + b is below 1", model: { ...CDNOW, a: 0.3, b: 0.4 }, rhythm: NEWCOMER, horizon: 104 },
    { when: "a + b is 1", model: { ...CDNOW, a: 0.5, b: 0.5 }, rhythm: NEWCOMER, horizon: 104 },
    { when: "the horizon dwarfs the past", model: { ...CDNOW, alpha: 0.05 }, rhythm: NEWCOMER, horizon: 500 },
    {
      when: "people leave soon and the horizon dwarfs the past",
      model: { ...CDNOW, alpha: 0.05, a: 9 },
      rhythm: NEWCOMER,
      horizon: 500,
    },
    {
      when: "somebody bought five thousand times",
      model: CDNOW,
      rhythm: { frequency: 5_000, recency: 1_999, age: 2_000 },
      horizon: 104,
    },
  ])("agrees where $when", ({ model, rhythm, horizon }) => {
    const alive = expectedPurchases(model, rhythm, horizon) / chanceAlive(model, rhythm);
    expect(alive / byIntegration(model, rhythm, horizon)).toBeCloseTo(1, 8);
  });

  it("agrees for any model and any rhythm", () => {
    fc.assert(
      fc.property(models, rhythms, parameter(0.1, 300), (model, rhythm, horizon) => {
        const alive = chanceAlive(model, rhythm);
        const expected = expectedPurchases(model, rhythm, horizon);
        const integrated = byIntegration(model, rhythm, horizon) * alive;
        expect(Math.abs(expected - integrated)).toBeLessThan(1e-7 * Math.max(1e-3, integrated));
      }),
      { numRuns: 100 },
    );
  });
});

describe("laws", () => {
  it("expects nothing of no time, and more of more time", () => {
    fc.assert(
      fc.property(
        models,
        rhythms,
        parameter(0.1, 300),
        parameter(0.1, 300),
        (model, rhythm, horizon, more) => {
          expect(expectedPurchases(model, rhythm, 0)).toBe(0);
          const expected = expectedPurchases(model, rhythm, horizon);
          expect(expectedPurchases(model, rhythm, horizon + more)).toBeGreaterThanOrEqual(
            expected * (1 - 1e-9),
          );
        },
      ),
    );
  });

  it("takes nobody for likelier to buy the longer they are silent", () => {
    fc.assert(
      fc.property(models, rhythms, parameter(0, 300), (model, rhythm, silence) => {
        const later = { ...rhythm, age: rhythm.age + silence };
        expect(chanceAlive(model, later)).toBeLessThanOrEqual(chanceAlive(model, rhythm));
        expect(chanceAlive(model, later)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("tells the same in weeks as in days", () => {
    fc.assert(
      fc.property(models, rhythms, parameter(0.1, 300), (model, rhythm, horizon) => {
        const inDays = { frequency: rhythm.frequency, recency: rhythm.recency * 7, age: rhythm.age * 7 };
        const expected = expectedPurchases({ ...model, alpha: model.alpha * 7 }, inDays, horizon * 7);
        expect(expected).toBeCloseTo(expectedPurchases(model, rhythm, horizon), 7);
      }),
    );
  });

  it("stays finite for anybody", () => {
    for (const frequency of [0, 1, 1_000, 5_000])
      for (const age of [0, 1e-6, 2_000])
        for (const horizon of [1e-6, 104, 10_000]) {
          const rhythm = { frequency, recency: frequency === 0 ? 0 : age, age };
          expect(Number.isFinite(expectedPurchases(CDNOW, rhythm, horizon))).toBe(true);
          expect(chanceAlive(CDNOW, { ...rhythm, recency: 0 })).toBeGreaterThanOrEqual(0);
        }
  });
});
