import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, comparing } from "../../../shared/complaint/backtest/comparison.ts";
import { count, noFigures } from "../../../shared/complaint/backtest/figures.ts";
import type { Given } from "../../../shared/complaint/backtest/given.ts";
import {
  type ReplayedCase,
  replayUnder,
  type TriedVersion,
} from "../../../shared/complaint/backtest/replay.ts";
import { budgetPeriods } from "../../../shared/complaint/budget.ts";
import type { Playbook, Situation } from "../../../shared/complaint/playbook.ts";
import type { LimitName } from "../../../shared/complaint/remedy.ts";
import { exampleBrand, relationshipWorth } from "../../language/reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const timeZone = "Europe/Helsinki";
const RUNS = { numRuns: 10_000 };

const situation = (id: string, rest: Partial<Situation>): Situation => ({
  id,
  recognise: {},
  feeling: {},
  loss: "money",
  floor: { kind: "attention" },
  goodwill: [],
  ...rest,
});
/** Goods that cannot be cut, sums that can, a floor that is money, and one without anything to give. */
const situations = [
  situation("swap", { loss: "goods", floor: { kind: "exchange" } }),
  situation("gift", {
    goodwill: [500, 1500, 4000].map((amountMinor) => ({ kind: "part-refund", amountMinor })),
  }),
  situation("late", {
    loss: "service",
    floor: { kind: "part-refund", amountMinor: 700 },
    goodwill: [{ kind: "redo" }, { kind: "part-refund", amountMinor: 2500 }],
  }),
  situation("rude", { loss: "attention" }),
];

type Limits = {
  perCaseMinor: number;
  perCustomerYearMinor: number;
  perAgentDayMinor: number;
  brandMonthMinor: number;
};
const version = (limits: Limits, over: Partial<Playbook> = {}): TriedVersion => {
  const { brandMonthMinor, ...agent } = limits;
  const { mandate } = shop.playbook;
  return {
    playbook: {
      ...shop.playbook,
      situations,
      mandate: { ...mandate, roles: { ...mandate.roles, agent }, brandMonthMinor },
      ...over,
    },
    playbookVersion: 0,
    currency: "EUR",
    timeZone,
  };
};

const someLimits: fc.Arbitrary<Limits> = fc.record({
  perCaseMinor: fc.integer({ min: 0, max: 6000 }),
  perCustomerYearMinor: fc.integer({ min: 0, max: 9000 }),
  perAgentDayMinor: fc.integer({ min: 0, max: 9000 }),
  brandMonthMinor: fc.integer({ min: 0, max: 20_000 }),
});

const aCase = fc.record({
  /** Hours since the case before. */
  pause: fc.integer({ min: 0, max: 400 }),
  situation: fc.constantFrom(...situations.map(({ id }) => id), "unknown"),
  lane: fc.constantFrom(
    "answer" as const,
    "answer" as const,
    "answer" as const,
    "stop" as const,
    "look" as const,
  ),
  customer: fc.option(fc.constantFrom("c1", "c2", "c3"), { nil: undefined }),
  agent: fc.constantFrom("laura", "mikael"),
  product: fc.constantFrom("football-boots-junior", "football", undefined),
  atRiskMinor: fc.constantFrom(0, 4000, 20_000, 90_000),
});
const someCases = fc.array(aCase, { maxLength: 25 }).map((rows) => {
  let hours = 0;
  return rows.map(
    ({ pause, situation: id, lane, customer, agent, product, atRiskMinor }, at): ReplayedCase => {
      hours += pause;
      return {
        at: new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000).toISOString(),
        agent,
        assessment: { lane, situation: id, cues: [] },
        purchases: [],
        product,
        person: { customer, author: `author-${at % 4}`, mention: `m${at}` },
        relationship: (failed) => relationshipWorth(failed ? 2 * atRiskMinor : atRiskMinor),
      };
    },
  );
});

const replayed = (cases: readonly ReplayedCase[], under: TriedVersion): Given[] => {
  const next = replayUnder(under);
  return cases.map(next);
};
const compared = (
  cases: readonly ReplayedCase[],
  before: readonly Given[],
  after: readonly Given[],
): Comparison => {
  const sums = comparing();
  cases.forEach(({ at }, n) => {
    const [one, other] = [before[n], after[n]];
    if (one && other) sums.add(at.slice(0, 10), one, other);
  });
  return sums.result();
};
const metBy = (given: readonly Given[], limit: LimitName) =>
  given.filter(({ limitMet }) => limitMet === limit);

