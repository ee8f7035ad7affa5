import * as z from "zod";
import type { Instant } from "../../complaint/ids.ts";
import { later } from "../../runtime/clock.ts";

/** Codes of platform limits (Graph API, "Rate Limits"; 80001 Page token, 80006 Messenger). */
const THROTTLED: ReadonlySet<number> = new Set([4, 17, 32, 341, 613, 80001, 80006]);
/** The access token, whatever the subcode (Graph API, "Handling Errors"). */
const TOKEN: ReadonlySet<number> = new Set([190, 102]);
const BLOCKED_AS_ABUSE = 368;
/** "Temporary; retry." A write that got this answer may have happened all the same. */
const TEMPORARY: ReadonlySet<number> = new Set([1, 2]);

/** Facebook counts over a rolling hour; without its own word on the time we keep still for half of it. */
const THROTTLED_MS = 30 * 60_000;
/** A block is not lifted in minutes; calling again at once lengthens it. */
const BLOCKED_MS = 60 * 60_000;

/** Why a call gave nothing, in classes that say what follows from it. */
export type GraphFailure =
  /** Not called: an earlier answer asked for quiet until then. */
  | { readonly kind: "closed"; readonly until: Instant }
  | { readonly kind: "throttled"; readonly until: Instant; readonly code: string }
  | { readonly kind: "blocked"; readonly until: Instant; readonly code: string }
  /** `code` is `190` or `190/460`. */
  | { readonly kind: "token"; readonly code: string }
  /** The platform said no, with its reason. */
  | {
      readonly kind: "no";
      readonly code: number;
      readonly subcode: number | undefined;
      readonly status: number;
    }
  /** No answer that can be trusted: what was asked may or may not have happened. */
  | {
      readonly kind: "lost";
      readonly why: "timeout" | "connection" | "cut" | "server" | "temporary" | "unreadable";
      readonly status?: number;
    };

const ErrorBody = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().optional(),
    is_transient: z.boolean().optional(),
  }),
});

/**
 * Reads an answer that is not a success.
 *
 * @param regainMs what the usage headers say about when calls are possible again
 */
export function readFailure(
  status: number,
  body: unknown,
  now: Instant,
  regainMs: number | undefined,
): GraphFailure {
  if (status >= 500) return { kind: "lost", why: "server", status };
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success)
    return status === 429
      ? { kind: "throttled", until: later(now, regainMs ?? THROTTLED_MS), code: "429" }
      : { kind: "lost", why: "unreadable", status };
  const { code, error_subcode: subcode, is_transient: transient } = parsed.data.error;
  const said = subcode === undefined ? String(code) : `${code}/${subcode}`;
  if (THROTTLED.has(code) || status === 429)
    return { kind: "throttled", until: later(now, regainMs ?? THROTTLED_MS), code: said };
  if (code === BLOCKED_AS_ABUSE)
    return { kind: "blocked", until: later(now, regainMs ?? BLOCKED_MS), code: said };
  if (TOKEN.has(code) || status === 401) return { kind: "token", code: said };
  if (TEMPORARY.has(code) || transient === true) return { kind: "lost", why: "temporary", status };
  return { kind: "no", code, subcode, status };
}

/** 100/33: the object is missing, hidden, or not ours to see; Facebook gives one body for all three. */
export const isMissing = (failure: GraphFailure): boolean =>
  failure.kind === "no" && failure.code === 100 && failure.subcode === 33;

/** `100/33`, `timeout`, `closed`: for logs and for the delivery's record. */
export const failureCode = (failure: GraphFailure): string => {
  switch (failure.kind) {
    case "no":
      return failure.subcode === undefined ? String(failure.code) : `${failure.code}/${failure.subcode}`;
    case "lost":
      return failure.why;
    case "closed":
      return "closed";
    case "throttled":
    case "blocked":
    case "token":
      return failure.code;
    default:
      return failure satisfies never;
  }
};
