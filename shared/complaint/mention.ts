import * as z from "zod";
import { AuthorId, BrandId, Channel, Instant, MentionId } from "./ids.ts";

/** Why a post cannot be answered through the platform's API, so that the agent opens it by hand. */
export const HandReason = z.enum(["x-not-summoned", "x-replies-restricted", "facebook-cannot-comment"]);
export type HandReason = z.infer<typeof HandReason>;

/** The account that wrote. What the platform did not give stays absent: never a stand-in name. */
export const Author = z.object({
  id: AuthorId,
  name: z.string().optional(),
  handle: z.string().optional(),
});
export type Author = z.infer<typeof Author>;

/**
 * A post or comment to or about the brand, as it stands now.
 *
 * `author` is absent where Facebook gives no `from`. `text` is absent when it has expired or been erased,
 * and empty when the post is only a picture.
 */
export const Mention = z.object({
  id: MentionId,
  brand: BrandId,
  channel: Channel,
  kind: z.enum(["post", "comment"]),
  author: Author.optional(),
  /** Written by the brand's own page or account: context, never a matter to answer. */
  byBrand: z.boolean(),
  /** The post at the head of the thread; equal to `id` for a post. */
  rootId: MentionId,
  parentId: MentionId.optional(),
  postedAt: Instant,
  seenAt: Instant,
  /** 0 for the first wording; a higher one replaces a lower one, never the other way round. */
  revision: z.int().min(0),
  text: z.string().optional(),
  hasMedia: z.boolean(),
  permalink: z.url().optional(),
  /**
   * The id that the platform's calls want, where it is not the part of `id` after the colon: Facebook
   * `<page>_<post>`, X the id of the current wording.
   */
  platformRef: z.string().optional(),
  /** Absent: the reply can be sent by API. */
  byHandOnly: HandReason.optional(),
  /** Deleted on the platform: the text is gone here too, and nothing is sent to it. */
  removedAt: Instant.optional(),
});
export type Mention = z.infer<typeof Mention>;

/** A private message, either way. */
export const Message = z.object({
  id: z.string(),
  brand: BrandId,
  channel: Channel,
  direction: z.enum(["in", "out"]),
  /** The person on the other side. */
  with: AuthorId,
  sentAt: Instant,
  text: z.string().optional(),
});
export type Message = z.infer<typeof Message>;
