import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transactionLog } from "../../../infra/lifetime/histories.ts";

type Line = readonly [customer: string, day: number, minor: number];

const historiesOf = (lines: readonly Line[], until = 1_000) => {
  const log = transactionLog();
  for (const [customer, day, minor] of lines) log.add({ customer, day, minor });
  return [...log.histories(until)];
};

describe("a history", () => {
  it.each<{ when: string; lines: Line[]; gives: object }>([
    {
      when: "counts the days after the first, and what they cost",
      lines: [
        ["c", 10, 500],
        ["c", 30, 700],
        ["c", 24, 300],
      ],
      gives: { frequency: 2, recency: 20, age: 990, paid: 2, spent: 1_000 },
    },
    {
      when: "takes the orders of a day for one",
      lines: [
        ["c", 10, 500],
        ["c", 30, 700],
        ["c", 30, 300],
      ],
      gives: { frequency: 1, paid: 1, spent: 1_000 },
    },
    {
      when: "takes a return off the days before it, latest first",
      lines: [
        ["c", 10, 500],
        ["c", 20, 400],
        ["c", 30, 700],
        ["c", 40, -900],
        ["c", 50, 100],
      ],
      gives: { frequency: 2, recency: 40, paid: 2, spent: 300 },
    },
    {
      when: "forgets a day of which everything went back",
      lines: [
        ["c", 10, 500],
        ["c", 30, 700],
        ["c", 30, -700],
      ],
      gives: { frequency: 0, recency: 0, paid: 0, spent: 0 },
    },
    {
      when: "begins at the first day of which something was kept",
      lines: [
        ["c", 10, 500],
        ["c", 11, -500],
        ["c", 30, 700],
      ],
      gives: { frequency: 0, age: 970 },
    },
    {
      when: "takes what was had for nothing for a purchase, but for no sum",
      lines: [
        ["c", 10, 500],
        ["c", 30, 0],
        ["c", 40, 200],
      ],
      gives: { frequency: 2, paid: 1, spent: 200 },
    },
    {
      when: "leaves out what came after the last day",
      lines: [
        ["c", 10, 500],
        ["c", 1_001, 700],
        ["c", 1_002, -500],
      ],
      gives: { frequency: 0, age: 990 },
    },
  ])("$when", ({ lines, gives }) => expect(historiesOf(lines)[0]).toMatchObject(gives));

  it("is none for who bought nothing, sent all back or came later", () => {
    expect(
      historiesOf([
        ["c", 10, -500],
        ["d", 10, 500],
        ["d", 12, -500],
        ["e", 1_001, 500],
      ]),
    ).toEqual([]);
  });

  it("does not hang on the order of the lines, and each customer has their own", () => {
    const line = fc.tuple(
      fc.constantFrom("a", "b", "c"),
      fc.integer({ min: 0, max: 1_100 }),
      fc.integer({ min: -900, max: 900 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (lines, keys) => {
        const mixed = lines
          .map((each) => ({ each, key: keys.next().value }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ each }) => each);
        const sorted = (of: readonly Line[]) =>
          historiesOf(of).toSorted((one, other) => one.customer.localeCompare(other.customer));
        const together = sorted(lines);
        for (const [at, history] of sorted(mixed).entries()) {
          const { fadedDays, fadedSpent, ...exact } = together[at] ?? {};
          expect(history).toMatchObject(exact);
          expect(history.fadedDays).toBeCloseTo(fadedDays ?? 0, 9);
          expect(history.fadedSpent).toBeCloseTo(fadedSpent ?? 0, 6);
          expect([history]).toEqual(historiesOf(mixed.filter(([customer]) => customer === history.customer)));
        }
      }),
    );
  });
});

it("holds more rows than it was made for", () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => [`c${n % 7}`, n % 900, 100] as const);
  const histories = historiesOf(lines);
  expect(histories).toHaveLength(7);
  expect(histories.reduce((sum, { frequency }) => sum + frequency + 1, 0)).toBe(7 * 900);
});
