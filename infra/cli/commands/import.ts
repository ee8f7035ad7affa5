import type { Command } from "commander";
import type * as z from "zod";
import { customerHistory } from "../../../shared/adapters/customer-history.ts";
import { filingKeys } from "../../../shared/complaint/blocking.ts";
import { nameTokens } from "../../../shared/complaint/names.ts";
import { Customer, Purchase } from "../../../shared/complaint/relationship.ts";
import { namesFor } from "../../names.ts";
import { inputFrom, readJsonLines } from "../jsonl.ts";
import { readBrand } from "../read-brand.ts";

type Options = {
  brand: string;
  customers?: string;
  purchases?: string;
  stage: string;
  table?: string;
  nameKeySecret?: string;
};

/**
 * `shopkeeper import`: customers and purchases from JSONL into the customers table. Importing again writes the same
 * items again and changes nothing. A line that cannot be read is named on standard error and left out.
 */
export function register(program: Command): void {
  program
    .command("import")
    .description("Put customers and purchases (JSONL) into the customers table; repeatable")
    .requiredOption("--brand <file>", "the brand file")
    .option("--customers <file>", 'lines of {"id","name","city"?,"since"?}')
    .option(
      "--purchases <file>",
      'lines of {"id","customer","date","product","category","store"?,"amountMinor","currency"}',
    )
    .option("--stage <name>", "stage whose table it goes to", "dev")
    .option("--table <name>", "name of the customers table, if not the stage's")
    .option("--name-key-secret <name>", "secret of the blind index, if not the stage's")
    .action(async (options: Options) => {
      const brand = readBrand("import", options.brand);
      if (brand === undefined) return;
      const names = namesFor(options.stage);
      const history = customerHistory(
        options.table ?? names.customersTable,
        options.nameKeySecret ?? names.nameKeySecret,
      );
      const records = await history();
      const customers = await each(options.customers, Customer, async (customer) => {
        const name = customer.name ?? "";
        await records.putCustomer(brand.brand, customer, filingKeys(name), [...new Set(nameTokens(name))]);
      });
      const purchases = await each(options.purchases, Purchase, async (purchase) => {
        if (purchase.currency !== brand.account.currency)
          throw new WrongCurrency(
            `the currency is ${purchase.currency}, the brand's is ${brand.account.currency}`,
          );
        await records.putPurchases(brand.brand, [purchase]);
      });
      process.stderr.write(
        `Imported ${customers.done} customers and ${purchases.done} purchases; left out ${customers.left + purchases.left} lines.\n`,
      );
      if (customers.left + purchases.left > 0) process.exitCode = 1;
    });
}

async function each<S extends z.ZodType>(
  file: string | undefined,
  schema: S,
  put: (row: z.output<S>) => Promise<void>,
) {
  const count = { done: 0, left: 0 };
  if (file === undefined) return count;
  for await (const read of readJsonLines(inputFrom(file), schema)) {
    const problem = read.ok ? await problemOf(put(read.row)) : read.problem;
    if (problem === undefined) count.done += 1;
    else {
      count.left += 1;
      process.stderr.write(`${file}:${read.line} ${problem}\n`);
    }
    if (count.done > 0 && count.done % 1000 === 0) process.stderr.write(`${file}: ${count.done} lines\n`);
  }
  return count;
}

/** A row that cannot be put costs itself, and not the rest. A table that cannot be reached costs the run. */
async function problemOf(putting: Promise<void>): Promise<string | undefined> {
  try {
    await putting;
    return undefined;
  } catch (error) {
    if (error instanceof WrongCurrency) return error.message;
    throw error;
  }
}

class WrongCurrency extends Error {}
