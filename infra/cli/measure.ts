import { seeded } from "../training/random.ts";

/** What was found against what is so. */
export type Counts = { found: number; invented: number; missed: number; rejected: number };

export const noCounts = (): Counts => ({ found: 0, invented: 0, missed: 0, rejected: 0 });

export function count(counts: Counts, said: boolean, is: boolean): void {
  if (said && is) counts.found++;
  else if (said) counts.invented++;
  else if (is) counts.missed++;
  else counts.rejected++;
}

/** Figures of one label. A figure that divides by nothing is null. `macroF1` is the mean of F1 of yes and of no. */
export type Figures = {
  rows: number;
  positive: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  macroF1: number | null;
};

/** In ten-thousandths; null where it divides by nothing. */
export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

export function figures({ found, invented, missed, rejected }: Counts): Figures {
  const yes = ratio(2 * found, 2 * found + invented + missed);
  const no = ratio(2 * rejected, 2 * rejected + invented + missed);
  return {
    rows: found + invented + missed + rejected,
    positive: found + missed,
    precision: ratio(found, found + invented),
    recall: ratio(found, found + missed),
    f1: yes,
    macroF1: yes === null || no === null ? null : ratio(yes + no, 2),
  };
}

/** From where to where a figure lies in 95 of 100 draws. */
export type Interval = { low: number; high: number } | null;
const DRAWS = 1000;

/**
 * 95 % intervals of F1 and macro F1 by the bootstrap (Efron and Tibshirani 1993, percentile method): as many rows
 * are drawn again from those counted, a thousand times. Seeded, so that the same counts give the same interval.
 */
export function intervals({ found, invented, missed, rejected }: Counts): {
  f1: Interval;
  macroF1: Interval;
} {
  const rows = found + invented + missed + rejected;
  const random = seeded(20_261_122);
  const drawn: Figures[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const counts = noCounts();
    for (let row = 0; row < rows; row++) {
      const at = random() * rows;
      if (at < found) counts.found++;
      else if (at < found + invented) counts.invented++;
      else if (at < found + invented + missed) counts.missed++;
      else counts.rejected++;
    }
    drawn.push(figures(counts));
  }
  const between = (of: (drawn: Figures) => number | null): Interval => {
    const sorted = drawn.flatMap((figure) => of(figure) ?? []).sort((a, b) => a - b);
    const low = sorted[Math.floor(sorted.length * 0.025)];
    const high = sorted[Math.ceil(sorted.length * 0.975) - 1];
    return low === undefined || high === undefined ? null : { low, high };
  };
  return { f1: between(({ f1 }) => f1), macroF1: between(({ macroF1 }) => macroF1) };
}
