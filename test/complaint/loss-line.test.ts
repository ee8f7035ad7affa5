import { describe, expect, it } from "vitest";
import { CustomerId } from "../../shared/complaint/ids.ts";
import { lossLineOf } from "../../shared/complaint/loss-line.ts";
import type { PriceListLine } from "../../shared/complaint/playbook.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";

const now = "2026-11-20T12:00:00.000Z";
const boots: PriceListLine = {
  id: "boots-junior",
  names: { en: ["football boots"], fi: ["nappikset"] },
  category: "Football",
  priceMinor: 3000,
  costMinor: 1800,
  shareWhenPartMissing: 0.5,
};
const ball: PriceListLine = {
  id: "ball",
  names: { en: ["football, size 5"] },
  category: "Football",
  priceMinor: 2500,
  costMinor: 1000,
};
/** A purchase of these is one of boots too, by its words. */
const studs: PriceListLine = {
  ...ball,
  id: "studs",
  names: { en: ["football boots studs"] },
  costMinor: 300,
};
const sourced = (value: number) => ({ value, source: "own accounts" });
const playbook = (marginShare = 0.4) => ({
  priceList: [boots, ball, studs],
  relationship: {
    marginShare: sourced(marginShare),
    thanksShare: sourced(0.25),
    monthlyDiscount: sourced(0.01),
    churnRise: sourced(0.2),
    churnRiseAfterOwnFailure: sourced(0.15),
    segmentDefaultMinor: sourced(9000),
  },
});
const bought = (id: string, product: string, changed: Partial<Purchase> = {}): Purchase => ({
  id,
  customer: CustomerId.parse("c1"),
  date: "2026-11-16",
  product,
  category: "football",
  amountMinor: 2900,
  currency: "EUR",
  ...changed,
});
const lineOf = (product: string | undefined, purchases: readonly Purchase[] = [], marginShare?: number) =>
  lossLineOf({ product, purchases, playbook: playbook(marginShare), currency: "EUR", now });
const idOf = (product: string | undefined, purchases: readonly Purchase[]) =>
  lineOf(product, purchases)?.from.id;

describe("the line that a loss is read from", () => {
  it("is the price list's, where nothing was bought", () => {
    expect(lineOf("boots-junior")).toEqual({
      from: { kind: "price-list", id: "boots-junior" },
      product: "boots-junior",
      category: "Football",
      priceMinor: 3000,
      costMinor: 1800,
      shareWhenPartMissing: 0.5,
    });
    expect(lineOf("ball")).not.toHaveProperty("shareWhenPartMissing");
  });

  it("is what was paid, with the list's cost and share, and where it was bought", () => {
    expect(lineOf("boots-junior", [bought("p1", "boots-junior", { store: "turku" })])).toEqual({
      from: { kind: "purchase", id: "p1" },
      product: "boots-junior",
      category: "football",
      priceMinor: 2900,
      costMinor: 1800,
      date: "2026-11-16",
      store: "turku",
      shareWhenPartMissing: 0.5,
    });
    expect(lineOf("ball", [bought("p1", "ball")])).not.toHaveProperty("store");
  });

  it.each([
    { when: "its id", product: "boots-junior" },
    { when: "a name in any language and any letters", product: "NAPPIKSET 38" },
    { when: "a name in letters of full width", product: "Ｆｏｏｔｂａｌｌ Ｂｏｏｔｓ" },
  ])("is known by $when", ({ product }) => {
    // The other line of the category is newer, and is not taken.
    const newer = bought("p2", "socks", { date: "2026-11-19" });
    expect(idOf("boots-junior", [newer, bought("p1", product)])).toBe("p1");
  });

  it("is the latest of the very product, however old; the first by id of one day", () => {
    const old = bought("p1", "boots-junior", { date: "2019-01-01" });
    const older = bought("p0", "boots-junior", { date: "2018-01-01" });
    expect(idOf("boots-junior", [older, old])).toBe("p1");
    expect(idOf("boots-junior", [bought("b", "boots-junior"), bought("a", "boots-junior")])).toBe("a");
  });

  it.each([
    { date: "2026-08-22", is: "p1" },
    { date: "2026-08-21", is: "boots-junior" },
  ])("is another of its category up to 90 days after: $date", ({ date, is }) => {
    expect(idOf("boots-junior", [bought("p1", "socks", { date })])).toBe(is);
  });

  it("is not one of another category", () => {
    expect(idOf("boots-junior", [bought("p1", "tent", { category: "outdoor" })])).toBe("boots-junior");
  });

  it.each([
    { when: "given back", changed: { amountMinor: -2900 } },
    { when: "given for nothing", changed: { amountMinor: 0 } },
    { when: "paid in another currency", changed: { currency: "SEK" as const } },
    { when: "bought later", changed: { date: "2026-11-21" } },
  ])("is none that was $when", ({ changed }) => {
    expect(idOf("boots-junior", [bought("p1", "boots-junior", changed)])).toBe("boots-junior");
  });

  it("may be of the very day", () => {
    expect(idOf("boots-junior", [bought("p1", "boots-junior", { date: "2026-11-20" })])).toBe("p1");
  });

  it.each([
    { when: "the only one of 30 days", dates: ["2026-10-21", "2026-10-20"], is: "p0" },
    { when: "none of several", dates: ["2026-11-01", "2026-11-02"], is: undefined },
    { when: "none that is older", dates: ["2026-10-20"], is: undefined },
    { when: "none of none", dates: [], is: undefined },
  ])("is, with no product pointed at, $when", ({ dates, is }) => {
    expect(
      idOf(
        undefined,
        dates.map((date, at) => bought(`p${at}`, "tent", { date })),
      ),
    ).toBe(is);
    expect(
      idOf(
        "unheard-of",
        dates.map((date, at) => bought(`p${at}`, "tent", { date })),
      ),
    ).toBe(is);
  });
});

describe("what the goods cost the brand", () => {
  it("is the list's of the thing bought, not of the thing pointed at, and never above what was paid", () => {
    expect(lineOf("boots-junior", [bought("p1", "Football, size 5")])).toMatchObject({
      costMinor: 1000,
      priceMinor: 2900,
    });
    expect(lineOf("boots-junior", [bought("p1", "boots-junior", { amountMinor: 900 })])).toMatchObject({
      costMinor: 900,
    });
    expect(lineOf("studs", [bought("p1", "Football boots studs")])).toMatchObject({ costMinor: 300 });
    expect(lineOf(undefined, [bought("p1", "nappikset")])).toMatchObject({
      costMinor: 1800,
      shareWhenPartMissing: 0.5,
    });
  });

  it("is reckoned from the margin where the list has none, rounded up", () => {
    const socks = bought("p1", "socks", { amountMinor: 999 });
    expect(lineOf("boots-junior", [socks])).toMatchObject({ costMinor: 600, shareWhenPartMissing: 0.5 });
    expect(lineOf(undefined, [socks])).not.toHaveProperty("shareWhenPartMissing");
    expect(lineOf(undefined, [socks], 1.2)).toMatchObject({ costMinor: 0 });
  });

  it("has no share for a missing part where the thing bought has none", () => {
    expect(lineOf("boots-junior", [bought("p1", "Football, size 5")])).not.toHaveProperty(
      "shareWhenPartMissing",
    );
  });
});
