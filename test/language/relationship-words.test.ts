import { describe, expect, it } from "vitest";
import { Customer, Purchase, type Relationship } from "../../shared/complaint/relationship.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import {
  forecastInWords,
  relationshipInWords,
  stepInWords,
} from "../../shared/language/relationship-words.ts";
import { CDNOW_MODEL } from "../support/lifetime-models.ts";

const figure = (value: number) => ({ value, source: "own accounts" });
const playbook = {
  relationship: {
    marginShare: figure(0.4),
    thanksShare: figure(0.25),
    monthlyDiscount: figure(0.01),
    churnRise: figure(0.2),
    churnRiseAfterOwnFailure: figure(0.15),
    segmentDefaultMinor: figure(1_000),
  },
};
const KINDS = ["ice-hockey", "floorball", "cycling", "football"];
const purchases = Array.from({ length: 61 }, (_, n) =>
  Purchase.parse({
    id: `p${n}`,
    customer: "c",
    date: new Date(Date.parse("2014-08-16") + n * 69 * 86_400_000).toISOString().slice(0, 10),
    product: "x",
    category: KINDS[n % KINDS.length],
    amountMinor: 8_150,
    currency: "EUR",
  }),
);
const facts = {
  customer: Customer.parse({ id: "c", since: "2014-08-16" }),
  purchases,
  ownFailuresLast90Days: 0,
  playbook,
  currency: "EUR" as const,
  now: "2026-03-12T12:00:00.000Z",
};
const byModel = valueRelationship({ ...facts, model: CDNOW_MODEL });
const byDecay = valueRelationship(facts);
const about = (relationship: Relationship, minor: number): Relationship => ({
  ...relationship,
  expected: { minor, currency: "EUR" },
});

describe("a relationship in words", () => {
  it.each([
    {
      lang: "en" as const,
      words:
        "Customer since 2014, 61 purchases in 4 kinds of goods, about €310 margin expected in two years.",
    },
    {
      lang: "fi" as const,
      words:
        "Asiakas vuodesta 2014, 61 ostosta 4 tavararyhmästä, kahdessa vuodessa odotettavissa noin 310 € katetta.",
    },
    {
      lang: "sv" as const,
      words: "Kund sedan 2014, 61 köp av 4 slags varor, omkring 310 € i marginal att vänta på två år.",
    },
  ])("is said in $lang", ({ lang, words }) =>
    expect(relationshipInWords(about(byModel, 31_260), lang)).toBe(words),
  );

  it("says one of one, rounds to what is known, and is silent on strangers", () => {
    const once = valueRelationship({ ...facts, purchases: purchases.slice(-1), model: CDNOW_MODEL });
    expect(relationshipInWords(about(once, 744), "en")).toBe(
      "Customer since 2014, one purchase in one kind of goods, about €7 margin expected in two years.",
    );
    expect(relationshipInWords(about(once, 1_249_900), "en")).toContain("about €12,000 margin");
    expect(relationshipInWords(valueRelationship({ ...facts, purchases: [] }), "en")).toBeUndefined();
  });

  it("says how the expectation was told and how sure it is", () => {
    expect(forecastInWords(byModel, "en")).toMatch(
      /^In eight cases of ten between €\d+ and €\d+\. From how 2,357 customers bought until now, reckoned on 12 March 2026\.$/u,
    );
    expect(forecastInWords(byDecay, "fi")).toBe("Nyrkkisäännöllä: ostos painaa vuoden päästä puolet.");
    const { forecast: _, ...old } = byDecay;
    expect(forecastInWords(old, "sv")).toBeUndefined();
  });

  it("puts every line of the arithmetic into words, in every language", () => {
    for (const lang of ["en", "fi", "sv"] as const)
      for (const relationship of [byModel, byDecay])
        for (const step of relationship.arithmetic ?? [])
          for (const words of Object.values(stepInWords(step, lang))) expect(words).toMatch(/\S/u);
    const [spent, share, margin] = (byModel.arithmetic ?? []).map((step) => stepInWords(step, "en"));
    expect(spent).toEqual({ label: "Bought and kept", figure: "€4,971.50", source: "purchase history" });
    expect(share).toEqual({ label: "Share of it that is margin", figure: "40%", source: "own accounts" });
    expect(margin?.source).toBe("Bought and kept × Share of it that is margin");
  });
});
