import * as z from "zod";
import { ApprovalId, BrandId, CaseId, Instant } from "../complaint/ids.ts";

/** Where a place's link leads. */
export const OrderLink = z.object({
  brand: BrandId,
  caseId: CaseId,
  approvalId: ApprovalId,
  /** An order and a note of one approval are for different stores. */
  opens: z.enum(["order", "note"]),
  expiresAt: Instant,
});
export type OrderLink = z.infer<typeof OrderLink>;

/** Links by a key that is itself no secret: the hash of what stands in the link. */
export type OrderLinks = {
  put(key: string, link: OrderLink): Promise<void>;
  /** Undefined when there is none, or it has expired by `now`. */
  get(brand: BrandId, key: string, now: Instant): Promise<OrderLink | undefined>;
};
