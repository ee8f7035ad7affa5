import { formatMoney, type Money } from "../../shared/complaint/money.ts";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import type { Messages } from "./messages/messages.ts";

export const inMoney = (amount: Money, m: Messages): string => formatMoney(amount, m.lang);

export const inPercent = (share: number, m: Messages): string =>
  new Intl.NumberFormat(m.locale, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(
    share,
  );

/** A moment in the brand's time zone: the time alone today, else with the day. */
export function inTime(at: string, zone: string, now: string, m: Messages, withSeconds = false): string {
  const day = (moment: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(moment));
  const isToday = day(at) === day(now);
  return new Intl.DateTimeFormat(m.locale, {
    timeZone: zone,
    ...(isToday ? {} : { weekday: "short", day: "numeric", month: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    ...(withSeconds ? { second: "2-digit" } : {}),
  }).format(new Date(at));
}

/** How long ago, in the largest unit that says enough. */
export function howLong(from: string, now: string, m: Messages): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / 60_000));
  if (minutes < 60) return m.duration.minutes(minutes);
  if (minutes < 48 * 60) return m.duration.hours(Math.floor(minutes / 60));
  return m.duration.days(Math.floor(minutes / (24 * 60)));
}

/** What is given, in a few words: `Part of the price back €4.40`. */
export function inWords(remedy: Remedy | undefined, m: Messages): string {
  if (remedy === undefined) return m.remedyNone;
  const kind = m.remedyKinds[remedy.kind];
  if (remedy.value) return `${kind} ${inMoney(remedy.value, m)}`;
  return remedy.cost.minor > 0 ? `${kind} (${m.costsUs(inMoney(remedy.cost, m))})` : kind;
}

/**
 * A post's words as the page shows them: without characters that turn the reading direction over, hide words or carry
 * none. Joiners that make one picture of several stay, and so do line ends.
 */
export const shown = (text: string): string =>
  text.replaceAll(
    /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|[\u{E0000}-\u{E007F}]|(?![\t\n\r])\p{Cc}/gu,
    "",
  );

/** The first letter of each part: enough for an agent to compare, too little to look somebody up. */
export const masked = (name: string | undefined): string =>
  name === undefined
    ? "•••"
    : name
        .split(/\s+/u)
        .filter((part) => part !== "")
        .map((part) => `${[...part][0] ?? ""}•••`)
        .join(" ");

/** The beginning of a text for a list, cut between words. */
export function beginning(text: string, length: number): string {
  const line = shown(text).replaceAll(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length - 24))}…`;
}
