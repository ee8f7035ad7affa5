import type { Reading, SourceBatch, Unreadable } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";
import { privateMessage } from "./facebook-mentions.ts";
import type { FacebookReader } from "./facebook-source.ts";
import { GraphConversation, GraphMessage } from "./graph-objects.ts";
import { listPages } from "./graph-read.ts";

const STREAM = "messages";
const MINUTE_MS = 60_000;
/** Messages may show up later than younger ones. */
const OVERLAP_MS = 10 * MINUTE_MS;
/** How far back the first poll of a page goes. */
const FIRST_POLL_MS = 7 * 24 * 60 * MINUTE_MS;
/** Conversations whose last stir is remembered; the newest. */
const MAX_CONVERSATIONS = 1000;
/** Beside the conversations: the stir up to which the list has been read without a gap. */
const MARK = "readTo";
const empty: SourceBatch = { mentions: [], messages: [], gone: [], unreadable: [], cursors: [] };

type Conversation = {
  readonly id: string;
  readonly updated_time: string;
  readonly participants?: { data: readonly { id: string }[] } | undefined;
};

/** One poll of the inbox: the conversations that have stirred since the last one, each back to where it was read. */
export async function* readMessages(reader: FacebookReader, reading: Reading): AsyncGenerator<SourceBatch> {
  const { [MARK]: mark, ...before } = await reading.cursor(STREAM);
  const stirred = new Map(Object.entries(before));
  const start = later(reading.now, -FIRST_POLL_MS);
  const back = later(mark ?? start, -OVERLAP_MS);
  let newest = mark ?? start;
  const next = new Map(stirred);
  let malformed: Malformed | undefined;
  const pages = listPages(reader.graph, {
    contract: "facebook conversations",
    entry: GraphConversation,
    path: `${reader.pageId}/conversations`,
    bucket: "messenger",
    params: { limit: "50", fields: "id,updated_time,participants" },
    place: reader.place,
  });
  let isWhole = true;
  listing: for await (const page of pages) {
    if (page === "gone") break;
    if (page.unreadable.length > 0) yield { ...empty, unreadable: page.unreadable };
    for (const conversation of page.entries) {
      if (conversation.updated_time > newest) newest = conversation.updated_time;
      if (conversation.updated_time < back || stirred.get(conversation.id) === conversation.updated_time)
        continue;
      if (reading.hurry()) {
        isWhole = false;
        break listing;
      }
      try {
        const from = later(stirred.get(conversation.id) ?? start, -OVERLAP_MS);
        yield* readConversation(reader, conversation, from);
        next.set(conversation.id, conversation.updated_time);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        malformed = error;
      }
    }
    // Newest stir first: behind a page of old ones there is nothing new.
    if (page.entries.every((conversation) => conversation.updated_time < back)) break;
  }
  // Without the older part of the list, the newest stir must not become the mark to stop at.
  const readTo = isWhole && malformed === undefined ? newest : mark;
  const to = { ...youngest(next), ...(readTo === undefined ? {} : { [MARK]: readTo }) };
  yield { ...empty, cursors: [{ stream: STREAM, to }] };
  if (malformed !== undefined) throw malformed;
}

async function* readConversation(
  reader: FacebookReader,
  conversation: Conversation,
  from: string,
): AsyncGenerator<SourceBatch> {
  const participant = conversation.participants?.data.find(({ id }) => id !== reader.pageId)?.id;
  const pages = listPages(reader.graph, {
    contract: "facebook messages",
    entry: GraphMessage,
    path: `${conversation.id}/messages`,
    bucket: "messenger",
    params: { limit: "50", fields: "id,message,created_time,from,to" },
    place: reader.place,
  });
  for await (const page of pages) {
    if (page === "gone") return;
    const fresh = page.entries.filter((message) => message.created_time >= from);
    const read = fresh.map((message) => ({
      id: message.id,
      message: privateMessage(message, participant, reader),
    }));
    const nameless: Unreadable[] = read.flatMap(({ id, message }) =>
      message === undefined
        ? [{ id, contract: "facebook messages", reason: "from: nobody on the other side" }]
        : [],
    );
    yield {
      ...empty,
      messages: read.flatMap(({ message }) => message ?? []).reverse(),
      unreadable: [...page.unreadable, ...nameless],
    };
    if (page.entries.some((message) => message.created_time < from)) return;
  }
}

const youngest = (stirred: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...stirred].sort(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, MAX_CONVERSATIONS));
