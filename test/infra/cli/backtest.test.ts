import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { register } from "../../../infra/cli/commands/backtest.ts";
import { boots } from "../../language/reply-world.ts";
import { commandOutput } from "../../support/command-output.ts";
import { seeded } from "../../support/seeded.ts";

const active = fileURLToPath(new URL("../../../brands/kenttakauppa.yaml", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "backtest-"));
const at = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** The active file with some of its words put otherwise. */
function tried(...changes: readonly (readonly [string, string])[]): string {
  let text = readFileSync(active, "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the brand file no longer holds ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(at("new.yaml"), text);
  return at("new.yaml");
}
const tighter = ["perCaseMinor: 15000", "perCaseMinor: 1500"] as const;

const late = "Still waiting for my bike helmet, it should have been delivered last week. Where is it?";
const thanks = "Thank you so much, wonderful service and lovely staff!";
const customer = {
  id: "k1",
  since: "2014-03-01",
  currency: "EUR",
  purchases: [
    { date: "2025-10-01", amountMinor: 14900, category: "ice-hockey", product: "hockey skates" },
    { date: "2026-10-28", amountMinor: 2790, category: "football", product: "football boots junior" },
  ],
};
const rows = [
  { id: "a", text: boots, postedAt: "2026-11-02T10:00:00Z", author: { id: "facebook:1" }, customer },
  { id: "b", text: boots, postedAt: "2026-11-03T10:00:00+02:00", author: "facebook:2" },
  { id: "c", text: late, postedAt: "2026-11-03T10:00:00+02:00", author: { name: "Marja Lehtonen" } },
  {
    id: "d",
    text: "I was injured, my son is in hospital after the ski binding broke",
    postedAt: "2026-11-04T10:00:00Z",
  },
  { id: "e", text: thanks, postedAt: "2026-11-04T11:00:00Z" },
];
const write = (...lines: readonly unknown[]): string => {
  writeFileSync(
    at("cases.jsonl"),
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return at("cases.jsonl");
};

const Row = z.object({
  situation: z.string(),
  signer: z.string(),
  before: z.object({ cases: z.int() }),
  after: z.object({ cases: z.int() }),
});
const Sums = z.object({
  cases: z.int(),
  costMinor: z.int(),
  floorMinor: z.int(),
  escalations: z.record(z.string(), z.int()),
  overMinor: z.record(z.string(), z.int()),
  stop: z.int(),
});
const Report = z.object({
  brand: z.string(),
  asides: z.int(),
  undated: z.int(),
  badLines: z.int(),
  comparison: z.object({
    cases: z.int(),
    changed: z.int(),
    situations: z.array(Row),
    totals: z.object({ before: Sums, after: Sums }),
    days: z.array(z.object({ day: z.string() })),
  }),
});

const printed = commandOutput([register]);
const run = async (...args: string[]) => {
  const [report] = await printed.run("backtest", "--against", active, "--json", ...args);
  return Report.parse(report);
};
let cases: string;
beforeEach(() => {
  cases = write(...rows);
});

describe("past cases of a file", () => {
  it("come out the same under the same playbook", async () => {
    const { comparison, asides } = await run("--playbook", active, "--cases", cases);
    expect(asides).toBe(1);
    expect(comparison).toMatchObject({ cases: 4, changed: 0 });
    expect(comparison.totals.after).toEqual(comparison.totals.before);
    expect(comparison.totals.before).toMatchObject({ stop: 1, escalations: {} });
    expect(process.exitCode).toBeUndefined();
  });

  it("go to a manager where the new playbook is tighter, with what it was too little by", async () => {
    const { comparison } = await run(
      "--playbook",
      tried(tighter),
      "--cases",
      cases,
      "--changed",
      at("changed"),
    );
    // Two pairs of boots at 18 € against a limit of 15 €.
    expect(comparison).toMatchObject({
      changed: 2,
      totals: {
        before: { escalations: {}, floorMinor: 3600 },
        after: { escalations: { "role-case": 2 }, overMinor: { "role-case": 600 }, floorMinor: 3600 },
      },
    });
    expect(comparison.situations).toContainEqual(
      expect.objectContaining({ situation: "exchange-refused", signer: "manager" }),
    );
    const changed = readFileSync(at("changed"), "utf8").trim().split("\n");
    expect(changed.map((line) => JSON.parse(line))).toMatchObject([
      { id: "a", before: { outcome: "remedy" }, after: { outcome: "escalated", limitMet: "role-case" } },
      { id: "b", why: ["outcome", "limit-met", "rules"] },
    ]);
    // Ids and codes: no word of a post, no name.
    expect(changed.join("")).not.toMatch(/hockey|Marja/);
  });

  it("are read anew where the new playbook recognises other situations", async () => {
    const file = tried([
      "- id: exchange-refused",
      '- id: exchange-refused\n      recognise: { en: ["quite other words"], fi: ["aivan muut sanat"], sv: ["helt andra ord"] }',
    ]);
    const { comparison } = await run("--playbook", file, "--cases", cases);
    expect(comparison.situations.find(({ situation }) => situation === "exchange-refused")?.after.cases).toBe(
      0,
    );
    expect(comparison.changed).toBeGreaterThan(0);
  });

  it("may stand in any order", async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      ...rows[n % rows.length],
      id: `n${n}`,
      // Several at the same moment.
      postedAt: `2026-11-${String(1 + (n % 7)).padStart(2, "0")}T10:00:00Z`,
    }));
    const random = seeded(7);
    const file = tried(["brandMonthMinor: 500000", "brandMonthMinor: 100"], tighter);
    const first = await run("--playbook", file, "--cases", write(...many), "--changed", at("one"));
    expect(first.comparison.changed).toBeGreaterThan(0);
    for (let turn = 0; turn < 5; turn++) {
      const shuffled = many.map((row) => ({ row, key: random() })).toSorted((a, b) => a.key - b.key);
      const again = await run(
        "--playbook",
        file,
        "--cases",
        write(...shuffled.map(({ row }) => row)),
        "--changed",
        at("two"),
      );
      expect(again).toEqual(first);
      expect(readFileSync(at("two"), "utf8")).toBe(readFileSync(at("one"), "utf8"));
    }
  });

  it("that cannot be read cost only themselves", async () => {
    const file = write(
      ...rows.slice(0, 2),
      "not json",
      { id: "x", text: "x", postedAt: "yesterday" },
      { ...rows[2], id: "a" },
      { ...rows[0], id: "sek", customer: { ...customer, currency: "SEK" } },
      { ...rows[2], id: "undated", postedAt: undefined },
    );
    const report = await run("--playbook", active, "--cases", file, "--now", "2026-11-09T09:00:00Z");
    expect(report).toMatchObject({ badLines: 4, undated: 1, comparison: { cases: 3 } });
    expect(report.comparison.days.at(-1)?.day).toBe("2026-11-09");
    expect(process.exitCode).toBe(1);
    expect(printed.err).toContain("line 3: not JSON");
    expect(printed.err).toContain("line 4: postedAt:");
    expect(printed.err).toContain("line 5: its id stands on line 1 already");
    expect(printed.err).toContain("line 6: the purchases are in SEK, the brand in EUR");
  });

  it("can be cut to some days of the brand's clock, and rows of another brand are passed over", async () => {
    const file = write(...rows, { ...rows[0], id: "z", brand: "lounaspoyta" });
    const { comparison } = await run(
      "--playbook",
      active,
      "--cases",
      file,
      "--from",
      "2026-11-03",
      "--to",
      "2026-11-03",
    );
    expect(comparison.cases).toBe(2);
  });
});

