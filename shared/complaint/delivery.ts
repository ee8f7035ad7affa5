import * as z from "zod";
import { ApprovalId, AuthorId, BrandId, CaseId, Channel, DeliveryId, Instant, MentionId } from "./ids.ts";

export const DeliverySide = z.enum(["public", "private"]);
export type DeliverySide = z.infer<typeof DeliverySide>;

/** Why a delivery waits; what ends the waiting. */
export const WaitReason = z.enum([
  "for-the-other", // the pair's other half goes first
  "for-their-message", // X: a private message may go only after the writer wrote one
  "throttled",
  "token",
  "credits",
  "blocked",
  "paused",
  "by-hand", // the agent copies the text and posts it on the platform
]);
export type WaitReason = z.infer<typeof WaitReason>;

/** Why a delivery will not go out. Final. */
export const RefusalReason = z.enum([
  "mention-removed",
  "mention-changed",
  "answered-outside",
  "not-summoned",
  "replies-restricted",
  "person-unavailable",
  "window-closed",
  "already-replied-by-another",
  "other-half-refused",
  "platform-said-no",
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

const common = {
  id: DeliveryId,
  caseId: CaseId,
  brand: BrandId,
  channel: Channel,
  approvalId: ApprovalId,
  side: DeliverySide,
  /** The mention that is answered; for a Facebook private reply also its recipient. */
  mention: MentionId,
  draftVersion: z.int().min(1),
  updatedAt: Instant,
  /** Raised by each save; a claim names the one it saw. */
  rev: z.int().min(0),
};

/**
 * One text on its way to a platform.
 *
 *     HELD → SENDING → SENT | UNKNOWN | REFUSED | WAITING        HELD → WITHDRAWN
 *
 * SENDING is a claim: only its holder may post, once. After its time-out it is UNKNOWN, and is looked for, never repeated.
 */
export const Delivery = z.discriminatedUnion("state", [
  z.object({ ...common, state: z.literal("HELD"), holdUntil: Instant }),
  z.object({ ...common, state: z.literal("SENDING"), claimedAt: Instant }),
  z.object({ ...common, state: z.literal("SENT"), sentAt: Instant, platformId: z.string() }),
  z.object({ ...common, state: z.literal("UNKNOWN"), since: Instant, looks: z.int().min(0) }),
  z.object({ ...common, state: z.literal("REFUSED"), reason: RefusalReason, code: z.string().optional() }),
  z.object({ ...common, state: z.literal("WAITING"), reason: WaitReason, until: Instant.optional() }),
  z.object({ ...common, state: z.literal("WITHDRAWN") }),
]);
export type Delivery = z.infer<typeof Delivery>;

/** A claim older than this is no longer believed to be at work: its outcome is unknown. */
export const SENDING_TIMEOUT_MS = 2 * 60_000;
/** The agent's undo. */
export const HOLD_MS = 10_000;
/** Looks for a reply whose outcome is unknown, from the moment it became so. Three over ten minutes, then the agent decides. */
export const LOOK_AFTER_MS = [30_000, 3 * 60_000, 10 * 60_000] as const;

/** What the platform answered, in outcome classes (never "try again blindly"). */
export const SendOutcome = z.discriminatedUnion("outcome", [
  /** `participant`: whose private conversation it went into, where the platform says. */
  z.object({ outcome: z.literal("sent"), platformId: z.string(), participant: AuthorId.optional() }),
  /** Not done, and may be tried later. */
  z.object({
    outcome: z.literal("wait"),
    reason: z.enum(["throttled", "token", "credits", "blocked"]),
    until: Instant,
  }),
  /** Not done, and never will be. */
  z.object({ outcome: z.literal("refused"), reason: RefusalReason, code: z.string().optional() }),
  /** May be done: look. */
  z.object({ outcome: z.literal("unknown") }),
]);
export type SendOutcome = z.infer<typeof SendOutcome>;
