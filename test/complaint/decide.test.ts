import { describe, expect, it } from "vitest";
import { type DecisionFacts, decide, remedyInsideMandate } from "../../shared/complaint/decide.ts";
import { CustomerId } from "../../shared/complaint/ids.ts";
import type { BrandFile, Playbook, Situation } from "../../shared/complaint/playbook.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import { answering, exampleBrand, factsOf, relationshipWorth } from "../language/reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const restaurant = exampleBrand("lounaspoyta");
const eur = (minor: number) => ({ minor, currency: "EUR" as const });
const bought = (
  id: string,
  product: string,
  category: string,
  amountMinor: number,
  date = "2026-11-16",
): Purchase => ({
  id,
  customer: CustomerId.parse("c1"),
  date,
  product,
  category,
  amountMinor,
  currency: "EUR",
});

/** The brand's playbook with one situation, `it`. */
const withSituation = (brand: BrandFile, of: Omit<Situation, "id" | "recognise" | "feeling">): Playbook => ({
  ...brand.playbook,
  situations: [{ id: "it", recognise: {}, feeling: {}, ...of }],
});
const given = (decision: Decision): Remedy => {
  if (decision.outcome === "remedy") return decision.remedy;
  if (decision.outcome === "escalate") return decision.proposal;
  throw new Error(`nothing is given: ${decision.outcome}`);
};
const codes = (decision: Decision) => decision.reasons.map((reason) => reason.code);

describe("the two cases it must always get right", () => {
  it("swaps the boots at the shop's cost and shows a few per cent of the relationship", () => {
    const decision = decide(factsOf(shop, { product: "football-boots-junior" }));
    expect(decision).toMatchObject({
      outcome: "remedy",
      remedy: { kind: "exchange", cost: eur(1800), goodwill: eur(0) },
      proportion: { cost: eur(1800), atRisk: eur(43_000) },
    });
    expect(decision.outcome === "remedy" && decision.proportion.share).toBeCloseTo(0.042, 3);
    expect(
      decision.outcome === "remedy" && new Set(decision.alternatives.map((a) => a.kind)).size,
    ).toBeGreaterThan(1);
  });

  it("owes half of the lunch back, from nobody known, as no gesture", () => {
    const facts = factsOf(restaurant, {
      assessment: answering("part-missing"),
      product: "lounasbuffet",
      relationship: relationshipWorth(1800),
    });
    const decision = decide(facts);
    expect(decision).toMatchObject({
      outcome: "remedy",
      remedy: { kind: "part-refund", value: eur(440), owed: eur(440), goodwill: eur(0) },
    });
    expect(codes(decision)).toEqual(expect.arrayContaining(["price-from-list", "owed", "believe-first"]));
  });
});

