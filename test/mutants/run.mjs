// `npm run mutants [money] [lint] [lint-rules]`: the parts named, or all, and their sum; exit code 1 below 85 %.
import { Stryker } from "@stryker-mutator/core";
import { optionsOf, SLICES } from "./parts.mjs";

const LEAST_KILLED = 0.85;

const parts = [...new Set(SLICES.map(({ part }) => part))];
const named = process.argv.slice(2);
const unknown = named.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${parts.join(", ")}`);
  process.exit(2);
}

const isKilled = ({ status }) => status === "Killed" || status === "Timeout";
// A change that does not compile is none that a test could notice.
const isCounted = (result) =>
  isKilled(result) || result.status === "Survived" || result.status === "NoCoverage";

const rows = new Map();
const wanted = SLICES.filter(({ part }) => named.length === 0 || named.includes(part));
for (const [at, slice] of wanted.entries()) {
  process.env.MUTANT_TESTS = slice.tests.join(" ");
  const report = `test/mutants/node_modules/${slice.part}-${at}.json`;
  const results = await new Stryker(optionsOf(slice, report)).runMutationTest();
  for (const part of [slice.part, "sum"]) {
    const row = rows.get(part) ?? { mutants: 0, killed: 0, "of these by time-out": 0 };
    rows.set(part, {
      mutants: row.mutants + results.filter(isCounted).length,
      killed: row.killed + results.filter(isKilled).length,
      "of these by time-out":
        row["of these by time-out"] + results.filter(({ status }) => status === "Timeout").length,
    });
  }
}
const order = [...parts.filter((part) => rows.has(part)), "sum"];
console.table(
  Object.fromEntries(
    order.map((part) => {
      const row = rows.get(part);
      return [part, { ...row, "killed %": Number(((100 * row.killed) / row.mutants).toFixed(1)) }];
    }),
  ),
);
const sum = rows.get("sum");
if (sum.killed < LEAST_KILLED * sum.mutants) process.exitCode = 1;
