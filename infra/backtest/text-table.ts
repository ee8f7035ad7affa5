import { byLimit, type Comparison, type Pair } from "../../shared/complaint/backtest/comparison.ts";
import { escalationsOf, type Figures, proportionOf } from "../../shared/complaint/backtest/figures.ts";
import type { Signer } from "../../shared/complaint/backtest/given.ts";
import { RemedyKind } from "../../shared/complaint/remedy.ts";
import type { Report } from "./report.ts";
import { amountOf, fromTo, percentOf, signed } from "./written-figures.ts";

const signers: Readonly<Record<Signer, string>> = {
  agent: "agent",
  manager: "manager",
  nobody: "no remedy",
};

/** The report as a page of text: `before → after`, or one figure where nothing changes. */
export function textReport(report: Report): string {
  const { comparison, versions } = report;
  const { totals } = comparison;
  const blocks = [
    [
      `Backtest of ${report.brand}: ${comparison.cases} cases${periodOf(comparison)}, amounts in ${report.currency}`,
      `before: ${versions.before}`,
      `after:  ${versions.after}`,
      ...notes(report),
    ],
    table(
      ["situation", "signed by", "cases", "owed", "floor", "goodwill", "cost", "cost ÷ at risk"],
      [
        ...comparison.situations.map((row) => [
          row.situation === "" ? "(none)" : row.situation,
          signers[row.signer],
          ...cells(row),
        ]),
        ["total", "", ...cells(totals)],
        ["difference", "", ...differences(totals)],
      ],
    ),
    table(
      ["remedy", "times"],
      RemedyKind.options
        .filter((kind) => totals.before.remedies[kind] ?? totals.after.remedies[kind])
        .map((kind) => [kind, numbers(totals, ({ remedies }) => remedies[kind] ?? 0)]),
    ),
    table(
      ["escalated by", "times", "too little by"],
      [
        ...byLimit(comparison).map(({ limit, before, after }) => [
          limit,
          fromTo(String(before.escalations), String(after.escalations)),
          fromTo(amountOf(before.overMinor), amountOf(after.overMinor)),
        ]),
        ["any limit", numbers(totals, escalationsOf), ""],
      ],
    ),
    [
      `by hand: ${numbers(totals, ({ byHand }) => byHand)}; stop cases: ${numbers(totals, ({ stop }) => stop)}`,
      `cases that come out otherwise: ${comparison.changed} of ${comparison.cases}`,
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function periodOf({ days }: Comparison): string {
  const first = days.at(0)?.day;
  const last = days.at(-1)?.day;
  return first === undefined ? "" : ` from ${first} to ${last}`;
}

function notes({ agents, asides, undated, badLines }: Report): string[] {
  return [
    "Every proposal counts as approved and given when the case came; the counters begin empty with the first case.",
    ...(agents > 1 ? [`Where it is not known who signed, ${agents} agents took the cases in turn.`] : []),
    ...(undated > 0 ? [`${undated} rows without a time were taken at --now.`] : []),
    ...(asides > 0 ? [`${asides} rows are no case: praise, thanks, chatter, spam.`] : []),
    ...(badLines > 0 ? [`${badLines} lines could not be read.`] : []),
  ];
}

const cells = ({ before, after }: Pair<Figures>): string[] => [
  fromTo(String(before.cases), String(after.cases)),
  ...(["owedMinor", "floorMinor", "goodwillMinor", "costMinor"] as const).map((sum) =>
    fromTo(amountOf(before[sum]), amountOf(after[sum])),
  ),
  fromTo(percentOf(proportionOf(before)), percentOf(proportionOf(after))),
];

const differences = ({ before, after }: Pair<Figures>): string[] => [
  signed(after.cases - before.cases, String),
  ...(["owedMinor", "floorMinor", "goodwillMinor", "costMinor"] as const).map((sum) =>
    signed(after[sum] - before[sum], amountOf),
  ),
];

const numbers = ({ before, after }: Pair<Figures>, of: (figures: Figures) => number): string =>
  fromTo(String(of(before)), String(of(after)));

/** Columns as wide as their widest cell; the first is set to the left, all others to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, at) => (at === 0 ? (row[at] ?? "").padEnd(width) : (row[at] ?? "").padStart(width)))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
}
