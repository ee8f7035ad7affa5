import type { Command } from "commander";
import type * as z from "zod";
import { Customer, Purchase } from "../../../shared/complaint/relationship.ts";
import { inputFrom, readJsonLines, reportBadLine, writeJsonLine } from "../jsonl.ts";
import { brandOfPurchases } from "../match/brand-of-purchases.ts";
import { CustomerRow, matchRow, PostRow, PurchaseRow } from "../match/match-row.ts";
import { type Register, RegisterReader } from "../match/register.ts";
import { readBrand } from "../read-brand.ts";

type Files = { customers: string; purchases: string; posts: string; brand?: string };

/** `shopkeeper match`: who of the customers wrote each post, if that can be said. */
export function register(program: Command): void {
  program
    .command("match")
    .description("Find the customer who wrote each post, or the question that would tell (JSON lines out)")
    .requiredOption("--customers <file>", "JSON lines {id,name,city?,since?}")
    .requiredOption(
      "--purchases <file>",
      "JSON lines {customer,date,amountMinor,currency,product,category,store?}",
    )
    .requiredOption(
      "--posts <file>",
      "JSON lines {id,channel,author:{name?,handle?},text,lang?,postedAt}; - is standard input",
    )
    .option("--brand <file>", "brand file (default: what the purchases name)")
    .action(async (files: Files) => {
      const brand = files.brand === undefined ? undefined : readBrand("match", files.brand);
      if (files.brand !== undefined && brand === undefined) return;
      const reader = await readRegister(files);
      const playbook = brand?.playbook ?? brandOfPurchases(reader.purchases());
      const known: Register = reader.done();
      await eachRow("posts", files.posts, PostRow, async (row) => {
        await writeJsonLine(matchRow(row, playbook, known));
        return undefined;
      });
    });
}

async function readRegister({ customers, purchases }: Files): Promise<RegisterReader> {
  const reader = new RegisterReader();
  await eachRow("customers", customers, CustomerRow, (row) =>
    reader.addCustomer(Customer.parse(row)) ? undefined : "this id is there already",
  );
  await eachRow("purchases", purchases, PurchaseRow, (row, line) =>
    reader.addPurchase(Purchase.parse({ ...row, id: row.id ?? `line ${line}` }))
      ? undefined
      : "no customer has this id",
  );
  return reader;
}

/** Each row of a file; what is wrong with a line, or what the taker says of it, goes to standard error. */
async function eachRow<S extends z.ZodType>(
  what: string,
  file: string,
  schema: S,
  take: (row: z.output<S>, line: number) => string | undefined | Promise<string | undefined>,
): Promise<void> {
  try {
    for await (const line of readJsonLines(inputFrom(file), schema)) {
      const problem = line.ok ? await take(line.row, line.line) : line.problem;
      if (problem !== undefined) reportBadLine(`match ${what}`, line.line, problem);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "path" in error)) throw error;
    process.stderr.write(`match: cannot read ${what} from ${file} (${String(error.code)})\n`);
    process.exitCode = 1;
  }
}
