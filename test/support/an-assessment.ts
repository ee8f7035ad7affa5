import { type AsideReason, Assessment } from "../../shared/complaint/assessment.ts";
import type { MentionId } from "../../shared/complaint/ids.ts";

/** What reading gave: set aside for the reason, or, without one, a complaint to answer. */
export const anAssessment = (
  mention: MentionId,
  assessedAt: string,
  asideReason?: AsideReason,
  changed: Partial<Assessment> = {},
): Assessment =>
  Assessment.parse({
    mention,
    revision: 0,
    assessedAt,
    lang: "en",
    complaint: { score: asideReason === undefined ? 0.9 : 0.1, label: asideReason === undefined },
    severity: 0,
    arousal: 0,
    ...(asideReason === undefined ? { lane: "answer" } : { lane: "aside", asideReason }),
    cues: [],
    reasons: [],
    ...changed,
  });
