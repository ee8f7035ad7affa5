import type { CursorMove, Reading, SourceBatch } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { COMMENT_FIELDS, commentMention, lastPart, wordingHash } from "./facebook-mentions.ts";
import type { FacebookReader } from "./facebook-source.ts";
import { MAX_COMMENTS, OVERLAP_MS, type PostRecord } from "./feed-record.ts";
import { isMissing } from "./graph-failure.ts";
import { GraphComment } from "./graph-objects.ts";
import { listPages, readError } from "./graph-read.ts";

/** Per post: comment part → `<time of writing>|<hash of its wording>`. */
export const commentStream = (part: string): string => `comments:${part}`;

/** How a walk ended: `cut` where the time ran out, so that nothing may be concluded. */
export type WalkEnd = {
  readonly end: "read" | "cut" | "gone";
  readonly newest: string;
  /** Comments by people that could be read. */
  readonly people: number;
  /** Known comments that Facebook does not have any more, by its own word for each. */
  readonly gone: readonly string[];
};

/**
 * Reads a post's comments of all levels: all of them, or those behind which everything is known (`rise`).
 * A whole walk also finds what is gone, and asks for each such comment by its id before it says so; it is forgotten
 * only when `forgetting` is moved.
 */
export async function* walkComments(
  reader: FacebookReader,
  reading: Reading,
  post: { part: string; record: PostRecord; walk: "whole" | "rise" },
): AsyncGenerator<SourceBatch, WalkEnd> {
  const { part, record, walk } = post;
  const stream = commentStream(part);
  const known = new Map(Object.entries(await reading.cursor(stream)));
  const seen = new Map<string, string>();
  const back = later(record.newest, -OVERLAP_MS);
  let newest = record.newest;
  let cut = false;
  let people = 0;
  const pages = listPages(reader.graph, {
    contract: "facebook comments",
    entry: GraphComment,
    path: `${record.ref}/comments`,
    bucket: "pages",
    params: { filter: "stream", order: "reverse_chronological", limit: "100", fields: COMMENT_FIELDS },
    place: reader.place,
    isGone: isMissing,
  });
  let unreadable = 0;
  for await (const page of pages) {
    if (page === "gone") return { end: "gone", newest, people, gone: [] };
    unreadable += page.unreadable.length;
    people += page.entries.filter((comment) => comment.from?.id !== reader.pageId).length;
    const fresh = page.entries.filter((comment) => {
      const mark = markOf(comment);
      const id = lastPart(comment.id);
      const isNew = known.get(id) !== mark && seen.get(id) !== mark;
      seen.set(id, mark);
      if (comment.created_time > newest) newest = comment.created_time;
      return isNew;
    });
    yield {
      mentions: fresh.map((comment) => commentMention(comment, record.ref, reader)).reverse(),
      messages: [],
      gone: [],
      unreadable: page.unreadable,
      cursors: [],
    };
    if (walk === "rise" && page.entries.some((comment) => comment.created_time < back)) break;
    cut = page.more && reading.hurry();
    if (cut) break;
  }
  // Newest first: a walk that was cut has not seen what lies between its end and what is known. Only what it saw counts.
  const missing =
    walk === "whole" && !cut && unreadable === 0 ? [...known.keys()].filter((id) => !seen.has(id)) : [];
  const gone = await confirmGone(reader, reading, missing);
  yield {
    mentions: [],
    messages: [],
    gone: [],
    unreadable: [],
    cursors: [{ stream, to: Object.fromEntries(youngestOf(new Map([...known, ...seen]))) }],
  };
  return { end: cut ? "cut" : "read", newest, people, gone };
}

/** Missing from a list is not gone: only the platform's word for this very comment is. */
async function confirmGone(
  { graph, place }: FacebookReader,
  reading: Reading,
  missing: readonly string[],
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const id of missing) {
    if (reading.hurry()) break;
    const answer = await graph.get(id, { fields: "id" });
    if (answer.ok) continue;
    if (!isMissing(answer.failure)) throw readError(answer.failure, place);
    gone.push(id);
  }
  return gone;
}

/** The post's comments without some that are gone. */
export async function forgetting(
  reading: Reading,
  part: string,
  gone: readonly string[],
): Promise<CursorMove> {
  const stream = commentStream(part);
  const known = Object.entries(await reading.cursor(stream));
  return { stream, to: Object.fromEntries(known.filter(([id]) => !gone.includes(id))) };
}

const markOf = (comment: GraphComment): string =>
  `${comment.created_time}|${wordingHash(comment.message ?? "")}`;

const youngestOf = (marks: ReadonlyMap<string, string>): [string, string][] =>
  [...marks].sort(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, MAX_COMMENTS);
