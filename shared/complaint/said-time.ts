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
  [/^(days?|paivaa|paiva|paivan|dagar|dag|dygn)$/, 1],
  [/^(weeks?|viikkoa|viikko|viikon|veckor|vecka)$/, 7],
  [/^(months?|kuukautta|kuukausi|kuukauden|kk|manader|manad)$/, 30],
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
  // "A couple", "a few": the window of a count reaches one unit to either side.
  couple: 2,
  pari: 2,
  par: 2,
  few: 3,
  muutama: 3,
  muutaman: 3,
  nagra: 3,
};
const AGO = /(?<![\p{L}\d])(\d+|\p{L}+)\s+(?:of\s+)?(\p{L}+)\s+(?:ago|back|sitten|sedan)\b/gu;
const SINCE_A_UNIT = /\b(viikko|paiva|kuukausi)\s+sitten\b/gu;

/** "9.3.", "9.3.2026", "2026-03-09". */
const WRITTEN_DAY =
  /(?<!\d)(?:(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})?)/g;
const DAY_MS = 86_400_000;

/**
 * The time that words of the post say, as days before the post (`postedOn`, ISO date); undefined when they say none
 * that is known. "two weeks ago" is 3 to 26 days: people count in units, and begin where they like.
 * A day without a year is the last one that has been.
 */
export function windowSaid(words: string, postedOn: string): DayWindow | undefined {
  const day = daysBefore(words, postedOn);
  if (day !== undefined) return aboutDay(day);
  const plain = words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const ago = firstOf(plain, AGO);
  const count = ago?.[1] === undefined ? undefined : (NUMBERS[ago[1]] ?? Number(ago[1]));
  const unit = UNIT_DAYS.find(([pattern]) => pattern.test(ago?.[2] ?? ""))?.[1];
  if (count !== undefined && Number.isFinite(count) && unit !== undefined) return around(count * unit, unit);
  const single = firstOf(plain, SINCE_A_UNIT)?.[1];
  if (single !== undefined) {
    const days = single === "paiva" ? 1 : single === "viikko" ? 7 : 30;
    return around(days, days);
  }
  const folded = ` ${foldName(words)} `;
  return PATTERNS.find(({ words: known }) => known.some((word) => folded.includes(word)))?.window;
}

/**
 * Every time that a whole post says, as days before it. What is still to come ("by Friday", "next week") is none.
 * Months and weeks by their number are the last ones that have been.
 */
export function windowsSaid(text: string, postedOn: string): DayWindow[] {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(TO_COME, " ");
  const found: DayWindow[] = [];
  for (const [words] of plain.matchAll(WRITTEN_DAY)) {
    const days = daysBefore(words, postedOn);
    if (days !== undefined) found.push(aboutDay(days));
  }
  for (const [, written = "", unit = ""] of plain.matchAll(AGO)) {
    const count = NUMBERS[written] ?? Number(written);
    const days = UNIT_DAYS.find(([pattern]) => pattern.test(unit))?.[1];
    if (Number.isFinite(count) && days !== undefined) found.push(around(count * days, days));
  }
  for (const [, unit] of plain.matchAll(SINCE_A_UNIT)) {
    const days = unit === "paiva" ? 1 : unit === "viikko" ? 7 : 30;
    found.push(around(days, days));
  }
  found.push(...namedMonths(plain, postedOn), ...numberedWeeks(plain, postedOn));
  const folded = ` ${foldName(plain)} `;
  for (const { words, window } of PATTERNS)
    if (words.some((word) => folded.includes(word))) found.push(window);
  return found;
}

const TO_COME =
  /\b(?:by|until|till|(?<!day )before|next|ensi|nasta|senast|innan|ennen|this coming)\s+(?:\p{L}+|\d[\d.]*)/gu;

/** By month; the last one is the Finnish, which takes endings. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "january", "januari", "tammikuu"],
  ["feb", "february", "februari", "helmikuu"],
  ["mar", "march", "mars", "maaliskuu"],
  ["apr", "april", "huhtikuu"],
  ["may", "maj", "toukokuu"],
  ["jun", "june", "juni", "kesakuu"],
  ["jul", "july", "juli", "heinakuu"],
  ["aug", "august", "augusti", "elokuu"],
  ["sep", "sept", "september", "syyskuu"],
  ["oct", "october", "oktober", "lokakuu"],
  ["nov", "november", "marraskuu"],
  ["dec", "december", "joulukuu"],
];
const MONTH_NAMED: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, month) => names.map((name) => [name, month] as const)),
);
/** "3 March", "3rd of March", "3. maaliskuuta", "den 3 mars". */
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|:e)?\s+(?:of\s+|paiva\s+)?(\p{L}+)/gu;
/** "March 3rd". */
const MONTH_FIRST = /(?<!\p{L})(\p{L}+)\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)/gu;
/** Without a day only where a word says that it is a month: "may" is none by itself. */
const MONTH_ALONE = /(?<!\p{L})(?:in|since|of|early|late|mid|last|i|borjan av|slutet av)\s+(\p{L}+)/gu;
const WORD = /\p{L}+/gu;

