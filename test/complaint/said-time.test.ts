import { expect, it } from "vitest";
import { windowSaid, windowsSaid } from "../../shared/complaint/said-time.ts";

const POSTED = "2026-03-12";

it.each([
  { words: "9.3.", days: 3 },
  { words: "9.3.2026", days: 3 },
  { words: "2026-03-09", days: 3 },
  { words: "24.12.", days: 78 },
  { words: "this week", days: 3 },
  { words: "tällä viikolla", days: 3 },
  { words: "den här veckan", days: 3 },
  { words: "Yesterday", days: 1 },
  { words: "eilen", days: 1 },
  { words: "i går", days: 1 },
  { words: "last week", days: 7 },
  { words: "two weeks ago", days: 14 },
  { words: "kaksi viikkoa sitten", days: 14 },
  { words: "viikko sitten", days: 7 },
  { words: "för två veckor sedan", days: 14 },
  { words: "3 days ago", days: 3 },
  { words: "viime kuussa", days: 40 },
  { words: "lauantaina", days: 5 },
])("takes $words to hold a day $days days before", ({ words, days }) => {
  const window = windowSaid(words, POSTED);
  expect(window).toBeDefined();
  expect(days).toBeGreaterThanOrEqual(window?.fromDays ?? Number.POSITIVE_INFINITY);
  expect(days).toBeLessThanOrEqual(window?.toDays ?? Number.NEGATIVE_INFINITY);
});

it("takes a written day within a day of itself", () => {
  expect(windowSaid("9.3.", POSTED)).toEqual({ fromDays: 2, toDays: 4 });
});

it("parts today from last month", () => {
  expect(windowSaid("today", POSTED)?.toDays).toBeLessThan(windowSaid("last month", POSTED)?.fromDays ?? 0);
});

it.each(["always", "ennen", "sitten", "ago", "", "1.1.2030"])("finds no time in '%s'", (words) =>
  expect(windowSaid(words, POSTED)).toBeUndefined(),
);

it.each([
  { post: "Ostin viime viikolla mikron, ja nyt 2 päivää sitten se hajosi", windows: 2 },
  { post: "I bought it on 3 March at your store", windows: 1 },
  { post: "köpte den 3 mars", windows: 1 },
  { post: "ostettu helmikuussa", windows: 1 },
  { post: "viikolla 9 tilattu", windows: 1 },
  { post: "Fix it by Friday. May I have an answer?", windows: 0 },
  { post: "malli PC2.30 maksoi 12.50", windows: 0 },
])("finds $windows times in '$post'", ({ post, windows }) => {
  const found = windowsSaid(post, POSTED);
  expect(found).toHaveLength(windows);
  for (const { fromDays, toDays } of found) expect(fromDays).toBeLessThanOrEqual(toDays);
});