describe("laws of a backtest", () => {
  it("a version against itself changes nothing", () => {
    fc.assert(
      fc.property(someCases, someLimits, (cases, limits) => {
        const one = replayed(cases, version(limits));
        const { changed, totals, proportions } = compared(cases, one, replayed(cases, version(limits)));
        expect(changed).toBe(0);
        expect(totals.after).toEqual(totals.before);
        expect(proportions.after).toEqual(proportions.before);
      }),
      RUNS,
    );
  });

  it.each([
    ["role-case", "perCaseMinor"],
    ["customer-year", "perCustomerYearMinor"],
    ["agent-day", "perAgentDayMinor"],
    ["brand-month", "brandMonthMinor"],
  ] as const)("raising %s never makes more escalations by it", (limit, field) => {
    fc.assert(
      fc.property(someCases, someLimits, fc.integer({ min: 1, max: 9000 }), (cases, limits, more) => {
        const before = metBy(replayed(cases, version(limits)), limit);
        const after = metBy(replayed(cases, version({ ...limits, [field]: limits[field] + more })), limit);
        expect(after.length).toBeLessThanOrEqual(before.length);
      }),
      RUNS,
    );
  });

  it("the sum over situations and signers is the sum over cases", () => {
    fc.assert(
      fc.property(someCases, someLimits, someLimits, (cases, limits, others) => {
        const [before, after] = [replayed(cases, version(limits)), replayed(cases, version(others))];
        const { totals, situations: rows, days } = compared(cases, before, after);
        for (const [side, given] of [
          ["before", before],
          ["after", after],
        ] as const) {
          const sum = noFigures();
          for (const each of given) count(sum, each);
          expect(totals[side]).toEqual(sum);
          expect(rows.reduce((all, row) => all + row[side].cases, 0)).toBe(cases.length);
          expect(days.reduce((all, day) => all + day[side].costMinor, 0)).toBe(sum.costMinor);
        }
      }),
      RUNS,
    );
  });

  it("what agents give stays inside every budget, and each cost is owed, floor or goodwill", () => {
    fc.assert(
      fc.property(someCases, someLimits, (cases, limits) => {
        const spent = new Map<string, number>();
        replayed(cases, version(limits)).forEach((given, n) => {
          const { owedMinor, floorMinor, goodwillMinor, costMinor } = given;
          expect(owedMinor + floorMinor + goodwillMinor).toBe(costMinor);
          const each = cases[n];
          if (each === undefined || given.signer !== "agent") return;
          const { day, month, year } = budgetPeriods(each.at, timeZone);
          const { customer, author, mention } = each.person;
          for (const [scope, limit] of [
            [`${customer ?? author ?? mention} ${year}`, limits.perCustomerYearMinor],
            [`${each.agent} ${day}`, limits.perAgentDayMinor],
            [month, limits.brandMonthMinor],
          ] as const) {
            spent.set(scope, (spent.get(scope) ?? 0) + goodwillMinor);
            expect(spent.get(scope)).toBeLessThanOrEqual(limit);
          }
          expect(costMinor - goodwillMinor).toBeLessThanOrEqual(limits.perCaseMinor);
        });
      }),
      RUNS,
    );
  });
});