describe("decide", () => {
  it.each([
    {
      when: "gives no remedy in a stop case and names who is called",
      over: { assessment: { lane: "stop", stopCase: "injury", cues: [] } },
      gives: { outcome: "stop", stopCase: "injury", onCall: "Head of product safety" },
    },
    {
      when: "puts a stop case before a situation",
      over: { assessment: { ...answering("defect"), stopCase: "danger" } },
      gives: { outcome: "stop" },
    },
    {
      when: "leaves a question to the agent",
      over: { assessment: { lane: "question", cues: [] } },
      gives: { outcome: "by-hand" },
    },
    {
      when: "leaves what a person should look at to the agent",
      over: { assessment: { ...answering("defect"), lane: "look" } },
      gives: { outcome: "by-hand" },
    },
    {
      when: "leaves an unknown situation to the agent",
      over: { assessment: answering("moon-landing") },
      gives: { outcome: "by-hand", reasons: [{ code: "by-hand", values: { why: "no-situation" } }] },
    },
    {
      when: "makes a loss good once",
      over: { alreadyGranted: true },
      gives: { outcome: "by-hand", reasons: [{ code: "already-granted" }] },
    },
    {
      when: "owes a new bike even beyond the agent's cap, as an escalation",
      over: { assessment: answering("defect"), product: "bike" },
      gives: {
        outcome: "escalate",
        limitMet: "role-case",
        proposal: { kind: "replacement", cost: eur(38_400) },
      },
    },
    {
      when: "gives the same bike within the manager's cap",
      over: { assessment: answering("defect"), product: "bike", roleLimits: "manager" },
      gives: { outcome: "remedy" },
    },
    {
      when: "escalates where the person's year is used up, and does not shrink what is due",
      over: {
        assessment: answering("defect"),
        product: "football-boots-junior",
        budgets: { customerYearMinor: 29_000, agentDayMinor: 0, brandMonthMinor: 0 },
      },
      gives: { outcome: "escalate", limitMet: "customer-year", proposal: { cost: eur(1800) } },
    },
    {
      when: "still gives the floor where every goodwill budget is used up",
      over: {
        product: "football-boots-junior",
        budgets: { customerYearMinor: 0, agentDayMinor: 10 ** 9, brandMonthMinor: 10 ** 9 },
      },
      gives: { outcome: "remedy", remedy: { kind: "exchange" } },
    },
    {
      when: "is certain of the kind where the amount stands on a receipt only",
      over: { assessment: answering("overcharged"), product: "bike" },
      gives: { outcome: "remedy", remedy: { kind: "refund", cost: eur(0) } },
    },
  ] satisfies { when: string; over: Partial<DecisionFacts>; gives: object }[])("$when", ({ over, gives }) => {
    expect(decide(factsOf(shop, over))).toMatchObject(gives);
  });

  it.each([
    {
      when: "the very product, latest first",
      purchases: [
        bought("old", "Football boots junior", "football", 2500, "2026-05-01"),
        bought("new", "football-boots-junior", "football", 2800),
      ],
      gives: { id: "new", kind: "purchase" },
    },
    {
      when: "its category lately, where the product is not found",
      purchases: [bought("kit", "mystery kit", "football", 4100)],
      gives: { id: "kit", kind: "purchase" },
    },
    {
      when: "the price list, where the category was bought long ago",
      purchases: [bought("kit", "mystery kit", "football", 4100, "2020-01-01")],
      gives: { id: "football-boots-junior", kind: "price-list" },
    },
    {
      when: "the price list, where only a return is on the account",
      purchases: [bought("r", "football-boots-junior", "football", -2800)],
      gives: { id: "football-boots-junior", kind: "price-list" },
    },
    {
      when: "the price list, where the purchase lies in the future",
      purchases: [bought("f", "football-boots-junior", "football", 2800, "2027-01-01")],
      gives: { id: "football-boots-junior", kind: "price-list" },
    },
  ])("reads the price from $when", ({ purchases, gives }) => {
    expect(given(decide(factsOf(shop, { product: "football-boots-junior", purchases }))).priceFrom).toEqual(
      gives,
    );
  });

  it("takes the only recent purchase where no product is named, and none of several", () => {
    const one = [bought("p1", "tent", "outdoor", 17_900)];
    expect(given(decide(factsOf(shop, { purchases: one }))).priceFrom).toEqual({
      kind: "purchase",
      id: "p1",
    });
    const two = [...one, bought("p2", "football", "football", 2490)];
    expect(codes(decide(factsOf(shop, { purchases: two })))).toContain("price-unknown");
  });

  it("believes the writer up to the brand's sum and asks which purchase it was above it", () => {
    expect(codes(decide(factsOf(shop, { product: "football-boots-junior" })))).toContain("believe-first");
    expect(codes(decide(factsOf(shop, { product: "hockey-skates" })))).toContain("confirm-purchase");
    const linked = decide(
      factsOf(shop, {
        product: "hockey-skates",
        purchases: [bought("s", "hockey skates", "ice-hockey", 14_900)],
      }),
    );
    expect(codes(linked)).not.toContain("confirm-purchase");
  });

  it("claims a loss by its purchase line, else by person, situation and day where the brand is", () => {
    const late = { now: "2026-11-20T22:30:00.000Z" };
    const key = (decision: Decision) => (decision.outcome === "remedy" ? decision.lossKey : "");
    const person = { mention: "facebook:1", author: "facebook:7" };
    expect(key(decide(factsOf(shop, { ...late, person, product: "football-boots-junior" })))).toBe(
      "facebook:7|exchange-refused|2026-11-21",
    );
    const purchases = [bought("line-9", "football-boots-junior", "football", 3000)];
    expect(key(decide(factsOf(shop, { product: "football-boots-junior", purchases })))).toBe(
      "purchase:line-9",
    );
  });

  it("adds to the floor what the relationship carries", () => {
    const at = (atRisk: number) =>
      decide(
        factsOf(restaurant, {
          assessment: answering("food-quality"),
          product: "lounasbuffet",
          relationship: relationshipWorth(atRisk),
        }),
      );
    expect(given(at(0))).toMatchObject({ kind: "part-refund", value: eur(440), goodwill: eur(0) });
    expect(given(at(800))).toMatchObject({ kind: "part-refund", value: eur(640), goodwill: eur(200) });
    expect(given(at(8000))).toMatchObject({ kind: "refund", value: eur(880), goodwill: eur(440) });
  });

  it("gives the room in money where goods no longer fit, not nothing", () => {
    const playbook = withSituation(shop, {
      loss: "goods",
      floor: { kind: "attention" },
      goodwill: [{ kind: "replacement" }],
    });
    const limit = eur(10_750);
    const bike = decide(factsOf(shop, { playbook, assessment: answering("it"), product: "bike" }));
    expect(given(bike)).toMatchObject({ kind: "part-refund", owed: eur(0), goodwill: limit });
    expect(bike).toMatchObject({ mandate: { limit, boundBy: "value-share" } });
  });

  it("keeps money that is owed beside goodwill where the floor is goods of more worth", () => {
    const playbook = withSituation(shop, {
      loss: "goods",
      owed: { kind: "part-refund", share: 0.8 },
      floor: { kind: "exchange" },
      goodwill: [
        { kind: "refund", share: 1 },
        { kind: "refund", share: 1.5 },
      ],
    });
    const decision = decide(
      factsOf(shop, { playbook, assessment: answering("it"), product: "football-boots-junior" }),
    );
    // Owed are 24 €, more than the 18 € that the exchange costs; 45 € is 1.5 × the price, but the exchange is worth 30 €.
    expect(given(decision)).toMatchObject({ value: eur(3900), owed: eur(2400), goodwill: eur(1500) });
  });

  it("refuses a relationship in another currency than the brand's", () => {
    const relationship = { ...relationshipWorth(100), atRisk: { minor: 100, currency: "SEK" as const } };
    expect(() => decide(factsOf(shop, { relationship }))).toThrow(RangeError);
  });
});

