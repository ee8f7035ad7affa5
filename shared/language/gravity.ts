import type { StopCase } from "../complaint/assessment.ts";
import type { Cue } from "../complaint/cue.ts";
import type { ComplaintFeatures } from "./score-complaint.ts";
import type { Reading } from "./tokens.ts";

/** Where a person or a life may be hurt. */
const GRAVEST: ReadonlySet<StopCase> = new Set(["danger", "death", "allergy", "injury", "food-illness"]);

/**
 * How grave a mention is, 0 to 4: 0 no complaint · 1 something fell short · 2 money, goods or time were lost, or it
 * was met with a rule · 3 it happened again, or the writer leaves or warns others · 4 a stop case that touches life
 * and health (other stop cases are 3 at least). The steps follow the four levels of complaint severity of
 * Jin and Aletras (ICWSM 2021): no explicit reproach, disapproval, accusation, blame.
 */
export function severityOf(
  features: ComplaintFeatures,
  cues: readonly Cue[],
  isComplaint: boolean,
  stop: StopCase | undefined,
): number {
  if (stop) return GRAVEST.has(stop) ? 4 : 3;
  if (!isComplaint) return 0;
  const has = (kind: Cue["kind"]) => cues.some((cue) => cue.kind === kind);
  if (has("churn") || has("warning") || has("repeated-contact")) return 3;
  const lost = features.money + features.failure + features["success-denied"] + features.situation > 0;
  return has("rigid-rule") || lost ? 2 : 1;
}

/** How agitated it is written, 0 to 1, from capitals, exclamation marks, oaths and emoji; only ever breaks ties. */
export function arousalOf(words: Reading, features: ComplaintFeatures): number {
  const points =
    Math.min(words.exclamations, 4) * 0.1 +
    Math.min(features.shouting, 4) * 0.1 +
    Math.min(features.anger, 2) * 0.25 +
    Math.min(features["angry-emoji"], 2) * 0.1 +
    Math.min(features.verdict, 3) * 0.08;
  return Math.round(Math.min(1, points) * 100) / 100;
}
