import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../shared/complaint/decide.ts";
import { AgentId, incidentIdOf } from "../../shared/complaint/ids.ts";
import type { Settled } from "../../shared/complaint/incident.ts";
import { LAW_RUNS } from "../support/law-runs.ts";
import {
  anyAmount,
  anyRule,
  anyWorld,
  coreIn,
  factsIn,
  given,
  type Proposal,
  paid,
  type World,
  worthIn,
} from "./any-playbook.ts";

const id = incidentIdOf("2026-11-20T09:00:00.000Z", "k3f9");
const must = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(what);
};
const holds = <T>(world: fc.Arbitrary<T>, law: (of: T) => void): void =>
  fc.assert(fc.property(world, law), { numRuns: LAW_RUNS });

const anySettled: fc.Arbitrary<Settled> = fc
  .record({
    rule: fc.option(anyRule, { nil: undefined }),
    role: fc.constantFrom("agent" as const, "manager" as const),
  })
  .map(({ rule, role }) => ({
    rev: 2,
    ...(rule === undefined ? {} : { rule }),
    texts: {},
    withinHours: 24,
    by: AgentId.parse("aino"),
    role,
    at: "2026-11-20T09:00:00.000Z",
  }));

function proposed(world: World, settled?: Settled): Proposal {
  const facts = factsIn(world);
  const decision = decide(settled === undefined ? facts : { ...facts, incident: { id, settled } });
  if (decision.outcome !== "remedy" && decision.outcome !== "escalate") throw new Error(decision.outcome);
  return decision;
}

describe("one remedy for all in an incident", () => {
  it("holds the same core for everybody with the same loss, whoever they are and whatever they have had", () => {
    const other = fc.record({
      atRisk: anyAmount,
      usedYear: anyAmount,
      usedDay: anyAmount,
      usedMonth: anyAmount,
    });
    holds(fc.tuple(anyWorld(), anySettled, other), ([world, settled, somebody]) => {
      const one = coreIn(proposed(world, settled));
      const two = coreIn(proposed({ ...world, ...somebody }, settled));
      must(JSON.stringify(one) === JSON.stringify(two), "the same core");
      must(
        JSON.stringify(one) === JSON.stringify(coreIn(proposed(world))),
        "the core that there is without it",
      );
    });
  });

  it("never gives anybody less than the core", () => {
    holds(fc.tuple(anyWorld(), anySettled), ([world, settled]) => {
      const proposal = proposed(world, settled);
      must(worthIn(world, given(proposal)) >= worthIn(world, coreIn(proposal)), "at least the core");
    });
  });

  it("is the same whatever the relationship is worth and whoever will sign it", () => {
    holds(fc.tuple(anyWorld(), anySettled, anyAmount, anyAmount), ([world, settled, atRisk, usedDay]) => {
      const one = given(proposed(world, settled));
      const two = given(proposed({ ...world, atRisk, usedDay }, settled));
      must(JSON.stringify(one) === JSON.stringify(two), "the same remedy");
    });
  });

  it("keeps its goodwill in the cap of a case, the person's year, the month and the price factor", () => {
    holds(fc.tuple(anyWorld(), anySettled), ([world, settled]) => {
      const proposal = proposed(world, settled);
      const { goodwill, owed, cost } = given(proposal);
      must(owed.minor + goodwill.minor === cost.minor, "owed and goodwill are the cost");
      if (goodwill.minor === 0) return;
      must(goodwill.minor <= world.perCase, "cap of a case");
      must(goodwill.minor <= world.perYear - world.usedYear, "customer and year");
      must(goodwill.minor <= world.month - world.usedMonth, "brand and month");
      const own = worthIn(world, coreIn(proposal));
      must(own + goodwill.minor <= Math.max(own, world.factor * paid(world)), "goodwill and price");
    });
  });

  it("turns nothing that is owed in money into a voucher", () => {
    holds(fc.tuple(anyWorld(), anySettled), ([world, settled]) => {
      const proposal = proposed(world, settled);
      const core = coreIn(proposal);
      if (given(proposal).kind === "voucher" && core.kind !== "voucher")
        must(worthIn(world, core) === 0, "a voucher for what is owed");
    });
  });

  it("waits until it is set, and then a manager's needs no second manager", () => {
    holds(fc.tuple(anyWorld(), anySettled), ([world, settled]) => {
      const frozen = decide({ ...factsIn(world), incident: { id } });
      must(frozen.outcome === "frozen", "nothing is proposed before");
      if (settled.role === "manager") must(proposed(world, settled).outcome === "remedy", "a remedy at once");
    });
  });
});

describe("a case that an incident is not for", () => {
  const world = factsIn(fc.sample(anyWorld(), { numRuns: 1, seed: 7 })[0] ?? never());
  it("stays a stop case", () => {
    const stop = { ...world.assessment, lane: "stop" as const, stopCase: "injury" as const };
    expect(decide({ ...world, assessment: stop, incident: { id } })).toMatchObject({ outcome: "stop" });
  });
  it("stays a question, and one for a person to look at", () => {
    for (const lane of ["question", "look"] as const)
      expect(decide({ ...world, assessment: { ...world.assessment, lane }, incident: { id } })).toMatchObject(
        {
          outcome: "by-hand",
        },
      );
  });
  it("is not made good twice", () => {
    const decision = decide({ ...world, alreadyGranted: true, incident: { id } });
    expect(decision).toMatchObject({ outcome: "by-hand", reasons: [{ code: "already-granted" }] });
  });
});

function never(): never {
  throw new Error("there is always a world");
}
