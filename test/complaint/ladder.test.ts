import { describe, expect, it } from "vitest";
import {
  bestStep,
  type Core,
  fitStep,
  fits,
  otherSteps,
  ownPartOf,
  remedyOf,
  type Step,
  stepOf,
} from "../../shared/complaint/ladder.ts";
import type { LossLine } from "../../shared/complaint/loss-line.ts";
import type { RemedyRule, Situation } from "../../shared/complaint/playbook.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" as const });
const line: LossLine = {
  from: { kind: "purchase", id: "line-1" },
  product: "boots",
  category: "football",
  priceMinor: 3000,
  costMinor: 1800,
  shareWhenPartMissing: 0.5,
};
const { shareWhenPartMissing: _share, ...wholeOnly } = line;
const amount = (kind: Step["kind"], minor: number): Step => ({
  kind,
  valueMinor: minor,
  worthMinor: minor,
  costMinor: minor,
  priced: true,
});
const goods = (kind: Step["kind"]): Step => ({ kind, worthMinor: 3000, costMinor: 1800, priced: true });
const asCore = (step: Step, besideMinor = step.costMinor): Core => ({ ...step, besideMinor });
const unpriced = (kind: Step["kind"]): Step => ({ kind, worthMinor: 0, costMinor: 0, priced: false });
const nothing: Step = { kind: "attention", worthMinor: 0, costMinor: 0, priced: true };

describe("what a rule comes to", () => {
  it.each([
    { rule: { kind: "attention" }, is: nothing },
    { rule: { kind: "exchange" }, is: goods("exchange") },
    { rule: { kind: "refund", share: 1 }, is: amount("refund", 3000) },
    { rule: { kind: "part-refund", share: 0.333 }, is: amount("part-refund", 999) },
    { rule: { kind: "part-refund", share: "when-part-missing" }, is: amount("part-refund", 1500) },
    { rule: { kind: "voucher", amountMinor: 700 }, is: amount("voucher", 700) },
    { rule: { kind: "voucher", amountMinor: 700, share: 0.5 }, is: amount("voucher", 700) },
    { rule: { kind: "refund" }, is: unpriced("refund") },
  ] satisfies { rule: RemedyRule; is: Step }[])("$rule of boots for 30 €", ({ rule, is }) => {
    expect(stepOf(rule, line, "EUR")).toEqual(is);
  });

  it.each([
    { rule: { kind: "exchange" }, is: unpriced("exchange") },
    { rule: { kind: "refund", share: 1 }, is: unpriced("refund") },
    { rule: { kind: "attention" }, is: nothing },
    { rule: { kind: "part-refund", amountMinor: 700 }, is: amount("part-refund", 700) },
  ] satisfies { rule: RemedyRule; is: Step }[])("$rule where no price is known", ({ rule, is }) => {
    expect(stepOf(rule, undefined, "EUR")).toEqual(is);
  });

  it("is unknown for a missing part of what has no parts", () => {
    expect(stepOf({ kind: "part-refund", share: "when-part-missing" }, wholeOnly, "EUR")).toEqual(
      unpriced("part-refund"),
    );
  });
});

describe("the kind follows the loss", () => {
  const follow: Record<Situation["loss"], string[]> = {
    money: ["refund", "part-refund"],
    goods: ["exchange", "replacement", "refund", "part-refund"],
    service: ["refund", "part-refund", "redo", "attention"],
    attention: ["attention"],
  };
  const kinds = ["exchange", "replacement", "refund", "part-refund", "redo", "voucher", "attention"] as const;
  it.each(["money", "goods", "service", "attention"] as const)("of %s", (loss) => {
    expect(kinds.filter((kind) => fits(loss, kind))).toEqual(follow[loss]);
  });
});

