import { describe, expect, it } from "vitest";
import {
  chargesBack,
  chargesFor,
  countOfBelieved,
  personOf,
} from "../../../shared/complaint/agent-acts/charges.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { Grant } from "../../../shared/complaint/grant.ts";
import { CustomerId, incidentIdOf } from "../../../shared/complaint/ids.ts";
import { aDraftedCase, approvedBy, laura, shop, shopFile } from "../../support/world.ts";

const at = "2026-11-30T22:30:00.000Z";
const timeZone = "Europe/Helsinki";
const file = aDraftedCase("facebook", "1", at);
const { playbook } = shopFile();
const rules = { playbook, timeZone, now: at };
// Made in the tests, not while the file is read: a mutant of what is run then is tried on every test there is.
const grant = (changed: object = {}) =>
  Grant.parse({ ...approvedBy(file, at).change.grants?.[0], ...changed });
const goodwill = (minor: number) => ({
  remedy: { ...grant().remedy, goodwill: { minor, currency: "EUR" } },
});

describe("the person in the counters", () => {
  const { customer: _customer, author: _author, ...unknown } = file.case;
  it.each([
    { when: "the customer", of: { ...file.case, customer: CustomerId.parse("c1") }, is: "c1" },
    { when: "the author, where no customer is known", of: file.case, is: file.case.author },
    { when: "the mention, where no author is", of: unknown, is: file.case.answerTo },
  ])("is $when", ({ of, is }) => {
    expect(personOf(Case.parse(of))).toBe(is);
  });
});

describe("what goodwill is charged to", () => {
  it.each(["agent", "manager"] as const)(
    "is person, signer and month where the brand is, under the limits of the %s",
    (role) => {
      const limits = playbook.mandate.roles[role];
      expect(chargesFor(file.case, grant(goodwill(700)), { id: laura, role }, rules)).toEqual([
        {
          brand: shop,
          scope: { kind: "customer-year", customer: file.case.author, year: "2026" },
          minor: 700,
          limitMinor: limits.perCustomerYearMinor,
        },
        {
          brand: shop,
          scope: { kind: "agent-day", agent: laura, day: "2026-12-01" },
          minor: 700,
          limitMinor: limits.perAgentDayMinor,
        },
        {
          brand: shop,
          scope: { kind: "brand-month", month: "2026-12" },
          minor: 700,
          limitMinor: playbook.mandate.brandMonthMinor,
        },
      ]);
    },
  );

  it("gets it back, of the moment and the person that were charged", () => {
    const charged = chargesFor(file.case, grant(goodwill(1)), { id: laura, role: "agent" }, rules);
    const back = chargesBack(file.case, grant({ ...goodwill(1), chargedTo: undefined }), timeZone);
    expect(back).toEqual(charged.map((charge) => ({ ...charge, minor: -1, limitMinor: 0 })));
    const before = chargesBack(file.case, grant({ ...goodwill(1), chargedTo: "c7" }), timeZone);
    expect(before[0]?.scope).toMatchObject({ customer: "c7" });
  });

  it("gets nothing back where nothing was charged", () => {
    expect(chargesBack(file.case, grant(goodwill(0)), timeZone)).toEqual([]);
  });
});

describe("what was set for all in an incident", () => {
  const id = incidentIdOf("2026-11-20T09:00:00.000Z", "k3f9");
  const ofIncident = () => grant({ ...goodwill(300), incident: id });

  it("is charged to no agent's day, neither when it is given nor when it is taken back", () => {
    const kinds = (charges: readonly { scope: { kind: string } }[]) => charges.map(({ scope }) => scope.kind);
    const charged = chargesFor(file.case, ofIncident(), { id: laura, role: "agent" }, rules);
    expect(kinds(charged)).toEqual(["customer-year", "brand-month"]);
    expect(kinds(chargesBack(file.case, ofIncident(), timeZone))).toEqual(["customer-year", "brand-month"]);
  });

  it("stands under the limits of whoever set it", () => {
    const { agent, manager } = playbook.mandate.roles;
    const limitOf = (setBy?: "agent" | "manager") =>
      chargesFor(file.case, ofIncident(), { id: laura, role: "agent" }, { ...rules, setBy })[0]?.limitMinor;
    expect(limitOf("manager")).toBe(manager.perCustomerYearMinor);
    expect(limitOf("agent")).toBe(agent.perCustomerYearMinor);
    expect(limitOf()).toBe(agent.perCustomerYearMinor);
  });
});

describe("how often a person was believed", () => {
  it("is counted by the person's year, held to the number for an agent and to none for a manager", () => {
    const scope = { kind: "believed-year", person: file.case.author, year: "2026" };
    expect(countOfBelieved(file.case, "agent", rules)).toEqual({
      brand: shop,
      scope,
      minor: 1,
      limitMinor: 3,
    });
    expect(countOfBelieved(file.case, "marketing", rules).limitMinor).toBe(3);
    expect(countOfBelieved(file.case, "manager", rules)).toMatchObject({
      scope,
      limitMinor: Number.MAX_SAFE_INTEGER,
    });
  });

  it("is one less when the remedy is taken back", () => {
    expect(chargesBack(file.case, grant({ ...goodwill(0), believed: true }), timeZone)).toEqual([
      {
        brand: shop,
        scope: { kind: "believed-year", person: expect.any(String), year: "2026" },
        minor: -1,
        limitMinor: 0,
      },
    ]);
  });
});
