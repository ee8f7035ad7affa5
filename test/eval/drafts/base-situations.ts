import type { Situation } from "../../../shared/complaint/playbook.ts";

/** What a base playbook may add to the example brands', so that its words are read as well. */
const NAMES: readonly (readonly [string, Situation["loss"], Situation["floor"]])[] = [
  ["worn-or-marked", "goods", { kind: "exchange" }],
  ["missing-part", "goods", { kind: "replacement" }],
  ["refund-slow", "money", { kind: "refund" }],
  ["sent-round", "attention", { kind: "attention" }],
  ["senseless-rule", "attention", { kind: "attention" }],
  ["cancelled-service", "service", { kind: "refund", share: 1 }],
  ["subscription", "money", { kind: "refund" }],
  ["warranty", "goods", { kind: "replacement" }],
  ["queue", "attention", { kind: "attention" }],
  ["data-worry", "attention", { kind: "attention" }],
  ["accessibility", "service", { kind: "attention" }],
  ["misleading-ad", "money", { kind: "refund", share: 1 }],
  ["not-delivered", "service", { kind: "part-refund", share: 0.5 }],
  ["something-else", "service", { kind: "attention" }],
];

export const baseSituations: readonly Situation[] = NAMES.map(([id, loss, floor]) => ({
  id,
  loss,
  floor,
  recognise: {},
  feeling: {},
  goodwill: [],
}));
