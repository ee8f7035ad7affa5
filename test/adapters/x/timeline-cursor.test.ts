import fc from "fast-check";
import { expect, it } from "vitest";
import {
  advance,
  advanceBacklog,
  OVERLAP_MS,
  readTimelineCursor,
  type TimelineCursor,
  writeTimelineCursor,
} from "../../../shared/adapters/x/timeline-cursor.ts";
import { later } from "../../../shared/runtime/clock.ts";

const START = "2026-03-02T09:00:00.000Z";
const MINUTE = 60_000;
type Post = { readonly id: string; readonly created_at: string; readonly shownAt: string };

/** A list that X would give: newest first, only what shows already, within the asked bounds. */
const listed = (
  posts: readonly Post[],
  now: string,
  since: string | undefined,
  until: string | undefined,
  from: string,
) =>
  posts
    .filter((post) => post.shownAt <= now)
    .filter(({ id, created_at: at }) => (since === undefined ? at >= from : BigInt(id) > BigInt(since)))
    .filter(({ id }) => until === undefined || BigInt(id) < BigInt(until))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));

/** One poll that may read so many posts; gives what it brought and where it stands, through the stored form. */
function poll(stored: Record<string, string>, posts: readonly Post[], now: string, room: number) {
  const before = readTimelineCursor(stored, now);
  const brought: string[] = [];
  const take = (since: string | undefined, until: string | undefined, from: string) => {
    const all = listed(posts, now, since, until, from);
    const some = all.slice(0, Math.max(1, room));
    brought.push(...some.map(({ id }) => id).filter((id) => !before.recent.has(id)));
    return { posts: some, isWhole: some.length === all.length };
  };
  const top = take(before.since, undefined, before.from);
  let cursor: TimelineCursor = advance(before, top, now);
  if (top.isWhole && before.backlog !== undefined)
    cursor = advanceBacklog(cursor, take(before.backlog.since, before.backlog.until, before.backlog.from));
  return { brought, stored: writeTimelineCursor(cursor) };
}

it("brings every post, however late it shows within the overlap and wherever polls are cut", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          afterMs: fc.integer({ min: 0, max: 20 * MINUTE }),
          lateMs: fc.integer({ min: 0, max: OVERLAP_MS - MINUTE }),
        }),
        { maxLength: 40 },
      ),
      fc.array(
        fc.record({
          waitMs: fc.integer({ min: 1, max: 30 * MINUTE }),
          room: fc.integer({ min: 1, max: 12 }),
        }),
        { minLength: 1, maxLength: 30 },
      ),
      (writes, polls) => {
        let at = START;
        const posts = writes.map(({ afterMs, lateMs }, n): Post => {
          at = later(at, afterMs);
          return { id: String(1_000_000 + n), created_at: at, shownAt: later(at, lateMs) };
        });
        let now = START;
        let stored: Record<string, string> = {};
        const brought: string[] = [];
        const run = (waitMs: number, room: number) => {
          now = later(now, waitMs);
          const one = poll(stored, posts, now, room);
          stored = one.stored;
          brought.push(...one.brought);
        };
        for (const { waitMs, room } of polls) run(waitMs, room);
        // Whatever happened, a quiet hour with enough room settles it.
        run(Math.max(MINUTE, Date.parse(at) - Date.parse(now) + OVERLAP_MS), 1000);
        run(MINUTE, 1000);
        expect(new Set(brought)).toEqual(new Set(posts.map(({ id }) => id)));
      },
    ),
    { numRuns: 300 },
  );
});

it("asks a quiet list for nothing old", () => {
  const posts: Post[] = [{ id: "7", created_at: START, shownAt: START }];
  const first = poll({}, posts, START, 10);
  const second = poll(first.stored, posts, later(START, OVERLAP_MS), 10);
  const third = readTimelineCursor(second.stored, later(START, 2 * OVERLAP_MS));
  expect([first.brought, second.brought, third.since]).toEqual([["7"], [], "7"]);
});
