import type { Command } from "commander";
import { customerHistory } from "../../../shared/adapters/customer-history.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import type { Row } from "../../../shared/adapters/dynamodb/table.ts";
import { personOf, storedOf } from "../../person/stored-of.ts";
import { writeJsonLine } from "../jsonl.ts";
import { type PersonOptions, personOptions, readPerson } from "../read-person.ts";

/** `shopkeeper export`: everything that both tables hold of a customer or an account, a line each. */
export function register(program: Command): void {
  personOptions(
    program.command("export").description("Write everything that is stored of a customer or an account"),
  ).action(async (options: PersonOptions) => {
    const asked = readPerson("export", options);
    if (asked === undefined) return;
    const history = await customerHistory(asked.tables.customers, asked.nameKeySecret)();
    const person = await personOf(asked.person, history);
    const { care, customers } = await storedOf(person, asked.tables);
    // Rows filed by name hold nothing that the customer's own item does not.
    for (const row of customers.filter(({ nk }) => nk === undefined)) await write("customers", row);
    const { mentions } = careStores(asked.tables.care);
    for (const id of care.mentions) {
      await writeJsonLine({
        table: "care",
        kind: "mention",
        mention: await mentions.get(asked.person.brand, id),
        assessment: await mentions.assessmentOf(asked.person.brand, id),
      });
    }
    for (const row of [...[...care.cases.values()].flat(), ...care.others]) await write("care", row);
  });
}

async function write(table: "care" | "customers", row: Row): Promise<void> {
  const { pk, sk, body, dueKey: _due, queueKey: _queue, queueSort: _sort, wakeEvent: _wake, ...rest } = row;
  await writeJsonLine({ table, key: [pk, sk], ...(body === undefined ? {} : { body }), ...rest });
}
