import * as z from "zod";

const Person = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  createdMs: z.number(),
  /** An account that the simulator was started for. */
  brand: z.boolean(),
  protected: z.boolean(),
  /** Takes direct messages from anybody. */
  openDms: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const ReplySetting = z.enum(["everyone", "mentionedUsers", "following", "subscribers", "verified"]);
export type ReplySetting = z.infer<typeof ReplySetting>;

const Post = z.object({
  /** The first wording's id; `versions` holds the others. */
  id: z.string(),
  authorId: z.string(),
  /** In order; the last is current. An edit is a new id. `written` is without the automatic mentions. */
  versions: z
    .array(z.object({ id: z.string(), written: z.string(), atMs: z.number(), seq: z.number() }))
    .min(1),
  conversationId: z.string(),
  /** As given, so possibly an older version's id. */
  inReplyTo: z.string().optional(),
  inReplyToUserId: z.string().optional(),
  quotes: z.string().optional(),
  /** Handles that a reply begins with by itself. */
  automatic: z.array(z.string()),
  photos: z.array(z.object({ mediaKey: z.string(), alt: z.string() })),
  replySetting: ReplySetting,
  lang: z.string(),
  /** Through the API, by a person's hand on X, or by a customer. */
  via: z.enum(["api", "hand", "customer"]),
  hidden: z.boolean(),
  deletedMs: z.number().optional(),
  seq: z.number(),
  writtenMs: z.number(),
});
export type Post = z.infer<typeof Post>;

const DirectMessage = z.object({
  id: z.string(),
  senderId: z.string(),
  recipientId: z.string(),
  written: z.string(),
  via: z.enum(["api", "hand", "customer"]),
  seq: z.number(),
  writtenMs: z.number(),
});
export type DirectMessage = z.infer<typeof DirectMessage>;

/** An OAuth 2 token pair that was handed out by a refresh, or the one the account began with. */
const Pair = z.object({
  userId: z.string(),
  /** Pairs that came from each other; re-use of a spent refresh token revokes them all. */
  family: z.string(),
  accessToken: z.string(),
  refreshToken: z.string().optional(),
  expiresMs: z.number().optional(),
  spent: z.boolean(),
  revoked: z.boolean(),
});
export type Pair = z.infer<typeof Pair>;

export const XState = z.object({
  lastId: z.string(),
  writes: z.number(),
  people: z.array(Person),
  posts: z.array(Post),
  messages: z.array(DirectMessage),
  pairs: z.array(Pair),
});
export type XState = z.infer<typeof XState>;

export const emptyState = (): XState => ({
  lastId: "0",
  writes: 0,
  people: [],
  posts: [],
  messages: [],
  pairs: [],
});
