import twitterText from "twitter-text";
import { authorId, type BrandId, type MentionId, mentionId, messageId } from "../../complaint/ids.ts";
import type { Author, HandReason } from "../../complaint/mention.ts";
import type { SeenMention, SeenMessage } from "../../ports/mention-source.ts";
import { X_ORIGIN } from "./x-client.ts";
import type { Referenced, XDirectMessage, XPage, XPost, XUser } from "./x-objects.ts";

/** The brand's account, and where people see its posts. */
export type XAccount = {
  readonly brand: BrandId;
  readonly userId: string;
  readonly handle: string;
  readonly webOrigin: string;
};

/** What the mapping below reads. */
export const POST_FIELDS = {
  "tweet.fields":
    "attachments,author_id,conversation_id,created_at,display_text_range,edit_history_tweet_ids,entities,id,note_tweet,referenced_tweets,reply_settings,text",
  "user.fields": "id,name,username",
  expansions: "author_id,referenced_tweets.id",
} as const;

/**
 * Where people see posts. Another API origin is a parameter like any other (a proxy, a simulated X): its pages are
 * taken to be beside it. X's own API has its pages on another host.
 */
export const webOriginOf = (apiOrigin: string | undefined): string => {
  const origin = new URL(apiOrigin ?? X_ORIGIN).origin;
  return origin === X_ORIGIN ? "https://x.com" : origin;
};

/** An edit is a new id; the first of the history names the post for good. */
export const firstId = (post: { id: string; edit_history_tweet_ids?: string[] | undefined }): string =>
  post.edit_history_tweet_ids?.[0] ?? post.id;
/** The id of the wording that stands now. */
export const currentId = (post: { id: string; edit_history_tweet_ids?: string[] | undefined }): string =>
  post.edit_history_tweet_ids?.at(-1) ?? post.id;

/** @returns undefined for a repost, which says nothing of its own */
export function postMention(
  post: XPost,
  { users, referenced }: Pick<XPage<unknown>, "users" | "referenced">,
  account: XAccount,
): SeenMention | undefined {
  const refers = post.referenced_tweets ?? [];
  if (refers.some(({ type }) => type === "retweeted")) return undefined;
  const id = mentionId("x", firstId(post));
  const parent = refers.find(({ type }) => type === "replied_to")?.id;
  const byBrand = post.author_id === account.userId;
  const hand = byBrand ? undefined : handReason(post, referenced, account);
  return {
    id,
    brand: account.brand,
    channel: "x",
    kind: parent === undefined ? "post" : "comment",
    ...authorOf(post, users),
    byBrand,
    rootId: parent === undefined ? id : rootOf(post, id),
    ...(parent === undefined ? {} : { parentId: xMentionId(parent, referenced) }),
    postedAt: post.created_at,
    revision: Math.max(0, post.edit_history_tweet_ids?.indexOf(post.id) ?? 0),
    text: wordsOf(post),
    hasMedia: (post.attachments?.media_keys ?? []).length > 0,
    permalink: permalinkOf(post, users, account.webOrigin),
    ...(post.id === firstId(post) ? {} : { platformRef: post.id }),
    ...(hand === undefined ? {} : { byHandOnly: hand }),
  };
}

/** A reply may name a later version of the post it answers. */
const xMentionId = (id: string, referenced: ReadonlyMap<string, Referenced>): MentionId =>
  mentionId("x", firstId(referenced.get(id) ?? { id }));
const rootOf = (post: XPost, id: MentionId): MentionId =>
  post.conversation_id === undefined ? id : mentionId("x", post.conversation_id);

/** The words as their writer sees them: a long post whole, `&amp;` undone, without the link that stands for a picture. */
export function wordsOf(post: XPost): string {
  const text = post.note_tweet?.text ?? post.text;
  const media = (post.entities?.urls ?? []).filter(({ media_key }) => media_key !== undefined);
  return unescapeText(media.reduce((rest, { url }) => rest.replaceAll(url, ""), text)).trim();
}

