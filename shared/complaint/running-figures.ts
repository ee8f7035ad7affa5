import * as z from "zod";
import { type Currency, Money, money, shareOf } from "./money.ts";
import { netOfReturns } from "./net-purchases.ts";
import type { Purchase } from "./relationship.ts";

/**
 * What is known of a customer without reading every purchase again. Days are those on which something was bought and
 * kept; what was brought back wholly never was a purchase. Nothing here depends on today or on the playbook.
 */
export const RunningFigures = z.object({
  /** First and last day; absent where nothing was kept. */
  first: z.iso.date().optional(),
  last: z.iso.date().optional(),
  /** Lines that were bought, and lines that were brought back. */
  purchases: z.int().min(0),
  returns: z.int().min(0),
  /** Days with something kept. */
  days: z.int().min(0),
  /** What was paid and not given back. */
  spent: Money,
  categories: z.array(z.string()),
});
export type RunningFigures = z.infer<typeof RunningFigures>;

/**
 * Reckoned anew from all purchases of one customer, so that repeats, disorder and returns that come before their purchase
 * leave no trace: the same set of lines gives the same figures.
 *
 * @throws {RangeError} when a line has another currency: writing must prevent it
 */
export function runningFigures(purchases: readonly Purchase[], currency: Currency): RunningFigures {
  const foreign = purchases.find((line) => line.currency !== currency);
  if (foreign) throw new RangeError(`a purchase in ${foreign.currency} cannot be added to ${currency}`);
  const lines = netOfReturns(purchases);
  const kept = lines.filter(({ amountMinor }) => amountMinor > 0);
  const days = [...new Set(kept.map(({ date }) => date))].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    ...(first === undefined || last === undefined ? {} : { first, last }),
    purchases: lines.length,
    returns: purchases.filter(({ amountMinor }) => amountMinor < 0).length,
    days: days.length,
    spent: money(
      kept.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      currency,
    ),
    categories: [...new Set(lines.map(({ category }) => category))].toSorted(),
  };
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/**
 * What follows from the running figures today. `frequency`, `recencyDays` and `ageDays` are x, t_x and T of BG/NBD in
 * days: purchase days after the first, first to last, first to today (Fader, Hardie & Lee 2005).
 *
 * @param marginShare share of what is paid that is margin, 0 to 1
 * @param today ISO date
 */
export function figuresToday(figures: RunningFigures, marginShare: number, today: string) {
  const { first, last } = figures;
  return {
    margin: shareOf(figures.spent, marginShare),
    frequency: Math.max(0, figures.days - 1),
    recencyDays: first === undefined || last === undefined ? 0 : daysBetween(first, last),
    ageDays: first === undefined ? 0 : daysBetween(first, today),
  };
}
