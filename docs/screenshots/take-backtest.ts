import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { run } from "../../infra/cli/main.ts";
import { launchBrowser } from "../../test/support/browser.ts";
import { seeded } from "../../test/support/seeded.ts";

/**
 * `npx tsx docs/screenshots/take-backtest.ts`: the picture of operations.md. Three months of invented posts to
 * the sports shop, under the example file and under one with more for a late delivery and lower limits.
 */
const root = path.join(import.meta.dirname, "../..");
const active = path.join(root, "brands/kenttakauppa.yaml");
const folder = mkdtempSync(path.join(tmpdir(), "take-backtest-"));
const at = (name: string) => path.join(folder, name);
const Post = z.object({ brand: z.string(), text: z.string() });
const CASES = 600;
const DAYS = 90;

const changes = [
  ["agent: { perCaseMinor: 15000", "agent: { perCaseMinor: 8000"],
  // The delivery charge twice and a bit, where a delivery was late.
  ["{ kind: part-refund, amountMinor: 590 }", "{ kind: part-refund, amountMinor: 1490 }"],
  ["brandMonthMinor: 500000", "brandMonthMinor: 12000"],
] as const;

function tried(): string {
  let text = readFileSync(active, "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the brand file no longer holds ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

function cases(): string {
  const posts = readFileSync(path.join(root, "infra/local/seed/afternoon.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => Post.parse(JSON.parse(line)))
    .filter(({ brand }) => brand === "kenttakauppa");
  const random = seeded(4);
  return Array.from({ length: CASES }, (_, n) => {
    const amountMinor = 10_000 + Math.floor(random() * 300_000);
    return JSON.stringify({
      id: `c${n}`,
      text: posts[Math.floor(random() * posts.length)]?.text,
      postedAt: new Date(Date.UTC(2026, 6, 1) + Math.floor(random() * DAYS * 86_400) * 1000).toISOString(),
      author: `facebook:${n}`,
      ...(random() < 0.6
        ? {
            customer: {
              purchases: [{ date: "2025-03-01", amountMinor, category: "cycling", product: "bike" }],
            },
          }
        : {}),
    });
  }).join("\n");
}

try {
  writeFileSync(at("active.yaml"), readFileSync(active, "utf8"));
  writeFileSync(at("new.yaml"), tried());
  writeFileSync(at("cases.jsonl"), cases());
  process.chdir(folder);
  await run([
    ...["node", "shopkeeper", "backtest", "--playbook", "new.yaml", "--against", "active.yaml"],
    ...["--cases", "cases.jsonl", "--html", "backtest.html"],
  ]);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, locale: "en-GB" });
    await page.goto(pathToFileURL(at("backtest.html")).href);
    await page.screenshot({ path: path.join(import.meta.dirname, "backtest.png"), fullPage: true });
  } finally {
    await browser.close();
  }
} finally {
  process.chdir(root);
  rmSync(folder, { recursive: true });
}
