import { type Command, InvalidArgumentError, Option } from "commander";
import { readCaseFile } from "../../../shared/adapters/dynamodb/case-rows.ts";
import { eachRow } from "../../../shared/adapters/dynamodb/each-row.ts";
import type { Row } from "../../../shared/adapters/dynamodb/table.ts";
import { budgetPeriods } from "../../../shared/complaint/budget.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import { gapRows } from "../../../shared/complaint/gap-report.ts";
import type { Lang } from "../../../shared/complaint/ids.ts";
import { sayGap, sayNoGap } from "../../../shared/language/gap-phrases.ts";
import { namesFor } from "../../names.ts";
import { writeJsonLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = {
  brand: string;
  month?: string;
  lang: Lang;
  json?: boolean;
  stage: string;
  careTable?: string;
};

/**
 * `shopkeeper gaps`: where the mandate was too small, by what managers then signed. Reads the care table from end to
 * end with the rights of who runs it; no function may.
 */
export function register(program: Command): void {
  program
    .command("gaps")
    .description("Where the mandate was too small: escalations in which a manager gave more, added up")
    .requiredOption("--brand <file>", "the brand file")
    .option("--month <month>", "YYYY-MM in the brand's time zone (default: this month)", isoMonth)
    .addOption(new Option("--lang <lang>", "language of the words").choices(["en", "fi", "sv"]).default("en"))
    .option("--json", "a JSON line for each limit instead of words; amounts in minor units")
    .option("--stage <name>", "stage whose table it is", "dev")
    .option("--care-table <name>", "name of the care table, if not the stage's")
    .action(async (options: Options) => {
      const file = readBrand("gaps", options.brand);
      if (file === undefined) return;
      const { timeZone } = file.account;
      const month = options.month ?? budgetPeriods(new Date().toISOString(), timeZone).month;
      const table = options.careTable ?? namesFor(options.stage).careTable;
      const rows = gapRows(await escalatedCases(table, file.brand), month, timeZone);
      if (options.json === true) for (const row of rows) await writeJsonLine({ month, ...row });
      else {
        const lines = rows.map((row) => sayGap(row, month, options.lang));
        if (lines.length === 0) lines.push(sayNoGap(month, options.lang));
        process.stdout.write(`${lines.join("\n")}\n`);
      }
    });
}

function isoMonth(value: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new InvalidArgumentError("a month is YYYY-MM");
  return value;
}

/** What a report needs of a case; texts, drafts and messages are read over. */
const NEEDED = /^(case$|grant#|audit#)/;

async function escalatedCases(table: string, brand: string): Promise<readonly CaseFile[]> {
  const cases = new Map<string, Row[]>();
  for await (const row of eachRow(table, brand)) {
    if (!row.pk.startsWith(`${brand}#case#`) || !NEEDED.test(row.sk)) continue;
    const rows = cases.get(row.pk);
    if (rows) rows.push(row);
    else cases.set(row.pk, [row]);
  }
  // As one query reads them: the audit in the order in which it was written.
  const inOrder = (rows: readonly Row[]) => rows.toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  return [...cases.values()].map((rows) => readCaseFile(inOrder(rows))).filter((file) => file !== undefined);
}
