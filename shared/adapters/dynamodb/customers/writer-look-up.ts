import * as z from "zod";
import { MOST_COUNTED_WORDS, type PurchaseHistory } from "../../../ports/purchase-history.ts";
import type { Batches } from "../batches.ts";
import type { Table } from "../table.ts";
import type { CustomerKeys } from "./customer-keys.ts";
import { readFiled } from "./filed-rows.ts";
import { vocabularyOf } from "./packed-facts.ts";
import { unpackCounts } from "./sold-sample.ts";

const MOST_NAME_KEYS = 3;
/** Rows of at most 160 bytes: no query takes more than 16 KB, two read units. */
const ROWS_A_KEY = 102;

/**
 * Who could have written. What one match costs at most: three queries of two units, seven counts of half a unit, one and
 * a half for what is sold, and one for the confirmed link.
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
    async population(brand, words, sold) {
      const counted = [...new Set(words)].slice(0, MOST_COUNTED_WORDS);
      const places = new Map(counted.map((word) => [word, keys.wordCount(brand, word).pk]));
      const whole = keys.population(brand);
      const ofGoods = keys.sold(brand);
      const rows = await batches.get([whole, ofGoods, ...counted.map((word) => keys.wordCount(brand, word))]);
      const counts = new Map(rows.map((row) => [row.pk, z.int().optional().parse(row["count"])]));
      const packed = rows.find(({ pk }) => pk === ofGoods.pk)?.["d"];
      return {
        ...(packed === undefined
          ? {}
          : { sold: unpackCounts(z.instanceof(Uint8Array).parse(packed), vocabularyOf(sold)) }),
        customers: counts.get(whole.pk) ?? 0,
        carrying: new Map(counted.map((word) => [word, counts.get(places.get(word) ?? "") ?? 0])),
      };
    },
  };
}
