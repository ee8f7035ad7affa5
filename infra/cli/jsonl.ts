import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type * as z from "zod";

/** A line that could be read, or what was wrong with it. `line` counts from 1. */
type JsonLine<T> =
  | { readonly ok: true; readonly line: number; readonly row: T }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** Longer lines are a problem of the file, not a row. */
const LONGEST_LINE = 5_000_000;

/** Standard input where no file is named or the name is `-`. A file that cannot be opened is an error on reading. */
export const inputFrom = (file: string | undefined): Readable =>
  file === undefined || file === "-" ? process.stdin : createReadStream(file, "utf8");

/**
 * Read JSON lines one by one, each parsed with the schema. Empty lines are passed over but counted; a byte order
 * mark is dropped. A bad line is a value with its problem, so that the rest is processed.
 */
export async function* readJsonLines<S extends z.ZodType>(
  input: Readable,
  schema: S,
): AsyncGenerator<JsonLine<z.output<S>>> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    const plain = line === 1 ? text.replace(/^\ufeff/u, "") : text;
    if (plain.trim() === "") continue;
    if (plain.length > LONGEST_LINE) {
      yield { ok: false, line, problem: `longer than ${LONGEST_LINE} characters` };
      continue;
    }
    let raw: unknown;
    try {
      raw = JSON.parse(plain);
    } catch {
      yield { ok: false, line, problem: "not JSON" };
      continue;
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) yield { ok: true, line, row: parsed.data };
    else {
      const [issue] = parsed.error.issues;
      const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
      yield { ok: false, line, problem: `${where}${issue?.message ?? "not a row"}` };
    }
  }
}

/** Say on standard error which line could not be read, and let the command end with 1. */
export function reportBadLine(command: string, line: number, problem: string): void {
  process.stderr.write(`${command}: line ${line}: ${problem}\n`);
  process.exitCode = 1;
}

/** One row out, waiting where the reader is slower than we are. */
export async function writeJsonLine(row: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(row)}\n`)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once("drain", resolve);
  });
}
