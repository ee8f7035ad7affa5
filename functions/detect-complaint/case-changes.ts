import { advance } from "../../shared/complaint/advance.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { bandOf, Case, type Desk } from "../../shared/complaint/case.ts";
import type { CaseChange, CaseFile } from "../../shared/complaint/case-file.ts";
import { caseIdOf, type Instant } from "../../shared/complaint/ids.ts";
import type { Mention } from "../../shared/complaint/mention.ts";

const cueKinds = (assessment: Assessment): string[] => [...new Set(assessment.cues.map((cue) => cue.kind))];

/** A new case from the mention that opens it. */
export function openedWith(mention: Mention, assessment: Assessment, now: Instant): Case {
  return Case.parse({
    id: caseIdOf(mention.id),
    brand: mention.brand,
    channel: mention.channel,
    rootId: mention.rootId,
    author: mention.author?.id,
    mentions: [mention.id],
    answerTo: mention.id,
    revisions: { [mention.id]: mention.revision },
    lane: assessment.lane,
    lang: assessment.lang,
    situation: assessment.situation,
    stopCase: assessment.stopCase,
    lookReason: assessment.lookReason,
    severity: assessment.severity,
    arousal: assessment.arousal,
    cues: cueKinds(assessment),
    desk: "agents" satisfies Desk,
    band: bandOf({ lane: assessment.lane }),
    openedAt: now,
    updatedAt: now,
    waitingSince: mention.postedAt,
    version: 1,
    stage: "detected",
  });
}

/**
 * True when the case holds this wording already: another run has put it in, or an earlier one that ended before it had
 * saved its assessment. A case from before revisions were kept knows none.
 */
export const isHeldBy = (file: CaseFile, mention: Mention): boolean =>
  (file.case.revisions?.[mention.id] ?? -1) >= mention.revision;

/** Which of two lanes a case is in: a stop case is never talked away by a later post. */
const LANE_RANK = { stop: 3, answer: 2, look: 1, question: 0 } as const;

/**
 * The case with a further mention, or with a new wording of one. It is read again from the start, unless an answer is
 * approved and on its way: then the agent is told that the person has written more.
 */
export function joined(file: CaseFile, mention: Mention, assessment: Assessment, now: Instant): CaseChange {
  const before = file.case;
  const known = before.mentions.includes(mention.id);
  const mentions = known ? before.mentions : [...before.mentions, mention.id];
  const revisions = { ...before.revisions, [mention.id]: mention.revision };
  const audit = [
    {
      at: now,
      by: "shopkeeper" as const,
      did: known ? ("reworded" as const) : ("joined" as const),
      what: mention.id,
    },
  ];
  if (before.stage === "approved") {
    // The texts on their way carry their own mention; what is answered next is what was written last.
    const isGraver = assessment.lane !== "aside" && LANE_RANK[assessment.lane] > LANE_RANK[before.lane];
    return {
      next: advance(before, now, {
        mentions,
        revisions,
        answerTo: known ? before.answerTo : mention.id,
        ...(isGraver ? { lane: assessment.lane, stopCase: assessment.stopCase, desk: "agents" } : {}),
        trouble: "person-answered",
        band: 0,
      }),
      audit,
    };
  }
  const done = before.stage === "answered" || before.stage === "closed";
  const newLane = assessment.lane === "aside" ? before.lane : assessment.lane;
  // What a person has said of it no reading takes back, unless it has become grave.
  const named = !done && before.situationBy !== undefined && newLane !== "stop";
  // A new wording speaks for itself; a further mention never makes a grave case light.
  const keepsLane = named || (!done && !known && LANE_RANK[before.lane] > LANE_RANK[newLane]);
  const lane = keepsLane ? before.lane : newLane;
  const lookReason = named ? before.lookReason : (assessment.lookReason ?? before.lookReason);
  return {
    next: advance(before, now, {
      stage: "detected",
      mentions,
      revisions,
      answerTo: mention.id,
      lane,
      lang: assessment.lang === "other" ? before.lang : assessment.lang,
      situation: named ? before.situation : (assessment.situation ?? (known ? undefined : before.situation)),
      situationBy: named ? before.situationBy : undefined,
      stopCase: assessment.stopCase ?? (lane === "stop" ? before.stopCase : undefined),
      lookReason: lane === "look" ? lookReason : undefined,
      severity: done ? assessment.severity : Math.max(before.severity, assessment.severity),
      arousal: assessment.arousal,
      cues: known ? cueKinds(assessment) : [...new Set([...before.cues, ...cueKinds(assessment)])],
      desk: "agents",
      trouble: undefined,
      band: bandOf({ lane }),
      waitingSince: done ? mention.postedAt : before.waitingSince,
    }),
    audit: done ? [...audit, { at: now, by: "shopkeeper" as const, did: "reopened" as const }] : audit,
  };
}

/**
 * What a mention that asks for nothing does to the case of its writer: thanks close an answered one; a post that was
 * reworded into nothing, or removed, closes the one it made. Undefined: nothing changes.
 */
export function closedBy(by: Assessment | "removed", file: CaseFile, now: Instant): CaseChange | undefined {
  const { stage } = file.case;
  if (stage === "closed" || stage === "approved") return undefined;
  // Thanks end what is settled, not what is still owed, promised or unclear.
  const isOpen =
    file.case.trouble !== undefined ||
    file.promises.some((promise) => promise.state === "open") ||
    file.deliveries.some((delivery) => delivery.state === "WAITING" || delivery.state === "UNKNOWN");
  if (by !== "removed" && stage === "answered" && isOpen) return undefined;
  const because =
    by === "removed"
      ? "removed"
      : (by.asideReason === "thanks" || by.asideReason === "praise") && stage === "answered"
        ? "thanks"
        : stage !== "answered" && file.case.mentions.length === 1 && file.case.mentions[0] === by.mention
          ? "no-answer-needed"
          : undefined;
  if (because === undefined) return undefined;
  return {
    next: advance(file.case, now, {
      stage: "closed",
      closedAt: now,
      closedBecause: because,
      desk: "done",
      trouble: undefined,
    }),
    audit: [{ at: now, by: "shopkeeper", did: because === "removed" ? "removed" : "closed", what: because }],
  };
}
