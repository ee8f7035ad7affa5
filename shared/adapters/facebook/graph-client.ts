import { createHmac } from "node:crypto";
import * as z from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { NotConfigured } from "../../runtime/errors.ts";
import type { ApiMeter } from "../api-meter.ts";
import { type GraphFailure, readFailure } from "./graph-failure.ts";
import { type GraphBucket, readUsage } from "./usage.ts";

const GRAPH_ORIGIN = "https://graph.facebook.com";
/** Until 2028-07-29 (Graph API changelog). */
const GRAPH_VERSION = "v25.0";
const READ_TIMEOUT_MS = 10_000;
/** Longer: giving up on a write costs a look afterwards. */
const WRITE_TIMEOUT_MS = 20_000;

/** What a Facebook secret holds. `appSecret` is needed where the app demands a proof with each call. */
export const FacebookSecret = z.object({
  pageToken: z.string().min(8, "is too short for a Page token"),
  appSecret: z.string().min(8, "is too short for an app secret").optional(),
});
export type FacebookSecret = z.infer<typeof FacebookSecret>;

export type GraphAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: GraphFailure };

/** The Graph API with one Page token. One call is one request: nothing is tried again here. */
export type GraphClient = {
  get(path: string, params: Readonly<Record<string, string>>, bucket?: GraphBucket): Promise<GraphAnswer>;
  post(path: string, fields: Readonly<Record<string, unknown>>, bucket?: GraphBucket): Promise<GraphAnswer>;
  /** Share of the allowance that is used, 0 to 1. */
  used(bucket: GraphBucket): Promise<number>;
};

/** @throws {NotConfigured} saying which secret lacks what */
export async function readFacebookSecret(secrets: Secrets, name: string): Promise<FacebookSecret> {
  const parsed = FacebookSecret.safeParse(await secrets.read(name));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .map((issue) => `${issue.path.join(".") || "it"} ${issue.message}`)
    .join("; ");
  throw new NotConfigured(
    `The secret "${name}" is not a Facebook secret: ${issues}. It must hold {"pageToken": "…", "appSecret": "…"}; put it in with: aws secretsmanager put-secret-value --secret-id ${name} --secret-string file://token.json`,
  );
}

/** An origin as it is put before a path. */
const withoutSlash = (origin: string): string =>
  origin.endsWith("/") ? withoutSlash(origin.slice(0, -1)) : origin;

export function graphClient(options: {
  secret: FacebookSecret;
  meter: ApiMeter;
  clock: Clock;
  /** @default GRAPH_ORIGIN */
  origin?: string | undefined;
  /** @default 10 s for reads, 20 s for writes */
  timeoutMs?: number | undefined;
}): GraphClient {
  const { secret, meter, clock } = options;
  const base = `${withoutSlash(options.origin ?? GRAPH_ORIGIN)}/${GRAPH_VERSION}`;
  const proof: Record<string, string> =
    secret.appSecret === undefined
      ? {}
      : { appsecret_proof: createHmac("sha256", secret.appSecret).update(secret.pageToken).digest("hex") };
  const signed = { access_token: secret.pageToken, ...proof };

  const call = async (
    url: URL,
    request: RequestInit,
    bucket: GraphBucket,
    timeoutMs: number,
  ): Promise<GraphAnswer> => {
    const until = await meter.closedUntil(["app", bucket]);
    if (until !== undefined) return { ok: false, failure: { kind: "closed", until } };
    const answer = await exchange(url, request, timeoutMs);
    if ("why" in answer) return { ok: false, failure: { kind: "lost", why: answer.why } };
    const now = clock.now();
    const { allowances, regainMs } = readUsage(answer.headers, now);
    const failure = answer.ok ? undefined : readFailure(answer.status, json(answer.text), now, regainMs);
    for (const said of allowances) await meter.note(said);
    if (failure?.kind === "throttled" || failure?.kind === "blocked")
      await meter.note({ bucket, used: 1, resetsAt: failure.until, throttledUntil: failure.until });
    if (failure !== undefined) return { ok: false, failure };
    const body = json(answer.text);
    return body === undefined
      ? { ok: false, failure: { kind: "lost", why: "unreadable", status: answer.status } }
      : { ok: true, body };
  };

  return {
    used: (bucket) => meter.used(["app", bucket]),
    get(path, params, bucket = "pages") {
      const url = new URL(`${base}/${path}`);
      url.search = new URLSearchParams({ ...params, ...signed }).toString();
      return call(url, { method: "GET" }, bucket, options.timeoutMs ?? READ_TIMEOUT_MS);
    },
    post(path, fields, bucket = "pages") {
      const body = new URLSearchParams(signed);
      for (const [name, value] of Object.entries(fields))
        body.set(name, typeof value === "string" ? value : JSON.stringify(value));
      const request = { method: "POST", body };
      return call(new URL(`${base}/${path}`), request, bucket, options.timeoutMs ?? WRITE_TIMEOUT_MS);
    },
  };
}

type Exchange =
  | { readonly ok: boolean; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly why: "timeout" | "connection" | "cut" };

async function exchange(url: URL, request: RequestInit, timeoutMs: number): Promise<Exchange> {
  const signal = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    response = await fetch(url, { ...request, signal, redirect: "error" });
  } catch {
    return { why: signal.aborted ? "timeout" : "connection" };
  }
  try {
    return {
      ok: response.ok,
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
  } catch {
    return { why: signal.aborted ? "timeout" : "cut" };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
