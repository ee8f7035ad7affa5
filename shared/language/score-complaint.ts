import type { SayingFeature } from "./sayings.ts";

/** What speaks for or against a complaint, as counts; each is bounded by the score. */
export type ComplaintFeatures = Record<
  | SayingFeature
  | "bias"
  | "contrast"
  | "addressed"
  | "churn"
  | "warning"
  | "rigid-rule"
  | "repeated-contact"
  | "situation"
  | "angry-emoji"
  | "glad-emoji"
  | "shouting"
  | "plain-question"
  | "short"
  | "nothing-bad",
  number
>;
type FeatureName = keyof ComplaintFeatures;

/** `at` points for the first, `more` for each further one up to `most`; `why` is the reason for the sign. */
type Weight = { at: number; more: number; most: number; why: string };

/**
 * Points on the logit scale, set by hand from what complaint research names (Preoţiuc-Pietro, Gaman and Aletras,
 * ACL 2019: negation, requests, temporal words, pronouns; praise against), not fitted to any data.
 */
const WEIGHTS: Readonly<Record<FeatureName, Weight>> = {
  bias: { at: -1.2, more: 0, most: 1, why: "most posts that say nothing of the kind are none" },
  failure: { at: 1.1, more: 0.5, most: 4, why: "names something that went wrong" },
  "success-denied": { at: 1.0, more: 0.4, most: 4, why: "denies what should have happened" },
  verdict: { at: 1.4, more: 0.6, most: 4, why: "judges the brand or says how it feels" },
  waiting: { at: 0.7, more: 0.3, most: 3, why: "counts time that passed" },
  money: { at: 0.5, more: 0.2, most: 3, why: "speaks of money paid or asked back" },
  why: { at: 0.7, more: 0.2, most: 2, why: "asks for a reason, which is an accusation in a question" },
  anger: { at: 0.8, more: 0.2, most: 2, why: "swears" },
  praise: { at: -0.9, more: -0.4, most: 5, why: "praises" },
  thanks: { at: -0.9, more: -0.1, most: 2, why: "thanks" },
  greeting: { at: -0.8, more: 0, most: 1, why: "greets or wishes well" },
  offer: { at: -0.8, more: -0.4, most: 3, why: "offers or advertises" },
  "put-right": { at: -3, more: -0.4, most: 2, why: "tells of a failure that was put right at once" },
  dealing: { at: 0, more: 0, most: 1, why: "had to do with the brand" },
  contrast: { at: 0.3, more: 0.1, most: 2, why: "turns with a but" },
  addressed: { at: 0.3, more: 0, most: 1, why: "speaks to the brand" },
  churn: { at: 1.3, more: 0.2, most: 2, why: "says that the writer leaves" },
  warning: { at: 1.1, more: 0.2, most: 2, why: "warns others" },
  "rigid-rule": { at: 0.9, more: 0.2, most: 2, why: "was refused, or met a rule" },
  "repeated-contact": { at: 0.6, more: 0.2, most: 2, why: "had to ask more than once" },
  situation: { at: 2, more: 0, most: 1, why: "meets a situation of the playbook" },
  "angry-emoji": { at: 0.6, more: 0.1, most: 2, why: "shows anger" },
  "glad-emoji": { at: -0.5, more: -0.1, most: 2, why: "shows joy" },
  shouting: { at: 0.2, more: 0.1, most: 3, why: "writes in capitals" },
  "plain-question": { at: -0.6, more: 0, most: 1, why: "asks, and names nothing that went wrong" },
  short: { at: -0.4, more: 0, most: 1, why: "says too little to be sure" },
  "nothing-bad": { at: -0.9, more: 0, most: 1, why: "names nothing that went wrong and passes no judgement" },
};

const WEIGHED = namedRows(WEIGHTS);
const LOUDEST_FIRST = WEIGHED.filter(({ name }) => name !== "bias").sort(
  (a, b) => Math.abs(b.at) - Math.abs(a.at),
);

/** At and above this score a mention is taken for a complaint. */
export const COMPLAINT_FROM = 0.5;

/** The points of all features together, on the logit scale: above nought they speak for a complaint. */
export function pointsOf(features: ComplaintFeatures): number {
  let logit = 0;
  for (const { name, at, more, most } of WEIGHED) {
    const count = Math.min(features[name], most);
    if (count > 0) logit += at + more * (count - 1);
  }
  return logit;
}

/** The features that spoke loudest for the outcome, loudest first. */
export function reasonsFor(features: ComplaintFeatures, isComplaint: boolean): FeatureName[] {
  const names: FeatureName[] = [];
  for (const { name, at } of LOUDEST_FIRST) {
    if (features[name] > 0 && at > 0 === isComplaint) names.push(name);
  }
  return names;
}

function namedRows<K extends string, V extends object>(table: Readonly<Record<K, V>>): (V & { name: K })[] {
  const rows: (V & { name: K })[] = [];
  for (const name in table) rows.push({ ...table[name], name });
  return rows;
}
