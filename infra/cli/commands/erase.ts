import type { Command } from "commander";
import { customerHistory } from "../../../shared/adapters/customer-history.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { eraseFromCare } from "../../person/erase-care.ts";
import { personOf, type Stored, storedOf } from "../../person/stored-of.ts";
import { underWay } from "../../person/under-way.ts";
import { writeJsonLine } from "../jsonl.ts";
import { type PersonOptions, personOptions, readPerson } from "../read-person.ts";

type Options = PersonOptions & { dryRun?: boolean };

/**
 * `shopkeeper erase`: takes a customer or an account out of both tables. An account's posts become what a deletion on
 * the platform leaves, its cases go; a customer's cases stay and no longer say whose purchases they were.
 * Read back afterwards: exit 1 if anything is left.
 */
export function register(program: Command): void {
  personOptions(
    program
      .command("erase")
      .description("Take a customer or an account out of both tables; repeatable")
      .option("--dry-run", "say what would go, and change nothing"),
  ).action(async (options: Options) => {
    const asked = readPerson("erase", options);
    if (asked === undefined) return;
    const history = await customerHistory(asked.tables.customers, asked.nameKeySecret)();
    const person = await personOf(asked.person, history);
    const stored = await storedOf(person, asked.tables);
    const moving = underWay(stored.care.cases);
    if (moving.length > 0) {
      process.stderr.write(
        `erase: in ${moving.join(", ")} an answer is on its way or something is still owed; settle or withdraw it first, or the person would not get it.\n`,
      );
      process.exitCode = 1;
      return;
    }
    if (options.dryRun !== true) {
      const table = dynamoTable(asked.tables.care);
      const { mentions } = careStores(asked.tables.care);
      await eraseFromCare(person, stored.care, { table, mentions, now: new Date().toISOString() });
      if (person.kind === "author") await history.undoLink(person.brand, person.id);
      else {
        const links = dynamoTable(asked.tables.customers);
        for (const { pk } of stored.customers.filter((row) => row.sk === "link"))
          await links.transact([{ delete: { pk, sk: "link" } }]);
        await history.eraseCustomer(person.brand, person.id);
      }
      const left = rowsOf(await storedOf(person, asked.tables));
      if (left > 0) {
        process.stderr.write(`erase: ${left} items are left or came in meanwhile; run it again.\n`);
        process.exitCode = 1;
      }
    }
    await writeJsonLine({
      erased: options.dryRun !== true,
      customers: stored.customers.length,
      care: rowsOf(stored) - stored.customers.length,
      cases: stored.care.cases.size,
      mentions: stored.care.mentions.length,
    });
  });
}

const rowsOf = ({ customers, care }: Stored): number =>
  customers.length +
  care.others.length +
  care.mentions.length +
  [...care.cases.values()].reduce((sum, rows) => sum + rows.length, 0);
