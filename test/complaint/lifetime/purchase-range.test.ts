import fc from "fast-check";
import { expect, it } from "vitest";
import { expectedPurchases, type Rhythm } from "../../../shared/complaint/lifetime/bg-nbd.ts";
import { chancesOfAtLeast, purchaseRange } from "../../../shared/complaint/lifetime/purchase-range.ts";
import { anyModel, CDNOW_MODEL } from "../../support/lifetime-models.ts";
import { seeded } from "../../support/seeded.ts";

const rhythms = fc
  .tuple(
    fc.integer({ min: 0, max: 80 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 30, max: 500 }),
  )
  .map(([frequency, share, age]) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

it("adds up to the purchases expected: the chances of at least one, two, three and so on", () => {
  fc.assert(
    fc.property(anyModel, rhythms, (model, rhythm) => {
      let sum = 0;
      let purchases = 0;
      for (const chance of chancesOfAtLeast(model.bgnbd, rhythm, 20)) {
        sum += chance;
        purchases += 1;
        if (purchases > 5_000) break;
      }
      expect(sum).toBeCloseTo(expectedPurchases(model.bgnbd, rhythm, 20), 5);
    }),
    { numRuns: 100 },
  );
});

it("holds eight in ten of those who live as the model says", () => {
  const { r, alpha, a, b } = CDNOW_MODEL.bgnbd;
  const random = seeded(3);
  const exponential = (rate: number) => -Math.log(1 - random()) / rate;
  // Marsaglia & Tsang's gamma by rejection; shapes below 1 by a power of a uniform number.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  let within = 0;
  let above = 0;
  let foretold = 0;
  let came = 0;
  const people = 4_000;
  for (let person = 0; person < people; person++) {
    const rate = gamma(r) / alpha;
    const [x, y] = [gamma(a), gamma(b)];
    const leaves = x / (x + y);
    const rhythm: Rhythm = { frequency: 0, recency: 0, age: 39 };
    let [frequency, recency, after] = [0, 0, 0];
    for (let at = exponential(rate); at < 39 + 104; at += exponential(rate)) {
      if (at < 39) {
        frequency += 1;
        recency = at;
      } else after += 1;
      if (random() < leaves) break;
    }
    const known = { ...rhythm, frequency, recency };
    const { fewest, most } = purchaseRange(CDNOW_MODEL.bgnbd, known, 104, 0.8);
    if (after >= fewest && after <= most) within += 1;
    if (after > most) above += 1;
    foretold += expectedPurchases(CDNOW_MODEL.bgnbd, known, 104);
    came += after;
  }
  // Whole numbers: more than the share lies within.
  expect(within / people).toBeGreaterThan(0.8);
  expect(above / people).toBeLessThan(0.11);
  expect(above / people).toBeGreaterThan(0.03);
  expect(foretold / came).toBeGreaterThan(0.9);
  expect(foretold / came).toBeLessThan(1.1);
});
