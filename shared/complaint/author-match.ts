import * as z from "zod";
import { AgentId, CustomerId, Instant } from "./ids.ts";

/** What speaks for a candidate. `name` is one kind of evidence; a purchase fact is another. */
export const Evidence = z.object({
  kind: z.enum(["name", "place", "store", "product", "category", "amount", "date", "tenure", "breadth"]),
  level: z.enum(["exact", "close", "weak", "against"]),
  bits: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

export const MatchCandidate = z.object({
  customer: CustomerId,
  bits: z.number(),
  posterior: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type MatchCandidate = z.infer<typeof MatchCandidate>;

/**
 * Evidence that an author is a customer. A hypothesis for this case, shown to the agent only, until confirmed.
 * `link` needs posterior ≥ .99, ≥ log2(20) bits ahead of the next and two kinds of evidence.
 */
export const AuthorMatch = z.object({
  decision: z.enum(["link", "grey", "none"]),
  customer: CustomerId.optional(),
  candidates: z.array(MatchCandidate).max(3),
  basis: z.enum([
    "confirmed-by-customer",
    "confirmed-by-agent",
    "evidence",
    "no-name",
    "no-candidates",
    "switched-off",
  ]),
  confirmedBy: AgentId.optional(),
  /** Customers of whom an agent has said that they are not this author; not proposed again in this case. */
  ruledOut: z.array(CustomerId).optional(),
  /** The question that would decide most, for the private message. */
  question: z.enum(["which-store", "which-week", "order-number"]).optional(),
  matchedAt: Instant,
  /** A hypothesis expires with its case. */
  expiresAt: Instant.optional(),
});
export type AuthorMatch = z.infer<typeof AuthorMatch>;

/** True when the private message may name what the purchase history holds. */
export const isConfirmed = (match: AuthorMatch | undefined): boolean =>
  match?.basis === "confirmed-by-customer" || match?.basis === "confirmed-by-agent";
