import { describe, expect, it } from "vitest";
import { findingAt, withoutAddresses, wordsAround } from "../../shared/language/lint-finding.ts";
import { inputOf } from "./lint-input.ts";

describe("a finding", () => {
  const of = { rule: "link", severity: "soft", overrulable: true, reason: "Why." } as const;
  it("has its place, and a better wording only where there is one", () => {
    const found = { ...of, side: "private", start: 3, end: 7 };
    const input = inputOf("Some text", { side: "private" });
    expect(findingAt(input, 3, 7, of)).toStrictEqual(found);
    expect(findingAt(input, 3, 7, { ...of, better: "So." })).toStrictEqual({ ...found, better: "So." });
  });
});

describe("a text without addresses", () => {
  it.each([
    ["See https://shop.fi/a?b=1 now", "See                       now"],
    ["See http://shop.fi now", "See                now"],
    ["@laura_k hello", "         hello"],
    ["hello,@laura", "hello,      "],
    ["laura@shop.fi", "laura@shop.fi"],
    ["9@shop.fi and a.b-@shop.fi", "9@shop.fi and a.b-@shop.fi"],
    ["at 12:30 https", "at 12:30 https"],
  ])("%s", (text, blanked) => {
    expect(withoutAddresses(text)).toBe(blanked);
  });
});

describe("the sentence around a place", () => {
  const text = "One here. Two, there: now! Three\nfour; five?six";
  it.each([
    ["One", "One here"],
    ["here", "One here"],
    ["Two", " Two, there: now"],
    ["now", " Two, there: now"],
    ["Three", " Three"],
    ["four", "four"],
    ["five", " five"],
    ["six", "six"],
    [":", " Two, there: now"],
    ["!", " Two, there: now"],
  ])("%s stands in “%s”", (word, sentence) => {
    expect(wordsAround(text, text.indexOf(word))).toBe(sentence);
  });
});
