import * as z from "zod";
import { AgentId, ApprovalId, CaseId, Instant } from "./ids.ts";

/** An agent's word for exactly one draft version. Single use: an edit makes a new version, which needs its own. */
export const Approval = z.object({
  id: ApprovalId,
  caseId: CaseId,
  draftVersion: z.int().min(1),
  draftHash: z.string().length(64),
  by: AgentId,
  at: Instant,
  /** Style findings the signer overruled, with the reason. */
  overruled: z.array(z.object({ rule: z.string(), reason: z.string().min(3).max(400) })),
});
export type Approval = z.infer<typeof Approval>;
