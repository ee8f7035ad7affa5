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

const flags = (text: string) => readSaid(text, [], sets.fi, undefined).flags;

describe("a size, in Finnish", () => {
  it.each([
    "Menin vaihtamaan ne oikeaan kokoon.",
    "Pojalle kengät väärää kokoa.",
    "Tilasin koon 43, laatikossa oli 41.",
    "Koko ei sovi ollenkaan.",
    "Tuli ihan väärän kokoiset monot.",
    "Luistimet oli puoli numeroo liian pienet.",
  ])("is said in “%s”", (text) => {
    expect(flags(text).has("size")).toBe(true);
  });

  it.each([
    "Kassa tiuski niin että koko sali hiljeni, eikä vaihdettu.",
    "Meni koko lounastunti siihen.",
    "Meni oikeasti koko ilta ja väärin koko homma.",
    "Takki ei kelvannut vaihtoon, vaikka kokosin laput talteen.",
    "Annoin tilausnumeroa ja numeroa perään.",
  ])("is not said in “%s”", (text) => {
    expect(flags(text).has("size")).toBe(false);
  });
});

describe("twice charged, in Finnish", () => {
  it.each([
    "Minulta veloitettiin kahdesti.",
    "Kaks kertaa velotettu samasta lounaasta.",
    "Kassalla lyötiin kypärä kahteen kertaan.",
    "Sama 149 € on lähtenyt kaksi kertaa.",
  ])("is said in “%s”", (text) => {
    expect(flags(text).has("twice")).toBe(true);
  });

  it.each(["Soitin teille kahdesti, kukaan ei vastannut.", "Hyllyssä luki toinen hinta. Luin kahdesti."])(
    "is not said in “%s”",
    (text) => {
      expect(flags(text).has("twice")).toBe(false);
    },
  );
});
