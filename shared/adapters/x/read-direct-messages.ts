import type { Reading, SourceBatch, Unreadable } from "../../ports/mention-source.ts";
import { later } from "../../runtime/clock.ts";
import { readError } from "./read-error.ts";
import { DM_FIELDS } from "./x-looks.ts";
import { privateMessage } from "./x-mentions.ts";
import { compareIds, mustHaveOwner, readPage, XDirectMessage } from "./x-objects.ts";
import type { XReader } from "./x-source.ts";

const STREAM = "messages";
const MINUTE_MS = 60_000;
/** Messages may show up later than younger ones. */
const OVERLAP_MS = 15 * MINUTE_MS;
/** How far back the first poll of an account goes. */
const FIRST_POLL_MS = 7 * 24 * 60 * MINUTE_MS;
const MAX_RECENT = 1000;
const empty: SourceBatch = { mentions: [], messages: [], gone: [], unreadable: [], cursors: [] };

/** One poll of all direct messages, newest first, back to where the last one began. There is no `since` to ask with. */
export async function* readDirectMessages(reader: XReader, reading: Reading): AsyncGenerator<SourceBatch> {
  // X gives this list few calls; with the last of them spent, the publisher could not look for its own message.
  if (await reader.isSparing("dm-read")) return;
  const stored = await reading.cursor(STREAM);
  const back = later(stored["readTo"] ?? later(reading.now, -FIRST_POLL_MS), -OVERLAP_MS);
  const recent = new Set((stored["recent"] ?? "").split(",").filter((id) => id !== ""));
  const seen = new Set(recent);
  let token: string | undefined;
  let isWhole = true;
  do {
    const query = {
      max_results: 100,
      ...DM_FIELDS,
      ...(token === undefined ? {} : { pagination_token: token }),
    };
    const answer = await reader.client.readAsUser("dm_events", {}, query, "dm-read");
    if (!answer.ok) throw readError(answer.failure, reader.place);
    const page = readPage("x direct messages", XDirectMessage, answer.body);
    mustHaveOwner(page, answer.body, reader.place);
    const fresh = page.entries.filter((one) => one.created_at >= back && !recent.has(one.id));
    const read = fresh.map((one) => ({ id: one.id, message: privateMessage(one, reader.account) }));
    const nameless: Unreadable[] = read.flatMap(({ id, message }) =>
      message === undefined
        ? [{ id, contract: "x direct messages", reason: "dm_conversation_id: not between two" }]
        : [],
    );
    for (const { id } of page.entries) seen.add(id);
    yield {
      ...empty,
      messages: read.flatMap(({ message }) => message ?? []).reverse(),
      unreadable: [...page.unreadable, ...nameless],
    };
    token = page.entries.some((one) => one.created_at < back) ? undefined : page.nextToken;
    isWhole = token === undefined;
  } while (!isWhole && !reading.hurry());
  const youngest = [...seen].sort((a, b) => compareIds(b, a)).slice(0, MAX_RECENT);
  // A poll that was cut keeps its mark: what lies below has not been read.
  const readTo = isWhole ? reading.now : stored["readTo"];
  yield {
    ...empty,
    cursors: [
      { stream: STREAM, to: { recent: youngest.join(","), ...(readTo === undefined ? {} : { readTo }) } },
    ],
  };
}
