import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  highestExpectation,
  type PurchaseDay,
} from "../../../shared/complaint/lifetime/highest-expectation.ts";
import { outlookOn } from "../../../shared/complaint/lifetime/outlook.ts";
import { anyModel, CDNOW_MODEL, modelWith } from "../../support/lifetime-models.ts";
import { seeded } from "../../support/seeded.ts";

const DISCOUNT = 0.01;
/** Float noise of a sum of thousands of terms. */
const NOISE = 1e-9;

const purchase = fc.record({
  day: fc.integer({ min: 0, max: 5_000 }),
  spent: fc.oneof(
    fc.constant(0.01),
    fc.integer({ min: 1, max: 90_000 }).map((minor) => minor / 100),
  ),
});
/** What is bought on one day is one purchase. */
function inDays(purchases: readonly PurchaseDay[]): PurchaseDay[] {
  const spent = new Map<number, number>();
  for (const each of purchases) spent.set(each.day, (spent.get(each.day) ?? 0) + each.spent);
  return [...spent].map(([day, sum]) => ({ day, spent: sum })).toSorted((one, other) => one.day - other.day);
}
const purchases = fc.oneof(
  fc.array(purchase, { maxLength: 40 }),
  // Close together, so that readings of few days count.
  fc.array(
    purchase.map(({ day, spent }) => ({ day: day % 120, spent })),
    { maxLength: 60 },
  ),
);

describe("the highest expectation", () => {
  it("is never lowered by another purchase, whatever the model, the day and the sum", () => {
    fc.assert(
      fc.property(anyModel, purchases, purchase, (model, before, more) => {
        const highest = highestExpectation(model, inDays(before), DISCOUNT);
        expect(highestExpectation(model, inDays([...before, more]), DISCOUNT)).toBeGreaterThanOrEqual(
          highest * (1 - NOISE),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is never lowered by a run of cheap purchases right after dear ones, where plain readings fall", () => {
    const model = modelWith({ r: 0.3, alpha: 2, a: 3, b: 6 }, { p: 3, q: 2.5, gamma: 15 });
    let days: PurchaseDay[] = [0, 7, 14].map((day) => ({ day, spent: 200 }));
    let highest = highestExpectation(model, days, DISCOUNT);
    for (let cheap = 1; cheap <= 60; cheap++) {
      days = [...days, { day: 14 + cheap, spent: 0.01 }];
      const next = highestExpectation(model, days, DISCOUNT);
      expect(next).toBeGreaterThanOrEqual(highest * (1 - NOISE));
      highest = next;
    }
    expect(outlookOn(model, days, DISCOUNT, 74)?.spend).toBeLessThan(highest / 2);
  });

  it("is at least what the model expects, read plainly, on any purchase day and after any silence", () => {
    fc.assert(
      fc.property(anyModel, purchases, fc.integer({ min: 0, max: 900 }), (model, all, silence) => {
        const days = inDays(all);
        const highest = highestExpectation(model, days, DISCOUNT);
        for (const [at, { day }] of days.entries()) {
          const plain = outlookOn(model, days.slice(0, at + 1), DISCOUNT, day + silence);
          expect(plain?.spend ?? 0).toBeLessThanOrEqual(highest * (1 + NOISE));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the plain reading, within the steps of ages and numbers, for who buys evenly", () => {
    for (const [gap, count] of [
      [30, 120],
      [7, 400],
      [1, 900],
    ] as const) {
      const days = Array.from({ length: count }, (_, n) => ({ day: n * gap, spent: 35 }));
      const plain = Math.max(
        ...days.map(
          ({ day }, at) => outlookOn(CDNOW_MODEL, days.slice(0, at + 1), DISCOUNT, day)?.spend ?? 0,
        ),
      );
      const highest = highestExpectation(CDNOW_MODEL, days, DISCOUNT);
      expect(highest).toBeGreaterThanOrEqual(plain);
      expect(highest).toBeLessThan(plain * 1.07);
    }
  });

  it("is nothing without purchases, and a newcomer's after one", () => {
    expect(highestExpectation(CDNOW_MODEL, [], DISCOUNT)).toBe(0);
    const one = [{ day: 9, spent: 500 }];
    expect(highestExpectation(CDNOW_MODEL, one, DISCOUNT)).toBeCloseTo(
      outlookOn(CDNOW_MODEL, one, DISCOUNT, 9)?.spend ?? 0,
      9,
    );
  });

  it("is found in few reckonings for who bought on three thousand days", () => {
    const random = seeded(11);
    for (const model of [
      CDNOW_MODEL,
      modelWith({ r: 1.5, alpha: 6, a: 0.3, b: 5 }, { p: 3, q: 3.4, gamma: 20 }),
      modelWith({ r: 0.3, alpha: 2, a: 3, b: 6 }, { p: 3, q: 2.5, gamma: 15 }),
    ]) {
      let day = 0;
      const days = Array.from({ length: 3_000 }, () => {
        day += 1 + Math.floor(-Math.log(1 - random()) * 2.5);
        return { day, spent: Math.exp(3 + 2 * (random() + random() + random() - 1.5)) };
      });
      let reckonings = 0;
      highestExpectation(model, days, DISCOUNT, () => {
        reckonings += 1;
      });
      // Of 4.5 million stretches.
      expect(reckonings).toBeLessThan(6_000);
    }
  });
});
