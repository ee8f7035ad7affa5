import { describe, expect, it } from "vitest";
import { AgentId, incidentIdOf, Lang } from "../../shared/complaint/ids.ts";
import type { IncidentText } from "../../shared/complaint/incident.ts";
import { incidentPhrases } from "../../shared/language/incident-phrases.ts";
import { longestPublic, publicFor } from "../../shared/language/incident-public.ts";
import { faultsOf, fillText } from "../../shared/language/incident-text.ts";
import { lintIncident } from "../../shared/language/lint-incident.ts";
import { weightedLength } from "../../shared/language/weighted-length.ts";
import { goldenIncident } from "../eval/drafts/golden-incident.ts";
import { exampleBrand } from "./reply-world.ts";

const slots = { signer: "Johanna", brand: "Kenttäkauppa", until: "20" };
const at = "2026-11-20T09:00:00.000Z";

function findings(
  brandId: "kenttakauppa" | "lounaspoyta",
  situation: string,
  lang: Lang,
  text: IncidentText,
  hours = 24,
) {
  return lintIncident(lang, text, {
    incident: { id: incidentIdOf(at, "k3f9"), topic: { situation, words: [], from: at } },
    settled: { rev: 2, texts: {}, withinHours: hours, by: AgentId.parse("aino"), role: "manager", at },
    brand: exampleBrand(brandId),
    playbookVersion: 1,
    now: at,
  });
}
const hardIn = (...of: Parameters<typeof findings>) =>
  findings(...of)
    .filter(({ severity }) => severity === "hard")
    .map(({ side, rule }) => `${side} ${rule}`);

describe("a text with slots", () => {
  it.each([
    { text: "Förlåt. – {signer}", filled: "Förlåt. – Johanna" },
    { text: "Till {until}[, sedan {next}]. – {signer}", filled: "Till 20. – Johanna" },
    { text: "Det[, {amount},] går tillbaka. – {signer}", filled: "Det går tillbaka. – Johanna" },
    { text: "Här.[ Säg {code}.] Hej. – {signer}", filled: "Här. Hej. – Johanna" },
    { text: "Här[, sedan {next}|, jag är {signer}]. – {signer}", filled: "Här, jag är Johanna. – Johanna" },
  ])("is filled, and what is not known leaves no hole: $text", ({ text, filled }) => {
    expect(faultsOf("private", text)).toEqual([]);
    expect(fillText(text, slots)).toBe(filled);
  });

  it("names who follows, the amount and the code where they are known", () => {
    const text = "Det[, {amount},] går tillbaka.[ Säg {code}.] Till {until}[, sedan {next}]. – {signer}";
    expect(fillText(text, { ...slots, next: "Oskar", amount: "8,80 €", code: "K7R3H" })).toBe(
      "Det, 8,80 €, går tillbaka. Säg K7R3H. Till 20, sedan Oskar. – Johanna",
    );
  });

  it.each([
    { side: "public" as const, text: "Hej {amount} – {signer}", fault: "unknown-slot" },
    { side: "public" as const, text: "Hej[ {amount}] – {signer}", fault: "unknown-slot" },
    { side: "private" as const, text: "Hej {customer} – {signer}", fault: "unknown-slot" },
    { side: "private" as const, text: "Hej {amount} – {signer}", fault: "needs-brackets" },
    { side: "private" as const, text: "Hej {signer", fault: "brackets" },
    { side: "private" as const, text: "Hej [till {until}] – {signer}", fault: "brackets" },
    { side: "private" as const, text: "Hej [a [b {next}]] – {signer}", fault: "brackets" },
    { side: "private" as const, text: "Hej[, sedan {next} – {signer}]", fault: "no-signer" },
    { side: "public" as const, text: "Hej", fault: "no-signer" },
    { side: "public" as const, text: "Hej, jag skriver till dig privat nu. – {signer}", fault: "no-step" },
    { side: "public" as const, text: "Hej. {step}. – {signer}", fault: "needs-brackets" },
    { side: "private" as const, text: "Hej[, {next}|, {amount}] – {signer}", fault: "needs-brackets" },
    { side: "private" as const, text: "Hej[. {step}|, {until}] – {signer}", fault: "unknown-slot" },
  ])("is refused: $fault in $text", ({ side, text, fault }) => {
    expect(faultsOf(side, text).map((each) => each.fault)).toContain(fault);
  });

  it("is not filled with a hole", () => {
    expect(() => fillText("Hej {amount}", slots)).toThrow(RangeError);
    expect(() => fillText("Hej {constructor}", slots)).toThrow(RangeError);
  });
});

