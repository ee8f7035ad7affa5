import { createHash } from "node:crypto";
import type { Lang } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { rowOf } from "../../shared/language/model/linear-model.ts";
import { see, seenIn } from "../../shared/language/see.ts";
import { type Counts, count, figures, noCounts } from "../cli/measure.ts";
import { calibrate } from "./calibrate.ts";
import { type Example, type Fit, fitLogistic, sumFor } from "./fit.ts";
import { stratifiedFolds } from "./folds.ts";
import { type ModelFile, packed } from "./model-file.ts";

/** A text that a person has labelled. `weight`: how much it counts, 1 unless told; `playbook`: of its own brand. */
export type Labelled = { text: string; complaint: boolean; weight?: number | undefined; playbook?: Playbook };

export type TrainOptions = {
  lang: Lang;
  /** 2^bits weights of one byte. */
  bits: number;
  cost: number;
  /** How much the points of the hand-set weights count; see `LinearModel`. */
  prior: number;
  folds: number;
  seeds: readonly number[];
  playbook: Playbook;
};

/** Sums that the rows of one part got from a fit on all others: what is done of a cross-validation. */
export type FoldDone = { seed: number; fold: number; sums: readonly number[] };

type Watch = {
  /** Parts that an earlier run has done; a part that is here is not done again. */
  before: readonly FoldDone[];
  onFold: (done: FoldDone, of: number) => void;
};

/** The rows as the model sees them. */
export const examplesOf = (
  rows: readonly Labelled[],
  { lang, bits, prior, playbook }: TrainOptions,
): Example[] =>
  rows.map(({ text, complaint, weight, playbook: own }) => {
    const seen = seenIn(see(text, lang, own ?? playbook));
    return {
      ...rowOf(bits, seen),
      label: complaint,
      offset: prior * seen.points,
      ...(weight === undefined ? {} : { weight }),
    };
  });

/** What the training depends on: the same digest, the same weights. */
export function digestOf(rows: readonly Labelled[], { lang, bits, cost, prior }: TrainOptions): string {
  const hash = createHash("sha256").update(JSON.stringify({ lang, bits, cost, prior }));
  for (const { text, complaint, weight } of rows) hash.update(JSON.stringify([text, complaint, weight ?? 1]));
  return hash.digest("hex");
}

/** Cross-validated figures of one seed. */
export type SeedFigures = ReturnType<typeof figures> & { seed: number };

/**
 * Fit a model, and say how well it would do on rows that it has not seen: for each seed the rows are parted into
 * folds, each part is judged by a fit on the others, and all are counted together. Whether a sum is a yes is
 * decided for each part by the other parts, too.
 * @throws {RangeError} when there are fewer rows of a label than folds
 */
export function trainComplaint(
  rows: readonly Labelled[],
  options: TrainOptions,
  { before, onFold }: Watch,
): { file: ModelFile; seeds: SeedFigures[] } {
  const { bits, cost, folds, seeds } = options;
  const labels = rows.map(({ complaint }) => complaint);
  for (const label of [true, false]) {
    const there = labels.filter((is) => is === label).length;
    if (there < folds)
      throw new RangeError(
        `${there} rows with complaint ${label}: ${folds} folds need at least ${folds} of each`,
      );
  }
  const examples = examplesOf(rows, options);
  const size = 2 ** bits;
  const figuresOf: SeedFigures[] = [];
  let firstSums: number[] | undefined;
  for (const seed of seeds) {
    const parts = stratifiedFolds(labels, folds, seed);
    const sums = new Array<number>(rows.length).fill(0);
    for (let fold = 0; fold < folds; fold++) {
      const inside = examples.filter((_, row) => parts[row] === fold);
      const known = before.find((done) => done.seed === seed && done.fold === fold);
      const done: FoldDone = known ?? {
        seed,
        fold,
        sums: judged(
          fitLogistic(
            examples.filter((_, row) => parts[row] !== fold),
            size,
            { cost, seed },
          ),
          inside,
        ),
      };
      if (!known) onFold(done, folds * seeds.length);
      let next = 0;
      parts.forEach((part, row) => {
        if (part === fold) sums[row] = done.sums[next++] ?? 0;
      });
    }
    figuresOf.push({ seed, ...figuresOfSums(sums, labels, parts, folds) });
    firstSums ??= sums;
  }
  const fit = fitLogistic(examples, size, { cost, seed: seeds[0] ?? 0 });
  const calibration = calibrate(firstSums ?? judged(fit, examples), labels);
  const trainedOn = digestOf(rows, options);
  return {
    file: packed(fit, calibration, {
      lang: options.lang,
      bits,
      prior: options.prior,
      rows: rows.length,
      trainedOn,
    }),
    seeds: figuresOf,
  };
}

const judged = (fit: Fit, rows: readonly Example[]): number[] => rows.map((row) => sumFor(fit, row));

/** Each part is decided by what is best on the other parts, so that no row has a say in its own judgement. */
function figuresOfSums(
  sums: readonly number[],
  labels: readonly boolean[],
  parts: Int32Array,
  folds: number,
): ReturnType<typeof figures> {
  const counts: Counts = noCounts();
  for (let fold = 0; fold < folds; fold++) {
    const others = sums.flatMap((sum, row) =>
      parts[row] === fold ? [] : [{ sum, label: labels[row] ?? false }],
    );
    const { slope, shift, from } = calibrate(
      others.map(({ sum }) => sum),
      others.map(({ label }) => label),
    );
    sums.forEach((sum, row) => {
      if (parts[row] !== fold) return;
      count(counts, 1 / (1 + Math.exp(-(slope * sum + shift))) >= from, labels[row] ?? false);
    });
  }
  return figures(counts);
}
