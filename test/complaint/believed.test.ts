import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AuthorMatch } from "../../shared/complaint/author-match.ts";
import { USUAL_BELIEVED_PER_YEAR } from "../../shared/complaint/believed.ts";
import type { Cue } from "../../shared/complaint/cue.ts";
import { type DecisionFacts, decide } from "../../shared/complaint/decide.ts";
import { decideForStranger } from "../../shared/complaint/for-a-stranger.ts";
import { CustomerId } from "../../shared/complaint/ids.ts";
import { compose } from "../../shared/language/compose.ts";
import { renderReason } from "../../shared/language/reasons.ts";
import { answering, exampleBrand, factsOf } from "../language/reply-world.ts";
import { LAW_RUNS } from "../support/law-runs.ts";
import { anyWorld, coreIn, factsIn, given, proposalIn } from "./any-playbook.ts";

const restaurant = exampleBrand("lounaspoyta");
const budgets = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };
const believed = (times: number) => ({ budgets: { ...budgets, believedTimes: times } });
const lunch = (over: Partial<DecisionFacts> = {}) =>
  factsOf(restaurant, { assessment: answering("part-missing"), product: "lounasbuffet", ...over });
const perYear = (times: number) => ({
  ...restaurant.playbook,
  mandate: { ...restaurant.playbook.mandate, believeFirstTimesPerYear: times },
});
const confirmed = AuthorMatch.parse({
  decision: "link",
  customer: "c1",
  candidates: [],
  basis: "confirmed-by-customer",
  matchedAt: "2026-11-20T09:00:00.000Z",
});
const aLunchBought = {
  id: "line-1",
  customer: CustomerId.parse("c1"),
  date: "2026-11-19",
  product: "lounasbuffet",
  category: "lunch",
  amountMinor: 880,
  currency: "EUR" as const,
};
const often = { outcome: "escalate", limitMet: "believe-first", believed: true };

describe("a person's word alone", () => {
  it.each([
    { when: "is enough the first time", over: {}, gives: { outcome: "remedy", believed: true } },
    {
      when: "is enough up to the usual number, where the playbook names none",
      over: believed(USUAL_BELIEVED_PER_YEAR - 1),
      gives: { outcome: "remedy", believed: true },
    },
    { when: "brings a named person in above it", over: believed(USUAL_BELIEVED_PER_YEAR), gives: often },
    { when: "follows the playbook's number", over: { ...believed(1), playbook: perYear(1) }, gives: often },
    {
      when: "is enough more often where the playbook says so",
      over: { ...believed(8), playbook: perYear(9) },
      gives: { outcome: "remedy" },
    },
    { when: "may be enough never", over: { playbook: perYear(0) }, gives: often },
    {
      when: "is always enough for a manager",
      over: { ...believed(99), roleLimits: "manager" as const },
      gives: { outcome: "remedy", believed: true },
    },
  ])("$when", ({ over, gives }) => {
    expect(decide(lunch(over))).toMatchObject(gives);
  });

  it.each([
    { when: "who the writer is has been confirmed", over: { match: confirmed } },
    { when: "the lunch stands among the purchases", over: { purchases: [aLunchBought] } },
    {
      when: "the sum is above the one up to which a word is enough",
      over: { playbook: { ...restaurant.playbook, believeFirstMinor: 439 } },
    },
    {
      when: "nothing of worth is given",
      over: { assessment: answering("rude-staff"), product: undefined },
    },
  ])("does not count where $when", ({ over }) => {
    const decision = decide(lunch({ ...believed(99), ...over }));
    expect(decision.outcome).toBe("remedy");
    expect(decision).not.toHaveProperty("believed");
  });

  it("is told to the agent with both numbers, in three languages", () => {
    const said = (lang: "en" | "fi" | "sv") =>
      decide(lunch(believed(4)))
        .reasons.filter(({ code }) => code === "believed-often")
        .map((reason) => renderReason(reason, lang));
    expect(said("en")).toEqual([
      "Taken at their word alone this year: 4 (an agent may: 3). What is due stays due, and a named person gives it.",
    ]);
    expect(said("fi")).toEqual([
      "Luotettu pelkkään sanaan tänä vuonna: 4 (vastaaja saa: 3). Hyvitys kuuluu silti, ja sen antaa nimetty ihminen.",
    ]);
    expect(said("sv")).toEqual([
      "Litat på ordet ensamt i år: 4 (en handläggare får: 3). Det som ska ges ska ges, och en namngiven person ger det.",
    ]);
  });

  it("shows in public not at all, and in private as any answer that takes a few hours", () => {
    const facts = lunch();
    const texts = (times: number, over: Partial<DecisionFacts> = {}) =>
      compose({
        lang: "fi",
        channel: "facebook",
        situation: restaurant.playbook.situations.find(({ id }) => id === "part-missing"),
        decision: decide(lunch({ ...believed(times), ...over })),
        asStranger: decideForStranger(facts),
        brandName: "Lounaspöytä",
        text: "Linjastosta puuttuivat kaikki vihannekset ja maksoin silti täyden hinnan.",
        cues: [],
        matchConfirmed: false,
        shift: { name: "Sanna", untilText: "15" },
        seed: "a",
        register: "sinä",
        timeZone: "Europe/Helsinki",
      });
    expect(texts(3).public).toBe(texts(0).public);
    // The same words as where a price is above an agent's limit: nobody can read the reason from them.
    const { mandate } = restaurant.playbook;
    const agent = { ...mandate.roles.agent, perCaseMinor: 0 };
    const tight = { ...restaurant.playbook, mandate: { ...mandate, roles: { ...mandate.roles, agent } } };
    expect(decide(lunch({ playbook: tight }))).toMatchObject({ limitMet: "role-case" });
    expect(texts(3).private).toBe(texts(0, { playbook: tight }).private);
  });
});

