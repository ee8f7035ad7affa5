import * as z from "zod";
import { Instant } from "../../complaint/ids.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Posts younger than this are watched at each poll; older ones when the feed is read to its end. */
export const WINDOW_MS = 30 * DAY_MS;
/** The feed is read to its end this often: old posts get comments too. */
export const TO_THE_END_EVERY_MS = 6 * 60 * MINUTE_MS;
/** A comment may show up later than a younger one; the walk goes back behind the newest one it knows by this. */
export const OVERLAP_MS = 15 * MINUTE_MS;
/** Facebook does not tell of edits, and a deletion beside a new comment leaves the count as it is: how often we look. */
const lookEvery: readonly { youngerThanMs: number; everyMs: number }[] = [
  { youngerThanMs: 2 * 60 * MINUTE_MS, everyMs: MINUTE_MS },
  { youngerThanMs: DAY_MS, everyMs: 5 * MINUTE_MS },
  { youngerThanMs: 7 * DAY_MS, everyMs: 30 * MINUTE_MS },
  { youngerThanMs: WINDOW_MS, everyMs: 6 * 60 * MINUTE_MS },
];
/** About 600 posts a year are in a feed; a cursor item holds them all and stays far below 400 KB. */
const MAX_POSTS = 1000;
/** Comments of one post whose wordings are compared; the newest. */
export const MAX_COMMENTS = 2000;

/** What the poller remembers of one post. No words. */
export const PostRecord = z.object({
  /** The id in calls. */
  ref: z.string(),
  at: Instant,
  /** Comments of all levels at the last walk. */
  count: z.int().min(0),
  hash: z.string(),
  /** The youngest comment of the last walk, or the post itself. */
  newest: Instant,
  /** When all its comments were last read; absent: never. */
  wholeAt: Instant.optional(),
});
export type PostRecord = z.infer<typeof PostRecord>;

type Walk = "whole" | "rise" | "none";

/** Which of a post's comments are read now. `count` is absent where the feed does not tell it. */
export function walkFor(record: PostRecord, count: number | undefined, now: Instant, sparing: boolean): Walk {
  if (record.wholeAt === undefined) return count === 0 ? "none" : "whole";
  if (count !== undefined && count < record.count) return "whole";
  if (!sparing && isDue(record, now) && (record.count > 0 || (count ?? 1) > 0)) return "whole";
  return count === undefined || count > record.count ? "rise" : "none";
}

/** Whether what is known of a post should be compared with the platform again. */
export function isDue(record: PostRecord, now: Instant): boolean {
  const ageMs = Date.parse(now) - Date.parse(record.newest > record.at ? record.newest : record.at);
  const row = lookEvery.find(({ youngerThanMs }) => ageMs < youngerThanMs);
  return row !== undefined && (record.wholeAt === undefined || later(record.wholeAt, row.everyMs) <= now);
}

const END = "readToTheEndAt";
export type FeedRecord = {
  readonly posts: Map<string, PostRecord>;
  readonly readToTheEndAt: string | undefined;
};

/** @throws {Malformed} when the stored record is not ours: a person looks, instead of everything being read anew */
export function readFeedRecord(stored: Readonly<Record<string, string>>): FeedRecord {
  const posts = new Map<string, PostRecord>();
  for (const [part, text] of Object.entries(stored)) {
    if (part === END) continue;
    const parsed = PostRecord.safeParse(parse(text));
    if (!parsed.success) throw new Malformed("facebook feed cursor", [part]);
    posts.set(part, parsed.data);
  }
  return { posts, readToTheEndAt: stored[END] };
}

export function writeFeedRecord({ posts, readToTheEndAt }: FeedRecord): Record<string, string> {
  const youngest = [...posts].sort(([, a], [, b]) => (a.newest < b.newest ? 1 : -1)).slice(0, MAX_POSTS);
  return {
    ...Object.fromEntries(youngest.map(([part, record]) => [part, JSON.stringify(record)])),
    ...(readToTheEndAt === undefined ? {} : { [END]: readToTheEndAt }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
