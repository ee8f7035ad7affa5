import { seeded, shuffle } from "./random.ts";

/**
 * Which of `folds` parts each row belongs to, so that each part has its share of yes and no.
 * The same labels and seed give the same parts.
 */
export function stratifiedFolds(labels: readonly boolean[], folds: number, seed: number): Int32Array {
  const parts = new Int32Array(labels.length);
  const random = seeded(seed + 1);
  for (const label of [false, true]) {
    const rows = Int32Array.from(labels.flatMap((is, row) => (is === label ? [row] : [])));
    shuffle(rows, random);
    rows.forEach((row, at) => {
      parts[row] = at % folds;
    });
  }
  return parts;
}
