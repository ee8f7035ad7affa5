import type { Instant } from "../../complaint/ids.ts";
import { later } from "../../runtime/clock.ts";
import { compareIds, type XPost } from "./x-objects.ts";

const MINUTE_MS = 60_000;
/** Posts may show up in a list later than younger ones (reported by users): the list is read again this far back. */
export const OVERLAP_MS = 15 * MINUTE_MS;
/** Recent search reaches back seven days and refuses to be asked for more; an hour is left for clocks and waiting. */
const REACH_MS = 7 * 24 * 60 * MINUTE_MS - 60 * MINUTE_MS;
/** Posts of the overlap whose wordings are remembered. */
const MAX_RECENT = 1000;

/** A piece of a list that a poll did not reach: younger than `since`, older than `until`. */
export type Backlog = { readonly since: string | undefined; readonly from: Instant; readonly until: string };

/** Where a list of posts stands. */
export type TimelineCursor = {
  /** Posts with greater ids are asked for; absent: none was old enough yet. */
  readonly since: string | undefined;
  readonly sinceAt: Instant | undefined;
  /** What the list is asked for where `since` cannot be used. */
  readonly from: Instant;
  /** Ids that were brought already and will be seen again. */
  readonly recent: ReadonlySet<string>;
  readonly backlog: Backlog | undefined;
};

export function readTimelineCursor(stored: Readonly<Record<string, string>>, now: Instant): TimelineCursor {
  const { since, sinceAt, from, recent, gapSince, gapFrom, gapUntil } = stored;
  const earliest = later(now, -REACH_MS);
  return {
    since: since !== undefined && sinceAt !== undefined && sinceAt > earliest ? since : undefined,
    sinceAt,
    from: from !== undefined && from > earliest ? from : earliest,
    recent: new Set((recent ?? "").split(",").filter((id) => id !== "")),
    backlog:
      gapUntil === undefined
        ? undefined
        : {
            since: gapSince,
            from: gapFrom !== undefined && gapFrom > earliest ? gapFrom : earliest,
            until: gapUntil,
          },
  };
}

export function writeTimelineCursor(cursor: TimelineCursor): Record<string, string> {
  const { since, sinceAt, from, recent, backlog } = cursor;
  const youngest = [...recent].sort((a, b) => compareIds(b, a)).slice(0, MAX_RECENT);
  return {
    from,
    recent: youngest.join(","),
    ...(since === undefined ? {} : { since }),
    ...(sinceAt === undefined ? {} : { sinceAt }),
    ...(backlog === undefined ? {} : { gapFrom: backlog.from, gapUntil: backlog.until }),
    ...(backlog?.since === undefined ? {} : { gapSince: backlog.since }),
  };
}

/** What a poll saw of a list, newest first. */
export type Seen = { readonly posts: readonly Pick<XPost, "id" | "created_at">[]; readonly isWhole: boolean };

/**
 * Where the list stands after a poll that began at the top. The mark stays an overlap behind, on a post that was
 * seen. A poll that was cut leaves the rest as a backlog; where one waits already, the mark does not move, and the
 * top is read again.
 */
export function advance(cursor: TimelineCursor, { posts, isWhole }: Seen, now: Instant): TimelineCursor {
  const recent = new Set([...cursor.recent, ...posts.map(({ id }) => id)]);
  if (!isWhole && cursor.backlog !== undefined) return { ...cursor, recent };
  const settledAt = later(now, -OVERLAP_MS);
  const settled = posts
    .filter(({ created_at: at }) => at <= settledAt)
    .sort((a, b) => compareIds(b.id, a.id))[0];
  const isNewer =
    settled !== undefined && (cursor.since === undefined || compareIds(settled.id, cursor.since) > 0);
  const since = isNewer ? settled.id : cursor.since;
  const oldest = posts.map(({ id }) => id).sort(compareIds)[0];
  return {
    since,
    sinceAt: isNewer ? settled.created_at : cursor.sinceAt,
    from: isWhole && settledAt > cursor.from ? settledAt : cursor.from,
    recent: new Set([...recent].filter((id) => since === undefined || compareIds(id, since) > 0)),
    backlog:
      isWhole || oldest === undefined
        ? cursor.backlog
        : { since: cursor.since, from: cursor.from, until: oldest },
  };
}

/** Where the backlog stands after it was read on. */
export function advanceBacklog(cursor: TimelineCursor, { posts, isWhole }: Seen): TimelineCursor {
  const oldest = posts.map(({ id }) => id).sort(compareIds)[0];
  if (isWhole || cursor.backlog === undefined) return { ...cursor, backlog: undefined };
  return { ...cursor, backlog: { ...cursor.backlog, until: oldest ?? cursor.backlog.until } };
}
