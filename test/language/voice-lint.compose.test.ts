import { describe, expect, it } from "vitest";
import { StopCase } from "../../shared/complaint/assessment.ts";
import type { Cue } from "../../shared/complaint/cue.ts";
import type { Lang } from "../../shared/complaint/ids.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import { type ComposeInput, compose } from "../../shared/language/compose.ts";
import { weightedLength } from "../../shared/language/weighted-length.ts";
import { lintBoth } from "./lint-both.ts";
import { boots, decideFor, exampleBrand, lunch, relationshipWorth } from "./reply-world.ts";

const brands = [exampleBrand("kenttakauppa"), exampleBrand("lounaspoyta")];
const langs: readonly Lang[] = ["en", "fi", "sv"];
const cue = (kind: Cue["kind"], detail: string, value?: number): Cue => ({
  kind,
  detail,
  start: 0,
  end: 1,
  ...(value === undefined ? {} : { value }),
});

/** What people write: plain, with much to say back, and with almost nothing. */
const writings: Record<Lang, readonly { text: string; cues: readonly Cue[] }[]> = {
  en: [
    { text: "This is not good.", cues: [] },
    { text: boots, cues: [cue("relationship", "breadth"), cue("relationship", "standing")] },
    {
      text: "I understand the logic but after 12 years I asked twice, called, was promised Monday, and all the vegetables were missing at full price, I was charged twice.",
      cues: [cue("relationship", "tenure", 12), cue("repeated-contact", "again", 3)],
    },
  ],
  fi: [
    { text: "Ei tämä ole hyvä.", cues: [] },
    { text: lunch, cues: [cue("relationship", "standing")] },
    {
      text: "Ymmärrän logiikan, mutta pyörät, lätkä ja salibandy, 12 vuotta, kysyin, soitin, luvattiin maanantaiksi, pojalle kengät väärää kokoa ja jälkiä yksistä treeneistä, veloitettiin kahdesti.",
      cues: [
        cue("relationship", "tenure", 12),
        cue("relationship", "breadth"),
        cue("repeated-contact", "again", 3),
      ],
    },
  ],
  sv: [
    { text: "Det här är inte bra.", cues: [] },
    {
      text: "Jag förstår, men hockey, innebandy och cyklar är köpta här i 12 år. Jag frågade, ringde, ni lovade måndag. Min son fick skor i fel storlek med märken från en träning. Fullt pris fast alla grönsaker saknades, betalade två gånger.",
      cues: [
        cue("relationship", "tenure", 12),
        cue("relationship", "breadth"),
        cue("repeated-contact", "again", 3),
      ],
    },
  ],
};

function* drafts(
  seeds: number,
): Generator<{ input: ComposeInput; brand: (typeof brands)[number]; decision: Decision }> {
  for (const brand of brands) {
    for (const lang of langs) {
      for (const { text, cues } of writings[lang]) {
        for (const situation of brand.playbook.situations) {
          for (const line of [undefined, brand.playbook.priceList[0], brand.playbook.priceList[4]]) {
            const written = line?.names[lang]?.[0];
            for (const atRisk of [0, 43_000]) {
              const decision = decideFor(brand, {
                assessment: { lane: "answer", situation: situation.id, cues: [...cues] },
                product: line?.id,
                relationship: relationshipWorth(atRisk),
              });
              for (let seed = 0; seed < seeds; seed++) {
                const input: ComposeInput = {
                  lang,
                  channel: seed % 2 === 0 ? "x" : "facebook",
                  situation,
                  decision,
                  brandName: brand.account.name,
                  text: written === undefined ? text : `${text} ${written}`,
                  cues,
                  matchConfirmed: false,
                  priceListLine: line,
                  shift: {
                    name: "Laura",
                    untilText: "18",
                    ...(seed % 3 === 0 ? {} : { followedByName: "Mikael" }),
                  },
                  seed: `${situation.id}-${seed}`,
                  register: seed % 4 === 3 ? "te" : "sinä",
                  timeZone: "Europe/Helsinki",
                  ...(seed % 5 === 0 ? { storeOrderCode: "3H9" } : {}),
                };
                yield { input, brand, decision };
              }
            }
          }
        }
      }
    }
  }
}

const pointer: Record<Lang, Record<ComposeInput["channel"], RegExp>> = {
  en: { facebook: /under your other comment/, x: /under your other post/ },
  fi: { facebook: /toisen komment(?:tisi|tinne) all/, x: /toisen julkaisu(?:si|nne) all/ },
  sv: { facebook: /under (?:din|er) andra kommentar/, x: /under (?:ditt|ert) andra inlägg/ },
};

