import { createHash } from "node:crypto";
import { authorId, type BrandId, type MentionId, mentionId, messageId } from "../../complaint/ids.ts";
import type { Author } from "../../complaint/mention.ts";
import type { SeenMention, SeenMessage } from "../../ports/mention-source.ts";
import type { GraphComment, GraphMessage, GraphPost } from "./graph-objects.ts";

/** The part after the last `_`: the same post or comment always has it, whichever form the id comes in. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf("_") + 1);
const facebookMentionId = (id: string): MentionId => mentionId("facebook", lastPart(id));

/** What stands for a wording where only "has it changed?" is asked. */
export const wordingHash = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** Fields of a post and of a comment that the mapping below reads. */
export const POST_FIELDS =
  "id,message,created_time,from,permalink_url,full_picture,attachments.limit(1),comments.filter(stream).limit(0).summary(true)";
export const COMMENT_FIELDS = "id,message,created_time,from,parent,permalink_url,attachment,can_comment";

type Page = { readonly brand: BrandId; readonly pageId: string };

export function postMention(post: GraphPost, { brand, pageId }: Page): SeenMention {
  const id = facebookMentionId(post.id);
  return {
    id,
    brand,
    channel: "facebook",
    kind: "post",
    ...authorOf(post.from),
    byBrand: post.from?.id === pageId,
    rootId: id,
    postedAt: post.created_time,
    text: post.message ?? "",
    hasMedia: post.full_picture !== undefined || (post.attachments?.data.length ?? 0) > 0,
    ...(post.permalink_url === undefined ? {} : { permalink: post.permalink_url }),
    platformRef: post.id,
  };
}

/** @param post the post's id in any form */
export function commentMention(comment: GraphComment, post: string, { brand, pageId }: Page): SeenMention {
  const rootId = facebookMentionId(post);
  const byBrand = comment.from?.id === pageId;
  return {
    id: facebookMentionId(comment.id),
    brand,
    channel: "facebook",
    kind: "comment",
    ...authorOf(comment.from),
    byBrand,
    rootId,
    parentId: comment.parent === undefined ? rootId : facebookMentionId(comment.parent.id),
    postedAt: comment.created_time,
    text: comment.message ?? "",
    hasMedia: comment.attachment !== undefined && comment.attachment !== null,
    ...(comment.permalink_url === undefined ? {} : { permalink: comment.permalink_url }),
    platformRef: comment.id,
    ...(comment.can_comment === false && !byBrand ? { byHandOnly: "facebook-cannot-comment" as const } : {}),
  };
}

/** @returns undefined when the message does not say who is on the other side */
export function privateMessage(
  message: GraphMessage,
  participant: string | undefined,
  { brand, pageId }: Page,
): SeenMessage | undefined {
  const out = message.from?.id === pageId;
  const other = out
    ? (message.to?.data.find(({ id }) => id !== pageId)?.id ?? participant)
    : (message.from?.id ?? participant);
  if (other === undefined) return undefined;
  return {
    id: messageId("facebook", message.id),
    brand,
    channel: "facebook",
    direction: out ? "out" : "in",
    with: authorId("facebook", other),
    sentAt: message.created_time,
    text: message.message ?? "",
  };
}

function authorOf(from: GraphPost["from"]): { author?: Author } {
  if (from === undefined) return {};
  const id = authorId("facebook", from.id);
  return { author: from.name === undefined ? { id } : { id, name: from.name } };
}
