import { describe, expect, it } from "vitest";
import { budgetPeriods, forgottenAt } from "../../shared/complaint/budget.ts";

describe("the day, month and year of a counter", () => {
  it.each([
    { at: "2026-12-31T22:30:00.000Z", zone: "Europe/Helsinki", is: ["2027-01-01", "2027-01", "2027"] },
    { at: "2026-12-31T22:30:00.000Z", zone: "America/New_York", is: ["2026-12-31", "2026-12", "2026"] },
    // The clocks go forward in Helsinki on 29 March 2026.
    { at: "2026-03-28T22:30:00.000Z", zone: "Europe/Helsinki", is: ["2026-03-29", "2026-03", "2026"] },
    { at: "2026-03-29T21:30:00.000Z", zone: "Europe/Helsinki", is: ["2026-03-30", "2026-03", "2026"] },
  ])("are those of $zone at $at", ({ at, zone, is: [day, month, year] }) => {
    expect(budgetPeriods(at, zone)).toEqual({ day, month, year });
    expect(budgetPeriods(at, zone), "and again").toEqual({ day, month, year });
  });
});

describe("a counter", () => {
  it("of how often a person was believed is forgotten when the year is over everywhere; the others are kept", () => {
    expect(forgottenAt({ kind: "believed-year", person: "p", year: "2026" })).toBe(
      "2027-01-02T00:00:00.000Z",
    );
    expect(forgottenAt({ kind: "brand-month", month: "2026-12" })).toBeUndefined();
  });
});
