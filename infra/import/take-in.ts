import type { Written } from "../../shared/ports/purchase-history.ts";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { progressOf } from "./progress.ts";
import type { ReadRecord } from "./read-records.ts";
import { type Format, readRows } from "./read-rows.ts";
import { openRejects } from "./rejects.ts";

/** Lines written in one go, and what a run that is killed does twice. Bounds what is held in memory. */
const WAVE = 1_000;

export type Intake<T> = {
  readonly what: string;
  readonly file: string;
  readonly bytes: number;
  readonly format: Format;
  readonly delimiter: string;
  readonly read: ReadRecord<T>;
  readonly put: (records: readonly T[]) => Promise<Written>;
  /** Ties the checkpoint to content, brand and table. */
  readonly of: string;
};

/**
 * Takes one file in, wave by wave: read, check, write, move the checkpoint. One wave after the other, so that of two
 * lines with one id the later one stands, in whatever places the run was stopped.
 */
export async function takeIn<T>(intake: Intake<T>): Promise<Checkpoint> {
  let state = readCheckpoint(intake.file, intake.of);
  if (state.isRead) return state;
  if (state.rows > 0) process.stderr.write(`import: ${intake.what}: going on after ${state.rows} lines\n`);
  const rejects = openRejects(intake.file, state.rejectBytes);
  const progress = progressOf(`import: ${intake.what}`, intake.bytes);
  const doneBefore = state.rows;
  let wave: { records: T[]; bad: { line: number; problem: string }[] } = { records: [], bad: [] };
  const flush = async (rows: number) => {
    const { records, bad } = wave;
    wave = { records: [], bad: [] };
    const { written, alreadyThere } =
      records.length === 0 ? { written: 0, alreadyThere: 0 } : await intake.put(records);
    rejects.add(bad);
    state = {
      ...state,
      rows,
      written: state.written + written,
      alreadyThere: state.alreadyThere + alreadyThere,
      rejected: state.rejected + bad.length,
      rejectBytes: rejects.bytes(),
    };
    writeCheckpoint(intake.file, state);
  };
  let rows = 0;
  for await (const row of readRows(intake.file, intake.format, intake.delimiter)) {
    rows += 1;
    // Lines done before are read again: an id made from content counts the equal lines before it.
    const read = "problem" in row ? row : intake.read(row.fields);
    if (rows <= doneBefore) continue;
    if ("problem" in read) wave.bad.push({ line: row.line, problem: read.problem });
    else wave.records.push(read.record);
    if (wave.records.length + wave.bad.length >= WAVE) {
      await flush(rows);
      progress.tell(row.bytes, rows - doneBefore);
    }
  }
  await flush(rows);
  progress.tell(intake.bytes, rows - doneBefore);
  progress.end();
  state = { ...state, isRead: true };
  writeCheckpoint(intake.file, state);
  return state;
}
