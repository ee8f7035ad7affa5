import { describe, expect, it } from "vitest";
import type { Decision } from "../../shared/complaint/remedy.ts";
import { styleRules } from "../../shared/language/lint-rules/style-rules.ts";
import { lintStyle } from "../../shared/language/lint-style.ts";
import { lint } from "../../shared/language/voice-lint.ts";
import { byHand, eur, findingsOf, found, giving, inputOf, playbook as plain, remedy } from "./lint-input.ts";

describe("the rules of style", () => {
  it.each([
    ["en", "This is our policy.", "process-language hard: our policy"],
    ["fi", "Tämä on käytäntömme.", "process-language hard: käytäntömme"],
    ["sv", "Det är vår policy.", "process-language hard: vår policy"],
    ["en", "I'm sorry if it hurt.", "conditional-apology hard: sorry if"],
    ["en", "That is not true.", "disputes-experience hard: That is not true"],
    ["en", "It was a human error.", "blames-clerk hard: human error"],
    ["en", "You forgot to ask.", "blames-customer hard: You forgot to"],
    ["en", "Mistakes were made.", "nobody-did-it hard: Mistakes were made"],
    ["en", "A gesture of goodwill.", "gift-wrapped hard: A gesture of goodwill"],
    ["en", "Please delete your post.", "strings-attached hard!: Please delete your post"],
    ["en", "Dear guest, hello.", "stiff-address soft: Dear guest"],
  ] as const)("%s: %s", (lang, text, is) => {
    for (const side of ["public", "private"] as const)
      expect(found(lintStyle, text, { lang, side }).map((each) => each.toLowerCase())).toEqual([
        is.toLowerCase(),
      ]);
    const [finding] = findingsOf(lintStyle, text, { lang });
    const rule = styleRules.find((each) => each.rule === finding?.rule);
    expect(finding).toMatchObject({ reason: rule?.reason, better: rule?.words[lang].better });
  });

  it.each(styleRules)("say why, and what to write instead in each language: $rule", ({ reason, words }) => {
    expect(reason).toMatch(/\p{L}{2} .*\.$/u);
    for (const { better } of Object.values(words)) expect(better).toMatch(/\p{L}{2}/u);
  });

  it("are those of the reply's language", () => {
    expect(found(lintStyle, "Tämä on käytäntömme.", { lang: "sv" })).toEqual([]);
    expect(found(lintStyle, "The policies of your bank say so.")).toEqual([]);
    expect(found(lintStyle, "If you feel it breaks our terms, report it.")).toEqual([]);
    expect(found(lintStyle, "We are sorry if you had to report this twice.")).toHaveLength(1);
  });

  it("find each place, the longest of what overlaps, and once where two patterns find the same", () => {
    expect(found(lintStyle, "Our policy, and the policy.")).toEqual([
      "process-language hard: Our policy",
      "process-language hard: policy",
    ]);
    expect(found(lintStyle, "According to our staff says nothing.")).toEqual([
      "disputes-experience hard: According to our staff says",
    ]);
    expect(found(lintStyle, "Sorry for any harm caused.")).toEqual([
      "conditional-apology hard: Sorry for any",
      "conditional-apology hard: any harm caused",
    ]);
  });

  it("keep, of two rules, what is inside the other's words, and of one rule the longer with the same end", () => {
    expect(found(lintStyle, "There was a misunderstanding.")).toEqual([
      "disputes-experience hard: a misunderstanding",
      "nobody-did-it hard: There was a misunderstanding",
    ]);
    expect(found(lintStyle, "Det är enligt vår policy.", { lang: "sv" })).toEqual([
      "process-language hard: enligt vår policy",
    ]);
  });

  it("leave alone a sentence that means something else, and no other sentence", () => {
    expect(found(lintStyle, "It was a misunderstanding on our side.")).toEqual([]);
    expect(found(lintStyle, "It was a misunderstanding. We misunderstood you.")).toEqual([
      "disputes-experience hard: a misunderstanding",
    ]);
  });

  it("call a gesture stiff where nothing is owed, and nothing else milder", () => {
    const owed = (minor: number) => giving(remedy("voucher", { owed: eur(minor) }));
    const severity = (text: string, decision?: Decision) =>
      findingsOf(lintStyle, text, { decision }).map((each) => each.severity);
    const gesture = "A gesture of goodwill.";
    expect(severity(gesture, owed(0))).toEqual(["soft"]);
    expect(severity(gesture, owed(1))).toEqual(["hard"]);
    expect(severity(gesture, byHand)).toEqual(["hard"]);
    expect(severity(gesture)).toEqual(["hard"]);
    expect(severity("This is our policy.", owed(0))).toEqual(["hard"]);
  });
});

