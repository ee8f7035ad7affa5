import { type Answer, decoded, type SimRequest } from "../server.ts";
import { me, userByHandle } from "./accounts.ts";
import { type Caller, callerOf, type XAccount } from "./auth.ts";
import { allMessages, messagesWith, sendMessage } from "./messages.ts";
import { creditsDepleted, needsUserContext, notFound, tooManyRequests, unauthorized } from "./problems.ts";
import type { Limit, RateLimits } from "./rate-limits.ts";
import { lookupById, lookupMany, mentions, timeline } from "./reads.ts";
import { search } from "./search.ts";
import type { XSettings } from "./settings.ts";
import type { XStore } from "./store.ts";
import { refreshGrant } from "./token.ts";
import { createPost, deletePost, hideReply } from "./writes.ts";

/** What a call works with. */
export type Call = {
  readonly request: SimRequest;
  readonly store: XStore;
  readonly settings: XSettings;
  readonly caller: Caller;
  /** The variable parts of the path, in order. */
  readonly ids: readonly string[];
};

type Route = {
  readonly method: string;
  readonly path: RegExp;
  readonly limit: Limit;
  readonly answer: (call: Call) => Answer;
};

/** Documented limits per 15 minutes; the two per-day limits of writes with an app token never bind here. */
const routes: readonly Route[] = [
  {
    method: "GET",
    path: /^\/2\/users\/([^/]+)\/mentions$/,
    limit: { app: 450, user: 300 },
    answer: mentions,
  },
  { method: "GET", path: /^\/2\/tweets\/search\/recent$/, limit: { app: 450, user: 300 }, answer: search },
  { method: "GET", path: /^\/2\/tweets$/, limit: { app: 3500, user: 5000 }, answer: lookupMany },
  { method: "GET", path: /^\/2\/tweets\/([^/]+)$/, limit: { app: 450, user: 900 }, answer: lookupById },
  {
    method: "GET",
    path: /^\/2\/users\/([^/]+)\/tweets$/,
    limit: { app: 10_000, user: 900 },
    answer: timeline,
  },
  { method: "POST", path: /^\/2\/tweets$/, limit: { user: 100 }, answer: createPost },
  { method: "DELETE", path: /^\/2\/tweets\/([^/]+)$/, limit: { user: 50 }, answer: deletePost },
  { method: "PUT", path: /^\/2\/tweets\/([^/]+)\/hidden$/, limit: { user: 50 }, answer: hideReply },
  { method: "GET", path: /^\/2\/users\/me$/, limit: { user: 75 }, answer: me },
  {
    method: "GET",
    path: /^\/2\/users\/by\/username\/([^/]+)$/,
    limit: { app: 300, user: 900 },
    answer: userByHandle,
  },
  { method: "GET", path: /^\/2\/dm_events$/, limit: { user: 15 }, answer: allMessages },
  {
    method: "GET",
    path: /^\/2\/dm_conversations\/with\/([^/]+)\/dm_events$/,
    limit: { user: 15 },
    answer: messagesWith,
  },
  {
    method: "POST",
    path: /^\/2\/dm_conversations\/with\/([^/]+)\/messages$/,
    limit: { user: 15 },
    answer: sendMessage,
  },
];

/** X API v2 as far as it is simulated: who calls, how often, and then the call itself. */
export function xApi(with_: {
  store: XStore;
  settings: XSettings;
  limits: RateLimits;
  accounts: readonly XAccount[];
  bearerTokens: readonly string[];
  client: { id: string; secret?: string | undefined } | undefined;
}): (request: SimRequest) => Answer {
  const { store, settings, limits } = with_;
  return (request) => {
    if (request.path === "/2/oauth2/token") return refreshGrant(request, store, with_.client);
    const route = routes.find(({ method, path }) => method === request.method && path.test(request.path));
    if (route === undefined) return notFound();
    const keys = { ...with_, pairs: store.state.pairs, nowMs: store.nowMs() };
    const caller = callerOf(request, keys);
    if (caller === undefined) return unauthorized();
    if (caller.kind === "app" && route.limit.app === undefined) return needsUserContext();
    if (!settings.hasCredits) return creditsDepleted();
    const counted = limits.count(`${route.method} ${route.path.source}`, route.limit, caller);
    const ids = (route.path.exec(request.path) ?? []).slice(1).map(decoded);
    const answer = counted.allowed
      ? route.answer({ request, store, settings, caller, ids })
      : tooManyRequests();
    return { ...answer, headers: { ...answer.headers, ...counted.headers } };
  };
}
