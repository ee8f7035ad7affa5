import { createHmac } from "node:crypto";
import * as z from "zod";
import { AuthorId, type BrandId, CustomerId } from "../../complaint/ids.ts";
import { Customer, Purchase } from "../../complaint/relationship.ts";
import type { CustomerRecords, PurchaseHistory } from "../../ports/purchase-history.ts";
import type { Table } from "./table.ts";

const PER_KEY = 50;
const Link = z.object({ author: AuthorId, customer: CustomerId, confirmedBy: z.string(), at: z.string() });

/**
 * Customers and purchases in the customers table. Names are never keys: a name key is an HMAC of the folded name,
 * so that the key space tells nobody who buys here.
 *
 * @param nameKey secret for the blind index; changing it means importing again
 */
export function customerStores(table: Table, nameKey: string): PurchaseHistory & CustomerRecords {
  const blind = (brand: BrandId, what: string, name: string): string =>
    `${brand}#${what}#${createHmac("sha256", nameKey).update(`${what}:${name}`).digest("base64url").slice(0, 27)}`;
  const customerKey = (brand: BrandId, id: CustomerId) => ({ pk: `${brand}#customer#${id}`, sk: "customer" });
  const linkKey = (brand: BrandId, author: AuthorId) => ({ pk: `${brand}#link#${author}`, sk: "link" });
  const countKey = (brand: BrandId, part?: string) => ({
    pk: part === undefined ? `${brand}#population` : blind(brand, "part", part),
    sk: "count",
  });
  const count = async (key: { pk: string; sk: string }): Promise<number> =>
    Number((await table.get(key))?.["count"] ?? 0);
  const one = async (brand: BrandId, id: CustomerId): Promise<Customer | undefined> => {
    const row = await table.get(customerKey(brand, id));
    return row === undefined ? undefined : Customer.parse(row["body"]);
  };
  return {
    customer: one,
    async customersByNameKeys(brand, nameKeys) {
      const pages = await Promise.all(
        nameKeys.slice(0, 3).map((key) =>
          table.page({
            key: { expression: "pk = :pk", values: { ":pk": blind(brand, "name", key) } },
            limit: PER_KEY,
          }),
        ),
      );
      const ids = new Set(pages.flatMap((page) => page.rows.map((row) => row.sk)));
      const found = await Promise.all([...ids].map((id) => one(brand, CustomerId.parse(id))));
      return found.filter((customer) => customer !== undefined);
    },
    async purchasesOf(brand, customer) {
      const rows = await table.all(`${brand}#customer#${customer}`, "purchase#");
      return rows.map((row) => Purchase.parse(row["body"]));
    },
    async confirmedLink(brand, author) {
      const row = await table.get(linkKey(brand, author));
      return row === undefined ? undefined : Link.parse(row["body"]);
    },
    async population(brand, nameParts) {
      const counts = await Promise.all(
        nameParts.map(async (part) => [part, await count(countKey(brand, part))] as const),
      );
      return { customers: await count(countKey(brand)), carrying: new Map(counts) };
    },
    async putCustomer(brand, customer, nameKeys, nameParts) {
      const known = (await one(brand, customer.id)) !== undefined;
      await table.put({ ...customerKey(brand, customer.id), body: customer });
      for (const key of nameKeys) await table.put({ pk: blind(brand, "name", key), sk: customer.id });
      // Counted once, at the first sight of the customer, so that importing again changes nothing.
      if (known) return;
      for (const key of [countKey(brand), ...nameParts.map((part) => countKey(brand, part))])
        await table.update(key, {
          expression: "ADD #count :one",
          names: { "#count": "count" },
          values: { ":one": 1 },
        });
    },
    async putPurchases(brand, purchases) {
      for (const purchase of purchases)
        await table.put({
          pk: `${brand}#customer#${purchase.customer}`,
          sk: `purchase#${purchase.date}#${purchase.id}`,
          body: purchase,
        });
    },
    async confirmLink(brand, link) {
      await table.put({ ...linkKey(brand, link.author), body: link });
    },
    async undoLink(brand, author) {
      await table.transact([{ delete: linkKey(brand, author) }]);
    },
  };
}
