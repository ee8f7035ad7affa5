import type { AsideReason } from "../complaint/assessment.ts";
import type { BrandId, Instant, MentionId } from "../complaint/ids.ts";

/** A mention that was set aside, with why. */
export type AsideEntry = { readonly mention: MentionId; readonly reason: AsideReason; readonly at: Instant };

/** What stands aside, and how much has been set aside. */
export type AsideList = {
  /** Latest first, one page; of one reason, or of all. */
  list(
    brand: BrandId,
    ask: { readonly reason?: AsideReason | undefined; readonly page?: string | undefined },
  ): Promise<{ entries: readonly AsideEntry[]; next?: string }>;
  /**
   * How many mentions were set aside since a UTC day (`2026-11-20`, itself included), by reason. A mention counts
   * once, on the day and for the reason that first set it aside, and stays counted when it is brought back.
   */
  countsSince(brand: BrandId, day: string): Promise<Readonly<Record<AsideReason, number>>>;
};
