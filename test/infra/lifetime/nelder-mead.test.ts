import { expect, it } from "vitest";
import { logGamma } from "../../../infra/lifetime/log-gamma.ts";
import { minimise } from "../../../infra/lifetime/nelder-mead.ts";

it("comes down Rosenbrock's curved valley", () => {
  const found = minimise(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
  expect(found.converged).toBe(true);
  expect(found.at[0]).toBeCloseTo(1, 4);
  expect(found.at[1]).toBeCloseTo(1, 4);
});

it("goes round places where the function is no number", () => {
  const found = minimise(([x = 0]) => (x > 2 ? Number.NaN : (x - 2) ** 2), [0]);
  expect(found.at[0]).toBeCloseTo(2, 3);
});

it("does not call it found where the function falls for ever, or is nowhere a number", () => {
  expect(minimise(([x = 0]) => -(x ** 3), [1]).converged).toBe(false);
  expect(minimise(() => Number.NaN, [0, 0]).converged).toBe(false);
});

it.each([
  [1, 0],
  [0.5, Math.log(Math.PI) / 2],
  [0.01, 4.599479878042022],
  [3.7, 1.428072326665388],
  [171, 706.5730622457874],
  [1e6, 12_815_504.56914761],
])("knows the logarithm of the gamma function of %f", (x, value) =>
  expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value))),
);
