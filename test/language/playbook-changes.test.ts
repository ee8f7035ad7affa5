import { describe, expect, it } from "vitest";
import type { BrandFile, Playbook, Situation } from "../../shared/complaint/playbook.ts";
import { playbookDiff } from "../../shared/complaint/playbook-diff.ts";
import { sayDifference } from "../../shared/language/playbook-changes.ts";
import { shopFile } from "../support/world.ts";

const file = shopFile();
const withPlaybook = (change: Partial<Playbook>): BrandFile => ({
  ...file,
  playbook: { ...file.playbook, ...change },
});
const withSituation = (id: string, change: Partial<Situation>): BrandFile =>
  withPlaybook({
    situations: file.playbook.situations.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });
const { mandate } = file.playbook;

const cases: readonly { when: string; to: BrandFile; en: string; fi: string; sv: string }[] = [
  {
    when: "a limit is raised",
    to: withPlaybook({
      mandate: {
        ...mandate,
        roles: { ...mandate.roles, agent: { ...mandate.roles.agent, perCaseMinor: 17_550 } },
      },
    }),
    en: "An agent may now give up to €175.50 for one case instead of €150.",
    fi: "Vastaaja saa nyt antaa yhdestä tapauksesta enintään 175,50 € (ennen 150 €).",
    sv: "En handläggare får nu ge upp till 175,50 € för ett ärende (förut 150 €).",
  },
  {
    when: "a share is lowered",
    to: withPlaybook({ mandate: { ...mandate, shareOfValueAtRisk: 0.125 } }),
    en: "Goodwill may now be up to 12.5 % of the value at risk instead of 25 %.",
    fi: "Hyvää tahtoa voi nyt antaa enintään 12,5 % siitä, mikä on vaakalaudalla (ennen 25 %).",
    sv: "Goodwill får nu vara upp till 12,5 % av det som står på spel (förut 25 %).",
  },
  {
    when: "a floor is another",
    to: withSituation("late-delivery", { floor: { kind: "part-refund", share: 0.2 } }),
    en: "Situation late-delivery: the floor is now part of the price back (20 %) instead of attention.",
    fi: "Tilanne late-delivery: vähin hyvitys on nyt osa hinnasta takaisin (20 %) (ennen huomio).",
    sv: "Situationen late-delivery: minsta gottgörelsen är nu en del av priset tillbaka (20 %) (förut uppmärksamhet).",
  },
  {
    when: "a ladder loses its steps",
    to: withSituation("late-delivery", { goodwill: [] }),
    en: "Situation late-delivery: what goodwill may give is now nothing instead of part of the price back (€5.90), then a voucher (€10).",
    fi: "Tilanne late-delivery: hyvän tahdon tikapuut on nyt ei mitään (ennen osa hinnasta takaisin (5,90 €), sitten lahjakortti (10 €)).",
    sv: "Situationen late-delivery: stegen av goodwill är nu inget (förut en del av priset tillbaka (5,90 €), sedan presentkort (10 €)).",
  },
  {
    when: "something is owed that was not",
    to: withSituation("late-delivery", { owed: { kind: "refund" } }),
    en: "Situation late-delivery: what is owed is now the money back (as the receipt shows); before there was none.",
    fi: "Tilanne late-delivery: asiakkaalle kuuluva on nyt rahat takaisin (kuitin mukaan); ennen ei ollut mitään.",
    sv: "Situationen late-delivery: det som tillhör kunden är nu pengarna tillbaka (enligt kvittot); förut fanns inget.",
  },
  {
    when: "a rival is added",
    to: withPlaybook({
      competitors: [...file.playbook.competitors, { id: "kisa", name: "Kisa Sport", aliases: [] }],
    }),
    en: "Competitor kisa added: “Kisa Sport”.",
    fi: "Kilpailija kisa lisätty: “Kisa Sport”.",
    sv: "Konkurrenten kisa har lagts till: “Kisa Sport”.",
  },
  {
    when: "a situation is taken out",
    to: withPlaybook({ situations: file.playbook.situations.filter(({ id }) => id !== "return-refused") }),
    en: "Situation return-refused is gone; nobody gets what it gave any more: floor: the money back (100 %).",
    fi: "Tilanne return-refused poistuu; kukaan ei enää saa, mitä se antoi: vähintään: rahat takaisin (100 %).",
    sv: "Situationen return-refused försvinner; ingen får längre det den gav: minst: pengarna tillbaka (100 %).",
  },
  {
    when: "a phrase is new",
    to: withSituation("price-promise", {
      recognise: {
        ...file.playbook.situations.find(({ id }) => id === "price-promise")?.recognise,
        sv: [
          ...(file.playbook.situations.find(({ id }) => id === "price-promise")?.recognise.sv ?? []),
          "lovat pris",
        ],
      },
    }),
    en: "Situation price-promise, how it is recognised in Swedish: 1 (“lovat pris”) new, nothing gone.",
    fi: "Tilanne price-promise, tunnistaminen, ruotsi: uutta 1 (“lovat pris”), poissa ei mitään.",
    sv: "Situationen price-promise, hur den känns igen på svenska: nytt 1 (“lovat pris”), borta inget.",
  },
  {
    when: "what has no words of its own is changed",
    to: withPlaybook({ matching: { facebook: true, x: false } }),
    en: "playbook.matching.x: now no instead of yes.",
    fi: "playbook.matching.x: nyt ei (ennen kyllä).",
    sv: "playbook.matching.x: nu nej (förut ja).",
  },
];

