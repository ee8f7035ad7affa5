import * as z from "zod";

const Person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

const via = z.enum(["api", "hand", "customer"]);
const written = {
  seq: z.number(),
  writtenMs: z.number(),
  /** When the words last changed; Graph does not say it of comments. */
  editedMs: z.number().optional(),
  deletedMs: z.number().optional(),
  /** Id of a person or of the page. */
  authorId: z.string(),
  message: z.string(),
  photo: z.boolean(),
  /** The person's privacy or a missing permission: `from` is left out. */
  withoutFrom: z.boolean(),
  isHidden: z.boolean(),
  via,
};

/** What a private reply left behind on the post or comment. */
const PrivateReply = z.object({ threadId: z.string(), messageId: z.string() });

const Post = z.object({
  /** `<page>_<post part>` */
  id: z.string(),
  pageId: z.string(),
  /** On the page's own wall by itself or a visitor, or on another's wall with the page tagged. */
  kind: z.enum(["own", "visitor", "tagged"]),
  ...written,
  canComment: z.boolean(),
  privateReply: PrivateReply.optional(),
});
export type Post = z.infer<typeof Post>;

const Comment = z.object({
  /** `<post part>_<comment part>` */
  id: z.string(),
  postId: z.string(),
  /** Absent at top level. */
  parentId: z.string().optional(),
  /** What the writer answered, which may be deeper than `parentId`. */
  answers: z.string(),
  ...written,
  privateReply: PrivateReply.optional(),
});
export type Comment = z.infer<typeof Comment>;

const Message = z.object({
  id: z.string(),
  fromId: z.string(),
  toId: z.string(),
  text: z.string(),
  /** Post or comment that a private reply answers. */
  about: z.string().optional(),
  via,
  seq: z.number(),
  writtenMs: z.number(),
});
export type Message = z.infer<typeof Message>;

const Thread = z.object({
  id: z.string(),
  pageId: z.string(),
  personId: z.string(),
  messages: z.array(Message),
});
export type Thread = z.infer<typeof Thread>;

export const FacebookState = z.object({
  lastId: z.number(),
  writes: z.number(),
  people: z.array(Person),
  posts: z.array(Post),
  comments: z.array(Comment),
  threads: z.array(Thread),
  /** Page tokens that died, with the subcode of the reason. */
  deadTokens: z.record(z.string(), z.number()),
});
export type FacebookState = z.infer<typeof FacebookState>;

export const emptyState = (): FacebookState => ({
  lastId: 122_000_000_000_000,
  writes: 0,
  people: [],
  posts: [],
  comments: [],
  threads: [],
  deadTokens: {},
});
