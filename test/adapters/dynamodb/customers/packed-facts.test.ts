import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  packFacts,
  unpackFacts,
  vocabularyOf,
} from "../../../../shared/adapters/dynamodb/customers/packed-facts.ts";
import { factsOf, type PurchaseFacts } from "../../../../shared/complaint/purchase-facts.ts";

const words = ["boots", "skates", "bike", "football", "hockey", "cycling", "itäkeskus", "tampere"];
const word = fc.constantFrom(...words);
const date = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const sold = { product: word, category: word, store: fc.option(word, { nil: undefined }) };
const facts: fc.Arbitrary<PurchaseFacts> = fc.record({
  first: date,
  recent: fc.array(fc.record({ ...sold, date, amountMinor: fc.integer({ min: 1, max: 1_000_000_000 }) }), {
    maxLength: 20,
  }),
  older: fc.array(fc.record(sold), { maxLength: 24 }),
  olderCount: fc.integer({ min: 24, max: 60_000 }),
});
const since = fc.option(date, { nil: undefined });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("packed facts", () => {
  it("are read as they were, with the words that the brand sells", () => {
    fc.assert(
      fc.property(facts, since, (given, from) => {
        const read = unpackFacts(packFacts(given, from, 10_000), vocabularyOf(words));
        expect(plain(read)).toEqual(plain({ facts: given, since: from }));
      }),
    );
  });

  it("keep within their bytes, and leave out the oldest first, but count it", () => {
    fc.assert(
      fc.property(facts, since, fc.integer({ min: 10, max: 600 }), (given, from, bytes) => {
        const packed = packFacts(given, from, bytes);
        expect(packed.length).toBeLessThanOrEqual(bytes);
        const read = unpackFacts(packed, vocabularyOf(words)).facts;
        expect(plain(read.recent)).toEqual(plain(given.recent.slice(0, read.recent.length)));
        expect(plain(read.older)).toEqual(plain(given.older.slice(0, read.older.length)));
        if (read.older.length > 0) expect(read.recent).toHaveLength(given.recent.length);
        expect(read.olderCount + read.recent.length).toBe(given.olderCount + given.recent.length);
      }),
    );
  });

  it("leave a word that the brand does not sell another thing than all others, and none that a post can name", () => {
    const given: PurchaseFacts = {
      first: "2024-01-01",
      recent: [],
      older: [
        { product: "gone", category: "old" },
        { product: "other", category: "old" },
      ],
      olderCount: 2,
    };
    const [gone, other] = unpackFacts(packFacts(given, undefined, 1_000), vocabularyOf(words)).facts.older;
    expect(gone?.product).toMatch(/^~/);
    expect(other?.product).toMatch(/^~/);
    expect(gone?.product).not.toBe(other?.product);
    expect(gone?.category).toBe(other?.category);
  });

  it("are next to nothing for somebody who never bought", () => {
    const packed = packFacts(factsOf([]), undefined, 1_000);
    expect(packed).toHaveLength(10);
    expect(unpackFacts(packed, vocabularyOf([]))).toEqual({
      facts: { recent: [], older: [], olderCount: 0 },
      since: undefined,
    });
  });

  it("are not read where this code has not written them", () => {
    expect(() => unpackFacts(Buffer.from([9, 0, 0, 0, 0, 0, 0, 0, 0, 0]), vocabularyOf([]))).toThrow(
      RangeError,
    );
    expect(() => unpackFacts(Buffer.from([1, 0]), vocabularyOf([]))).toThrow(RangeError);
  });
});
