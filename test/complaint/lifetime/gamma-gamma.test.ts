import fc from "fast-check";
import { expect, it } from "vitest";
import { expectedSpend, GammaGamma } from "../../../shared/complaint/lifetime/gamma-gamma.ts";

/** As published for the CDNOW customers who came back: Fader & Hardie 2013. */
const CDNOW: GammaGamma = { p: 6.25, q: 3.74, gamma: 15.44 };

it.each([
  { of: "a newcomer", frequency: 0, mean: 0, spend: 35.22 },
  { of: "the first of the sample", frequency: 2, mean: 22.35, spend: 24.66 },
  { of: "the second of the sample", frequency: 1, mean: 11.77, spend: 18.91 },
  { of: "the sixth of the sample", frequency: 7, mean: 73.74, spend: 71.48 },
])("expects $spend at a time of $of", ({ frequency, mean, spend }) =>
  expect(expectedSpend(CDNOW, { frequency, spent: frequency * mean })).toBeCloseTo(spend, 1),
);

it("lies between the mean of all and the customer's own", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      (x, mean) => {
        const of = expectedSpend(CDNOW, { frequency: x, spent: x * mean });
        const all = expectedSpend(CDNOW, { frequency: 0, spent: 0 });
        expect(of).toBeGreaterThanOrEqual(Math.min(all, mean) * (1 - 1e-12));
        expect(of).toBeLessThanOrEqual(Math.max(all, mean) * (1 + 1e-12));
      },
    ),
  );
});

it("is no model where the mean of a stranger is infinite", () =>
  expect(GammaGamma.safeParse({ ...CDNOW, q: 1 }).success).toBe(false));
