import { seeded, shuffle } from "./random.ts";

/** One row for training: buckets with their values, the label, how much the row counts. */
export type Example = {
  index: Int32Array;
  value: Float64Array;
  label: boolean;
  weight?: number;
  /** What is known beforehand, on the scale of the sums; only the rest is learnt. */
  offset?: number;
};

export type Fit = { weights: Float64Array; bias: number };

/** `cost` is how dear a wrong row is against a large weight (C of LIBLINEAR). */
export type FitOptions = { cost: number; seed: number };

/** Passes over the rows; the fit is near its end long before. */
const PASSES = 60;
/** The largest gradient of a pass at which nothing more is to be gained. */
const SETTLED = 0.05;
const NEWTON_STEPS = 100;
const NEWTON_SETTLED = 1e-3;

/**
 * Logistic regression with squared weights as penalty, by dual coordinate descent (Yu, Huang and Lin, "Dual
 * coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85, 2011;
 * algorithm 5, as in LIBLINEAR). Yes and no weigh the same altogether, however many there are of each.
 * The bias is a weight like others. Deterministic for a seed.
 * @param size number of buckets; every index is below it
 */
export function fitLogistic(rows: readonly Example[], size: number, { cost, seed }: FitOptions): Fit {
  const n = rows.length;
  const random = seeded(seed);
  const total = (label: boolean) =>
    rows.reduce((sum, row) => sum + (row.label === label ? (row.weight ?? 1) : 0), 0);
  const both = total(true) + total(false);
  const share = {
    yes: both / (2 * Math.max(1e-9, total(true))),
    no: both / (2 * Math.max(1e-9, total(false))),
  };

  const weights = new Float64Array(size);
  let bias = 0;
  const most = new Float64Array(n);
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const square = new Float64Array(n);
  const step = (row: Example, by: number) => {
    const { index, value } = row;
    for (let k = 0; k < index.length; k++) {
      const at = index[k] ?? 0;
      weights[at] = (weights[at] ?? 0) + by * (value[k] ?? 0);
    }
    bias += by;
  };
  rows.forEach((row, at) => {
    const bound = cost * (row.label ? share.yes : share.no) * (row.weight ?? 1);
    const start = Math.min(0.001 * bound, 1e-8);
    most[at] = bound;
    low[at] = start;
    high[at] = bound - start;
    square[at] = row.value.reduce((sum, v) => sum + v * v, 1);
    step(row, (row.label ? 1 : -1) * start);
  });

  const order = Int32Array.from(rows.keys());
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    let largest = 0;
    for (const at of order) {
      const row = rows[at];
      const bound = most[at] ?? 0;
      if (row === undefined || bound === 0) continue;
      const sign = row.label ? 1 : -1;
      let sum = bias + (row.offset ?? 0);
      const { index, value } = row;
      for (let k = 0; k < index.length; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
      const a = square[at] ?? 1;
      const b = sign * sum;
      // The smaller of the two dual variables is moved: that is where digits would be lost.
      const first = 0.5 * a * ((high[at] ?? 0) - (low[at] ?? 0)) + b >= 0;
      const before = (first ? low[at] : high[at]) ?? 0;
      const towards = first ? b : -b;
      let z = bound - before < 0.5 * bound ? 0.1 * before : before;
      let gradient = a * (z - before) + towards + Math.log(z / (bound - z));
      largest = Math.max(largest, Math.abs(gradient));
      for (let i = 0; i < NEWTON_STEPS && Math.abs(gradient) >= NEWTON_SETTLED; i++) {
        const curve = a + bound / (bound - z) / z;
        const next = z - gradient / curve;
        z = next <= 0 ? z * 0.1 : next >= bound ? (z + bound) / 2 : next;
        gradient = a * (z - before) + towards + Math.log(z / (bound - z));
      }
      low[at] = first ? z : bound - z;
      high[at] = first ? bound - z : z;
      step(row, sign * (first ? z - before : before - z));
    }
    if (largest < SETTLED) break;
  }
  return { weights, bias };
}

/** What a fit says of a row: above nought is yes. */
export function sumFor(
  { weights, bias }: Fit,
  { index, value, offset }: Pick<Example, "index" | "value" | "offset">,
): number {
  let sum = bias + (offset ?? 0);
  for (let k = 0; k < index.length; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum;
}
