import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectationOf } from "../../../infra/lifetime/expect.ts";
import { fitLifetime } from "../../../infra/lifetime/fit.ts";
import { bgNbdLogLikelihood } from "../../../infra/lifetime/fit-bg-nbd.ts";
import { gammaGammaLogLikelihood } from "../../../infra/lifetime/fit-gamma-gamma.ts";
import { type History, transactionLog } from "../../../infra/lifetime/histories.ts";
import { dayOf } from "../../../infra/lifetime/read-transactions.ts";
import { summarise } from "../../../infra/lifetime/summary.ts";
import { LifetimeFit } from "../../../shared/complaint/lifetime/lifetime-model.ts";
import { cdnowLog, cdnowRows } from "../../support/cdnow.ts";

const about = { unit: "week", until: "1997-09-30", fittedAt: "2026-11-22T12:00:00.000Z" } as const;
const HALF_TIME = dayOf("1997-09-30");
const summary = summarise(cdnowLog().histories(HALF_TIME));
const fit = fitLifetime(summary, about);

describe("the CDNOW customers", () => {
  it("gives the published parameters and log-likelihoods", () => {
    expect(fit).toMatchObject({ sane: true, customers: 2_357, repeaters: 946 });
    const { bgnbd, gammaGamma } = fit;
    expect(bgnbd?.logLikelihood).toBeCloseTo(-9_582.43, 2);
    expect(bgnbd?.r).toBeCloseTo(0.243, 3);
    expect(bgnbd?.alpha).toBeCloseTo(4.414, 3);
    expect(bgnbd?.a).toBeCloseTo(0.793, 3);
    expect(bgnbd?.b).toBeCloseTo(2.426, 3);
    expect(gammaGamma?.logLikelihood).toBeCloseTo(-4_055.92, 2);
    expect(gammaGamma?.p).toBeCloseTo(6.25, 2);
    expect(gammaGamma?.q).toBeCloseTo(3.74, 2);
    expect(gammaGamma?.gamma).toBeCloseTo(15.44, 2);
    expect(LifetimeFit.parse(structuredClone(fit))).toEqual(fit);
  });

  it("gives the published spend at a time of the first ten customers", () => {
    const spends = [...cdnowLog().histories(HALF_TIME)]
      .slice(0, 10)
      .map((history) => expectationOf(history, fit, 39).expectedSpend);
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    for (const [at, spend] of spends.entries()) expect(spend).toBeCloseTo(published[at] ?? 0, 1);
  });

  it("foretells the purchases of the next 39 weeks within an error of 1.61", () => {
    const weeks = new Map<string, Set<string>>();
    for (const { customer, date } of cdnowRows())
      if (date > about.until) weeks.set(customer, (weeks.get(customer) ?? new Set()).add(date));
    let squares = 0;
    let total = 0;
    for (const history of cdnowLog().histories(HALF_TIME)) {
      const { expectedPurchases } = expectationOf(history, fit, 39);
      total += expectedPurchases;
      squares += (expectedPurchases - (weeks.get(history.customer)?.size ?? 0)) ** 2;
    }
    expect(Math.sqrt(squares / fit.customers)).toBeLessThan(1.61);
    expect(total).toBeCloseTo(1_654, -1);
  });

  it("gives the same in days, but for the unit", () => {
    const inDays = fitLifetime(summary, { ...about, unit: "day" });
    expect(inDays.bgnbd?.alpha).toBeCloseTo((fit.bgnbd?.alpha ?? 0) * 7, 1);
    expect(inDays.bgnbd?.r).toBeCloseTo(fit.bgnbd?.r ?? 0, 4);
  });
});

describe("the log-likelihood", () => {
  const model = { r: 0.3, alpha: 5, a: 0.9, b: 2 };
  const spend = { p: 5, q: 3, gamma: 12 };
  const histories = [...cdnowLog().histories(HALF_TIME)].slice(0, 60);

  it("does not hang on the order of the customers, nor on their being counted together", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(histories, { minLength: 2 }), (some) => {
        const together = summarise(some);
        const reversed = summarise(some.toReversed());
        const alone = some.map((history) => summarise([history]));
        const rhythm = (of: typeof together) => bgNbdLogLikelihood(model, of.rhythms, 7);
        const spending = (of: typeof together) => gammaGammaLogLikelihood(spend, of.spending);
        for (const measure of [rhythm, spending]) {
          expect(measure(reversed)).toBeCloseTo(measure(together), 8);
          expect(alone.reduce((sum, of) => sum + measure(of), 0)).toBeCloseTo(measure(together), 8);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("stays finite for who bought every day of a life", () => {
    const heavy: History = {
      customer: "h",
      frequency: 20_000,
      recency: 20_000,
      age: 40_000,
      paid: 20_000,
      spent: 1e9,
      fadedDays: 1,
      fadedSpent: 1,
    };
    const of = summarise([heavy]);
    expect(Number.isFinite(bgNbdLogLikelihood(model, of.rhythms, 7))).toBe(true);
    expect(Number.isFinite(gammaGammaLogLikelihood(spend, of.spending))).toBe(true);
  });
});

describe("the test that a fit must pass", () => {
  const fitOf = (lines: readonly (readonly [customer: string, date: string, minor: number])[]) => {
    const log = transactionLog();
    for (const [customer, date, minor] of lines) log.add({ customer, day: dayOf(date), minor });
    return fitLifetime(summarise(log.histories(log.lastDay ?? 0)), about);
  };
  const doubts = (found: LifetimeFit) => (found.sane ? [] : found.doubts);

  it("is failed by nobody at all, by one, and by many who never came back", () => {
    const never = Array.from({ length: 500 }, (_, n) => [`c${n}`, "2026-01-01", 100] as const);
    for (const lines of [[], never.slice(0, 1), never]) {
      const found = fitOf(lines);
      expect(doubts(found)).toEqual(["few-repeaters", "not-fitted"]);
      expect(found).toMatchObject({ bgnbd: null, gammaGamma: null });
    }
  });

  it("is failed where every purchase costs the same: nothing tells the customers' means apart", () => {
    const lines = cdnowRows().map(({ customer, date }) => [customer, date, 1_000] as const);
    const found = fitOf(lines);
    expect(found.sane).toBe(false);
    expect(doubts(found).some((doubt) => doubt !== "few-repeaters")).toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("is failed by too few who came back, whose figures are told all the same", () => {
    const few = cdnowRows().filter(({ customer }) => customer < "0300");
    const found = fitOf(few.map(({ customer, date, amount }) => [customer, date, Number(amount) * 100]));
    expect(doubts(found)).toContain("few-repeaters");
    expect(found.bgnbd?.r).toBeGreaterThan(0);
  });
});
