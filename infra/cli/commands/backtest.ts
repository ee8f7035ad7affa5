import { once } from "node:events";
import type { WriteStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import * as z from "zod";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import type { Pair } from "../../../shared/complaint/backtest/comparison.ts";
import type { TriedVersion } from "../../../shared/complaint/backtest/replay.ts";
import type { Lang } from "../../../shared/complaint/ids.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { NotConfigured, Unavailable } from "../../../shared/runtime/errors.ts";
import { fileSource, type PastCases, tableSource } from "../../backtest/past-cases.ts";
import type { Report } from "../../backtest/report.ts";
import { backtest } from "../../backtest/run.ts";
import { textReport } from "../../backtest/text-table.ts";
import { namesFor } from "../../names.ts";
import { reportBadLine, writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = {
  playbook: string;
  against?: string;
  cases?: string;
  brand?: string;
  from?: string;
  to?: string;
  agents: number;
  now?: string;
  json?: boolean;
  html?: string;
  changed?: string;
  lang: Lang;
  stage: string;
  careTable?: string;
  customersTable?: string;
};

const WRONG_USE = 2;
const NAME = "backtest";

/** `shopkeeper backtest`: what a new playbook would have given in cases of the past, beside the active one. */
export function register(program: Command): void {
  program
    .command(NAME)
    .description("Replay past cases under a new playbook and the active one; nothing is written to a table")
    .requiredOption("--playbook <file>", "the brand file to try")
    .option("--against <file>", "the brand file to compare with (default: the stage's active version)")
    .option("--cases <file>", "JSON lines {id,text,postedAt?,channel?,author?,lang?,customer?}, in any order")
    .option("--brand <file>", "instead of --cases: the brand whose stored cases are replayed")
    .option("--from <date>", "first day, YYYY-MM-DD in the brand's time zone", isoDate)
    .option("--to <date>", "last day, included", isoDate)
    .option("--agents <n>", "how many agents share a day, where it is not known who signed", positive, 1)
    .option("--now <instant>", "ISO 8601 time of rows without postedAt (default: now)", asInstant)
    .option("--json", "print one JSON object instead of a table")
    .option("--html <file>", "also write a page with plots")
    .option("--changed <file>", "also write a JSON line for each case that comes out otherwise")
    .addOption(new Option("--lang <lang>", "of the page").choices(["en", "fi", "sv"]).default("en"))
    .option("--stage <name>", "stage whose tables are read", "dev")
    .option("--care-table <name>", "name of the care table, if not the stage's")
    .option("--customers-table <name>", "name of the customers table, if not the stage's")
    .action(async (options: Options) => {
      if ((options.cases === undefined) === (options.brand === undefined))
        return refuse("name where the cases are: --cases FILE, or --brand FILE for those that are stored");
      if (options.from !== undefined && options.to !== undefined && options.from > options.to)
        return refuse("--from lies after --to");
      try {
        await run(options);
      } catch (error) {
        if (!(error instanceof Unavailable || error instanceof NotConfigured)) throw error;
        refuse(`${error.message} (without a table: --cases FILE --against FILE)`, 1);
      }
    });
}

async function run(options: Options): Promise<void> {
  const names = namesFor(options.stage);
  const tables = {
    care: options.careTable ?? names.careTable,
    customers: options.customersTable ?? names.customersTable,
  };
  const after = readBrand(NAME, options.playbook);
  if (after === undefined) return;
  const before = await comparedWith(options.against, after, tables.care);
  if (before === undefined) return;
  const whose = options.brand === undefined ? after : readBrand(NAME, options.brand);
  if (whose === undefined) return;
  for (const other of [before.file, whose])
    if (other.brand !== after.brand || other.account.currency !== after.account.currency)
      return refuse(
        `"${other.brand}" in ${other.account.currency} cannot stand beside "${after.brand}" in ${after.account.currency}`,
      );
  const versions = {
    // One time zone for both: a day is the same day on either side.
    before: tried(before.file, before.version, after.account.timeZone),
    after: tried(after, 0, after.account.timeZone),
  };
  let badLines = 0;
  const bad = (line: number, problem: string) => {
    badLines++;
    reportBadLine(NAME, line, problem);
  };
  const days = { from: options.from, to: options.to };
  const source =
    options.cases === undefined
      ? await tableSource(after.brand, tables, versions, days)
      : await fileSource(
          { file: options.cases, brand: after.brand, now: options.now ?? new Date().toISOString() },
          versions,
          days,
          bad,
        );
  const changed =
    options.changed === undefined ? undefined : (await open(options.changed, "w")).createWriteStream();
  const comparison = await backtest(source.cases, versions, options.agents, async (each) => {
    if (changed) await writeLine(changed, each);
  });
  if (changed) await closed(changed);
  await tell(
    {
      brand: after.brand,
      currency: after.account.currency,
      versions: { before: before.name, after: options.playbook },
      agents: options.agents,
      ...noted(source),
      badLines,
      comparison,
    },
    options,
  );
}

const tried = (
  { account, playbook }: BrandFile,
  playbookVersion: number,
  timeZone: string,
): TriedVersion => ({
  playbook,
  playbookVersion,
  currency: account.currency,
  timeZone,
});

const noted = ({ asides, undated }: PastCases) => ({ asides: asides(), undated });

/** The file that was named, else the version by which the stage decides now. */
async function comparedWith(
  file: string | undefined,
  { brand }: BrandFile,
  careTable: string,
): Promise<{ file: BrandFile; version: number; name: string } | undefined> {
  if (file !== undefined) {
    const read = readBrand(NAME, file);
    return read && { file: read, version: 0, name: file };
  }
  const active = await careStores(careTable).brands.active(brand);
  return { ...active, name: `version ${active.version}, active in ${careTable}` };
}

async function tell(report: Report, options: Options): Promise<void> {
  if (options.html !== undefined) {
    const { page } = await import("../../backtest/page/page.tsx");
    await writeFile(options.html, page(report, options.lang));
  }
  if (options.json === true) await writeJsonLine(report);
  else process.stdout.write(textReport(report));
}

async function writeLine(stream: WriteStream, row: Pair<unknown>): Promise<void> {
  if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, "drain");
}

async function closed(stream: WriteStream): Promise<void> {
  stream.end();
  await once(stream, "close");
}

function refuse(problem: string, code = WRONG_USE): void {
  process.stderr.write(`${NAME}: ${problem} (try --help)\n`);
  process.exitCode = code;
}

const isoDate = (text: string): string => {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError("not a day written YYYY-MM-DD");
  return text;
};

const positive = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("not a whole number above 0");
  return value;
};

function asInstant(value: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError("write it as 2026-11-20T12:00:00Z.");
  return at.toISOString();
}
