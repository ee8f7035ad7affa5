import { ApiResponseError, type TwitterRateLimit } from "twitter-api-v2";
import * as z from "zod";
import type { Instant } from "../../complaint/ids.ts";
import { later } from "../../runtime/clock.ts";

const MINUTE_MS = 60_000;
/** X counts in windows of a quarter of an hour. */
const WINDOW_MS = 15 * MINUTE_MS;
/** Credits are bought by a person; a cap lasts to the end of the billing month. */
const CREDITS_WAIT_MS = 60 * MINUTE_MS;

/** Why a 403 on a write was given; X says it in words alone. */
export type XNo =
  | "duplicate"
  | "not-summoned"
  | "replies-restricted"
  | "parent-gone"
  | "no-direct-message"
  | "other";

/** Why a call gave nothing, in classes that say what follows from it. */
export type XFailure =
  /** Not called: an earlier answer asked for quiet until then. */
  | { readonly kind: "closed"; readonly until: Instant; readonly reason: "throttled" | "credits" }
  | { readonly kind: "throttled"; readonly until: Instant }
  | { readonly kind: "credits"; readonly until: Instant }
  | { readonly kind: "token"; readonly code: string }
  /** The platform said no, with a body. `code` is the status and the problem's name. */
  | { readonly kind: "no"; readonly why: XNo; readonly code: string; readonly status: number }
  /** No answer that can be trusted: what was asked may or may not have happened. */
  | { readonly kind: "lost"; readonly why: string };

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  type: z.string().optional(),
});

/** What an error of the client library means. Its words are not used: they can quote ours. */
export function readFailure(error: unknown, now: Instant): XFailure {
  // A request error (timeout, reset, refused) and a partial response have no status that could be believed.
  if (!(error instanceof ApiResponseError)) return { kind: "lost", why: "no answer" };
  const { code: status, data, rateLimit } = error;
  if (status >= 500) return { kind: "lost", why: `status ${status}` };
  const problem = Problem.safeParse(data);
  const name = problem.success ? (problem.data.type?.split("/").at(-1) ?? "") : "";
  if (status === 402 || (status === 429 && name === "usage-capped"))
    return { kind: "credits", until: later(now, CREDITS_WAIT_MS) };
  if (status === 429) return { kind: "throttled", until: resetOf(rateLimit, now) };
  if (status === 401 || name === "unsupported-authentication")
    return {
      kind: "token",
      code: name === "" || name === "about:blank" ? String(status) : `${status}/${name}`,
    };
  if (!problem.success || (problem.data.title === undefined && problem.data.detail === undefined))
    return { kind: "lost", why: `status ${status} without a reason` };
  const code = name === "" || name === "about:blank" ? String(status) : `${status}/${name}`;
  return { kind: "no", why: status === 403 ? forbidden(problem.data.detail ?? "") : "other", code, status };
}

/** X gives the reason of a 403 in its sentence only: type is `about:blank` and there is no code. */
const sentences: readonly { words: RegExp; why: XNo }[] = [
  { words: /duplicate content/i, why: "duplicate" },
  { words: /not been mentioned or otherwise engaged/i, why: "not-summoned" },
  { words: /restricted who can reply/i, why: "replies-restricted" },
  { words: /deleted or not visible/i, why: "parent-gone" },
  { words: /permission to DM/i, why: "no-direct-message" },
];
const forbidden = (detail: string): XNo => sentences.find(({ words }) => words.test(detail))?.why ?? "other";

/** The end of the window that is used up: of the day where one is, else of the quarter of an hour. */
function resetOf(limit: TwitterRateLimit | undefined, now: Instant): Instant {
  const spentDay = [limit?.userDay, limit?.day].find((day) => day !== undefined && day.remaining <= 0);
  const epochSeconds = spentDay?.reset ?? limit?.reset;
  const reset = epochSeconds === undefined || !(epochSeconds > 0) ? undefined : instantOf(epochSeconds);
  return reset !== undefined && reset > now ? reset : later(now, WINDOW_MS);
}

/** Seconds since 1970, as in the rate-limit headers. */
export const instantOf = (epochSeconds: number): Instant =>
  later("1970-01-01T00:00:00.000Z", epochSeconds * 1000);