describe("the writer's own part of a step", () => {
  it.each([
    { when: "an amount up to what may stand beside goodwill", costMinor: 3000, valueMinor: 3000, own: 2400 },
    { when: "a small amount whole", costMinor: 2000, valueMinor: 2000, own: 2000 },
    { when: "goods up to the dearer of both", costMinor: 3000, own: 2400 },
    { when: "cheap goods whole", costMinor: 1000, own: 1000 },
  ])("is of $when", ({ own, ...step }) => {
    expect(ownPartOf(step, { costMinor: 1800, besideMinor: 2400 })).toBe(own);
  });
  it("is of goods what the core costs, where an amount may come to less", () => {
    expect(ownPartOf({ costMinor: 3000 }, { costMinor: 1800, besideMinor: 1500 })).toBe(1800);
    expect(ownPartOf({ costMinor: 3000, valueMinor: 3000 }, { costMinor: 1800, besideMinor: 1500 })).toBe(
      1500,
    );
  });
});

describe("a step made to fit", () => {
  const half = asCore(amount("part-refund", 1500));
  it.each([
    {
      when: "whole, where the room is just enough",
      step: amount("refund", 3000),
      room: 1500,
      fitted: amount("refund", 3000),
    },
    {
      when: "cut to the room, and no longer called the whole",
      step: amount("refund", 3000),
      room: 1499,
      fitted: amount("part-refund", 2999),
    },
    {
      when: "cut as a voucher still",
      step: amount("voucher", 3000),
      room: 1000,
      fitted: amount("voucher", 2500),
    },
    { when: "goods whole", step: goods("replacement"), room: 300, fitted: goods("replacement") },
    {
      when: "money in place of goods",
      step: goods("replacement"),
      room: 299,
      fitted: amount("part-refund", 1799),
    },
    { when: "as much as the core", step: amount("refund", 1500), room: 0, fitted: amount("refund", 1500) },
    { when: "not at all below the core", step: amount("refund", 1499), room: 9000, fitted: undefined },
    { when: "not at all without a price", step: unpriced("exchange"), room: 9000, fitted: undefined },
  ])("$when", ({ step, room, fitted }) => {
    expect(fitStep(step, half, room)).toEqual(fitted);
  });

  it("is nothing where nothing is left of it, or less than the core", () => {
    expect(fitStep(amount("refund", 3000), asCore(nothing), 0)).toBeUndefined();
    expect(fitStep(amount("refund", 3000), asCore(nothing), 1)).toEqual(amount("part-refund", 1));
    const exchange = asCore(goods("exchange"));
    expect(fitStep(amount("refund", 3000), exchange, 1199)).toBeUndefined();
    expect(fitStep(amount("refund", 3000), exchange, 1200)).toEqual(amount("refund", 3000));
    expect(fitStep(amount("refund", 4000), exchange, 1200)).toEqual(amount("part-refund", 3000));
  });

  it("never comes to more than the step is worth", () => {
    const dear: Step = { kind: "redo", worthMinor: 1000, costMinor: 5000, priced: true };
    expect(fitStep(dear, asCore(nothing), 2000)).toEqual(amount("part-refund", 1000));
  });
});

describe("the best step", () => {
  it.each([
    { least: 63, given: 63 },
    { least: 64, given: undefined },
    { least: 100, given: undefined },
  ])("leaves a sum under $least out where it would stand alone", ({ least, given }) => {
    const best = bestStep([amount("part-refund", 63)], asCore(nothing), 5000, "service", least);
    expect(best.valueMinor).toBe(given);
  });

  it("counts the room and not the rule: what is cut to a few cents is left out as well", () => {
    const steps = [amount("part-refund", 900)];
    expect(bestStep(steps, asCore(nothing), 99, "service", 100).kind).toBe("attention");
    expect(bestStep(steps, asCore(nothing), 100, "service", 100)).toEqual(amount("part-refund", 100));
  });

  it("adds a few cents to what is owed, since they do not stand alone", () => {
    const owed = asCore(amount("part-refund", 360));
    expect(bestStep([amount("refund", 390)], owed, 5000, "money", 100)).toEqual(amount("refund", 390));
  });

  const core = asCore(amount("part-refund", 500));
  it("is the greatest that fits, the first of those that give the same, and the core before them all", () => {
    const steps = [amount("part-refund", 900), goods("exchange"), goods("replacement")];
    expect(bestStep(steps, core, 5000, "goods", 0)).toBe(steps[1]);
    expect(bestStep(steps, core, 5000, "money", 0)).toBe(steps[0]);
    expect(bestStep([amount("refund", 500)], core, 5000, "money", 0)).toBe(core);
    expect(bestStep([], core, 5000, "money", 0)).toBe(core);
  });

  it("is the core where its amount stands on a receipt", () => {
    const receipt = asCore(unpriced("refund"));
    expect(bestStep([amount("part-refund", 900)], receipt, 5000, "money", 0)).toBe(receipt);
  });

  it("is never a voucher", () => {
    const voucher = amount("voucher", 900);
    for (const from of [core, asCore(goods("exchange"), 0), asCore(amount("voucher", 500)), asCore(nothing)])
      expect(bestStep([voucher], from, 5000, "money", 0)).toBe(from);
  });
});

