import * as z from "zod";

const Positive = z.number().positive();

/**
 * How a brand's customers buy: purchases come at a rate of its own for each (gamma with `r` and `alpha`), and after
 * each purchase somebody may be gone for good (beta with `a` and `b`). The unit of time is that of the histories it
 * was fitted on.
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way", Marketing Science 24(2)
 */
export const BgNbd = z.object({ r: Positive, alpha: Positive, a: Positive, b: Positive });
export type BgNbd = z.infer<typeof BgNbd>;

/**
 * When somebody bought: `frequency` is the number of days with a purchase after the first one, `recency` the time
 * from the first to the last, `age` from the first until now (x, t_x and T of the paper); 0 <= recency <= age.
 */
export type Rhythm = { readonly frequency: number; readonly recency: number; readonly age: number };

/** Somebody who has just bought for the first time, of whom no more is known. */
export const NEWCOMER: Rhythm = { frequency: 0, recency: 0, age: 0 };

/** Terms below this share of the sum no longer change it. */
const NEGLIGIBLE = 1e-16;
/** A horizon of ten thousand times the past needs fewer; no sum goes on for ever. */
const MOST_TERMS = 1_000_000;

/** The odds that somebody is gone, given their rhythm; nobody leaves before their second purchase. */
function oddsOfGone({ r, alpha, a, b }: BgNbd, { frequency, recency, age }: Rhythm): number {
  if (frequency === 0) return 0;
  const silence = (r + frequency) * Math.log((alpha + age) / (alpha + recency));
  return (a / (b + frequency - 1)) * Math.exp(silence);
}

/**
 * The chance that somebody still buys, 0 to 1; 1 before the second purchase.
 * @see Fader & Hardie 2008, "Computing P(alive) using the BG/NBD model" (brucehardie.com, note 21)
 */
export const chanceAlive = (model: BgNbd, rhythm: Rhythm): number => 1 / (1 + oddsOfGone(model, rhythm));

/**
 * Purchases expected in the next `horizon` units of time; 0 for a horizon of 0 or less.
 *
 * Equation 10 of the paper, with Euler's transform of its hypergeometric function: what is left of it has parameters
 * that do not grow with the purchases, and the division by a - 1 is carried out term by term, so that a = 1 is no
 * exception and a heavy buyer does not overflow.
 * @see NIST Digital Library of Mathematical Functions, 15.8.1, for the transform
 */
export function expectedPurchases(model: BgNbd, rhythm: Rhythm, horizon: number): number {
  if (horizon <= 0) return 0;
  const { r, alpha, a, b } = model;
  const past = alpha + rhythm.age;
  const share = horizon / (past + horizon);
  const excess = a - 1;
  const first = a + b - 1 - r;
  const third = a + b + rhythm.frequency - 1;
  // third/(a-1) * (1 - (1-z)^(a-1) * 2F1(first, a-1; third; z)), `third` drawn into the sum: a newcomer's can be 0.
  const logRest = Math.log(past / (past + horizon));
  const fall = excess * logRest;
  const grown = Math.abs(excess) < Number.EPSILON ? logRest : Math.expm1(fall) / excess;
  const whileAlive = -third * grown - Math.exp(fall) * beyondOne(first, excess, third, share);
  return Math.max(0, whileAlive) * chanceAlive(model, rhythm);
}

/** c/e * (2F1(p, e; c; z) - 1) by its series, whole also at e = 0 and c = 0; 0 <= z < 1. */
function beyondOne(p: number, e: number, c: number, z: number): number {
  let term = p * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((p + n) * (e + n) * z) / ((c + n) * (n + 1));
    sum += term;
    // The ratio of terms tends to z: what is left is at most about a term over 1 - z.
    if (Math.abs(term) <= NEGLIGIBLE * (1 - z) * Math.abs(sum)) break;
  }
  return sum;
}
