import { readFileSync } from "node:fs";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { type DecisionFacts, decide } from "../../shared/complaint/decide.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import type { Relationship } from "../../shared/complaint/relationship.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";

export const now = "2026-11-20T12:00:00.000Z";

export function exampleBrand(id: "kenttakauppa" | "lounaspoyta"): BrandFile {
  const result = parseBrand(
    readFileSync(new URL(`../../brands/${id}.yaml`, import.meta.url), "utf8"),
    `${id}.yaml`,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.brand;
}

const eur = (minor: number) => ({ minor, currency: "EUR" as const });

/** A relationship by its value at risk alone; the rest follows. */
export const relationshipWorth = (atRiskMinor: number): Relationship => ({
  purchases: atRiskMinor > 0 ? 10 : 0,
  categories: [],
  spent: eur(atRiskMinor * 20),
  margin: eur(atRiskMinor * 8),
  thanks: eur(atRiskMinor * 2),
  expected: eur(atRiskMinor * 5),
  level: eur(atRiskMinor * 5),
  atRisk: eur(atRiskMinor),
  churnRise: 0.2,
  basis: "purchases",
  computedAt: now,
});

export const answering = (situation: string): Pick<Assessment, "lane" | "cues"> & { situation: string } => ({
  lane: "answer",
  situation,
  cues: [],
});

export const factsOf = (brand: BrandFile, over: Partial<DecisionFacts> = {}): DecisionFacts => ({
  assessment: answering("exchange-refused"),
  relationship: relationshipWorth(43_000),
  purchases: [],
  playbook: brand.playbook,
  playbookVersion: 1,
  currency: "EUR",
  budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
  roleLimits: "agent",
  person: { mention: "facebook:1" },
  now,
  timeZone: "Europe/Helsinki",
  ...over,
});

export const decideFor = (brand: BrandFile, over: Partial<DecisionFacts> = {}): Decision =>
  decide(factsOf(brand, over));

export const boots =
  "My older son plays ice-hockey, salibandy. Both my sons ride bikes. All the equipments for those I bought you're your store. Always pleased. My younger son started football and I bought a pair of shoes one size too small this week. Went to exchange it for the right size shoes and was denied a exchange because there were some marks – from one practise. I understand the logic – this cannot be sold any more. However, I am sure all my purchases so far would have paid up for the 30 euros that those shoe costed. Now you will have an unsatisfied customer who will not buy from or reccomend you. This is not how one creates business relationship. Especially when your competitor has set up shop in the same location. Good luck!";
export const lunch =
  "Ensimmäinen työpäivä loman jälkeen ja lounaalle tuttuun paikkaan. Linjastosta puuttui KAIKKI kasvikset, mutta buffetista otettiin silti täysi 8,80 €. Kysyin esimieheltä: vihanneskuorma ei kuulemma ollut tullut. Ymmärrän kyllä että kuormat joskus myöhästyy, mutta miksi minun lounasasiakkaana pitää se maksaa? Ei kai puolikkaasta lounaasta voi periä täyttä hintaa.";
