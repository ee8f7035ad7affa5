import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CustomerId } from "../../shared/complaint/ids.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";
import { figuresToday, runningFigures } from "../../shared/complaint/running-figures.ts";

const customer = CustomerId.parse("c-1");
const line = (id: string, date: string, amountMinor: number, product = "boots"): Purchase => ({
  id,
  customer,
  date,
  product,
  category: product === "boots" ? "football" : "hockey",
  amountMinor,
  currency: "EUR",
});

describe("running figures", () => {
  it("count days, lines and what was kept", () => {
    const figures = runningFigures(
      [
        line("1", "2024-01-10", 3_000),
        line("2", "2024-01-10", 1_000, "stick"),
        line("3", "2024-03-01", 5_000),
        line("4", "2024-03-05", -2_000),
      ],
      "EUR",
    );
    expect(figures).toEqual({
      first: "2024-01-10",
      last: "2024-03-01",
      purchases: 3,
      returns: 1,
      days: 2,
      spent: { minor: 7_000, currency: "EUR" },
      categories: ["football", "hockey"],
    });
    expect(figuresToday(figures, 0.4, "2024-03-31")).toEqual({
      margin: { minor: 2_800, currency: "EUR" },
      frequency: 1,
      recencyDays: 51,
      ageDays: 81,
    });
  });

  it("forget a purchase that was brought back wholly, also where the return came in first", () => {
    const figures = runningFigures(
      [
        line("back", "2024-02-02", -5_000),
        line("kept", "2024-01-01", 100),
        line("gone", "2024-02-01", 5_000),
      ],
      "EUR",
    );
    expect(figures).toMatchObject({
      first: "2024-01-01",
      last: "2024-01-01",
      days: 1,
      spent: { minor: 100 },
    });
  });

  it("know nothing of a customer who kept nothing", () => {
    const figures = runningFigures([line("1", "2024-01-01", 100), line("2", "2024-01-02", -100)], "EUR");
    expect(figures).toMatchObject({ purchases: 1, returns: 1, days: 0, spent: { minor: 0 } });
    expect(figures.first).toBeUndefined();
    expect(figuresToday(figures, 0.4, "2024-03-31")).toMatchObject({
      frequency: 0,
      recencyDays: 0,
      ageDays: 0,
    });
  });

  it("do not add two currencies", () => {
    const foreign: Purchase = { ...line("2", "2024-01-02", 5), currency: "SEK" };
    expect(() => runningFigures([line("1", "2024-01-01", 5), foreign], "EUR")).toThrow(RangeError);
  });

  it("are the same in any order", () => {
    const lines = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        day: fc.integer({ min: 1, max: 28 }),
        amount: fc.integer({ min: -500, max: 900 }),
        product: fc.constantFrom("boots", "stick"),
      }),
      { selector: ({ id }) => id, maxLength: 15 },
    );
    fc.assert(
      fc.property(
        lines
          .map((all) =>
            all.map(({ id, day, amount, product }) =>
              line(id, `2024-02-${String(day).padStart(2, "0")}`, amount, product),
            ),
          )
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(runningFigures(mixed, "EUR")).toEqual(runningFigures(all, "EUR"));
        },
      ),
    );
  });
});
