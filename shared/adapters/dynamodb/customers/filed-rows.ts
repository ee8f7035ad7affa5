import * as z from "zod";
import { filingKeys } from "../../../complaint/blocking.ts";
import type { BrandId } from "../../../complaint/ids.ts";
import { type FiledCustomer, factsOf, type PurchaseFacts } from "../../../complaint/purchase-facts.ts";
import { Customer, type Purchase } from "../../../complaint/relationship.ts";
import type { Row } from "../table.ts";
import type { CustomerKeys } from "./customer-keys.ts";
import { packFacts, unpackFacts, type Vocabulary } from "./packed-facts.ts";

/** What a match reads of one row, keys and names of attributes counted. */
export const ROW_BYTES = 160;
/** All rows of a customer are written in one transaction of at most a hundred, beside figures, sample and counts. */
const MOST_ROWS = 84;
/** Facts of the busiest customer; sixteen would not fit the half byte that numbers them. */
const MOST_ROWS_A_KEY = 6;
/** A row holds at least this much, however long the ids are. */
const LEAST_BYTES = 24;
/** Longer names and towns are slogans. */
const NAME_LETTERS = 48;
const CITY_LETTERS = 24;

/**
 * The rows under which a customer is found by name: for each filing key the same facts, parted into rows of at most
 * 160 bytes. The index of names sorts them by the day of the last purchase, so that the newest customers of a common
 * name come first. None for a customer without a name.
 */
export function filedRows(
  brand: BrandId,
  customer: Customer,
  purchases: readonly Purchase[],
  keys: CustomerKeys,
): Row[] {
  const names = filingKeys(customer.name ?? "").slice(0, MOST_ROWS);
  if (names.length === 0) return [];
  const facts = factsOf(purchases);
  const name = shortened(customer.name ?? "", NAME_LETTERS);
  const city = customer.city === undefined ? undefined : shortened(customer.city, CITY_LETTERS);
  const parts = packedParts(brand, customer, facts, { name, city }, names.length, keys);
  const day = sortDay(facts.recent[0]?.date ?? customer.since);
  return names.flatMap((key, at) =>
    parts.map((part, of) => ({
      ...keys.filed(brand, customer.id, at * parts.length + of),
      nk: keys.name(brand, key),
      ns: day,
      d: part,
      ...(of === 0 ? { n: name, ...(city === undefined ? {} : { c: city }) } : {}),
    })),
  );
}

const shortened = (text: string, letters: number): string => [...text].slice(0, letters).join("");

/** Sorts as the days do; somebody who never bought comes last. */
export const sortDay = (date: string | undefined): string =>
  (date === undefined ? 0 : Math.max(0, Math.floor(Date.parse(date) / 86_400_000)))
    .toString(36)
    .padStart(4, "0");

/** Each part begins with its place and, in the first, how many there are: one half byte each. */
function packedParts(
  brand: BrandId,
  customer: Customer,
  facts: PurchaseFacts,
  words: { readonly name: string; readonly city: string | undefined },
  names: number,
  keys: CustomerKeys,
): Buffer[] {
  const { pk, sk } = keys.filed(brand, customer.id, MOST_ROWS);
  const ofKeys = ["pk", pk, "sk", sk, "nk", keys.name(brand, ""), "ns", "0000", "d"].join("");
  const room = (ofWords: number) =>
    Math.max(LEAST_BYTES, ROW_BYTES - Buffer.byteLength(ofKeys) - ofWords) - 1;
  const bytesOf = (attribute: string | undefined) =>
    attribute === undefined ? 0 : 1 + Buffer.byteLength(attribute);
  const inFirst = room(bytesOf(words.name) + bytesOf(words.city));
  const inNext = room(0);
  const most = Math.min(MOST_ROWS_A_KEY, Math.floor(MOST_ROWS / names));
  const packed = packFacts(facts, customer.since, inFirst + (most - 1) * inNext);
  const parts = [packed.subarray(0, inFirst)];
  for (let at = inFirst; at < packed.length; at += inNext) parts.push(packed.subarray(at, at + inNext));
  return parts.map((part, at) => Buffer.concat([Buffer.of(at * 16 + parts.length), part]));
}

const Filed = z.object({
  pk: z.string(),
  d: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)),
  n: z.string().optional(),
  c: z.string().optional(),
});

/**
 * The customers in rows of the index of names, as several queries give them: twice, in any order within a day. One of
 * whom a row is missing, because the query was cut there, is left out.
 */
export function readFiled(
  brand: BrandId,
  pages: readonly (readonly Row[])[],
  word: Vocabulary,
): FiledCustomer[] {
  const found = new Map<string, FiledCustomer>();
  for (const page of pages) {
    const inPage = new Map<string, z.infer<typeof Filed>[]>();
    for (const row of page.map((each) => Filed.parse(each)))
      inPage.set(row.pk, [...(inPage.get(row.pk) ?? []), row]);
    for (const [pk, rows] of inPage) {
      if (found.has(pk)) continue;
      const parts = rows.toSorted((a, b) => a.d.readUInt8(0) - b.d.readUInt8(0));
      const [first] = parts;
      if (first === undefined || parts.length !== first.d.readUInt8(0) % 16) continue;
      const { facts, since } = unpackFacts(Buffer.concat(parts.map(({ d }) => d.subarray(1))), word);
      const customer = Customer.parse({
        id: pk.slice(`${brand}#c#`.length),
        ...(first.n === undefined ? {} : { name: first.n }),
        ...(first.c === undefined ? {} : { city: first.c }),
        ...(since === undefined ? {} : { since }),
      });
      found.set(pk, { customer, facts });
    }
  }
  return [...found.values()];
}
