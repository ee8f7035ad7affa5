import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { UnusableFile } from "./read-rows.ts";

const NEW_LINE = 10;

/**
 * Reads the whole file once before anything is written: its digest, and whether it is text that we can read.
 *
 * @throws {UnusableFile} when it cannot be opened, is empty, is binary, or is not UTF-8
 */
export async function inspectFile(file: string): Promise<{ digest: string; bytes: number }> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let lines = 1;
  const check = (chunk: Buffer, isLast: boolean) => {
    try {
      decoder.decode(chunk, { stream: !isLast });
    } catch {
      throw new UnusableFile(
        `it is not UTF-8 at line ${lines + badLineIn(chunk)}; save it as “CSV UTF-8”, or convert it: iconv -f WINDOWS-1252 -t UTF-8.`,
      );
    }
  };
  try {
    for await (const read of createReadStream(file)) {
      const chunk = Buffer.from(read);
      if (chunk.includes(0))
        throw new UnusableFile("it is not text; export it as CSV or JSON lines in UTF-8.");
      check(chunk, false);
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) lines += 1;
    }
    check(Buffer.alloc(0), true);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile("it cannot be read.");
  }
  if (bytes === 0) throw new UnusableFile("it is empty.");
  return { digest: hash.digest("hex"), bytes };
}

/** How many lines into the chunk the first one is that is no UTF-8; a character may have begun in the chunk before. */
function badLineIn(chunk: Buffer): number {
  let from = 0;
  while (from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from++;
  for (let line = 0; ; line++) {
    const end = chunk.indexOf(NEW_LINE, from);
    if (end < 0 || !isUtf8(chunk.subarray(from, end))) return line;
    from = end + 1;
  }
}
