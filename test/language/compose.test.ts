import { describe, expect, it } from "vitest";
import { decide } from "../../shared/complaint/decide.ts";
import { CustomerId, type Lang, MentionId } from "../../shared/complaint/ids.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";
import { assess } from "../../shared/language/assess.ts";
import { type ComposeInput, compose } from "../../shared/language/compose.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import { weightedLength } from "../../shared/language/weighted-length.ts";
import { shareOfGrams } from "../../shared/language/word-grams.ts";
import { boots, exampleBrand, factsOf, lunch, now, relationshipWorth } from "./reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const restaurant = exampleBrand("lounaspoyta");

function inputFor(
  brand: typeof shop,
  text: string,
  over: Partial<ComposeInput> = {},
  purchases: readonly Purchase[] = [],
): ComposeInput {
  const assessment = assess(
    { mention: MentionId.parse("facebook:1"), revision: 0, text, hasMedia: false, playbook: brand.playbook },
    now,
  );
  const product = pointedProduct(text, assessment.cues, brand.playbook.priceList);
  const decision = decide(
    factsOf(brand, {
      assessment,
      product,
      purchases,
      relationship: relationshipWorth(brand === shop ? 43_000 : 1800),
    }),
  );
  const lang: Lang = assessment.lang === "other" ? "en" : assessment.lang;
  return {
    lang,
    channel: "facebook",
    situation: brand.playbook.situations.find(({ id }) => id === assessment.situation),
    decision,
    brandName: brand.account.name,
    text,
    cues: assessment.cues,
    matchConfirmed: false,
    priceListLine: brand.playbook.priceList.find(({ id }) => id === product),
    shift: { name: "Laura", untilText: "18", followedByName: "Mikael" },
    seed: "s",
    register: lang === "en" ? "you" : lang === "fi" ? "sinä" : "du",
    timeZone: "Europe/Helsinki",
    ...over,
  };
}
const seeds = (count: number) => Array.from({ length: count }, (_, i) => `seed-${i}`);