describe("the other steps", () => {
  const kindsOf = (steps: readonly Step[]) => steps.map(({ kind, worthMinor }) => `${kind} ${worthMinor}`);
  const room = 5000;

  it.each([
    { loss: "goods", has: ["exchange 3000", "replacement 3000", "refund 3000", "voucher 500"] },
    { loss: "service", has: ["redo 3000", "refund 3000", "voucher 500"] },
    { loss: "money", has: ["refund 3000", "voucher 500"] },
  ] as const)("are, of $loss, what any shop can do", ({ loss, has }) => {
    const core = asCore(amount("part-refund", 500));
    expect(kindsOf(otherSteps([], core, core, room, line, loss))).toEqual(has);
  });

  it("are the core, then the playbook's, then any shop's, each kind and amount once and without what was chosen", () => {
    const core = asCore(amount("part-refund", 500));
    const refund = amount("refund", 3000);
    const steps = [refund, amount("part-refund", 700), amount("part-refund", 900), goods("exchange")];
    expect(kindsOf(otherSteps(steps, goods("exchange"), core, room, line, "goods"))).toEqual([
      "part-refund 500",
      "refund 3000",
      "part-refund 700",
      "part-refund 900",
      "replacement 3000",
      "voucher 500",
    ]);
  });

  it("are those that fit, and none where the core has no price", () => {
    const exchange = asCore(goods("exchange"));
    expect(kindsOf(otherSteps([], exchange, exchange, 0, line, "goods"))).toEqual(["replacement 3000"]);
    const receipt = asCore(unpriced("refund"));
    expect(otherSteps([goods("exchange")], receipt, receipt, room, line, "goods")).toEqual([]);
  });

  it("are no goods, no money and no voucher where nothing has a price or a worth", () => {
    const core = asCore(nothing);
    for (const loss of ["goods", "service", "money"] as const)
      expect(otherSteps([], core, core, room, undefined, loss)).toEqual([]);
  });

  it("have figures for all they are", () => {
    const core = asCore(amount("part-refund", 500));
    expect(otherSteps([], core, core, room, line, "service")).toEqual([
      goods("redo"),
      amount("refund", 3000),
      amount("voucher", 500),
    ]);
    expect(otherSteps([], core, core, room, line, "goods").slice(0, 2)).toEqual([
      goods("exchange"),
      goods("replacement"),
    ]);
  });
});

describe("a step as a remedy", () => {
  it("is split into the writer's own and goodwill, and says where its price was read", () => {
    expect(remedyOf(amount("refund", 3000), asCore(amount("part-refund", 1000)), line, "EUR")).toEqual({
      kind: "refund",
      value: eur(3000),
      cost: eur(3000),
      owed: eur(1000),
      goodwill: eur(2000),
      priceFrom: line.from,
    });
    expect(remedyOf(goods("exchange"), asCore(goods("exchange")), line, "EUR")).toEqual({
      kind: "exchange",
      cost: eur(1800),
      owed: eur(1800),
      goodwill: eur(0),
      priceFrom: line.from,
    });
  });

  it("names no price where none was read, nor for attention", () => {
    const attention = { kind: "attention", cost: eur(0), owed: eur(0), goodwill: eur(0) };
    expect(remedyOf(nothing, asCore(nothing), line, "EUR")).toEqual(attention);
    expect(remedyOf(amount("part-refund", 5), asCore(nothing), undefined, "EUR")).toEqual({
      kind: "part-refund",
      value: eur(5),
      cost: eur(5),
      owed: eur(0),
      goodwill: eur(5),
    });
  });
});
