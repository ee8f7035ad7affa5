import type { Assessment } from "../complaint/assessment.ts";
import type { Wake } from "../complaint/case-file.ts";
import type { BrandId, Instant, MentionId } from "../complaint/ids.ts";
import type { Mention } from "../complaint/mention.ts";

/** Posts and comments as they stand now, and what reading them gave. */
export type MentionStore = {
  /**
   * Stores a wording. `known` when this wording, or a later one, is already there: a lower revision never
   * replaces a higher one, and a removed mention stays removed.
   *
   * @param textUntil when the words go by themselves; without it they stay
   */
  put(mention: Mention, wake?: Wake, textUntil?: Instant): Promise<"new" | "revised" | "known">;
  /** `text` is absent when it has expired or been erased. */
  get(brand: BrandId, id: MentionId): Promise<Mention | undefined>;
  /** Erases the text, and what agents said of it; leaves a tombstone. False when it was already gone, or never known. */
  remove(brand: BrandId, id: MentionId, at: Instant): Promise<boolean>;
  /**
   * Saves what reading gave, and ends the mention's wake. False when a later revision has been assessed already. A
   * mention that is set aside for the first time is counted with it, once (`AsideList`).
   *
   * @param textUntil when the words go by themselves, now that it is known what they are; without it as before
   */
  saveAssessment(brand: BrandId, assessment: Assessment, textUntil?: Instant): Promise<boolean>;
  assessmentOf(brand: BrandId, id: MentionId): Promise<Assessment | undefined>;
};
