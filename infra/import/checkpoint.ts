import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as z from "zod";

/** How far a file has been taken in. `of` ties it to the content of all files, the brand and the table. */
const Checkpoint = z.object({
  of: z.string(),
  /** Lines of content done, good and bad. */
  rows: z.int().min(0),
  written: z.int().min(0),
  alreadyThere: z.int().min(0),
  rejected: z.int().min(0),
  /** How long the file of rejects was then. */
  rejectBytes: z.int().min(0),
  isRead: z.boolean(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const checkpointFile = (input: string): string => `${input}.import-progress`;

/** Where to begin: where an earlier run of the same was stopped, or at the front. */
export function readCheckpoint(input: string, of: string): Checkpoint {
  const front = { of, rows: 0, written: 0, alreadyThere: 0, rejected: 0, rejectBytes: 0, isRead: false };
  const file = checkpointFile(input);
  if (!existsSync(file)) return front;
  try {
    const kept = Checkpoint.parse(JSON.parse(readFileSync(file, "utf8")));
    if (kept.of === of) return kept;
    process.stderr.write(`import: ${file} is of another file, brand or table and is begun anew\n`);
  } catch {
    process.stderr.write(`import: ${file} cannot be read and is begun anew\n`);
  }
  return front;
}

/** Whole or not at all: a run that is killed while it writes leaves the old one. */
export function writeCheckpoint(input: string, checkpoint: Checkpoint): void {
  const file = checkpointFile(input);
  writeFileSync(`${file}.new`, JSON.stringify(checkpoint));
  renameSync(`${file}.new`, file);
}

export const removeCheckpoint = (input: string): void => rmSync(checkpointFile(input), { force: true });
