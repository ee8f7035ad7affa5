import * as z from "zod";
import { Approval } from "./approval.ts";
import { DetectedLang, Lane, LookReason, StopCase } from "./assessment.ts";
import {
  AgentId,
  AuthorId,
  BrandId,
  CaseId,
  Channel,
  CustomerId,
  IncidentId,
  Instant,
  MentionId,
} from "./ids.ts";

/** Who must act next. The queue page shows one desk at a time. */
export const Desk = z.enum(["agents", "managers", "sending", "waiting", "done"]);
export type Desk = z.infer<typeof Desk>;

/** Why a case needs a person again after its answer was approved. */
export const Trouble = z.enum([
  "unknown-outcome",
  "refused",
  "promise-due",
  "by-hand",
  "person-answered",
  /** A place said that it cannot do what its order says. */
  "order-refused",
  /** A place asks something about its order. */
  "order-asked",
  /** A place has said nothing by its order's last day. */
  "order-unanswered",
]);
export type Trouble = z.infer<typeof Trouble>;

const common = {
  id: CaseId,
  brand: BrandId,
  channel: Channel,
  /** The head of the thread; one person in one thread is one matter. */
  rootId: MentionId,
  author: AuthorId.optional(),
  customer: CustomerId.optional(),
  /** In order of arrival; the last one that asks for an answer is the one that is answered. */
  mentions: z.array(MentionId).min(1),
  answerTo: MentionId,
  /** The revision of each mention with which the case was opened, joined or reworded: the same is not counted twice. */
  revisions: z.record(z.string(), z.int().min(0)).optional(),
  lane: Lane.exclude(["aside"]),
  lang: DetectedLang,
  situation: z.string().optional(),
  /** A person has said what it is about, or that it is none of the playbook's: no reading takes that back. */
  situationBy: AgentId.optional(),
  stopCase: StopCase.optional(),
  lookReason: LookReason.optional(),
  severity: z.int().min(0).max(4),
  arousal: z.number().min(0).max(1),
  /** Cue kinds found, for the queue's badges. */
  cues: z.array(z.string()),
  desk: Desk,
  /** Order in the queue, `0` first; see `bandOf`. */
  band: z.int().min(0).max(9),
  trouble: Trouble.optional(),
  /** The last time that a person handed the case to a colleague, up or back. The note is in the person's own words. */
  handover: z
    .object({ by: AgentId, at: Instant, reason: z.string(), note: z.string().max(400).optional() })
    .optional(),
  /**
   * The incident that it falls under: it waits for what is set there, or has it. `left`: a person said that it is a
   * matter of its own, and it is not taken in again.
   */
  incident: z.object({ id: IncidentId, is: z.enum(["waits", "set", "left"]) }).optional(),
  openedAt: Instant,
  updatedAt: Instant,
  /** Since when the writer waits. */
  waitingSince: Instant,
  /** Raised by each save; a save names the one it saw. */
  version: z.int().min(1),
};

/**
 * One person's matter, over one or several mentions. The stage says what has been done; only `approved` and
 * `answered` carry an approval, and only an approval can be sent.
 */
export const Case = z.discriminatedUnion("stage", [
  z.object({ ...common, stage: z.literal("detected") }),
  z.object({ ...common, stage: z.literal("matched") }),
  z.object({ ...common, stage: z.literal("decided") }),
  z.object({ ...common, stage: z.literal("drafted"), draftVersion: z.int().min(1) }),
  z.object({ ...common, stage: z.literal("approved"), draftVersion: z.int().min(1), approval: Approval }),
  z.object({ ...common, stage: z.literal("answered"), draftVersion: z.int().min(1), approval: Approval }),
  z.object({
    ...common,
    stage: z.literal("closed"),
    closedAt: Instant,
    closedBecause: z.enum([
      "answered",
      "thanks",
      "declined",
      "answered-outside",
      "removed",
      "no-answer-needed",
    ]),
    closedBy: AgentId.optional(),
    note: z.string().max(1000).optional(),
  }),
]);
export type Case = z.infer<typeof Case>;
export type Stage = Case["stage"];

/** A case closed longer ago than this is history: a new mention opens a new one. */
export const REOPEN_WITHIN_DAYS = 30;

/**
 * Order of the queue, 0 first: clocks that run out and unclear outcomes, stop cases, what is owed,
 * then bands of value at risk, then what a person should look at, then questions, then what waits for an incident.
 * Arousal, reach and followers have no say.
 *
 * @param atRiskMinor value at risk in minor units; absent when nothing is known.
 */
export function bandOf(facts: {
  lane: z.infer<typeof Lane>;
  trouble?: Trouble | undefined;
  owedMinor?: number | undefined;
  atRiskMinor?: number | undefined;
  /** Nothing is to be done here until the incident's remedy is set. */
  isFrozen?: boolean | undefined;
}): number {
  if (facts.trouble !== undefined) return 0;
  if (facts.lane === "stop") return 1;
  if (facts.isFrozen === true) return 8;
  if (facts.lane === "answer") {
    if ((facts.owedMinor ?? 0) > 0) return 2;
    const atRisk = facts.atRiskMinor ?? 0;
    if (atRisk >= 20_000) return 3;
    if (atRisk >= 5_000) return 4;
    return 5;
  }
  return facts.lane === "look" ? 6 : 7;
}