const monthOf = (word: string): number | undefined =>
  MONTH_NAMED.get(word) ?? MONTH_NAMED.get(word.replace(/kuu(?:ta|n)$/, "kuu"));
/** "Maaliskuussa", "maaliskuun". */
const finnishMonthOf = (word: string): number | undefined =>
  /kuu(?:ssa|n)$/.test(word) ? MONTH_NAMED.get(word.replace(/(?:ssa|n)$/, "")) : undefined;

function namedMonths(plain: string, postedOn: string): DayWindow[] {
  const posted = Date.parse(postedOn);
  const year = Number(postedOn.slice(0, 4));
  const last = (of: (inYear: number) => number) => (of(year) > posted ? of(year - 1) : of(year));
  const dated = [
    ...Array.from(plain.matchAll(DAY_FIRST), ([, day, word = ""]) => ({ day: Number(day), word })),
    ...Array.from(plain.matchAll(MONTH_FIRST), ([, word = "", day]) => ({ day: Number(day), word })),
  ].flatMap(({ day, word }) => {
    const month = monthOf(word);
    return month === undefined ? [] : [{ day, month }];
  });
  const alone = [
    ...Array.from(plain.matchAll(MONTH_ALONE), ([, word = ""]) => MONTH_NAMED.get(word)),
    ...Array.from(plain.matchAll(WORD), ([word]) => finnishMonthOf(word)),
  ];
  return MONTHS.flatMap((_, month) => {
    const days = dated.filter((each) => each.month === month).map(({ day }) => day);
    if (days.length > 0) {
      return days
        .filter((of) => of >= 1 && of <= 31)
        .map((of) => aboutDay(Math.round((posted - last((inYear) => Date.UTC(inYear, month, of))) / DAY_MS)));
    }
    if (!alone.includes(month)) return [];
    const first = last((inYear) => Date.UTC(inYear, month, 1));
    const from = Math.round((posted - first) / DAY_MS);
    return [{ fromDays: Math.max(0, from - 31), toDays: from + 1 }];
  });
}

/** "viikolla 12", "week 12", "v. 12": by ISO 8601, where week 1 holds 4 January. */
const WEEK_NUMBER = /\b(?:week|viikolla|viikon|vko|vecka|v\.)\s*(\d{1,2})(?!\d)/gu;

function numberedWeeks(plain: string, postedOn: string): DayWindow[] {
  const posted = Date.parse(postedOn);
  return [...plain.matchAll(WEEK_NUMBER)].flatMap(([, week]) => {
    const monday = (year: number) => {
      const fourth = Date.UTC(year, 0, 4);
      const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
      return fourth - weekday * DAY_MS + (Number(week) - 1) * 7 * DAY_MS;
    };
    const year = Number(postedOn.slice(0, 4));
    if (Number(week) < 1 || Number(week) > 53) return [];
    const from = Math.round((posted - (monday(year) > posted ? monday(year - 1) : monday(year))) / DAY_MS);
    return [{ fromDays: Math.max(0, from - 7), toDays: from + 1 }];
  });
}

/** The first place where a pattern stands; the pattern keeps no place of its own. */
const firstOf = (text: string, pattern: RegExp) => text.matchAll(pattern).next().value;

const aboutDay = (days: number): DayWindow => ({ fromDays: Math.max(0, days - 1), toDays: days + 1 });

const around = (days: number, unit: number): DayWindow => ({
  fromDays: Math.max(0, Math.floor(days - unit * 0.75)),
  toDays: Math.ceil(days + unit * 0.75) + 1,
});

function daysBefore(words: string, postedOn: string): number | undefined {
  const written = firstOf(words, WRITTEN_DAY)?.groups;
  if (written === undefined) return undefined;
  if (Number(written["month"] ?? 1) > 12 || Number(written["day"] ?? 1) > 31) return undefined;
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
