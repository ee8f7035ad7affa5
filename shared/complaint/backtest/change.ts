import type { Given } from "./given.ts";

/** In what two versions differ on one case; closed list. */
export const changeCodes = [
  "situation",
  "outcome",
  "limit-met",
  "kind",
  "value",
  "owed",
  "floor",
  "goodwill",
  "cost",
  "value-at-risk",
  "rules",
] as const;
export type ChangeCode = (typeof changeCodes)[number];

const read: Record<ChangeCode, (given: Given) => string | number | undefined> = {
  situation: ({ situation }) => situation,
  outcome: ({ outcome }) => outcome,
  "limit-met": ({ limitMet }) => limitMet,
  kind: ({ kind }) => kind,
  value: ({ valueMinor }) => valueMinor,
  owed: ({ owedMinor }) => owedMinor,
  floor: ({ floorMinor }) => floorMinor,
  goodwill: ({ goodwillMinor }) => goodwillMinor,
  cost: ({ costMinor }) => costMinor,
  "value-at-risk": ({ atRiskMinor }) => atRiskMinor,
  rules: ({ reasons }) => reasons.join(" "),
};

/** Reasons for a change that are no change by themselves: the same is given to the same person by the same signer. */
const BEHIND: ReadonlySet<ChangeCode> = new Set(["value-at-risk", "rules"]);

/**
 * In what the two differ, in the order of `changeCodes`.
 * @returns empty where the customer gets the same and nobody else is asked
 */
export function whyChanged(before: Given, after: Given): readonly ChangeCode[] {
  const differs = changeCodes.filter((code) => read[code](before) !== read[code](after));
  return differs.every((code) => BEHIND.has(code)) ? [] : differs;
}
