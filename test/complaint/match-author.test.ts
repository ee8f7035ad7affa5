import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSeed } from "../../infra/local/seed/load-seed.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { AuthorMatch } from "../../shared/complaint/author-match.ts";
import { filingKeys, queryKeys } from "../../shared/complaint/blocking.ts";
import { AgentId, CustomerId } from "../../shared/complaint/ids.ts";
import { type Candidate, type MatchFacts, matchAuthor } from "../../shared/complaint/match-author.ts";
import { type PurchaseShares, sharesOf } from "../../shared/complaint/match-shares.ts";
import { LINK_MARGIN_BITS, LINK_POSTERIOR } from "../../shared/complaint/match-weights.ts";
import { nameFrequencies } from "../../shared/complaint/names.ts";
import { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import type { SaidCue } from "../../shared/complaint/said.ts";
import { countRegister } from "../../shared/complaint/sold-counts.ts";

const NOW = "2026-03-12T12:00:00.000Z";
const loaded = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
const { playbook } = loaded.brand;
const { customers, purchases } = loadSeed("kenttakauppa", NOW);
const frequency = nameFrequencies(customers.map(({ name }) => name ?? ""));

const BOOTS =
  "My older son plays ice-hockey, salibandy. Both my sons ride bikes. All the equipments for those I bought you're " +
  "your store. Always pleased. My younger son started football and I bought a pair of shoes one size too small this " +
  "week. Went to exchange it for the right size shoes and was denied a exchange because there were some marks – from " +
  "one practise. I am sure all my purchases so far would have paid up for the 30 euros that those shoe costed. " +
  "Especially when your competitor has set up shop in the same location. Good luck!";
const BOOTS_CUES: SaidCue[] = [
  { kind: "product", entity: "bike", text: "bikes" },
  {
    kind: "relationship",
    detail: "breadth",
    text: "All the equipments for those I bought you're your store",
  },
  { kind: "date", text: "this week" },
  { kind: "relationship", detail: "own-sum", text: "paid up for the 30 euros", value: 3000 },
  { kind: "competitor", detail: "meant", text: "your competitor has set up shop in the same location" },
];

/** Candidates as the store would find them: by the name's keys. */
function candidatesFor(name: string): Candidate[] {
  const keys = new Set(queryKeys(name));
  return customers
    .filter((customer) => filingKeys(customer.name ?? "").some((key) => keys.has(key)))
    .map((customer) => ({ customer, purchases: purchases.filter((line) => line.customer === customer.id) }));
}

const facts = (changes: Partial<MatchFacts> & { authorName: string }): MatchFacts => ({
  cues: BOOTS_CUES,
  wording: BOOTS,
  candidates: candidatesFor(changes.authorName),
  population: { customers: customers.length, nameFrequency: frequency },
  postedAt: NOW,
  playbook,
  enabled: true,
  now: NOW,
  ...changes,
});

describe("the boots", () => {
  it("links the writer to her purchases, and not to the namesake who buys running shoes", () => {
    const match = matchAuthor(facts({ authorName: "Marja Lehtonen" }));
    expect(candidatesFor("Marja Lehtonen").length).toBeGreaterThanOrEqual(2);
    expect(match).toMatchObject({ decision: "link", customer: "kk-0001", basis: "evidence" });
    expect(match.candidates[0]?.evidence.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["name", "breadth"]),
    );
    expect(AuthorMatch.parse(match)).toEqual(match);
  });

  it("links her in a register of a hundred thousand as well", () => {
    const nameFrequency = (token: string) => ({ marja: 0.008, lehtonen: 0.0035 })[token] ?? 0;
    const match = matchAuthor(
      facts({ authorName: "Marja Lehtonen", population: { customers: 100_000, nameFrequency } }),
    );
    expect(match).toMatchObject({ decision: "link", customer: "kk-0001" });
  });

  it("does not link the namesake when the boots writer is not in the register", () => {
    const candidates = candidatesFor("Marja Lehtonen").filter(({ customer }) => customer.id !== "kk-0001");
    const match = matchAuthor(facts({ authorName: "Marja Lehtonen", candidates }));
    expect(match.decision).not.toBe("link");
    expect(match.question).toBeDefined();
  });

  it("does not count what was bought after the post", () => {
    const postedAt = "2014-01-01T00:00:00.000Z";
    expect(matchAuthor(facts({ authorName: "Marja Lehtonen", postedAt })).decision).not.toBe("link");
  });
});

