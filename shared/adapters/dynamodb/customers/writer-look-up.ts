import * as z from "zod";
import { MOST_COUNTED_WORDS, type PurchaseHistory } from "../../../ports/purchase-history.ts";
import type { Batches } from "../batches.ts";
import type { Table } from "../table.ts";
import type { CustomerKeys } from "./customer-keys.ts";
import { readFiled } from "./filed-rows.ts";
import { vocabularyOf } from "./packed-facts.ts";

const MOST_NAME_KEYS = 3;
/** Rows of at most 160 bytes: no query takes more than 20 KB, two and a half read units. */
const ROWS_A_KEY = 128;

/**
 * Who could have written. What one match costs at most: three queries of 2.5 units, seven counts of half a unit, and one
 * for the confirmed link.
 */
export function writerLookUp(
  table: Table,
  batches: Batches,
  keys: CustomerKeys,
): Pick<PurchaseHistory, "customersByNameKeys" | "population"> {
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
  };
}
