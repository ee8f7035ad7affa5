import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyOf } from "../../shared/language/lint-rules/any-of.ts";
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
    { of: [cat, dog, fish], finds: ["a cat", "DOG", "x-fish"], not: ["bobcat", "hotdog", "fish", ""] },
    { of: [cat, dog], finds: ["a cat", "DOG"], not: ["bobcat", "x-fish", ""] },
    { of: [fish], finds: ["x-FISH"], not: ["a cat", "fish", ""] },
  ])("$of", ({ of, finds, not }) => {
    const any = anyOf(of);
    for (const text of finds) expect(any.test(text), text).toBe(true);
    for (const text of not) expect(any.test(text), text).toBe(false);
  });
});

describe("what is asked before the patterns", () => {
  const many = [
    ...LANGS.map((lang) => styleRules.flatMap(({ words }) => words[lang].patterns)),
    [voucherWords, refundWords, exchangeWords, replacementWords, redoWords],
  ];

  it("finds whatever any of them finds", () => {
    for (const patterns of many) {
      const any = anyOf(patterns);
      fc.assert(
        fc.property(found(patterns), ([pattern, words, before]) => {
          const text = `${before}${words}`;
          if (new RegExp(pattern.source, "iu").test(text)) expect(any.test(text)).toBe(true);
        }),
        { numRuns: Math.min(200, LAW_RUNS) },
      );
    }
  });

  it("finds nothing that none of them finds", () => {
    const any = anyOf(many[0] ?? []);
    expect(any.test("Your boots will be there on Friday, and I'm sorry. – Laura")).toBe(false);
  });

  it("holds no pattern back that money, dates or addresses need", () => {
    const needs: (readonly [RegExp, RegExp])[] = [
      ...neededFor,
      [yearsPattern, yearWords],
      ...factRules.flatMap(({ pattern, needs: needed }) =>
        needed === undefined ? [] : [[pattern, needed] as const],
      ),
    ];
    expect(needs.map(([pattern]) => pattern)).toEqual(expect.arrayContaining([sumPattern, percentPattern]));
    for (const [pattern, needed] of needs)
      fc.assert(
        fc.property(found([pattern]), ([, words, before]) => {
          const text = `${before}${words}`;
          if (new RegExp(pattern.source, "iu").test(text)) expect(needed.test(text)).toBe(true);
        }),
        { numRuns: Math.min(40, LAW_RUNS) },
      );
  });
});
