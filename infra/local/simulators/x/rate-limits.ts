import type { Caller } from "./auth.ts";

const WINDOW_MS = 15 * 60_000;

/** Calls per 15 minutes, with an app token and in user context (docs.x.com, "Rate limits"). Absent: not offered. */
export type Limit = { readonly app?: number; readonly user?: number };

export type RateLimits = {
  /** Counts the call. `allowed: false` is a 429; the headers belong on every answer. */
  count(route: string, limit: Limit, caller: Caller): { allowed: boolean; headers: Record<string, string> };
  /** The headers of an answer that says to wait. */
  exhausted(retryAfterSeconds: number, limit?: number): Record<string, string>;
};

/** @param scale multiplies the documented limits, for a run that polls faster than X would allow. */
export function rateLimits(nowMs: () => number, scale: () => number): RateLimits {
  const windows = new Map<string, { resetMs: number; used: number }>();
  const headers = (limit: number, remaining: number, resetMs: number) => ({
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(remaining),
    "x-rate-limit-reset": String(Math.ceil(resetMs / 1000)),
  });
  return {
    count(route, limit, caller) {
      const most = Math.max(1, Math.floor((limit[caller.kind] ?? 900) * scale()));
      const key = `${route} ${caller.key}`;
      const held = windows.get(key);
      const window =
        held === undefined || held.resetMs <= nowMs() ? { resetMs: nowMs() + WINDOW_MS, used: 0 } : held;
      windows.set(key, window);
      const allowed = window.used < most;
      if (allowed) window.used += 1;
      return { allowed, headers: headers(most, most - window.used, window.resetMs) };
    },
    exhausted: (retryAfterSeconds, limit = 300) => headers(limit, 0, nowMs() + retryAfterSeconds * 1000),
  };
}
