import { CsvError, parse } from "csv-parse/sync";
import { csvRecords } from "./csv-records.ts";
import { LONGEST_LINE, linesOf } from "./file-lines.ts";
import type { Fields } from "./read-records.ts";

/** One line of the file: its fields, or why it has none. `line` counts from 1; `bytes` is how far the file is read. */
export type FileRow = {
  readonly line: number;
  readonly bytes: number;
} & ({ readonly fields: Fields } | { readonly problem: string });

export type Format = "csv" | "jsonl";
/** What makes the whole file useless: said once, with what to do, before anything is written. */
export class UnusableFile extends Error {}

/** Reads rows as they come; whoever asks for the next one slowly is not run over. */
export const readRows = (file: string, format: Format, delimiter: string): AsyncIterable<FileRow> =>
  format === "csv" ? csvRows(file, delimiter) : jsonRows(file);

/**
 * @param needed groups of columns of which one each must be there
 * @throws {UnusableFile} when a column of a CSV file is missing; each line of JSON has its own
 */
export async function checkHeader(
  file: string,
  format: Format,
  delimiter: string,
  needed: readonly (readonly string[])[],
): Promise<void> {
  if (format === "jsonl") return;
  const header = await headerOf(file, delimiter);
  const missing = needed.filter((group) => !group.some((column) => header.includes(column)));
  if (missing.length > 0)
    throw new UnusableFile(
      `it has no column ${missing.map((group) => group.map((name) => `“${name}”`).join(" or ")).join(", ")}; name the columns and the delimiter in the brand file under account.import.`,
    );
}

async function headerOf(file: string, delimiter: string): Promise<readonly string[]> {
  for await (const { text } of csvRecords(file, delimiter))
    if (text === undefined || text.trim() !== "") return fieldsOf(text ?? "", delimiter) ?? [];
  return [];
}

async function* csvRows(file: string, delimiter: string): AsyncGenerator<FileRow> {
  let header: readonly string[] | undefined;
  for await (const { line, bytes, text } of csvRecords(file, delimiter)) {
    if (text === undefined) {
      yield { line, bytes, problem: "a quotation mark is not closed, or the line is too long" };
      continue;
    }
    if (text.trim() === "") continue;
    const fields = fieldsOf(text, delimiter);
    if (fields === undefined) {
      yield { line, bytes, problem: "a quotation mark is not where it should be" };
      continue;
    }
    if (header === undefined) {
      header = fields;
      continue;
    }
    const columns = header;
    yield fields.length === columns.length
      ? { line, bytes, fields: (column) => textOf(fields[columns.indexOf(column)]) }
      : { line, bytes, problem: "the line has more or fewer columns than the first" };
  }
}

/** Quotation marks inside a word ("5" pipe") are ink, not syntax. Undefined where one stands that can be neither. */
function fieldsOf(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const [fields = []]: string[][] = parse(text, { delimiter, trim: true, relax_quotes: true });
    return fields;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

async function* jsonRows(file: string): AsyncGenerator<FileRow> {
  for await (const { line, bytes, text } of linesOf(file)) {
    if (text === undefined) {
      yield { line, bytes, problem: `the line is longer than ${LONGEST_LINE} bytes` };
      continue;
    }
    if (text.trim() === "") continue;
    const object = asObject(text);
    yield object === undefined
      ? { line, bytes, problem: "the line is not a JSON object" }
      : { line, bytes, fields: (column) => textOf(object[column]) };
  }
}

function asObject(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === "object" && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** A number of JSON is read again from its shortest writing, so that 12.5 is twelve and a half to the cent. */
const textOf = (value: unknown): string | undefined => {
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? undefined : text;
};
