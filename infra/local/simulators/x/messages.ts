import * as z from "zod";
import type { Answer } from "../server.ts";
import type { Call } from "./api.ts";
import { compareIds } from "./ids.ts";
import { readParams } from "./params.ts";
import { invalidRequest, ok, refusals } from "./problems.ts";
import type { DirectMessage } from "./state.ts";
import { type Asked, conversationOf, dmIncludesOf, dmView, hasWrittenTo } from "./views.ts";
import { readBody, userOf } from "./writes.ts";

/** Events of the last 30 days can be read (docs.x.com, "DM lookup"). */
const REACH_MS = 30 * 86_400_000;

/** GET /2/dm_events : every conversation of the account. */
export const allMessages = (call: Call): Answer => events(call, () => true);

/** GET /2/dm_conversations/with/:participant_id/dm_events */
export const messagesWith = (call: Call): Answer => {
  const [other = ""] = call.ids;
  return (
    badId(other) ?? events(call, ({ senderId, recipientId }) => senderId === other || recipientId === other)
  );
};

const badId = (id: string): Answer | undefined =>
  /^[0-9]{1,19}$/.test(id)
    ? undefined
    : invalidRequest([
        {
          message: `The \`participant_id\` query parameter value [${id}] is not valid`,
          parameters: { participant_id: [id] },
        },
      ]);

function events(call: Call, belongs: (message: DirectMessage) => boolean): Answer {
  const userId = userOf(call);
  const { store, request } = call;
  const params = readParams(request.query);
  const size = params.whole("max_results", 1, 100, 100);
  const token = params.text("pagination_token");
  const types = params.list("event_types");
  const asked: Asked = {
    tweetFields: params.list("tweet.fields"),
    userFields: params.list("user.fields"),
    mediaFields: params.list("media.fields"),
    dmFields: params.list("dm_event.fields"),
    expansions: params.list("expansions", "dmExpansions"),
    reader: userId,
    origin: request.origin,
  };
  params.rest();
  const from = token === undefined ? 0 : Number(/^dm(\d{16})$/.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(from))
    params.complain(
      "pagination_token",
      `The \`pagination_token\` query parameter value [${token}] is not valid`,
    );
  if (params.complaints.length > 0) return invalidRequest(params.complaints);
  const oldestMs = store.nowMs() - REACH_MS;
  const mine = store.state.messages
    .filter(({ senderId, recipientId }) => senderId === userId || recipientId === userId)
    .filter((message) => belongs(message) && message.writtenMs >= oldestMs && !request.hides(message))
    .filter(() => types.length === 0 || types.includes("MessageCreate"))
    .sort((a, b) => compareIds(b.id, a.id));
  const page = mine.slice(from, from + size);
  if (page.length === 0) return ok({ meta: { result_count: 0 } });
  return ok({
    data: page.map((message) => dmView(store, message, asked)),
    ...dmIncludesOf(store, page, asked),
    meta: {
      result_count: page.length,
      ...(from + size < mine.length ? { next_token: tokenOf(from + size) } : {}),
      ...(from > 0 ? { previous_token: tokenOf(Math.max(0, from - size)) } : {}),
    },
  });
}

/** Tokens of these calls have at least 16 characters. */
const tokenOf = (from: number): string => `dm${String(from).padStart(16, "0")}`;

const SendMessage = z.object({
  text: z.string().min(1).max(10_000),
  attachments: z.array(z.object({ media_id: z.string().regex(/^[0-9]{1,19}$/) })).optional(),
});

/** POST /2/dm_conversations/with/:participant_id/messages : only to who has written to the account. */
export function sendMessage(call: Call): Answer {
  const [other = ""] = call.ids;
  const bad = badId(other);
  if (bad !== undefined) return bad;
  const read = readBody(call, SendMessage);
  if ("answer" in read) return read.answer;
  const { store } = call;
  const senderId = userOf(call);
  if (store.personById(other) === undefined || !hasWrittenTo(store, other, senderId)) return refusals.noDm();
  const message = store.send({ senderId, recipientId: other, text: read.body.text, via: "api" });
  return ok({ data: { dm_conversation_id: conversationOf(senderId, other), dm_event_id: message.id } }, 201);
}
