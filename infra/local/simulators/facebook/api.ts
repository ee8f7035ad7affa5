import { createHmac, timingSafeEqual } from "node:crypto";
import { type Answer, decoded, parsed, type SimRequest } from "../server.ts";
import { type Call, type Caller, Refused, textOf, type UserToken } from "./call.ts";
import { debugToken } from "./debug-token.ts";
import { deadToken, graphError, missing, noToken, throttled, unknownToken } from "./errors.ts";
import { read } from "./reads.ts";
import type { FacebookStore } from "./store.ts";
import type { Usage } from "./usage.ts";
import { remove, write } from "./writes.ts";

/** v20.0 ended on 2026-09-24; v26.0 is the newest (developers.facebook.com, "Versions"). */
const VERSIONS = { oldest: 21, newest: 26 };

/** Graph API as far as it is simulated: version, token, proof, limit, and then the call itself. */
export function facebookApi(with_: {
  store: FacebookStore;
  userTokens: readonly UserToken[];
  appId: string;
  usage: Usage;
}): (request: SimRequest) => Answer {
  const { store, usage } = with_;
  return (request) => {
    try {
      const [, given, path = ""] = /^(?:\/v(\d+)\.0)?\/(.*?)\/?$/.exec(request.path) ?? [];
      const version = Number(given ?? VERSIONS.newest);
      if (version < VERSIONS.oldest || version > VERSIONS.newest)
        return graphError(
          2635,
          `(#2635) You are calling a deprecated version of the Graph API. Please update to the latest version: v${VERSIONS.newest}.0.`,
        );
      const params = paramsOf(request);
      const caller = callerOf(request, params, with_);
      const headers = usage.count(caller);
      const call: Call = { request, store, caller, version: `v${version}.0`, params };
      const answer = usage.isSpent(caller) ? throttled(80001) : routed(call, path, with_);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      throw error;
    }
  };
}

function routed(
  call: Call,
  path: string,
  with_: { userTokens: readonly UserToken[]; appId: string },
): Answer {
  const [id = "", edge, ...more] = path.split("/").map(decoded);
  const { method } = call.request;
  if (more.length > 0) return graphError(2500, `Unknown path components: /${more.join("/")}`);
  if (method === "GET" && id === "debug_token") return debugToken(call, with_);
  const node = id === "me" ? ownId(call.caller) : id;
  if (method === "GET") return read(call, node, edge);
  if (method === "POST") return write(call, node, edge);
  if (method === "DELETE" && edge === undefined) return remove(call, node);
  return missing(id, "get");
}

const ownId = (caller: Caller): string =>
  caller.kind === "page" ? caller.page.pageId : caller.kind === "user" ? caller.user.userId : "me";

function paramsOf(request: SimRequest): Record<string, unknown> {
  const body = parsed(request);
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (body !== undefined && !isObject)
    throw new Refused(graphError(100, "(#100) The body is neither a form nor JSON"));
  return { ...Object.fromEntries(request.query), ...(isObject ? body : {}) };
}

function callerOf(
  request: SimRequest,
  params: Readonly<Record<string, unknown>>,
  with_: { store: FacebookStore; userTokens: readonly UserToken[]; appId: string },
): Caller {
  const token =
    textOf(params, "access_token") ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined || token === "") throw new Refused(noToken());
  const { store } = with_;
  const dead = store.state.deadTokens[token];
  if (dead !== undefined) throw new Refused(deadToken(dead));
  const page = store.pages.find(({ pageToken }) => pageToken === token);
  if (page !== undefined) {
    if (page.appSecret !== undefined) checkProof(page.appSecret, token, textOf(params, "appsecret_proof"));
    return { kind: "page", token, page };
  }
  const user = with_.userTokens.find((one) => one.token === token);
  if (user !== undefined) return { kind: "user", token, user };
  if (token.startsWith(`${with_.appId}|`)) return { kind: "app", token };
  throw new Refused(unknownToken());
}

function checkProof(secret: string, token: string, given: string | undefined): void {
  const method = { type: "GraphMethodException" };
  if (given === undefined)
    throw new Refused(
      graphError(100, "API calls from the server require an appsecret_proof argument", method),
    );
  const expected = createHmac("sha256", secret).update(token).digest();
  const actual = Buffer.from(given, "hex");
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw new Refused(graphError(100, "Invalid appsecret_proof provided in the API argument", method));
}
