import { createReadStream } from "node:fs";
import { type CsvError, parse } from "csv-parse";
import type { Fields } from "./read-records.ts";

/** One line of the file: its fields, or why it has none. `line` counts from 1; `bytes` is how far the file is read. */
export type FileRow = {
  readonly line: number;
  readonly bytes: number;
} & ({ readonly fields: Fields } | { readonly problem: string });

export type Format = "csv" | "jsonl";
/** What makes the whole file useless: said once, with what to do, before anything is written. */
export class UnusableFile extends Error {}

/** A line is a purchase, not a document. */
const LONGEST_LINE = 100_000;

/**
 * Reads rows as they come; whoever asks for the next one slowly is not run over.
 *
 * @param needed groups of columns of which one each must be there
 * @throws {UnusableFile} when a column is missing
 */
export const readRows = (
  file: string,
  format: Format,
  delimiter: string,
  needed: readonly (readonly string[])[],
): AsyncIterable<FileRow> => (format === "csv" ? csvRows(file, delimiter, needed) : jsonRows(file));

async function* csvRows(
  file: string,
  delimiter: string,
  needed: readonly (readonly string[])[],
): AsyncGenerator<FileRow> {
  let bad: FileRow[] = [];
  // The parser reads ahead, so what it could not read is told here in its place among the rows: a run that goes on
  // counts the same rows.
  const badBefore = (line: number): readonly FileRow[] => {
    const due = bad.filter((row) => row.line < line);
    bad = bad.filter((row) => row.line >= line);
    return due;
  };
  const input = createReadStream(file);
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: LONGEST_LINE,
    columns: (header: string[]) => checkedColumns(header, needed),
    skip_records_with_error: true,
    on_skip: (error) => {
      bad.push({ line: parser.info.lines, bytes: parser.info.bytes, problem: csvProblem(error) });
      return undefined;
    },
  });
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  for await (const read of parser) {
    const { record, info }: { record: Record<string, string>; info: { lines: number; bytes: number } } = read;
    yield* badBefore(info.lines);
    yield {
      line: info.lines,
      bytes: info.bytes,
      fields: (column) => textOf(record[column]),
    };
  }
  yield* bad;
}

function checkedColumns(header: string[], needed: readonly (readonly string[])[]): string[] {
  const missing = needed.filter((group) => !group.some((column) => header.includes(column)));
  if (missing.length > 0)
    throw new UnusableFile(
      `it has no column ${missing.map((group) => group.map((name) => `“${name}”`).join(" or ")).join(", ")}; name the columns and the delimiter in the brand file under account.import.`,
    );
  return header;
}

/** In our words: the parser's own quote the line, which holds names. */
function csvProblem(error: CsvError | undefined): string {
  switch (error?.code) {
    case "CSV_RECORD_INCONSISTENT_COLUMNS":
    case "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH":
      return "the line has more or fewer columns than the first";
    case "CSV_MAX_RECORD_SIZE":
      return `the line is longer than ${LONGEST_LINE} characters, or a quotation mark is not closed`;
    default:
      return "a quotation mark is not where it should be";
  }
}

async function* jsonRows(file: string): AsyncGenerator<FileRow> {
  let line = 0;
  let bytes = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (text === undefined) {
      yield { line, bytes, problem: `the line is longer than ${LONGEST_LINE} bytes` };
      continue;
    }
    bytes += text.length + 1;
    const written = (
      line === 1 ? text.toString("utf8").replace(/^\ufeff/u, "") : text.toString("utf8")
    ).trim();
    if (written === "") continue;
    const object = asObject(written);
    yield object === undefined
      ? { line, bytes, problem: "the line is not a JSON object" }
      : { line, bytes, fields: (column) => textOf(object[column]) };
  }
}

/** Lines as bytes; undefined for one that is too long, which is not kept in memory. */
async function* linesOf(file: string): AsyncGenerator<Buffer | undefined> {
  let held: Buffer[] = [];
  let size = 0;
  const take = (): Buffer | undefined => {
    const line = size > LONGEST_LINE ? undefined : Buffer.concat(held);
    held = [];
    size = 0;
    return line;
  };
  const hold = (part: Buffer) => {
    size += part.length;
    if (size > LONGEST_LINE) held = [];
    else held.push(part);
  };
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.from(chunk);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      hold(bytes.subarray(from, end));
      yield take();
      from = end + 1;
    }
    hold(bytes.subarray(from));
  }
  if (size > 0) yield take();
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
