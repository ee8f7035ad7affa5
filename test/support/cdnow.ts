import { readFileSync } from "node:fs";
import path from "node:path";
import { type TransactionLog, transactionLog } from "../../infra/lifetime/histories.ts";
import { dayOf } from "../../infra/lifetime/read-transactions.ts";

const FILE = path.join(import.meta.dirname, "../fixtures/cdnow/CDNOW_sample.txt");

/** The CDNOW sample as `customer,date,amount`, as test/eval/cdnow.ts writes it. */
export function cdnowRows(): { customer: string; date: string; amount: string }[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u))
    .filter((fields) => fields.length === 5)
    .map(([, customer = "", day = "", , amount = ""]) => ({
      customer,
      date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
      amount,
    }));
}

export function cdnowLog(rows = cdnowRows()): TransactionLog {
  const log = transactionLog();
  for (const { customer, date, amount } of rows)
    log.add({ customer, day: dayOf(date), minor: Number(amount.replace(".", "")) });
  return log;
}
