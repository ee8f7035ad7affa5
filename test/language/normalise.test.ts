import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../shared/language/normalise.ts";

/** The original words under a stretch of the normalised text. */
const under = (original: string, part: string): string => {
  const n = normalise(original);
  const at = n.text.indexOf(part);
  return original.slice(n.startOf(at), n.endOf(at + part.length - 1));
};

describe("normalise", () => {
  it.each([
    { when: "leaves plain text alone", text: "Never again!", expected: "Never again!" },
    { when: "composes letters with marks", text: "a\u0308iti", expected: "äiti" },
    { when: "folds full-width letters", text: "ＮＥＶＥＲ", expected: "NEVER" },
    { when: "opens ligatures", text: "ﬁne", expected: "fine" },
    { when: "drops zero-width characters", text: "re\u200bfu\u2060nd", expected: "refund" },
    { when: "drops tag characters", text: "ok\u{e0070}\u{e0061}", expected: "ok" },
    { when: "drops characters that turn the reading direction", text: "a\u202eb\u2066c", expected: "abc" },
    { when: "drops soft hyphens", text: "laskutus\u00advirhe", expected: "laskutusvirhe" },
    { when: "replaces a lone surrogate", text: "a\ud800b", expected: "a\ufffdb" },
    { when: "keeps emoji whole", text: "no 👍🏽", expected: "no 👍🏽" },
  ])("$when", ({ text, expected }) => expect(normalise(text).text).toBe(expected));

  it.each([
    { text: "x re\u200bfund y", part: "refund", expected: "re\u200bfund" },
    { text: "ﬁne", part: "i", expected: "ﬁ" },
    { text: "👏 a\u0308iti!", part: "äiti", expected: "a\u0308iti" },
  ])("points from $part back to the original", ({ text, part, expected }) =>
    expect(under(text, part)).toBe(expected),
  );

  it("tells hidden characters from what keyboards leave behind", () => {
    expect(normalise("hi\u{e0070}").hidesCharacters).toBe(true);
    expect(normalise("abc\u202edef").hidesCharacters).toBe(true);
    expect(normalise("a\u200bb\u200bc\u200bd").hidesCharacters).toBe(true);
    expect(normalise("\ufeffhello\u200b 👨‍👩‍👧 ❤\ufe0f").hidesCharacters).toBe(false);
    expect(normalise("🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}").hidesCharacters).toBe(false);
  });

  it("keeps at most four marks on a letter", () => {
    expect(normalise(`x${"\u0336".repeat(50_000)}`).text.length).toBeLessThanOrEqual(5);
  });

  it.each([
    ["zero-width", "\u200b"],
    ["lone surrogates", "\ud800"],
    ["marks", "z\u0300\u0301\u0302\u0303\u0304\u0305"],
    ["turned text", "\u202e\u202d"],
    ["tags", "\u{e0041}"],
  ])("reads half a megabyte of %s to its end", (_, unit) => {
    const text = unit.repeat(500_000 / unit.length);
    const n = normalise(`${text}end`);
    expect(n.text.endsWith("end")).toBe(true);
    expect(n.endOf(n.text.length - 1)).toBe(text.length + 3);
  });

  const wild = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom("a", "\u0308", "\u200b", "ﬁ", "\ud83d", "👍", "\u202e", "½", "…", "\u{e0041}", " "),
      )
      .map((p) => p.join("")),
  );
  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });

  it("keeps offsets inside the original and in order", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const n = normalise(text);
        let before = 0;
        for (let at = 0; at < n.text.length; at++) {
          expect(n.startOf(at)).toBeGreaterThanOrEqual(before);
          expect(n.endOf(at)).toBeGreaterThan(n.startOf(at));
          before = n.startOf(at);
        }
        expect(n.endOf(n.text.length - 1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