describe("the texts that the page starts from", () => {
  const texts = Object.entries(incidentPhrases).flatMap(([loss, byLang]) =>
    Lang.options.map((lang) => ({ loss, lang, text: byLang[lang] })),
  );
  it.each(texts)(
    "can be filled, and fit X with the longest request, for $loss in $lang",
    ({ lang, text }) => {
      expect(faultsOf("public", text.public)).toEqual([]);
      expect(faultsOf("private", text.private)).toEqual([]);
      for (const register of ["you", "sinä", "te", "du", "ni"] as const) {
        const onX = longestPublic(
          text.public,
          { ...slots, signer: "Alexandra" },
          { lang, register, channel: "x" },
        );
        expect(weightedLength(onX)).toBeLessThanOrEqual(280);
      }
    },
  );

  it.each(texts)("ask on X for a message, and on Facebook do not, for $loss in $lang", ({ lang, text }) => {
    const asks = /(?<!\p{L})(?:DM|direktmeddelande|yksityisviesti\p{L}*)(?!\p{L})/u;
    const promises = /messaging you now|sinulle nyt yksityisesti|till dig privat nu/;
    for (const seed of ["a", "b", "c", "d", "e", "f"]) {
      const onX = publicFor(text.public, slots, { lang, register: "du", channel: "x" }, seed);
      expect(onX).toMatch(asks);
      expect(onX).not.toMatch(promises);
    }
    const onFacebook = publicFor(text.public, slots, { lang, register: "du", channel: "facebook" }, "a");
    expect(onFacebook).toMatch(promises);
    expect(onFacebook).not.toMatch(asks);
  });

  it.each(["kenttakauppa", "lounaspoyta"] as const)("pass the lint in every situation of %s", (brandId) => {
    const found = exampleBrand(brandId).playbook.situations.flatMap(({ id, loss }) =>
      Lang.options.flatMap((lang) =>
        hardIn(brandId, id, lang, incidentPhrases[loss][lang]).map((finding) => `${id} ${lang} ${finding}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("the lint of an incident's texts", () => {
  it("has nothing against the golden pair of the outage, with a promise that is kept the same day", () => {
    expect(hardIn("kenttakauppa", "overcharged", "sv", goldenIncident, 4)).toEqual([]);
  });

  it("finds a day that is earlier than the promise", () => {
    const inDay = { ...goldenIncident, private: `Jag betalar tillbaka den i dag. ${goldenIncident.private}` };
    expect(hardIn("kenttakauppa", "overcharged", "sv", inDay, 4)).toEqual([]);
    expect(hardIn("kenttakauppa", "overcharged", "sv", inDay, 48)).toContain("private day-not-decided");
  });

  it("finds a sum in public, a remedy that is not given, process language and no apology", () => {
    const { private: own } = goldenIncident;
    const lint = (text: Partial<IncidentText>) =>
      hardIn("kenttakauppa", "overcharged", "sv", { ...goldenIncident, ...text }, 4);
    expect(lint({ public: "Förlåt, du får 20 € av oss privat nu. – {signer}" })).toContain(
      "public sum-in-public",
    );
    expect(
      lint({ private: own.replace("Du behöver inte göra något.", "Du får ett presentkort.") }),
    ).toContain("private remedy-not-decided");
    expect(lint({ public: "Jag skriver till dig privat nu om kassan. – {signer}" })).toContain(
      "public no-apology",
    );
  });

  it("counts X's characters with the longest request for a message", () => {
    const kept = (more: string) => ({
      ...goldenIncident,
      public: goldenIncident.public.replace("Felet är vårt.", `Felet är vårt.${more}`),
    });
    expect(hardIn("kenttakauppa", "overcharged", "sv", kept(""), 4)).toEqual([]);
    expect(hardIn("kenttakauppa", "overcharged", "sv", kept(` Det är ${"så ".repeat(9)}fel.`), 4)).toContain(
      "public too-long",
    );
  });
});