describe("laws of a person's word", () => {
  const cue: fc.Arbitrary<Cue> = fc.record({
    kind: fc.constantFrom("sum", "churn", "warning", "competitor", "relationship"),
    start: fc.nat(500),
    end: fc.integer({ min: 501, max: 999 }),
    value: fc.integer({ min: 0, max: 10 ** 9 }),
  });
  const loud = fc.record({
    severity: fc.integer({ min: 0, max: 4 }),
    arousal: fc.double({ min: 0, max: 1, noNaN: true }),
    followers: fc.nat(10 ** 7),
    cues: fc.array(cue, { maxLength: 5 }),
  });
  const counts = fc.record({ times: fc.nat(8), more: fc.nat(8), most: fc.nat(8), sum: fc.nat(60_000) });
  const under = (facts: DecisionFacts, times: number, most: number, sum: number): DecisionFacts => ({
    ...facts,
    budgets: { ...facts.budgets, believedTimes: times },
    playbook: {
      ...facts.playbook,
      believeFirstMinor: sum,
      mandate: { ...facts.playbook.mandate, believeFirstTimesPerYear: most },
    },
  });
  const must = (isSo: boolean, what: string): void => {
    if (!isSo) throw new Error(what);
  };

  /** No other limit in the way, and no purchase. */
  const roomy = { perCase: 200_000, perYear: 200_000, usedYear: 0, boughtAt: undefined };

  it("the count changes no remedy, no alternative and no mandate: only who signs", () => {
    let escalated = 0;
    fc.assert(
      fc.property(
        anyWorld(),
        fc.boolean(),
        counts,
        loud,
        (any, isRoomy, { times, more, most, sum }, louder) => {
          const facts = factsIn(isRoomy ? { ...any, ...roomy } : any);
          const never = proposalIn(under(facts, 0, Number.MAX_SAFE_INTEGER, sum));
          const now = proposalIn(under(facts, times, most, sum));
          const same = (a: unknown, b: unknown, what: string) =>
            must(JSON.stringify(a) === JSON.stringify(b), what);
          same(given(now), given(never), "the remedy");
          same(coreIn(now), coreIn(never), "the core");
          same(now.alternatives, never.alternatives, "the alternatives");
          same(now.mandate, never.mandate, "the mandate");
          same(now.lossKey, never.lossKey, "the loss");
          const isOften = now.outcome === "escalate" && now.limitMet === "believe-first";
          if (isOften) {
            escalated++;
            must(never.outcome === "remedy" && never.believed === true, "no other limit, and on the word");
            must(times >= most, "not before the number is full");
          } else must(now.outcome === never.outcome, "otherwise the same");
          const later = proposalIn(under(facts, times + more, most, sum));
          if (isOften) must(later.outcome === "escalate", "more times never bring the agent back");
          const said = under(facts, times, most, sum);
          same(
            proposalIn({ ...said, assessment: { ...said.assessment, ...louder } }),
            now,
            "tone and reach do not matter",
          );
        },
      ),
      { numRuns: LAW_RUNS },
    );
    // A law of what never happens would hold for nothing.
    expect(escalated).toBeGreaterThan(LAW_RUNS / 20);
  });
});
