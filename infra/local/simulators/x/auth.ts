import { createHmac, timingSafeEqual } from "node:crypto";
import type { SimRequest } from "../server.ts";
import type { Pair, XState } from "./state.ts";

/** The keys of a brand's account. `accessToken` is an OAuth 2 user token (or several); `oauth1` the four OAuth 1.0a keys. */
export type XAccount = {
  readonly userId: string;
  /** Without @. */
  readonly handle: string;
  readonly name: string;
  readonly accessToken?: string | readonly string[] | undefined;
  /** Spent by its first use, which gives a new pair. */
  readonly refreshToken?: string | undefined;
  readonly oauth1?:
    | {
        readonly consumerKey: string;
        readonly consumerSecret: string;
        readonly accessToken: string;
        readonly accessSecret: string;
      }
    | undefined;
};

export type Caller =
  | { readonly kind: "app"; readonly key: string }
  | { readonly kind: "user"; readonly key: string; readonly userId: string };

/** Who calls; undefined: nobody known, which is a 401. */
export function callerOf(
  request: SimRequest,
  keys: {
    accounts: readonly XAccount[];
    bearerTokens: readonly string[];
    pairs: readonly Pair[];
    nowMs: number;
  },
): Caller | undefined {
  const header = request.headers.authorization ?? "";
  if (header.startsWith("OAuth ")) return oauth1Caller(request, header, keys.accounts);
  const token = /^Bearer (.+)$/.exec(header)?.[1];
  if (token === undefined) return undefined;
  if (keys.bearerTokens.includes(token)) return { kind: "app", key: token };
  const pair = keys.pairs.find(({ accessToken }) => accessToken === token);
  if (pair === undefined || pair.revoked || (pair.expiresMs !== undefined && pair.expiresMs <= keys.nowMs))
    return undefined;
  return { kind: "user", key: token, userId: pair.userId };
}

/** RFC 3986: what encodeURIComponent leaves, OAuth 1.0a still encodes (RFC 5849, section 3.6). */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function oauth1Caller(
  request: SimRequest,
  header: string,
  accounts: readonly XAccount[],
): Caller | undefined {
  const given = new Map<string, string>();
  for (const [, name, value] of header.slice("OAuth ".length).matchAll(/([A-Za-z0-9_]+)="([^"]*)"/g))
    if (name !== undefined && value !== undefined)
      given.set(decodeURIComponent(name), decodeURIComponent(value));
  const account = accounts.find(
    ({ oauth1 }) =>
      oauth1 !== undefined &&
      oauth1.consumerKey === given.get("oauth_consumer_key") &&
      oauth1.accessToken === given.get("oauth_token"),
  );
  const signature = given.get("oauth_signature");
  if (account?.oauth1 === undefined || signature === undefined) return undefined;
  if (given.get("oauth_signature_method") !== "HMAC-SHA1") return undefined;
  const pairs: [string, string][] = [...request.query];
  for (const [name, value] of given)
    if (name !== "oauth_signature" && name !== "realm") pairs.push([name, value]);
  if ((request.headers["content-type"] ?? "").includes("application/x-www-form-urlencoded"))
    pairs.push(...new URLSearchParams(request.bodyText));
  const normalized = pairs
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const base = [request.method, encode(request.origin + request.path), encode(normalized)].join("&");
  const key = `${encode(account.oauth1.consumerSecret)}&${encode(account.oauth1.accessSecret)}`;
  const expected = createHmac("sha1", key).update(base).digest();
  const actual = Buffer.from(signature, "base64");
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
  return { kind: "user", key: account.oauth1.accessToken, userId: account.userId };
}

/** The pairs that accounts begin with; those that a file already holds stay as they are. */
export function beginPairs(state: XState, accounts: readonly XAccount[]): void {
  for (const account of accounts) {
    const tokens =
      typeof account.accessToken === "string" ? [account.accessToken] : (account.accessToken ?? []);
    // A refresh token alone still begins a family.
    const access =
      tokens.length === 0 && account.refreshToken !== undefined ? [`none-${account.userId}`] : tokens;
    access.forEach((accessToken, i) => {
      if (state.pairs.some((pair) => pair.accessToken === accessToken)) return;
      state.pairs.push({
        userId: account.userId,
        family: `${account.userId}-${i}`,
        accessToken,
        ...(i === 0 && account.refreshToken !== undefined ? { refreshToken: account.refreshToken } : {}),
        spent: false,
        revoked: false,
      });
    });
  }
}

export const ACCESS_TOKEN_SECONDS = 7200;

/**
 * The refresh grant. A refresh token works once; used again, it revokes every token that came from it.
 *
 * @returns undefined when the token is unknown, spent or revoked: 400 invalid_request on X.
 */
export function refresh(
  state: XState,
  refreshToken: string,
  nowMs: number,
): { accessToken: string; refreshToken: string } | undefined {
  const pair = state.pairs.find((one) => one.refreshToken === refreshToken);
  if (pair === undefined || pair.revoked) return undefined;
  const family = state.pairs.filter((one) => one.family === pair.family);
  if (pair.spent) {
    for (const one of family) one.revoked = true;
    return undefined;
  }
  pair.spent = true;
  const generation = `${pair.family}-${family.length}`;
  const next = { accessToken: `access-${generation}`, refreshToken: `refresh-${generation}` };
  state.pairs.push({
    userId: pair.userId,
    family: pair.family,
    ...next,
    expiresMs: nowMs + ACCESS_TOKEN_SECONDS * 1000,
    spent: false,
    revoked: false,
  });
  return next;
}
