import type { DateFormat } from "../../shared/complaint/import-layout.ts";

const SHAPES: Readonly<Record<DateFormat, RegExp>> = {
  "yyyy-mm-dd": /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})/,
  yyyymmdd: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})/,
  "dd.mm.yyyy": /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/,
  "dd/mm/yyyy": /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})/,
  "mm/dd/yyyy": /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})/,
};
/** What may follow a day: nothing, or a time of day as the shop's clock showed it. */
const TIME = /^([T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?)?$/;
const EARLIEST = "1970-01-01";

/**
 * A day as the export writes it, as an ISO date. No guessing: 03/04 is what the stated format says.
 *
 * @param latest ISO date; nothing has been bought after it
 * @returns what is wrong, in words, where it is no such day
 */
export function readDate(
  text: string,
  format: DateFormat,
  latest: string,
): { date: string } | { problem: string } {
  const written = text.trim();
  const found = SHAPES[format].exec(written);
  const { y, m, d } = found?.groups ?? {};
  if (
    found === null ||
    y === undefined ||
    m === undefined ||
    d === undefined ||
    !TIME.test(written.slice(found[0].length))
  )
    return { problem: `the date is not written as ${format}` };
  const date = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  const day = new Date(`${date}T00:00:00Z`);
  // The calendar rolls the thirtieth of February over; nobody bought anything on it.
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date)
    return { problem: "the date is no day of the calendar" };
  if (date < EARLIEST) return { problem: `the date lies before ${EARLIEST}` };
  if (date > latest) return { problem: "the date lies in the future" };
  return { date };
}
