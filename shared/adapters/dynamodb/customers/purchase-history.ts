import * as z from "zod";
import { AuthorId, CustomerId } from "../../../complaint/ids.ts";
import { Customer, Purchase } from "../../../complaint/relationship.ts";
import { RunningFigures } from "../../../complaint/running-figures.ts";
import {
  type CustomerRecords,
  MOST_COUNTED_WORDS,
  type PurchaseHistory,
} from "../../../ports/purchase-history.ts";
import type { Batches } from "../batches.ts";
import type { Table } from "../table.ts";
import { type CustomerKeys, PURCHASE } from "./customer-keys.ts";
import { readFiled } from "./filed-rows.ts";
import { vocabularyOf } from "./packed-facts.ts";

const MOST_NAME_KEYS = 3;
/** Rows of at most 160 bytes: no query takes more than 20 KB, two and a half read units. */
export const ROWS_A_KEY = 128;

const Link = z.object({ author: AuthorId, customer: CustomerId, confirmedBy: z.string(), at: z.string() });

/**
 * Reads customers and what they bought. What one match costs at most: three queries of 2.5 units, seven counts of half
 * a unit, and one for the confirmed link, which a colleague may have given a second ago.
 */
export function purchaseHistory(
  table: Table,
  batches: Batches,
  keys: CustomerKeys,
): PurchaseHistory & Pick<CustomerRecords, "confirmLink" | "undoLink"> {
  return {
    async customersByNameKeys(brand, nameKeys, sold) {
      const pages = await Promise.all(
        nameKeys.slice(0, MOST_NAME_KEYS).map((key) =>
          table.page({
            index: "names",
            key: { expression: "nk = :nk", values: { ":nk": keys.name(brand, key) } },
            limit: ROWS_A_KEY,
            backwards: true,
          }),
        ),
      );
      return readFiled(
        brand,
        pages.map(({ rows }) => rows),
        vocabularyOf(sold),
      );
    },
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
    async population(brand, words) {
      const counted = [...new Set(words)].slice(0, MOST_COUNTED_WORDS);
      const places = new Map(counted.map((word) => [word, keys.wordCount(brand, word).pk]));
      const whole = keys.population(brand);
      const rows = await batches.get([whole, ...counted.map((word) => keys.wordCount(brand, word))]);
      const counts = new Map(rows.map((row) => [row.pk, z.int().parse(row["count"])]));
      return {
        customers: counts.get(whole.pk) ?? 0,
        carrying: new Map(counted.map((word) => [word, counts.get(places.get(word) ?? "") ?? 0])),
      };
    },
    async confirmLink(brand, link) {
      await table.put({ ...keys.link(brand, link.author), body: link });
    },
    async undoLink(brand, author) {
      await table.transact([{ delete: keys.link(brand, author) }]);
    },
  };
}
