import { describe, expect, it } from "vitest";
import { sets } from "../../shared/language/compose.ts";
import { readSaid } from "../../shared/language/said-back.ts";

const missing = (lang: "en" | "fi" | "sv", text: string) =>
  readSaid(text, [], sets[lang], undefined).slots["missing"];

describe("the part of a meal that is said back as missing", () => {
  it.each([
    ["fi", "Linjastosta puuttui KAIKKI kasvikset, mutta maksoin täyden.", "lainkaan kasviksia"],
    ["fi", "Leipä loppu jo puoliltapäivin.", "leipää"],
    ["sv", "Såsen var slut.", "sås"],
    ["en", "There was no bread left.", "any bread"],
  ] as const)("%s: “%s”", (lang, text, part) => {
    expect(missing(lang, text)).toContain(part.split(" ").at(-1));
  });

  it.each([
    ["fi", "Buffetista oli lämmin ruoka loppu. Salaattia ja leipää siis, täydellä hinnalla."],
    ["sv", "Den varma maten var slut, potatis och sås fick jag."],
    ["en", "The hot food had run out. Salad and bread it was, at the full price."],
  ] as const)("%s: not what the writer did get: “%s”", (lang, text) => {
    expect(missing(lang, text)).toBeUndefined();
  });
});
