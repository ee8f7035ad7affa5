import { describe, expect, it } from "vitest";
import { vocabularyOf } from "../../../../shared/adapters/dynamodb/customers/packed-facts.ts";
import { packCounts, unpackCounts } from "../../../../shared/adapters/dynamodb/customers/sold-sample.ts";
import { sharesOf } from "../../../../shared/complaint/match-shares.ts";
import { countSold, dayOf } from "../../../../shared/complaint/sold-counts.ts";

/** A code as the table keeps one, with the sign that says that it is one. */
const code = (at: number): string => `~${((at * 2_654_435_761) % 16_777_216).toString(16).padStart(6, "0")}`;
const lastDay = dayOf("2026-11-20");

describe("counts of what is sold", () => {
  it("fit a unit and a half, however much is sold; what sells least goes and counts as little as the last that stays", () => {
    const recent = Array.from({ length: 20_000 }, (_, at) => ({
      product: code(Math.floor(20_000 ** ((at % 1_000) / 1_000)) + (at % 7)),
      category: code(at % 90),
      store: code(at % 60),
      date: new Date(Date.UTC(2026, 10, 20 - (at % 119))).toISOString().slice(0, 10),
      amountMinor: 100 + ((at * 7_919) % 90_000),
    }));
    const whole = countSold([{ recent, older: [] }], { lastDay, days: 119 });
    const packed = packCounts(whole);
    expect(packed.length).toBeLessThanOrEqual(12_288 - 100);
    const read = unpackCounts(packed, vocabularyOf([]));
    const listed = Object.keys(read.products);
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.length).toBeLessThan(Object.keys(whole.products).length);
    expect(read).toEqual({ ...whole, products: read.products });
    const [gone] = Object.keys(whole.products).filter((word) => !listed.includes(word));
    const share = (counts: typeof whole, word: string) =>
      sharesOf(counts).ofProducts([word], lastDay - 90, lastDay);
    expect(share(read, listed[0] ?? "")).toBe(share(whole, listed[0] ?? ""));
    expect(share(read, gone ?? "")).toBeGreaterThanOrEqual(share(whole, gone ?? ""));
  });
});
