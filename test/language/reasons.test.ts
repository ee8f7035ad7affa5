import { describe, expect, it } from "vitest";
import { decide } from "../../shared/complaint/decide.ts";
import { reasonCodes } from "../../shared/complaint/decision-reasons.ts";
import { percent, renderProportion, renderReason } from "../../shared/language/reasons.ts";
import { answering, exampleBrand, factsOf } from "./reply-world.ts";

const langs = ["en", "fi", "sv"] as const;
const eur = (minor: number) => ({ minor, currency: "EUR" as const });

describe("a reason in words", () => {
  it.each([
    { lang: "en", words: "costs €18 of goods, 4 % of about €430 at risk" },
    { lang: "fi", words: "maksaa 18 € tavarana, 4 % vaakalaudalla olevasta noin 430 €" },
    { lang: "sv", words: "kostar 18 € i varor, 4 % av ungefär 430 € som står på spel" },
  ] as const)("sets cost against the relationship in $lang", ({ lang, words }) => {
    const proportion = { cost: eur(1800), atRisk: eur(43_000), share: 1800 / 43_000 };
    expect(renderProportion(proportion, lang, "goods").replaceAll("\u00a0", " ")).toBe(words);
  });

  it.each([
    [0, "0 %"],
    [0.004, "under 1 %"],
    [0.245, "25 %"],
    [1.5, "150 %"],
    [12.4, "12 ×"],
  ])("writes a share of %d as %s", (share, words) => {
    expect(percent(share, "en")).toBe(words);
  });

  it.each(langs)("has words for every code in %s", (lang) => {
    for (const code of reasonCodes) expect(renderReason({ code, values: {} }, lang)).not.toBe(code);
  });

  it.each(langs)("leaves no slot open in what deciding says, in %s", (lang) => {
    const shop = exampleBrand("kenttakauppa");
    for (const situation of shop.playbook.situations) {
      for (const product of [undefined, "football-boots-junior", "bike"]) {
        const { reasons } = decide(factsOf(shop, { assessment: answering(situation.id), product }));
        for (const reason of reasons)
          expect(renderReason(reason, lang)).not.toMatch(
            /[{}]|–$|undefined|[a-z]+-[a-z]+-[a-z]+\b(?<!football-boots-junior)/,
          );
      }
    }
  });

  it("shows an unknown code rather than hide that something spoke", () => {
    expect(renderReason({ code: "own-rule", values: {} }, "en")).toBe("own-rule");
  });
});
