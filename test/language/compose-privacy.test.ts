import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftRow } from "../../infra/cli/draft-row.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { posts } from "../eval/drafts/posts.ts";
import { exampleBrand, now } from "./reply-world.ts";

const brands = { kenttakauppa: exampleBrand("kenttakauppa"), lounaspoyta: exampleBrand("lounaspoyta") };
const answering = { signer: "Laura", until: "18", followedBy: "Mikael", role: "agent", now } as const;

/** A history as a shop's register has it: products of its list and others, prices paid, days, stores. */
const purchasesFrom = ({ playbook }: BrandFile) =>
  fc.array(
    fc.record({
      product: fc.constantFrom(
        ...playbook.priceList.map((line) => line.names.en?.[0] ?? line.id),
        "Gift wrap",
      ),
      category: fc.constantFrom(...playbook.priceList.map(({ category }) => category)),
      amountMinor: fc.integer({ min: 101, max: 90_000 }),
      date: fc
        .integer({ min: 0, max: 1500 })
        .map((days) => new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10)),
      store: fc.constantFrom(...playbook.stores.map(({ id }) => id)),
    }),
    { minLength: 1, maxLength: 12 },
  );

const cases = fc.constantFrom(...posts()).chain((post) =>
  fc.record({
    post: fc.constant(post),
    purchases: purchasesFrom(brands[post.brand]),
    channel: fc.constantFrom("facebook", "x"),
    confirmed: fc.boolean(),
    seed: fc.integer({ min: 0, max: 99_999 }),
  }),
);

describe("the public text", () => {
  it("is the same to the byte for a customer and for a stranger, and holds nothing that was not written in public", () => {
    fc.assert(
      fc.property(cases, ({ post, purchases, channel, confirmed, seed }) => {
        const brand = brands[post.brand];
        const row = { id: seed, text: post.text, channel, lang: post.lang } as const;
        const stranger = draftRow(row, brand, { ...answering, confirmed: false });
        const customer = draftRow({ ...row, customer: { since: "2015-01-01", purchases } }, brand, {
          ...answering,
          confirmed,
        });
        const text = customer.public?.text ?? "";
        expect(text).toBe(stranger.public?.text ?? "");
        const written = post.text.toLowerCase();
        const isNew = (words: string) =>
          text.toLowerCase().includes(words.toLowerCase()) && !written.includes(words.toLowerCase());
        const secrets = [
          ...purchases.flatMap(({ product, date, amountMinor }) => [
            product,
            date,
            (amountMinor / 100).toFixed(2),
          ]),
          ...brand.playbook.stores.flatMap(({ name, city }) => [name, city]),
          brand.account.name,
          "Mikael",
        ];
        expect(secrets.filter(isNew)).toEqual([]);
        expect(text).not.toMatch(/[€$£%\d]/);
      }),
      { numRuns: 2000, seed: 20_261_120 },
    );
  }, 120_000);

  it("does not tell that what was paid is beyond the agent, where the price list's price is not", () => {
    const text =
      "I bought a hockey stick from you last week and you refused to take it back. You refused the return.";
    const row = { id: 1, text, channel: "facebook", lang: "en" } as const;
    const dear = [
      { product: "hockey stick", category: "ice-hockey", amountMinor: 40_000, date: "2026-11-14" },
    ];
    const known = { ...answering, confirmed: true };
    const customer = draftRow({ ...row, customer: { purchases: dear } }, brands.kenttakauppa, known);
    const stranger = draftRow(row, brands.kenttakauppa, { ...answering, confirmed: false });
    expect([customer.outcome, stranger.outcome]).toEqual(["escalate", "remedy"]);
    expect(customer.public).toEqual(stranger.public);
  });
});
