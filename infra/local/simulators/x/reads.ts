import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { compareIds, firstIdOf } from "./ids.ts";
import { type Params, readParams } from "./params.ts";
import { invalidRequest, missingPost, missingUser, ok, protectedPost } from "./problems.ts";
import { MAX_QUERY_LENGTH, parseSearch } from "./search-query.ts";
import type { Post } from "./state.ts";
import { type Asked, canSee, includesOf, mentionedIds, servedText, tweetView, userView } from "./views.ts";
import { currentOf } from "./world.ts";

/** Mention timelines reach this far back, user timelines further (docs.x.com, "Timelines"). */
const MENTIONS_REACH = 800;
const TIMELINE_REACH = { all: 3200, withoutReplies: 800 };
const SEARCH_REACH_MS = 7 * 86_400_000;

const readerOf = (call: Call): string | undefined => (call.caller.kind === "user" ? call.caller.userId : undefined);

function askedOf(call: Call, params: Params): Asked {
  const asked = {
    tweetFields: params.list("tweet.fields"),
    userFields: params.list("user.fields"),
    mediaFields: params.list("media.fields"),
    expansions: params.list("expansions"),
    reader: readerOf(call),
    origin: call.request.origin,
  };
  params.list("poll.fields");
  params.list("place.fields");
  return asked;
}

const shown = (call: Call): Post[] =>
  call.store.state.posts
    .filter((post) => canSee(call.store, post, readerOf(call)))
    .filter((post) => !call.request.hides(post) && !call.request.hides({ ...currentOf(post), writtenMs: currentOf(post).atMs }))
    .sort((a, b) => compareIds(currentOf(b).id, currentOf(a).id));

type Window = { since?: string | undefined; until?: string | undefined; startMs?: number | undefined; endMs?: number | undefined };

const readWindow = (params: Params): Window => ({
  since: params.id("since_id"),
  until: params.id("until_id"),
  startMs: params.time("start_time"),
  endMs: params.time("end_time"),
});

const inWindow = (window: Window) => (post: Post): boolean => {
  const { id, atMs } = currentOf(post);
  return (
    (window.since === undefined || compareIds(id, window.since) > 0) &&
    (window.until === undefined || compareIds(id, window.until) < 0) &&
    (window.startMs === undefined || atMs >= window.startMs) &&
    (window.endMs === undefined || atMs < window.endMs)
  );
};

/** A token names the id it goes on from, and the direction; base 36 like X's. */
const tokenOf = (direction: "n" | "p", id: string): string => `${direction}${BigInt(id).toString(36)}`;
function idOfToken(token: string): { direction: "n" | "p"; id: string } | undefined {
  const match = /^([np])([0-9a-z]{1,14})$/.exec(token);
  const digits = match?.[2];
  if (match === null || digits === undefined) return undefined;
  let id = 0n;
  for (const digit of digits) id = id * 36n + BigInt(Number.parseInt(digit, 36));
  return { direction: match[1] === "p" ? "p" : "n", id: id.toString() };
}

/** One page, newest first; an empty one has no `data`. */
function pageOf(
  call: Call,
  posts: readonly Post[],
  asked: Asked,
  paging: { size: number; token: string | undefined; params: Params; tokenName: string; previous: boolean },
): Answer {
  const { size, token, params } = paging;
  const from = token === undefined ? undefined : idOfToken(token);
  if (token !== undefined && from === undefined)
    params.complain(paging.tokenName, `The \`${paging.tokenName}\` query parameter value [${token}] is not valid`);
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const idOf = (post: Post) => currentOf(post).id;
  let page: readonly Post[];
  if (from?.direction === "p") page = posts.filter((post) => compareIds(idOf(post), from.id) > 0).slice(-size);
  else page = posts.filter((post) => from === undefined || compareIds(idOf(post), from.id) < 0).slice(0, size);
  const [newest, oldest] = [page[0], page.at(-1)];
  if (newest === undefined || oldest === undefined) return ok({ meta: { result_count: 0 } });
  const hasMore = posts.at(-1) !== oldest;
  const hasNewer = posts[0] !== newest;
  return ok({
    data: page.map((post) => tweetView(call.store, post, asked)),
    ...includesOf(call.store, page, asked),
    meta: {
      result_count: page.length,
      newest_id: idOf(newest),
      oldest_id: idOf(oldest),
      ...(hasMore ? { next_token: tokenOf("n", idOf(oldest)) } : {}),
      ...(hasNewer && paging.previous ? { previous_token: tokenOf("p", idOf(newest)) } : {}),
    },
  });
}

/** The id in the path, or the answer that says it is none. */
function pathId(call: Call): { id: string } | { answer: Answer } {
  const [id = ""] = call.ids;
  if (/^[0-9]{1,19}$/.test(id)) return { id };
  return {
    answer: invalidRequest([
      { message: `The \`id\` query parameter value [${id}] is not valid`, parameters: { id: [id] } },
    ]),
  };
}

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

