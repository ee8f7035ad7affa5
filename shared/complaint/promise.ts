import * as z from "zod";
import { AgentId, ApprovalId, BrandId, CaseId, Instant } from "./ids.ts";
import { Money } from "./money.ts";
import { RemedyKind } from "./remedy.ts";

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

/** Why a place cannot do what its order says. */
export const CannotBecause = z.enum(["not-in-stock", "not-sold-here", "closed-then", "other"]);
export type CannotBecause = z.infer<typeof CannotBecause>;

/** A question or its answer is one or two sentences. UTF-16 units. */
export const MAX_QUESTION = 300;
const Said = z.string().trim().min(1).max(MAX_QUESTION);

/**
 * What a place has in writing before a customer is sent there. One per grant that needs a place.
 *
 *     open → done | cannot (the place's answer) | cancelled (released, paid out otherwise, or no longer needed)
 */
export const StoreOrder = z.object({
  caseId: CaseId,
  brand: BrandId,
  approvalId: ApprovalId,
  /** Store id, or `any` until the customer has chosen. */
  store: z.string(),
  /** Single use. */
  code: z.string(),
  handOver: z.string(),
  /** What is done there, and the sum where it is one. */
  kind: RemedyKind.optional(),
  value: Money.optional(),
  by: Instant,
  state: z.enum(["open", "cancelled", "done", "cannot"]),
  cannotBecause: CannotBecause.optional(),
  answeredAt: Instant.optional(),
  /** What the place wants to know, in its own words, and what an agent answered. */
  question: z
    .object({
      text: Said,
      askedAt: Instant,
      answer: z.object({ text: Said, by: AgentId, at: Instant }).optional(),
    })
    .optional(),
  /** This very store had said no to it. */
  overturned: z.literal(true).optional(),
  /** Its last day passed without an answer, and the case went back to the agents then. */
  rangAt: Instant.optional(),
});
export type StoreOrder = z.infer<typeof StoreOrder>;

/**
 * What a store is told when its no became a yes and no order says so: what was decided, never for whom. One per
 * approval; withdrawn when the answer did not go out.
 */
export const StoreNote = StoreOrder.pick({ caseId: true, brand: true, approvalId: true, store: true }).extend(
  {
    /** Price-list id, where it is known. */
    goods: z.string().optional(),
    kind: RemedyKind,
    value: Money.optional(),
    at: Instant,
    state: z.enum(["open", "read", "withdrawn"]),
    readAt: Instant.optional(),
  },
);
export type StoreNote = z.infer<typeof StoreNote>;

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
