import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharesOf } from "../../shared/complaint/match-shares.ts";
import { countRegister, countSold, dayOf } from "../../shared/complaint/sold-counts.ts";

const lastDay = dayOf("2026-11-20");
const onDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const aLine = fc.record({
  product: fc.constantFrom("boots", "skates", "constructor", "__proto__"),
  category: fc.constantFrom("football", "toString"),
  store: fc.option(fc.constantFrom("turku", "espoo"), { nil: undefined }),
  date: fc.integer({ min: 0, max: 400 }).map((ago) => onDay(lastDay + 5 - ago)),
  amountMinor: fc.integer({ min: 1, max: 90_000 }),
});
const customers = fc.array(fc.record({ recent: fc.array(aLine, { maxLength: 6 }), older: fc.constant([]) }), {
  maxLength: 8,
});
const days = fc.tuple(fc.integer({ min: -500, max: 60 }), fc.integer({ min: 0, max: 300 }));

describe("how common a fact is", () => {
  it("is a share above nought and at most one, whatever was counted and whatever is asked", () => {
    fc.assert(
      fc.property(customers, days, fc.integer({ min: 0, max: 200 }), (all, [from, length], counted) => {
        const shares = sharesOf(countSold(all, { lastDay, days: counted }));
        const [first, last] = [lastDay + from, lastDay + from + length];
        const answers = [
          shares.bought(first, last),
          ...["boots", "constructor", "__proto__", "hasOwnProperty"].flatMap((word) => [
            shares.ofProducts([word], first, last),
            shares.ofProducts([word], Number.NEGATIVE_INFINITY, last),
            shares.ofCategories([word], first, last),
            shares.ofStores([word], first, last),
          ]),
          shares.ofAmounts(0, length),
        ];
        for (const share of answers) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is the same in whatever order purchases and customers are read", () => {
    const mixed = customers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(mixed, ([all, shuffled]) => {
        const turned = shuffled.map(({ recent, older }) => ({ recent: recent.toReversed(), older }));
        const count = (of: typeof all) => JSON.stringify(countSold(of, { lastDay, days: 119 }));
        expect(count(turned)).toBe(count(all));
      }),
    );
  });

  it("counts who bought on the days that are asked, and as many as on the others where none were counted", () => {
    const visit = (ago: number) => ({
      product: "boots",
      category: "football",
      date: onDay(lastDay - ago),
      amountMinor: 1,
    });
    // Ten customers, each of whom came on one of the last ten days; two lines of one day are one visit.
    const all = Array.from({ length: 10 }, (_, ago) => ({ recent: [visit(ago), visit(ago)], older: [] }));
    const { bought } = sharesOf(countSold(all, { lastDay, days: 10 }));
    expect(bought(lastDay - 2, lastDay)).toBeCloseTo(0.3, 10);
    expect(bought(lastDay, lastDay + 3)).toBeCloseTo(0.4, 10);
    expect(bought(lastDay - 12, lastDay - 10)).toBeCloseTo(0.3, 10);
  });

  it("follows the season where enough is sold, and the whole year where days say little", () => {
    const line = (product: string, ago: number) => ({
      id: `${product}-${ago}`,
      customer: "c" as never,
      currency: "EUR" as const,
      product,
      category: "ice-hockey",
      date: onDay(lastDay - ago),
      amountMinor: 100,
    });
    // Skates sell in the last month only.
    const lines = Array.from({ length: 4_000 }, (_, at) =>
      line(at % 400 < 40 ? "skates" : "stick", at % 400),
    );
    const shares = sharesOf(countRegister([lines], 1));
    expect(shares.ofProducts(["skates"], lastDay - 27, lastDay)).toBeGreaterThan(0.7);
    expect(shares.ofProducts(["skates"], lastDay - 300, lastDay - 270)).toBeLessThan(0.1);
    expect(shares.ofProducts(["skates"], Number.NEGATIVE_INFINITY, lastDay)).toBeCloseTo(0.1, 5);
  });
});
