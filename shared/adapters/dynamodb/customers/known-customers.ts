import * as z from "zod";
import { AuthorId, CustomerId } from "../../../complaint/ids.ts";
import { Customer, Purchase } from "../../../complaint/relationship.ts";
import { RunningFigures } from "../../../complaint/running-figures.ts";
import type { CustomerRecords, PurchaseHistory } from "../../../ports/purchase-history.ts";
import { dynamoTable, type Table } from "../table.ts";
import { plainKeys as keys, PURCHASE } from "./customer-keys.ts";

const Link = z.object({ author: AuthorId, customer: CustomerId, confirmedBy: z.string(), at: z.string() });

/** Customers by their id, and the links that a customer or a colleague has confirmed. Needs no secret. */
export function knownCustomers(
  table: Table,
): Omit<PurchaseHistory, "customersByNameKeys" | "population"> &
  Pick<CustomerRecords, "confirmLink" | "undoLink"> {
  return {
    async customer(brand, id) {
      return Customer.optional().parse((await table.get(keys.customer(brand, id)))?.["body"]);
    },
    async purchasesOf(brand, id) {
      const rows = await table.all(keys.partition(brand, id), PURCHASE);
      return rows.map((row) => Purchase.parse(row["body"]));
    },
    async figuresOf(brand, id) {
      return RunningFigures.optional().parse((await table.get(keys.figures(brand, id)))?.["body"]);
    },
    async confirmedLink(brand, author) {
      return Link.optional().parse((await table.get(keys.link(brand, author)))?.["body"]);
    },
    async confirmLink(brand, link) {
      await table.put({ ...keys.link(brand, link.author), body: link });
    },
    async undoLink(brand, author) {
      await table.transact([{ delete: keys.link(brand, author) }]);
    },
  };
}

/** @param tableName the customers table's name in the account */
export const knownCustomersIn = (tableName: string) => knownCustomers(dynamoTable(tableName));
