import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../shared/complaint/ids.ts";
import { comparisonsFor } from "../../shared/language/grammar.ts";
import { normalise } from "../../shared/language/normalise.ts";
import { bindPhrases, comparisonsIn } from "../../shared/language/phrase-book.ts";
import { compilePhrase } from "../../shared/language/phrases.ts";
import { sayingsOf } from "../../shared/language/sayings.ts";
import { withBookForms } from "../../shared/language/spoken-finnish.ts";
import { type Reading, read } from "../../shared/language/tokens.ts";
import { reading } from "./a-playbook.ts";

const LANGS: readonly Lang[] = ["en", "fi", "sv"];
const SEED = 20_261_122;

/** Every word of the grammars, so that texts are made of what is looked for. */
const ourWords: readonly string[] = [
  ...new Set(
    LANGS.flatMap((lang) => sayingsOf(lang).flatMap(({ say }) => say)).flatMap((saying) =>
      saying.split(/[\s|?*~…^]+/u),
    ),
  ),
].filter((word) => word !== "");

const zalgo = (word: string): string =>
  [...word].map((letter) => `${letter}\u0300\u0316\u034f\u0489\u1ab0\u20dd`).join("");
const HOSTILE = [
  "\ud800",
  "\udc00",
  "\udfff\ud800",
  "\u202e",
  "\u2066\u2069",
  "\u200b\u200c\u200d\u2060",
  "\ufeff",
  "\u{e0041}\u{e007f}",
  "🏴\u{e0067}\u{e0062}\u{e007f}",
  "👩‍👩‍👧‍👦",
  "❤️",
  "\u0301\u0302\u0303",
  "\u0000\u0007\u001b[31m",
  "ﷺ",
  "ﬃ",
  "½",
  "İ'ss",
  "ßẞ",
  "한\u1112\u1161",
  "𝕹𝖊𝖛𝖊𝖗",
  "＠ｓｈｏｐ",
  "<script>",
  "\u0024{x}",
  "__proto__",
  "constructor",
  "((((a+)+)+)+$",
  "%s%n",
  "'; --",
  ",,,,,,",
  "!!!!????",
  '“”„«»"',
  "> > >",
  "\n\n>",
  ":):(;D<3",
  "#a#b#_",
  "@@@",
  "1.1.1.1.1.1",
  "1 000 000,00",
  "99999999999999999999999999",
  "0,0.0",
  "2026-99-99",
  "https://",
  "www.\u202e",
  "…".repeat(9),
  "n't",
  "'",
  "’’’",
  "::::",
  "-".repeat(9),
];

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...ourWords), weight: 12 },
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 4 },
  { arbitrary: fc.constantFrom(...ourWords).map(zalgo), weight: 1 },
  { arbitrary: fc.constantFrom(...ourWords).map((word) => word.toUpperCase()), weight: 1 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 12 }), weight: 2 },
  {
    arbitrary: fc.constantFrom("Vauhtisport", "@pelitukku", "Rantakulma", "lounas", "football", "shoes"),
    weight: 1,
  },
);
const mixed = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", " ", "", "\n", ". ", ", ", "? ")), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(""));
const raw = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((units) => String.fromCharCode(...units)),
);

describe("whatever is written", () => {
  const holds = (text: string) => {
    const assessed = reading(text);
    for (const { start, end } of assessed.cues) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(JSON.stringify(reading(text))).toBe(JSON.stringify(assessed));
  };

  it("7,000 texts of our words and hostile pieces are read, the same each time, with every cue inside the text", () =>
    fc.assert(fc.property(mixed, holds), { numRuns: 7000, seed: SEED }));

  it("3,000 texts of any units at all are, too", () =>
    fc.assert(fc.property(raw, holds), { numRuns: 3000, seed: SEED }));
});

/** Comparisons of a word with a place of a phrase, over all words of a text; the dearest word known, "years" said over and over, takes about 300. */
const MOST_FOR_ONE_WORD = 1000;
const asRead = (text: string, lang: Lang): Reading => {
  const written = read(normalise(text));
  return lang === "fi" ? withBookForms(written) : written;
};

describe("the work of reading, counted in comparisons", () => {
  const bounded = (text: string) => {
    for (const lang of LANGS) {
      const { tokens } = asRead(text, lang);
      expect(comparisonsFor(tokens, lang)).toBeLessThanOrEqual(MOST_FOR_ONE_WORD * tokens.length);
    }
  };

  it("is bounded by the number of words, whatever they are", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          mixed,
          fc.array(fc.constantFrom(...ourWords), { maxLength: 300 }).map((words) => words.join(" ")),
        ),
        bounded,
      ),
      {
        numRuns: 1000,
        seed: SEED,
      },
    ));

  it.each([
    { when: "a megabyte of one letter", text: "a".repeat(1_000_000) },
    {
      when: "words that nobody ever wrote",
      text: Array.from({ length: 60_000 }, (_, at) => `w${at.toString(36)}q`).join(" "),
    },
    { when: "zalgo", text: zalgo("never again ".repeat(4000)) },
    { when: "lone surrogates", text: "\ud800 \udc00".repeat(40_000) },
    { when: "text turned round", text: "\u202enever buy\u202c ".repeat(10_000) },
    { when: "a hundred thousand commas", text: ",".repeat(100_000) },
    { when: "a hundred thousand apostrophes in a word", text: `a${"'a".repeat(100_000)}` },
    {
      when: "one sentence of our words in turn",
      text: Array.from({ length: 60_000 }, (_, at) => ourWords[at % ourWords.length]).join(" "),
    },
  ])("is bounded for $when", ({ text }) => {
    bounded(text);
    expect(() => reading(text)).not.toThrow();
  });

  it.each(LANGS)("does not grow faster than one sentence of its commonest anchors does in '%s'", (lang) => {
    const cost = (words: readonly string[]) => comparisonsFor(asRead(words.join(" "), lang).tokens, lang);
    const dearest = ourWords
      .map((word) => ({ word, cost: cost(Array.from({ length: 30 }, () => word)) }))
      .sort((a, b) => b.cost - a.cost)
      .slice(0, 12)
      .map(({ word }) => word);
    const sentence = (length: number) =>
      Array.from({ length }, (_, at) => dearest[at % dearest.length] ?? "");
    expect(cost(sentence(60_000))).toBeLessThanOrEqual(11 * cost(sentence(6_000)));
    for (const word of dearest) bounded(`${word} `.repeat(2_000));
  });

  it("does not try an operator's phrase of many parts in all ways", () => {
    const book = bindPhrases([{ id: "it", phrase: compilePhrase(`apple ${"… b ".repeat(10)}… zz`, "en") }]);
    const { tokens } = read(normalise("apple b b b ".repeat(1_000)));
    expect(comparisonsIn(book, tokens)).toBeLessThan(100 * tokens.length);
  });
});
