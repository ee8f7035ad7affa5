import { fadedAfter } from "../../shared/complaint/lifetime/decay.ts";
import type { Transaction } from "./read-transactions.ts";

/** One customer's history until a day; times in days, money in minor units. */
export type History = {
  readonly customer: string;
  /** Days with a purchase after the first one. */
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  /** Repeat purchases that cost something, and what they cost in all. */
  readonly paid: number;
  readonly spent: number;
  /** Days with a purchase, and what all of them cost, each faded by its age. */
  readonly fadedDays: number;
  readonly fadedSpent: number;
};

/** Transactions as columns: twenty million rows in half a gigabyte, which objects would take several for. */
export type TransactionLog = {
  add(transaction: Transaction): void;
  /** Rows so far, and the last day among them. */
  readonly rows: number;
  readonly lastDay: number | undefined;
  /** Histories up to and including the day, in the order in which the customers came in. */
  histories(until: number): Generator<History>;
};

export function transactionLog(): TransactionLog {
  const numbers = new Map<string, number>();
  let capacity = 1 << 12;
  let who = new Int32Array(capacity);
  let day = new Int32Array(capacity);
  let minor = new Float64Array(capacity);
  let rows = 0;
  let lastDay: number | undefined;
  return {
    add(transaction) {
      if (rows === capacity) {
        capacity *= 2;
        who = grown(who, new Int32Array(capacity));
        day = grown(day, new Int32Array(capacity));
        minor = grown(minor, new Float64Array(capacity));
      }
      let number = numbers.get(transaction.customer);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(transaction.customer, number);
      }
      who[rows] = number;
      day[rows] = transaction.day;
      minor[rows] = transaction.minor;
      rows += 1;
      lastDay = Math.max(lastDay ?? transaction.day, transaction.day);
    },
    get rows() {
      return rows;
    },
    get lastDay() {
      return lastDay;
    },
    *histories(until) {
      const { order, starts } = byCustomer(who.subarray(0, rows), numbers.size);
      for (const [customer, number] of numbers) {
        const lines: Line[] = [];
        for (const row of order.subarray(starts[number], starts[number + 1])) {
          const on = day[row] ?? 0;
          if (on <= until) lines.push({ day: on, minor: minor[row] ?? 0 });
        }
        const history = historyOf(customer, lines, until);
        if (history !== undefined) yield history;
      }
    },
  };
}

function grown<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** A counting sort: the rows of customer n are `order` from `starts[n]` to `starts[n + 1]`. */
function byCustomer(who: Int32Array, customers: number): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(customers + 1);
  for (const number of who) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < customers; number++)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(who.length);
  for (const [row, number] of who.entries()) {
    const place = next[number] ?? 0;
    order[place] = row;
    next[number] = place + 1;
  }
  return { order, starts };
}

type Line = { readonly day: number; readonly minor: number };
type Day = { readonly day: number; readonly bought: number; left: number };

/**
 * Somebody's days with a purchase. What was bought on one day is one purchase. A return is taken off that day and the
 * ones before, latest first; a day of which everything went back is no purchase any more, while one on which
 * something was had for nothing is.
 */
function historyOf(customer: string, lines: readonly Line[], until: number): History | undefined {
  const sums = new Map<number, number>();
  for (const { day, minor } of lines) if (minor >= 0) sums.set(day, (sums.get(day) ?? 0) + minor);
  const days: Day[] = [...sums]
    .map(([day, bought]) => ({ day, bought, left: bought }))
    .sort((one, other) => one.day - other.day);
  const returns = lines.filter(({ minor }) => minor < 0);
  if (returns.length > 0) takeOff(returns, days);
  const kept = days.filter(({ bought, left }) => bought === 0 || left > 0);
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let paid = 0;
  let spent = 0;
  let fadedDays = 0;
  let fadedSpent = 0;
  for (const { day, left } of kept) {
    const faded = fadedAfter(until - day);
    fadedDays += faded;
    fadedSpent += faded * left;
    if (day === first.day || left === 0) continue;
    paid += 1;
    spent += left;
  }
  return {
    customer,
    frequency: kept.length - 1,
    recency: last.day - first.day,
    age: until - first.day,
    paid,
    spent,
    fadedDays,
    fadedSpent,
  };
}

/** The order in which returns come in changes nothing: the earliest takes first. */
function takeOff(returns: readonly Line[], days: readonly Day[]): void {
  for (const back of returns.toSorted((one, other) => one.day - other.day)) {
    let open = -back.minor;
    for (const day of days.toReversed()) {
      if (day.day > back.day || open === 0) continue;
      const taken = Math.min(open, day.left);
      day.left -= taken;
      open -= taken;
    }
  }
}
