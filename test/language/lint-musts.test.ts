import { describe, expect, it } from "vitest";
import { lintMusts } from "../../shared/language/lint-musts.ts";
import { byHand, findingsOf, found, giving, remedy, stopping } from "./lint-input.ts";

const complaint = { answersComplaint: true } as const;
const rules = (text: string, over: Parameters<typeof found>[2] = {}) =>
  findingsOf(lintMusts, text, over).map(({ rule, severity }) => `${rule} ${severity}`);

describe("what an answer to a complaint needs", () => {
  const whole = "Your helmet and its visor broke. I'm sorry. I'm messaging you now. – Laura";
  it.each([
    { when: "all is there", text: whole, is: [] },
    {
      when: "nothing of the writer's",
      text: "I'm sorry. I'm messaging you now. – Laura",
      is: ["no-paraphrase hard"],
    },
    { when: "no apology", text: whole.replace("I'm sorry. ", ""), is: ["no-apology hard"] },
    {
      when: "nobody who is sorry",
      text: "Your helmet and its visor broke. Sorry for that. A private message comes today. – Laura",
      is: ["not-in-first-person soft"],
    },
    {
      when: "no step",
      text: "Your helmet and its visor broke. I'm sorry. – Laura",
      is: ["no-next-step hard", "no-private-step hard"],
    },
    {
      when: "a step without a time",
      text: "Your helmet and its visor broke. I'm sorry. I'm looking into it. – Laura",
      is: ["no-time soft", "no-private-step hard"],
    },
    {
      when: "a private step without a time",
      text: "Your helmet and its visor broke. I'm sorry. Details go to your inbox. – Laura",
      is: ["no-time soft"],
    },
    {
      when: "a step with a time that is not private",
      text: "Your helmet and its visor broke. I'm sorry. I'm looking into it today. – Laura",
      is: ["no-private-step hard"],
    },
    { when: "no name", text: whole.replace(" – Laura", ""), is: ["no-signer hard"] },
  ])("$when", ({ text, is }) => {
    expect(rules(text, complaint)).toEqual(is);
  });

  it("is found at the end of the text, and the signer may overrule it", () => {
    const text = "Hello there";
    const all = [
      "no-paraphrase hard: ",
      "no-apology hard: ",
      "no-next-step hard: ",
      "no-private-step hard: ",
      "no-signer hard: ",
    ];
    expect(found(lintMusts, text, complaint)).toEqual(all);
    for (const { start, end } of findingsOf(lintMusts, text, complaint))
      expect([start, end]).toEqual([text.length, text.length]);
  });

  it.each([
    ["en", "Where did you buy it? – Laura"],
    ["en", "The list is at HTTPS://shop.example/list – Laura"],
    ["en", "Please send us the number of your bike. – Laura"],
    ["fi", "Lähetäthän meille kuvan siitä. – Laura"],
    ["sv", "Skicka gärna hit en bild. – Laura"],
    ["en", "The list is at https://shop.example/list – Laura"],
  ] as const)(
    "goes on in %s where it asks or leads somewhere, unless a message must come: %s",
    (lang, text) => {
      expect(rules(text, { ...complaint, lang })).not.toContain("no-private-step hard");
      const decision = giving(remedy("exchange"));
      expect(rules(text, { ...complaint, lang, decision })).toContain("no-private-step hard");
    },
  );

  it("makes the next step the writer's by a question, not by an invitation", () => {
    expect(rules("Which size is it? – Laura", complaint)).not.toContain("no-next-step hard");
    expect(rules("Please contact our support team. – Laura", complaint)).toContain("no-next-step hard");
    expect(
      rules("Which size is it? – Laura", { ...complaint, decision: giving(remedy("exchange")) }),
    ).toContain("no-next-step hard");
  });

  it.each([
    ["en", "We'd like to take a closer look. – Laura"],
    ["en", "The number is enough, so we can find it. – Laura"],
    ["fi", "Numero riittää, jotta voimme hakea sen. – Laura"],
    ["sv", "Numret räcker, så att vi kan hitta den. – Laura"],
  ] as const)("has a next step in %s where it says what for: %s", (lang, text) => {
    expect(rules(text, { ...complaint, lang })).not.toContain("no-next-step hard");
  });

  const needed = [
    "no-paraphrase",
    "no-apology",
    "not-in-first-person",
    "no-next-step",
    "no-time",
    "no-private-step",
  ];
  it.each([
    [
      "en",
      ["Hello there", "Sorry for it. We'll see. – Laura"],
      [/own words/, /I'm sorry/, /I'm sorry/, /putting it right/, /today/, /messaging/],
    ],
    [
      "fi",
      ["Hei vain", "Kiitos tiedosta.", "Olen pahoillani. Korjaan sen. – Laura"],
      [/omin sanoin/, /pahoillani/, /pahoillani/, /Korjaan/, /tänään/, /yksityisesti/],
    ],
    [
      "sv",
      ["Hej på er", "Ursäkta. Vi fixar det. – Laura"],
      [/egna ord/, /Förlåt/, /ledsen/, /rättar/, /i dag/, /privat/],
    ],
  ] as const)("has, for each that is missing, words in %s", (lang, texts, betters) => {
    const better = new Map(
      texts.flatMap((text) =>
        findingsOf(lintMusts, text, { ...complaint, lang }).map((f) => [f.rule, f.better]),
      ),
    );
    for (const [at, rule] of needed.entries()) expect(better.get(rule), rule).toMatch(betters[at] ?? /$^/);
  });
});

