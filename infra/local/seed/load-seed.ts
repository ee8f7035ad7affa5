import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { Customer, Purchase } from "../../../shared/complaint/relationship.ts";

const DAY_MS = 86_400_000;
const Days = z.int().min(0);

/** A customer as it lies in the file: times by their distance from today, so that the world never grows old. */
export const SeedCustomer = z.union([
  Customer.extend({ since: z.iso.date(), sinceDaysAgo: z.never().optional() }),
  Customer.omit({ since: true }).extend({ sinceDaysAgo: Days }),
]);
export type SeedCustomer = z.input<typeof SeedCustomer>;

/** One line of a receipt as it lies in the file. */
export const SeedPurchase = Purchase.omit({ date: true }).extend({ daysAgo: Days });
export type SeedPurchase = z.input<typeof SeedPurchase>;

/** Where the files of a brand's small invented world lie. */
export const seedFile = (brand: string, what: "customers" | "purchases"): string =>
  join(import.meta.dirname, `${brand}.${what}.jsonl`);

/**
 * The invented customers of an example brand and what they bought, as seen at `now` (ISO 8601, UTC).
 *
 * @throws when the brand has no seed or a line breaks its contract: both are mistakes in the repository.
 */
export function loadSeed(brand: string, now: string): { customers: Customer[]; purchases: Purchase[] } {
  const dateOf = (daysAgo: number) => new Date(Date.parse(now) - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const customers = linesOf(seedFile(brand, "customers"), SeedCustomer).map(({ sinceDaysAgo, ...customer }) =>
    Customer.parse(sinceDaysAgo === undefined ? customer : { ...customer, since: dateOf(sinceDaysAgo) }),
  );
  const purchases = linesOf(seedFile(brand, "purchases"), SeedPurchase).map(({ daysAgo, ...line }) =>
    Purchase.parse({ ...line, date: dateOf(daysAgo) }),
  );
  return { customers, purchases };
}

function linesOf<T extends z.ZodType>(path: string, schema: T): z.output<T>[] {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
