import * as z from "zod";
import type { Cue } from "../../shared/complaint/cue.ts";
import { Lang, MentionId } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import { assess } from "../../shared/language/assess.ts";
import type { Models } from "./read-model.ts";

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
  /** Of a complaint: where on the way it arose. */
  stage?: string;
  cues: {
    kind: Cue["kind"];
    start: number;
    end: number;
    text: string;
    entity?: string;
    detail?: string;
    value?: number;
  }[];
  reasons: string[];
};

const MENTION = MentionId.parse("x:0");

/** Read one row as the detecting step would. `now` only serves "customer since 2014". */
export function detectRow(row: DetectRow, playbook: Playbook, now: string, models: Models = {}): Detected {
  const hint = Lang.safeParse(row.lang);
  const a = assess(
    {
      mention: MENTION,
      revision: 0,
      text: row.text,
      hasMedia: false,
      ...(hint.success ? { pageLang: hint.data } : {}),
      playbook,
      models,
    },
    now,
  );
  return {
    id: row.id,
    lang: a.lang,
    complaint: { score: Math.round(a.complaint.score * 10_000) / 10_000, label: a.complaint.label },
    severity: a.severity,
    situation: a.situation ?? null,
    ...(a.maybe === undefined ? {} : { maybe: a.maybe }),
    lane: a.lane,
    ...(a.stopCase === undefined ? {} : { stopCase: a.stopCase }),
    ...(a.asideReason === undefined ? {} : { asideReason: a.asideReason }),
    ...(a.lookReason === undefined ? {} : { lookReason: a.lookReason }),
    ...(a.stage === undefined ? {} : { stage: a.stage }),
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