/** The whole text counts, also where `text` is cut. */
function entitiesOf(call: Call, post: Post) {
  const served = servedText(call.store, post, currentOf(post).written, call.request.origin);
  return served.note?.entities ?? served.entities;
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

/** GET /2/tweets/search/recent */
export function search(call: Call): Answer {
  const { store, request, settings } = call;
  const params = readParams(request.query);
  const query = params.text("query") ?? "";
  const asked = askedOf(call, params);
  const size = params.whole("max_results", 10, 100, 10);
  const window = readWindow(params);
  const tokenName = request.query.has("pagination_token") ? "pagination_token" : "next_token";
  const token = params.text("next_token") ?? params.text("pagination_token");
  params.list("sort_order");
  params.text("pagination_token");
  params.rest();
  const nowMs = store.nowMs();
  const oldestMs = nowMs - SEARCH_REACH_MS;
  if (query.length < 1 || query.length > MAX_QUERY_LENGTH)
    params.complain("query", `The \`query\` query parameter value length [${query.length}] is not between 1 and ${MAX_QUERY_LENGTH}`);
  if (window.since !== undefined && compareIds(window.since, firstIdOf(oldestMs).toString()) < 0)
    params.complain("since_id", "'since_id' must be a tweet id created after the oldest searchable time. Please use a 'since_id' that is larger.");
  if (window.startMs !== undefined && window.startMs < oldestMs)
    params.complain("start_time", "Invalid 'start_time': it must be within the last 7 days.");
  if (window.endMs !== undefined && window.endMs > nowMs - 10_000)
    params.complain("end_time", "Invalid 'end_time': it must be a minimum of 10 seconds prior to the request time.");
  const parsed = query === "" ? () => false : parseSearch(query);
  if (typeof parsed !== "function") params.complain("query", parsed.wrong);
  if (params.complaints.length > 0 || typeof parsed !== "function") return invalidRequest(params.complaints);
  const until = window.endMs ?? nowMs - settings.searchLagSeconds * 1000;
  const posts = shown(call)
    .filter((post) => currentOf(post).atMs >= oldestMs && currentOf(post).atMs <= until)
    .filter(inWindow(window))
    .filter((post) => {
      const served = servedText(store, post, currentOf(post).written, request.origin);
      const entities = served.note?.entities ?? served.entities;
      const author = store.personById(post.authorId);
      const to = post.inReplyToUserId === undefined ? undefined : store.personById(post.inReplyToUserId);
      return parsed({
        text: served.note?.text ?? served.text,
        authorId: post.authorId,
        authorHandle: author?.handle ?? "",
        toId: to?.id,
        toHandle: to?.handle,
        conversationId: post.conversationId,
        inReplyTo: post.inReplyTo,
        isQuote: post.quotes !== undefined,
        lang: post.lang,
        mentions: (entities.mentions ?? []).map(({ username }) => username),
        hashtags: (entities.hashtags ?? []).map(({ tag }) => tag),
        links: (entities.urls ?? []).map(({ expanded_url }) => expanded_url),
        hasMedia: post.photos.length > 0,
      });
    });
  return pageOf(call, posts, asked, { size, token, params, tokenName, previous: false });
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
    if (post === undefined || post.deletedMs !== undefined || call.request.hides(post)) errors.push(missingPost(id, "ids"));
    else if (!canSee(call.store, post, asked.reader)) errors.push(protectedPost(id, "ids"));
    else found.push({ id, post });
  }
  const more = includesOf(call.store, found.map(({ post }) => post), asked);
  const all = [...errors, ...(more.errors ?? [])];
  return ok({
    ...(found.length > 0 ? { data: found.map(({ id, post }) => tweetView(call.store, post, asked, id)) } : {}),
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

function userAsked(call: Call, params: Params): Asked {
  params.list("expansions", "userExpansions");
  return {
    tweetFields: params.list("tweet.fields"),
    userFields: params.list("user.fields"),
    mediaFields: [],
    expansions: [],
    reader: readerOf(call),
    origin: call.request.origin,
  };
}

/** GET /2/users/me */
export function me(call: Call): Answer {
  const params = readParams(call.request.query);
  const asked = userAsked(call, params);
  params.rest();
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const person = call.store.personById(asked.reader ?? "");
  if (person === undefined) throw new Error("a caller without an account");
  return ok({ data: userView(call.store, person, asked) });
}

/** GET /2/users/by/username/:username */
export function userByHandle(call: Call): Answer {
  const [handle = ""] = call.ids;
  const params = readParams(call.request.query);
  const asked = userAsked(call, params);
  params.rest();
  const bad = `The \`username\` query parameter value [${handle}] does not match ^[A-Za-z0-9_]{1,15}$`;
  if (!/^[A-Za-z0-9_]{1,15}$/.test(handle))
    return invalidRequest([...params.complaints, { message: bad, parameters: { username: [handle] } }]);
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const person = call.store.personByHandle(handle);
  return ok(
    person === undefined
      ? { errors: [missingUser(handle, "username")] }
      : { data: userView(call.store, person, asked) },
  );
}
