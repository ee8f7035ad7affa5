import { createHash } from "node:crypto";
import path from "node:path";
import { type Command, Option } from "commander";
import { customerHistory } from "../../../shared/adapters/customer-history.ts";
import { defaultLayout, type ImportLayout } from "../../../shared/complaint/import-layout.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { Unavailable } from "../../../shared/runtime/errors.ts";
import { removeCheckpoint } from "../../import/checkpoint.ts";
import { inspectFile } from "../../import/inspect-file.ts";
import { customerReader, neededColumns, purchaseReader } from "../../import/read-records.ts";
import { checkHeader, type Format, UnusableFile } from "../../import/read-rows.ts";
import { rejectsFile } from "../../import/rejects.ts";
import { takeIn } from "../../import/take-in.ts";
import { namesFor } from "../../names.ts";
import { writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = {
  brand: string;
  customers?: string;
  purchases?: string;
  format?: Format;
  restart?: boolean;
  stage: string;
  table?: string;
  nameKeySecret?: string;
};
type Kind = "customers" | "purchases";
type Input = { kind: Kind; file: string; format: Format; bytes: number; digest: string };

const WRONG_USE = 2;

/**
 * `shopkeeper import`: customers and purchases from CSV or JSON lines into the customers table. Goes on where it was
 * stopped, and again changes nothing. Lines that cannot be read go to FILE.rejects with their number and the reason.
 */
export function register(program: Command): void {
  program
    .command("import")
    .description(
      "Put customers and purchases (CSV or JSON lines, UTF-8) into the customers table; goes on, repeatable",
    )
    .argument("[purchases]", "file of purchases, as --purchases")
    .requiredOption(
      "--brand <file>",
      "the brand file; account.import names columns, date format, decimal sign",
    )
    .option("--customers <file>", "id, name, city?, since?")
    .option(
      "--purchases <file>",
      "id?, customer, date, product, category?, store?, amount or amountMinor, currency?; a return has a negative amount",
    )
    .addOption(
      new Option("--format <format>", "of the files, where their names do not say").choices(["csv", "jsonl"]),
    )
    .option("--restart", "begin at the front, also where an earlier run was stopped")
    .option("--stage <name>", "stage whose table it goes to", "dev")
    .option("--table <name>", "name of the customers table, if not the stage's")
    .option("--name-key-secret <name>", "secret of the blind index, if not the stage's")
    .action(importFiles);
}

async function importFiles(given: string | undefined, options: Options): Promise<void> {
  const purchases = given ?? options.purchases;
  const files: readonly (readonly [Kind, string | undefined])[] = [
    ["customers", options.customers],
    ["purchases", purchases],
  ];
  if (given !== undefined && options.purchases !== undefined)
    return wrongUse("two files of purchases are named");
  if (files.every(([, file]) => file === undefined))
    return wrongUse("name a file of purchases, or --customers");
  const brand = readBrand("import", options.brand);
  if (brand === undefined) return;
  const inputs = await inspected(files, options.format, brand.account.import ?? defaultLayout);
  if (inputs === undefined) return;
  try {
    await load(brand, inputs, options);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    process.stderr.write(`import: ${error.message}. Nothing is lost: run the same again, and it goes on.\n`);
    process.exitCode = 1;
  }
}

function wrongUse(problem: string): void {
  process.stderr.write(`import: ${problem} (try --help)\n`);
  process.exitCode = WRONG_USE;
}

/** All files before any is written: a bad second one costs no half of a load. */
async function inspected(
  files: readonly (readonly [Kind, string | undefined])[],
  format: Format | undefined,
  layout: ImportLayout,
): Promise<Input[] | undefined> {
  const inputs: Input[] = [];
  for (const [kind, file] of files) {
    if (file === undefined) continue;
    const byName = { ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl" } as const;
    const known =
      format ?? Object.entries(byName).find(([end]) => end === path.extname(file).toLowerCase())?.[1];
    if (known === undefined) {
      wrongUse(`${file}: is it csv or jsonl? Say it with --format`);
      return undefined;
    }
    try {
      const { digest, bytes } = await inspectFile(file);
      await checkHeader(file, known, layout.delimiter, neededColumns[kind](layout));
      inputs.push({ kind, file, format: known, digest, bytes });
    } catch (error) {
      return unusable(file, error);
    }
  }
  return inputs;
}

function unusable(file: string, error: unknown): undefined {
  if (!(error instanceof UnusableFile)) throw error;
  process.stderr.write(`import: ${file}: ${error.message}\n`);
  process.exitCode = 1;
}

async function load(brand: BrandFile, inputs: readonly Input[], options: Options): Promise<void> {
  const began = performance.now();
  const { account } = brand;
  const names = namesFor(options.stage);
  const table = options.table ?? names.customersTable;
  const records = await customerHistory(table, options.nameKeySecret ?? names.nameKeySecret)();
  const standing = await records.stateCurrency(brand.brand, account.currency);
  if (standing !== account.currency) {
    process.stderr.write(
      `import: the table holds ${brand.brand} in ${standing}, the brand file says ${account.currency}; one brand has one currency.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const layout = account.import ?? defaultLayout;
  const now = new Date();
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: account.timeZone }).format(now);
  const of = createHash("sha256")
    .update(JSON.stringify([table, brand.brand, layout, inputs.map(({ kind, digest }) => [kind, digest])]))
    .digest("base64url")
    .slice(0, 22);
  if (options.restart === true) for (const { file } of inputs) removeCheckpoint(file);
  const target = records.load(brand.brand, of, now.toISOString());

  const sum = { written: 0, alreadyThere: 0, rejected: 0, rows: 0 };
  for (const { kind, file, format, bytes } of inputs) {
    const about = { what: kind, file, format, bytes, of, delimiter: layout.delimiter };
    const done =
      kind === "customers"
        ? await takeIn({ ...about, read: customerReader(layout, today), put: target.putCustomers })
        : await takeIn({ ...about, read: purchaseReader(layout, brand, today), put: target.putPurchases });
    for (const what of ["written", "alreadyThere", "rejected", "rows"] as const) sum[what] += done[what];
    if (done.rejected > 0)
      process.stderr.write(`import: left out ${done.rejected} lines, see ${rejectsFile(file)}\n`);
  }
  const { settled, unknown } = await target.settle(settledProgress());
  for (const { file } of inputs) removeCheckpoint(file);

  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(
    `import: ${sum.written} lines written, ${sum.alreadyThere} already there, ${sum.rejected} left out; ${settled} customers settled in ${seconds.toFixed(1)} s, ${Math.round(sum.rows / seconds)} lines a second.\n`,
  );
  if (unknown > 0)
    process.stderr.write(
      `import: ${unknown} customers of these purchases are not known yet: nobody is found by name before --customers brings them.\n`,
    );
  const { rows: _, ...counts } = sum;
  await writeJsonLine({ ...counts, customers: settled, unknownCustomers: unknown });
  if (sum.rejected > 0) process.exitCode = 1;
}

const TOLD_EVERY = 10_000;

/** How many there are is not known before the end. */
function settledProgress(): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done - told < TOLD_EVERY) return;
    told = done;
    process.stderr.write(`import: ${done} customers settled\n`);
  };
}
