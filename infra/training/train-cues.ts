import type { Lang } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import {
  type Around,
  cueRowOf,
  type PackedCueModel,
  sentencesOf,
  WEIGHED,
  type Weighed,
} from "../../shared/language/model/cue-model.ts";
import { seeForCues } from "../../shared/language/see.ts";
import { type Example, type Fit, fitLogistic, sumFor } from "./fit.ts";
import { stratifiedFolds } from "./folds.ts";

/** A post with the words of each cue that it carries; `weight` as in training a complaint model. */
export type LabelledCues = {
  text: string;
  playbook: Playbook;
  spans: Readonly<Record<Weighed, readonly string[]>>;
  /** The grammar was not written with an eye on this row: it may say from where on a sum is a yes. */
  fresh: boolean;
  weight?: number;
};

/** A sentence of a row: the row, what is seen with and without the grammar's help, and which cues it carries. */
type Unit = { row: number; seen: Bare; alone: Bare; labels: Readonly<Record<Weighed, boolean>> };
type Bare = Omit<Example, "label">;

function unitsOf(rows: readonly LabelledCues[], lang: Lang, bits: number): Unit[] {
  return rows.flatMap(({ text, playbook, spans }, row) => {
    const { reading, around } = seeForCues(text, lang, playbook);
    const bare: Around = { ...around, hits: [] };
    const places = WEIGHED.map((kind) => ({
      kind,
      at: spans[kind].map((words) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length })),
    }));
    return sentencesOf(reading.tokens).map((sentence): Unit => {
      const start = reading.tokens[sentence.first]?.start ?? 0;
      const end = reading.tokens[sentence.last]?.end ?? 0;
      const carries = (kind: Weighed) =>
        places.find((p) => p.kind === kind)?.at.some(({ from, to }) => from < end && to > start) ?? false;
      return {
        row,
        seen: cueRowOf(bits, reading, sentence, around),
        alone: cueRowOf(bits, reading, sentence, bare),
        labels: {
          relationship: carries("relationship"),
          competitor: carries("competitor"),
          churn: carries("churn"),
          warning: carries("warning"),
        },
      };
    });
  });
}

/** Each sentence is learnt with and without the grammar: it was written with an eye on these rows, and knows them too well. */
const ALONE_WEIGHT = 0.5;

const fitOf = (
  units: readonly Unit[],
  rows: readonly LabelledCues[],
  kind: Weighed,
  bits: number,
  cost: number,
): Fit =>
  fitLogistic(
    units.flatMap(({ row, seen, alone, labels }): Example[] => {
      const weight = rows[row]?.weight ?? 1;
      return [
        { ...seen, label: labels[kind], weight },
        { ...alone, label: labels[kind], weight: weight * ALONE_WEIGHT },
      ];
    }),
    2 ** bits,
    { cost, seed: 0 },
  );

/** Sum and label of the surest sentence of each row. */
type Judged = { sum: number; is: boolean; fresh: boolean };

/** F1 of a kind where a row counts as found from a sum on. */
const f1At = (judged: readonly Judged[], from: number): number => {
  let [found, invented, missed] = [0, 0, 0];
  for (const { sum, is } of judged) {
    if (sum >= from) is ? found++ : invented++;
    else if (is) missed++;
  }
  return found === 0 ? 0 : (2 * found) / (2 * found + invented + missed);
};

export type CueFigures = Record<Weighed, { from: number; f1: number; freshF1: number; rows: number }>;

/**
 * Fit the four cue models of a language. Ten folds by post say how good they are on posts that they have not seen,
 * and from which sum on a sentence carries a cue: the sum with the best F1 among the fresh rows.
 */
export function trainCues(
  rows: readonly LabelledCues[],
  { lang, bits, cost, folds }: { lang: Lang; bits: number; cost: number; folds: number },
): { packed: PackedCueModel; figures: CueFigures } {
  const units = unitsOf(rows, lang, bits);
  const figures = {} as CueFigures;
  const scale: number[] = [];
  const bias: number[] = [];
  const from: number[] = [];
  const bytes = new Int8Array(2 ** bits * WEIGHED.length);
  WEIGHED.forEach((kind, head) => {
    const labels = rows.map(({ spans }) => spans[kind].length > 0);
    const parts = stratifiedFolds(labels, folds, 0);
    const best = new Array<number>(rows.length).fill(Number.NEGATIVE_INFINITY);
    for (let fold = 0; fold < folds; fold++) {
      const fit = fitOf(
        units.filter(({ row }) => parts[row] !== fold),
        rows,
        kind,
        bits,
        cost,
      );
      for (const { row, seen } of units) {
        if (parts[row] === fold) best[row] = Math.max(best[row] ?? 0, sumFor(fit, seen));
      }
    }
    const judged = rows.map(
      ({ fresh }, row): Judged => ({ sum: best[row] ?? 0, is: labels[row] ?? false, fresh }),
    );
    const deciding = judged.some(({ fresh }) => fresh) ? judged.filter(({ fresh }) => fresh) : judged;
    let chosen = { from: 0, f1: -1 };
    for (let sum = -2; sum <= 2; sum += 0.05) {
      const f1 = f1At(deciding, sum);
      if (f1 > chosen.f1) chosen = { from: Math.round(sum * 100) / 100, f1 };
    }
    figures[kind] = {
      from: chosen.from,
      f1: f1At(judged, chosen.from),
      freshF1: chosen.f1,
      rows: labels.filter(Boolean).length,
    };
    const fit = fitOf(units, rows, kind, bits, cost);
    const most = fit.weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
    scale.push(most / 127);
    bias.push(fit.bias);
    from.push(chosen.from);
    fit.weights.forEach((weight, at) => {
      bytes[at * WEIGHED.length + head] = Math.round((weight / most) * 127);
    });
  });
  const weights = Buffer.from(bytes.buffer).toString("base64");
  return { packed: { bits, scale, bias, from, weights }, figures };
}