describe("whether it is a complaint", () => {
  const text = "We open at nine. – Laura";
  it.each([
    { when: "is said", over: { answersComplaint: true, decision: byHand }, isHard: true },
    {
      when: "is denied",
      over: { answersComplaint: false, decision: giving(remedy("exchange")) },
      isHard: false,
    },
    { when: "is told by a remedy", over: { decision: giving(remedy("exchange")) }, isHard: true },
    { when: "is left to the agent", over: { decision: byHand }, isHard: false },
    {
      when: "is a stop case, whatever is said",
      over: { answersComplaint: true, decision: stopping },
      isHard: false,
    },
    { when: "is not known of plain words", over: {}, isHard: false },
  ])("$when", ({ over, isHard }) => {
    expect(rules(text, over).some((each) => each.endsWith("hard"))).toBe(isHard);
  });

  it.each([
    ["en", "Unfortunately that is our policy."],
    ["fi", "Valitettavasti palautusehtomme kieltävät sen."],
    ["sv", "Tyvärr är det våra villkor."],
  ] as const)("is told by a reply that turns down, in %s", (lang, words) => {
    expect(rules(words, { lang })).toContain("no-signer hard");
    expect(rules(words, { lang, answersComplaint: false })).toContain("no-signer soft");
  });

  it("asks of other replies as advice, and nothing to be said back", () => {
    expect(rules("Hello there")).toEqual([
      "no-apology soft",
      "no-next-step soft",
      "no-private-step soft",
      "no-signer soft",
    ]);
  });
});

describe("who answers", () => {
  const priv = { side: "private", answersComplaint: true } as const;
  it("is asked of a private message as advice, and nothing else is", () => {
    expect(found(lintMusts, "Hello there", priv)).toEqual(["no-signer soft: "]);
  });

  it("is the signer, by name", () => {
    const [finding] = findingsOf(lintMusts, "Hello there. – Pekka", { ...priv, signerName: "Laura" });
    expect(finding).toMatchObject({ rule: "no-signer", better: "– Laura" });
    expect(rules("Hello, Laura here", { ...priv, signerName: "Laura" })).toEqual([]);
    expect(findingsOf(lintMusts, "Hello there", priv)[0]?.better).toBe("– …");
  });

  it.each([
    "It is here – Laura",
    "It is here —Laura",
    "It is here ~ L",
    "It is here ^LK",
    "It is here *LK",
    "It is here /LK",
    "It is here - Laura Maria".replace(" Maria", ""),
    "It is here. Laura",
    "It is here! Åsa",
    "Is it here? Laura",
    "(It is here) Laura",
    "It is here… Laura",
    "It is here – Laura.",
    "It is here – Laura  ",
    "It is here – Laura https://t.co/x1 ",
    "It is here – Laura http://t.co/x1",
  ])("is anybody: “%s”", (text) => {
    expect(rules(text, priv)).toEqual([]);
  });

  it.each([
    "it is here",
    "It is here – laura",
    "It is here Laura",
    "It is here, Laura",
    "It is here. Ok",
    "It is here. LAURA",
    "– Laura is here",
    "It is here – Laura ftp:x",
    "It is here. laura",
  ])("is nobody: “%s”", (text) => {
    expect(rules(text, priv)).toEqual(["no-signer soft"]);
  });
});

describe("a stop case", () => {
  const over = { side: "private", decision: stopping, signerName: "Laura" } as const;
  it.each([
    ["Laura has 30 € here", ["30 €"]],
    ["Laura has a voucher here", ["voucher"]],
    ["Laura is Happy to help, great", ["Happy to", "great"]],
    ["Laura 😀 and 🎉 and :-) and ;)", ["😀", "🎉", ":-)", ";)"]],
    ["Laura toivottaa mukavaa ja hyvää päivänjatkoa", ["mukavaa", "hyvää päivänjatkoa"]],
    ["Laura: ha en bra, trevlig dag", ["ha en bra", "trevlig dag"]],
    ["Laura is here at once, greatly upset", []],
  ])("has no money and no cheer: %s", (text, words) => {
    expect(found(lintMusts, text, over)).toEqual(words.map((word) => `stop-case-tone hard!: ${word}`));
    expect(found(lintMusts, text, { ...over, decision: byHand })).toEqual([]);
  });
});
