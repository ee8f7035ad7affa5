/**
 * Interval of 95 % (two-sided, exact) for a share of which `hits` of `of` were met.
 *
 * @see Clopper & Pearson 1934, "The use of confidence or fiducial limits illustrated in the case of the binomial"
 */
export function clopperPearson(hits: number, of: number, alpha = 0.05): [lower: number, upper: number] {
  const solve = (tail: (p: number) => number, isRising: boolean): number => {
    let [low, high] = [0, 1];
    for (let round = 0; round < 60; round++) {
      const middle = (low + high) / 2;
      if (tail(middle) < alpha / 2 === isRising) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const lower = hits === 0 ? 0 : solve((p) => 1 - atMost(hits - 1, of, p), true);
  const upper = hits === of ? 1 : solve((p) => atMost(hits, of, p), false);
  return [lower, upper];
}

/** Chance of at most `hits` of `of` where each is met with chance `p`. */
function atMost(hits: number, of: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return hits >= of ? 1 : 0;
  let log = of * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let k = 1; k <= hits; k++) {
    log += Math.log((of - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}
