import { describe, expect, it } from "vitest";
import type { Role } from "../../../shared/complaint/agent-acts/act.ts";
import {
  checkRemedy,
  decisionForSigner,
  gapMet,
  isOnWord,
} from "../../../shared/complaint/agent-acts/signers-mandate.ts";
import type { Budgets } from "../../../shared/complaint/budget.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import { type DecisionFacts, decide } from "../../../shared/complaint/decide.ts";
import { Grant } from "../../../shared/complaint/grant.ts";
import { CustomerId } from "../../../shared/complaint/ids.ts";
import type { Purchase } from "../../../shared/complaint/relationship.ts";
import type { Decision, Remedy } from "../../../shared/complaint/remedy.ts";
import { answering, exampleBrand, factsOf, relationshipWorth } from "../../language/reply-world.ts";
import { aDraftedCase, approvedBy } from "../../support/world.ts";

const at = "2026-11-20T09:00:00.000Z";
const eur = (minor: number) => ({ minor, currency: "EUR" as const });
const unused = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };
const brands = { shop: exampleBrand("kenttakauppa"), restaurant: exampleBrand("lounaspoyta") };
const { shop } = brands;

/** A case file that holds this decision. */
const holding = (decision: Decision | undefined, changed: Partial<CaseFile> = {}): CaseFile => {
  const { decision: _other, ...file } = aDraftedCase("facebook", "1", at);
  return { ...file, ...(decision === undefined ? {} : { decision }), ...changed };
};
const signedBy = (role: Role, budgets: Budgets = unused, brand = shop) => ({
  playbook: brand.playbook,
  role,
  budgets,
});
const forSigner = (decision: Decision, role: Role, changed: Partial<CaseFile> = {}) =>
  decisionForSigner(holding(decision, changed), signedBy(role));
const mandateIn = (decision: Decision | undefined) =>
  decision === undefined || decision.outcome === "stop" || decision.outcome === "frozen"
    ? undefined
    : decision.mandate;
const decided = (over: Partial<DecisionFacts> = {}) => decide(factsOf(shop, over));
const stop = () => decided({ assessment: { lane: "stop", stopCase: "death", cues: [] } });
const bike = () => decided({ assessment: answering("defect"), product: "bike" });
const boots = () => decided({ product: "football-boots-junior" });
const question = () => decided({ assessment: { lane: "question", cues: [] } });

/** No limit of a relationship like this is smaller than a role's. */
const wealthy = { relationship: relationshipWorth(430_000) };

const refund = (minor: number, goodwillMinor = minor): Remedy => ({
  kind: "refund",
  value: eur(minor),
  cost: eur(minor),
  owed: eur(minor - goodwillMinor),
  goodwill: eur(goodwillMinor),
});

describe("the mandate of whoever signs", () => {
  it("is the one that was decided with, where role, counters and relationship are the same", () => {
    const purchase = (product: string, category: string): Purchase => ({
      id: "line-1",
      customer: CustomerId.parse("c1"),
      date: "2026-11-16",
      product,
      category,
      amountMinor: 2345,
      currency: "EUR",
    });
    let compared = 0;
    for (const brand of Object.values(brands))
      for (const { id } of brand.playbook.situations)
        for (const line of [undefined, ...brand.playbook.priceList])
          for (const purchases of line === undefined ? [[]] : [[], [purchase(line.id, line.category)]]) {
            const relationship = relationshipWorth(90_000);
            const decision = decide(
              factsOf(brand, { assessment: answering(id), product: line?.id, purchases, relationship }),
            );
            const signers = decisionForSigner(
              holding(decision, { relationship }),
              signedBy("agent", unused, brand),
            );
            expect(signers, `${id} ${line?.id}`).toEqual(decision);
            compared += 1;
          }
    expect(compared).toBeGreaterThan(50);
  });

  it.each([
    { role: "agent", limit: 15_000 },
    { role: "marketing", limit: 15_000 },
    { role: "manager", limit: 80_000 },
    { role: "admin", limit: 80_000 },
  ] as const)("of a question is $limit for $role", ({ role, limit }) => {
    expect(mandateIn(forSigner(question(), role, wealthy))).toEqual({
      limit: eur(limit),
      boundBy: "role-case",
    });
  });

  it("of a question is nothing where nothing is known of the relationship", () => {
    expect(mandateIn(forSigner(question(), "agent"))).toEqual({ limit: eur(0), boundBy: "value-share" });
  });

  it("is read from the relationship as it is now, else as it was decided with", () => {
    const known = { relationship: relationshipWorth(400) };
    expect(mandateIn(forSigner(boots(), "manager", known))).toEqual({
      limit: eur(100),
      boundBy: "value-share",
    });
    expect(mandateIn(forSigner(boots(), "manager"))).toEqual({ limit: eur(1500), boundBy: "price-factor" });
  });

  it("leaves out what the case has had, but for what was taken back", () => {
    const [grant] = approvedBy(aDraftedCase("facebook", "1", at), at).change.grants ?? [];
    const had = (state: Grant["state"]) => Grant.parse({ ...grant, remedy: refund(1700), state });
    const left = (...grants: readonly Grant[]) =>
      mandateIn(forSigner(question(), "agent", { ...wealthy, grants }))?.limit;
    expect(left(had("DUE"))).toEqual(eur(13_300));
    expect(left(had("DUE"), had("SETTLED"))).toEqual(eur(11_600));
    expect(left(had("RELEASED"))).toEqual(eur(15_000));
  });

  it("leaves out what the counters hold", () => {
    const budgets = { ...unused, agentDayMinor: shop.playbook.mandate.roles.agent.perAgentDayMinor - 25 };
    expect(mandateIn(decisionForSigner(holding(boots()), signedBy("agent", budgets)))).toEqual({
      limit: eur(25),
      boundBy: "agent-day",
    });
  });

  it("is all that another role changes, but for an escalation", () => {
    for (const decision of [boots(), question()]) {
      const signers = forSigner(decision, "manager", wealthy);
      expect(signers).toEqual({ ...decision, mandate: mandateIn(signers) });
    }
  });

  it.each([
    { when: "a stop case", decision: stop },
    { when: "a loss made good before", decision: () => decided({ alreadyGranted: true }) },
  ])("changes nothing in $when", ({ decision }) => {
    expect(forSigner(decision(), "manager")).toEqual(decision());
  });

  it("is none where nothing has been decided", () => {
    expect(decisionForSigner(holding(undefined), signedBy("agent"))).toBeUndefined();
  });
});

