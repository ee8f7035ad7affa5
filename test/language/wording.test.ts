import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allMatches } from "../../shared/language/all-matches.ts";
import {
  exchangeWords,
  neededFor,
  percentPattern,
  redoWords,
  refundWords,
  replacementWords,
  sumPattern,
  voucherWords,
} from "../../shared/language/lint-rules/money-words.ts";
import { factRules, yearsPattern, yearWords } from "../../shared/language/lint-rules/private-facts.ts";
import { styleRules } from "../../shared/language/lint-rules/style-rules.ts";
import { anyOf, inSmallLetters, Wording } from "../../shared/language/wording.ts";
import { LAW_RUNS } from "../support/law-runs.ts";

const LANGS = ["en", "fi", "sv"] as const;

/** Texts that the pattern finds, and the same inside other words. */
const found = (patterns: readonly RegExp[]) =>
  fc
    .constantFrom(...patterns)
    .chain((pattern) =>
      fc.tuple(fc.constant(pattern), fc.stringMatching(withoutLooks(pattern)), fc.constantFrom("", " ", "x")),
    );
/** Looks to either side, and marks of Unicode, which fast-check cannot make words of. */
const withoutLooks = ({ source }: RegExp): RegExp =>
  new RegExp(
    source
      .replace(/\(\?<?[!=](?:[^()[\]]|\[[^\]]*\]|\([^()]*\))*\)/g, "")
      .replaceAll("\\p{L}", "[a-z]")
      .replaceAll("\\p{Lu}", "[A-Z]")
      .replaceAll("\\p{Ll}", "[a-z]"),
  );

describe("any of several patterns", () => {
  const cat = /(?<!\p{L})cats?/u;
  const dog = /(?<!\p{L})dog/u;
  const fish = /-fish/u;
  it.each([
    { of: [cat, dog, fish], finds: ["a cat", "dog", "x-fish"], not: ["bobcat", "hotdog", "fish", ""] },
    { of: [cat, dog], finds: ["a cat", "dog"], not: ["bobcat", "x-fish", ""] },
    { of: [fish], finds: ["x-fish"], not: ["a cat", "fish", ""] },
  ])("$of", ({ of, finds, not }) => {
    const any = anyOf(of);
    for (const text of finds) expect(any.isIn(inSmallLetters(text)), text).toBe(true);
    for (const text of not) expect(any.isIn(inSmallLetters(text)), text).toBe(false);
  });
});

describe("what is asked before the patterns", () => {
  const many = [
    ...LANGS.map((lang) => styleRules.flatMap(({ words }) => words[lang].patterns)),
    [voucherWords, refundWords, exchangeWords, replacementWords, redoWords].map(({ pattern }) => pattern),
  ];

  it("finds whatever any of them finds", () => {
    for (const patterns of many) {
      const any = anyOf(patterns);
      fc.assert(
        fc.property(found(patterns), ([pattern, words, before]) => {
          const text = `${before}${words}`;
          if (new RegExp(pattern.source, "iu").test(text)) expect(any.isIn(inSmallLetters(text))).toBe(true);
        }),
        { numRuns: Math.min(200, LAW_RUNS) },
      );
    }
  });

  it("finds nothing that none of them finds", () => {
    const any = anyOf(many[0] ?? []);
    expect(any.isIn(inSmallLetters("Your boots will be there on Friday, and I'm sorry. – Laura"))).toBe(
      false,
    );
  });

  it("holds no pattern back that money, dates or addresses need", () => {
    const needs: (readonly [Wording, Wording])[] = [
      ...neededFor,
      [yearsPattern, yearWords],
      ...factRules.flatMap(({ pattern, needs: needed }) =>
        needed === undefined ? [] : [[pattern, needed] as const],
      ),
    ];
    expect(needs.map(([pattern]) => pattern)).toEqual(expect.arrayContaining([sumPattern, percentPattern]));
    for (const [{ pattern }, needed] of needs)
      fc.assert(
        fc.property(found([pattern]), ([, words, before]) => {
          const text = `${before}${words}`;
          if (new RegExp(pattern.source, "iu").test(text))
            expect(needed.isIn(inSmallLetters(text))).toBe(true);
        }),
        { numRuns: Math.min(40, LAW_RUNS) },
      );
  });
});

describe("a wording in small letters", () => {
  it.each([
    ["stands where it stood in the text", /(?<!\p{L})cats?/u, "A CAT, bobcats, İ CATS", ["2 cat", "18 cats"]],
    ["ends with a letter of ours", /refund\p{L}*/u, "REFUNDÉEŠ!", ["0 refundéeš"]],
    ["has letters of every Latin alphabet", /\p{L}+/u, "Hồng ŠİſSỠ", ["0 hồng", "5 šissỡ"]],
    ["has letters in a class, and beside it none", /[\p{L}\d]+|\P{L}!/u, "Å1 -!", ["0 å1", "3 -!"]],
    ["has its signs as they are", /\[\d\]|\s\S/u, "[7] x", ["0 [7]", "3  x"]],
  ])("%s", (_, pattern, text, places) => {
    const wording = new Wording(pattern);
    const small = inSmallLetters(text);
    expect(small).toHaveLength(text.length);
    expect(wording.find(small).map((match) => `${match.index} ${match[0]}`)).toEqual(places);
    expect(wording.words(small)).toEqual(places.map((place) => place.replace(/^\d+ /, "")));
    expect(wording.isIn(small)).toBe(true);
    expect(wording.isIn(inSmallLetters("?"))).toBe(false);
  });

  it.each([/Refund/u, /[A-Z]/u, /\p{Lu}/u, /x\P{Ll}/u])("is refused with a capital: %s", (pattern) => {
    expect(() => new Wording(pattern)).toThrow(/no capital is ever found/);
  });

  it("finds what the pattern finds in the text itself, in any case", () => {
    const wording = new Wording(/(?<!\p{L})(?:rahat takaisin|återbetal\p{L}*|refund)(?!\p{L})/u);
    const words = fc.constantFrom(
      "Rahat takaisin",
      "ÅTERBETALAS",
      "refund",
      "Refunds",
      " ",
      "ä",
      "ß",
      "Đ",
      "🙂",
      "İ",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const written = allMatches(text, new RegExp(wording.pattern, "giu"));
        expect(wording.find(inSmallLetters(text)).map(({ index }) => index)).toEqual(
          written.map(({ index }) => index),
        );
      }),
    );
  });
});
