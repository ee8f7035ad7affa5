import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import * as z from "zod";
import { seeded } from "../support/seeded.ts";

const root = path.join(import.meta.dirname, "../..");
const CASES = 100_000;
const DAYS = 365;
const DAY_MS = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 1);
const Post = z.object({ brand: z.string(), text: z.string() });
const goods = [
  { product: "football boots junior", category: "football", amountMinor: 2790 },
  { product: "hockey skates", category: "ice-hockey", amountMinor: 14_900 },
  { product: "bike", category: "cycling", amountMinor: 54_900 },
  { product: "running shoes", category: "running", amountMinor: 11_900 },
] as const;

/**
 * The command itself on invented cases of a year: the posts of the sports shop's afternoon, each with a number of its
 * own, half of them by customers with up to fifteen purchases, in no order.
 */
export async function benchBacktest({ rows = String(CASES) }: { rows?: string | undefined }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-backtest-"));
  try {
    const cases = path.join(folder, "cases.jsonl");
    await writeCases(cases, Number(rows));
    console.log(
      "| cases | second playbook | s | cases a second | of processor time | peak MB |\n|---:|---|---:|---:|---:|---:|",
    );
    const active = path.join(root, "brands/kenttakauppa.yaml");
    for (const [what, from, to] of [
      ["other limits", "brandMonthMinor: 500000", "brandMonthMinor: 400000"],
      ["other phrases", '- "denied … exchange"', '- "denied … swap"'],
    ] as const) {
      const tried = path.join(folder, "new.yaml");
      const text = readFileSync(active, "utf8");
      if (!text.includes(from)) throw new Error(`the brand file no longer holds ${from}`);
      writeFileSync(tried, text.replace(from, to));
      const { seconds, workedSeconds, peakMb } = await run([
        "--playbook",
        tried,
        "--against",
        active,
        "--cases",
        cases,
      ]);
      console.log(
        `| ${rows} | ${what} | ${seconds.toFixed(0)} | ${Math.round(Number(rows) / seconds)} | ${Math.round(Number(rows) / workedSeconds)} | ${peakMb.toFixed(0)} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeCases(file: string, rows: number): Promise<void> {
  const posts = readFileSync(path.join(root, "infra/local/seed/afternoon.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => Post.parse(JSON.parse(line)))
    .filter(({ brand }) => brand === "kenttakauppa");
  const random = seeded(25);
  const below = (n: number) => Math.floor(random() * n);
  const stream = createWriteStream(file);
  for (let n = 0; n < rows; n++) {
    const text = posts[below(posts.length)]?.text ?? "";
    const customer = below(rows / 5);
    const purchases = Array.from({ length: 1 + (customer % 15) }, (_, at) => ({
      ...goods[(customer + at) % goods.length],
      date: new Date(BEGIN - ((customer * 37 + at * 101) % 1500) * DAY_MS).toISOString().slice(0, 10),
    }));
    const row = {
      id: `c${n}`,
      text: `${text} (${n})`,
      postedAt: new Date(BEGIN + below(DAYS * 86_400) * 1000).toISOString(),
      author: { id: `facebook:${below(rows / 2)}` },
      ...(random() < 0.5 ? { customer: { id: `k${customer}`, purchases } } : {}),
    };
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

/** User and system time; on a machine that others use too the clock on the wall tells little. */
const WORKED = /(?:User|System) time \(seconds\): ([\d.]+)/g;
const PEAK = /Maximum resident set size \(kbytes\): (\d+)/;

/** Under GNU time, which knows the most memory that the process ever had. */
async function run(
  args: readonly string[],
): Promise<{ seconds: number; workedSeconds: number; peakMb: number }> {
  const begun = performance.now();
  const child = spawn(
    "/usr/bin/time",
    ["-v", process.execPath, path.join(root, "infra/cli/shopkeeper.mjs"), "backtest", "--json", ...args],
    { env: { ...process.env, NODE_OPTIONS: "" }, stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    said += part;
  });
  const [code] = await once(child, "close");
  const peak = PEAK.exec(said)?.[1];
  if (code !== 0 || peak === undefined) throw new Error(`backtest ended with ${code}:\n${said}`);
  const workedSeconds = [...said.matchAll(WORKED)].reduce((sum, [, worked]) => sum + Number(worked), 0);
  return { workedSeconds, seconds: (performance.now() - begun) / 1000, peakMb: Number(peak) / 1024 };
}
