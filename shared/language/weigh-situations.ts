import { type Around, type SentenceModel, weigher, wholeOf } from "./model/sentence-model.ts";
import { aroundIn, type Sight } from "./see.ts";

/**
 * What a complaint may be about, in the order of the weights: the situations of the bases that ship, and two matters
 * that no base has.
 */
export const MATTERS = [
  "data-worry",
  "accessibility",
  "subscription-trouble",
  "service-cancelled",
  "refund-slow",
  "overcharged",
  "sent-round",
  "price-promise",
  "misleading-ad",
  "website-fault",
  "long-wait",
  "senseless-rule",
  "rude-staff",
  "no-answer",
  "exchange-refused",
  "warranty",
  "wrong-or-missing-part",
  "worn-or-marked",
  "wrong-size",
  "defect",
  "lost-parcel",
  "late-delivery",
  "return-refused",
  "out-of-stock",
  "part-missing",
  "wrong-order",
  "hygiene",
  "food-quality",
  "late-visit",
  "service-part-missing",
  "poor-work",
  "service-down",
  "other",
] as const;
export type Matter = (typeof MATTERS)[number];
const known: ReadonlySet<string> = new Set(MATTERS);
export const isMatter = (id: string): id is Matter => known.has(id);

/** What a model of matters is shown beside the words: the situations whose phrases were found. */
export const aroundSituations = (sight: Sight, met: readonly string[]): Around =>
  aroundIn(
    sight,
    met.filter(isMatter).map((id) => ({ kind: `situation ${id}`, first: 0, last: 0 })),
  );

/** As many are offered to choose from. */
const OFFERED = 3;

/**
 * What a complaint may be about by its words all together, the likeliest first: at most three situations of the
 * playbook, for a person to choose from. It decides nothing: what is given follows from a phrase of the playbook or
 * from a person's word. Of situations that no base has nothing was learnt; only their phrases find them.
 * @param met situations whose phrases were found
 */
export function weighSituations(
  model: SentenceModel,
  sight: Sight,
  met: readonly string[],
  playbook: ReadonlySet<string>,
): readonly string[] {
  const { reading } = sight;
  if (reading.tokens.length === 0) return [];
  const sums = weigher(model, reading, aroundSituations(sight, met)).sums(wholeOf(reading.tokens));
  return MATTERS.map((id, head) => ({ id, sum: sums[head] ?? 0, from: model.from[head] ?? 0 }))
    .filter(({ id, sum, from }) => playbook.has(id) && sum >= from)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, OFFERED)
    .map(({ id }) => id);
}
