import { describe, expect, it } from "vitest";
import { lintForm } from "../../shared/language/lint-form.ts";
import { findingsOf, found, playbook as plain } from "./lint-input.ts";

const reasonsOf = (...[text, over]: [string, Parameters<typeof found>[2]?]) =>
  findingsOf(lintForm, text, over).map(({ reason }) => reason);

describe("what was to be filled in", () => {
  it.each([
    ["Hi {name}, hello", ["{name}"]],
    ["Hi {{name}}, hello", ["{{name}}"]],
    ["Hi [name] and <b>", ["[name]", "<b>"]],
    ["Hi {}, hello", ["{}"]],
    ["one } left", ["}"]],
    ["undefined is here", ["undefined"]],
    ["a null, a NaN and a TODO", ["null", "NaN", "TODO"]],
    ["nullify, Xundefined", []],
    ["size XXXXXX or XXXX", ["XXXXXX", "XXXX"]],
    ["Hej _____, hej", ["_____"]],
    ["snake_case, __", []],
    ["(round brackets)", []],
  ])("%s", (text, holes) => {
    expect(found(lintForm, text)).toEqual(holes.map((hole) => `unfilled-slot hard!: ${hole}`));
  });
});

describe("a link", () => {
  const text = "See shop.fi/help for it.";
  it.each([
    { side: "public", channel: "facebook", is: "link hard: shop.fi/help" },
    { side: "private", channel: "facebook", is: "link soft: shop.fi/help" },
    { side: "public", channel: "x", is: "link hard!: shop.fi/help" },
    { side: "private", channel: "x", is: "link soft!: shop.fi/help" },
  ] as const)("is, $side on $channel, $is", ({ side, channel, is }) => {
    expect(found(lintForm, text, { side, channel })).toEqual([is]);
  });

  it("costs more on X", () => {
    expect(reasonsOf(text, { channel: "x" })[0]).toContain("twenty times");
    expect(reasonsOf(text)[0]).not.toContain("twenty times");
  });

  it("is none where a stop is followed by a new sentence", () => {
    expect(found(lintForm, "Well. It is here.")).toEqual([]);
  });
});

describe("the length", () => {
  const long = (length: number) => "y".repeat(length);
  it.each([
    { side: "public", channel: "x", most: 280, is: "too-long hard!" },
    { side: "public", channel: "facebook", most: 500, is: "too-long soft" },
    { side: "private", channel: "facebook", most: 2000, is: "too-long hard!" },
  ] as const)("may be $most, $side on $channel", ({ side, channel, most, is }) => {
    expect(found(lintForm, long(most), { side, channel })).toEqual([]);
    expect(found(lintForm, long(most + 1), { side, channel })).toEqual([`${is}: ${long(most + 1)}`]);
    expect(reasonsOf(long(most + 1), { side, channel })[0]).toContain(`${most + 1}`);
  });

  it("says how much a channel takes, where it takes no more", () => {
    expect(reasonsOf(long(281), { channel: "x" })[0]).toContain("280");
    expect(reasonsOf(long(2001), { side: "private" })[0]).toContain("2000");
  });

  it("has no end in a private message on X", () => {
    expect(found(lintForm, long(9000), { side: "private", channel: "x" })).toEqual([]);
  });

  it("does not count the handles that a reply begins with, and counts all others", () => {
    expect(found(lintForm, `@laura  @ab ${long(280)}`, { channel: "x" })).toEqual([]);
    expect(found(lintForm, `@laura  @ab ${long(281)}`, { channel: "x" })).toHaveLength(1);
    expect(found(lintForm, `${long(272)} @laura_k ok`, { channel: "x" })).toHaveLength(1);
  });
});

