import * as z from "zod";
import { type Answer, parsed } from "../server.ts";
import type { Call } from "./api.ts";
import { type Complaint, forbidden, invalidRequest, notFound, ok, refusals } from "./problems.ts";
import type { Post } from "./state.ts";
import { currentOf } from "./store.ts";
import { cashtags, MAX_WEIGHTED_LENGTH, mentionedHandles, weightedLength } from "./text.ts";
import { canSee, servedText } from "./views.ts";

/** Restated from the reference page "Create Post", not shared with any client: unknown keys are an error. */
const Id = z.string().regex(/^[0-9]{1,19}$/);
const CreatePost = z.strictObject({
  text: z.string().optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: Id,
      exclude_reply_user_ids: z.array(Id).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  quote_tweet_id: Id.optional(),
  reply_settings: z.enum(["following", "mentionedUsers", "subscribers", "verified"]).optional(),
  direct_message_deep_link: z.string().optional(),
  for_super_followers_only: z.boolean().optional(),
  nullcast: z.boolean().optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
  edit_options: z.strictObject({ previous_post_id: Id }).optional(),
});

/** The body against a schema, or the 400 that names each key. */
export function readBody<T>(call: Call, schema: z.ZodType<T>): { body: T } | { answer: Answer } {
  const result = schema.safeParse(parsed(call.request));
  if (result.success) return { body: result.data };
  const complaints = result.error.issues.flatMap((issue): Complaint[] => {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [""];
    return names.map((name) => {
      const path = [...issue.path, ...(name === "" ? [] : [name])].map((part) => `/${String(part)}`).join("");
      const message =
        issue.code === "unrecognized_keys"
          ? `$${path}: is not defined in the schema and the schema does not allow additional properties`
          : `$${path}: ${issue.message}`;
      return { message, parameters: { [path === "" ? "/" : path]: [""] } };
    });
  });
  return { answer: invalidRequest(complaints) };
}

export const userOf = (call: Call): string => {
  if (call.caller.kind !== "user") throw new Error("a write without a user");
  return call.caller.userId;
};

/** POST /2/tweets */
export function createPost(call: Call): Answer {
  const read = readBody(call, CreatePost);
  if ("answer" in read) return read.answer;
  const { body } = read;
  const { store, settings } = call;
  const author = store.personById(userOf(call));
  if (author === undefined) throw new Error("a caller without an account");
  const text = body.text ?? "";
  if (text === "")
    return invalidRequest([
      { message: "text is a required field unless media is attached", parameters: { text: [] } },
    ]);
  if (body.quote_tweet_id !== undefined) return refusals.quote();
  if (body.edit_options !== undefined) return refusals.edit();
  if (weightedLength(text) > MAX_WEIGHTED_LENGTH) return refusals.tooLong();
  if (cashtags(text) > 1) return refusals.cashtags();

  const parentId = body.reply?.in_reply_to_tweet_id;
  if (parentId !== undefined) {
    const parent = store.postById(parentId);
    if (parent === undefined || !canSee(store, parent, author.id)) return refusals.parentGone();
    if (restricted(call, parent, author.handle)) return refusals.restricted();
    if (!summoned(call, parent, author.id)) return refusals.notSummoned();
  }
  const same = (post: Post): boolean =>
    post.authorId === author.id &&
    post.deletedMs === undefined &&
    currentOf(post).written.trim() === text.trim() &&
    sameParent(call, post.inReplyTo, parentId);
  if (settings.refuseDuplicates && store.state.posts.some(same)) return refusals.duplicate();

  const post = store.write({
    handle: author.handle,
    text,
    via: "api",
    ...(parentId === undefined ? {} : { inReplyTo: parentId }),
    excluded: body.reply?.exclude_reply_user_ids ?? [],
  });
  return ok({ data: { id: post.id, text: servedText(store, post, text, call.request.origin).text } }, 201);
}

/** Replies to different people differ by the handles they begin with, so the same words to another are no duplicate. */
const sameParent = (call: Call, a: string | undefined, b: string | undefined): boolean => {
  const authorOf = (id: string | undefined) =>
    id === undefined ? undefined : call.store.postById(id)?.authorId;
  return authorOf(a) === authorOf(b);
};

/** The setting of the conversation's root binds all that follows under it. */
function restricted(call: Call, parent: Post, handle: string): boolean {
  const root = call.store.postById(parent.conversationId) ?? parent;
  return [root, parent].some((post) => {
    if (post.replySetting === "everyone" || post.authorId === userOf(call)) return false;
    const named = [...post.automatic, ...mentionedHandles(currentOf(post).written)];
    return !named.some((name) => name.toLowerCase() === handle.toLowerCase());
  });
}

/**
 * Since 2026-02-23: only to a post whose author mentioned the replying account in it, or quoted one of its posts
 * (docs.x.com, "Create Post"). An own post can always be answered.
 */
function summoned(call: Call, parent: Post, userId: string): boolean {
  const { store, settings } = call;
  if (parent.authorId === userId) return true;
  const handle = store.personById(userId)?.handle.toLowerCase();
  const isOurs = (name: string) => name.toLowerCase() === handle;
  if (mentionedHandles(currentOf(parent).written).some(isOurs)) return true;
  if (settings.automaticMentionSummons && parent.automatic.some(isOurs)) return true;
  const quoted = parent.quotes === undefined ? undefined : store.postById(parent.quotes);
  return quoted?.authorId === userId;
}

/** DELETE /2/tweets/:id */
export function deletePost(call: Call): Answer {
  const [id = ""] = call.ids;
  if (!/^[0-9]{1,19}$/.test(id))
    return invalidRequest([
      { message: `The \`id\` query parameter value [${id}] is not valid`, parameters: { id: [id] } },
    ]);
  const post = call.store.postById(id);
  if (post === undefined || post.deletedMs !== undefined) return ok({ data: { deleted: false } });
  if (post.authorId !== userOf(call)) return refusals.notYours();
  call.store.remove(post);
  return ok({ data: { deleted: true } });
}

const HideReply = z.strictObject({ hidden: z.boolean() });

/** PUT /2/tweets/:tweet_id/hidden : a reply in a conversation that the account began. */
export function hideReply(call: Call): Answer {
  const read = readBody(call, HideReply);
  if ("answer" in read) return read.answer;
  const post = call.store.postById(call.ids[0] ?? "");
  if (post === undefined || post.deletedMs !== undefined) return notFound();
  const root = call.store.postById(post.conversationId);
  if (post.inReplyTo === undefined || root?.authorId !== userOf(call))
    return forbidden("You can only hide replies to your own conversations.");
  call.store.hide(post, read.body.hidden);
  return ok({ data: { hidden: post.hidden } });
}
