import type { Playbook } from "../../shared/complaint/playbook.ts";

/** What a row says of the brand that it is about. */
type BrandSaid = {
  brand?: string | undefined;
  competitors?: readonly (string | { id: string; name: string; aliases: string[] })[] | undefined;
};

/** A brand of which nothing is known but what a row says: no situations, no prices, no stores. */
export const UNKNOWN_BRAND: Playbook = {
  languages: ["en", "fi", "sv"],
  ownNames: [],
  hashtags: [],
  competitors: [],
  priceList: [],
  stores: [],
  voice: { register: { fi: "sinä", sv: "du" }, prefer: {}, avoid: {} },
  believeFirstMinor: 0,
  mandate: {
    roles: {
      agent: { perCaseMinor: 0, perCustomerYearMinor: 0, perAgentDayMinor: 0 },
      manager: { perCaseMinor: 0, perCustomerYearMinor: 0, perAgentDayMinor: 0 },
    },
    brandMonthMinor: 0,
    shareOfValueAtRisk: 0,
    priceFactor: 1,
  },
  relationship: {
    marginShare: { value: 0, source: "unknown brand" },
    thanksShare: { value: 0, source: "unknown brand" },
    monthlyDiscount: { value: 0, source: "unknown brand" },
    churnRise: { value: 0, source: "unknown brand" },
    churnRiseAfterOwnFailure: { value: 0, source: "unknown brand" },
    segmentDefaultMinor: { value: 0, source: "unknown brand" },
  },
  situations: [],
  onCall: { default: "unknown", byStopCase: {} },
  keep: {},
  matching: { facebook: false, x: false },
  retention: { mentionTextDays: 1, asideTextDays: 1 },
};

/**
 * The playbook for one row: the brand's, with the row's own brand name and competitors added.
 * Playbooks are kept by brand and competitors, since compiling one costs more than reading a text.
 */
export function playbookFor(base: Playbook): (row: BrandSaid) => Playbook {
  const kept = new Map<string, Playbook>();
  return ({ brand, competitors }) => {
    if (brand === undefined && competitors === undefined) return base;
    const key = JSON.stringify([brand, competitors]);
    const known = kept.get(key);
    if (known) return known;
    const names = (competitors ?? []).map((c) =>
      typeof c === "string" ? { id: c, name: c, aliases: [] } : c,
    );
    const own = brand === undefined || brand.trim() === "" ? [] : [brand, `@${brand.replace(/^@/u, "")}`];
    const made: Playbook = {
      ...base,
      ownNames: [...base.ownNames, ...own],
      competitors: [...base.competitors, ...names],
    };
    if (kept.size > 500) kept.clear();
    kept.set(key, made);
    return made;
  };
}
