import { type Call, oneOf, Refused, timeOf } from "./call.ts";
import { badParameter } from "./errors.ts";
import { type Field, parseFields } from "./fields.ts";
import { edgePage } from "./paging.ts";
import type { Comment, Message, Person, Post, Thread } from "./state.ts";
import { type FacebookPage, isComment } from "./store.ts";

const PRIVATE_REPLY_DAYS = 7;
const DAY_MS = 86_400_000;

type Reader<T> = (call: Call, node: T, field: Field) => unknown;
type NodeType<T> = {
  readonly name: string;
  readonly defaults: readonly string[];
  readonly fields: Readonly<Record<string, Reader<T>>>;
  /** Fields that exist and for which this world has nothing to say: accepted, and absent. */
  readonly silent: string;
};

/** `2026-01-31T09:30:00+0000` */
const graphTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19)}+0000`;

const permalink = (call: Call, id: string): string => `${call.request.origin}/#${id}`;
const picture = (call: Call): string => `${call.request.origin}/_page/photo.svg`;
const plain = (name: string): Field => ({ name, args: {} });

/** `from` and its like: id and name, or the fields asked of it. */
function profile(call: Call, id: string, field: Field): Record<string, string> | undefined {
  const name = call.store.nameOf(id);
  if (name === undefined) return undefined;
  const asked = field.fields?.map((one) => one.name) ?? ["id", "name"];
  const unknown = asked.find((one) => one !== "id" && one !== "name");
  if (unknown !== undefined) throw nonexisting(unknown, "User");
  return { ...(asked.includes("name") ? { name } : {}), id };
}

const from: Reader<Post | Comment> = (call, entry, field) => {
  const byPage = call.store.page(entry.authorId) !== undefined;
  const hidden = !byPage && (entry.withoutFrom || call.store.settings.withoutFrom);
  return hidden ? undefined : profile(call, entry.authorId, field);
};

export const canReplyPrivately = (call: Call, entry: Post | Comment): boolean =>
  entry.deletedMs === undefined &&
  entry.privateReply === undefined &&
  call.store.page(entry.authorId) === undefined &&
  call.store.nowMs() - entry.writtenMs <= PRIVATE_REPLY_DAYS * DAY_MS;

const aliveUnder = (call: Call, node: Post | Comment): Comment[] =>
  call.store.state.comments.filter(
    (comment) =>
      comment.deletedMs === undefined &&
      !call.request.hides(comment) &&
      (isComment(node) ? isBelow(call, comment, node.id) : comment.postId === node.id),
  );

function isBelow(call: Call, comment: Comment, id: string): boolean {
  if (comment.parentId === undefined) return false;
  if (comment.parentId === id) return true;
  const parent = call.store.comment(comment.parentId);
  return parent !== undefined && isBelow(call, parent, id);
}

const directlyUnder = (call: Call, node: Post | Comment): Comment[] =>
  aliveUnder(call, node).filter(({ parentId }) => parentId === (isComment(node) ? node.id : undefined));

/** GET /{post|comment}/comments, also as a nested field. */
export function commentsEdge(
  call: Call,
  node: Post | Comment,
  args: Readonly<Record<string, string | undefined>>,
  fields?: readonly Field[],
) {
  const filter = oneOf(args["filter"], ["toplevel", "stream"], "filter") ?? "toplevel";
  const order = oneOf(args["order"], ["chronological", "reverse_chronological"], "order") ?? "chronological";
  const sinceMs = timeOf(args["since"], "since");
  const inScope = filter === "stream" ? aliveUnder(call, node) : directlyUnder(call, node);
  const entries = inScope
    .filter(({ writtenMs }) => sinceMs === undefined || writtenMs >= sinceMs)
    .sort((a, b) => (order === "chronological" ? a.seq - b.seq : b.seq - a.seq));
  const wanted = args["summary"];
  const post = isComment(node) ? call.store.postOf(node) : node;
  return edgePage(call, {
    entries,
    key: ({ seq }) => seq,
    order: order === "chronological" ? "rising" : "falling",
    view: (comment) => nodeView(call, commentType, comment, fields),
    path: `${node.id}/comments`,
    args,
    ...(wanted !== undefined && wanted !== "false" && wanted !== "0"
      ? { summary: { order, total_count: inScope.length, can_comment: post.canComment } }
      : {}),
  });
}

