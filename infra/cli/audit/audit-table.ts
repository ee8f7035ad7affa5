import type { AuditSummary } from "./audit-summary.ts";

const percent = (share: number | null): string => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);
const minutes = (value: number | null): string => (value === null ? "–" : `${value} min`);

/** The summary as lines for people. */
export function auditTable(summary: AuditSummary): string {
  const { share, minutesToAnswer } = summary;
  const head: readonly (readonly [string, string])[] = [
    ["replies", String(summary.replies)],
    ["in a language that is not read", String(summary.notRead)],
    ["answers to complaints", String(summary.toComplaints)],
    ["with a hard finding", String(summary.withHard)],
    ["mean score (0–100)", summary.meanScore === null ? "–" : String(summary.meanScore)],
    ["answers without empathy", percent(share.withoutEmpathy)],
    ["answers without an apology", percent(share.withoutApology)],
    ["answers without a next step and its time", percent(share.withoutNextStep)],
    ["replies with private facts", percent(share.withPrivateFacts)],
    ["time to answer, median", minutes(minutesToAnswer.median)],
    ["time to answer, p90", minutes(minutesToAnswer.p90)],
  ];
  const rows = summary.findings.map(
    ({ rule, hard, soft }) => `${rule.padEnd(24)}${String(hard).padStart(8)}${String(soft).padStart(8)}`,
  );
  return [
    ...head.map(([name, value]) => `${name.padEnd(42)}${value.padStart(10)}`),
    "",
    `${"found in replies".padEnd(24)}${"hard".padStart(8)}${"soft".padStart(8)}`,
    ...rows,
    "",
  ].join("\n");
}