describe("the record of a decision", () => {
  const room = { limit: eur(10_750), boundBy: "value-share" };
  const boots = { product: "football-boots-junior" };

  it.each([
    { when: "its own", stopCase: "injury", onCall: "Head of product safety", keeps: 3 },
    {
      when: "the one with the shortest way to a person, in doubt",
      onCall: "Head of product safety",
      keeps: 3,
    },
    { when: "one with nothing to keep", stopCase: "death", onCall: "Customer care lead", keeps: 0 },
  ] as const)("names in a stop case who is called and what is kept: $when", ({ stopCase, onCall, keeps }) => {
    const assessment = { ...answering("defect"), lane: "stop" as const, stopCase };
    const decision = decide(factsOf(shop, { assessment, playbookVersion: 7 }));
    expect(decision).toEqual({
      outcome: "stop",
      playbookVersion: 7,
      situation: "defect",
      stopCase: stopCase ?? "danger",
      onCall,
      keep: shop.playbook.keep[stopCase ?? "danger"] ?? [],
      reasons: [{ code: "stop-case", values: { stopCase: stopCase ?? "danger", onCall } }],
    });
    expect(decision.outcome === "stop" && decision.keep.length).toBe(keeps);
  });

  it("calls whoever is on duty in a stop case for which nobody is named", () => {
    const playbook = { ...shop.playbook, onCall: { default: "Duty manager", byStopCase: {} } };
    const assessment = { lane: "stop" as const, stopCase: "death" as const, cues: [] };
    expect(decide(factsOf(shop, { playbook, assessment }))).toMatchObject({
      onCall: "Duty manager",
      reasons: [{ values: { onCall: "Duty manager" } }],
    });
  });

  it.each([
    { why: "no-situation", assessment: answering("moon-landing"), situation: {} },
    {
      why: "look",
      assessment: { ...answering("defect"), lane: "look" as const },
      situation: { situation: "defect" },
    },
    { why: "question", assessment: { lane: "question" as const, cues: [] }, situation: {} },
  ])("says why an agent answers by hand ($why), and what may be given", ({ why, assessment, situation }) => {
    expect(decide(factsOf(shop, { assessment, playbookVersion: 7 }))).toEqual({
      outcome: "by-hand",
      playbookVersion: 7,
      ...situation,
      reasons: [{ code: "by-hand", values: { why } }],
      mandate: room,
    });
  });

  it("says that a loss was made good before, and leaves nothing to give", () => {
    expect(decide(factsOf(shop, { alreadyGranted: true, playbookVersion: 7 }))).toEqual({
      outcome: "by-hand",
      playbookVersion: 7,
      situation: "exchange-refused",
      reasons: [{ code: "already-granted", values: { situation: "exchange-refused" } }],
    });
  });

  it("holds all figures of a remedy", () => {
    const priceFrom = { kind: "price-list", id: "football-boots-junior" };
    const exchange = { kind: "exchange", cost: eur(1800), owed: eur(1800), goodwill: eur(0), priceFrom };
    const money = { value: eur(3000), cost: eur(3000), owed: eur(1800), goodwill: eur(1200), priceFrom };
    const proportion = { cost: eur(1800), atRisk: eur(43_000), share: 1800 / 43_000 };
    const playbook = withSituation(shop, {
      loss: "goods",
      floor: { kind: "exchange" },
      goodwill: [{ kind: "refund", share: 1 }],
    });
    const assessment = answering("it");
    expect(decide(factsOf(shop, { ...boots, playbook, assessment, playbookVersion: 7 }))).toEqual({
      outcome: "remedy",
      playbookVersion: 7,
      situation: "it",
      remedy: exchange,
      alternatives: [
        { ...money, kind: "refund" },
        { ...exchange, kind: "replacement" },
        { ...money, kind: "voucher" },
      ],
      mandate: { limit: eur(1500), boundBy: "price-factor" },
      proportion,
      lossKey: "facebook:1|it|2026-11-20",
      core: exchange,
      beside: eur(1800),
      coreWorth: eur(3000),
      believed: true,
      reasons: [
        { code: "price-from-list", values: { product: "football-boots-junior", price: eur(3000) } },
        { code: "floor", values: { kind: "exchange", cost: eur(1800) } },
        { code: "believe-first", values: { limit: eur(shop.playbook.believeFirstMinor) } },
        { code: "goodwill-none", values: { limit: eur(1500), boundBy: "price-factor" } },
        { code: "proportion", values: { ...proportion, goods: "goods" } },
      ],
    });
  });

  it("says nothing of goodwill where the playbook has none to add", () => {
    const withLadder = (goodwill: Situation["goodwill"]) =>
      codes(
        decide(
          factsOf(shop, {
            ...boots,
            assessment: answering("it"),
            playbook: withSituation(shop, { loss: "goods", floor: { kind: "exchange" }, goodwill }),
          }),
        ),
      );
    expect(withLadder([])).not.toContain("goodwill-none");
    expect(withLadder([{ kind: "exchange" }])).toContain("goodwill-none");
  });

  it.each([
    { least: undefined, kind: "attention", code: "goodwill-paltry" },
    { least: 0, kind: "part-refund", code: "goodwill-added" },
  ])(
    "gives a few cents for the trouble alone only where the playbook says so: $least",
    ({ least, kind, code }) => {
      const changed = withSituation(shop, {
        loss: "service",
        floor: { kind: "attention" },
        goodwill: [{ kind: "part-refund", amountMinor: 99 }],
      });
      const mandate = { ...changed.mandate, ...(least === undefined ? {} : { leastGoodwillMinor: least }) };
      const decision = decide(
        factsOf(shop, { ...boots, assessment: answering("it"), playbook: { ...changed, mandate } }),
      );
      expect(decision).toMatchObject({ outcome: "remedy", remedy: { kind } });
      expect(codes(decision)).toContain(code);
    },
  );

  it("says what is met, how high it is and by how much everybody's share is above it", () => {
    expect(decide(factsOf(shop, { assessment: answering("defect"), product: "bike" }))).toMatchObject({
      outcome: "escalate",
      limitMet: "role-case",
      limit: eur(15_000),
      overBy: eur(23_400),
    });
    const budgets = { customerYearMinor: 29_000, agentDayMinor: 0, brandMonthMinor: 0 };
    expect(decide(factsOf(shop, { ...boots, budgets }))).toMatchObject({
      limitMet: "customer-year",
      limit: eur(30_000),
      overBy: eur(800),
    });
    expect(
      decide(factsOf(shop, { ...boots, budgets: { ...budgets, customerYearMinor: 28_200 } })),
    ).toMatchObject({
      outcome: "remedy",
    });
  });

  it("calls it owed where what is owed and the floor are worth the same", () => {
    const both = (owed: number, floor: number) =>
      codes(
        decide(
          factsOf(shop, {
            ...boots,
            assessment: answering("it"),
            playbook: withSituation(shop, {
              loss: "money",
              owed: { kind: "part-refund", amountMinor: owed },
              floor: { kind: "part-refund", amountMinor: floor },
              goodwill: [],
            }),
          }),
        ),
      ).filter((code) => code === "owed" || code === "floor");
    expect(both(500, 500)).toEqual(["owed"]);
    expect(both(499, 500)).toEqual(["floor"]);
  });

  it("has no share of a relationship of which nothing is known", () => {
    const stranger = decide(factsOf(shop, { ...boots, relationship: relationshipWorth(0) }));
    expect(stranger).toMatchObject({ proportion: { cost: eur(1800), atRisk: eur(0) } });
    expect(codes(stranger)).toContain("proportion-unknown");
  });

  it("names the currencies where they differ", () => {
    const relationship = { ...relationshipWorth(100), atRisk: { minor: 100, currency: "SEK" as const } };
    expect(() => decide(factsOf(shop, { relationship }))).toThrow(/SEK.*EUR/);
  });
});

