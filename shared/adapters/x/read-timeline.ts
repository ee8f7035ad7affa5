import type { Reading, SourceBatch } from "../../ports/mention-source.ts";
import { readError } from "./read-error.ts";
import { watching } from "./read-watch.ts";
import {
  advance,
  advanceBacklog,
  readTimelineCursor,
  type Seen,
  type TimelineCursor,
  writeTimelineCursor,
} from "./timeline-cursor.ts";
import type { XBucket } from "./x-client.ts";
import { firstId, POST_FIELDS, postMention } from "./x-mentions.ts";
import { mustHaveOwner, readPage, XPost } from "./x-objects.ts";
import type { XReader } from "./x-source.ts";

const PAGE = 100;
const empty: SourceBatch = { mentions: [], messages: [], gone: [], unreadable: [], cursors: [] };

/** A list of posts, newest first, that goes on from an id. */
export type Timeline = {
  readonly stream: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly bucket: XBucket;
  readonly tokenName: "pagination_token" | "next_token";
};

type Ask = Readonly<Record<string, string>>;

/** One poll of a list: from the top to the mark, then what an earlier poll left out. */
export async function* readTimeline(
  reader: XReader,
  reading: Reading,
  timeline: Timeline,
): AsyncGenerator<SourceBatch> {
  const before = readTimelineCursor(await reading.cursor(timeline.stream), reading.now);
  // With little room left, a poll takes one page; the rest waits as a backlog and is not lost.
  const maxPages = (await reader.isSparing(timeline.bucket)) ? 1 : Number.POSITIVE_INFINITY;
  const collected = new Map<string, string>();
  const top = yield* readPart(reader, reading, timeline, before, { ...sinceOf(before), maxPages }, collected);
  let cursor = advance(before, top, reading.now);
  if (top.isWhole && before.backlog !== undefined && !reading.hurry()) {
    const { since, from, until } = before.backlog;
    const ask = {
      ask: { until_id: until, ...(since === undefined ? { start_time: from } : { since_id: since }) },
      maxPages,
    };
    cursor = advanceBacklog(cursor, yield* readPart(reader, reading, timeline, before, ask, collected));
  }
  yield {
    ...empty,
    cursors: [
      { stream: timeline.stream, to: writeTimelineCursor(cursor) },
      ...(collected.size === 0 ? [] : [await watching(reading, collected)]),
    ],
  };
}

const sinceOf = ({ since, from }: TimelineCursor): { ask: Ask } => ({
  ask: since === undefined ? { start_time: from } : { since_id: since },
});

async function* readPart(
  reader: XReader,
  reading: Reading,
  timeline: Timeline,
  { recent }: TimelineCursor,
  { ask, maxPages }: { ask: Ask; maxPages: number },
  collected: Map<string, string>,
): AsyncGenerator<SourceBatch, Seen> {
  const { path, params, query, bucket, tokenName, stream } = timeline;
  const posts: Seen["posts"][number][] = [];
  let token: string | undefined;
  for (let pages = 1; ; pages++) {
    const asked = {
      max_results: PAGE,
      ...POST_FIELDS,
      ...query,
      ...ask,
      ...(token === undefined ? {} : { [tokenName]: token }),
    };
    const answer = await reader.client.read(path, params, asked, bucket);
    if (!answer.ok) throw readError(answer.failure, reader.place);
    const page = readPage(`x ${stream}`, XPost, answer.body);
    mustHaveOwner(page, answer.body, reader.place);
    posts.push(...page.entries);
    const fresh = page.entries.filter(({ id }) => !recent.has(id));
    const mentions = fresh.flatMap((post) => postMention(post, page, reader.account) ?? []);
    for (const post of fresh)
      if (post.author_id !== reader.account.userId) collected.set(firstId(post), post.id);
    yield { ...empty, mentions: mentions.reverse(), unreadable: page.unreadable };
    token = page.nextToken;
    if (token === undefined) return { posts, isWhole: true };
    if (pages >= maxPages || reading.hurry()) return { posts, isWhole: false };
  }
}