const nestedComments: Reader<Post | Comment> = (call, node, field) =>
  commentsEdge(call, node, field.args, field.fields);

const attachment = (call: Call) => ({
  type: "photo",
  url: picture(call),
  media: { image: { src: picture(call), width: 1200, height: 800 } },
});

export const commentType: NodeType<Comment> = {
  name: "Comment",
  defaults: ["created_time", "from", "message", "id"],
  fields: {
    id: (_, comment) => comment.id,
    message: (_, comment) => comment.message,
    created_time: (_, comment) => graphTime(comment.writtenMs),
    from,
    parent: (call, comment, field) => {
      const parent = comment.parentId === undefined ? undefined : call.store.comment(comment.parentId);
      return parent === undefined ? undefined : nodeView(call, commentType, parent, field.fields);
    },
    object: (call, comment) => ({ id: call.store.postOf(comment).id }),
    permalink_url: (call, comment) => permalink(call, comment.id),
    attachment: (call, comment) => (comment.photo ? attachment(call) : undefined),
    is_hidden: (_, comment) => comment.isHidden,
    is_private: () => false,
    can_comment: (call, comment) => call.store.postOf(comment).canComment,
    can_hide: (call, comment) => call.store.page(comment.authorId) === undefined,
    can_like: () => true,
    can_remove: () => true,
    can_reply_privately: (call, comment) => canReplyPrivately(call, comment),
    like_count: () => 0,
    user_likes: () => false,
    comment_count: (call, comment) => directlyUnder(call, comment).length,
    private_reply_conversation: (_, comment) =>
      comment.privateReply === undefined ? undefined : { id: comment.privateReply.threadId },
    comments: nestedComments,
  },
  silent: "admin_creator application live_broadcast_timestamp message_tags",
};

export const postType: NodeType<Post> = {
  name: "PagePost",
  defaults: ["created_time", "message", "id"],
  fields: {
    id: (_, post) => post.id,
    message: (_, post) => (post.message === "" ? undefined : post.message),
    created_time: (_, post) => graphTime(post.writtenMs),
    updated_time: (call, post) =>
      graphTime(
        Math.max(
          post.editedMs ?? post.writtenMs,
          ...aliveUnder(call, post).map(({ writtenMs }) => writtenMs),
        ),
      ),
    from,
    permalink_url: (call, post) => permalink(call, post.id),
    status_type: (_, post) =>
      post.photo ? "added_photos" : post.kind === "visitor" ? "wall_post" : "mobile_status_update",
    full_picture: (call, post) => (post.photo ? picture(call) : undefined),
    picture: (call, post) => (post.photo ? picture(call) : undefined),
    is_hidden: (_, post) => post.isHidden,
    is_published: () => true,
    is_expired: () => false,
    can_reply_privately: (call, post) => canReplyPrivately(call, post),
    message_tags: (call, post) => tagsOf(call, post),
    to: (call, post) =>
      post.kind === "own" ? undefined : { data: [profile(call, post.pageId, plain("to"))] },
    attachments: (call, post) =>
      post.photo ? { data: [{ media_type: "photo", ...attachment(call) }] } : undefined,
    comments: nestedComments,
  },
  silent:
    "actions admin_creator application backdated_time call_to_action child_attachments coordinates event icon instagram_eligibility is_app_share is_eligible_for_promotion is_instagram_eligible is_popular is_spherical parent_id place privacy promotable_id properties scheduled_publish_time shares story story_tags subscribed target targeting timeline_visibility via width height",
};

function tagsOf(call: Call, post: Post): unknown {
  const name = call.store.page(post.pageId)?.name ?? "";
  const offset = post.message.indexOf(name);
  if (post.kind !== "tagged" || name === "" || offset === -1) return undefined;
  return [{ id: post.pageId, name, type: "page", offset, length: name.length }];
}

