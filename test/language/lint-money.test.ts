import { describe, expect, it } from "vitest";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import { lintMoney } from "../../shared/language/lint-money.ts";
import { minorOf } from "../../shared/language/lint-rules/money-words.ts";
import { byHand, eur, findingsOf, found, giving, playbook as plain, remedy, stopping } from "./lint-input.ts";

const inPrivate = { side: "private" } as const;
const [line] = plain.priceList;
if (line === undefined) throw new Error("the shop sells something");
/** One thing at 90 €, of which a third is owed where a part is missing, beside one that has no parts. */
const playbook = {
  ...plain,
  priceList: [{ ...line, priceMinor: 9001, shareWhenPartMissing: 0.3333 }, line],
};

describe("money in public", () => {
  it.each([
    ["Here are 30 €.", "sum-in-public hard!: 30 €"],
    ["Here are €1,234.50 now.", "sum-in-public hard!: €1,234.50"],
    ["Here are thirty euros.", "sum-in-public hard!: thirty euros"],
    ["It is 20 % less.", "sum-in-public hard!: 20 %"],
    ["It is half percent.", "sum-in-public hard!: half percent"],
    ["Here is a voucher.", "money-in-public hard!: voucher"],
    ["Here is your refund.", "money-in-public hard!: refund"],
  ])("%s", (text, is) => {
    expect(found(lintMoney, text)).toEqual([is]);
    expect(found(lintMoney, text, { decision: giving(remedy("attention")) })).toEqual([is]);
  });

  it.each([
    ["It is 100% of the sum.", ["100%"]],
    ["You get 100 % back.", ["100 %"]],
    ["Korvaamme 100 % kuluista.", ["100 %"]],
    ["It uses 100% CPU, I'm 100 % sure.", []],
    ["It is 110 % less.", ["110 %"]],
  ])("is a share of a price, which the whole seldom is: %s", (text, shares) => {
    expect(found(lintMoney, text)).toEqual(shares.map((share) => `sum-in-public hard!: ${share}`));
  });

  it("is no word for a ticket that nobody takes back", () => {
    expect(found(lintMoney, "Your ticket was non-refundable.")).toEqual([]);
    const decision = giving(remedy("exchange"));
    expect(found(lintMoney, "It is non-refundable.", { ...inPrivate, decision })).toEqual([]);
    expect(found(lintMoney, "It is refundable.")).toEqual(["money-in-public hard!: refundable"]);
    expect(found(lintMoney, "Your Canon refund is coming.")).toEqual(["money-in-public hard!: refund"]);
  });

  it.each([
    ["en", "Here are 30 €.", /putting it right/],
    ["fi", "Tässä on 30 €.", /Korjaan sen/],
    ["sv", "Här är 30 €.", /rättar till/],
  ] as const)("has a better wording in %s", (lang, text, better) => {
    expect(findingsOf(lintMoney, text, { lang })[0]?.better).toMatch(better);
  });
});

describe("a sum in a private message", () => {
  const unlisted = { ...inPrivate, playbook };
  const holding = (changed: Partial<Remedy> = {}) => remedy("refund", { value: eur(4400), ...changed });

  it.each([
    { when: "that is the remedy's", text: "Here are 44 €.", decision: giving(holding()), found: [] },
    {
      when: "that is an alternative's",
      text: "Here are 44 €.",
      decision: giving(remedy("exchange"), holding()),
      found: [],
    },
    { when: "that is a listed price", text: "You paid 90.01 €.", decision: giving(holding()), found: [] },
    {
      when: "that nobody decided",
      text: "Here are 45 €.",
      decision: giving(holding()),
      found: ["sum-not-decided hard!: 45 €"],
    },
    {
      when: "in words",
      text: "Here are thirty euros.",
      decision: giving(holding({ value: eur(3000) })),
      found: ["sum-not-decided hard!: thirty euros"],
    },
    { when: "behind its sign", text: "Here are €44.00.", decision: giving(holding()), found: [] },
    {
      when: "where nothing is given by the machine",
      text: "Here are 44 €.",
      decision: byHand,
      found: ["sum-not-decided hard!: 44 €"],
    },
    { when: "where nothing has been decided", text: "Here are 44 €.", decision: undefined, found: [] },
    {
      when: "beside one that is held",
      text: "Here are 44 €, and 3 kr.",
      decision: giving(holding()),
      found: ["sum-not-decided hard!: 3 kr"],
    },
  ])("$when", ({ text, decision, found: is }) => {
    expect(found(lintMoney, text, { ...unlisted, decision })).toEqual(is);
  });

  const bought = { priceFrom: { kind: "purchase", id: "p1" } } as const;
  it.each([
    { when: "of a purchase", of: bought, text: "Here are 44 €.", isTold: true },
    {
      when: "of the price list",
      of: { priceFrom: { kind: "price-list", id: "p1" } } as const,
      text: "Here are 44 €.",
      isTold: false,
    },
    { when: "of no price", of: {}, text: "Here are 44 €.", isTold: false },
    {
      when: "of a purchase at the listed price",
      of: { ...bought, value: eur(9001) },
      text: "Here are 90,01 €.",
      isTold: false,
    },
    {
      when: "of a purchase at the listed share",
      of: { ...bought, value: eur(3000) },
      text: "Here are 30 €.",
      isTold: false,
    },
    {
      when: "of a purchase beside the listed share",
      of: { ...bought, value: eur(2999) },
      text: "Here are 29,99 €.",
      isTold: true,
    },
  ])("tells of a purchase that nobody has confirmed: $when, $isTold", ({ of, text, isTold }) => {
    const decision = giving(holding(of));
    const unconfirmed = found(lintMoney, text, { ...unlisted, decision });
    expect(unconfirmed.map((each) => each.split(":")[0])).toEqual(
      isTold ? ["unconfirmed-purchase hard!"] : [],
    );
    expect(found(lintMoney, text, { ...unlisted, decision, matchConfirmed: true })).toEqual([]);
  });

  it("is told by one remedy among several", () => {
    const decision = giving(holding(bought), remedy("exchange"));
    expect(found(lintMoney, "Here are 44 €.", { ...unlisted, decision })).toEqual([
      "unconfirmed-purchase hard!: 44 €",
    ]);
  });

  it("may come from another remedy's purchase", () => {
    const decision = giving(holding(), remedy("exchange", bought));
    expect(found(lintMoney, "Here are 44 €.", { ...unlisted, decision })).toEqual([]);
  });

  it("has no listed share where a line has none", () => {
    const { shareWhenPartMissing: _share, ...whole } = { ...line, priceMinor: 4400 };
    const decision = giving(holding({ ...bought, value: eur(2200) }));
    const over = {
      ...inPrivate,
      playbook: { ...playbook, priceList: [whole, ...playbook.priceList] },
      decision,
    };
    expect(found(lintMoney, "Here are 22 €.", over)).toEqual(["unconfirmed-purchase hard!: 22 €"]);
    const third = giving(holding({ ...bought, value: eur(3000) }));
    expect(found(lintMoney, "Here are 30 €.", { ...over, decision: third })).toEqual([]);
  });

  it("is no code for the till, every place kept", () => {
    const decision = giving(holding());
    const text = "Codes 7KR and 7KR: here are 45 €.";
    expect(found(lintMoney, text, { ...unlisted, decision, storeOrderCode: "7KR" })).toEqual([
      "sum-not-decided hard!: 45 €",
    ]);
    for (const storeOrderCode of [undefined, ""])
      expect(found(lintMoney, text, { ...unlisted, decision, storeOrderCode })).toHaveLength(3);
  });
});

