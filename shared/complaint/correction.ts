import * as z from "zod";
import { DetectedLang } from "./assessment.ts";
import { AgentId, BrandId, Instant, MentionId } from "./ids.ts";

/**
 * An agent's word on whether one wording of a mention is a complaint, and what it is about; the latest word on the
 * latest wording stands. It moves nothing by itself: it is a label to learn from. The words stay with the mention,
 * expire there, and are not repeated here.
 */
export const Correction = z.object({
  brand: BrandId,
  mention: MentionId,
  /** Which wording was judged. A later one may say something else. */
  revision: z.int().min(0),
  complaint: z.boolean(),
  /** Id of a situation of the playbook, where the agent named one. */
  situation: z.string().optional(),
  lang: DetectedLang,
  by: AgentId,
  at: Instant,
});
export type Correction = z.infer<typeof Correction>;
