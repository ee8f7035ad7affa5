import type { Caller } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";

const DAY_MS = 86_400_000;
/** Calls per engaged person in 24 hours (developers.facebook.com, "Rate limits"). */
const CALLS_PER_ENGAGED = 4800;

export type Usage = {
  /** Counts a call and gives the headers of its answer. */
  count(caller: Caller): Record<string, string>;
  isSpent(caller: Caller): boolean;
  /** The headers of an answer that says to wait. */
  spent(pageId: string | undefined, minutes: number, code: number): Record<string, string>;
};

const appUsage = (percent: number) => ({
  "x-app-usage": JSON.stringify({ call_count: percent, total_time: percent, total_cputime: percent }),
});
const businessUsage = (id: string, percent: number, minutes: number, type: string) => ({
  "x-business-use-case-usage": JSON.stringify({
    [id]: [
      {
        type,
        call_count: percent,
        total_cputime: percent,
        total_time: percent,
        estimated_time_to_regain_access: minutes,
      },
    ],
  }),
});

export function usageOf(nowMs: () => number, settings: FacebookSettings): Usage {
  const windows = new Map<string, { sinceMs: number; calls: number }>();
  const percentOf = (key: string): number => {
    const calls = windows.get(key)?.calls ?? 0;
    return Math.min(100, Math.floor((100 * calls) / (CALLS_PER_ENGAGED * settings.engagedUsers)));
  };
  return {
    count(caller) {
      if (caller.kind !== "page") return appUsage(0);
      const key = caller.page.pageId;
      const held = windows.get(key);
      const window =
        held === undefined || nowMs() - held.sinceMs >= DAY_MS ? { sinceMs: nowMs(), calls: 0 } : held;
      window.calls += 1;
      windows.set(key, window);
      const percent = percentOf(key);
      return { ...appUsage(percent), ...businessUsage(key, percent, percent >= 100 ? 60 : 0, "pages") };
    },
    isSpent: (caller) => caller.kind === "page" && percentOf(caller.page.pageId) >= 100,
    spent: (pageId, minutes, code) => ({
      ...appUsage(100),
      ...(pageId === undefined
        ? {}
        : businessUsage(pageId, 100, minutes, code === 80006 ? "messenger" : "pages")),
    }),
  };
}
