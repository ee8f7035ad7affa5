import type { Lang } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import {
  type Around,
  type PackedSentenceModel,
  sentenceRowOf,
  sentencesOf,
} from "../../shared/language/model/sentence-model.ts";
import { aroundIn, see } from "../../shared/language/see.ts";
import { WEIGHED, type Weighed } from "../../shared/language/weigh-cues.ts";
import { type Example, type Fit, fitLogistic, sumFor } from "./fit.ts";
import { stratifiedFolds } from "./folds.ts";
import { type HeadOptions, heaviest, packedHeads } from "./pack-heads.ts";

/** A post with the words of each cue that it carries; `weight` as in training a complaint model. */
export type LabelledCues = {
  text: string;
  playbook: Playbook;
  spans: Readonly<Record<Weighed, readonly string[]>>;
  /** The grammar was not written with an eye on this row: its figures are those to believe. */
  fresh: boolean;
  weight?: number;
};

/** A sentence of a row: the row, what is seen with and without the grammar's help, and which cues it carries. */
type Unit = {
  row: number;
  seen: Bare;
  alone: Bare;
  /** The grammar found the kind in this sentence. */
  hit: (kind: Weighed) => boolean;
  labels: Readonly<Record<Weighed, boolean>>;
};
type Bare = Omit<Example, "label">;

function unitsOf(rows: readonly LabelledCues[], lang: Lang, bits: number): Unit[] {
  return rows.flatMap(({ text, playbook, spans }, row) => {
    const sight = see(text, lang, playbook);
    const { reading } = sight;
    const around = aroundIn(sight);
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
        seen: sentenceRowOf(bits, reading, sentence, around),
        alone: sentenceRowOf(bits, reading, sentence, bare),
        hit: (kind) =>
          around.hits.some(
            (hit) => hit.kind === kind && hit.first >= sentence.first && hit.first <= sentence.last,
          ),
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
const ALONE_WEIGHT = 3;

const fitOf = (
  units: readonly Unit[],
  rows: readonly LabelledCues[],
  kind: Weighed,
  { bits, keep, cost }: Pick<HeadOptions, "bits" | "keep" | "cost">,
): Fit =>
  heaviest(
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
    ),
    keep,
  );

/** Whether the grammar found the kind in a row, and the sum of the surest sentence where it did not. */
type Judged = { hit: boolean; sum: number; is: boolean; fresh: boolean };

/** F1 of a kind where what the grammar found stands, and a sentence counts by its words from a sum on. */
const f1At = (judged: readonly Judged[], from: number): number => {
  let [found, invented, missed] = [0, 0, 0];
  for (const { hit, sum, is } of judged) {
    if (hit || sum >= from) is ? found++ : invented++;
    else if (is) missed++;
  }
  return found === 0 ? 0 : (2 * found) / (2 * found + invented + missed);
};

export type CueFigures = Record<Weighed, { f1: number; freshF1: number; rows: number }>;

/**
 * Fit the four cue models of a language. Folds by post say how good grammar and models are together on posts that
 * the models have not seen.
 */
export function trainCues(
  rows: readonly LabelledCues[],
  options: HeadOptions,
): { packed: PackedSentenceModel; figures: CueFigures } {
  const { lang, bits, folds, from } = options;
  const units = unitsOf(rows, lang, bits);
  const judge = (kind: Weighed) => {
    const labels = rows.map(({ spans }) => spans[kind].length > 0);
    const parts = stratifiedFolds(labels, folds, 0);
    const judged = rows.map(
      ({ fresh }, row): Judged => ({
        hit: false,
        sum: Number.NEGATIVE_INFINITY,
        is: labels[row] ?? false,
        fresh,
      }),
    );
    for (let fold = 0; fold < folds; fold++) {
      const fit = fitOf(
        units.filter(({ row }) => parts[row] !== fold),
        rows,
        kind,
        options,
      );
      for (const { row, seen, hit } of units) {
        const of = judged[row];
        if (parts[row] !== fold || of === undefined) continue;
        if (hit(kind)) of.hit = true;
        else of.sum = Math.max(of.sum, sumFor(fit, seen));
      }
    }
    return {
      f1: f1At(judged, from),
      freshF1: f1At(
        judged.filter(({ fresh }) => fresh),
        from,
      ),
      rows: labels.filter(Boolean).length,
    };
  };
  const figures: CueFigures = {
    relationship: judge("relationship"),
    competitor: judge("competitor"),
    churn: judge("churn"),
    warning: judge("warning"),
  };
  const fits = WEIGHED.map((kind) => fitOf(units, rows, kind, options));
  return {
    packed: packedHeads(
      fits,
      bits,
      WEIGHED.map(() => from),
    ),
    figures,
  };
}
