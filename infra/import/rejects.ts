import { appendFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";

export const rejectsFile = (input: string): string => `${input}.rejects`;

/**
 * Lines that were left out, as `line,reason` beside the input. The lines themselves stand in the input; here are no names.
 * A run that goes on cuts off what was written after its last checkpoint.
 *
 * @param bytes how long the file was at the checkpoint
 */
export function openRejects(input: string, bytes: number) {
  const file = rejectsFile(input);
  let length = bytes;
  if (bytes === 0) rmSync(file, { force: true });
  else truncateSync(file, bytes);
  return {
    bytes: () => length,
    add(rejects: readonly { readonly line: number; readonly problem: string }[]): void {
      if (rejects.length === 0) return;
      const head = length === 0 ? "line,reason\n" : "";
      const text = `${head}${rejects.map(({ line, problem }) => `${line},"${problem.replaceAll('"', '""')}"\n`).join("")}`;
      if (length === 0) writeFileSync(file, text);
      else appendFileSync(file, text);
      length += Buffer.byteLength(text);
    },
  };
}
