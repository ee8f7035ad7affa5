import { describe, expect, it } from "vitest";
import { remedyInsideMandate } from "../../shared/complaint/inside-mandate.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" as const });
const exchange: Remedy = { kind: "exchange", cost: eur(1800), owed: eur(1800), goodwill: eur(0) };
const halfBack: Remedy = {
  kind: "part-refund",
  value: eur(1500),
  cost: eur(1500),
  owed: eur(1500),
  goodwill: eur(0),
};

type Proposed = Extract<Decision, { outcome: "remedy" }>;
/** Goodwill of 10 € may be added to the core. */
const proposing = (remedy: Remedy, changed: Partial<Proposed> = {}): Proposed => ({
  outcome: "remedy",
  playbookVersion: 1,
  situation: "it",
  reasons: [],
  remedy,
  alternatives: [],
  mandate: { limit: eur(1000), boundBy: "role-case" },
  proportion: { cost: remedy.cost, atRisk: eur(0) },
  lossKey: "k",
  core: remedy,
  ...changed,
});
const byHand: Decision = {
  outcome: "by-hand",
  playbookVersion: 1,
  reasons: [],
  mandate: { limit: eur(1000), boundBy: "role-case" },
};
const amount = (minor: number) => ({ kind: "refund" as const, valueMinor: minor, costMinor: minor });

describe("what an agent chooses", () => {
  it("becomes a remedy, split into what is owed and goodwill, with its note", () => {
    expect(
      remedyInsideMandate(proposing(halfBack), { ...amount(1700), note: "asked for at the till" }),
    ).toEqual({
      ok: true,
      remedy: {
        kind: "refund",
        value: eur(1700),
        cost: eur(1700),
        owed: eur(1500),
        goodwill: eur(200),
        note: "asked for at the till",
      },
    });
    expect(remedyInsideMandate(proposing(exchange), { kind: "exchange", costMinor: 1900 })).toEqual({
      ok: true,
      remedy: { kind: "exchange", cost: eur(1900), owed: eur(1800), goodwill: eur(100) },
    });
  });

  it.each([
    {
      when: "an amount costs what it costs to give",
      choice: { ...amount(1700), costMinor: 1900 },
      cost: 1900,
    },
    { when: "an amount never costs less than itself", choice: { ...amount(1700), costMinor: 3 }, cost: 1700 },
  ])("$when", ({ choice, cost }) => {
    expect(remedyInsideMandate(proposing(halfBack), choice)).toMatchObject({ remedy: { cost: eur(cost) } });
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])("cannot cost %d", (costMinor) => {
    const choice = { kind: "own-idea" as const, costMinor };
    expect(() => remedyInsideMandate(byHand, choice)).toThrow(
      new RangeError(`a remedy cannot cost ${costMinor}`),
    );
  });

  it("may cost nothing", () => {
    expect(remedyInsideMandate(byHand, { kind: "attention", costMinor: 0 })).toMatchObject({ ok: true });
  });

  it.each([
    {
      when: "a stop case",
      decision: {
        outcome: "stop",
        playbookVersion: 1,
        reasons: [],
        stopCase: "death",
        onCall: "x",
        keep: [],
      },
    },
    { when: "a loss made good before", decision: { outcome: "by-hand", playbookVersion: 1, reasons: [] } },
  ] satisfies { when: string; decision: Decision }[])("is nothing in $when", ({ decision }) => {
    expect(remedyInsideMandate(decision, amount(100))).toEqual({ ok: false, why: "nothing-to-give" });
  });

  it.each([
    { when: "beside what is owed", decision: proposing(halfBack), most: 2500 },
    { when: "where nothing is proposed", decision: byHand, most: 1000 },
    {
      when: "beside what an amount may come to",
      decision: proposing(exchange, { beside: eur(1600), coreWorth: eur(2000) }),
      most: 2600,
    },
  ])("may go up to the limit $when, and not a cent above", ({ decision, most }) => {
    expect(remedyInsideMandate(decision, amount(most))).toMatchObject({ ok: true });
    expect(remedyInsideMandate(decision, amount(most + 1))).toMatchObject({
      ok: false,
      why: "limit",
      limitMet: "role-case",
      overByMinor: 1,
      remedy: { value: eur(most + 1), goodwill: eur(1001) },
    });
  });
});

