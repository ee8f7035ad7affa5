import * as z from "zod";
import { Lang, MentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";

/** One row to be read by `detect`; stable contract. `competitors` are names, added to those of the brand. */
export const DetectRow = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  brand: z.string().optional(),
  competitors: z
    .array(
      z.union([
        z.string(),
        z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) }),
      ]),
    )
    .optional(),
  lang: z.string().optional(),
});
export type DetectRow = z.infer<typeof DetectRow>;

/** What `detect` says of a row; stable contract. Offsets are UTF-16 units of the text that was given. */
export type Detected = {
  id: string | number;
  lang: string;
  complaint: { score: number; label: boolean };
  severity: number;
  situation: string | null;
  lane: string;
  stopCase?: string;
  asideReason?: string;
  lookReason?: string;
  cues: {
    kind: string;
    start: number;
    end: number;
    text: string;
    entity?: string;
    detail?: string;
    value?: number;
  }[];
  reasons: string[];
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

const MENTION = MentionId.parse("x:0");

/**
 * The playbook for one row: the brand's, with the row's own brand name and competitors added.
 * Playbooks are kept by brand and competitors, since compiling one costs more than reading a text.
 */
export function playbookFor(base: Playbook): (row: Pick<DetectRow, "brand" | "competitors">) => Playbook {
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

/** Read one row as the detecting step would. `now` only serves "customer since 2014". */
export function detectRow(row: DetectRow, playbook: Playbook, now: string): Detected {
  const hint = Lang.safeParse(row.lang);
  const a = assess(
    {
      mention: MENTION,
      revision: 0,
      text: row.text,
      hasMedia: false,
      ...(hint.success ? { pageLang: hint.data } : {}),
      playbook,
    },
    now,
  );
  return {
    id: row.id,
    lang: a.lang,
    complaint: { score: Math.round(a.complaint.score * 10_000) / 10_000, label: a.complaint.label },
    severity: a.severity,
    situation: a.situation ?? null,
    lane: a.lane,
    ...(a.stopCase === undefined ? {} : { stopCase: a.stopCase }),
    ...(a.asideReason === undefined ? {} : { asideReason: a.asideReason }),
    ...(a.lookReason === undefined ? {} : { lookReason: a.lookReason }),
    cues: a.cues.map(({ kind, start, end, entity, detail, value }) => ({
      kind,
      start,
      end,
      text: row.text.slice(start, end),
      ...(entity === undefined ? {} : { entity }),
      ...(detail === undefined ? {} : { detail }),
      ...(value === undefined ? {} : { value }),
    })),
    reasons: a.reasons,
  };
}
