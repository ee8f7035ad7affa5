import fc from "fast-check";
import { LifetimeModel } from "../../shared/complaint/lifetime/lifetime-model.ts";

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A usable model with these parameters. */
export const modelWith = (
  bgnbd: { r: number; alpha: number; a: number; b: number },
  gammaGamma: { p: number; q: number; gamma: number },
  unit: "day" | "week" = "week",
): LifetimeModel =>
  LifetimeModel.parse({
    unit,
    until: "2026-03-12",
    fittedAt: "2026-03-12T12:00:00.000Z",
    customers: 2_357,
    repeaters: 946,
    sane: true,
    bgnbd: { ...bgnbd, logLikelihood: -9_582.43 },
    gammaGamma: { ...gammaGamma, logLikelihood: -4_055.92 },
  });

/** As fitted on the CDNOW customers. */
export const CDNOW_MODEL = modelWith(
  { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  { p: 6.25, q: 3.74, gamma: 15.44 },
);

/** Models of many sorts of customers, also such as no shop has. */
export const anyModel = fc
  .record({
    r: within(0.05, 4),
    alpha: within(0.5, 60),
    a: within(0.05, 5),
    b: within(0.05, 12),
    p: within(0.3, 12),
    q: within(1.05, 8),
    gamma: within(1, 200),
    unit: fc.constantFrom("day" as const, "week" as const),
  })
  .map(({ r, alpha, a, b, p, q, gamma, unit }) => modelWith({ r, alpha, a, b }, { p, q, gamma }, unit));
