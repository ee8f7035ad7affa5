import fc from "fast-check";
import twitterText from "twitter-text";
import { describe, expect, it } from "vitest";
import { weightedLength } from "../../shared/language/weighted-length.ts";

describe("the length that X counts", () => {
  it.each([
    ["Hej – du", 8],
    ["©", 1],
    ["©\ufe0f", 2],
    ["🙂!", 3],
    ["kenttäkauppa.fi", 23],
    ["e\u0301", 1],
  ])("%s weighs %i", (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });

  it("is what twitter-text says of any text", () => {
    const words = fc.constantFrom(
      "shop.fi",
      "https://x.com/a",
      "1.5",
      ".",
      "a.b",
      "–",
      "…",
      "“",
      "ş",
      "日本",
      "👩‍👩‍👧",
      "®",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join("");
          expect(weightedLength(text)).toBe(twitterText.parseTweet(text).weightedLength);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
