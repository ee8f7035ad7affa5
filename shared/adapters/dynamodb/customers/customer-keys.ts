import { createHmac } from "node:crypto";
import type { AuthorId, BrandId, CustomerId } from "../../../complaint/ids.ts";
import type { Key } from "../table.ts";

/** Ninety-six bits: no two names of any register meet, and a query pays for fewer bytes. */
const BLIND_SIGNS = 16;
/** One partition takes a thousand writes a second; a big import asks for more. */
export const SHARDS = 16;

const partition = (brand: BrandId, id: CustomerId): string => `${brand}#c#${id}`;
export const PURCHASE = "purchase#";
/** Short: each row of the index of names carries it. */
export const FILED = "f#";

/**
 * Every key of the customers table that holds no name. All keys begin with the brand.
 * Access patterns with their cost: docs/decisions/0018-customers-table-at-scale.md.
 */
export const plainKeys = {
  partition,
  customer: (brand: BrandId, id: CustomerId): Key => ({ pk: partition(brand, id), sk: "customer" }),
  figures: (brand: BrandId, id: CustomerId): Key => ({ pk: partition(brand, id), sk: "figures" }),
  purchase: (brand: BrandId, id: CustomerId, purchase: string): Key => ({
    pk: partition(brand, id),
    sk: `${PURCHASE}${purchase}`,
  }),
  filed: (brand: BrandId, id: CustomerId, row: number): Key => ({
    pk: partition(brand, id),
    sk: `${FILED}${row.toString(36)}`,
  }),
  /** The row by which a customer is counted in a sample of all; no number of a filed row is as high. */
  sampled: (brand: BrandId, id: CustomerId): Key => ({ pk: partition(brand, id), sk: `${FILED}sample` }),
  /** Partition of the index of names that holds a part of the customers. */
  sample: (brand: BrandId, level: number): string => `${brand}#sample#${level}`,
  /** What was sold when, counted over a sample; and of which day that count is. */
  sold: (brand: BrandId): Key => ({ pk: `${brand}#sold`, sk: "counts" }),
  soldOn: (brand: BrandId): Key => ({ pk: `${brand}#sold`, sk: "counted-on" }),
  /** How many customers there are; the shards are counted, the whole is their sum. */
  population: (brand: BrandId): Key => ({ pk: `${brand}#population`, sk: "count" }),
  populationShard: (brand: BrandId, shard: number): Key => ({
    pk: `${brand}#population#${shard}`,
    sk: "count",
  }),
  unsettled: (brand: BrandId, shard: number): string => `${brand}#unsettled#${shard}`,
  currency: (brand: BrandId): Key => ({ pk: `${brand}#currency`, sk: "currency" }),
  link: (brand: BrandId, author: AuthorId): Key => ({ pk: `${brand}#link#${author}`, sk: "link" }),
};

/**
 * With the keys that a name makes: only ever as an HMAC.
 *
 * @param nameKey secret for the blind index; changing it means importing again
 */
export const customerKeys = (nameKey: string) => {
  const blind = (what: string, word: string): string =>
    createHmac("sha256", nameKey).update(`${what}:${word}`).digest("base64url").slice(0, BLIND_SIGNS);
  return {
    ...plainKeys,
    /** Partition of the index of names. */
    name: (brand: BrandId, key: string): string => `${brand}#${blind("name", key)}`,
    wordCount: (brand: BrandId, word: string): Key => ({
      pk: `${brand}#w#${blind("part", word)}`,
      sk: "count",
    }),
  };
};
export type CustomerKeys = ReturnType<typeof customerKeys>;
