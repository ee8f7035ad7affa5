import { describe, expect, it } from "vitest";
import { type Answering, draftRow } from "../../../infra/cli/draft-row.ts";
import { exampleBrand, now } from "../../language/reply-world.ts";

const answering: Answering = {
  signer: "Laura",
  until: "18",
  followedBy: "Mikael",
  confirmed: false,
  role: "agent",
  now,
};
const shop = exampleBrand("kenttakauppa");
const row = (text: string, lang: string, over: object = {}) => ({ id: "1", text, lang, ...over });

/** Plain complaints of something that no situation of the shop knows: a job not begun when it was to be ready. */
const posts: readonly (readonly [string, string])[] = [
  [
    "fi",
    "Suksihuolto varattiin torstaille. Menin torstaina hakemaan, suksia ei ollut edes aloitettu. Kisa oli perjantaina.",
  ],
  [
    "en",
    "The ski service was booked for Wednesday, I came on Friday and they hadn't touched them. Two days wasted.",
  ],
];

describe("a complaint whose situation is not known", () => {
  it.each(posts)(
    "gets a pair that gives nothing and promises an answer, for a person to look at: %s",
    (lang, text) => {
      for (const channel of ["facebook", "x"] as const) {
        const drafted = draftRow(row(text, lang, { channel }), shop, answering);
        expect(drafted).toMatchObject({
          lane: "look",
          outcome: "by-hand",
          situation: null,
          remedy: null,
          promise: { what: "look-into", byHours: 24 },
        });
        expect(drafted.public?.text).toMatch(/sorry|apolog|pahoillani|anteeksi/i);
        expect(`${drafted.public?.text} ${drafted.private?.text}`).not.toMatch(/[€]|euro|\d+,\d\d/);
        expect(drafted.findings.filter(({ severity }) => severity === "hard")).toEqual([]);
      }
    },
  );

  it.each(posts)("reads the same in public whoever wrote it: %s", (lang, text) => {
    const purchases = [{ date: "2025-01-05", amountMinor: 19_900, category: "skiing", product: "skis" }];
    const known = draftRow(row(text, lang, { customer: { purchases } }), shop, {
      ...answering,
      confirmed: true,
    });
    expect(known.public).toEqual(draftRow(row(text, lang), shop, answering).public);
  });

  it("leaves a question and what is no complaint without words", () => {
    for (const text of ["Do you have skis in Turku on Saturday?", "Snow at last, see you all on the tracks!"])
      expect(draftRow(row(text, "en"), shop, answering).public).toBeNull();
  });
});