export const pageType: NodeType<FacebookPage> = {
  name: "Page",
  defaults: ["name", "id"],
  fields: {
    id: (_, page) => page.pageId,
    name: (_, page) => page.name,
    link: (call) => `${call.request.origin}/`,
    access_token: (call, page) =>
      call.caller.kind === "page" && call.caller.page.pageId === page.pageId ? page.pageToken : undefined,
    can_post: () => true,
    is_published: () => true,
  },
  silent:
    "about category description emails fan_count followers_count phone username website verification_status",
};

export const personType: NodeType<Person> = {
  name: "User",
  defaults: ["name", "id"],
  fields: { id: (_, person) => person.id, name: (_, person) => person.name },
  silent: "first_name last_name link email",
};

const both = (call: Call, thread: Thread, field: Field) => ({
  data: [profile(call, thread.personId, field), profile(call, thread.pageId, field)].filter(
    (one) => one !== undefined,
  ),
});

const visible = (call: Call, thread: Thread): Message[] =>
  thread.messages.filter((message) => !call.request.hides(message));

export const threadType: NodeType<Thread> = {
  name: "UnifiedThread",
  defaults: ["id", "link", "updated_time"],
  fields: {
    id: (_, thread) => thread.id,
    link: (call) => `${call.request.origin}/#inbox`,
    updated_time: (call, thread) => graphTime(visible(call, thread).at(-1)?.writtenMs ?? 0),
    message_count: (call, thread) => visible(call, thread).length,
    snippet: (call, thread) => visible(call, thread).at(-1)?.text.slice(0, 100),
    participants: both,
    senders: both,
    can_reply: (call, thread) => withinWindow(call, thread),
    unread_count: () => 0,
    messages: (call, thread, field) => messagesEdge(call, thread, field.args, field.fields),
  },
  silent: "folder former_participants is_owner is_subscribed linked_group name scoped_thread_key wallpaper",
};

/** 24 hours from the person's last message. */
export function withinWindow(call: Call, thread: Thread): boolean {
  const last = thread.messages.filter(({ fromId }) => fromId === thread.personId).at(-1);
  return last !== undefined && call.store.nowMs() - last.writtenMs <= DAY_MS;
}

export const messageType: NodeType<Message> = {
  name: "UnifiedMessage",
  defaults: ["id", "created_time"],
  fields: {
    id: (_, message) => message.id,
    created_time: (_, message) => graphTime(message.writtenMs),
    message: (_, message) => message.text,
    from: (call, message, field) => profile(call, message.fromId, field),
    to: (call, message, field) => ({ data: [profile(call, message.toId, field)] }),
  },
  silent: "attachments shares story sticker tags",
};

/** GET /{thread}/messages, newest first. */
export const messagesEdge = (
  call: Call,
  thread: Thread,
  args: Readonly<Record<string, string | undefined>>,
  fields?: readonly Field[],
) =>
  edgePage(call, {
    entries: visible(call, thread).reverse(),
    key: ({ seq }) => seq,
    order: "falling",
    view: (message) => nodeView(call, messageType, message, fields),
    path: `${thread.id}/messages`,
    args,
  });

/** A node with the asked fields, or the type's own few. What has no value is left out; `id` is always there. */
export function nodeView<T>(
  call: Call,
  type: NodeType<T>,
  node: T,
  fields: readonly Field[] | undefined,
): Record<string, unknown> {
  const asked = fields ?? type.defaults.map(plain);
  const view: Record<string, unknown> = {};
  for (const field of asked.some(({ name }) => name === "id") ? asked : [...asked, plain("id")]) {
    const read = type.fields[field.name];
    if (read === undefined) {
      if (type.silent.split(" ").includes(field.name)) continue;
      throw nonexisting(field.name, type.name);
    }
    const value = read(call, node, field);
    if (value !== undefined) view[field.name] = value;
  }
  return view;
}

const nonexisting = (field: string, type: string): Refused =>
  new Refused(badParameter(`Tried accessing nonexisting field (${field}) on node type (${type})`));

export function fieldsOf(call: Call): readonly Field[] | undefined {
  const text = call.params["fields"];
  if (text === undefined || text === "") return undefined;
  const fields = typeof text === "string" ? parseFields(text.replace(/\s+/g, "")) : undefined;
  if (fields === undefined) throw new Refused(badParameter("Syntax error in the parameter fields"));
  return fields;
}