describe("what is written", () => {
  it("is a table of text by default", async () => {
    const args = ["backtest", "--against", active, "--playbook", tried(tighter), "--cases", cases];
    await expect(printed.run(...args)).rejects.toThrow(SyntaxError);
    expect(printed.out).toContain(
      "Backtest of kenttakauppa: 4 cases from 2026-11-02 to 2026-11-04, amounts in EUR",
    );
    expect(printed.out).toMatch(/^exchange-refused +manager +0 → 2 /m);
    expect(printed.out).toMatch(/^role-case +0 → 2 +0\.00 → 6\.00$/m);
    expect(printed.out).toContain("cases that come out otherwise: 2 of 4");
  });

  it.each([
    { lang: "en", title: "Backtest of a new playbook", plot: "Escalations by limit" },
    { lang: "fi", title: "Uuden ohjekirjan koeajo", plot: "Siirrot esimiehelle rajoittain" },
    { lang: "sv", title: "Provkörning av en ny handbok", plot: "Till chefen, per gräns" },
  ])(
    "is a page of its own in $lang, without script, each plot with a title and a description",
    async ({ lang, title, plot }) => {
      const playbook = tried(["# Kenttäkauppa", "# Kenttäkauppa"], tighter);
      await run("--playbook", playbook, "--cases", cases, "--html", at("page.html"), "--lang", lang);
      const page = readFileSync(at("page.html"), "utf8");
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(`<h1>${title}: kenttakauppa</h1>`);
      expect(page).toContain(plot);
      expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)/);
      const plots = page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
      expect(plots).toHaveLength(5);
      for (const svg of plots) {
        const [, ids = ""] = /aria-labelledby="([^"]+)"/.exec(svg) ?? [];
        const [titleId, descId] = ids.split(" ");
        expect(svg).toContain(`<title id="${titleId}">`);
        expect(svg).toContain(`<desc id="${descId}">`);
        expect(svg).not.toContain("NaN");
      }
    },
  );

  it("is a page also where there was no case", async () => {
    const { comparison } = await run("--playbook", active, "--cases", write(""), "--html", at("empty.html"));
    expect(comparison.cases).toBe(0);
    expect(readFileSync(at("empty.html"), "utf8")).toContain("No case was replayed.");
  });
});

describe("wrong use ends with 2, a file that is broken with 1", () => {
  it.each([
    { args: ["--playbook", active], code: 2, says: "name where the cases are" },
    {
      args: ["--playbook", active, "--cases", "x", "--brand", active],
      code: 2,
      says: "name where the cases are",
    },
    {
      args: ["--playbook", active, "--cases", "x", "--from", "2026-02-01", "--to", "2026-01-01"],
      code: 2,
      says: "--from lies after --to",
    },
    {
      args: ["--playbook", active.replace("kenttakauppa", "lounaspoyta"), "--cases", "x"],
      code: 2,
      says: "cannot stand beside",
    },
    { args: ["--playbook", "nowhere.yaml", "--cases", "x"], code: 1, says: "cannot read nowhere.yaml" },
  ])("$args", async ({ args, code, says }) => {
    await printed.run("backtest", "--against", active, ...args);
    expect(process.exitCode).toBe(code);
    expect(printed.err).toContain(says);
    expect(printed.out).toBe("");
  });
});
