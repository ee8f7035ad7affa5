/**
 * Measures stop cases on files of labelled posts: `npx tsx test/eval/stop-cases.ts FILE…`.
 * Prints what was given with a stop case (it should be nothing), recall (any stop case given; the right one given) with 95 % Wilson intervals by kind and by language,
 * precision, and how often a post without a stop case is stopped. Never prints a text.
 */
import { readFileSync } from "node:fs";
import { detectRow } from "../../infra/cli/detect-row.ts";
import { draftRow } from "../../infra/cli/draft-row.ts";
import { playbookFor, UNKNOWN_BRAND } from "../../infra/cli/unknown-brand.ts";
import { LabelledPost } from "../../infra/training/labelled-post.ts";
import { Lang } from "../../shared/complaint/ids.ts";
import { exampleBrand } from "../language/reply-world.ts";

const NOW = "2026-06-01T00:00:00.000Z";
/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** The Wilson score interval of a share (E. B. Wilson, JASA 22, 1927). */
function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const p = hits / of;
  const middle = p + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return [(middle - half) / scale, (middle + half) / scale];
}

const share = (hits: number, of: number): string => {
  if (of === 0) return "–".padEnd(28);
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${`${hits}/${of}`.padEnd(7)}`;
};

type Count = { rows: number; any: number; right: number };
const counts = new Map<string, Count>();
const count = (key: string, any: boolean, right: boolean) => {
  const c = counts.get(key) ?? { rows: 0, any: 0, right: 0 };
  counts.set(key, { rows: c.rows + 1, any: c.any + Number(any), right: c.right + Number(right) });
};
const free = new Map<string, { rows: number; stopped: number }>();
const playbook = playbookFor(UNKNOWN_BRAND);
let stopped = 0;

/** A good customer of each example brand writes the post: what would be proposed, and would anybody be looked up? */
const brands = [exampleBrand("kenttakauppa"), exampleBrand("lounaspoyta")];
const customer = {
  since: "2014-01-01",
  purchases: [2019, 2022, 2025].map((year) => ({
    date: `${year}-05-01`,
    amountMinor: 9000,
    category: "",
    product: "",
  })),
};
const answering = { signer: "Laura", until: "18", confirmed: false, role: "agent", now: NOW } as const;
const given = { seen: [0, 0, 0, 0], missed: [0, 0, 0, 0] };
function countGiven(post: LabelledPost, counted: number[]): void {
  const rows = brands.map((brand) =>
    draftRow({ id: post.id, text: post.text, lang: post.lang, customer }, brand, answering),
  );
  const some = (test: (row: (typeof rows)[number]) => boolean) => Number(rows.some(test));
  const kinds = (row: (typeof rows)[number]) =>
    [row.remedy, ...row.alternatives].map((remedy) => remedy?.kind);
  const found = [
    1,
    some((row) => row.remedy !== null),
    some((row) => kinds(row).includes("voucher")),
    // Whatever is not seen to be a stop case is looked up: functions/match-author.
    some((row) => row.lane !== "stop"),
  ];
  found.forEach((n, at) => {
    counted[at] = (counted[at] ?? 0) + n;
  });
}

for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const post = LabelledPost.parse(JSON.parse(line));
    const { stopCase } = detectRow(post, playbook(post), NOW);
    const any = stopCase !== undefined;
    if (any) stopped++;
    if (post.stop !== "") {
      countGiven(post, any ? given.seen : given.missed);
      for (const key of ["all", post.stop, ...Lang.options.filter((lang) => lang === post.lang)])
        count(key, any, stopCase === post.stop);
    } else {
      for (const key of ["all", post.lang]) {
        const c = free.get(key) ?? { rows: 0, stopped: 0 };
        free.set(key, { rows: c.rows + 1, stopped: c.stopped + Number(any) });
      }
    }
  }
}

for (const [name, [rows = 0, ...counted]] of Object.entries(given))
  console.log(
    `stop cases ${name}: ${rows}; by either example brand a remedy for ${counted[0]}, a voucher among them for ${counted[1]}, matched ${counted[2]}`,
  );
console.log(`${"recall".padEnd(16)}${"any stop case".padEnd(30)}right stop case`);
for (const [key, { rows, any, right }] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${key.padEnd(16)}${share(any, rows).padEnd(30)}${share(right, rows)}`);
console.log(`${"precision".padEnd(16)}${share(counts.get("all")?.any ?? 0, stopped)}`);
for (const [key, { rows, stopped: n }] of [...free].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${`stopped, ${key}`.padEnd(16)}${share(n, rows)} of the posts without a stop case`);
