import * as z from "zod";
import { Cue } from "./cue.ts";
import { CaseId, Instant, MentionId } from "./ids.ts";

/** Where no remedy is drafted and a person acts at once. When in doubt, this. */
export const StopCase = z.enum([
  "injury",
  "allergy",
  "food-illness",
  "death",
  "danger",
  "child-writing",
  "discrimination",
  "crime",
  "others-data",
  "lawyer",
  "authority",
  "journalist",
  "employee",
  "boycott",
]);
export type StopCase = z.infer<typeof StopCase>;

/** Why a mention does not ask for an answer. Closed list; each is counted, and each mention can be brought back. */
export const AsideReason = z.enum([
  "praise",
  "thanks",
  "spam",
  "chatter",
  "not-about-us",
  "own-post",
  "removed",
]);
export type AsideReason = z.infer<typeof AsideReason>;

/** Why a person should look before anything is drafted. */
export const LookReason = z.enum([
  "irony",
  "low-confidence",
  "unknown-language",
  "photo-only",
  "no-situation",
  "long-text",
  "hidden-characters",
  "brought-back",
  "answered-outside",
]);
export type LookReason = z.infer<typeof LookReason>;

/** What the mention asks of us. */
export const Lane = z.enum(["answer", "stop", "look", "question", "aside"]);
export type Lane = z.infer<typeof Lane>;

/** Where on the way from first look to last letter a complaint arose. */
export const JourneyStage = z.enum([
  "before-buying",
  "buying",
  "delivery",
  "use",
  "return",
  "invoice",
  "contact",
]);
export type JourneyStage = z.infer<typeof JourneyStage>;

/** `other` is marked, never guessed. */
export const DetectedLang = z.enum(["en", "fi", "sv", "other"]);
export type DetectedLang = z.infer<typeof DetectedLang>;

/**
 * What reading one wording of one mention gave.
 * `score` is 0 to 1; `severity` 0 (none) to 4 (grave); `arousal` 0 to 1 and only ever breaks ties.
 * `reasons` are codes of what spoke for the result, for the agent's page.
 */
export const Assessment = z.object({
  mention: MentionId,
  revision: z.int().min(0),
  assessedAt: Instant,
  lang: DetectedLang,
  complaint: z.object({ score: z.number().min(0).max(1), label: z.boolean() }),
  severity: z.int().min(0).max(4),
  arousal: z.number().min(0).max(1),
  lane: Lane,
  /** Id of a situation in the playbook. */
  situation: z.string().optional(),
  /** Of a complaint: others that it may be, by its words all together, the likeliest first; for a person to choose from. */
  maybe: z.array(z.string()).optional(),
  stopCase: StopCase.optional(),
  asideReason: AsideReason.optional(),
  lookReason: LookReason.optional(),
  /** For complaints only. */
  stage: JourneyStage.optional(),
  /** "Same here" under another's complaint: the situation was taken from what it answers. */
  joinsIn: MentionId.optional(),
  cues: z.array(Cue),
  reasons: z.array(z.string()),
  /** The case that it opened or joined. */
  caseId: CaseId.optional(),
});
export type Assessment = z.infer<typeof Assessment>;
