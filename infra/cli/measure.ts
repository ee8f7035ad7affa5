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
type Figures = {
  rows: number;
  positive: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  macroF1: number | null;
};

const ratio = (part: number, whole: number): number | null =>
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
