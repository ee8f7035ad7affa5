import type { RefusalReason, SendOutcome } from "../../complaint/delivery.ts";
import {
  type AuthorId,
  type BrandId,
  type Instant,
  type MentionId,
  platformIdOf,
} from "../../complaint/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { AllowanceStore } from "../../ports/collecting.ts";
import type { MentionStore } from "../../ports/mention-store.ts";
import type { Secrets } from "../../ports/secrets.ts";
import type { MentionNow, SocialPlatform } from "../../ports/social-platform.ts";
import { later } from "../../runtime/clock.ts";
import { apiMeter } from "../api-meter.ts";
import { readXSecret, xClient } from "./x-client.ts";
import type { XFailure, XNo } from "./x-failure.ts";
import { xLooks } from "./x-looks.ts";
import { DirectMessageSaid, PostSaid } from "./x-replies.ts";

/** A dead token is replaced by a person: looking again sooner changes nothing. */
const TOKEN_WAIT_MS = 15 * 60_000;

type XPlatformOptions = {
  readonly brand: BrandId;
  readonly account: { readonly userId: string; readonly handle: string; readonly secret: string };
  readonly secrets: Secrets;
  readonly mentions: Pick<MentionStore, "get">;
  readonly allowances: AllowanceStore;
  readonly clock: Clock;
  /** @default https://api.x.com */
  readonly origin?: string | undefined;
  /** @default 10 s for reads, 20 s for writes */
  readonly timeoutMs?: number | undefined;
};

/**
 * An X account for the publisher. A private message goes to a person who has written to the account before; `to` may
 * also be the mention, for its author.
 *
 * @throws {NotConfigured} when the account's secret is missing or incomplete
 */
export async function xPlatform(options: XPlatformOptions): Promise<SocialPlatform> {
  const { brand, account, mentions, clock } = options;
  const client = xClient({
    secret: await readXSecret(options.secrets, account.secret),
    meter: apiMeter({ brand, channel: "x", allowances: options.allowances, clock }),
    clock,
    origin: options.origin,
    timeoutMs: options.timeoutMs,
  });
  /** The wording that stands, as far as we know: a reply to an older one is a reply to that. */
  const currentRef = async (id: MentionId): Promise<string> =>
    (await mentions.get(brand, id))?.platformRef ?? platformIdOf(id);
  const personOf = async (to: AuthorId | MentionId, mention: MentionId): Promise<string | undefined> => {
    if (to !== mention) return to.slice(to.indexOf(":") + 1);
    const author = (await mentions.get(brand, mention))?.author;
    return author === undefined ? undefined : platformIdOf(author.id);
  };
  const looks = xLooks(client, account.userId);

  return {
    async mentionNow(id) {
      const post = await looks.currentPost(await currentRef(id));
      if ("failed" in post) return couldNotLook(post.failed);
      if (post.state !== "there") return { state: post.state };
      const replies = await looks.ownRepliesTo(post.versions);
      if ("failed" in replies) return couldNotLook(replies.failed);
      return { state: "there", text: post.text, answeredBy: replies.map(({ id: reply }) => reply) };
    },
    async replyPublicly({ mention, text }) {
      const body = { text, reply: { in_reply_to_tweet_id: await currentRef(mention) } };
      const answer = await client.write("tweets", {}, body, "post");
      if (!answer.ok) return sendFailed(answer.failure, clock.now());
      const said = PostSaid.safeParse(answer.body);
      // A success without an id is no success that could be pointed at: look.
      return said.success ? { outcome: "sent", platformId: said.data.data.id } : { outcome: "unknown" };
    },
    async writePrivately({ mention, to, text }) {
      const person = await personOf(to, mention);
      if (person === undefined)
        return { outcome: "refused", reason: "person-unavailable", code: "no author" };
      const path = "dm_conversations/with/:participant_id/messages";
      const answer = await client.write(path, { participant_id: person }, { text }, "dm-send");
      if (!answer.ok) return sendFailed(answer.failure, clock.now());
      const said = DirectMessageSaid.safeParse(answer.body);
      return said.success
        ? { outcome: "sent", platformId: said.data.data.dm_event_id }
        : { outcome: "unknown" };
    },
    async findReply({ mention, text, since }) {
      const known = new Set([platformIdOf(mention), await currentRef(mention)]);
      return looks.findReply(known, text, since);
    },
    async findMessage({ mention, to, text, since }) {
      const person = await personOf(to, mention);
      return person === undefined ? { found: "no" } : looks.findMessage(person, text, since);
    },
  };
}

const couldNotLook = (failure: XFailure): MentionNow =>
  "until" in failure ? { state: "could-not-look", until: failure.until } : { state: "could-not-look" };

const refusals: Readonly<Record<Exclude<XNo, "duplicate">, RefusalReason>> = {
  "not-summoned": "not-summoned",
  "replies-restricted": "replies-restricted",
  "parent-gone": "mention-removed",
  "no-direct-message": "person-unavailable",
  other: "platform-said-no",
};

function sendFailed(failure: XFailure, now: Instant): SendOutcome {
  switch (failure.kind) {
    case "closed":
      return { outcome: "wait", reason: failure.reason, until: failure.until };
    case "throttled":
    case "credits":
      return { outcome: "wait", reason: failure.kind, until: failure.until };
    case "token":
      return { outcome: "wait", reason: "token", until: later(now, TOKEN_WAIT_MS) };
    case "lost":
      return { outcome: "unknown" };
    case "no":
      // These words stand already: perhaps ours, from a call whose answer was lost. Look.
      if (failure.why === "duplicate") return { outcome: "unknown" };
      return { outcome: "refused", reason: refusals[failure.why], code: failure.code };
    default:
      return failure satisfies never;
  }
}
