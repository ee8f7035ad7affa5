import { describe, expect, it } from "vitest";
import { lintPromises } from "../../shared/language/lint-promises.ts";
import { findingsOf, found } from "./lint-input.ts";

// Friday, 20 November 2026, in Helsinki already; stored for the end of January.
const promised = {
  now: "2026-11-19T22:30:00.000Z",
  dueAt: "2027-01-31T10:00:00.000Z",
  timeZone: "Europe/Helsinki",
};
const dueOn = (day: string) => ({ promised: { ...promised, dueAt: `${day}T10:00:00.000Z` } });

describe("the day that a text promises", () => {
  it.each([
    ["en", "I'll refund it today.", "today", "2026-11-20"],
    ["en", "We'll pay this afternoon.", "this afternoon", "2026-11-20"],
    ["en", "I will send it tomorrow.", "tomorrow", "2026-11-21"],
    ["en", "I'll send them by Saturday.", "by Saturday", "2026-11-21"],
    ["en", "I'll send them on Sunday.", "on Sunday", "2026-11-22"],
    ["en", "I'll send them by monday.", "by monday", "2026-11-23"],
    ["en", "I'll send them by Tuesday.", "by Tuesday", "2026-11-24"],
    ["en", "I'll send them by Wednesday.", "by Wednesday", "2026-11-25"],
    ["en", "I'll send them by Thursday.", "by Thursday", "2026-11-26"],
    // Said on a Friday, Friday is the next.
    ["en", "I'll send them by Friday.", "by Friday", "2026-11-27"],
    ["en", "I'll send them by 3/12.", "3/12", "2026-12-03"],
    ["fi", "Palautan sen tänään.", "tänään", "2026-11-20"],
    ["fi", "Saat sen huomenna.", "huomenna", "2026-11-21"],
    ["fi", "Lähetän ne lauantaina.", "lauantaina", "2026-11-21"],
    ["fi", "Lähetän ne sunnuntaina.", "sunnuntaina", "2026-11-22"],
    ["fi", "Lähetän ne maanantaina.", "maanantaina", "2026-11-23"],
    ["fi", "Lähetän ne tiistaina.", "tiistaina", "2026-11-24"],
    ["fi", "Lähetän ne keskiviikkona.", "keskiviikkona", "2026-11-25"],
    ["fi", "Lähetän ne torstaina.", "torstaina", "2026-11-26"],
    ["fi", "Lähetän ne perjantaina.", "perjantaina", "2026-11-27"],
    ["fi", "Lähetän ne 3.12.", "3.12", "2026-12-03"],
    // Just gone by, and said with its hour; long past, it is one of next year.
    ["fi", "Lähetän ne 19.11. klo 9.30 mennessä.", "19.11", "2026-11-19"],
    ["fi", "Lähetän ne 24.5.", "24.5", "2026-05-24"],
    ["fi", "Lähetän ne 3.1.", "3.1", "2027-01-03"],
    ["sv", "Jag betalar det i dag.", "i dag", "2026-11-20"],
    ["sv", "Jag skickar dem i morgon.", "i morgon", "2026-11-21"],
    ["sv", "Jag skickar dem på lördag.", "på lördag", "2026-11-21"],
    ["sv", "Jag skickar dem på söndag.", "på söndag", "2026-11-22"],
    ["sv", "Jag skickar dem på måndag.", "på måndag", "2026-11-23"],
    ["sv", "Jag skickar dem senast tisdag.", "senast tisdag", "2026-11-24"],
    ["sv", "Jag skickar dem senast onsdag.", "senast onsdag", "2026-11-25"],
    ["sv", "Jag skickar dem senast torsdag.", "senast torsdag", "2026-11-26"],
    ["sv", "Jag skickar dem senast fredag.", "senast fredag", "2026-11-27"],
  ] as const)("%s: “%s”, %s, is %s", (lang, text, words, day) => {
    expect(found(lintPromises, text, { lang, promised })).toEqual([`day-not-decided hard!: ${words}`]);
    const [finding] = findingsOf(lintPromises, text, { lang, promised });
    expect(finding).toMatchObject({
      reason: `The promise is stored for 2027-01-31; this says ${day}.`,
      better: "2027-01-31",
    });
  });

  it("may be the one that is stored, or later", () => {
    const text = "I'll send them tomorrow.";
    expect(found(lintPromises, text, dueOn("2026-11-22"))).toHaveLength(1);
    expect(found(lintPromises, text, dueOn("2026-11-21"))).toEqual([]);
    expect(found(lintPromises, text, dueOn("2026-11-20"))).toEqual([]);
  });

  it("is read with what we do, in the same sentence, and each day of it by itself", () => {
    const text = "I'll send it. You asked for it by Monday; the bank shows it tomorrow!";
    expect(found(lintPromises, text, { promised })).toEqual([]);
    expect(
      found(lintPromises, "Sorry. I'll pay 8.80 today and send the rest by Monday.", { promised }),
    ).toEqual(["day-not-decided hard!: today", "day-not-decided hard!: by Monday"]);
  });

  it("is none where nothing is stored, or no day is said", () => {
    expect(found(lintPromises, "I'll send them today.")).toEqual([]);
    expect(found(lintPromises, "I'll send them.", { promised })).toEqual([]);
  });
});
