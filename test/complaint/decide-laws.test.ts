import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cue } from "../../shared/complaint/cue.ts";
import { type DecisionFacts, decide, remedyInsideMandate } from "../../shared/complaint/decide.ts";
import { leastGoodwill } from "../../shared/complaint/limits.ts";
import type { Remedy, RemedyKind } from "../../shared/complaint/remedy.ts";
import { LAW_RUNS } from "../support/law-runs.ts";
import {
  anyAmount,
  anyWorld,
  coreIn,
  factsIn,
  given,
  moneyRule,
  paid,
  proposalIn,
  type World,
  worthIn,
} from "./any-playbook.ts";

const RUNS = { numRuns: LAW_RUNS };
const holds = <T>(world: fc.Arbitrary<T>, law: (of: T) => void): void =>
  fc.assert(fc.property(world, law), RUNS);
/** Plain comparing is much faster than `expect`, and the counterexample says the rest. */
const must = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(what);
};

/** Every limit that a remedy's goodwill stands under, and the one on the whole. */
function inLimits(world: World, remedy: Remedy, core: Remedy): void {
  const goodwill = remedy.goodwill.minor;
  must(remedy.owed.minor + goodwill === remedy.cost.minor, "owed and goodwill are the cost");
  must(goodwill >= 0 && remedy.owed.minor >= 0, "nothing is below nothing");
  must(Number.isSafeInteger(remedy.cost.minor), "whole minor units");
  if (goodwill === 0) return;
  must(goodwill <= world.perCase, "role and case");
  must(goodwill <= world.perYear - world.usedYear, "customer and year");
  must(goodwill <= world.perDay - world.usedDay, "agent and day");
  must(goodwill <= world.month - world.usedMonth, "brand and month");
  must(goodwill <= world.phi * world.atRisk, "share of value at risk");
  const ownWorth = worthIn(world, core);
  must(ownWorth + goodwill <= Math.max(ownWorth, world.factor * paid(world)), "goodwill and price");
  must(worthIn(world, remedy) <= 1.5 * paid(world), "the whole and 1.5 × the price");
}

const larger = fc.constantFrom(
  "atRisk" as const,
  "perCase" as const,
  "perYear" as const,
  "perDay" as const,
  "month" as const,
  "phi" as const,
  "factor" as const,
);
const turnedUp = (world: World, key: Awaited<ReturnType<typeof keyOf>>, by: number): World => {
  if (key === "phi") return { ...world, phi: Math.min(1, world.phi + by / 40_000) };
  if (key === "factor") return { ...world, factor: Math.min(1.5, world.factor + by / 80_000) };
  return { ...world, [key]: world[key] + by };
};
const keyOf = (key: "atRisk" | "perCase" | "perYear" | "perDay" | "month" | "phi" | "factor") => key;

describe("what may be given", () => {
  it("is never above any limit, in the proposal or in an alternative", () => {
    holds(anyWorld(), (world) => {
      const proposal = proposalIn(factsIn(world));
      for (const remedy of [given(proposal), ...proposal.alternatives])
        inLimits(world, remedy, coreIn(proposal));
    });
  });

  it("is never above any limit in what an agent chooses, and what is proposed may be chosen", () => {
    const kind = fc.constantFrom<RemedyKind>("refund", "part-refund", "voucher", "own-idea");
    holds(fc.tuple(anyWorld(), kind, anyAmount), ([world, chosen, minor]) => {
      const decision = proposalIn(factsIn(world));
      const own = remedyInsideMandate(decision, { kind: chosen, valueMinor: minor, costMinor: minor });
      if (own.ok) {
        inLimits(world, own.remedy, coreIn(decision));
        must(chosen === "own-idea" || minor >= worthIn(world, coreIn(decision)), "not below the core");
      }
      for (const remedy of [given(decision), ...decision.alternatives]) {
        const check = remedyInsideMandate(decision, {
          kind: remedy.kind,
          valueMinor: remedy.value?.minor,
          costMinor: remedy.cost.minor,
        });
        if (decision.outcome === "escalate") must(!check.ok && check.why === "limit", "stays an escalation");
        else must(check.ok, `what is proposed is inside: ${JSON.stringify(check)}`);
        if (check.ok) must(check.remedy.goodwill.minor === remedy.goodwill.minor, "split the same way");
      }
    });
  });

  it("is never less than the floor and what is owed, which no limit refuses or shrinks", () => {
    const nothingLeft = { perCase: 0, perYear: 0, perDay: 0, month: 0, phi: 0, atRisk: 0, factor: 1 };
    holds(anyWorld(), (world) => {
      const proposal = proposalIn(factsIn(world));
      const poor = proposalIn(factsIn({ ...world, ...nothingLeft }));
      const core = worthIn(world, coreIn(proposal));
      must(worthIn(world, given(proposal)) >= core, "not below the core");
      for (const other of proposal.alternatives) must(worthIn(world, other) >= core, "nor an alternative");
      must(worthIn(world, given(poor)) >= core, "with nothing left the core is given");
      must(given(poor).goodwill.minor === 0, "and it is no goodwill");
      must(coreIn(proposal).goodwill.minor === 0, "the core is beside goodwill");
      for (const rule of [world.owed, world.floor]) {
        if (rule?.amountMinor !== undefined) must(core >= rule.amountMinor, "a fixed sum");
        if (rule && typeof rule.share === "number")
          must(core >= Math.floor(rule.share * paid(world)), "a share of what was paid");
        if (rule && ["exchange", "replacement", "redo"].includes(rule.kind))
          must(core >= paid(world), "goods at their price");
      }
    });
  });

  it("counts what is owed in money beside goodwill also where the floor is goods", () => {
    holds(
      anyWorld().filter(({ owed }) => owed?.amountMinor !== undefined),
      (world) => {
        const proposal = proposalIn(factsIn(world));
        const owed = world.owed?.amountMinor ?? 0;
        for (const remedy of [given(proposal), ...proposal.alternatives])
          if (remedy.value) must(remedy.owed.minor >= Math.min(owed, remedy.cost.minor), "owed stays owed");
      },
    );
  });
});

