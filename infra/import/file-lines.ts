import { createReadStream } from "node:fs";

/** One line without its end; no text where it is too long to be one. `line` from 1, `bytes` read so far. */
export type FileLine = { readonly line: number; readonly bytes: number; readonly text: string | undefined };

/** A line is a purchase, not a document. */
export const LONGEST_LINE = 100_000;
const NEW_LINE = 10;

/** Line by line, without the byte order mark; a line that is too long is not kept in memory. */
export async function* linesOf(file: string, longest = LONGEST_LINE): AsyncGenerator<FileLine> {
  let held: Buffer[] = [];
  let size = 0;
  let line = 0;
  let bytes = 0;
  const take = (): FileLine => {
    line += 1;
    bytes += size + 1;
    const read = Buffer.concat(held).toString("utf8").replace(/\r$/, "");
    const text = size > longest ? undefined : line === 1 ? read.replace(/^\ufeff/u, "") : read;
    held = [];
    size = 0;
    return { line, bytes, text };
  };
  const hold = (part: Buffer) => {
    size += part.length;
    if (size > longest) held = [];
    else held.push(part);
  };
  for await (const chunk of createReadStream(file)) {
    const read = Buffer.from(chunk);
    let from = 0;
    for (let end = read.indexOf(NEW_LINE); end >= 0; end = read.indexOf(NEW_LINE, from)) {
      hold(read.subarray(from, end));
      yield take();
      from = end + 1;
    }
    hold(read.subarray(from));
  }
  if (size > 0) yield take();
}
