import * as z from "zod";
import { AgentId, ApprovalId, BrandId, CaseId, Instant } from "./ids.ts";

/** What a reply said will happen, by when and owned by whom. One per approval. */
export const CarePromise = z.object({
  id: ApprovalId,
  caseId: CaseId,
  brand: BrandId,
  what: z.enum(["write-privately", "exchange", "refund", "call", "look-into"]),
  owner: AgentId,
  followedBy: AgentId.optional(),
  madeAt: Instant,
  dueAt: Instant,
  state: z.enum(["open", "kept", "broken", "withdrawn"]),
  closedAt: Instant.optional(),
  rev: z.int().min(0),
});
export type CarePromise = z.infer<typeof CarePromise>;
/** A promise rings so long before it is late. */
export const RING_BEFORE_MS = 15 * 60_000;

/** What a place has in writing before a customer is sent there. One per grant that needs a place. */
export const StoreOrder = z.object({
  caseId: CaseId,
  brand: BrandId,
  approvalId: ApprovalId,
  /** Store id, or `any` until the customer has chosen. */
  store: z.string(),
  /** Single use. */
  code: z.string(),
  handOver: z.string(),
  by: Instant,
  state: z.enum(["open", "cancelled", "done"]),
});
export type StoreOrder = z.infer<typeof StoreOrder>;

/** Who answers, until when, and who follows. No draft names a person or an hour that this does not hold. */
export const Shift = z.object({
  agent: AgentId,
  name: z.string().min(1),
  role: z.enum(["agent", "marketing", "manager", "admin"]),
  from: Instant,
  until: Instant,
  followedBy: AgentId.optional(),
  followedByName: z.string().optional(),
});
export type Shift = z.infer<typeof Shift>;
