import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate } from "../../../infra/training/calibrate.ts";
import { type Example, fitLogistic, sumFor } from "../../../infra/training/fit.ts";
import { stratifiedFolds } from "../../../infra/training/folds.ts";
import { seeded } from "../../../infra/training/random.ts";

/** Rows of two buckets each: bucket 0 speaks for yes, bucket 1 against, the rest is noise. */
function rows(n: number, seed: number, shareOfYes = 0.5): Example[] {
  const random = seeded(seed);
  return Array.from({ length: n }, () => {
    const label = random() < shareOfYes;
    const noise = 2 + Math.floor(random() * 50);
    return {
      index: Int32Array.from([label === random() < 0.9 ? 0 : 1, noise]),
      value: Float64Array.from([1, 1]),
      label,
    };
  });
}

describe("fitLogistic", () => {
  it("learns which bucket speaks for yes", () => {
    const fit = fitLogistic(rows(400, 1), 64, { cost: 1, seed: 0 });
    const unseen = rows(400, 2);
    const right = unseen.filter((row) => sumFor(fit, row) > 0 === row.label).length;
    // The best that can be done here is nine in ten.
    expect(right / unseen.length).toBeGreaterThan(0.85);
    expect(fit.weights[0]).toBeGreaterThan(0.5);
    expect(fit.weights[1]).toBeLessThan(-0.5);
  });

  it("gives the same weights for the same seed", () => {
    const options = { cost: 1, seed: 7 };
    expect(fitLogistic(rows(100, 1), 64, options)).toEqual(fitLogistic(rows(100, 1), 64, options));
  });

  it("finds the minimum: no weight can be moved without making the whole worse", () => {
    const data = rows(60, 3);
    const cost = 2;
    const fit = fitLogistic(data, 64, { cost, seed: 0 });
    const yes = data.filter(({ label }) => label).length;
    const loss = (weights: Float64Array, bias: number) => {
      let sum = 0.5 * (weights.reduce((s, w) => s + w * w, 0) + bias * bias);
      for (const row of data) {
        const share = data.length / (2 * (row.label ? yes : data.length - yes));
        const margin = (row.label ? 1 : -1) * sumFor({ weights, bias }, row);
        sum += cost * share * Math.log1p(Math.exp(-margin));
      }
      return sum;
    };
    const least = loss(fit.weights, fit.bias);
    for (const bucket of [0, 1, 5, 20]) {
      for (const by of [-0.1, 0.1]) {
        const moved = Float64Array.from(fit.weights);
        moved[bucket] = (moved[bucket] ?? 0) + by;
        expect(loss(moved, fit.bias)).toBeGreaterThan(least);
      }
    }
    expect(loss(fit.weights, fit.bias + 0.1)).toBeGreaterThan(least);
    expect(loss(fit.weights, fit.bias - 0.1)).toBeGreaterThan(least);
  });

  it("does not answer with the commoner label only because it is commoner", () => {
    const fit = fitLogistic(rows(600, 4, 0.05), 64, { cost: 1, seed: 0 });
    const yes = rows(600, 5, 1);
    expect(yes.filter((row) => sumFor(fit, row) > 0).length / yes.length).toBeGreaterThan(0.8);
  });

  it("counts a row with twice the weight as two rows", () => {
    const data = rows(40, 6);
    const twice = fitLogistic([...data, ...data], 64, { cost: 1, seed: 0 });
    const heavy = fitLogistic(
      data.map((row) => ({ ...row, weight: 2 })),
      64,
      { cost: 1, seed: 0 },
    );
    for (const row of rows(20, 8)) expect(sumFor(heavy, row)).toBeCloseTo(sumFor(twice, row), 1);
  });
});

describe("stratifiedFolds", () => {
  it("gives each part its share of yes and no, to within one row", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 2, max: 10 }),
        fc.nat(100),
        (labels, folds, seed) => {
          const parts = stratifiedFolds(labels, folds, seed);
          for (const label of [true, false]) {
            const counts = Array.from(
              { length: folds },
              (_, fold) => labels.filter((is, row) => is === label && parts[row] === fold).length,
            );
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it("parts anew for another seed, and the same way for the same", () => {
    const labels = Array.from({ length: 100 }, (_, row) => row % 3 === 0);
    expect(stratifiedFolds(labels, 10, 1)).toEqual(stratifiedFolds(labels, 10, 1));
    expect(stratifiedFolds(labels, 10, 1)).not.toEqual(stratifiedFolds(labels, 10, 2));
  });
});

describe("calibrate", () => {
  it("finds the slope and the shift by which sums become chances", () => {
    const random = seeded(9);
    const sums = Array.from({ length: 20_000 }, () => random() * 8 - 4);
    const labels = sums.map((sum) => random() < 1 / (1 + Math.exp(-(1.5 * sum - 0.5))));
    const { slope, shift } = calibrate(sums, labels);
    expect(slope).toBeCloseTo(1.5, 1);
    expect(shift).toBeCloseTo(-0.5, 1);
  });

  it("says yes from where yes and no are told apart best", () => {
    const sums = [-3, -2, -1, 1, 2, 3];
    const { slope, shift, from } = calibrate(sums, [false, false, false, true, true, true]);
    const chances = sums.map((sum) => 1 / (1 + Math.exp(-(slope * sum + shift))));
    expect(chances.map((chance) => chance >= from)).toEqual([false, false, false, true, true, true]);
  });
});
