import { type Check, findingAt, type Linted } from "./lint-finding.ts";
import { dayWords, doingWords, weekdays } from "./lint-rules/day-words.ts";
import { sliceOf, Wording } from "./wording.ts";

/** A day that the text says is to be kept by a promise that is due no later than that day. */
export const lintPromises: Check = (input) => {
  const { promised, small, lang } = input;
  if (promised === undefined) return [];
  const due = dayIn(promised.dueAt, promised.timeZone);
  const today = dayIn(promised.now, promised.timeZone);
  return sentences.find(small).flatMap((sentence) => {
    const words = sliceOf(small, sentence.index, sentence.index + sentence[0].length);
    if (!doingWords[lang].isIn(words)) return [];
    return dayWords[lang].find(words).flatMap((match) => {
      const said = daySaid(match, today, lang);
      if (said === undefined || said >= due) return [];
      const start = sentence.index + match.index;
      return [
        findingAt(input, start, start + match[0].length, {
          rule: "day-not-decided",
          severity: "hard",
          overrulable: false,
          reason: `The promise is stored for ${iso(due)}; this says ${iso(said)}.`,
          better: iso(due),
        }),
      ];
    });
  });
};

const sentences = new Wording(/(?:[^.!?;\n]|\.(?=\S))+/u);

const DAY_MS = 86_400_000;

/** Days since 1970 of a moment, as the calendar of the zone has it. */
function dayIn(at: string, timeZone: string): number {
  const date = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(at));
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}
const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day meant: today, tomorrow, the coming Friday (a week on, if today is one), `3.12.`, `3 December`. */
function daySaid(match: RegExpMatchArray, today: number, lang: Linted["lang"]): number | undefined {
  const { near, next, weekday, date, month } = match.groups ?? {};
  if (near !== undefined) return today;
  if (next !== undefined) return today + 1;
  if (weekday !== undefined) {
    const wanted = weekdays[lang].findIndex((beginning) => weekday.startsWith(beginning));
    // 1 January 1970 was a Thursday; the table begins with Monday.
    const ahead = (wanted - ((today + 3) % 7) + 7) % 7;
    return wanted < 0 ? undefined : today + (ahead === 0 ? 7 : ahead);
  }
  if (date === undefined || month === undefined) return undefined;
  const year = new Date(today * DAY_MS).getUTCFullYear();
  const inYear = (of: number) => Math.floor(Date.UTC(of, Number(month) - 1, Number(date)) / DAY_MS);
  // A date long past is one of next year.
  return inYear(year) < today - 180 ? inYear(year + 1) : inYear(year);
}
