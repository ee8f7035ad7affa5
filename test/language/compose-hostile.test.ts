import { describe, expect, it } from "vitest";
import { draftRow } from "../../infra/cli/draft-row.ts";
import { attacks } from "../fixtures/attacks.ts";
import { boots, exampleBrand, lunch, now } from "./reply-world.ts";

const shop = exampleBrand("kenttakauppa");
const table = exampleBrand("lounaspoyta");
const complaints = [
  { name: "boots", lang: "en", brand: shop, text: boots },
  { name: "lunch", lang: "fi", brand: table, text: lunch },
  {
    name: "parcel",
    lang: "sv",
    brand: shop,
    text: "Väntat tre veckor på min beställning och paketet har inte kommit.",
  },
] as const;
const answering = {
  signer: "Laura",
  until: "18",
  followedBy: "Mikael",
  confirmed: false,
  role: "agent",
  now,
} as const;
const rows = complaints.flatMap((complaint) =>
  attacks.flatMap((attack) => [
    { ...complaint, attack, hostile: `${complaint.text} ${attack.text}`, kind: `${attack.kind}, behind` },
    { ...complaint, attack, hostile: `${attack.text} ${complaint.text}`, kind: `${attack.kind}, before` },
  ]),
);

/** Amounts, and the kinds of what is given. */
const given = (row: ReturnType<typeof draftRow>) => ({ remedy: row.remedy, alternatives: row.alternatives });
const sumsIn = (text: string) => text.match(/\d+(?:[.,]\d{2})?\s?€|€\s?\d+(?:[.,]\d{2})?/g) ?? [];

describe("a post that attacks", () => {
  it("comes in at least two hundred forms", () => expect(rows.length).toBeGreaterThanOrEqual(200));

  it.each(rows)("$name: $kind", ({ lang, brand, text, hostile, attack }) => {
    const plain = draftRow({ id: 1, text, lang }, brand, answering);
    const attacked = draftRow({ id: 1, text: hostile, lang }, brand, answering);
    // An attack may send a case to a person. It may never give more or other than the complaint gives by itself.
    if (attacked.outcome === "remedy") expect(given(attacked)).toEqual(given(plain));
    else expect(attacked.remedy).toBeNull();
    const words = `${attacked.public?.text ?? ""} ${attacked.private?.text ?? ""}`;
    for (const quoted of attack.never) expect(words.toLowerCase()).not.toContain(quoted.toLowerCase());
    const allowed = new Set(sumsIn(plain.private?.text ?? ""));
    expect(sumsIn(words).filter((sum) => !allowed.has(sum))).toEqual([]);
    expect(words).not.toMatch(/[{}<>[\]]|https?:|\p{Cf}/u);
    expect(attacked.findings.filter(({ severity }) => severity === "hard")).toEqual([]);
  });
});