describe("what never links", () => {
  const everyName = fc.constantFrom(...customers.map(({ name }) => name ?? ""));

  it("a bare name, however rare, in a register of any size", () => {
    fc.assert(
      fc.property(everyName, fc.integer({ min: 1, max: 10_000_000 }), (authorName, size) => {
        const population = { customers: size, nameFrequency: frequency };
        const match = matchAuthor(facts({ authorName, cues: [], wording: "", population }));
        expect(match.decision).not.toBe("link");
      }),
    );
  });

  it("a name with nothing but an amount and a date", () => {
    const cues: SaidCue[] = [
      { kind: "date", text: "this week" },
      { kind: "sum", text: "30 euros", value: 3000 },
    ];
    expect(matchAuthor(facts({ authorName: "Marja Lehtonen", cues, wording: "" })).decision).toBe("grey");
  });

  it("a name with the store of the town and the years only", () => {
    const cues: SaidCue[] = [
      { kind: "place", entity: "turku", text: "Turussa" },
      { kind: "relationship", detail: "tenure", value: 4, text: "neljä vuotta" },
    ];
    expect(matchAuthor(facts({ authorName: "Marja Lehtonen", cues, wording: "" })).decision).not.toBe("link");
  });

  it.each(["M. Lehtonen", "Lehtonen", "Marja", "Pekka Lehtonen", "Marjo Lehtonen"])(
    "half a name or another: %s",
    (authorName) => {
      const candidates = candidatesFor("Marja Lehtonen");
      expect(matchAuthor(facts({ authorName, candidates })).decision).not.toBe("link");
    },
  );

  it("two namesakes with the same purchases", () => {
    const [one] = candidatesFor("Marja Lehtonen");
    if (one === undefined) throw new Error("the seed has lost its boots writer");
    const twin = { ...one, customer: Customer.parse({ ...one.customer, id: "kk-twin" }) };
    const match = matchAuthor(facts({ authorName: "Marja Lehtonen", candidates: [one, twin] }));
    expect(match.decision).toBe("grey");
    expect(match.candidates).toHaveLength(2);
  });
});

describe("states that are not a guess", () => {
  it.each([
    { when: "no name", change: { authorName: "" }, expected: { decision: "none", basis: "no-name" } },
    {
      when: "a name of emoji",
      change: { authorName: "🏒🏒" },
      expected: { decision: "none", basis: "no-name" },
    },
    {
      when: "nobody of that name",
      change: { authorName: "Ines Halvorsdal" },
      expected: { decision: "none", basis: "no-candidates" },
    },
    {
      when: "matching switched off",
      change: { authorName: "Marja Lehtonen", enabled: false },
      expected: { decision: "none", basis: "switched-off" },
    },
  ])("says so at $when", ({ change, expected }) =>
    expect(matchAuthor(facts(change))).toMatchObject({ ...expected, candidates: [] }),
  );

  it("puts what the person confirmed before the evidence, and keeps who confirmed it", () => {
    const customer = CustomerId.parse("kk-0002");
    const by = AgentId.parse("laura");
    const authorName = "Marja Lehtonen";
    expect(matchAuthor(facts({ authorName, confirmed: { customer, by: "customer" } }))).toEqual({
      decision: "link",
      customer,
      candidates: [],
      basis: "confirmed-by-customer",
      matchedAt: NOW,
    });
    expect(matchAuthor(facts({ authorName, enabled: false, confirmed: { customer, by } }))).toMatchObject({
      customer,
      basis: "confirmed-by-agent",
      confirmedBy: by,
    });
  });
});

