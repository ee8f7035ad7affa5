import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";
import { minorUnits } from "./minor-units.ts";

/** One line: who, on which day (counted from 1970-01-01), and how much in minor units; a return is negative. */
export type Transaction = { readonly customer: string; readonly day: number; readonly minor: number };
type ReadLine =
  | { readonly ok: true; readonly transaction: Transaction }
  | { readonly ok: false; readonly line: number; readonly problem: string };

const COLUMNS = ["customer", "date", "amount"] as const;
type Columns = { readonly [name in (typeof COLUMNS)[number] | "count"]: number };

const DAY_MS = 86_400_000;
const IsoDate = z.iso.date();
const Fields = z.tuple([z.array(z.string())]).transform(([fields]) => fields);
/** The day of an ISO date, counted from 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The file cannot be read as transactions at all. */
export class NotTransactions extends Error {}

/**
 * Transactions from CSV, line by line. The first line names the columns, of which `customer`, `date` (YYYY-MM-DD) and
 * `amount` are read, in any order. Columns are parted by commas, or by semicolons where the first line has them; then
 * decimals may follow a comma. Quoted fields, a byte order mark, CRLF and empty lines are fine; a field that goes on
 * in the next line is not: so a quote that is never closed costs its own line and not the rest of the file.
 *
 * @throws {NotTransactions} when a column is missing
 */
export async function* readTransactions(input: Readable): AsyncGenerator<ReadLine> {
  const days = new Map<string, number | undefined>();
  let columns: Columns | undefined;
  let delimiter: "," | ";" = ",";
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === "") continue;
    if (columns === undefined) {
      const header = text.replace(/^\ufeff/u, "");
      delimiter = header.includes(";") ? ";" : ",";
      columns = columnsOf(fieldsOf(header, delimiter) ?? []);
      continue;
    }
    const fields = fieldsOf(text, delimiter);
    if (fields === undefined) yield { ok: false, line, problem: "the quotes do not close" };
    else yield readRow(fields, columns, delimiter === ";" ? "," : ".", days, line);
  }
  if (columns === undefined)
    throw new NotTransactions("the file is empty; its first line must be customer,date,amount");
}

/** The fields of a line, or undefined where its quotes are wrong. Most lines have none and need no parser. */
function fieldsOf(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter).map((field) => field.trim());
  try {
    return Fields.parse(parse(text, { delimiter, trim: true }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.toLowerCase());
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new NotTransactions(
      `line 1: the first line must name the columns customer,date,amount; missing: ${missing.join(", ")}`,
    );
  return {
    count: names.length,
    customer: names.indexOf("customer"),
    date: names.indexOf("date"),
    amount: names.indexOf("amount"),
  };
}

/** Dates repeat; `days` spares parsing them again. */
function readRow(
  record: readonly string[],
  columns: Columns,
  decimalSign: "." | ",",
  days: Map<string, number | undefined>,
  line: number,
): ReadLine {
  const bad = (problem: string): ReadLine => ({ ok: false, line, problem });
  // "12,50" between commas would be read as 12.
  if (record.length !== columns.count)
    return bad(`has ${record.length} columns, and the first line ${columns.count}`);
  const customer = record[columns.customer] ?? "";
  const date = record[columns.date] ?? "";
  const amount = record[columns.amount] ?? "";
  if (customer === "") return bad("customer: is empty");
  if (!days.has(date)) days.set(date, IsoDate.safeParse(date).success ? dayOf(date) : undefined);
  const day = days.get(date);
  if (day === undefined) return bad("date: not a day written YYYY-MM-DD");
  // A whole number or a decimal point is understood in either kind of file.
  const minor = minorUnits(amount, decimalSign) ?? minorUnits(amount, ".");
  if (minor === undefined) return bad("amount: not a plain decimal number such as 29.33");
  return { ok: true, transaction: { customer, day, minor } };
}
