import type { Answer } from "../server.ts";
import { type Call, oneOf, Refused, textOf, timeOf } from "./call.ts";
import { badParameter, graphError, missing } from "./errors.ts";
import { edgePage } from "./paging.ts";
import type { Comment, Post, Thread } from "./state.ts";
import { type FacebookPage, isComment } from "./store.ts";
import {
  commentsEdge,
  commentType,
  fieldsOf,
  messagesEdge,
  messageType,
  nodeView,
  pageType,
  personType,
  postType,
  threadType,
} from "./views.ts";

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** GET of a node or of an edge. */
export function read(call: Call, id: string, edge: string | undefined): Answer {
  const { store } = call;
  const page = store.page(id);
  if (page !== undefined)
    return edge === undefined
      ? ok(nodeView(call, pageType, page, fieldsOf(call)))
      : pageEdge(call, page, edge);
  const thread = store.thread(id);
  if (thread !== undefined) return threadRead(call, thread, edge);
  const entry = entryOf(call, id);
  if (entry !== undefined) {
    // With a user's token the list is there, and empty.
    if (edge === "comments" && call.caller.kind !== "page") return ok({ data: [] });
    if (!owns(call, entry)) return edge === "comments" ? ok({ data: [] }) : missing(id, "get");
    if (edge === "comments") return ok(commentsEdge(call, entry, argsOf(call), fieldsOf(call)));
    if (edge !== undefined) return nonexistingEdge(edge, isComment(entry) ? "Comment" : "PagePost");
    return ok(
      isComment(entry)
        ? nodeView(call, commentType, entry, fieldsOf(call))
        : nodeView(call, postType, entry, fieldsOf(call)),
    );
  }
  if (edge !== undefined) return missing(id, "get");
  const message = store.state.threads
    .filter(({ pageId }) => call.caller.kind === "page" && call.caller.page.pageId === pageId)
    .flatMap(({ messages }) => messages)
    .find((one) => one.id === id);
  if (message !== undefined) return ok(nodeView(call, messageType, message, fieldsOf(call)));
  if (call.caller.kind === "user" && call.caller.user.userId === id)
    return ok(nodeView(call, personType, { id, name: call.caller.user.name }, fieldsOf(call)));
  const person = store.state.people.find((one) => one.id === id);
  return person === undefined ? missing(id, "get") : ok(nodeView(call, personType, person, fieldsOf(call)));
}

/** A post or comment that stands and is not held back by a read-after-write delay. */
export function entryOf(call: Call, id: string): Post | Comment | undefined {
  const entry = call.store.post(id) ?? call.store.comment(id);
  if (entry === undefined || entry.deletedMs !== undefined || call.request.hides(entry)) return undefined;
  return entry;
}

export const owns = (call: Call, entry: Post | Comment): boolean => {
  const { pageId } = isComment(entry) ? call.store.postOf(entry) : entry;
  return call.caller.kind === "page" && call.caller.page.pageId === pageId;
};

const nonexistingEdge = (edge: string, type: string): Answer =>
  badParameter(`Tried accessing nonexisting field (${edge}) on node type (${type})`);

const argNames = [
  "limit",
  "after",
  "before",
  "filter",
  "order",
  "since",
  "until",
  "summary",
  "fields",
  "user_id",
  "platform",
];
const argsOf = (call: Call): Record<string, string | undefined> =>
  Object.fromEntries(argNames.map((name) => [name, textOf(call.params, name)]));

const feeds: Readonly<Record<string, (post: Post) => boolean>> = {
  feed: () => true,
  posts: ({ kind }) => kind === "own",
  published_posts: ({ kind }) => kind === "own",
  visitor_posts: ({ kind }) => kind === "visitor",
  tagged: ({ kind }) => kind === "tagged",
};

function pageEdge(call: Call, page: FacebookPage, edge: string): Answer {
  if (call.caller.kind !== "page" || call.caller.page.pageId !== page.pageId)
    return graphError(210, "(#210) A page access token is required to request this resource.");
  const belongs = feeds[edge];
  const args = argsOf(call);
  if (belongs !== undefined) {
    const [sinceMs, untilMs] = [timeOf(args["since"], "since"), timeOf(args["until"], "until")];
    const fields = fieldsOf(call);
    const entries = call.store.state.posts
      .filter(
        (post) =>
          post.pageId === page.pageId &&
          post.deletedMs === undefined &&
          belongs(post) &&
          !call.request.hides(post),
      )
      .filter(
        ({ writtenMs }) =>
          (sinceMs === undefined || writtenMs >= sinceMs) && (untilMs === undefined || writtenMs <= untilMs),
      )
      .sort((a, b) => b.seq - a.seq);
    const view = (post: Post) => nodeView(call, postType, post, fields);
    return ok(
      edgePage(call, {
        entries,
        key: ({ seq }) => seq,
        order: "falling",
        view,
        path: `${page.pageId}/${edge}`,
        args,
      }),
    );
  }
  if (edge === "conversations") return conversations(call, page, args);
  return nonexistingEdge(edge, "Page");
}

/** The one with the newest message first. */
function conversations(
  call: Call,
  page: FacebookPage,
  args: Readonly<Record<string, string | undefined>>,
): Answer {
  oneOf(args["platform"], ["messenger", "instagram"], "platform");
  const fields = fieldsOf(call);
  const newest = (thread: Thread): number =>
    thread.messages.filter((message) => !call.request.hides(message)).at(-1)?.seq ?? 0;
  const entries = call.store.state.threads
    .filter((thread) => thread.pageId === page.pageId && newest(thread) > 0)
    .filter(({ personId }) => args["user_id"] === undefined || personId === args["user_id"])
    .filter(() => args["platform"]?.toLowerCase() !== "instagram")
    .sort((a, b) => newest(b) - newest(a));
  const view = (thread: Thread) => nodeView(call, threadType, thread, fields);
  return ok(
    edgePage(call, {
      entries,
      key: newest,
      order: "falling",
      view,
      path: `${page.pageId}/conversations`,
      args,
    }),
  );
}

function threadRead(call: Call, thread: Thread, edge: string | undefined): Answer {
  if (call.caller.kind !== "page" || call.caller.page.pageId !== thread.pageId)
    return missing(thread.id, "get");
  if (edge === undefined) return ok(nodeView(call, threadType, thread, fieldsOf(call)));
  if (edge !== "messages") return nonexistingEdge(edge, "UnifiedThread");
  return ok(messagesEdge(call, thread, argsOf(call), fieldsOf(call)));
}

/** Ends the call unless the page's own token makes it. */
export function mustBePage(call: Call): FacebookPage {
  if (call.caller.kind === "page") return call.caller.page;
  throw new Refused(
    graphError(200, "(#200) The permission(s) pages_manage_engagement are not available with this token."),
  );
}