describe("a replay", () => {
  const wide = {
    perCaseMinor: 10_000,
    perCustomerYearMinor: 100_000,
    perAgentDayMinor: 100_000,
    brandMonthMinor: 100_000,
  };
  const gift = (at: string, over: Partial<ReplayedCase> = {}): ReplayedCase => ({
    at,
    agent: "laura",
    assessment: { lane: "answer", situation: "gift", cues: [] },
    purchases: [],
    person: { author: at, mention: at },
    relationship: () => relationshipWorth(100_000),
    ...over,
  });

  it("makes escalations of what comes after the month is reached, and starts anew with the next", () => {
    const days = ["2026-11-03", "2026-11-10", "2026-11-17", "2026-12-01"];
    const given = replayed(
      days.map((day) => gift(`${day}T12:00:00.000Z`)),
      version({ ...wide, brandMonthMinor: 5000 }),
    );
    expect(given.map(({ outcome, limitMet, overMinor }) => [outcome, limitMet, overMinor])).toEqual([
      ["remedy", undefined, undefined],
      ["escalated", "brand-month", 3000],
      ["escalated", "brand-month", 4000],
      ["remedy", undefined, undefined],
    ]);
    // What a manager is asked for is the whole of it.
    expect(given.map(({ goodwillMinor, signer }) => [goodwillMinor, signer])).toEqual([
      [4000, "agent"],
      [4000, "manager"],
      [4000, "manager"],
      [4000, "agent"],
    ]);
  });

  it("asks a manager where one person's word was enough so often this year, and gives the same", () => {
    const lateFor = (author: string, at: string): ReplayedCase => ({
      ...gift(at),
      assessment: { lane: "answer", situation: "late", cues: [] },
      person: { customer: undefined, author, mention: `m${at}` },
      product: undefined,
      relationship: () => relationshipWorth(0),
    });
    const days = ["2026-11-03", "2026-11-10", "2026-11-17", "2027-01-04"].map(
      (day) => `${day}T12:00:00.000Z`,
    );
    const cases = [
      ...days.slice(0, 3).flatMap((at) => [lateFor("a", at)]),
      lateFor("b", "2026-11-18T12:00:00.000Z"),
      lateFor("a", days[3] ?? ""),
    ];
    const one = version(wide);
    const { mandate } = one.playbook;
    const given = replayed(cases, {
      ...one,
      playbook: { ...one.playbook, mandate: { ...mandate, believeFirstTimesPerYear: 2 } },
    });
    expect(given.map(({ outcome, limitMet, overMinor }) => [outcome, limitMet, overMinor])).toEqual([
      ["remedy", undefined, undefined],
      ["remedy", undefined, undefined],
      ["escalated", "believe-first", 0],
      ["remedy", undefined, undefined],
      ["remedy", undefined, undefined],
    ]);
    expect(new Set(given.map(({ costMinor }) => costMinor))).toEqual(new Set([700]));
  });

  it("raising the times a year never makes more escalations by them", () => {
    const times = (limits: Limits, most: number) => {
      const one = version(limits);
      const mandate = { ...one.playbook.mandate, believeFirstTimesPerYear: most };
      return { ...one, playbook: { ...one.playbook, mandate } };
    };
    let met = 0;
    fc.assert(
      fc.property(
        someCases,
        someLimits,
        fc.nat(3),
        fc.integer({ min: 1, max: 5 }),
        (cases, limits, most, more) => {
          const before = metBy(replayed(cases, times(limits, most)), "believe-first").length;
          met += before;
          expect(
            metBy(replayed(cases, times(limits, most + more)), "believe-first").length,
          ).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 2000 },
    );
    // A law of what never happens would hold for nothing.
    expect(met).toBeGreaterThan(50);
  });

  it("counts days and months as the brand's clock does", () => {
    // Half past midnight of the first of December in Helsinki is the last of November in UTC.
    const given = replayed(
      [gift("2026-11-30T12:00:00.000Z"), gift("2026-11-30T22:30:00.000Z")],
      version({ ...wide, brandMonthMinor: 5000 }),
    );
    expect(given.map(({ outcome }) => outcome)).toEqual(["remedy", "remedy"]);
  });

  it("makes a loss good once", () => {
    const person = { author: "a", mention: "m" };
    const given = replayed(
      [
        gift("2026-11-03T10:00:00.000Z", { person }),
        gift("2026-11-03T11:00:00.000Z", { person }),
        gift("2026-11-04T11:00:00.000Z", { person }),
      ],
      version(wide),
    );
    expect(given.map(({ outcome }) => outcome)).toEqual(["remedy", "by-hand", "remedy"]);
    expect(given[1]?.reasons).toEqual(["already-granted"]);
  });

  it("lets our own failure towards a customer within 90 days weigh, and not after", () => {
    const person = { customer: "c", mention: "m" };
    const relationship = (failed: boolean) => relationshipWorth(failed ? 10_000 : 2000);
    const given = replayed(
      ["2026-01-10", "2026-02-10", "2026-08-10"].map((day) =>
        gift(`${day}T10:00:00.000Z`, { person, relationship }),
      ),
      version(wide),
    );
    expect(given.map(({ goodwillMinor }) => goodwillMinor)).toEqual([500, 2500, 500]);
  });

  it("names a core above the case's limit by how much the limit was too little", () => {
    const [given] = replayed(
      [
        gift("2026-11-03T10:00:00.000Z", {
          assessment: { lane: "answer", situation: "swap", cues: [] },
          product: "football-boots-junior",
        }),
      ],
      version({ ...wide, perCaseMinor: 1500 }),
    );
    expect(given).toMatchObject({
      outcome: "escalated",
      signer: "manager",
      limitMet: "role-case",
      overMinor: 300,
      floorMinor: 1800,
      goodwillMinor: 0,
    });
  });
});
