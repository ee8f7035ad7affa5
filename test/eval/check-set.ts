/** Checks files of labelled posts: `npx tsx test/eval/check-set.ts FILE…`. Prints counts, never texts; exit 1 where a line is wrong. */
import { readFileSync } from "node:fs";
import { LabelledPost } from "../../infra/training/labelled-post.ts";

const seen = new Set<string>();
for (const file of process.argv.slice(2)) {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  lines.forEach((line, at) => {
    let raw: unknown;
    try {
      raw = JSON.parse(line);
    } catch (error) {
      console.error(`${file}:${at + 1}: not JSON: ${String(error)}`);
      process.exitCode = 1;
      return;
    }
    const read = LabelledPost.safeParse(raw);
    if (!read.success) {
      console.error(
        `${file}:${at + 1}: ${read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`,
      );
      process.exitCode = 1;
      return;
    }
    const row = read.data;
    for (const double of [row.id, row.text]) {
      if (seen.has(double)) {
        console.error(`${file}:${at + 1}: id or text twice`);
        process.exitCode = 1;
      }
      seen.add(double);
    }
    count(`lang ${row.lang}`);
    for (const label of [
      "complaint",
      "relationship",
      "competitor",
      "churn",
      "warning",
      "unsure",
      "irony",
    ] as const) {
      if (row[label] === 1) count(label);
    }
    if (row.stop !== "") count(`stop ${row.stop}`);
    count(`kind ${row.kind}`);
  });
  console.log(`${file}: ${lines.length} rows`);
  for (const [key, n] of [...counts].sort()) console.log(`  ${key.padEnd(28)} ${n}`);
}
