import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../shared/language/normalise.ts";
import { bindPhrases, findPhrases, isNegated } from "../../shared/language/phrase-book.ts";
import { compileGrammar } from "../../shared/language/phrases.ts";
import { withBookForms } from "../../shared/language/spoken-finnish.ts";
import { read } from "../../shared/language/tokens.ts";

const spoken = (text: string) => withBookForms(read(normalise(text))).tokens;
const meets = (text: string, saying: string): boolean =>
  findPhrases(bindPhrases([{ id: "said", phrase: compileGrammar(saying, "fi") }]), spoken(text)).length > 0;

describe("spoken and dialect Finnish", () => {
  it.each([
    { text: "ei oo tullu", saying: "ei ole tullut" },
    { text: "vetoketju hajos", saying: "vetoketju hajosi" },
    { text: "pannari puuttu", saying: "pannari puuttui" },
    { text: "kaks viikkoo", saying: "kaksi viikkoa" },
    { text: "hyllys ei mittään", saying: "hyllyssä ei mitään" },
    { text: "ketju poekki", saying: "ketju poikki" },
    { text: "halavalla suatu", saying: "saatu" },
    { text: "älekkee ostako", saying: "älkää ostako" },
    { text: "mää oon syäny siälä", saying: "minä olen syönyt siellä" },
    { text: "koko yä", saying: "koko yö" },
  ])("$text is read as $saying", ({ text, saying }) => expect(meets(text, saying)).toBe(true));

  it("keeps the word as it was written", () => {
    expect(meets("ei oo tullu", "oo tullu")).toBe(true);
  });

  it("does not read a word as another that stands in the written language", () => {
    expect(meets("hyvä keitto", "huono")).toBe(false);
    expect(meets("takki on tullut", "ei")).toBe(false);
  });

  it("hears a spoken no", () => {
    const tokens = spoken("eipä hajonnut");
    expect(isNegated(tokens, 1)).toBe(true);
  });

  it("leaves places, numbers and order alone, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const plain = read(normalise(text)).tokens;
        expect(spoken(text).map(({ forms: _forms, ...token }) => token)).toEqual(plain);
      }),
    );
  });

  it("offers a bounded number of forms", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aeiouyäöslnrtkps"), minLength: 1, maxLength: 40 }),
        (word) => {
          for (const { forms } of spoken(word)) expect(forms?.length ?? 0).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});
