import type { Correction } from "../complaint/correction.ts";
import type { BrandId, MentionId } from "../complaint/ids.ts";

/** What agents have said of mentions: complaint or none. One word per mention, without the mention's text. */
export type CorrectionStore = {
  /**
   * `older` when a word on a later wording, or a later word on this one, stands already; `gone` when the mention is
   * not known or has been removed. Recording the same word twice records it once.
   */
  record(correction: Correction): Promise<"recorded" | "older" | "gone">;
  of(brand: BrandId, mention: MentionId): Promise<Correction | undefined>;
  /** Latest first, one page. */
  list(brand: BrandId, page?: string): Promise<{ corrections: readonly Correction[]; next?: string }>;
};
