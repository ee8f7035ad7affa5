import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allMatches } from "../../shared/language/all-matches.ts";
import { moneyWords, sumPattern } from "../../shared/language/lint-rules/money-words.ts";
import { yearsPattern } from "../../shared/language/lint-rules/private-facts.ts";

const patterns = [
  /x*/gu,
  /\b/gu,
  /./gu,
  ...[sumPattern, moneyWords, yearsPattern].map(({ pattern }) => new RegExp(pattern, "giu")),
];
const words = fc.constantFrom("30 €", "x", "xx", "twelve years", "refund", " ", "🙂", "€", "8,80 euroa", "-");

describe("the places of a pattern in a text", () => {
  it("are those that matchAll finds, whatever was looked for before", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom(...patterns), (parts, pattern) => {
        const text = parts.join("");
        const places = (found: Iterable<RegExpExecArray>) => [...found].map((one) => [one.index, ...one]);
        expect(places(allMatches(text, pattern))).toEqual(
          places(text.matchAll(new RegExp(pattern, `gu${pattern.ignoreCase ? "i" : ""}`))),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