describe("what the composer writes", () => {
  it("passes the voice lint without a hard finding, in every situation, language and seed", () => {
    const failed = new Map<string, string>();
    for (const { input, brand } of drafts(4)) {
      const { composed, findings } = lintBoth(input, brand.playbook);
      for (const finding of findings.filter((f) => f.severity === "hard")) {
        const text = finding.side === "public" ? composed.public : (composed.private ?? "");
        failed.set(
          `${input.lang} ${finding.rule} “${text.slice(finding.start, finding.end).slice(0, 40)}”`,
          `${input.situation?.id}: ${text}`,
        );
      }
    }
    expect([...failed].slice(0, 15)).toEqual([]);
  });

  it("says where the answer is in words that pass, without a private text, a promise or a sum", () => {
    const failed = new Map<string, string>();
    const said = new Map<string, Set<string>>();
    for (const { input, brand, decision } of drafts(4)) {
      if (decision.outcome === "by-hand" || decision.outcome === "stop") continue;
      for (const privately of [true, false]) {
        const elsewhere = { account: { privately, given: true } };
        const { composed, findings } = lintBoth({ ...input, elsewhere }, brand.playbook);
        const key = `${input.lang} ${input.channel} ${privately}`;
        said.set(key, (said.get(key) ?? new Set()).add(composed.public));
        for (const finding of findings.filter((f) => f.severity === "hard"))
          failed.set(`${key} ${finding.rule}`, composed.public);
        if (composed.private !== undefined || composed.promise !== undefined)
          failed.set(key, "more than a pointer");
        if (!pointer[input.lang][input.channel].test(composed.public))
          failed.set(`${key} where`, composed.public);
        if (/[€$£%\d]/.test(composed.public)) failed.set(`${key} figure`, composed.public);
      }
    }
    expect([...failed]).toEqual([]);
    expect(said.size).toBe(12);
    for (const [key, texts] of said) expect(texts.size, key).toBeGreaterThan(80);
  });

  it("says in private, to a customer who is known for sure, where the loss was made good", () => {
    const failed = new Map<string, string>();
    for (const { input, brand, decision } of drafts(1)) {
      if (decision.outcome === "by-hand" || decision.outcome === "stop") continue;
      const plain = compose(input);
      const elsewhere = { customer: { channel: "x" as const } };
      const { composed, findings } = lintBoth({ ...input, elsewhere }, brand.playbook);
      if (composed.public !== plain.public) failed.set("public", composed.public);
      if (composed.promise !== undefined) failed.set("promise", composed.promise.what);
      if (!/ (?:on X\.|X:ssä\.|på X\.)/.test(composed.private ?? ""))
        failed.set("where", composed.private ?? "");
      if (/[€$£%]/.test(composed.private ?? "")) failed.set("sum", composed.private ?? "");
      for (const finding of findings.filter((f) => f.severity === "hard"))
        failed.set(`${input.lang} ${finding.rule}`, composed.private ?? "");
    }
    expect([...failed]).toEqual([]);
  });

  it("has an apology, a signer and a way to the private message in every answer", () => {
    const failed = new Set<string>();
    for (const { input, brand } of drafts(2)) {
      for (const finding of lintBoth(input, brand.playbook).findings.filter((f) => f.severity === "soft")) {
        failed.add(`${input.lang} ${input.situation?.id} ${finding.rule} ${compose(input).public}`);
      }
    }
    expect([...failed].slice(0, 10)).toEqual([]);
  });

  it("stays within what X takes", () => {
    for (const { input } of drafts(2)) {
      if (input.channel === "x") expect(weightedLength(compose(input).public)).toBeLessThanOrEqual(280);
    }
  });

  it.each(StopCase.options)(
    "has one human line and no private text where the case is a stop: %s",
    (stopCase) => {
      const [brand] = brands;
      if (!brand) throw new Error("there are two brands");
      const decision = decideFor(brand, { assessment: { lane: "stop", stopCase, cues: [] } });
      for (const lang of langs) {
        for (const channel of ["x", "facebook"] as const) {
          for (let seed = 0; seed < 6; seed++) {
            const input: ComposeInput = {
              lang,
              channel,
              decision,
              brandName: brand.account.name,
              text: "…",
              cues: [],
              matchConfirmed: false,
              shift: { name: "Laura", untilText: "18" },
              seed: `s${seed}`,
              register: "sinä",
              timeZone: "Europe/Helsinki",
            };
            const { composed, findings } = lintBoth(input, brand.playbook);
            expect(composed.private).toBeUndefined();
            expect(composed.promise).toBeUndefined();
            expect(
              findings.filter((f) => f.severity === "hard").map((f) => `${f.rule}: ${composed.public}`),
            ).toEqual([]);
          }
        }
      }
    },
  );
});
