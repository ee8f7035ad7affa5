import type { AuthorId, Instant, MentionId } from "../../complaint/ids.ts";
import { authorId } from "../../complaint/ids.ts";
import type { Look } from "../../ports/social-platform.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";
import { lastPart } from "./facebook-mentions.ts";
import type { Place } from "./facebook-platform.ts";
import type { GraphAnswer, GraphClient } from "./graph-client.ts";
import { type GraphFailure, isMissing } from "./graph-failure.ts";
import { GraphComment, GraphConversation, GraphMessage, type GraphPage, readPage } from "./graph-objects.ts";
import { PrivateReplySaid } from "./graph-replies.ts";
import type { GraphBucket } from "./usage.ts";

/** Looking reads at most this many pages of a list; a thread that is longer is looked at from its newest end. */
const LOOK_PAGES = 10;
/** Our clock and Facebook's may differ, and their times have whole seconds. */
const SKEW_MS = 60_000;
const COMMENT_LOOK_FIELDS = "id,message,created_time,from,parent";
const MESSAGE_LOOK_FIELDS = "id,message,created_time,from,to";

type Failed = { readonly failed: GraphFailure };
type Found<T> = { readonly hit: T } | { readonly hit: undefined; readonly whole: boolean } | Failed;

/** Looks for what the page itself wrote. "Not found" is said only where the list was read to its end. */
export function facebookLooks(
  graph: GraphClient,
  pageId: string,
  placeOf: (id: MentionId) => Promise<Place>,
) {
  const isOwn = (entry: { from?: { id: string } | undefined }): boolean => entry.from?.id === pageId;

  return {
    /** The page's replies directly under a mention, newest first. */
    async ownRepliesUnder(place: Place): Promise<readonly GraphComment[] | Failed> {
      const own: GraphComment[] = [];
      const read = await search(commentPages(graph, place.ref, "toplevel"), (comment) => {
        // Under a post the list also holds nothing but first-level comments, so each entry stands directly below.
        if (isOwn(comment)) own.push(comment);
        return false;
      });
      return "failed" in read ? read : own;
    },

    async findReply(mention: MentionId, text: string, since: Instant): Promise<Look> {
      const place = await placeOf(mention);
      const from = later(since, -SKEW_MS);
      const isOurs = (comment: GraphComment): boolean =>
        isOwn(comment) && comment.message === text && comment.created_time >= from;
      const under = await search(
        commentPages(graph, place.ref, "toplevel"),
        isOurs,
        (comment) => comment.created_time < from,
      );
      if ("hit" in under && under.hit !== undefined) return { found: "yes", platformId: under.hit.id };
      if ("failed" in under && !isMissing(under.failed)) return { found: "could-not-look" };
      if (place.post === undefined) return { found: "could-not-look" };
      if (place.isPost) return looked(under);
      // A reply to a second-level comment may hang on the first-level one.
      const parents = new Set([place.part, ...(place.parent === undefined ? [] : [place.parent])]);
      const beside = await search(
        commentPages(graph, place.post, "stream"),
        (comment) =>
          isOurs(comment) && comment.parent !== undefined && parents.has(lastPart(comment.parent.id)),
        (comment) => comment.created_time < from,
      );
      if ("hit" in beside && beside.hit !== undefined) return { found: "yes", platformId: beside.hit.id };
      return looked(beside);
    },

    async findMessage(
      mention: MentionId,
      to: AuthorId | MentionId,
      text: string,
      since: Instant,
    ): Promise<Look> {
      const from = later(since, -SKEW_MS);
      const within = (conversation: string): Promise<Found<GraphMessage>> =>
        search(
          messagePages(graph, conversation),
          (message) => isOwn(message) && message.message === text && message.created_time >= from,
          (message) => message.created_time < from,
        );
      if (to !== mention)
        return lookThrough(
          conversationPages(graph, pageId, { user_id: to.slice(to.indexOf(":") + 1) }),
          within,
          from,
        );
      const place = await placeOf(mention);
      // A post has no field that names the conversation.
      const fields = place.isPost ? "can_reply_privately" : "can_reply_privately,private_reply_conversation";
      const answer = await graph.get(place.ref, { fields }, "messenger");
      if (!answer.ok && !isMissing(answer.failure)) return { found: "could-not-look" };
      const said = answer.ok ? PrivateReplySaid.safeParse(answer.body) : undefined;
      const conversation = said?.success === true ? said.data.private_reply_conversation : undefined;
      if (conversation !== undefined) {
        const found = await within(conversation.id);
        if ("hit" in found && found.hit !== undefined) return messageFound(found.hit);
        return looked(found);
      }
      if (said?.success === true && said.data.can_reply_privately === true) return { found: "no" };
      // The mention is gone, or does not say: the page's conversations that moved since then.
      return lookThrough(conversationPages(graph, pageId, {}), within, from);
    },
  };

  /** Each conversation that has moved since `from`, newest first, until one holds our words. */
  async function lookThrough(
    pages: AsyncGenerator<GraphPage<{ id: string; updated_time: Instant }> | Failed>,
    within: (conversation: string) => Promise<Found<GraphMessage>>,
    from: Instant,
  ): Promise<Look> {
    let whole = true;
    for await (const page of pages) {
      if ("failed" in page) return { found: "could-not-look" };
      for (const conversation of page.entries) {
        if (conversation.updated_time < from) return whole ? { found: "no" } : { found: "could-not-look" };
        const found = await within(conversation.id);
        if ("failed" in found) return { found: "could-not-look" };
        if (found.hit !== undefined) return messageFound(found.hit);
        whole &&= found.whole;
      }
    }
    return whole ? { found: "no" } : { found: "could-not-look" };
  }

  function messageFound(message: GraphMessage): Look {
    const person = message.to?.data.find(({ id }) => id !== pageId)?.id;
    return {
      found: "yes",
      platformId: message.id,
      ...(person === undefined ? {} : { participant: authorId("facebook", person) }),
    };
  }
}