describe("an escalation", () => {
  it("stays one for an agent", () => {
    expect(forSigner(bike(), "agent", { relationship: relationshipWorth(43_000) })).toEqual(bike());
  });

  it("is a remedy for a manager, who may sign it", () => {
    const escalated = bike();
    if (escalated.outcome !== "escalate") throw new Error("the bike is above the agent's cap");
    const { proposal, limitMet, limit, overBy, mandate: _agents, ...rest } = escalated;
    const signers = forSigner(escalated, "manager");
    expect(signers).toEqual({ ...rest, outcome: "remedy", remedy: proposal, mandate: mandateIn(signers) });
    expect(mandateIn(signers)).toEqual({ limit: eur(10_750), boundBy: "value-share" });
    expect({ limitMet, limit, overBy }).toEqual({
      limitMet: "role-case",
      limit: eur(15_000),
      overBy: eur(23_400),
    });
    expect(checkRemedy(signers, proposal)).toEqual({
      ok: true,
      remedy: { ...proposal, priceFrom: undefined },
    });
  });
});

describe("the limit that a remedy is beyond", () => {
  const gap = (decision: Decision | undefined, remedy: Remedy, role: Role = "agent") =>
    gapMet(holding(decision, wealthy), remedy, signedBy(role));

  it("is kept with whose it is, how high it is, what was asked and by how much that is more", () => {
    expect(gap(boots(), refund(4800, 3000))).toEqual({
      limitMet: "price-factor",
      of: "goodwill",
      role: "agent",
      limit: eur(4500),
      asked: eur(3000),
      overBy: eur(1500),
    });
    expect(gap(question(), refund(15_001), "marketing")).toMatchObject({
      limitMet: "role-case",
      role: "agent",
      overBy: eur(1),
    });
    expect(gap(question(), refund(80_001), "admin")).toMatchObject({
      limitMet: "role-case",
      role: "manager",
      overBy: eur(1),
    });
  });

  it("is the core's, where what everybody gets is above a cap already and the goodwill is not too much", () => {
    const escalated = bike();
    if (escalated.outcome !== "escalate") throw new Error("the bike is above the agent's cap");
    const ofCore = {
      limitMet: "role-case",
      of: "core",
      role: "agent",
      limit: eur(15_000),
      asked: eur(38_400),
      overBy: eur(23_400),
    };
    const room = 15_000;
    expect(gap(escalated, escalated.proposal)).toEqual(ofCore);
    // The bike costs the shop 384 €: what is above that is goodwill.
    const idea = (goodwill: number): Remedy => ({
      kind: "own-idea",
      cost: eur(38_400 + goodwill),
      owed: eur(38_400),
      goodwill: eur(goodwill),
      note: "the bike and a helmet",
    });
    expect(gap(escalated, idea(room))).toEqual(ofCore);
    expect(gap(escalated, idea(room + 1))).toMatchObject({ of: "goodwill", overBy: eur(1) });
  });

  it.each([
    { when: "is inside", decision: boots, remedy: refund(3000) },
    { when: "is less than everybody gets", decision: boots, remedy: refund(100) },
    { when: "meets a stop case", decision: stop, remedy: refund(100) },
    { when: "meets no decision", decision: () => undefined, remedy: refund(100) },
    { when: "is given again", decision: () => decided({ alreadyGranted: true }), remedy: refund(100) },
  ])("is none where the remedy $when", ({ decision, remedy }) => {
    expect(gap(decision(), remedy)).toBeUndefined();
  });

  it("checks nothing where nothing has been decided", () => {
    expect(checkRemedy(undefined, refund(100))).toEqual({ ok: false, why: "nothing-to-give" });
  });
});

describe("a remedy on the writer's word alone", () => {
  const often = { ...unused, believedTimes: 3 };

  it("goes to a manager as it is, once an agent may not take the person at their word again", () => {
    const decision = boots();
    const file = holding(decision);
    expect(isOnWord(decision)).toBe(true);
    const seen = decisionForSigner(file, signedBy("agent", often));
    if (decision.outcome !== "remedy") throw new Error(decision.outcome);
    expect(seen).toMatchObject({
      outcome: "escalate",
      proposal: decision.remedy,
      limitMet: "believe-first",
    });
    expect(seen).not.toHaveProperty("remedy");
    expect(decisionForSigner(file, signedBy("agent", { ...unused, believedTimes: 2 }))?.outcome).toBe(
      "remedy",
    );
    expect(decisionForSigner(file, signedBy("manager", often))?.outcome).toBe("remedy");
  });

  it("is none where more than a word stands for it, or nothing is given", () => {
    const linked = decided({ assessment: answering("defect"), product: "bike" });
    for (const decision of [linked, question(), stop(), undefined]) expect(isOnWord(decision)).toBe(false);
    const file = holding(question());
    expect(decisionForSigner(file, signedBy("agent", often))?.outcome).toBe("by-hand");
  });
});