const unescapeText = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const LINK = "\u2192";
/** What is left of a text that X may have changed on the way: links are one sign, `&<>` are themselves. */
const bare = (text: string): string => {
  const links = [...new Set(twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }))];
  // Longest first: one link may begin with another.
  links.sort((a, b) => b.length - a.length);
  return links
    .reduce((rest, link) => rest.replaceAll(link, LINK), text)
    .normalize("NFC")
    .trim();
};
/** Whether a text on X is what we sent. */
export const isSameText = (onX: string, sent: string): boolean => bare(unescapeText(onX)) === bare(sent);

/** A reply's own words: X begins it with the handles that it answers. */
export function replyWords(post: XPost): string {
  const text = post.note_tweet?.text ?? post.text;
  return [...text].slice(post.display_text_range?.[0] ?? 0).join("");
}

/**
 * X lets an app answer only a post whose author named the account in it or quoted one of its posts (X API, "Create
 * Post", since 2026-02-23). The names that X itself puts before a reply are not the author's: whether they count is
 * not documented, and a Send button that fails is worse than one that is missing.
 */
function handReason(
  post: XPost,
  referenced: ReadonlyMap<string, Referenced>,
  account: XAccount,
): HandReason | undefined {
  const ownWordsFrom = post.display_text_range?.[0] ?? 0;
  const entities = [...(post.entities?.mentions ?? []), ...(post.note_tweet?.entities?.mentions ?? [])];
  const isNamed = entities.some(
    ({ start, id, username }) =>
      start >= ownWordsFrom &&
      (id === account.userId || username.toLowerCase() === account.handle.toLowerCase()),
  );
  if (isNamed) return undefined;
  const isQuoted = (post.referenced_tweets ?? []).some(
    ({ type, id }) => type === "quoted" && referenced.get(id)?.author_id === account.userId,
  );
  if (!isQuoted) return "x-not-summoned";
  // Who is named may always answer; who is only quoted may not where the author let in some people alone.
  return (post.reply_settings ?? "everyone") === "everyone" ? undefined : "x-replies-restricted";
}

function authorOf(post: XPost, users: ReadonlyMap<string, XUser>): { author?: Author } {
  if (post.author_id === undefined) return {};
  const user = users.get(post.author_id);
  return {
    author: {
      id: authorId("x", post.author_id),
      ...(user?.name === undefined ? {} : { name: user.name }),
      ...(user?.username === undefined ? {} : { handle: user.username }),
    },
  };
}

function permalinkOf(post: XPost, users: ReadonlyMap<string, XUser>, webOrigin: string): string {
  const handle = users.get(post.author_id ?? "")?.username;
  return `${webOrigin}/${handle ?? "i/web"}/status/${post.id}`;
}

/** The other one of a conversation between two, whose id names both. */
const otherOf = (conversation: string | undefined, userId: string): string | undefined => {
  const both = /^(\d+)-(\d+)$/.exec(conversation ?? "")?.slice(1);
  return both?.includes(userId) === true ? both.find((id) => id !== userId) : undefined;
};

/** @returns undefined for a group's conversation, and where the other side is not named */
export function privateMessage(message: XDirectMessage, account: XAccount): SeenMessage | undefined {
  const out = message.sender_id === account.userId;
  const isPair = message.dm_conversation_id === undefined || /^\d+-\d+$/.test(message.dm_conversation_id);
  const other = out ? otherOf(message.dm_conversation_id, account.userId) : message.sender_id;
  if (!isPair || other === undefined) return undefined;
  return {
    id: messageId("x", message.id),
    brand: account.brand,
    channel: "x",
    direction: out ? "out" : "in",
    with: authorId("x", other),
    sentAt: message.created_at,
    text: unescapeText(message.text ?? ""),
  };
}
