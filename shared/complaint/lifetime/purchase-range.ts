import { type BgNbd, chanceAlive, type Rhythm } from "./bg-nbd.ts";

/** Nobody buys more often; no search goes on for ever. */
const MOST_PURCHASES = 1_000_000;

/**
 * Chances that somebody buys at least once, twice, three times … in the next `horizon`: they are still there, stay
 * after each purchase before the last, and buy so often while they do (a negative binomial).
 * @see Fader, Hardie & Lee 2005, equations 2 and 3: rate and chance to leave are independent of each other, gamma with
 *   r + x and alpha + T, and beta with a and b + x, for who is still there
 */
export function* chancesOfAtLeast(model: BgNbd, rhythm: Rhythm, horizon: number): Generator<number> {
  const { r, alpha, a, b } = model;
  const shape = r + rhythm.frequency;
  const share = horizon / (alpha + rhythm.age + horizon);
  let stays = chanceAlive(model, rhythm);
  let logExactly = shape * Math.log1p(-share);
  let fewer = Math.exp(logExactly);
  for (let purchases = 1; ; purchases++) {
    yield stays * Math.max(0, 1 - fewer);
    logExactly += Math.log((share * (shape + purchases - 1)) / purchases);
    fewer += Math.exp(logExactly);
    const past = b + rhythm.frequency + purchases - 1;
    stays *= past / (a + past);
  }
}

/** The fewest and the most purchases of the middle `share` of all outcomes. */
export function purchaseRange(
  model: BgNbd,
  rhythm: Rhythm,
  horizon: number,
  share: number,
): { readonly fewest: number; readonly most: number } {
  const tail = (1 - share) / 2;
  let fewest: number | undefined;
  let purchases = 0;
  for (const more of chancesOfAtLeast(model, rhythm, horizon)) {
    if (1 - more >= tail) fewest ??= purchases;
    if (more <= tail || purchases === MOST_PURCHASES) break;
    purchases += 1;
  }
  return { fewest: fewest ?? purchases, most: purchases };
}
