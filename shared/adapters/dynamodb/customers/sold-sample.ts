import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import * as z from "zod";
import type { BrandId, CustomerId } from "../../../complaint/ids.ts";
import { factsOf, type PurchaseFacts } from "../../../complaint/purchase-facts.ts";
import type { Customer, Purchase } from "../../../complaint/relationship.ts";
import { countSold, dayOf, SoldCounts } from "../../../complaint/sold-counts.ts";
import type { Row, Table } from "../table.ts";
import type { CustomerKeys } from "./customer-keys.ts";
import { sortDay } from "./filed-rows.ts";
import { packFacts, unpackFacts, type Vocabulary, vocabularyOf } from "./packed-facts.ts";

/** Enough for shares of one in a hundred to be right within a fifth or so; a register of a million is not read whole. */
const SAMPLE = 4_000;
/** At the highest one customer in four thousand: with a few million of them a sample is still a thousand. */
const HIGHEST_LEVEL = 12;
/** One write unit for each, also for who buys lunch every day. */
const ROW_BYTES = 900;
const MOST = { recent: 80, older: 60 };
const ROWS_A_PAGE = 1_000;
/** Days that hold every recent purchase of who bought last on the day of the count. */
const DAYS = 119;
/** A match has a unit and a half for it; least of all goes what sells least. */
const COUNTS_BYTES = 12_000;

/**
 * Each level holds half as many customers as the one below, whatever their ids look like, so that all levels from one
 * upwards are a fair sample of any size.
 */
function levelOf(id: CustomerId): number {
  const bits = createHash("sha256").update(id).digest().readUInt32BE(0);
  return Math.min(HIGHEST_LEVEL, Math.clz32(bits));
}

/** The row by which a customer is counted among all who buy: what was bought, without a name. */
export function sampleRow(
  brand: BrandId,
  { id }: Customer,
  purchases: readonly Purchase[],
  keys: CustomerKeys,
): Row {
  const facts = factsOf(purchases, MOST);
  return {
    ...keys.sampled(brand, id),
    nk: keys.sample(brand, levelOf(id)),
    ns: sortDay(facts.recent[0]?.date),
    d: packFacts(facts, undefined, ROW_BYTES),
  };
}

const Sampled = z.object({ d: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)) });
/** Goods stay codes: what the brand sells is asked when the counts are read. */
const codes = vocabularyOf([]);

async function readSample(table: Table, keys: CustomerKeys, brand: BrandId): Promise<PurchaseFacts[]> {
  const sample: PurchaseFacts[] = [];
  for (let level = HIGHEST_LEVEL; level >= 0 && sample.length < SAMPLE; level--) {
    const key = { expression: "nk = :nk", values: { ":nk": keys.sample(brand, level) } };
    let from: string | undefined;
    do {
      const page = await table.page({ index: "names", key, limit: ROWS_A_PAGE, from });
      for (const row of page.rows) sample.push(unpackFacts(Sampled.parse(row).d, codes).facts);
      from = page.next;
    } while (from !== undefined);
  }
  return sample;
}

/**
 * Counts anew what is sold when, over some thousands of customers.
 *
 * @param on the day of the count, an ISO date
 */
export async function countSample(
  table: Table,
  keys: CustomerKeys,
  brand: BrandId,
  on: string,
): Promise<void> {
  const counts = countSold(await readSample(table, keys, brand), { lastDay: dayOf(on), days: DAYS });
  await table.put({ ...keys.sold(brand), d: packCounts(counts) });
  await table.put({ ...keys.soldOn(brand), on });
}

/** Counts as few bytes: without what sells least, until the rest fits. */
export function packCounts(counts: SoldCounts): Buffer {
  const products = Object.entries(counts.products);
  for (let kept = products.length; ; kept = Math.floor(kept * 0.8)) {
    const json = JSON.stringify({ ...counts, products: Object.fromEntries(products.slice(0, kept)) });
    const packed = brotliCompressSync(json);
    if (packed.length <= COUNTS_BYTES || kept === 0) return packed;
  }
}

/** @param word the brand's words by their codes; what the brand does not sell stays a code */
export function unpackCounts(packed: Uint8Array, word: Vocabulary): SoldCounts {
  const counts = SoldCounts.parse(JSON.parse(brotliDecompressSync(packed).toString("utf8")));
  const named = <Of>(sold: Record<string, Of>): Record<string, Of> =>
    Object.fromEntries(Object.entries(sold).map(([code, of]) => [word(code.slice(1)), of]));
  return {
    ...counts,
    products: named(counts.products),
    categories: named(counts.categories),
    stores: named(counts.stores),
  };
}
