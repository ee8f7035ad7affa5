import * as z from "zod";
import type { Instant } from "../../complaint/ids.ts";
import type { ApiAllowance } from "../../ports/collecting.ts";
import { later } from "../../runtime/clock.ts";

/** Percentages of what the app may use in a rolling hour (`X-App-Usage`). */
const Usage = z.object({
  call_count: z.number().default(0),
  total_time: z.number().default(0),
  total_cputime: z.number().default(0),
});
/** Per page or business, and per family of calls (`X-Business-Use-Case-Usage`); the time is in minutes. */
const BusinessUsage = z.record(
  z.string(),
  z.array(Usage.extend({ type: z.string().min(1), estimated_time_to_regain_access: z.number().optional() })),
);

/** `pages` for posts and comments, `messenger` for private messages, `app` for all of them. */
export type GraphBucket = "pages" | "messenger";

/** What the headers say about the limits. A header that is absent or cannot be read says nothing. */
export function readUsage(
  headers: Headers,
  now: Instant,
): { allowances: readonly Omit<ApiAllowance, "seenAt">[]; regainMs: number | undefined } {
  const app = Usage.safeParse(json(headers.get("x-app-usage")));
  const business = BusinessUsage.safeParse(json(headers.get("x-business-use-case-usage")));
  const families = business.success ? Object.values(business.data).flat() : [];
  const minutes = families.flatMap((one) => one.estimated_time_to_regain_access ?? []);
  const waitMs = Math.max(0, ...minutes) * 60_000;
  return {
    regainMs: waitMs > 0 ? waitMs : undefined,
    allowances: [
      ...(app.success
        ? [{ bucket: "app", used: shareOf(app.data), ...closed(app.data, waitMs / 60_000, now) }]
        : []),
      ...families.map((one) => ({
        bucket: one.type,
        used: shareOf(one),
        ...closed(one, one.estimated_time_to_regain_access ?? 0, now),
      })),
    ],
  };
}

const HOUR_MS = 60 * 60_000;
const shareOf = (usage: z.infer<typeof Usage>): number =>
  Math.max(usage.call_count, usage.total_time, usage.total_cputime) / 100;

/** At 100 % the next call would be refused, and lengthen the wait. */
function closed(usage: z.infer<typeof Usage>, regainMinutes: number, now: Instant) {
  if (shareOf(usage) < 1) return { resetsAt: later(now, HOUR_MS) };
  const until = later(now, regainMinutes > 0 ? regainMinutes * 60_000 : HOUR_MS / 2);
  return { resetsAt: until, throttledUntil: until };
}

function json(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