describe("more never gives less", () => {
  it("of relationship or of a limit", () => {
    holds(fc.tuple(anyWorld(), larger, fc.integer({ min: 1, max: 40_000 })), ([world, key, by]) => {
      const before = worthIn(world, given(proposalIn(factsIn(world))));
      const after = worthIn(world, given(proposalIn(factsIn(turnedUp(world, key, by)))));
      must(after >= before, `${key} up by ${by}: ${before} became ${after}`);
    });
  });

  it("of a counter that has been used less", () => {
    const used = fc.constantFrom("usedYear" as const, "usedDay" as const, "usedMonth" as const);
    holds(fc.tuple(anyWorld(), used), ([world, key]) => {
      const before = worthIn(world, given(proposalIn(factsIn(world))));
      const after = worthIn(world, given(proposalIn(factsIn({ ...world, [key]: 0 }))));
      must(after >= before, `${key} at nothing: ${before} became ${after}`);
    });
  });

  it("of the loss, where the ladder is of money", () => {
    holds(fc.tuple(anyWorld(moneyRule), fc.integer({ min: 1, max: 60_000 })), ([small, by]) => {
      const large = { ...small, price: small.price + by };
      const before = worthIn(small, given(proposalIn(factsIn(small))));
      const after = worthIn(large, given(proposalIn(factsIn(large))));
      must(after >= before, `${before} became ${after}`);
    });
  });

  // Goods cannot be cut: a dearer one may no longer fit where a cheaper one did. Then all of the room goes in money, or
  // none where what is left of it would be a paltry sum.
  it("of the loss, whatever the ladder, unless a limit is used to the last cent or has less than a least sum left", () => {
    holds(fc.tuple(anyWorld(), fc.integer({ min: 1, max: 60_000 })), ([small, by]) => {
      const large = { ...small, price: small.price + by };
      const before = worthIn(small, given(proposalIn(factsIn(small))));
      const proposal = proposalIn(factsIn(large));
      const room = proposal.mandate.limit.minor;
      const isPaltry = given(proposal).goodwill.minor === 0 && room < leastGoodwill(factsIn(large).playbook);
      const isSpent = given(proposal).goodwill.minor === room || isPaltry;
      must(
        worthIn(large, given(proposal)) >= before || isSpent,
        `${before}, then ${JSON.stringify(given(proposal))}`,
      );
    });
  });
});

describe("the same facts", () => {
  const cue: fc.Arbitrary<Cue> = fc.record({
    kind: fc.constantFrom("sum", "churn", "warning", "competitor", "relationship", "deadline", "rigid-rule"),
    start: fc.nat(500),
    end: fc.integer({ min: 501, max: 999 }),
    value: fc.integer({ min: 0, max: 10 ** 9 }),
  });
  const loudness = fc.record({
    severity: fc.integer({ min: 0, max: 4 }),
    arousal: fc.double({ min: 0, max: 1, noNaN: true }),
    followers: fc.nat(10 ** 7),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it("give the same decision, whatever the tone, the reach, a competitor or a sum in the text", () => {
    holds(fc.tuple(anyWorld(), fc.array(cue, { maxLength: 8 }), loudness), ([world, cues, loud]) => {
      const facts = factsIn(world);
      const quiet = JSON.stringify(decide(facts));
      const louder: DecisionFacts = { ...facts, assessment: { ...facts.assessment, ...loud, cues } };
      must(JSON.stringify(decide(factsIn(world))) === quiet, "the same facts");
      must(JSON.stringify(decide(louder)) === quiet, "the same facts said louder");
    });
  });

  it("give the same to who is matched and to who is not, where no purchase tells the price", () => {
    const person = fc.record({
      customer: fc.option(fc.constantFrom("c1", "c2"), { nil: undefined }),
      author: fc.option(fc.constantFrom("facebook:7", "x:8"), { nil: undefined }),
      mention: fc.constantFrom("facebook:1", "x:2"),
    });
    holds(fc.tuple(anyWorld(), person), ([world, who]) => {
      const facts = factsIn({ ...world, boughtAt: undefined });
      expect(given(proposalIn({ ...facts, person: who }))).toEqual(given(proposalIn(facts)));
    });
  });
});