describe("the boots", () => {
  it.each(seeds(40))(
    "say back hockey, floorball and bikes, promise boots that fit, and sign (%s)",
    (seed) => {
      const { public: text, private: note, promise, lang } = compose(inputFor(shop, boots, { seed }));
      expect(lang).toBe("en");
      expect(text).toMatch(/hockey, floorball and bikes/i);
      expect(text).toMatch(/(?:marks|rule|counter)/);
      expect(text).toMatch(/I'm (?:truly |very )?sorry|I am sorry|I apologise/);
      expect(text).toMatch(/boots that fit|the right size|the size that|that fits/);
      expect(text).toMatch(/ – Laura$/);
      expect(text).not.toMatch(/\d|€|euro|polic|customer|voucher|refund|Itäkeskus/i);
      expect(note).toMatch(/marks and all/);
      expect(note).toMatch(/costs you nothing/);
      expect(note).toMatch(/\(1\).*size.*shop.*\(2\).*post/);
      expect(note).toMatch(/until 6 pm.*Mikael/);
      expect(promise).toEqual({ what: "exchange", byHours: 48 });
    },
  );

  it("are for the younger one, because that is what was written", () => {
    expect(
      seeds(10).filter((seed) => compose(inputFor(shop, boots, { seed })).public.includes("Your younger one"))
        .length,
    ).toBeGreaterThan(0);
    const other = boots
      .replaceAll(/My younger son/g, "I")
      .replaceAll(/both my sons/gi, "we")
      .replace("My older son plays", "We play");
    for (const seed of seeds(20))
      expect(compose(inputFor(shop, other, { seed })).public).not.toMatch(/younger|older|boys|\bson/);
  });
});

describe("the lunch", () => {
  it.each(seeds(40))("takes over the cost in Finnish and gives back the owed half (%s)", (seed) => {
    const { public: text, private: note, promise } = compose(inputFor(restaurant, lunch, { seed }));
    expect(text).toMatch(/kasviksia|täyttä hintaa/);
    expect(text).toMatch(/pahoillani|[Aa]nteeksi/);
    expect(text).not.toMatch(/\d|€|euro|lahjakor|alennu/i);
    expect(note).toMatch(/8,80\s€/);
    expect(note).toMatch(/4,40\s€ on sinun/);
    expect(note).toMatch(/korttinumero/);
    expect(note).not.toMatch(/ele(?:enä)?\b|lahjakort/);
    expect(promise).toEqual({ what: "refund", byHours: 24 });
  });

  it("can be had in cash at the till where the till has the code", () => {
    expect(compose(inputFor(restaurant, lunch, { storeOrderCode: "3H9" })).private).toMatch(/\(2\).*3H9/);
    expect(compose(inputFor(restaurant, lunch)).private).not.toMatch(/\(2\)|koodi/);
  });

  it("says sorry for the second failure only to one who asked", () => {
    const silent = lunch.replace("Kysyin esimieheltä: v", "V");
    for (const seed of seeds(30))
      expect(compose(inputFor(restaurant, silent, { seed })).public).not.toMatch(/kysyit|kysyttäessä/);
  });
});

describe("compose", () => {
  it("leads to a message of the writer's own on X, and keeps to its length", () => {
    for (const seed of seeds(60)) {
      const { public: text } = compose(inputFor(shop, boots, { seed, channel: "x" }));
      expect(text).toMatch(/DM/);
      expect(weightedLength(text)).toBeLessThanOrEqual(280);
    }
  });

  it("is the same for the same seed", () => {
    expect(compose(inputFor(shop, boots))).toEqual(compose(inputFor(shop, boots)));
  });

  it("gives away nothing of a match in public: matched and unmatched read the same", () => {
    const purchases: Purchase[] = [
      {
        id: "p",
        customer: CustomerId.parse("c"),
        date: "2026-11-16",
        product: "football-boots-junior",
        category: "football",
        store: "itakeskus",
        amountMinor: 2790,
        currency: "EUR",
      },
    ];
    for (const seed of seeds(20)) {
      const stranger = compose(inputFor(shop, boots, { seed })).public;
      expect(compose(inputFor(shop, boots, { seed }, purchases)).public).toBe(stranger);
      expect(compose(inputFor(shop, boots, { seed, matchConfirmed: true }, purchases)).public).toBe(stranger);
    }
  });

  it("names no amount of a purchase before the link is confirmed, and names it after", () => {
    const text = "I bought a tent two weeks ago and they refused to take it back and refused the return.";
    const purchases: Purchase[] = [
      {
        id: "p",
        customer: CustomerId.parse("c"),
        date: "2026-11-10",
        product: "tent",
        category: "outdoor",
        amountMinor: 4711,
        currency: "EUR",
      },
    ];
    const before = compose(inputFor(shop, text, {}, purchases)).private ?? "";
    expect(before).not.toMatch(/47/);
    expect(before).toMatch(/order number|which shop/);
    expect(compose(inputFor(shop, text, { matchConfirmed: true }, purchases)).private).toMatch(/€47\.11/);
  });

  it("holds back the outcome in an escalation, without a word of supervisors", () => {
    const {
      public: text,
      private: note,
      promise,
    } = compose(inputFor(shop, "My new bike broke on the second ride. Faulty junk."));
    expect(`${text} ${note}`).not.toMatch(/supervisor|manager|new one|refund|€/);
    expect(promise?.what).toBe("write-privately");
  });

  it("speaks formally where the brand does", () => {
    for (const seed of seeds(30)) {
      const { public: text, private: note } = compose(inputFor(restaurant, lunch, { seed, register: "te" }));
      expect(`${text} ${note}`).not.toMatch(
        /\b(?:sinun|sinulle|sinut|olet|kerro|sait|maksoit|kysyit|saat)\b/i,
      );
    }
  });

  it.each(["en", "fi", "sv"] as const)(
    "answers a question of which nothing is decided with a person's word (%s)",
    (lang) => {
      const decision = decide(factsOf(shop, { assessment: { lane: "question", cues: [] } }));
      const {
        public: text,
        private: note,
        promise,
      } = compose({ ...inputFor(shop, "?"), lang, decision, situation: undefined });
      expect(text).toMatch(/ – Laura$/);
      expect(note).toContain("Laura");
      expect(promise).toBeUndefined();
    },
  );

  it.each([
    { text: boots, brand: shop, lang: "en" },
    { text: lunch, brand: restaurant, lang: "fi" },
    { text: "Väntat tre veckor på min beställning och paketet har inte kommit.", brand: shop, lang: "sv" },
  ])(
    "does not read like a form: of 60 replies no two share more than half of their four-word runs ($lang)",
    ({ text, brand }) => {
      const sent: string[] = [];
      for (const seed of seeds(60))
        sent.push(compose(inputFor(brand, text, { seed, recent: [...sent] })).public);
      const alike = sent.flatMap((one, i) =>
        sent.slice(0, i).filter((other) => shareOfGrams(one, other) > 0.5),
      );
      expect(alike.length).toBeLessThanOrEqual(2);
      expect(new Set(sent).size).toBe(60);
    },
  );
});

describe("the product that a complaint points at", () => {
  const cuesOf = (text: string) =>
    assess(
      { mention: MentionId.parse("facebook:1"), revision: 0, text, hasMedia: false, playbook: shop.playbook },
      now,
    ).cues;
  it.each([
    { text: boots, id: "football-boots-junior" },
    {
      text: "We have bought bikes and skis from you for years. The backpack I ordered broke in a week.",
      id: "backpack",
    },
    { text: "Talvitakin vetoketju hajosi. Meillä on teiltä myös sukset ja luistimet.", id: "winter-jacket" },
    { text: "Köpte skridskor i fel storlek.", id: "hockey-skates" },
    { text: "You never answer.", id: undefined },
  ])("is $id", ({ text, id }) => {
    expect(pointedProduct(text, cuesOf(text), shop.playbook.priceList)).toBe(id);
  });
});
