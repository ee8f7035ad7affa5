import { mentionId } from "../../complaint/ids.ts";
import type { Reading, SourceBatch } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";
import { commentStream, type WalkEnd, walkComments } from "./comment-walk.ts";
import { lastPart, POST_FIELDS, postMention, wordingHash } from "./facebook-mentions.ts";
import type { FacebookReader } from "./facebook-source.ts";
import {
  type FeedRecord,
  isDue,
  type PostRecord,
  readFeedRecord,
  TO_THE_END_EVERY_MS,
  WINDOW_MS,
  walkFor,
  writeFeedRecord,
} from "./feed-record.ts";
import { isMissing } from "./graph-failure.ts";
import { GraphPost } from "./graph-objects.ts";
import { listPages, readError } from "./graph-read.ts";

const STREAM = "feed";
const empty: SourceBatch = { mentions: [], messages: [], gone: [], unreadable: [], cursors: [] };

/**
 * One poll of a page: its feed with comment counts, then the comments of each post whose count has moved or whose
 * turn has come. What was read is remembered even where the poll ends early: each post's record stands for itself.
 */
export async function* readFeed(reader: FacebookReader, reading: Reading): AsyncGenerator<SourceBatch> {
  const before = readFeedRecord(await reading.cursor(STREAM));
  const record: FeedRecord = { ...before, posts: new Map(before.posts) };
  const toTheEnd =
    before.readToTheEndAt === undefined || later(before.readToTheEndAt, TO_THE_END_EVERY_MS) <= reading.now;
  let listed: Listed = { counts: new Map(), isWhole: false };
  let failed: unknown;
  try {
    listed = yield* listPosts(reader, reading, record, toTheEnd);
    yield* walkPosts(reader, reading, record, listed);
    if (listed.isWhole) yield* askForVanished(reader, reading, record, listed);
  } catch (error) {
    failed = error;
  }
  const readToTheEndAt = toTheEnd && listed.isWhole ? reading.now : before.readToTheEndAt;
  yield { ...empty, cursors: [{ stream: STREAM, to: writeFeedRecord({ ...record, readToTheEndAt }) }] };
  if (failed !== undefined) throw failed;
}

type Listed = { readonly counts: ReadonlyMap<string, number | undefined>; readonly isWhole: boolean };

/** The posts themselves. The feed is ranked, not strictly in order of time: a page counts as old only as a whole. */
async function* listPosts(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  toTheEnd: boolean,
): AsyncGenerator<SourceBatch, Listed> {
  const windowStart = later(reading.now, -WINDOW_MS);
  const counts = new Map<string, number | undefined>();
  const pages = listPages(reader.graph, {
    contract: "facebook feed",
    entry: GraphPost,
    path: `${reader.pageId}/feed`,
    bucket: "pages",
    params: { limit: "100", fields: POST_FIELDS },
    place: reader.place,
  });
  for await (const page of pages) {
    if (page === "gone") break;
    const changed = page.entries.filter((post) => {
      const part = lastPart(post.id);
      const known = record.posts.get(part);
      const hash = wordingHash(post.message ?? "");
      counts.set(part, post.comments?.summary.total_count);
      record.posts.set(part, known === undefined ? newRecord(post, hash) : { ...known, hash });
      return known?.hash !== hash;
    });
    const mentions = changed.map((post) => postMention(post, reader)).reverse();
    yield { ...empty, mentions, unreadable: page.unreadable };
    const isOld = page.entries.length > 0 && page.entries.every((post) => post.created_time < windowStart);
    if (!page.more || (isOld && !toTheEnd)) return { counts, isWhole: page.unreadable.length === 0 };
    if (reading.hurry()) break;
  }
  return { counts, isWhole: false };
}

const newRecord = (post: GraphPost, hash: string): PostRecord => ({
  ref: post.id,
  at: post.created_time,
  count: 0,
  hash,
  newest: post.created_time,
});

/** Posts in order of their latest stir, so that what runs out of time is the quietest. */
async function* walkPosts(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  { counts }: Listed,
): AsyncGenerator<SourceBatch> {
  const sparing = await reader.isSparing("pages");
  let malformed: Malformed | undefined;
  const posts = [...counts.keys()].flatMap((part) => {
    const one = record.posts.get(part);
    return one === undefined ? [] : [{ part, one }];
  });
  posts.sort((a, b) => (a.one.newest < b.one.newest ? 1 : -1));
  for (const { part, one } of posts) {
    const count = counts.get(part);
    const walk = walkFor(one, count, reading.now, sparing);
    if (walk === "none") continue;
    if (reading.hurry()) break;
    try {
      const ended: WalkEnd = yield* walkComments(reader, reading, { part, record: one, walk });
      // A cut walk is taken up again: neither count nor time moves.
      if (ended.end !== "read") continue;
      record.posts.set(part, {
        ...one,
        count: count ?? one.count,
        newest: ended.newest,
        ...(walk === "whole" ? { wholeAt: reading.now } : {}),
      });
    } catch (error) {
      // One post that cannot be read must not keep the others from being read.
      if (!(error instanceof Malformed)) throw error;
      malformed = error;
    }
  }
  if (malformed !== undefined) throw malformed;
}

/** A post that has left the feed may only have been ranked out: it is asked for by its id. With it go its comments. */
async function* askForVanished(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  { counts }: Listed,
): AsyncGenerator<SourceBatch> {
  const windowStart = later(reading.now, -WINDOW_MS);
  for (const [part, one] of [...record.posts]) {
    if (counts.has(part) || one.at < windowStart || !isDue(one, reading.now)) continue;
    if (reading.hurry()) return;
    const answer = await reader.graph.get(one.ref, { fields: "id" });
    if (answer.ok) {
      record.posts.set(part, { ...one, wholeAt: reading.now });
      continue;
    }
    if (!isMissing(answer.failure)) throw readError(answer.failure, reader.place);
    const stream = commentStream(part);
    const comments = Object.keys(await reading.cursor(stream));
    record.posts.delete(part);
    yield {
      ...empty,
      gone: [part, ...comments].map((id) => mentionId("facebook", id)),
      cursors: [{ stream, to: {} }],
    };
  }
}
