import { parseArgs } from "node:util";
import { benchBacktest } from "./backtest.ts";
import { benchBudgets } from "./budgets.ts";
import type { Row } from "./clock.ts";
import { benchDetect } from "./detect.ts";
import { benchDraft } from "./draft.ts";
import { benchLanguages } from "./languages.ts";
import { benchMatch } from "./match.ts";
import { benchNames } from "./names.ts";
import { benchSaving } from "./saving.ts";
import { benchStart } from "./start.ts";
import { benchValue } from "./value.ts";

/** `npm run bench [name] [-- --data FILE --lang en]`: without a name all. Not a test: nothing fails by being slow. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string" }, lang: { type: "string", default: "en" }, rows: { type: "string" } },
});

/** Each line is a ratio against a named rival in the same run. */
const beside: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  languages: benchLanguages,
  names: benchNames,
  saving: benchSaving,
};
const alone: Readonly<Record<string, () => Promise<void>>> = {
  budgets: benchBudgets,
  backtest: () => benchBacktest(values),
  detect: () => benchDetect(values),
  draft: benchDraft,
  match: () => benchMatch(values),
  start: benchStart,
  value: benchValue,
};

const [wanted] = positionals;
const all = [...Object.keys(beside), ...Object.keys(alone)];
if (wanted !== undefined && !all.includes(wanted)) {
  console.error(`bench: ${wanted} is none of ${all.join(", ")}`);
  process.exitCode = 1;
}
const chosen = Object.entries(beside).filter(([name]) => wanted === undefined || wanted === name);
if (chosen.length > 0) console.log("| what | ours | rival | ours ÷ rival |\n|---|---:|---:|---:|");
for (const [, bench] of chosen) {
  for (const { what, ours, rival, unit } of await bench())
    console.log(
      `| ${what} | ${ours.toFixed(1)} ${unit} | ${rival.toFixed(1)} ${unit} | ${(ours / rival).toFixed(2)} |`,
    );
}
for (const [name, bench] of Object.entries(alone)) if (wanted === undefined || wanted === name) await bench();
