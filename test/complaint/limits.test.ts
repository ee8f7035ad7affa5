import { describe, expect, it } from "vitest";
import { bindingLimit, capMetByCore, leastGoodwill, roomForGoodwill } from "../../shared/complaint/limits.ts";

const role = { perCaseMinor: 1000, perCustomerYearMinor: 2000, perAgentDayMinor: 3000 };
const manager = { perCaseMinor: 10_000, perCustomerYearMinor: 20_000, perAgentDayMinor: 30_000 };
const playbook = {
  mandate: {
    roles: { agent: role, manager },
    brandMonthMinor: 40_000,
    shareOfValueAtRisk: 0.25,
    priceFactor: 1.5,
  },
};
const budgets = { customerYearMinor: 100, agentDayMinor: 200, brandMonthMinor: 300 };
const facts = { playbook, role: "agent" as const, budgets, atRiskMinor: 4003, coreWorthMinor: 500 };

describe("the least sum for the trouble alone", () => {
  it.each([
    { set: undefined, least: 100 },
    { set: 0, least: 0 },
    { set: 250, least: 250 },
  ])("is $least where the playbook says $set", ({ set, least }) => {
    const mandate = { ...playbook.mandate, ...(set === undefined ? {} : { leastGoodwillMinor: set }) };
    expect(leastGoodwill({ mandate })).toBe(least);
  });
});

describe("what every limit leaves for goodwill", () => {
  it("is what is not used up of it, rounded down, never more than the mandate", () => {
    expect(roomForGoodwill({ ...facts, priceMinor: 1001, caseMinor: 50 })).toEqual([
      { name: "role-case", limitMinor: 1000, roomMinor: 950 },
      { name: "customer-year", limitMinor: 2000, roomMinor: 1900 },
      { name: "agent-day", limitMinor: 3000, roomMinor: 2800 },
      { name: "brand-month", limitMinor: 40_000, roomMinor: 39_700 },
      { name: "value-share", limitMinor: 1000, roomMinor: 1000 },
      { name: "price-factor", limitMinor: 1501, roomMinor: 1001 },
    ]);
  });

  it("says nothing of the price where none is known", () => {
    const rooms = roomForGoodwill(facts);
    expect(rooms.map(({ name }) => name)).not.toContain("price-factor");
    expect(rooms[0]).toEqual({ name: "role-case", limitMinor: 1000, roomMinor: 1000 });
  });

  it("is the manager's for a manager", () => {
    expect(roomForGoodwill({ ...facts, role: "manager" }).slice(0, 3)).toEqual([
      { name: "role-case", limitMinor: 10_000, roomMinor: 10_000 },
      { name: "customer-year", limitMinor: 20_000, roomMinor: 19_900 },
      { name: "agent-day", limitMinor: 30_000, roomMinor: 29_800 },
    ]);
  });

  it("is nothing, not less, where more is used than there is", () => {
    const over = { customerYearMinor: 2001, agentDayMinor: 3001, brandMonthMinor: 40_001 };
    const rooms = roomForGoodwill({
      ...facts,
      budgets: over,
      caseMinor: 1001,
      priceMinor: 100,
      atRiskMinor: 0,
    });
    expect(rooms.map(({ roomMinor }) => roomMinor)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("the limit that binds", () => {
  const room = (name: "role-case" | "agent-day" | "brand-month", roomMinor: number) => ({
    name,
    limitMinor: 9,
    roomMinor,
  });
  it("is the smallest, the first of those as small", () => {
    expect(bindingLimit([room("role-case", 3), room("agent-day", 2), room("brand-month", 2)]).name).toBe(
      "agent-day",
    );
    expect(bindingLimit([room("role-case", 1), room("agent-day", 2)]).name).toBe("role-case");
  });
  it("is always there", () => {
    expect(() => bindingLimit([])).toThrow(/always a limit/);
  });
});

describe("the cap that what everybody gets is beyond", () => {
  it.each([
    { when: "up to the case's cap", cost: 1000, used: 0, met: undefined },
    {
      when: "a cent above it",
      cost: 1001,
      used: 0,
      met: { name: "role-case", limitMinor: 1000, overByMinor: 1 },
    },
    { when: "up to what is left of the year", cost: 900, used: 1100, met: undefined },
    {
      when: "a cent above it",
      cost: 900,
      used: 1101,
      met: { name: "customer-year", limitMinor: 2000, overByMinor: 1 },
    },
    {
      when: "beyond both",
      cost: 1500,
      used: 1500,
      met: { name: "role-case", limitMinor: 1000, overByMinor: 500 },
    },
  ])("is $met $when", ({ cost, used, met }) => {
    const spent = { ...budgets, customerYearMinor: used };
    expect(capMetByCore(cost, { playbook, role: "agent", budgets: spent })).toEqual(met);
  });
});
