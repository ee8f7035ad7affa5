import { mentionId } from "../../complaint/ids.ts";
import type { CursorMove, Reading, SourceBatch } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { readError } from "./read-error.ts";
import { currentId, firstId, POST_FIELDS, postMention } from "./x-mentions.ts";
import { compareIds, isGone, readPage, type XPage, XPost } from "./x-objects.ts";
import type { XReader } from "./x-source.ts";

const STREAM = "watch";
/** One lookup takes a hundred ids. X charges a post once a UTC day, however often it is asked for. */
const MAX_WATCHED = 100;
const EVERY_MS = 10 * 60_000;
const empty: SourceBatch = { mentions: [], messages: [], gone: [], unreadable: [], cursors: [] };

/** First id of a post → the id of the wording that we know. */
type Watched = ReadonlyMap<string, string>;

const readWatched = (written: string | undefined): Watched =>
  new Map(
    (written ?? "").split(",").flatMap((pair): [string, string][] => {
      const [first, current] = pair.split(":");
      return first === undefined || first === "" ? [] : [[first, current ?? first]];
    }),
  );
const writeWatched = (watched: Watched): string =>
  [...watched]
    .sort(([a], [b]) => compareIds(b, a))
    .slice(0, MAX_WATCHED)
    .map(([first, current]) => (first === current ? first : `${first}:${current}`))
    .join(",");

/**
 * The watched posts with some more. They are looked at in the round after the next look: a post that was written
 * just now may be in one list and not yet in a lookup, and must not be taken for deleted.
 */
export async function watching(reading: Reading, more: Watched): Promise<CursorMove> {
  const stored = await reading.cursor(STREAM);
  const fresh = writeWatched(new Map([...readWatched(stored["fresh"]), ...more]));
  return { stream: STREAM, to: { ...stored, fresh } };
}

/**
 * Asks for the watched posts again: who deleted a post or protected the account is to be forgotten here too, and an
 * edit that took the brand's name out shows up in no other list.
 */
export async function* readWatch(reader: XReader, reading: Reading): AsyncGenerator<SourceBatch> {
  const stored = await reading.cursor(STREAM);
  const { lookedAt } = stored;
  if (lookedAt !== undefined && later(lookedAt, EVERY_MS) > reading.now) return;
  if (await reader.isSparing("lookup")) return;
  const watched = readWatched(stored["posts"]);
  const fresh = readWatched(stored["fresh"]);
  const moved = (next: Watched): SourceBatch["cursors"] => [
    { stream: STREAM, to: { lookedAt: reading.now, posts: writeWatched(new Map([...next, ...fresh])) } },
  ];
  if (watched.size === 0) {
    if (fresh.size > 0) yield { ...empty, cursors: moved(watched) };
    return;
  }
  const found = await lookup(reader, [...watched.values()]);
  const missing = new Set(found.errors.filter(isGone).flatMap(({ resource_id: id }) => id ?? []));
  const gone = [...watched].flatMap(([first, current]) => (missing.has(current) ? [first] : []));
  const edited = found.entries.filter((post) => currentId(post) !== post.id);
  const now = edited.length === 0 ? undefined : await lookup(reader, edited.map(currentId));
  const next = new Map([...watched].filter(([first]) => !gone.includes(first)));
  for (const post of now?.entries ?? []) next.set(firstId(post), post.id);
  yield {
    ...empty,
    mentions: now?.entries.flatMap((post) => postMention(post, now, reader.account) ?? []) ?? [],
    gone: gone.map((first) => mentionId("x", first)),
    unreadable: [...found.unreadable, ...(now?.unreadable ?? [])],
    cursors: moved(next),
  };
}

async function lookup({ client, place }: XReader, ids: readonly string[]): Promise<XPage<XPost>> {
  const answer = await client.read("tweets", {}, { ids: ids.join(","), ...POST_FIELDS }, "lookup");
  if (!answer.ok) throw readError(answer.failure, place);
  return readPage("x watch", XPost, answer.body);
}
