import type { Playbook } from "../../shared/complaint/playbook.ts";
import {
  type PackedSentenceModel,
  sentenceRowOf,
  wholeOf,
} from "../../shared/language/model/sentence-model.ts";
import { see } from "../../shared/language/see.ts";
import { bindPlaybook, findSituations } from "../../shared/language/situations.ts";
import { aroundSituations, MATTERS, type Matter } from "../../shared/language/weigh-situations.ts";
import { type Example, type Fit, fitLogistic, sumFor } from "./fit.ts";
import { type HeadOptions, heaviest, packedHeads } from "./pack-heads.ts";

/** A complaint with what it is about, the first matter first; none for a stop case, which is an example against all. */
export type LabelledMatter = {
  text: string;
  /** With the situations of all bases, whose phrases the model learns how far to trust. */
  playbook: Playbook;
  matters: readonly Matter[];
  /** Written to be like what comes to a shop or a restaurant: the figures are told of these. */
  near: boolean;
  weight: number;
};

/** What is touched in passing is half an example of it. */
const SECOND_WEIGHT = 0.5;
/** Posts that stand together may be of one mind, and stay together when parted. */
const RUN = 5;

type Row = LabelledMatter & { seen: Omit<Example, "label"> };

const fitOf = (
  rows: readonly Row[],
  matter: Matter,
  { bits, keep, cost }: Pick<HeadOptions, "bits" | "keep" | "cost">,
): Fit =>
  heaviest(
    fitLogistic(
      rows.map(({ seen, matters, weight }): Example => {
        const label = matters.includes(matter);
        return { ...seen, label, weight: weight * (label && matters[0] !== matter ? SECOND_WEIGHT : 1) };
      }),
      2 ** bits,
      { cost, seed: 0 },
    ),
    keep,
  );

/** Of the near posts in folds: how often the likeliest matter, and one of the three likeliest, is the right one. */
export type MatterFigures = { rows: number; first: number; inThree: number };

/** Fit one model a matter, over the whole post. */
export function trainSituations(
  labelled: readonly LabelledMatter[],
  { lang, bits, keep, cost, folds, from }: HeadOptions,
): { packed: PackedSentenceModel; figures: MatterFigures } {
  const rows = labelled.map((row): Row => {
    const sight = see(row.text, lang, row.playbook);
    const { reading } = sight;
    const met = findSituations(bindPlaybook(row.playbook), reading.tokens, lang, reading.asks);
    const around = aroundSituations(sight, met);
    return { ...row, seen: sentenceRowOf(bits, reading, wholeOf(reading.tokens), around) };
  });
  const fitAll = (some: readonly Row[]) => MATTERS.map((matter) => fitOf(some, matter, { bits, keep, cost }));
  const count = { rows: 0, first: 0, inThree: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const isHere = (at: number) => Math.floor(at / RUN) % folds === fold;
    const fits = fitAll(rows.filter((_, at) => !isHere(at)));
    rows.forEach(({ near, matters, seen }, at) => {
      if (!near || !isHere(at)) return;
      const likeliest = MATTERS.map((matter, head) => {
        const fit = fits[head];
        return { matter, sum: fit === undefined ? 0 : sumFor(fit, seen) };
      }).toSorted((a, b) => b.sum - a.sum);
      const isRight = ({ matter }: { matter: Matter }) => matters.includes(matter);
      count.rows++;
      count.first += Number(likeliest.slice(0, 1).some(isRight));
      count.inThree += Number(likeliest.slice(0, 3).some(isRight));
    });
  }
  return {
    packed: packedHeads(
      fitAll(rows),
      bits,
      MATTERS.map(() => from),
    ),
    figures: { rows: count.rows, first: count.first / count.rows, inThree: count.inThree / count.rows },
  };
}
