import type { Assessment } from "../assessment.ts";
import { bandOf, type Case } from "../case.ts";
import type { CaseFile } from "../case-file.ts";
import { type CaseId, caseIdOf, type Instant } from "../ids.ts";
import type { Mention } from "../mention.ts";
import { type Actor, bandNow, type Done, touched } from "./act.ts";

export type BringBackRefusal = { readonly refused: "gone" | "own-post" | "already-in-case" };

/**
 * Opens a case for a mention that was set aside: a person looks at it, and nothing is guessed.
 * The reading of the text is kept, but for the lane.
 */
export function bringBack(
  mention: Mention,
  assessment: Assessment,
  now: Instant,
): { readonly opened: Case; readonly assessment: Assessment } | BringBackRefusal {
  const refusal = refuse(mention);
  if (refusal) return refusal;
  return {
    opened: {
      id: caseIdOf(mention.id),
      brand: mention.brand,
      channel: mention.channel,
      rootId: mention.rootId,
      ...(mention.author === undefined ? {} : { author: mention.author.id }),
      mentions: [mention.id],
      answerTo: mention.id,
      lane: "look",
      lookReason: "brought-back",
      lang: assessment.lang,
      ...(assessment.situation === undefined ? {} : { situation: assessment.situation }),
      severity: assessment.severity,
      arousal: assessment.arousal,
      cues: [...new Set(assessment.cues.map((cue) => cue.kind))],
      desk: "agents",
      band: bandOf({ lane: "look" }),
      openedAt: now,
      updatedAt: now,
      waitingSince: mention.postedAt,
      version: 1,
      stage: "detected",
    },
    assessment: lookedAt(assessment, caseIdOf(mention.id), now),
  };
}

/** The same for a person who has a case in this thread already: the mention joins it, and it is to be answered. */
export function bringBackInto(
  file: CaseFile,
  mention: Mention,
  assessment: Assessment,
  input: { readonly by: Actor; readonly now: Instant },
): (Done & { readonly assessment: Assessment }) | BringBackRefusal {
  const refusal = refuse(mention);
  if (refusal) return refusal;
  if (file.case.mentions.includes(mention.id)) return { refused: "already-in-case" };
  const { now, by } = input;
  const { next, tell } =
    file.case.stage === "closed"
      ? {
          next: {
            ...touched(file.case, now),
            stage: "decided" as const,
            lane: "look" as const,
            lookReason: "brought-back" as const,
          },
          tell: [],
        }
      : { next: { ...file.case, version: file.case.version + 1, updatedAt: now }, tell: [] };
  const isBusy = next.stage === "approved";
  return {
    change: {
      next: {
        ...next,
        mentions: [...next.mentions, mention.id],
        ...(isBusy ? {} : { answerTo: mention.id, desk: "agents" as const }),
        band: bandNow(file),
      },
      audit: [{ at: now, by: by.id, did: "brought-back", what: mention.id }],
    },
    tell,
    assessment: lookedAt(assessment, file.case.id, now),
  };
}

function refuse(mention: Mention): BringBackRefusal | undefined {
  if (mention.removedAt !== undefined) return { refused: "gone" };
  // Our own words are context, never a matter to answer.
  if (mention.byBrand) return { refused: "own-post" };
  return undefined;
}

const lookedAt = (assessment: Assessment, caseId: CaseId, now: Instant): Assessment => {
  const { asideReason: _set, ...rest } = assessment;
  return { ...rest, lane: "look", lookReason: "brought-back", caseId, assessedAt: now };
};
