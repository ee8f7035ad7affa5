import type { RefusalReason, SendOutcome } from "../../complaint/delivery.ts";
import { authorId, type BrandId, type Instant, type MentionId, platformIdOf } from "../../complaint/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { AllowanceStore } from "../../ports/collecting.ts";
import type { MentionStore } from "../../ports/mention-store.ts";
import type { Secrets } from "../../ports/secrets.ts";
import type { MentionNow, SocialPlatform } from "../../ports/social-platform.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";
import { apiMeter } from "../api-meter.ts";
import { facebookLooks } from "./facebook-looks.ts";
import { type GraphAnswer, type GraphClient, graphClient, readFacebookSecret } from "./graph-client.ts";
import { failureCode, type GraphFailure, isMissing } from "./graph-failure.ts";
import { MessageSent, ObjectSaid, ReplySaid } from "./graph-replies.ts";

/** A dead token is replaced by a person: looking again sooner changes nothing. */
const TOKEN_WAIT_MS = 15 * 60_000;

type FacebookPlatformOptions = {
  readonly brand: BrandId;
  readonly account: { readonly pageId: string; readonly secret: string };
  readonly secrets: Secrets;
  readonly mentions: Pick<MentionStore, "get">;
  readonly allowances: AllowanceStore;
  readonly clock: Clock;
  /** @default https://graph.facebook.com */
  readonly origin?: string | undefined;
  /** @default 10 s for reads, 20 s for writes */
  readonly timeoutMs?: number | undefined;
};

/**
 * A Facebook page for the publisher. A private message to the mention itself (`to` = `mention`) is a private reply:
 * one per comment or post, within seven days; to an author it goes into the open conversation.
 *
 * @throws {NotConfigured} when the page's secret is missing or incomplete
 */
export async function facebookPlatform(options: FacebookPlatformOptions): Promise<SocialPlatform> {
  const { brand, account, mentions, clock } = options;
  const { pageId } = account;
  const graph = graphClient({
    secret: await readFacebookSecret(options.secrets, account.secret),
    meter: apiMeter({ brand, channel: "facebook", allowances: options.allowances, clock }),
    clock,
    origin: options.origin,
    timeoutMs: options.timeoutMs,
  });
  const placeOf = async (id: MentionId): Promise<Place> => {
    const mention = await mentions.get(brand, id);
    const root =
      mention === undefined || mention.rootId === id ? mention : await mentions.get(brand, mention.rootId);
    const isPost = mention?.kind === "post";
    const part = platformIdOf(id);
    return {
      isPost,
      part,
      ref: isPost ? (mention.platformRef ?? `${pageId}_${part}`) : part,
      post:
        root?.platformRef ??
        (mention === undefined ? undefined : `${pageId}_${platformIdOf(mention.rootId)}`),
      parent: mention?.parentId === undefined ? undefined : platformIdOf(mention.parentId),
    };
  };
  const looks = facebookLooks(graph, pageId, placeOf);

  return {
    async mentionNow(id) {
      const place = await placeOf(id);
      const answer = await graph.get(place.ref, { fields: "id,message" });
      if (!answer.ok) return nowFailed(answer.failure);
      const said = ObjectSaid.safeParse(answer.body);
      if (!said.success)
        throw new Malformed(
          "facebook object",
          said.error.issues.map(({ path }) => path.join(".")),
        );
      const replies = await looks.ownRepliesUnder(place);
      if ("failed" in replies) return nowFailed(replies.failed, "under a mention that is there");
      return {
        state: "there",
        text: said.data.message ?? "",
        answeredBy: replies.map(({ id: reply }) => reply),
      };
    },
    async replyPublicly({ mention, text }) {
      const { ref } = await placeOf(mention);
      const answer = await graph.post(`${ref}/comments`, { message: text });
      if (!answer.ok) return sendFailed(answer.failure, clock.now());
      const said = ReplySaid.safeParse(answer.body);
      // A success without an id is no success that could be pointed at: look.
      return said.success ? { outcome: "sent", platformId: said.data.id } : { outcome: "unknown" };
    },
    async writePrivately({ mention, to, text }) {
      const recipient = await recipientOf(mention, to, placeOf);
      return readMessageSent(await sendMessage(graph, pageId, recipient, text), clock.now());
    },
    findReply: ({ mention, text, since }) => looks.findReply(mention, text, since),
    findMessage: ({ mention, to, text, since }) => looks.findMessage(mention, to, text, since),
  };
}

/** How a mention is addressed in calls. A comment is known by its own part alone, a post only with its page. */
export type Place = {
  readonly isPost: boolean;
  readonly part: string;
  readonly ref: string;
  readonly post: string | undefined;
  /** The comment or post that it stands under, the part after the last `_`. */
  readonly parent: string | undefined;
};

async function recipientOf(
  mention: MentionId,
  to: string,
  placeOf: (id: MentionId) => Promise<Place>,
): Promise<Readonly<Record<string, string>>> {
  if (to !== mention) return { id: to.slice(to.indexOf(":") + 1) };
  const place = await placeOf(mention);
  return place.isPost ? { post_id: place.ref } : { comment_id: place.ref };
}

const sendMessage = (
  graph: GraphClient,
  pageId: string,
  recipient: Readonly<Record<string, string>>,
  text: string,
): Promise<GraphAnswer> =>
  graph.post(`${pageId}/messages`, { recipient, message: { text }, messaging_type: "RESPONSE" }, "messenger");

function readMessageSent(answer: GraphAnswer, now: Instant): SendOutcome {
  if (!answer.ok) return sendFailed(answer.failure, now);
  const said = MessageSent.safeParse(answer.body);
  if (!said.success) return { outcome: "unknown" };
  const { message_id: platformId, recipient_id: person } = said.data;
  return {
    outcome: "sent",
    platformId,
    ...(person === undefined ? {} : { participant: authorId("facebook", person) }),
  };
}

function nowFailed(failure: GraphFailure, where = ""): MentionNow {
  if (isMissing(failure) && where === "") return { state: "gone" };
  return "until" in failure ? { state: "could-not-look", until: failure.until } : { state: "could-not-look" };
}

/** Final noes with a reason of their own; what is not here is `platform-said-no` (Graph API and Messenger error codes). */
const refusals: Readonly<Record<string, RefusalReason>> = {
  "100/33": "mention-removed",
  "100/2018292": "mention-removed",
  "10/2018278": "window-closed",
  "10902": "person-unavailable",
  "10903": "person-unavailable",
  "551": "person-unavailable",
};
/** Said before in these words, or already answered privately: what we sent may be there, so look. */
const LOOK: ReadonlySet<number> = new Set([506, 10900]);

function sendFailed(failure: GraphFailure, now: Instant): SendOutcome {
  switch (failure.kind) {
    case "closed":
    case "throttled":
      return { outcome: "wait", reason: "throttled", until: failure.until };
    case "blocked":
      return { outcome: "wait", reason: "blocked", until: failure.until };
    case "token":
      return { outcome: "wait", reason: "token", until: later(now, TOKEN_WAIT_MS) };
    case "lost":
      return { outcome: "unknown" };
    case "no": {
      if (LOOK.has(failure.code)) return { outcome: "unknown" };
      const code = failureCode(failure);
      return {
        outcome: "refused",
        reason: refusals[code] ?? refusals[String(failure.code)] ?? "platform-said-no",
        code,
      };
    }
    default:
      return failure satisfies never;
  }
}
