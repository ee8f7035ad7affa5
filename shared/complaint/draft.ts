import * as z from "zod";
import { AgentId, AuthorId, CaseId, Instant, Lang, MentionId } from "./ids.ts";
import { Remedy } from "./remedy.ts";

/** What the voice lint found. `start`/`end` are UTF-16 offsets into the text named by `side`. */
export const Finding = z.object({
  rule: z.string(),
  severity: z.enum(["hard", "soft"]),
  /** Privacy, money and recipient can never be overruled; style can, with a reason. */
  overrulable: z.boolean(),
  side: z.enum(["public", "private"]),
  start: z.int().min(0),
  end: z.int().min(0),
  reason: z.string(),
  better: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What the reply says will happen, and by when. */
export const PromisedAct = z.object({
  what: z.enum(["write-privately", "exchange", "refund", "call", "look-into"]),
  dueAt: Instant,
  owner: AgentId,
  followedBy: AgentId.optional(),
});
export type PromisedAct = z.infer<typeof PromisedAct>;

/**
 * Public reply + private message + remedy, one version. Never changed: an edit is a new version.
 * `hash` covers both texts, both recipients and the remedy; an approval names it.
 */
export const Draft = z.object({
  caseId: CaseId,
  version: z.int().min(1),
  hash: z.string().length(64),
  lang: Lang,
  public: z.object({ text: z.string(), replyTo: MentionId }),
  private: z.object({ text: z.string(), to: z.union([AuthorId, MentionId]) }).optional(),
  remedy: Remedy.optional(),
  lossKey: z.string().optional(),
  promise: PromisedAct.optional(),
  /** What a place gets in writing before the customer is sent there; the private text names the code. */
  order: z.object({ store: z.string(), code: z.string(), handOver: z.string(), by: Instant }).optional(),
  signer: z.object({ id: AgentId, name: z.string() }),
  findings: z.array(Finding),
  /** A draft that a model worded says `bedrock`; one where it was asked in vain says in `reasons` why. */
  writtenBy: z.union([z.literal("composer"), z.literal("bedrock"), AgentId]),
  writtenAt: Instant,
  reasons: z.array(z.string()),
});
export type Draft = z.infer<typeof Draft>;
