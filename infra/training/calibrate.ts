/** How a sum becomes a chance, and from which chance on the answer is yes. */
export type Calibration = { slope: number; shift: number; from: number };

const STEPS = 100;

/**
 * Platt's scaling (1999) with the targets of Lin, Lin and Weng (2007), by Newton's method: the chance that a row
 * with this sum is a yes. `sums` must come from rows that the fit had not seen (folds).
 * `from` is the chance at which the mean of F1 of yes and of no is highest on these rows.
 */
export function calibrate(sums: readonly number[], labels: readonly boolean[]): Calibration {
  const yes = labels.filter(Boolean).length;
  const no = labels.length - yes;
  const target = { yes: (yes + 1) / (yes + 2), no: 1 / (no + 2) };
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let [g1, g2, h11, h12, h22] = [0, 0, 1e-9, 0, 1e-9];
    sums.forEach((sum, at) => {
      const chance = 1 / (1 + Math.exp(-(slope * sum + shift)));
      const error = chance - (labels[at] ? target.yes : target.no);
      const curve = chance * (1 - chance);
      g1 += error * sum;
      g2 += error;
      h11 += curve * sum * sum;
      h12 += curve * sum;
      h22 += curve;
    });
    const det = h11 * h22 - h12 * h12;
    if (Math.abs(det) < 1e-12) break;
    const by = { slope: (h22 * g1 - h12 * g2) / det, shift: (h11 * g2 - h12 * g1) / det };
    slope -= by.slope;
    shift -= by.shift;
    if (Math.abs(by.slope) + Math.abs(by.shift) < 1e-9) break;
  }
  const chances = sums.map((sum) => 1 / (1 + Math.exp(-(slope * sum + shift))));
  return { slope, shift, from: bestFrom(chances, labels) };
}

/** The chance at which macro F1 is highest; in the middle of the gap between the two rows that it parts. */
function bestFrom(chances: readonly number[], labels: readonly boolean[]): number {
  const order = chances
    .map((chance, at) => ({ chance, label: labels[at] ?? false }))
    .sort((a, b) => b.chance - a.chance);
  const yes = labels.filter(Boolean).length;
  const no = labels.length - yes;
  let [found, invented] = [0, 0];
  let best = { f1: -1, from: 0.5 };
  order.forEach(({ chance, label }, at) => {
    if (label) found++;
    else invented++;
    const next = order[at + 1]?.chance;
    if (next === undefined || next === chance) return;
    const ofYes = (2 * found) / (found + invented + yes);
    const ofNo = (2 * (no - invented)) / (no - invented + (yes - found) + no);
    const f1 = (ofYes + ofNo) / 2;
    if (f1 > best.f1) best = { f1, from: (chance + next) / 2 };
  });
  return best.from;
}