describe("a difference in words", () => {
  it.each(cases)("when $when", ({ to, en, fi, sv }) => {
    const [first, ...more] = playbookDiff(file, to);
    expect(more).toEqual([]);
    if (!first) throw new Error("no difference");
    const say = (lang: "en" | "fi" | "sv") =>
      sayDifference(first, lang, file.account.currency, to.account.currency);
    expect({ en: say("en"), fi: say("fi"), sv: say("sv") }).toEqual({ en, fi, sv });
  });

  it("says that the smallest sum for the trouble is the usual one where one of two playbooks is silent", () => {
    const withLeast = (leastGoodwillMinor: number) =>
      withPlaybook({ mandate: { ...file.playbook.mandate, leastGoodwillMinor } });
    const said = (from: BrandFile, to: BrandFile) =>
      playbookDiff(from, to).map((one) => sayDifference(one, "en", "EUR", "EUR"));
    const head = "The smallest sum that is given for the trouble alone is now";
    expect(said(withLeast(100), withLeast(200))).toEqual([`${head} €2 instead of €1.`]);
    expect(said(file, withLeast(200))).toEqual([`${head} €2 instead of the usual one.`]);
    expect(said(withLeast(200), file)).toEqual([`${head} the usual one again, no longer €2.`]);
  });

  it("names the usual times a year where one of two playbooks is silent", () => {
    const withTimes = (believeFirstTimesPerYear: number) =>
      withPlaybook({ mandate: { ...file.playbook.mandate, believeFirstTimesPerYear } });
    const said = (from: BrandFile, to: BrandFile) =>
      playbookDiff(from, to).map((one) =>
        (["en", "fi", "sv"] as const).map((l) => sayDifference(one, l, "EUR", "EUR")),
      );
    const head = {
      en: "How often in a year one person's word alone is enough, before a manager gives what is due, is now",
      fi: "Kuinka monta kertaa vuodessa yhden ihmisen pelkkä sana riittää ennen esihenkilöä, on nyt",
      sv: "Hur många gånger om året en persons ord ensamt räcker, innan en chef ger det som ska ges, är nu",
    };
    const from = (before: number, after: number) => [
      [
        `${head.en} ${after} instead of ${before}.`,
        `${head.fi} ${after} (ennen ${before}).`,
        `${head.sv} ${after} (förut ${before}).`,
      ],
    ];
    expect(said(withTimes(5), withTimes(2))).toEqual(from(5, 2));
    expect(said(file, withTimes(2))).toEqual(from(3, 2));
    expect(said(withTimes(2), file)).toEqual(from(2, 3));
  });

  it("writes each sum in the currency of its own file", () => {
    const to: BrandFile = {
      ...withPlaybook({ believeFirstMinor: 50_000 }),
      account: { ...file.account, currency: "SEK" },
    };
    const [first] = playbookDiff(file, to);
    if (!first) throw new Error("no difference");
    expect(sayDifference(first, "en", "EUR", "SEK")).toBe(
      "The writer's word is now enough under SEK 500 instead of €50.",
    );
  });
});