describe("what the brand avoids", () => {
  const [first] = plain.situations;
  if (first === undefined) throw new Error("the shop has situations");
  const playbook = {
    ...plain,
    voice: { ...plain.voice, avoid: { en: ["asap", "no (more)"] }, prefer: { en: ["today", "now"] } },
    situations: [
      { ...first, id: "other", avoid: { en: ["helmet"] }, prefer: { en: ["lid"] } },
      { ...first, id: "exchange-refused", avoid: { en: ["boots"] }, prefer: { en: ["shoes"] } },
    ],
  };
  const over = { playbook };

  it("is found at the beginning of a word, every time, as advice with what is preferred", () => {
    expect(found(lintStyle, "ASAP, asaply, nasap, no (more)!", over)).toEqual([
      "brand-avoids soft: ASAP",
      "brand-avoids soft: asap",
      "brand-avoids soft: no (more)",
    ]);
    expect(findingsOf(lintStyle, "asap", over)).toMatchObject([
      { reason: "The brand's voice avoids “asap”.", better: "“today”, “now”" },
    ]);
    expect(found(lintStyle, "asap", over), "and again").toHaveLength(1);
  });

  it("is what the situation avoids too, with what it prefers", () => {
    const decision = giving(remedy("exchange"));
    expect(findingsOf(lintStyle, "asap boots helmet", { ...over, decision })).toMatchObject([
      { start: 0, better: "“shoes”" },
      { start: 5, better: "“shoes”" },
    ]);
    expect(found(lintStyle, "asap boots helmet", over)).toEqual(["brand-avoids soft: asap"]);
  });

  it("has no better wording where none is preferred, and is nothing in a language without words", () => {
    const voice = { ...playbook.voice, prefer: {} };
    const [finding] = findingsOf(lintStyle, "asap", { playbook: { ...playbook, voice } });
    expect(finding).not.toHaveProperty("better");
    expect(found(lintStyle, "asap", { ...over, lang: "sv" })).toEqual([]);
    const plain = { ...first, id: "exchange-refused" };
    const { avoid: _avoid, prefer: _prefer, ...bare } = plain;
    expect(
      findingsOf(lintStyle, "asap", {
        playbook: { ...playbook, situations: [bare] },
        decision: giving(remedy("exchange")),
      }),
    ).toMatchObject([{ better: "“today”, “now”" }]);
  });
});

describe("all checks together", () => {
  it("read the text in its order, the shorter finding first of two that begin together", () => {
    const findings = lint(
      inputOf("Our policy! Our manager Pekka has 30 €! See shop.fi/x", { answersComplaint: false }),
    );
    const places = findings.map(({ start, end }) => [start, end] as const);
    expect(places).toEqual(places.toSorted(([a, b], [c, d]) => a - c || b - d));
    expect(findings.map(({ rule }) => rule)).toEqual([
      "process-language",
      "names-an-employee",
      "sum-in-public",
      "exclamations",
      "link",
      "no-apology",
      "no-next-step",
      "no-private-step",
      "no-signer",
    ]);
  });

  it("hold a promise to its day", () => {
    const promised = {
      now: "2026-11-20T12:00:00.000Z",
      dueAt: "2026-11-24T10:00:00.000Z",
      timeZone: "Europe/Helsinki",
    };
    const rules = lint(inputOf("I'll send them today.", { promised })).map(({ rule }) => rule);
    expect(rules).toContain("day-not-decided");
  });

  it("begin with the shorter where one is the whole text", () => {
    const text = `This {is} it. ${"y".repeat(500)}`;
    const findings = lint(
      inputOf(text, { answersComplaint: false, recentReplies: [text], signerName: "yyy" }),
    );
    expect(findings.filter(({ start }) => start === 0).map(({ end }) => end)).toEqual([
      text.length,
      text.length,
    ]);
  });
});
