import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { situationsOf } from "../../../shared/adapters/brand-file/bases.ts";
import { parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";

const shop = readFileSync("brands/kenttakauppa.yaml", "utf8");
/** The example brand with these lines in place of what it says of its situations. */
const withLines = (...lines: string[]) => {
  const from = shop.indexOf("\n  extends:");
  return `${shop.slice(0, from)}\n${lines.join("\n")}\n${shop.slice(shop.indexOf("\n  onCall:"))}`;
};
const read = (text: string) => {
  const result = parseBrand(text, "shop.yaml");
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.brand.playbook.situations;
};
const errorsOf = (text: string) => {
  const result = parseBrand(text, "shop.yaml");
  return result.ok ? [] : result.errors;
};
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split("\n").length;

const ownOne = [
  "    - id: boots-unlaced",
  '      recognise: { en: ["no laces"] }',
  "      feeling: { en: Laced. }",
  "      loss: goods",
  "      floor: { kind: exchange }",
  "      goodwill: []",
];

describe("a brand file that extends", () => {
  it("has the whole base, in its order, and nothing of the extending is left in what is published", () => {
    const result = parseBrand(withLines("  extends: [shop]"), "shop.yaml");
    if (!result.ok) throw new Error("broken");
    expect(result.brand.playbook.situations).toEqual(situationsOf(["shop"]));
    expect(Object.keys(result.brand.playbook)).not.toContain("extends");
  });

  it("takes the first of two bases where both have a situation, and what only the second has behind it", () => {
    const ids = read(withLines("  extends: [restaurant, shop]"));
    expect(ids.find(({ id }) => id === "rude-staff")).toEqual(
      situationsOf(["restaurant"]).find(({ id }) => id === "rude-staff"),
    );
    expect(ids.map(({ id }) => id)).toContain("lost-parcel");
  });

  it("changes one part of a situation and leaves its place and everything else", () => {
    const base = situationsOf(["shop"]);
    const now = read(
      withLines(
        "  extends: [shop]",
        "  situations:",
        "    - id: late-delivery",
        "      floor: { kind: part-refund, share: 0.2 }",
        "      ask: null",
        '      feeling: { en: "Known." }',
        '      recogniseAlso: { en: ["slow boat", "delayed"] }',
      ),
    );
    expect(now.map(({ id }) => id)).toEqual(base.map(({ id }) => id));
    const at = base.findIndex(({ id }) => id === "late-delivery");
    const { ask: _ask, ...before } = base[at] ?? { ask: undefined };
    expect(now[at]).toEqual({
      ...before,
      floor: { kind: "part-refund", share: 0.2 },
      feeling: { ...base[at]?.feeling, en: "Known." },
      recognise: { ...base[at]?.recognise, en: [...(base[at]?.recognise.en ?? []), "slow boat"] },
    });
    expect(now.filter((_, i) => i !== at)).toEqual(base.filter((_, i) => i !== at));
  });

  it("puts its own situations before those of the base, and leaves out what it does not want", () => {
    const ids = read(
      withLines("  extends: [shop]", "  leaveOut: [website-fault]", "  situations:", ...ownOne),
    ).map(({ id }) => id);
    expect(ids[0]).toBe("boots-unlaced");
    expect(ids).not.toContain("website-fault");
    expect(ids).toHaveLength(situationsOf(["shop"]).length);
  });

  it("without extends must write everything out, as ever", () => {
    expect(read(withLines("  situations:", ...ownOne)).map(({ id }) => id)).toEqual(["boots-unlaced"]);
  });
});

describe("extending that is wrong", () => {
  const changed = (...lines: string[]) =>
    withLines("  extends: [shop]", "  situations:", "    - id: late-delivery", ...lines);
  it.each([
    {
      when: "the base has a name that is none",
      text: withLines("  extends: [shop, bakery]"),
      at: "bakery",
      message: /nothing called "bakery"/,
      hint: /everywhere, shop, restaurant, service/,
    },
    {
      when: "what is left out is not there",
      text: withLines("  extends: [shop]", "  leaveOut: [hygiene]"),
      at: "hygiene]",
      message: /“hygiene” is not there/,
      hint: /exchange-refused/,
    },
    {
      when: "something is left out of nothing",
      text: withLines("  leaveOut: [hygiene]", "  situations:", ...ownOne),
      at: "  leaveOut: [hygiene]",
      message: /Nothing says which/,
      hint: /extends: \[shop\]/,
    },
    {
      when: "an id is misspelt",
      text: withLines(
        "  extends: [shop]",
        "  situations:",
        "    - id: late-delivry",
        "      floor: { kind: attention }",
      ),
      at: "late-delivry",
      message: /must be whole, and lacks recognise, feeling, loss, goodwill/,
      hint: /late-delivery/,
    },
    {
      when: "a situation is changed and left out",
      text: withLines("  extends: [shop]", "  leaveOut: [defect]", "  situations:", "    - id: defect"),
      at: "- id: defect",
      message: /left out above/,
      hint: /leaveOut/,
    },
    {
      when: "a remedy of a changed situation is unknown",
      text: changed("      floor: { kind: flowers }"),
      at: "flowers",
      message: /cannot be "flowers"/,
      hint: /attention/,
    },
    {
      when: "a changed floor has no amount",
      text: changed("      loss: service", "      floor: { kind: refund }"),
      at: "floor: { kind: refund }",
      message: /without an amount/,
      hint: /share or amountMinor/,
    },
    {
      when: "a changed situation has a line that nobody knows",
      text: changed("      flor: { kind: attention }"),
      at: "flor:",
      message: /“flor” is not known/,
      hint: /spelling/,
    },
    {
      when: "a needed part is taken out",
      text: changed("      floor: null"),
      at: "floor: null",
      message: /is missing/,
      hint: /floor/,
    },
    {
      when: "more phrases are no list",
      text: changed("      recogniseAlso: slow boat"),
      at: "slow boat",
      message: /lists of phrases/,
      hint: /recogniseAlso/,
    },
  ])("is told with its own line when $when", ({ text, at, message, hint }) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    const [error] = errors;
    expect(error?.message).toMatch(message);
    expect(error?.hint).toMatch(hint);
    expect(error?.line).toBe(lineOf(text, at));
  });

  it("names the situation, and the line that extends, where a base does not suit the brand", () => {
    const text = withLines("  extends: [shop]").replace(
      /\n {2}priceList:[\s\S]*?\n\n {2}voice/,
      "\n  priceList: []\n\n  voice",
    );
    const errors = errorsOf(text);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error.line).toBe(lineOf(text, "  extends: [shop]"));
    expect(errors.some(({ message }) => /In “return-refused”, .*price list is empty/.test(message))).toBe(
      true,
    );
  });

  it("is told together with what is wrong elsewhere", () => {
    const text = withLines("  extends: [bakery]").replace("currency: EUR", "currency: FIM");
    expect(errorsOf(text).map(({ path }) => path)).toEqual(["account.currency", "playbook.extends.0"]);
  });
});
