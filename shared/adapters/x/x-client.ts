import http from "node:http";
import {
  type ITwitterApiClientPlugin,
  TwitterApi,
  type TwitterRateLimit,
  type TwitterResponse,
} from "twitter-api-v2";
import * as z from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { ApiAllowance } from "../../ports/collecting.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { NotConfigured } from "../../runtime/errors.ts";
import type { ApiMeter } from "../api-meter.ts";
import { instantOf, readFailure, type XFailure } from "./x-failure.ts";

export const X_ORIGIN = "https://api.x.com";
const READ_TIMEOUT_MS = 10_000;
/** Longer: giving up on a write costs a look afterwards. */
const WRITE_TIMEOUT_MS = 20_000;
/** Closed for all calls at once: no credits, or the cap is reached. */
const ACCOUNT = "account";

const Key = z.string().min(4, "is too short");
/** What an X secret holds: the app's bearer token for reads, OAuth 1.0a keys for writes and direct messages. */
export const XSecret = z.object({
  bearerToken: Key,
  apiKey: Key,
  apiSecret: Key,
  accessToken: Key,
  accessSecret: Key,
});
export type XSecret = z.infer<typeof XSecret>;

/** Call families with a limit of their own. */
export type XBucket = "mentions" | "search" | "own" | "lookup" | "dm-read" | "dm-look" | "post" | "dm-send";

export type XAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: XFailure };

type Query = Readonly<Record<string, string | number>>;
type Params = Readonly<Record<string, string>>;

/** X API v2 with one account's keys. One call is one request: nothing is tried again here. */
export type XClient = {
  /** With the app's token. `path` as in the documentation, `:id` filled from `params`. */
  read(path: string, params: Params, query: Query, bucket: XBucket): Promise<XAnswer>;
  /** As the account itself. */
  readAsUser(path: string, params: Params, query: Query, bucket: XBucket): Promise<XAnswer>;
  write(
    path: string,
    params: Params,
    body: Readonly<Record<string, unknown>>,
    bucket: XBucket,
  ): Promise<XAnswer>;
  /** Share of the allowance that is used, 0 to 1. */
  used(bucket: XBucket): Promise<number>;
};

/** @throws {NotConfigured} saying which secret lacks what */
export async function readXSecret(secrets: Secrets, name: string): Promise<XSecret> {
  const parsed = XSecret.safeParse(await secrets.read(name));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .map((issue) => `${issue.path.join(".") || "it"} ${issue.message}`)
    .join("; ");
  throw new NotConfigured(
    `The secret "${name}" is not an X secret: ${issues}. It must hold {"bearerToken", "apiKey", "apiSecret", "accessToken", "accessSecret"}; put it in with: aws secretsmanager put-secret-value --secret-id ${name} --secret-string file://keys.json`,
  );
}

export function xClient(options: {
  secret: XSecret;
  meter: ApiMeter;
  clock: Clock;
  /** @default X_ORIGIN */
  origin?: string | undefined;
  /** @default 10 s for reads, 20 s for writes */
  timeoutMs?: number | undefined;
}): XClient {
  const { secret, meter, clock } = options;
  const origin = new URL(options.origin ?? X_ORIGIN).origin;
  const settings = {
    compression: false as const,
    plugins: [towards(origin, options.timeoutMs)],
    // The library speaks https unless it gets an agent that does not.
    ...(origin.startsWith("http:") ? { httpAgent: new http.Agent() } : {}),
  };
  const app = new TwitterApi(secret.bearerToken, settings).v2;
  const user = new TwitterApi(
    {
      appKey: secret.apiKey,
      appSecret: secret.apiSecret,
      accessToken: secret.accessToken,
      accessSecret: secret.accessSecret,
    },
    settings,
  ).v2;

  const call = async (
    bucket: XBucket,
    request: () => Promise<TwitterResponse<unknown>>,
  ): Promise<XAnswer> => {
    const [account, family] = await Promise.all([meter.closedUntil([ACCOUNT]), meter.closedUntil([bucket])]);
    const until = account ?? family;
    if (until !== undefined)
      return {
        ok: false,
        failure: { kind: "closed", until, reason: account === undefined ? "throttled" : "credits" },
      };
    try {
      const { data, rateLimit } = await request();
      const said = allowanceOf(bucket, rateLimit);
      if (said !== undefined) await meter.note(said);
      return { ok: true, body: data };
    } catch (error) {
      const failure = readFailure(error, clock.now());
      if (failure.kind === "throttled" || failure.kind === "credits")
        await meter.note({
          bucket: failure.kind === "credits" ? ACCOUNT : bucket,
          used: 1,
          resetsAt: failure.until,
          throttledUntil: failure.until,
        });
      return { ok: false, failure };
    }
  };
  return {
    used: (bucket) => meter.used([ACCOUNT, bucket]),
    read: (path, params, query, bucket) =>
      call(bucket, () => app.get<unknown>(path, { ...query }, { fullResponse: true, params: { ...params } })),
    readAsUser: (path, params, query, bucket) =>
      call(bucket, () =>
        user.get<unknown>(path, { ...query }, { fullResponse: true, params: { ...params } }),
      ),
    write: (path, params, body, bucket) =>
      call(bucket, () =>
        user.post<unknown>(path, { ...body }, { fullResponse: true, params: { ...params } }),
      ),
  };
}

/** The library knows one host and no timeout; both can be set before a request is signed. */
const towards = (origin: string, timeoutMs: number | undefined): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig({ params }) {
    const { pathname, search } = new URL(params.url);
    params.url = `${origin}${pathname}${search}`;
    params.timeout = timeoutMs ?? (params.method === "GET" ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS);
  },
});

/** The tightest of the quarter of an hour and the day. */
function allowanceOf(
  bucket: XBucket,
  limit: TwitterRateLimit | undefined,
): Omit<ApiAllowance, "seenAt"> | undefined {
  const tightest = [limit, limit?.day, limit?.userDay]
    .flatMap((one) => (one !== undefined && one.limit > 0 && Number.isFinite(one.remaining) ? [one] : []))
    .map((one) => ({ used: 1 - one.remaining / one.limit, reset: one.reset, isSpent: one.remaining <= 0 }))
    .sort((a, b) => b.used - a.used)[0];
  if (tightest === undefined) return undefined;
  const resetsAt = Number.isFinite(tightest.reset) ? { resetsAt: instantOf(tightest.reset) } : {};
  const spent =
    tightest.isSpent && resetsAt.resetsAt !== undefined ? { throttledUntil: resetsAt.resetsAt } : {};
  return { bucket, used: tightest.used, ...resetsAt, ...spent };
}
