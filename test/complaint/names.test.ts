import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNames,
  compareTokens,
  foldName,
  looseFold,
  nameFrequencies,
  nameTokens,
} from "../../shared/complaint/names.ts";

describe("folding", () => {
  it.each([
    {
      when: "drops Finnish and Swedish marks",
      name: "Päivi Öhman-Åkerlund",
      expected: "paivi ohman akerlund",
    },
    {
      when: "reads look-alike letters in a mixed word as Latin",
      name: "Mаrjа Lеhtоnen",
      expected: "marja lehtonen",
    },
    { when: "writes a Cyrillic name in Latin letters", name: "Наталья Петрова", expected: "natalya petrova" },
    {
      when: "drops emoji, digits and punctuation",
      name: "🏒 Marja_Lehtonen77 (HIFK)!",
      expected: "marja lehtonen hifk",
    },
    { when: "drops invisible characters", name: "Mar\u200bja Leh\u00adtonen", expected: "marja lehtonen" },
    { when: "reads fancy letters as plain ones", name: "𝓜𝓪𝓻𝓳𝓪 ＬＥＨＴＯＮＥＮ", expected: "marja lehtonen" },
    { when: "keeps an apostrophe name in one word", name: "Thomas O’Brien", expected: "thomas obrien" },
    { when: "drops Vietnamese tones and the barred d", name: "Phạm Minh Đức", expected: "pham minh duc" },
    { when: "leaves nothing of a name without letters", name: "✨ 1234 ✨", expected: "" },
  ])("$when", ({ name, expected }) => expect(foldName(name)).toBe(expected));

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const once = foldName(name);
        expect(foldName(once)).toBe(once);
      }),
    );
  });

  it.each([
    ["haemaelaeinen", "hamalainen"],
    ["wirtanen", "virtanen"],
    ["alexander", "aleksander"],
    ["backman", "bakman"],
    ["yuri", "juri"],
  ])("makes one of %s and %s in keys", (a, b) => expect(looseFold(a)).toBe(looseFold(b)));

  it("parts a name written together and keeps a common one whole", () => {
    expect(nameTokens("MarjaLehtonen")).toEqual(["marja", "lehtonen"]);
    expect(nameTokens("Ronald McDonald")).toEqual(["ronald", "mcdonald"]);
  });
});

describe("words of a name", () => {
  it.each([
    { written: "marja", onFile: "marja", expected: "exact" },
    { written: "m", onFile: "marja", expected: "initial" },
    { written: "k", onFile: "marja", expected: undefined },
    { written: "jussi", onFile: "juhani", expected: "nickname" },
    { written: "bill", onFile: "william", expected: "nickname" },
    { written: "sasha", onFile: "aleksandr", expected: "nickname" },
    { written: "hannu", onFile: "jussi", expected: undefined },
    { written: "alexandr", onFile: "aleksandr", expected: "variant" },
    { written: "lehtnen", onFile: "lehtonen", expected: "similar" },
    { written: "virtaneva", onFile: "virtanen", expected: undefined },
    { written: "marjo", onFile: "marja", expected: undefined },
    { written: "hannu", onFile: "hanna", expected: undefined },
    { written: "heikkila", onFile: "heikkinen", expected: undefined },
  ])("says $expected of $written for $onFile", ({ written, onFile, expected }) =>
    expect(compareTokens(written, onFile)).toBe(expected),
  );

  it("takes a slip for another name when other people bear it", () => {
    expect(compareTokens("mustanen", "mustonen", () => true)).toBeUndefined();
    expect(compareTokens("mustanen", "mustonen", () => false)).toBe("similar");
  });
});

describe("whole names", () => {
  it.each([
    { written: "Marja Lehtonen", onFile: "Lehtonen Marja", expected: "exact" },
    { written: "Hamalainen Sari", onFile: "Sari Hämäläinen", expected: "exact" },
    { written: "Jussi Laitinen", onFile: "Juhani Laitinen", expected: "close" },
    { written: "Marja-Liisa Lehtonen", onFile: "Marja Lehtonen", expected: "close" },
    { written: "M. Lehtonen", onFile: "Marja Lehtonen", expected: "weak" },
    { written: "Marja", onFile: "Marja Lehtonen", expected: "weak" },
    { written: "Pekka Lehtonen", onFile: "Marja Lehtonen", expected: "against" },
    { written: "Aino Virtanen", onFile: "Aino Virtaneva", expected: "against" },
    { written: "Jukka Halonen", onFile: "Marja Lehtonen", expected: "against" },
  ])("finds $written and $onFile $expected", ({ written, onFile, expected }) =>
    expect(compareNames(written, onFile).level).toBe(expected),
  );

  it("does not depend on the order of the words", () => {
    const word = fc.constantFrom("marja", "liisa", "lehtonen", "m", "juhani", "jussi", "virtanen");
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const straight = compareNames(a.join(" "), b.join(" "));
        expect(compareNames(a.toReversed().join(" "), b.toReversed().join(" ")).level).toBe(straight.level);
      }),
    );
  });
});

it("counts in how many names a word stands", () => {
  const frequency = nameFrequencies(["Marja Lehtonen", "Päivi Lehtonen", "Matti Virtanen", "Matti Matti"]);
  expect(frequency("lehtonen")).toBe(0.5);
  expect(frequency("matti")).toBe(0.5);
  expect(frequency("korhonen")).toBe(0);
});
