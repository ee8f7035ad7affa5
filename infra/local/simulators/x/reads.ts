import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { askedOf, entitiesOf, inWindow, pageOf, pathId, readWindow, shown } from "./pages-of-posts.ts";
import { readParams } from "./params.ts";
import { invalidRequest, missingPost, missingUser, ok, protectedPost } from "./problems.ts";
import type { Post } from "./state.ts";
import { canSee, includesOf, mentionedIds, tweetView } from "./views.ts";

/** Mention timelines reach this far back, user timelines further (docs.x.com, "Timelines"). */
const MENTIONS_REACH = 800;
const TIMELINE_REACH = { all: 3200, withoutReplies: 800 };

/** GET /2/users/:id/mentions */
export function mentions(call: Call): Answer {
  const path = pathId(call);
  if ("answer" in path) return path.answer;
  const { store, request } = call;
  const params = readParams(request.query);
  const asked = askedOf(call, params);
  const size = params.whole("max_results", 5, 100, 10);
  const window = readWindow(params);
  const token = params.text("pagination_token");
  params.rest();
  if (store.personById(path.id) === undefined) return ok({ errors: [missingUser(path.id, "id")] });
  const posts = shown(call)
    .filter((post) => post.authorId !== path.id)
    .filter((post) => mentionedIds(entitiesOf(call, post)).includes(path.id))
    .slice(0, MENTIONS_REACH)
    .filter(inWindow(window));
  return pageOf(call, posts, asked, { size, token, params, tokenName: "pagination_token", previous: true });
}

/** GET /2/users/:id/tweets */
export function timeline(call: Call): Answer {
  const path = pathId(call);
  if ("answer" in path) return path.answer;
  const { store, request } = call;
  const params = readParams(request.query);
  const asked = askedOf(call, params);
  const size = params.whole("max_results", 5, 100, 10);
  const window = readWindow(params);
  const token = params.text("pagination_token");
  const withoutReplies = params.list("exclude").includes("replies");
  params.rest();
  if (store.personById(path.id) === undefined) return ok({ errors: [missingUser(path.id, "id")] });
  const posts = shown(call)
    .filter((post) => post.authorId === path.id)
    .filter((post) => !withoutReplies || post.inReplyTo === undefined)
    .slice(0, withoutReplies ? TIMELINE_REACH.withoutReplies : TIMELINE_REACH.all)
    .filter(inWindow(window));
  return pageOf(call, posts, asked, { size, token, params, tokenName: "pagination_token", previous: true });
}

/** GET /2/tweets?ids= : what is found in `data`, the rest in `errors`. */
export function lookupMany(call: Call): Answer {
  const params = readParams(call.request.query);
  const ids = params.ids("ids", 100);
  const asked = askedOf(call, params);
  params.rest();
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const found: { id: string; post: Post }[] = [];
  const errors = [];
  for (const id of ids) {
    const post = call.store.postById(id);
    if (post === undefined || post.deletedMs !== undefined || call.request.hides(post))
      errors.push(missingPost(id, "ids"));
    else if (!canSee(call.store, post, asked.reader)) errors.push(protectedPost(id, "ids"));
    else found.push({ id, post });
  }
  const more = includesOf(
    call.store,
    found.map(({ post }) => post),
    asked,
  );
  const all = [...errors, ...(more.errors ?? [])];
  return ok({
    ...(found.length > 0
      ? { data: found.map(({ id, post }) => tweetView(call.store, post, asked, id)) }
      : {}),
    ...(more.includes === undefined ? {} : { includes: more.includes }),
    ...(all.length > 0 ? { errors: all } : {}),
  });
}

/** GET /2/tweets/:id : a missing one is a 200 with `errors` alone. */
export function lookupById(call: Call): Answer {
  const path = pathId(call);
  if ("answer" in path) return path.answer;
  const params = readParams(call.request.query);
  const asked = askedOf(call, params);
  params.rest();
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const post = call.store.postById(path.id);
  if (post === undefined || post.deletedMs !== undefined || call.request.hides(post))
    return ok({ errors: [missingPost(path.id, "id")] });
  if (!canSee(call.store, post, asked.reader)) return ok({ errors: [protectedPost(path.id, "id")] });
  return ok({ data: tweetView(call.store, post, asked, path.id), ...includesOf(call.store, [post], asked) });
}