describe("an agent's own choice", () => {
  // Made in the test, not while the file is read: a mutant of what is run then is tried on every test there is.
  const lunch = () =>
    decide(
      factsOf(restaurant, {
        assessment: answering("part-missing"),
        product: "lounasbuffet",
        relationship: relationshipWorth(2000),
      }),
    );
  it.each([
    {
      when: "any amount inside the mandate",
      choice: { kind: "refund" as const, valueMinor: 880, costMinor: 880 },
      gives: { ok: true, remedy: { owed: eur(440), goodwill: eur(440) } },
    },
    {
      when: "an own idea with its cost",
      choice: { kind: "own-idea" as const, costMinor: 300, note: "a coffee and a call" },
      gives: { ok: true },
    },
    {
      when: "nothing above the limit, which it names",
      choice: { kind: "refund" as const, valueMinor: 2000, costMinor: 2000 },
      gives: { ok: false, why: "limit", limitMet: "value-share", overByMinor: 1060 },
    },
    {
      when: "nothing below what is owed",
      choice: { kind: "part-refund" as const, valueMinor: 100, costMinor: 100 },
      gives: { ok: false, why: "below-floor" },
    },
    {
      when: "an amount at its value, whatever cost was said",
      choice: { kind: "voucher" as const, valueMinor: 5000, costMinor: 0 },
      gives: { ok: false, why: "limit" },
    },
  ])("allows $when", ({ choice, gives }) => {
    expect(remedyInsideMandate(lunch(), choice)).toMatchObject(gives);
  });

  it("lets goods that cost less than the money they replace stand for it", () => {
    const lost = decide(factsOf(shop, { assessment: answering("defect"), product: "football-boots-junior" }));
    expect(remedyInsideMandate(lost, { kind: "exchange", costMinor: 1800 })).toMatchObject({ ok: true });
  });

  it("holds what is proposed, also where goods cost the brand less than the money that is owed", () => {
    const playbook = withSituation(restaurant, {
      loss: "service",
      floor: { kind: "part-refund", share: 0.5 },
      goodwill: [{ kind: "redo" }],
    });
    const dish = decide(
      factsOf(restaurant, {
        playbook,
        assessment: answering("it"),
        product: "lounasbuffet",
        relationship: relationshipWorth(9000),
      }),
    );
    const redo = given(dish);
    expect(redo.kind).toBe("redo");
    expect(redo.cost.minor).toBeLessThan(440);
    expect(remedyInsideMandate(dish, { kind: "redo", costMinor: redo.cost.minor })).toMatchObject({
      ok: true,
    });
  });

  it("holds no amount below what the goods are worth that everybody gets", () => {
    const refused = decide(factsOf(shop, { product: "football-boots-junior" }));
    const refund = (valueMinor: number) =>
      remedyInsideMandate(refused, { kind: "refund", valueMinor, costMinor: valueMinor });
    expect(refund(2999)).toMatchObject({ ok: false, why: "below-floor" });
    expect(refund(3000)).toMatchObject({ ok: true, remedy: { owed: eur(1800), goodwill: eur(1200) } });
  });

  it("holds nothing to give in a stop case", () => {
    const stop = decide(factsOf(shop, { assessment: { lane: "stop", stopCase: "death", cues: [] } }));
    expect(remedyInsideMandate(stop, { kind: "voucher", valueMinor: 10, costMinor: 10 })).toEqual({
      ok: false,
      why: "nothing-to-give",
    });
  });

  it("keeps an escalation an escalation", () => {
    const bike = decide(factsOf(shop, { assessment: answering("defect"), product: "bike" }));
    expect(remedyInsideMandate(bike, { kind: "replacement", costMinor: 38_400 })).toMatchObject({
      ok: false,
      why: "limit",
      limitMet: "role-case",
    });
  });

  it("has a mandate where the agent answers in own words", () => {
    const byHand = decide(factsOf(shop, { assessment: { lane: "question", cues: [] } }));
    expect(remedyInsideMandate(byHand, { kind: "voucher", valueMinor: 1000, costMinor: 1000 })).toMatchObject(
      { ok: true },
    );
    expect(
      remedyInsideMandate(byHand, { kind: "voucher", valueMinor: 20_000, costMinor: 20_000 }),
    ).toMatchObject({ ok: false, limitMet: "value-share" });
  });
});

describe("goods of which nobody knows what they are", () => {
  it("are asked after first, whoever writes: they may be the dearest that is sold", () => {
    for (const situation of ["exchange-refused", "defect", "lost-parcel"]) {
      const decision = decide(factsOf(shop, { assessment: answering(situation), product: undefined }));
      expect(codes(decision), situation).toEqual(
        expect.arrayContaining(["price-unknown", "confirm-purchase"]),
      );
      expect(codes(decision)).not.toContain("believe-first");
    }
  });

  it("are believed where the dearest that is sold is below the sum, and that is counted", () => {
    const decision = decide(
      factsOf(restaurant, { assessment: answering("wrong-order"), product: undefined }),
    );
    expect(codes(decision)).toContain("believe-first");
    expect(codes(decision)).not.toContain("confirm-purchase");
    expect(decision).toMatchObject({ outcome: "remedy", believed: true });
  });

  it("are asked after where the brand has no prices at all", () => {
    const playbook = { ...restaurant.playbook, priceList: [] };
    const facts = factsOf(restaurant, { assessment: answering("wrong-order"), product: undefined, playbook });
    expect(codes(decide(facts))).toContain("confirm-purchase");
  });
});