describe("shouting", () => {
  it("is every exclamation mark after the first", () => {
    const over = { side: "private" } as const;
    expect(found(lintForm, "So sorry! Really!", over)).toEqual(["exclamations hard: !"]);
    expect(findingsOf(lintForm, "A! B! C!", over)).toMatchObject([
      { start: 4, end: 5, better: "." },
      { start: 7, end: 8, better: "." },
    ]);
    expect(found(lintForm, "So sorry!", over)).toEqual([]);
  });

  it.each([
    ["DELIVERY here", ["DELIVERY"]],
    ["SERVICE here", []],
    ["it is NOT you", ["NOT"]],
    ["it is NO good", []],
    ["#DELIVERY @DELIVERY", []],
    ["DELIVERY2 2DELIVERY", []],
    ["DELIVERYs myDELIVERY", []],
    ["HDMI and PSN", []],
    ["ŠOKEERAAVAA here", ["ŠOKEERAAVAA"]],
  ])("is a word in capitals that is long or that anybody knows: %s", (text, capitals) => {
    expect(found(lintForm, text)).toEqual(capitals.map((word) => `all-caps hard: ${word}`));
  });

  it.each([
    ["en", "SORRY"],
    ["fi", "HYVÄ"],
    ["sv", "FÖRLÅT"],
  ] as const)("knows the words of the language: %s, %s", (lang, word) => {
    expect(findingsOf(lintForm, word, { lang })).toMatchObject([
      { rule: "all-caps", better: word.toLowerCase() },
    ]);
  });

  it("is no part of an address", () => {
    expect(found(lintForm, "See https://example.org/?from=SITESEARCHES")).toEqual([
      "link hard: https://example.org/?from=SITESEARCHES",
    ]);
  });

  it("is no name of the brand or a competitor, and no code for the till", () => {
    const competitors = [{ id: "s", name: "Sportlagret", aliases: [] }];
    const playbook = { ...plain, ownNames: ["Kenttäkauppa"], competitors };
    const text = "KENTTÄKAUPPA SPORTLAGRET QWERTYUIOP";
    expect(found(lintForm, text, { playbook, storeOrderCode: "qwertyuiop" })).toEqual([]);
    expect(found(lintForm, text, { playbook })).toEqual(["all-caps hard: QWERTYUIOP"]);
    expect(found(lintForm, text, { playbook: { ...playbook, ownNames: [], competitors: [] } })).toHaveLength(
      3,
    );
    expect(found(lintForm, "NOT", { storeOrderCode: "NOT" })).toEqual([]);
  });

  it("is no name that the writer wrote so, and is a word that anybody knows", () => {
    expect(found(lintForm, "the PLAYSTATION", { writerText: "My PLAYSTATION broke" })).toEqual([]);
    expect(found(lintForm, "the PLAYSTATION", { writerText: "My console broke" })).toHaveLength(1);
    expect(found(lintForm, "it is NOT", { writerText: "It is NOT on" })).toHaveLength(1);
  });
});

describe("the language", () => {
  const texts = {
    en: "I am looking for your order today and will write to you again.",
    fi: "Etsin tilauksesi tänään ja kirjoitan sinulle siitä heti uudelleen.",
    sv: "Jag letar efter din beställning i dag och skriver sedan till dig.",
  };
  const names = { en: "English", fi: "Finnish", sv: "Swedish" };
  const langs = ["en", "fi", "sv"] as const;
  it.each(langs.flatMap((wrote) => langs.map((lang) => ({ wrote, lang }))))(
    "is $lang where the writer wrote $wrote",
    ({ wrote, lang }) => {
      const findings = findingsOf(lintForm, texts[lang], { lang: wrote });
      if (lang === wrote) return expect(findings).toEqual([]);
      expect(findings).toMatchObject([
        { rule: "language", severity: "hard", overrulable: true, start: 0, end: texts[lang].length },
      ]);
      expect(findings[0]?.reason).toBe(`This is ${names[lang]}; the writer wrote ${names[wrote]}.`);
    },
  );

  it("is not judged by fewer than six words", () => {
    expect(found(lintForm, "Ei se ole nyt oikein.")).toEqual([]);
    expect(found(lintForm, "Ei se ole nyt oikein, 7.")).toEqual([]);
    expect(found(lintForm, "Ei se ole nyt oikein meillä.")).toHaveLength(1);
    expect(found(lintForm, "12 34 56 78 90 12 34")).toEqual([]);
  });

  it("is not judged by words that any language may hold", () => {
    // More Finnish than English, but hardly.
    expect(found(lintForm, "Sneaker outlet box mall kassa bonus")).toEqual([]);
  });

  it("is not judged where it is none of the three", () => {
    expect(found(lintForm, "Ich suche heute Ihre Bestellung und schreibe Ihnen dann wieder.")).toEqual([]);
  });
});

describe("likeness to what was sent", () => {
  const sent = "one two three four five six seven eight nine";
  const seven = "one two three four five six seven apple pear";
  const six = "one two three four five six apple pear plum";

  it("is found from half of all runs of four words", () => {
    expect(found(lintForm, seven, { recentReplies: [sent] })).toEqual([`near-duplicate hard: ${seven}`]);
    expect(found(lintForm, six, { recentReplies: [sent] })).toEqual([]);
  });

  it("is found to any of them, whoever is addressed", () => {
    const other = "nothing like it at all stands in this reply";
    for (const recentReplies of [
      [sent, other],
      [other, `@marja ${sent}`],
    ])
      expect(found(lintForm, `@pekka ${sent}`, { recentReplies })).toHaveLength(1);
    expect(found(lintForm, sent, { recentReplies: [other] })).toEqual([]);
    expect(found(lintForm, sent)).toEqual([]);
  });

  it("is not asked of private messages", () => {
    expect(found(lintForm, sent, { recentReplies: [sent], side: "private" })).toEqual([]);
  });

  it.each(["en", "fi", "sv"] as const)("says what to do instead in %s", (lang) => {
    const better = findingsOf(lintForm, sent.slice(0, 23), { lang, recentReplies: [sent.slice(0, 23)] })[0]
      ?.better;
    expect(better).toMatch({ en: /writer/, fi: /kirjoittaja/, sv: /skribent/ }[lang]);
  });
});
