import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { compareIds } from "./ids.ts";
import type { Params } from "./params.ts";
import { invalidRequest, ok } from "./problems.ts";
import type { Post } from "./state.ts";
import { currentOf } from "./store.ts";
import { type Asked, canSee, includesOf, servedText, tweetView } from "./views.ts";

export const readerOf = (call: Call): string | undefined =>
  call.caller.kind === "user" ? call.caller.userId : undefined;

export function askedOf(call: Call, params: Params): Asked {
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

export const shown = (call: Call): Post[] =>
  call.store.state.posts
    .filter((post) => canSee(call.store, post, readerOf(call)))
    .filter(
      (post) =>
        !call.request.hides(post) &&
        !call.request.hides({ ...currentOf(post), writtenMs: currentOf(post).atMs }),
    )
    .sort((a, b) => compareIds(currentOf(b).id, currentOf(a).id));

type Window = {
  since?: string | undefined;
  until?: string | undefined;
  startMs?: number | undefined;
  endMs?: number | undefined;
};

export const readWindow = (params: Params): Window => ({
  since: params.id("since_id"),
  until: params.id("until_id"),
  startMs: params.time("start_time"),
  endMs: params.time("end_time"),
});

export const inWindow =
  (window: Window) =>
  (post: Post): boolean => {
    const { id, atMs } = currentOf(post);
    return (
      (window.since === undefined || compareIds(id, window.since) > 0) &&
      (window.until === undefined || compareIds(id, window.until) < 0) &&
      (window.startMs === undefined || atMs >= window.startMs) &&
      (window.endMs === undefined || atMs < window.endMs)
    );
  };

/** The whole text counts, also where `text` is cut. */
export function entitiesOf(call: Call, post: Post) {
  const served = servedText(call.store, post, currentOf(post).written, call.request.origin);
  return served.note?.entities ?? served.entities;
}

/** The id in the path, or the answer that says it is none. */
export function pathId(call: Call): { id: string } | { answer: Answer } {
  const [id = ""] = call.ids;
  if (/^[0-9]{1,19}$/.test(id)) return { id };
  return {
    answer: invalidRequest([
      { message: `The \`id\` query parameter value [${id}] is not valid`, parameters: { id: [id] } },
    ]),
  };
}

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
export function pageOf(
  call: Call,
  posts: readonly Post[],
  asked: Asked,
  paging: { size: number; token: string | undefined; params: Params; tokenName: string; previous: boolean },
): Answer {
  const { size, token, params } = paging;
  const from = token === undefined ? undefined : idOfToken(token);
  if (token !== undefined && from === undefined)
    params.complain(
      paging.tokenName,
      `The \`${paging.tokenName}\` query parameter value [${token}] is not valid`,
    );
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const idOf = (post: Post) => currentOf(post).id;
  let page: readonly Post[];
  if (from?.direction === "p")
    page = posts.filter((post) => compareIds(idOf(post), from.id) > 0).slice(-size);
  else
    page = posts.filter((post) => from === undefined || compareIds(idOf(post), from.id) < 0).slice(0, size);
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