describe("laws of the score", () => {
  const cue = fc.constantFrom<SaidCue>(
    ...BOOTS_CUES,
    { kind: "product", entity: "football-boots-junior", text: "shoes" },
    { kind: "product", entity: "tent", text: "tent" },
    { kind: "place", entity: "itakeskus", text: "Itäkeskuksessa" },
    { kind: "place", entity: "turku", text: "Turussa" },
    { kind: "relationship", detail: "tenure", value: 11, text: "yli kymmenen vuotta" },
    { kind: "date", text: "last month" },
  );
  const posts = fc.record({
    cues: fc.array(cue, { maxLength: 6 }),
    wording: fc.constantFrom("", BOOTS),
    at: fc.nat(10_000),
  });

  it("gives the same for the same facts in any order", () => {
    fc.assert(
      fc.property(posts, ({ cues, wording }) => {
        const straight = facts({ authorName: "Marja Lehtonen", cues, wording });
        const turned = {
          ...straight,
          cues: straight.cues.toReversed(),
          candidates: straight.candidates
            .toReversed()
            .map((one) => ({ ...one, purchases: one.purchases.toReversed() })),
        };
        expect(matchAuthor(turned)).toEqual(matchAuthor(straight));
        expect(matchAuthor(straight)).toEqual(matchAuthor(straight));
      }),
    );
  });

  it("links only far ahead of the next, above the threshold, with a name and a purchase fact", () => {
    fc.assert(
      fc.property(posts, ({ cues, wording, at }) => {
        const authorName = customers[at % customers.length]?.name ?? "";
        const match = matchAuthor(facts({ authorName, cues, wording }));
        expect(match.candidates.length).toBeLessThanOrEqual(3);
        expect(match.customer === undefined).toBe(match.decision !== "link");
        if (match.decision !== "link") return;
        const [best, next] = match.candidates;
        expect(best?.customer).toBe(match.customer);
        expect(best?.posterior).toBeGreaterThanOrEqual(LINK_POSTERIOR);
        expect((best?.bits ?? 0) - (next?.bits ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
          LINK_MARGIN_BITS,
        );
        const kinds = best?.evidence.filter(({ bits }) => bits > 0).map(({ kind }) => kind) ?? [];
        expect(kinds).toContain("name");
        expect(kinds.some((kind) => ["product", "category", "breadth"].includes(kind))).toBe(true);
      }),
    );
  });

  it("is not moved by what the post does not say and never raised by a store where nobody saw them", () => {
    const bitsWith = (cues: SaidCue[]) =>
      matchAuthor(facts({ authorName: "Marja Lehtonen", cues, wording: BOOTS })).candidates.find(
        ({ customer }) => customer === "kk-0001",
      )?.bits ?? 0;
    const usual = bitsWith(BOOTS_CUES);
    expect(bitsWith([...BOOTS_CUES, { kind: "churn", text: "will not buy from" }])).toBe(usual);
    expect(bitsWith([...BOOTS_CUES, { kind: "place", entity: "turku", text: "Turussa" }])).toBeLessThan(
      usual,
    );
    expect(
      bitsWith([...BOOTS_CUES, { kind: "place", entity: "itakeskus", text: "Itäkeskuksessa" }]),
    ).toBeGreaterThan(usual);
  });
});

describe("the question", () => {
  const buyer = (id: string, date: string, store: string): Candidate => ({
    customer: Customer.parse({ id, name: "Matti Virtanen" }),
    purchases: [
      Purchase.parse({
        id: `p-${id}`,
        customer: id,
        date,
        product: "bike",
        category: "cycling",
        store,
        amountMinor: 54_900,
        currency: "EUR",
      }),
    ],
  });
  it.each([
    {
      when: "asks for the store where it parts two",
      candidates: [buyer("a", "2026-03-10", "turku"), buyer("b", "2026-03-10", "tampere")],
      expected: "which-store",
    },
    {
      when: "asks for the week where only that parts two",
      candidates: [buyer("a", "2026-03-10", "turku"), buyer("b", "2025-03-10", "turku")],
      expected: "which-week",
    },
    {
      when: "asks for the order number where neither parts them",
      candidates: [buyer("a", "2026-03-10", "turku"), buyer("b", "2026-03-10", "turku")],
      expected: "order-number",
    },
    {
      when: "asks for the order number of a single candidate",
      candidates: [buyer("a", "2026-03-10", "turku")],
      expected: "order-number",
    },
  ])("$when", ({ candidates, expected }) =>
    expect(
      matchAuthor(facts({ authorName: "Matti Virtanen", cues: [], wording: "", candidates })).question,
    ).toBe(expected),
  );

  it("asks who alone may have written for the store, where there are so many that it would settle the matter", () => {
    const stores = Array.from({ length: 60 }, (_, at) => `store-${at}`);
    const sold = stores.flatMap((store) => buyer(`of-${store}`, "2026-03-10", store).purchases);
    const asked = (shares?: PurchaseShares) =>
      matchAuthor(
        facts({
          authorName: "Mirjami Kivelä-Rautanen",
          cues: [],
          wording: "Ostin viime viikolla.",
          candidates: [
            {
              ...buyer("a", "2026-03-10", "store-7"),
              customer: Customer.parse({ id: "a", name: "Mirjami Kivelä-Rautanen" }),
            },
          ],
          population: { customers: 60, nameFrequency: () => 0, ...(shares === undefined ? {} : { shares }) },
        }),
      );
    const among60 = asked(sharesOf(countRegister([sold], 60)));
    expect(among60).toMatchObject({ decision: "grey", question: "which-store" });
    // Where every shopper comes to the same three stores, naming one of them proves nothing.
    expect(asked()).toMatchObject({ decision: "grey", question: "order-number" });
  });
});
