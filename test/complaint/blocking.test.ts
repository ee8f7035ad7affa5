import { expect, it } from "vitest";
import { filingKeys, MAX_QUERIES, queryKeys } from "../../shared/complaint/blocking.ts";

it.each([
  { when: "the name as it is", written: "Marja Lehtonen", onFile: "Marja Lehtonen" },
  { when: "the family name first", written: "Lehtonen Marja", onFile: "Marja Lehtonen" },
  { when: "an initial", written: "M. Lehtonen", onFile: "Marja Lehtonen" },
  { when: "a slip in the family name", written: "Marja Lehtnen", onFile: "Marja Lehtonen" },
  { when: "a slip in the first name", written: "Mraja Lehtonen", onFile: "Marja Lehtonen" },
  { when: "letters without marks", written: "Sari Haemaelaeinen", onFile: "Sari Hämäläinen" },
  { when: "a short form with another initial", written: "Sasha Ivanov", onFile: "Aleksandr Ivanov" },
  { when: "a full form where the file has the short one", written: "William Harker", onFile: "Bill Harker" },
  { when: "a second name", written: "Marja Liisa Lehtonen", onFile: "Marja Lehtonen" },
  { when: "one of two family names", written: "Anna Virtanen-Korhonen", onFile: "Anna Virtanen" },
  { when: "one word alone", written: "Lehtonen", onFile: "Marja Lehtonen" },
])("finds a customer by $when", ({ written, onFile }) => {
  const filed = new Set(filingKeys(onFile));
  expect(queryKeys(written).some((key) => filed.has(key))).toBe(true);
});

it("does not fetch a namesake's namesake", () => {
  const filed = new Set(filingKeys("Pekka Virtanen"));
  expect(queryKeys("Marja Lehtonen").some((key) => filed.has(key))).toBe(false);
});

it("asks at most three times, and not at all without a name", () => {
  for (const name of ["Aleksandr Sergei Ivanov Petrov", "Nguyễn Thị Thu Hương", "Liisa Maija Lena"]) {
    expect(queryKeys(name).length).toBeLessThanOrEqual(MAX_QUERIES);
  }
  expect(queryKeys("🏒")).toEqual([]);
  expect(queryKeys("M")).toEqual([]);
  expect(filingKeys("")).toEqual([]);
});
