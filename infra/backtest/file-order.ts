import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { linesOf } from "../import/file-lines.ts";
import { CaseRow } from "./case-row.ts";

/** Longer lines are a problem of the file, not a row. */
const LONGEST_LINE = 5_000_000;

/** Where a row stands in the file. Nothing of its words is held. */
type Place = {
  readonly at: number;
  readonly id: string;
  readonly digest: string;
  readonly line: number;
  readonly from: number;
  readonly bytes: number;
};

export type BadLine = (line: number, problem: string) => void;

/**
 * Reads a file of JSON lines twice: once to know the order of time, then row by row in that order, so that no more
 * than one row and the places of all are in memory. The order of lines does not matter: ties go by id, then by what
 * the line holds. Of rows with one id the first in time counts, and the others are bad lines.
 *
 * @param undated the instant of rows that name none
 * @throws {Error} with code ENOENT and the like, when the file cannot be opened
 */
export async function orderOf(
  file: string,
  undated: string,
  bad: BadLine,
): Promise<{ readonly places: readonly Place[]; readonly undated: number }> {
  const places: Place[] = [];
  let without = 0;
  let from = 0;
  for await (const { line, bytes, text } of linesOf(file, LONGEST_LINE)) {
    const place = { line, from, bytes: bytes - from };
    from = bytes;
    if (text === undefined) bad(line, `longer than ${LONGEST_LINE} characters`);
    if (text === undefined || text.trim() === "") continue;
    const row = parsed(text);
    if (typeof row === "string") {
      bad(line, row);
      continue;
    }
    if (row.postedAt === undefined) without++;
    const digest = createHash("sha256").update(text).digest("base64url").slice(0, 12);
    places.push({ ...place, at: Date.parse(row.postedAt ?? undated), id: String(row.id), digest });
  }
  places.sort((a, b) => a.at - b.at || compare(a.id, b.id) || compare(a.digest, b.digest));
  return { places: firstOfEach(places, bad), undated: without };
}

function firstOfEach(places: readonly Place[], bad: BadLine): readonly Place[] {
  const lines = new Map<string, number>();
  return places.filter(({ id, line }) => {
    const first = lines.get(id);
    if (first === undefined) lines.set(id, line);
    else bad(line, `its id stands on line ${first} already`);
    return first === undefined;
  });
}

/** The rows at these places, in their order. A row that cannot be read any more is a bad line: the file was changed. */
export async function* rowsAt(
  file: string,
  places: readonly Place[],
  bad: BadLine,
): AsyncGenerator<{ readonly line: number; readonly at: string; readonly row: CaseRow }> {
  const handle = await open(file);
  try {
    for (const place of places) {
      const row = parsed(await textAt(handle, place));
      if (typeof row === "string") bad(place.line, `the file was changed meanwhile: ${row}`);
      else yield { line: place.line, at: new Date(place.at).toISOString(), row };
    }
  } finally {
    await handle.close();
  }
}

async function textAt(handle: FileHandle, { from, bytes }: Place): Promise<string> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await handle.read(buffer, 0, bytes, from);
  return buffer
    .subarray(0, bytesRead)
    .toString("utf8")
    .replace(/^\ufeff/u, "");
}

/** The row, or what is wrong with it. */
function parsed(text: string): CaseRow | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  const read = CaseRow.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return `${where}${issue?.message ?? "not a row"}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
