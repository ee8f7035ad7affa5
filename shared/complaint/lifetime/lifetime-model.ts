import * as z from "zod";
import { Instant } from "../ids.ts";
import { BgNbd } from "./bg-nbd.ts";
import { GammaGamma } from "./gamma-gamma.ts";
import { DAYS_PER_UNIT } from "./horizon.ts";

/** Below this many customers who came back, the decay rule stands in: the heterogeneity cannot be told from noise. */
const FEWEST_REPEATERS = 300;
/** Outside of these the search has run away along a ridge: the histories do not hold what the parameter describes. */
const LEAST = 1e-4;
const MOST = 1e4;
/** The rates of customers with an alpha below this differ by more than purchases counted by the day can tell. */
const LEAST_ALPHA_DAYS = 0.5;
/** Gamma of the spend is in money, and brands differ in what a purchase costs. */
const MOST_GAMMA = 1e7;

/** Why a fit is not used. */
export const FitDoubt = z.enum([
  "few-repeaters",
  "not-fitted",
  "not-converged",
  "out-of-bounds",
  "endless-spend",
]);
export type FitDoubt = z.infer<typeof FitDoubt>;

const Likelihood = z.object({ logLikelihood: z.number() });
const About = z.object({
  /** The unit of time of `bgnbd`. */
  unit: z.enum(["day", "week"]),
  /** The last day of the histories. */
  until: z.iso.date(),
  fittedAt: Instant,
  customers: z.int().min(0),
  repeaters: z.int().min(0),
});

/** A fit that may be used: what a brand's customers are expected to buy and to spend, and what it was made from. */
export const LifetimeModel = About.extend({
  sane: z.literal(true),
  bgnbd: BgNbd.extend(Likelihood.shape),
  gammaGamma: GammaGamma.extend(Likelihood.shape),
});
export type LifetimeModel = z.infer<typeof LifetimeModel>;

const FoundBgNbd = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() });
const FoundGammaGamma = z.object({ p: z.number(), q: z.number(), gamma: z.number() });

/** A fit as it came out, used or not; `null` where there was nothing to fit. */
export const LifetimeFit = z.discriminatedUnion("sane", [
  LifetimeModel,
  About.extend({
    sane: z.literal(false),
    doubts: z.array(FitDoubt).min(1),
    bgnbd: FoundBgNbd.extend(Likelihood.shape).nullable(),
    gammaGamma: FoundGammaGamma.extend(Likelihood.shape).nullable(),
  }),
]);
export type LifetimeFit = z.infer<typeof LifetimeFit>;

type Found<T extends z.ZodType> = (z.infer<T> & { logLikelihood: number; converged: boolean }) | undefined;

/**
 * Put a fit to the test: enough repeaters, both searches at rest, every parameter within sensible bounds, and a
 * stranger's spend finite. No model is forced on a brand whose customers do not buy as it says.
 */
export function judgeFit(
  about: z.infer<typeof About>,
  bgnbd: Found<typeof FoundBgNbd>,
  gammaGamma: Found<typeof FoundGammaGamma>,
): LifetimeFit {
  const doubts = [...doubtsOf(about, bgnbd, gammaGamma)];
  if (doubts.length === 0) return LifetimeModel.parse({ ...about, sane: true, bgnbd, gammaGamma });
  return LifetimeFit.parse({
    ...about,
    sane: false,
    doubts,
    bgnbd: isWhole(bgnbd) ? bgnbd : null,
    gammaGamma: isWhole(gammaGamma) ? gammaGamma : null,
  });
}

function* doubtsOf(
  { repeaters, unit }: z.infer<typeof About>,
  bgnbd: Found<typeof FoundBgNbd>,
  gammaGamma: Found<typeof FoundGammaGamma>,
): Generator<FitDoubt> {
  if (repeaters < FEWEST_REPEATERS) yield "few-repeaters";
  if (bgnbd === undefined || gammaGamma === undefined) {
    yield "not-fitted";
    return;
  }
  if (!bgnbd.converged || !gammaGamma.converged) yield "not-converged";
  const { r, alpha, a, b } = bgnbd;
  const { p, q, gamma } = gammaGamma;
  const within = [r, alpha, a, b, p, q].every((value) => value >= LEAST && value <= MOST);
  const alphaDays = alpha * DAYS_PER_UNIT[unit];
  if (!within || !(alphaDays >= LEAST_ALPHA_DAYS) || !(gamma >= LEAST && gamma <= MOST_GAMMA))
    yield "out-of-bounds";
  if (!(q > 1)) yield "endless-spend";
}

const isWhole = (found: object | undefined): boolean =>
  found !== undefined &&
  Object.values(found).every((value) => typeof value !== "number" || Number.isFinite(value));