const looked = (found: Found<unknown>): Look =>
  "whole" in found && found.whole ? { found: "no" } : { found: "could-not-look" };

/** @param isPast true for an entry behind which, newest first, nothing can be what is looked for */
async function search<T>(
  pages: AsyncGenerator<GraphPage<T> | Failed>,
  isHit: (entry: T) => boolean,
  isPast: (entry: T) => boolean = () => false,
): Promise<Found<T>> {
  let more = false;
  for await (const page of pages) {
    if ("failed" in page) return page;
    const hit = page.entries.find(isHit);
    if (hit !== undefined) return { hit };
    if (page.entries.some(isPast)) return { hit: undefined, whole: true };
    more = page.more;
  }
  return { hit: undefined, whole: !more };
}

const commentPages = (graph: GraphClient, object: string, filter: "toplevel" | "stream") =>
  pagesOf("facebook comments", GraphComment, graph, `${object}/comments`, "pages", {
    filter,
    order: "reverse_chronological",
    limit: "100",
    fields: COMMENT_LOOK_FIELDS,
  });
const messagePages = (graph: GraphClient, conversation: string) =>
  pagesOf("facebook messages", GraphMessage, graph, `${conversation}/messages`, "messenger", {
    limit: "50",
    fields: MESSAGE_LOOK_FIELDS,
  });
const conversationPages = (graph: GraphClient, pageId: string, params: Readonly<Record<string, string>>) =>
  pagesOf("facebook conversations", GraphConversation, graph, `${pageId}/conversations`, "messenger", {
    limit: "50",
    fields: "id,updated_time",
    ...params,
  });

async function* pagesOf<T>(
  contract: string,
  entry: Parameters<typeof readPage<T>>[1],
  graph: GraphClient,
  path: string,
  bucket: GraphBucket,
  params: Readonly<Record<string, string>>,
): AsyncGenerator<GraphPage<T> | Failed> {
  let after: string | undefined;
  for (let at = 0; at < LOOK_PAGES; at++) {
    const answer: GraphAnswer = await graph.get(
      path,
      after === undefined ? params : { ...params, after },
      bucket,
    );
    if (!answer.ok) return yield { failed: answer.failure };
    const page = readable(contract, entry, answer.body);
    yield page;
    if ("failed" in page || !page.more) return;
    after = page.after ?? after;
  }
}

/** A page that cannot be read is a look that failed, not a "no". */
function readable<T>(
  contract: string,
  entry: Parameters<typeof readPage<T>>[1],
  body: unknown,
): GraphPage<T> | Failed {
  try {
    const page = readPage(contract, entry, body);
    return page.unreadable.length === 0 ? page : { failed: { kind: "lost", why: "unreadable" } };
  } catch (error) {
    if (error instanceof Malformed) return { failed: { kind: "lost", why: "unreadable" } };
    throw error;
  }
}