describe("less than everybody gets", () => {
  const goodsWorth = {
    coreWorth: eur(3000),
    beside: eur(1800),
    mandate: { limit: eur(5000), boundBy: "role-case" as const },
  };

  it.each([
    {
      when: "an amount below the amount",
      decision: proposing(halfBack),
      choice: amount(1499),
      isBelow: true,
    },
    { when: "the same amount", decision: proposing(halfBack), choice: amount(1500), isBelow: false },
    {
      when: "an amount below what goods are worth",
      decision: proposing(exchange, goodsWorth),
      choice: amount(2999),
      isBelow: true,
    },
    {
      when: "what the goods are worth",
      decision: proposing(exchange, goodsWorth),
      choice: amount(3000),
      isBelow: false,
    },
    {
      when: "cheaper goods",
      decision: proposing(exchange, goodsWorth),
      choice: { kind: "exchange" as const, costMinor: 1799 },
      isBelow: true,
    },
    {
      when: "the same goods",
      decision: proposing(exchange, goodsWorth),
      choice: { kind: "exchange" as const, costMinor: 1800 },
      isBelow: false,
    },
    {
      when: "an own idea, of which the agent is the judge",
      decision: proposing(exchange, goodsWorth),
      choice: { kind: "own-idea" as const, costMinor: 1 },
      isBelow: false,
    },
    {
      when: "an own idea where nothing is proposed",
      decision: byHand,
      choice: { kind: "own-idea" as const, costMinor: 1 },
      isBelow: false,
    },
  ])("$when: $isBelow", ({ decision, choice, isBelow }) => {
    const check = remedyInsideMandate(decision, choice);
    if (isBelow)
      expect(check).toEqual({
        ok: false,
        why: "below-floor",
        core: decision.outcome === "remedy" ? decision.core : undefined,
      });
    else expect(check).toMatchObject({ ok: true });
  });

  it("is not what costs as much, of whatever kind", () => {
    const dearer = proposing({ ...exchange, kind: "replacement" }, { ...goodsWorth, core: exchange });
    expect(remedyInsideMandate(dearer, { kind: "redo", costMinor: 1800 })).toMatchObject({ ok: true });
    expect(remedyInsideMandate(dearer, { kind: "redo", costMinor: 1799 })).toMatchObject({
      why: "below-floor",
    });
  });

  const redo: Remedy = { kind: "redo", cost: eur(300), owed: eur(300), goodwill: eur(0) };
  const voucher: Remedy = { ...halfBack, kind: "voucher", value: eur(1400), cost: eur(1400) };
  it.each([
    {
      when: "goods at the proposed cost",
      proposed: redo,
      choice: { kind: "redo" as const, costMinor: 300 },
      isOffered: true,
    },
    {
      when: "goods at more",
      proposed: redo,
      choice: { kind: "redo" as const, costMinor: 301 },
      isOffered: true,
    },
    {
      when: "goods at less",
      proposed: redo,
      choice: { kind: "redo" as const, costMinor: 299 },
      isOffered: false,
    },
    {
      when: "other goods",
      proposed: redo,
      choice: { kind: "exchange" as const, costMinor: 300 },
      isOffered: false,
    },
    {
      when: "a voucher of as much",
      proposed: voucher,
      choice: { ...amount(1400), kind: "voucher" as const },
      isOffered: true,
    },
    {
      when: "a voucher of less that costs as much",
      proposed: voucher,
      choice: { kind: "voucher" as const, valueMinor: 1399, costMinor: 1400 },
      isOffered: false,
    },
    {
      when: "a voucher that says no amount",
      proposed: voucher,
      choice: { kind: "voucher" as const, costMinor: 1400 },
      isOffered: false,
    },
  ])("is it not, where it is proposed all the same: $when, $isOffered", ({ proposed, choice, isOffered }) => {
    const holders = [
      proposing(proposed, { core: halfBack }),
      proposing(halfBack, { alternatives: [proposed] }),
    ];
    for (const decision of holders)
      expect(remedyInsideMandate(decision, choice)).toMatchObject(
        isOffered ? { ok: true } : { why: "below-floor" },
      );
  });
});

describe("an escalation", () => {
  const { remedy, outcome: _outcome, ...rest } = proposing(exchange);
  const escalated: Decision = { ...rest, outcome: "escalate", proposal: remedy, limitMet: "customer-year" };

  it("stays one whatever is chosen, with the limit that the core met", () => {
    const chosen = { kind: "exchange" as const, costMinor: 1800 };
    expect(remedyInsideMandate({ ...escalated, overBy: eur(800) }, chosen)).toEqual({
      ok: false,
      why: "limit",
      limitMet: "customer-year",
      overByMinor: 800,
      remedy: exchange,
    });
    expect(remedyInsideMandate(escalated, chosen)).toMatchObject({ overByMinor: 0 });
  });

  it("is one of goodwill where that is too much", () => {
    expect(remedyInsideMandate(escalated, amount(2801))).toMatchObject({
      limitMet: "role-case",
      overByMinor: 1,
    });
  });
});