describe("a remedy that is promised", () => {
  const promises = [
    { text: "You get a gift card.", kinds: ["voucher"], what: "a voucher" },
    { text: "You get your money back.", kinds: ["refund", "part-refund"], what: "money back" },
    { text: "We'll swap them.", kinds: ["exchange", "replacement"], what: "an exchange" },
    { text: "We'll send you a new pair.", kinds: ["exchange", "replacement", "redo"], what: "a new one" },
    { text: "We'll do it all over.", kinds: ["redo"], what: "that it is done again" },
  ];
  const kinds = ["voucher", "refund", "part-refund", "exchange", "replacement", "redo", "attention"] as const;
  it.each(promises)("“$text” is kept by $kinds alone", ({ text, kinds: keeping, what }) => {
    for (const kind of kinds) {
      const isKept = keeping.includes(kind);
      for (const decision of [giving(remedy(kind)), giving(remedy("attention"), remedy(kind))]) {
        const findings = findingsOf(lintMoney, text, { ...inPrivate, decision });
        expect(findings.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(
          isKept ? [] : [`remedy-not-decided: This promises ${what}, which the decision does not hold.`],
        );
      }
    }
  });

  it("is kept by an own idea, whatever it is, and by nothing where nothing is given by the machine", () => {
    for (const { text } of promises) {
      expect(found(lintMoney, text, { ...inPrivate, decision: giving(remedy("own-idea")) })).toEqual([]);
      expect(found(lintMoney, text, { ...inPrivate, decision: byHand })).toHaveLength(1);
    }
  });

  it("is not asked in a stop case, which has its own rule, nor where nothing has been decided", () => {
    for (const { text } of promises) {
      expect(found(lintMoney, text, { ...inPrivate, decision: stopping })).toEqual([]);
      expect(found(lintMoney, text, inPrivate)).toEqual([]);
    }
  });

  it("is found once in public, where the means are found by their names", () => {
    const decision = giving(remedy("attention"));
    expect(
      promises.map(({ text }) => found(lintMoney, text, { decision }).map((each) => each.split(":")[0])),
    ).toEqual([
      ["money-in-public hard!"],
      ["money-in-public hard!"],
      ["remedy-not-decided hard!"],
      ["remedy-not-decided hard!"],
      ["remedy-not-decided hard!"],
    ]);
  });

  it.each([
    ["en", "You get a gift card.", /Promise only/],
    ["fi", "Saat lahjakortin.", /Lupaa vain/],
    ["sv", "Du får ett presentkort.", /Lova bara/],
  ] as const)("has a better wording in %s", (lang, text, better) => {
    const decision = giving(remedy("attention"));
    expect(findingsOf(lintMoney, text, { ...inPrivate, lang, decision })[0]?.better).toMatch(better);
  });
});

describe("a written number", () => {
  it.each([
    ["30", 3000],
    ["8,80", 880],
    ["8.8", 880],
    ["1 234,50", 123_450],
    ["1.234", 123_400],
    ["1,234.50", 123_450],
    ["12.345,6", 1_234_560],
    ["0,05", 5],
  ])("%s is %d minor units", (written, minor) => {
    expect(minorOf(written)).toBe(minor);
  });
});
