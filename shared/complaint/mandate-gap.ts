import * as z from "zod";
import { Money } from "./money.ts";
import { type Decision, LimitName } from "./remedy.ts";

/**
 * The limit that a proposal met, kept when the case goes to a manager: whose limit, how high it is, what was proposed
 * under it, and by how much that is above what was left of it. Under a budget less may be left than the limit says.
 */
export const MandateGap = z.object({
  limitMet: LimitName,
  /** What was beyond it: goodwill, or already what everybody with the loss gets. */
  of: z.enum(["goodwill", "core"]),
  role: z.enum(["agent", "manager"]),
  limit: Money,
  asked: Money,
  overBy: Money,
});
export type MandateGap = z.infer<typeof MandateGap>;

/** The gap that a decision met, where what everybody with the loss gets is beyond a cap already. */
export function gapOfDecision(decision: Decision, role: MandateGap["role"]): MandateGap | undefined {
  if (decision.outcome !== "escalate" || !decision.limit || !decision.overBy) return undefined;
  const { limitMet, limit, overBy, core, proposal } = decision;
  return { limitMet, of: "core", role, limit, asked: (core ?? proposal).cost, overBy };
}
