import type { History } from "./histories.ts";

/** Rhythms that occur, each with how many customers have it; times in days. Fitting needs no more. */
export type RhythmCounts = {
  readonly frequency: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly times: Int32Array;
  /** The greatest age. */
  readonly longest: number;
};

/** Repeaters who paid: how many purchases after the first, and what they cost in all, in major units. */
export type Spending = { readonly purchases: Int32Array; readonly spent: Float64Array };

/** What a fit is made from. */
export type Summary = {
  readonly customers: number;
  readonly repeaters: number;
  readonly rhythms: RhythmCounts;
  readonly spending: Spending;
};

/** Days of 200 years fit in so many places; a frequency is never above them. */
const PLACES = 2 ** 17;
const MINOR_PER_MAJOR = 100;

/** Compress histories to counts. The order of the customers changes nothing that is fitted. */
export function summarise(histories: Iterable<History>): Summary {
  const places = new Map<number, number>();
  const rows: { frequency: number; recency: number; age: number; times: number }[] = [];
  const paid: number[] = [];
  const spent: number[] = [];
  let customers = 0;
  let repeaters = 0;
  let longest = 0;
  for (const history of histories) {
    const { frequency, recency, age } = history;
    customers += 1;
    if (frequency > 0) repeaters += 1;
    longest = Math.max(longest, age);
    const key = (frequency * PLACES + recency) * PLACES + age;
    const place = places.get(key);
    const row = place === undefined ? undefined : rows[place];
    if (row !== undefined) row.times += 1;
    else {
      places.set(key, rows.length);
      rows.push({ frequency, recency, age, times: 1 });
    }
    if (history.paid > 0) {
      paid.push(history.paid);
      spent.push(history.spent / MINOR_PER_MAJOR);
    }
  }
  const column = (name: "frequency" | "recency" | "age" | "times") =>
    Int32Array.from(rows, (row) => row[name]);
  return {
    customers,
    repeaters,
    rhythms: {
      frequency: column("frequency"),
      recency: column("recency"),
      age: column("age"),
      times: column("times"),
      longest,
    },
    spending: { purchases: Int32Array.from(paid), spent: Float64Array.from(spent) },
  };
}
