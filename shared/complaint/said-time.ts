import { foldName } from "./names.ts";

/** Days before the post in which something is said to have happened, both inclusive; 0 is the day of the post. */
export type DayWindow = { readonly fromDays: number; readonly toDays: number };

/** Words for a time, folded, longest first; a window reaches a day further than the words, for midnight and zones. */
const WINDOWS: readonly (DayWindow & { words: string })[] = [
  { fromDays: 1, toDays: 4, words: "day before yesterday|toissapaivana|i forrgar" },
  {
    fromDays: 0,
    toDays: 1,
    words: "today|this morning|just now|tanaan|tana aamuna|akkuna|juuri asken|asken|idag|i dag|i morse|nyss",
  },
  { fromDays: 0, toDays: 2, words: "yesterday|last night|eilen|viime yona|igar|i gar" },
  { fromDays: 2, toDays: 15, words: "last week|viime viikolla|viime viikon|edellisviikolla|forra veckan" },
  {
    fromDays: 0,
    toDays: 8,
    words: "this week|talla viikolla|taman viikon|den har veckan|i veckan|alkuviikosta",
  },
  { fromDays: 0, toDays: 4, words: "last weekend|weekend|viikonloppuna|i helgen|i helgen som var" },
  { fromDays: 20, toDays: 64, words: "last month|viime kuussa|forra manaden" },
  { fromDays: 0, toDays: 32, words: "this month|tassa kuussa|den har manaden" },
  { fromDays: 0, toDays: 15, words: "recently|the other day|askettain|hiljattain|nyligen|haromdagen" },
  {
    fromDays: 0,
    toDays: 8,
    words:
      "on monday|on tuesday|on wednesday|on thursday|on friday|on saturday|on sunday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|maanantai|maanantaina|tiistai|tiistaina|keskiviikko|keskiviikkona|torstai|torstaina|perjantai|perjantaina|lauantai|lauantaina|sunnuntai|sunnuntaina|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|mandags|tisdags|onsdags|torsdags|fredags|lordags|sondags|i mandags|i tisdags|i onsdags|i torsdags|i fredags|i lordags|i sondags",
  },
];
const PATTERNS = WINDOWS.map(({ words, ...window }) => ({
  window,
  words: words.split("|").map((word) => ` ${word} `),
}));

const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(days?|paivaa|paiva|dagar|dag|dygn)$/, 1],
  [/^(weeks?|viikkoa|viikko|veckor|vecka)$/, 7],
  [/^(months?|kuukautta|kuukausi|kk|manader|manad)$/, 30],
];
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  yksi: 1,
  kaksi: 2,
  kolme: 3,
  nelja: 4,
  viisi: 5,
  en: 1,
  ett: 1,
  tva: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
};
const AGO = /(?<![\p{L}\d])(\d+|\p{L}+)\s+(\p{L}+)\s+(?:ago|sitten|sedan)\b/u;
const SINCE_A_UNIT = /\b(viikko|paiva|kuukausi)\s+sitten\b/u;

/** "9.3.", "9.3.2026", "2026-03-09". */
const WRITTEN_DAY =
  /(?<!\d)(?:(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})?)/;
const DAY_MS = 86_400_000;

/**
 * The time that words of the post say, as days before the post (`postedOn`, ISO date); undefined when they say none
 * that is known. "two weeks ago" is 3 to 26 days: people count in units, and begin where they like.
 * A day without a year is the last one that has been.
 */
export function windowSaid(words: string, postedOn: string): DayWindow | undefined {
  const day = daysBefore(words, postedOn);
  if (day !== undefined) return { fromDays: Math.max(0, day - 1), toDays: day + 1 };
  const plain = words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const ago = AGO.exec(plain);
  const count = ago?.[1] === undefined ? undefined : (NUMBERS[ago[1]] ?? Number(ago[1]));
  const unit = UNIT_DAYS.find(([pattern]) => pattern.test(ago?.[2] ?? ""))?.[1];
  if (count !== undefined && Number.isFinite(count) && unit !== undefined) return around(count * unit, unit);
  const single = SINCE_A_UNIT.exec(plain)?.[1];
  if (single !== undefined) {
    const days = single === "paiva" ? 1 : single === "viikko" ? 7 : 30;
    return around(days, days);
  }
  const folded = ` ${foldName(words)} `;
  return PATTERNS.find(({ words: known }) => known.some((word) => folded.includes(word)))?.window;
}

const around = (days: number, unit: number): DayWindow => ({
  fromDays: Math.max(0, Math.floor(days - unit * 0.75)),
  toDays: Math.ceil(days + unit * 0.75) + 1,
});

function daysBefore(words: string, postedOn: string): number | undefined {
  const written = WRITTEN_DAY.exec(words)?.groups;
  if (written === undefined) return undefined;
  const posted = Date.parse(postedOn);
  const year = Number(written["year"] ?? postedOn.slice(0, 4));
  const at = (inYear: number) =>
    written["iso"] === undefined
      ? Date.UTC(inYear, Number(written["month"]) - 1, Number(written["day"]))
      : Date.parse(written["iso"]);
  const then = at(year) > posted && written["year"] === undefined ? at(year - 1) : at(year);
  const days = Math.round((posted - then) / DAY_MS);
  return Number.isFinite(days) && days >= 0 ? days : undefined;
}
