import { mentionId } from "../../complaint/ids.ts";
import type { Reading, SourceBatch } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed, NotConfigured } from "../../runtime/errors.ts";
import { commentStream, forgetting, type WalkEnd, walkComments } from "./comment-walk.ts";
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
const FEW_DELETIONS = 3;
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
  const poll: Poll = { people: 0, gone: new Map() };
  let isWhole = false;
  let failed: unknown;
  try {
    const listed = yield* listPosts(reader, reading, record, poll, toTheEnd);
    isWhole = listed.isWhole;
    yield* walkPosts(reader, reading, record, listed, poll);
    if (isWhole) await askForVanished(reader, reading, record, listed, poll);
    yield* forgetGone(reader, reading, record, poll);
  } catch (error) {
    failed = error;
  }
  const readToTheEndAt = toTheEnd && isWhole ? reading.now : before.readToTheEndAt;
  yield { ...empty, cursors: [{ stream: STREAM, to: writeFeedRecord({ ...record, readToTheEndAt }) }] };
  if (failed !== undefined) throw failed;
}

/** What one poll found out on the way. */
type Poll = {
  /** Posts and comments by people that could be read. */
  people: number;
  /** Post → what is gone of it: `post` for all of it, or some comments. */
  readonly gone: Map<string, "post" | readonly string[]>;
};
type Listed = { readonly counts: ReadonlyMap<string, number | undefined>; readonly isWhole: boolean };

/** The posts themselves. The feed is ranked, not strictly in order of time: a page counts as old only as a whole. */
async function* listPosts(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  poll: Poll,
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
    poll.people += page.entries.filter((post) => post.from?.id !== reader.pageId).length;
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
  poll: Poll,
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
      poll.people += ended.people;
      if (ended.gone.length > 0) poll.gone.set(part, ended.gone);
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

/** A post that has left the feed may only have been ranked out: it is asked for by its id. */
async function askForVanished(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  { counts }: Listed,
  poll: Poll,
): Promise<void> {
  const windowStart = later(reading.now, -WINDOW_MS);
  for (const [part, one] of [...record.posts]) {
    if (counts.has(part) || one.at < windowStart || !isDue(one, reading.now)) continue;
    if (reading.hurry()) return;
    const answer = await reader.graph.get(one.ref, { fields: "id" });
    if (answer.ok) record.posts.set(part, { ...one, wholeAt: reading.now });
    else if (isMissing(answer.failure)) poll.gone.set(part, "post");
    else throw readError(answer.failure, reader.place);
  }
}

/**
 * Says what is gone; with a post go its comments. Facebook gives one answer for "deleted" and for "you may not see
 * it": where nothing of any person could be read any more, more than a few deletions at once are a lost permission,
 * and nothing is erased.
 */
async function* forgetGone(
  reader: FacebookReader,
  reading: Reading,
  record: FeedRecord,
  { people, gone }: Poll,
): AsyncGenerator<SourceBatch> {
  const count = [...gone.values()].reduce((sum, one) => sum + (one === "post" ? 1 : one.length), 0);
  if (people === 0 && count > FEW_DELETIONS)
    throw new NotConfigured(
      `Facebook hides everything that people wrote from the token of ${reader.place}. Grant pages_read_user_content again and make a new Page token; nothing has been erased here.`,
    );
  for (const [part, what] of gone) {
    const stream = commentStream(part);
    const ids = what === "post" ? [part, ...Object.keys(await reading.cursor(stream))] : what;
    if (what === "post") record.posts.delete(part);
    yield {
      ...empty,
      gone: ids.map((id) => mentionId("facebook", id)),
      cursors: [what === "post" ? { stream, to: {} } : await forgetting(reading, part, what)],
    };
  }
}
