import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import * as z from "zod";
import { lifetimeStore } from "../../../shared/adapters/dynamodb/lifetime-store.ts";
import type { BrandId } from "../../../shared/complaint/ids.ts";
import { DAYS_PER_UNIT, type TimeUnit } from "../../../shared/complaint/lifetime/horizon.ts";
import type { FitDoubt, LifetimeFit } from "../../../shared/complaint/lifetime/lifetime-model.ts";
import { expectationOf } from "../../lifetime/expect.ts";
import { fitLifetime } from "../../lifetime/fit.ts";
import { type TransactionLog, transactionLog } from "../../lifetime/histories.ts";
import { dateOf, dayOf, readTransactions } from "../../lifetime/read-transactions.ts";
import { summarise } from "../../lifetime/summary.ts";
import { namesFor } from "../../names.ts";
import { inputFrom, reportBadLine } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = {
  transactions: string;
  unit: TimeUnit;
  until?: string;
  horizon?: number;
  out?: string;
  publish?: boolean;
  brand?: string;
  stage: string;
  table?: string;
};

const HORIZON_DAYS = 364;
const LINES_PER_WORD = 500_000;
/** Customers written at a time. */
const BATCH = 500;

const doubtsInWords: Readonly<Record<FitDoubt, string>> = {
  "few-repeaters": "fewer than 300 customers came back",
  "not-fitted": "nobody came back, or nobody who did spent anything",
  "not-converged": "the search for the likeliest parameters did not come to rest",
  "out-of-bounds": "a parameter ran out of sensible bounds: these customers do not buy as the models say",
  "endless-spend": "the mean spend of a stranger would be infinite",
};

/** `shopkeeper value`: what each customer is expected to buy, by BG/NBD and Gamma-Gamma fitted on all of them. */
export function register(program: Command): void {
  program
    .command("value")
    .description("Fit how customers buy (BG/NBD, Gamma-Gamma), and what each is expected to buy and spend")
    .requiredOption(
      "--transactions <file>",
      "CSV with the columns customer,date,amount; - for standard input",
    )
    .addOption(new Option("--unit <unit>", "unit of time").choices(["day", "week"]).default("week"))
    .option("--until <date>", "last day that is read, YYYY-MM-DD; without it the last in the file", isoDate)
    .option("--horizon <n>", "units of time to look ahead (default: 52 weeks)", positive)
    .option("--out <file>", "write the fitted model there")
    .option("--publish", "make it the model by which the brand's relationships are valued; needs --brand")
    .option("--brand <file>", "the brand file, for --publish")
    .option("--stage <name>", "stage whose table it is published to", "dev")
    .option("--table <name>", "name of the customers table, if not the stage's")
    .action(async (options: Options, command: Command) => {
      if (options.publish === true && options.brand === undefined)
        command.error("error: --publish needs --brand, the file of the brand whose customers these are");
      const brand = options.brand === undefined ? undefined : readBrand("value", options.brand);
      if (options.brand !== undefined && brand === undefined) return;
      const log = await read(options.transactions);
      const until = options.until === undefined ? log.lastDay : dayOf(options.until);
      // Without a single line any day will do: there is nobody to value.
      const fit = fitTo(log, until ?? 0, options.unit);
      if (options.out !== undefined) await writeFile(options.out, `${JSON.stringify(fit, null, 2)}\n`);
      if (options.publish === true && brand !== undefined) await publish(fit, brand.brand, options);
      const horizon = options.horizon ?? HORIZON_DAYS / DAYS_PER_UNIT[options.unit];
      await pipeline(Readable.from(written(log, until ?? 0, fit, horizon)), process.stdout, { end: false });
    });
}

const isoDate = (text: string): string => {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError("not a day written YYYY-MM-DD");
  return text;
};

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError("not a number above 0");
  return value;
};

async function read(file: string): Promise<TransactionLog> {
  const log = transactionLog();
  for await (const line of readTransactions(inputFrom(file))) {
    if (line.ok) log.add(line.transaction);
    else reportBadLine("value", line.line, line.problem);
    if (line.ok && log.rows % LINES_PER_WORD === 0) say(`${log.rows} transactions read`);
  }
  return log;
}

function fitTo(log: TransactionLog, until: number, unit: TimeUnit): LifetimeFit {
  const summary = summarise(log.histories(until));
  say(`${log.rows} transactions, ${summary.customers} customers, ${summary.repeaters} of them came back`);
  const fit = fitLifetime(summary, {
    unit,
    until: dateOf(until),
    fittedAt: new Date().toISOString(),
  });
  if (!fit.sane)
    say(
      `the fit is not used; the decay rule stands in: ${fit.doubts.map((doubt) => doubtsInWords[doubt]).join("; ")}`,
    );
  return fit;
}

/** A fit that is not to be used is not published: what stands in the table stays. */
async function publish(fit: LifetimeFit, brand: BrandId, options: Options): Promise<void> {
  if (!fit.sane) {
    say("nothing is published");
    process.exitCode = 1;
    return;
  }
  const table = options.table ?? namesFor(options.stage).customersTable;
  const version = await lifetimeStore(table).publish(brand, fit, fit.fittedAt);
  say(`published for "${brand}" as version ${version} in ${table}`);
}

const say = (words: string): void => {
  process.stderr.write(`value: ${words}\n`);
};

/** One JSON object, in pieces: a million customers are never in memory as text. */
function* written(log: TransactionLog, until: number, fit: LifetimeFit, horizon: number): Generator<string> {
  const { bgnbd, gammaGamma } = fit;
  yield `{"bgnbd":${JSON.stringify(bgnbd)},"gammaGamma":${JSON.stringify(gammaGamma)},`;
  if (!fit.sane) yield `"fallback":${JSON.stringify({ rule: "decay", doubts: fit.doubts })},`;
  yield `"customers":[`;
  let batch: string[] = [];
  let before = "\n";
  for (const history of log.histories(until)) {
    batch.push(JSON.stringify(expectationOf(history, fit, horizon)));
    if (batch.length < BATCH) continue;
    yield before + batch.join(",\n");
    before = ",\n";
    batch = [];
  }
  if (batch.length > 0) yield before + batch.join(",\n");
  yield `]}\n`;
}
