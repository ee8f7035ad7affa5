import { createHash } from "node:crypto";
import * as z from "zod";
import type { ImportLayout } from "../../shared/complaint/import-layout.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import { EqualLines } from "./equal-lines.ts";
import { readAmount, readMinor } from "./written-amount.ts";
import { readDate } from "./written-date.ts";

/** The fields of one line by the name of their column; an empty field is one that is not there. */
export type Fields = (column: string) => string | undefined;
type Read<T> = { readonly record: T } | { readonly problem: string };
export type ReadRecord<T> = (fields: Fields) => Read<T>;

const LONGEST_WORD = 120;
/** An id is a part of a key. */
const Id = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}]+$/u);
const Word = z
  .string()
  .max(LONGEST_WORD)
  .regex(/^[^\p{Cc}]+$/u);

/** Columns without which no line can be read: one of each group must be there. */
export const neededColumns = {
  customers: ({ customers: c }: ImportLayout) => [[c.id], [c.name]],
  purchases: ({ purchases: p }: ImportLayout) => [
    [p.customer],
    [p.date],
    [p.product],
    [p.amount, p.amountMinor],
  ],
} as const;

/** @param today ISO date in the brand's time zone */
export const customerReader =
  ({ customers: columns, date: format }: ImportLayout, today: string): ReadRecord<Customer> =>
  (fields) => {
    const since = optional(fields(columns.since), (text) => readDate(text, format, today));
    if (since !== undefined && "problem" in since) return { problem: `since: ${since.problem}` };
    const id = fields(columns.id);
    if (id === undefined) return { problem: "the customer has no id" };
    if (!Id.safeParse(id).success) return { problem: "the id is longer than 80 characters or not one line" };
    for (const column of [columns.name, columns.city]) {
      const word = fields(column);
      if (word !== undefined && !Word.safeParse(word).success) return { problem: tooLong(column) };
    }
    return {
      record: Customer.parse({
        id,
        name: fields(columns.name),
        city: fields(columns.city),
        since: since?.date,
      }),
    };
  };

/**
 * Lines of purchases in one currency. A line without an id gets one from its content and from how many equal lines came
 * before it, so that the same export again gives the same ids. Without a sort of goods it is looked up on the price list.
 */
export function purchaseReader(
  { purchases: columns, date: format, decimal }: ImportLayout,
  { account, playbook }: Pick<BrandFile, "account" | "playbook">,
  today: string,
): ReadRecord<Purchase> {
  const equal = new EqualLines();
  const categories = new Map(playbook.priceList.map((line) => [line.id, line.category]));
  return (fields) => {
    const customer = fields(columns.customer);
    const product = fields(columns.product);
    const category = fields(columns.category) ?? categories.get(product ?? "");
    const store = fields(columns.store);
    if (customer === undefined) return { problem: "the purchase has no customer" };
    if (product === undefined) return { problem: "the purchase has no product" };
    if (category === undefined)
      return { problem: "the purchase has no category, and its product is not on the price list" };
    const id = fields(columns.id);
    for (const [name, value] of Object.entries({ id, customer }))
      if (value !== undefined && !Id.safeParse(value).success)
        return { problem: `${name} is longer than 80 characters or not one line` };
    for (const [name, value] of Object.entries({ product, category, store }))
      if (value !== undefined && !Word.safeParse(value).success) return { problem: tooLong(name) };
    const day = readDate(fields(columns.date) ?? "", format, today);
    if ("problem" in day) return day;
    const sum = amountOf(fields(columns.amountMinor), fields(columns.amount), decimal);
    if ("problem" in sum) return sum;
    const currency = fields(columns.currency) ?? account.currency;
    if (currency !== account.currency)
      return { problem: `the currency is not the brand's, ${account.currency}` };
    const line = { customer, date: day.date, product, category, store, amountMinor: sum.minor, currency };
    return { record: Purchase.parse({ ...line, id: id ?? idOf(line, equal) }) };
  };
}

const tooLong = (name: string): string => `${name} is longer than ${LONGEST_WORD} characters or not one line`;

const optional = <T>(text: string | undefined, read: (text: string) => T): T | undefined =>
  text === undefined ? undefined : read(text);

function amountOf(minor: string | undefined, amount: string | undefined, decimal: "," | ".") {
  if (minor !== undefined) return readMinor(minor);
  return amount === undefined ? { problem: "the purchase has no amount" } : readAmount(amount, decimal);
}

function idOf(line: Omit<Purchase, "id" | "customer"> & { customer: string }, equal: EqualLines): string {
  const { customer, date, product, category, store, amountMinor, currency } = line;
  const digest = createHash("sha256")
    .update(JSON.stringify([customer, date, product, category, store ?? null, amountMinor, currency]))
    .digest();
  return `line-${digest.toString("base64url", 0, 16)}-${equal.next(digest.readBigUInt64BE(0))}`;
}
