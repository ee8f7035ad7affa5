import type { Command } from "commander";
import { AuthorId, type BrandId, CustomerId } from "../../shared/complaint/ids.ts";
import { namesFor } from "../names.ts";
import type { Asked, Tables } from "../person/stored-of.ts";
import { readBrand } from "./read-brand.ts";

export type PersonOptions = {
  brand: string;
  customer?: string;
  author?: string;
  stage: string;
  careTable?: string;
  customersTable?: string;
  nameKeySecret?: string;
};

const WRONG_USE = 2;

/** Who is meant, and in which tables. */
export const personOptions = (command: Command): Command =>
  command
    .requiredOption("--brand <file>", "the brand file")
    .option("--customer <id>", "a customer of the purchase history")
    .option("--author <id>", "an account, as facebook:<id> or x:<id>")
    .option("--stage <name>", "stage whose tables they are", "dev")
    .option("--care-table <name>", "name of the care table, if not the stage's")
    .option("--customers-table <name>", "name of the customers table, if not the stage's")
    .option("--name-key-secret <name>", "secret of the blind index, if not the stage's");

/** Undefined, with what is wrong told and the exit code set, where nobody can be told from the options. */
export function readPerson(
  command: string,
  options: PersonOptions,
): { person: Asked; tables: Tables; nameKeySecret: string } | undefined {
  const wrong = (problem: string) => {
    process.stderr.write(`${command}: ${problem} (try --help)\n`);
    process.exitCode = WRONG_USE;
    return undefined;
  };
  if ((options.customer === undefined) === (options.author === undefined))
    return wrong("name one person: --customer, or --author");
  const customer = CustomerId.optional().safeParse(options.customer);
  if (!customer.success) return wrong("that is no id of a customer");
  const author = AuthorId.optional().safeParse(options.author);
  if (!author.success) return wrong("an account is facebook:<id> or x:<id>");
  const brand = readBrand(command, options.brand)?.brand;
  if (brand === undefined) return undefined;
  const person = askedFor(brand, customer.data, author.data);
  if (person === undefined) return undefined;
  const names = namesFor(options.stage);
  return {
    person,
    tables: {
      care: options.careTable ?? names.careTable,
      customers: options.customersTable ?? names.customersTable,
    },
    nameKeySecret: options.nameKeySecret ?? names.nameKeySecret,
  };
}

function askedFor(brand: BrandId, customer?: CustomerId, author?: AuthorId): Asked | undefined {
  if (customer !== undefined) return { kind: "customer", brand, id: customer };
  return author === undefined ? undefined : { kind: "author", brand, id: author };
}
