import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { compareIds, firstIdOf } from "./ids.ts";
import { askedOf, inWindow, pageOf, readWindow, shown } from "./pages-of-posts.ts";
import { readParams } from "./params.ts";
import { invalidRequest } from "./problems.ts";
import { MAX_QUERY_LENGTH, parseSearch } from "./search-query.ts";
import { currentOf } from "./store.ts";
import { servedText } from "./views.ts";

const SEARCH_REACH_MS = 7 * 86_400_000;

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
    params.complain(
      "query",
      `The \`query\` query parameter value length [${query.length}] is not between 1 and ${MAX_QUERY_LENGTH}`,
    );
  if (window.since !== undefined && compareIds(window.since, firstIdOf(oldestMs).toString()) < 0)
    params.complain(
      "since_id",
      "'since_id' must be a tweet id created after the oldest searchable time. Please use a 'since_id' that is larger.",
    );
  if (window.startMs !== undefined && window.startMs < oldestMs)
    params.complain("start_time", "Invalid 'start_time': it must be within the last 7 days.");
  if (window.endMs !== undefined && window.endMs > nowMs - 10_000)
    params.complain(
      "end_time",
      "Invalid 'end_time': it must be a minimum of 10 seconds prior to the request time.",
    );
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
