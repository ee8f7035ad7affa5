import { describe, expect, it } from "vitest";
import { decide } from "../../shared/complaint/decide.ts";
import { AgentId, incidentIdOf } from "../../shared/complaint/ids.ts";
import type { Settled } from "../../shared/complaint/incident.ts";
import type { RemedyRule } from "../../shared/complaint/playbook.ts";
import { answering, exampleBrand, factsOf, relationshipWorth } from "../language/reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const restaurant = exampleBrand("lounaspoyta");
const id = incidentIdOf("2026-11-20T09:00:00.000Z", "k3f9");
const settledWith = (rule?: RemedyRule, role: Settled["role"] = "agent"): Settled => ({
  rev: 2,
  ...(rule === undefined ? {} : { rule }),
  texts: {},
  withinHours: 24,
  by: AgentId.parse("aino"),
  role,
  at: "2026-11-20T09:00:00.000Z",
});
const eur = (minor: number) => ({ minor, currency: "EUR" });
/** A lunch without its salad: half of 8.80 is owed. */
const lunch = (settled?: Settled, over: object = {}) =>
  decide({
    ...factsOf(restaurant, {
      assessment: answering("part-missing"),
      product: "lounasbuffet",
      relationship: relationshipWorth(1800),
      ...over,
    }),
    incident: settled === undefined ? { id } : { id, settled },
  });

describe("a case of an incident", () => {
  it("is frozen until it is set, and says by which", () => {
    expect(lunch()).toEqual({
      outcome: "frozen",
      playbookVersion: expect.any(Number),
      situation: "part-missing",
      incident: id,
      reasons: [{ code: "frozen", values: { incident: id } }],
    });
  });

  it("has what was set, says so first, and keeps which setting it was", () => {
    const decision = lunch(settledWith({ kind: "part-refund", share: 0.75 }));
    expect(decision).toMatchObject({
      outcome: "remedy",
      remedy: { kind: "part-refund", value: eur(660), owed: eur(440), goodwill: eur(220) },
      incident: { id, rev: 2, role: "agent" },
    });
    expect(decision.reasons[0]).toEqual({
      code: "set-for-incident",
      values: { kind: "part-refund", cost: eur(660) },
    });
    expect(decision).not.toHaveProperty("believed");
  });

  it("without one has no word of an incident, and the writer's word counts", () => {
    const facts = factsOf(restaurant, { assessment: answering("part-missing"), product: "lounasbuffet" });
    const decision = decide(facts);
    expect(decision).not.toHaveProperty("incident");
    expect(decision).toMatchObject({ believed: true });
    expect(decision.reasons.map(({ code }) => code)).not.toContain("set-for-incident");
  });

  it("gives the core where what was set would give less, turns what is owed into a voucher, or cannot be reckoned", () => {
    for (const rule of [
      undefined,
      { kind: "part-refund", share: 0.25 },
      { kind: "part-refund", share: 0.5 },
      { kind: "voucher", amountMinor: 2000 },
      { kind: "part-refund", share: "when-part-missing" },
    ] as const)
      expect(lunch(settledWith(rule)), JSON.stringify(rule)).toMatchObject({
        outcome: "remedy",
        remedy: { kind: "part-refund", value: eur(440), goodwill: eur(0) },
      });
    const unknown = lunch(settledWith({ kind: "part-refund", share: 0.75 }), { product: undefined });
    expect(unknown).toMatchObject({ remedy: { kind: "part-refund", goodwill: eur(0) } });
  });

  it("may be a voucher where nothing is owed in money", () => {
    const rude = decide({
      ...factsOf(restaurant, { assessment: answering("rude-staff"), relationship: relationshipWorth(0) }),
      incident: { id, settled: settledWith({ kind: "voucher", amountMinor: 500 }) },
    });
    expect(rude).toMatchObject({ remedy: { kind: "voucher", value: eur(500), goodwill: eur(500) } });
  });

  it("is bound by neither the relationship nor an agent's day, but by the month", () => {
    const rule = { kind: "part-refund", share: 0.75 } as const;
    const none = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };
    const nothingAtRisk = { relationship: relationshipWorth(0) };
    const spentDay = { budgets: { ...none, agentDayMinor: 1_000_000 } };
    const spentMonth = { budgets: { ...none, brandMonthMinor: 1_000_000 } };
    for (const over of [nothingAtRisk, spentDay])
      expect(lunch(settledWith(rule), over)).toMatchObject({ remedy: { value: eur(660) } });
    expect(lunch(settledWith(rule), spentMonth)).toMatchObject({
      remedy: { value: eur(440) },
      mandate: { boundBy: "brand-month" },
    });
  });

  it("needs no second manager where one has set it, and stands on no single writer's word", () => {
    const often = {
      assessment: answering("defect"),
      product: "football-boots-junior",
      budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0, believedTimes: 9 },
    };
    const facts = factsOf(shop, often);
    expect(decide(facts)).toMatchObject({ outcome: "escalate", limitMet: "believe-first" });
    expect(decide({ ...facts, incident: { id, settled: settledWith() } })).toMatchObject({
      outcome: "remedy",
    });
    const bike = factsOf(shop, { assessment: answering("defect"), product: "bike" });
    expect(decide({ ...bike, incident: { id, settled: settledWith() } }).outcome).toBe("escalate");
    expect(decide({ ...bike, incident: { id, settled: settledWith(undefined, "manager") } }).outcome).toBe(
      "remedy",
    );
  });
});
