/**
 * How precise detecting is where it finds nearly all complaints, and how often it sees a cue where there is none:
 * `npx tsx test/eval/operating-point.ts FILE…` (JSON lines {text, lang?, complaint?}). Files without a label
 * `complaint` are taken for control texts: no brand, no cue. Prints figures, never a text.
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { detectRow } from "../../infra/cli/detect-row.ts";
import { playbookFor, UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";

const Row = z.object({
  text: z.string(),
  lang: z.string().optional(),
  brand: z.string().optional(),
  competitors: z.array(z.string()).optional(),
  complaint: z
    .union([z.boolean(), z.literal([0, 1])])
    .transform(Boolean)
    .optional(),
});
const NOW = "2026-11-22T00:00:00.000Z";
const KINDS = ["relationship", "competitor", "churn", "warning"];
const playbook = playbookFor(UNKNOWN_BRAND);

for (const file of process.argv.slice(2)) {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, id) => {
      const row = Row.parse(JSON.parse(line));
      return { row, detected: detectRow({ ...row, id }, playbook(row), NOW) };
    });
  if (rows.every(({ row }) => row.complaint === undefined)) {
    const alarms = new Map(KINDS.map((kind) => [kind, 0]));
    let any = 0;
    for (const { detected } of rows) {
      const kinds = new Set(detected.cues.map(({ kind }) => kind).filter((kind) => alarms.has(kind)));
      if (kinds.size > 0) any++;
      for (const kind of kinds) alarms.set(kind, (alarms.get(kind) ?? 0) + 1);
    }
    const share = (n: number) => `${n} = ${((100 * n) / rows.length).toFixed(3)} %`;
    console.log(`${file}: ${rows.length} control texts, any cue in ${share(any)}`);
    for (const [kind, n] of alarms) console.log(`  ${kind} ${share(n)}`);
    continue;
  }
  const ranked = [...rows].sort((a, b) => b.detected.complaint.score - a.detected.complaint.score);
  const all = rows.filter(({ row }) => row.complaint).length;
  const wanted = [0.8, 0.9, 0.95];
  let found = 0;
  ranked.forEach(({ row }, at) => {
    if (row.complaint) found++;
    while (wanted[0] !== undefined && found >= wanted[0] * all)
      console.log(`${file}: precision ${(found / (at + 1)).toFixed(3)} at recall ${wanted.shift()}`);
  });
}
