import { UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { trainComplaint } from "../../infra/training/train-complaint.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import type { Labelled } from "./rivals.ts";

/** As `shopkeeper train` has them. */
const SETTINGS = { bits: 18, cost: 5, prior: 0.3 };

/**
 * Our complaint model, cross-validated on the same folds as the rivals: grammar, hand-set weights and what the other
 * folds teach. @returns macro F1 over all rows, each judged by a fit that has not seen it
 */
export function ourFolds(
  rows: readonly Labelled[],
  folds: number,
  seed: number,
  lang: string,
): { macroF1: number; settings: string } {
  const { seeds } = trainComplaint(
    rows,
    { ...SETTINGS, lang: Lang.parse(lang), folds, seeds: [seed], playbook: UNKNOWN_BRAND },
    { before: [], onFold: () => {} },
  );
  const { bits, cost, prior } = SETTINGS;
  return {
    macroF1: seeds[0]?.macroF1 ?? 0,
    settings: `grammar and logistic regression over 2^${bits} hashed grams, cost ${cost}, prior ${prior}`,
  };
}
