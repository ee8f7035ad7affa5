import type { Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { TriedVersion } from "../../shared/complaint/backtest/replay.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import type { BrandId } from "../../shared/complaint/ids.ts";
import { progressOf } from "../import/progress.ts";
import { rowReader } from "./case-row.ts";
import { type BadLine, orderOf, rowsAt } from "./file-order.ts";
import { type Days, isWithin, type PastCase } from "./past-case.ts";
import { storedCases, storedOrder, type Tables } from "./stored-cases.ts";

/** Cases in order of time, with what is to be said of them when they have been read. */
export type PastCases = {
  readonly cases: AsyncIterable<PastCase>;
  readonly undated: number;
  readonly asides: () => number;
};

/** Rows of the table between two words on how far the reading is. */
const ROWS_PER_WORD = 50_000;

/** The cases of a file. Rows that name another brand are passed over. */
export async function fileSource(
  from: { readonly file: string; readonly brand: BrandId; readonly now: string },
  versions: Pair<TriedVersion>,
  days: Days,
  bad: BadLine,
): Promise<PastCases> {
  const { places, undated } = await orderOf(from.file, from.now, bad);
  const { timeZone } = versions.after;
  const inTime = places.filter(({ at }) =>
    isWithin(budgetPeriods(new Date(at).toISOString(), timeZone).day, days),
  );
  const read = rowReader(versions);
  let asides = 0;
  async function* cases(): AsyncGenerator<PastCase> {
    for await (const { line, at, row } of rowsAt(from.file, inTime, bad)) {
      if (row.brand !== undefined && row.brand !== from.brand) continue;
      try {
        const past = read(row, at);
        if (past === undefined) asides++;
        else yield past;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        bad(line, error.message);
      }
    }
  }
  return { cases: told(cases(), inTime.length), undated, asides: () => asides };
}

/** The brand's cases in the care table. */
export async function tableSource(
  brand: BrandId,
  tables: Tables,
  versions: Pair<TriedVersion>,
  days: Days,
): Promise<PastCases> {
  let rows = 0;
  const places = await storedOrder(tables, brand, { ...days, timeZone: versions.after.timeZone }, () => {
    rows++;
    if (rows % ROWS_PER_WORD === 0) process.stderr.write(`backtest: ${rows} rows read\n`);
  });
  const cases = storedCases(places, brand, tables, versions);
  return { cases: told(cases, places.length), undated: 0, asides: () => 0 };
}

/** Says on standard error how far the replay is; a few cases need no bar. */
async function* told(cases: AsyncIterable<PastCase>, whole: number): AsyncGenerator<PastCase> {
  const progress = whole < LONG_WORK ? undefined : progressOf("backtest", whole);
  let done = 0;
  for await (const each of cases) {
    progress?.tell(++done, done);
    yield each;
  }
  progress?.end();
}

const LONG_WORK = 2_000;
