import { describe, expect, it } from "vitest";
import { saysBack } from "../../shared/language/lint-paraphrase.ts";
import { inputOf } from "./lint-input.ts";

const says = (text: string, writerText?: string) => saysBack(inputOf(text, { writerText }));

describe("saying back what happened", () => {
  it.each([
    ["two words of this matter alone", "Sorry about the helmet and the visor.", true],
    ["one word twice", "Sorry about the helmet, the helmet.", false],
    ["one word", "Sorry about the helmet.", false],
    ["none", "Sorry for the trouble, we will help.", false],
    ["words of two letters", "Sorry: tv, pc.", false],
    [
      "the address of a site and handles",
      "Sorry https://helmet.fi http://visor.fi @helmet #visor ^helmet",
      false,
    ],
    ["words with signs in them", "Sorry about visor#1 and helmet", true],
    ["an address of mail", "Sorry helmet@visor.fi", false],
    ["a signature", "Sorry about the helmet. – Visor", false],
    ["a signature with a space behind", "Sorry about the helmet. ~Visor ", false],
    ["a name that stands before the end", "Sorry about the helmet – Visor is here", true],
    ["words of anybody's with a round apostrophe", "Sorry, we don’t and you’re and I’ve", false],
    ["words that begin as anybody's do, or are one such beginning", "Sorry, frustrating, help", false],
  ])("is not, or is, %s: %s", (_, text, isSaid) => {
    expect(says(text)).toBe(isSaid);
  });

  it.each([
    ["the same word", "Sorry about the helmet.", "My HELMET broke.", true],
    ["a word that begins alike", "Sorry about the vegetables.", "No vegetable at all.", true],
    ["a word that begins alike in four letters only", "Sorry about the helmet.", "The helmsman.", false],
    ["another word", "Sorry about the helmet.", "My tent leaks.", false],
    ["a word of anybody's", "Sorry for the trouble.", "What a trouble.", false],
  ])("takes up %s of the writer's", (_, text, writerText, isSaid) => {
    expect(says(text, writerText)).toBe(isSaid);
  });

  it("looks into the words of the reply's language", () => {
    expect(saysBack(inputOf("Olen pahoillani, autamme sinua.", { lang: "fi" }))).toBe(false);
    expect(saysBack(inputOf("Jag är ledsen, vi hjälper dig.", { lang: "sv" }))).toBe(false);
    expect(saysBack(inputOf("Olen pahoillani kypärästä ja visiiristä.", { lang: "fi" }))).toBe(true);
  });
});
