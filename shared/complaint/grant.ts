import * as z from "zod";
import { AgentId, ApprovalId, BrandId, CaseId, GrantId, IncidentId, Instant } from "./ids.ts";
import { Believed, Remedy } from "./remedy.ts";

/**
 * A remedy that has been approved and is owed once.
 *
 *     RESERVED (approved) → DUE (the sender has claimed) → HANDED_OVER (the private message stands) → SETTLED
 *     RESERVED | DUE → RELEASED (withdrawn, or definitely refused)
 *
 * An unknown outcome keeps it DUE. `rev` is raised by each save.
 */
export const Grant = z.object({
  id: GrantId,
  caseId: CaseId,
  brand: BrandId,
  approvalId: ApprovalId,
  remedy: Remedy,
  lossKey: z.string(),
  state: z.enum(["RESERVED", "DUE", "HANDED_OVER", "SETTLED", "RELEASED"]),
  /** The person in the counters at that moment: customer, else author, else mention. */
  chargedTo: z.string().optional(),
  /** On the writer's word alone: counted once for `chargedTo` in the year of `grantedAt`. */
  believed: Believed.optional(),
  /** Set once for all in an incident: charged to no agent's day. */
  incident: IncidentId.optional(),
  grantedBy: AgentId,
  grantedAt: Instant,
  updatedAt: Instant,
  /** How it was paid out: who, when, under which reference. `failed` keeps it on the list. */
  payout: z
    .object({ by: AgentId, at: Instant, result: z.enum(["done", "failed"]), reference: z.string().max(200) })
    .optional(),
  rev: z.int().min(0),
});
export type Grant = z.infer<typeof Grant>;
export type GrantState = Grant["state"];
