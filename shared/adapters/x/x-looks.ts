import type { Instant } from "../../complaint/ids.ts";
import type { Look } from "../../ports/social-platform.ts";
import { later } from "../../runtime/clock.ts";
import { Malformed } from "../../runtime/errors.ts";
import type { XAnswer, XClient } from "./x-client.ts";
import type { XFailure } from "./x-failure.ts";
import { currentId, firstId, isSameText, POST_FIELDS, replyWords, wordsOf } from "./x-mentions.ts";
import { compareIds, isGone, readPage, XDirectMessage, type XPage, XPost } from "./x-objects.ts";

/** Looking reads at most this many pages. */
const LOOK_PAGES = 10;
/** Our clock and X's may differ. */
const SKEW_MS = 60_000;

type Failed = { readonly failed: XFailure };
type Now =
  | { readonly state: "there"; readonly text: string; readonly versions: readonly string[] }
  | { readonly state: "gone" | "could-not-look" };

/** Looks for what the account itself wrote. "Not found" is said only where the list was read to its end. */
export function xLooks(client: XClient, userId: string) {
  /** The account's own posts after a post, newest first. */
  async function* ownPostsAfter(id: string): AsyncGenerator<XPage<XPost> | Failed> {
    yield* pagesOf("x own posts", XPost, (page) =>
      client.read(
        "users/:id/tweets",
        { id: userId },
        { since_id: id, max_results: 100, ...POST_FIELDS, ...page },
        "own",
      ),
    );
  }
  async function postOf(id: string): Promise<{ post: XPost | undefined; gone: boolean } | Failed> {
    const answer = await client.read("tweets/:id", { id }, { ...POST_FIELDS }, "lookup");
    if (!answer.ok) return { failed: answer.failure };
    const page = readable("x post", XPost, answer.body);
    if ("failed" in page) return page;
    return { post: page.entries[0], gone: page.errors.some(isGone) };
  }

  return {
    /** The wording that stands now, found from any version's id. */
    async currentPost(id: string): Promise<Now | Failed> {
      const first = await postOf(id);
      if ("failed" in first) return first;
      const known = first.post;
      if (known === undefined) return { state: first.gone ? "gone" : "could-not-look" };
      const versions = known.edit_history_tweet_ids ?? [known.id];
      // An old id still gives the old words.
      const last = currentId(known) === known.id ? first : await postOf(currentId(known));
      if ("failed" in last) return last;
      if (last.post === undefined) return { state: last.gone ? "gone" : "could-not-look" };
      return { state: "there", text: wordsOf(last.post), versions };
    },

    /** The account's replies directly to any version of a post. */
    async ownRepliesTo(versions: readonly string[]): Promise<readonly { id: string }[] | Failed> {
      const oldest = [...versions].sort(compareIds)[0];
      const own: { id: string }[] = [];
      if (oldest === undefined) return own;
      for await (const page of ownPostsAfter(oldest)) {
        if ("failed" in page) return page;
        own.push(
          ...page.entries.filter((post) => answers(post, versions)).map((post) => ({ id: firstId(post) })),
        );
      }
      return own;
    },

    async findReply(versions: ReadonlySet<string>, text: string, since: Instant): Promise<Look> {
      const oldest = [...versions].sort(compareIds)[0];
      const from = later(since, -SKEW_MS);
      if (oldest === undefined) return { found: "could-not-look" };
      let isWhole = true;
      for await (const page of ownPostsAfter(oldest)) {
        if ("failed" in page) return { found: "could-not-look" };
        const ours = page.entries.find(
          (post) =>
            answers(post, [...versions]) && post.created_at >= from && isSameText(replyWords(post), text),
        );
        if (ours !== undefined) return { found: "yes", platformId: firstId(ours) };
        isWhole = page.nextToken === undefined;
      }
      return isWhole ? { found: "no" } : { found: "could-not-look" };
    },

    async findMessage(person: string, text: string, since: Instant): Promise<Look> {
      const from = later(since, -SKEW_MS);
      const pages = pagesOf("x direct messages", XDirectMessage, (page) =>
        client.readAsUser(
          "dm_conversations/with/:participant_id/dm_events",
          { participant_id: person },
          { max_results: 100, ...DM_FIELDS, ...page },
          "dm-look",
        ),
      );
      let isWhole = true;
      for await (const page of pages) {
        if ("failed" in page) return { found: "could-not-look" };
        const ours = page.entries.find(
          (one) => one.sender_id === userId && one.created_at >= from && isSameText(one.text ?? "", text),
        );
        if (ours !== undefined) return { found: "yes", platformId: ours.id };
        if (page.entries.some((one) => one.created_at < from)) return { found: "no" };
        isWhole = page.nextToken === undefined;
      }
      return isWhole ? { found: "no" } : { found: "could-not-look" };
    },
  };
}

export const DM_FIELDS = {
  "dm_event.fields": "created_at,dm_conversation_id,event_type,id,sender_id,text",
  event_types: "MessageCreate",
} as const;

const answers = (post: XPost, versions: readonly string[]): boolean =>
  (post.referenced_tweets ?? []).some(({ type, id }) => type === "replied_to" && versions.includes(id));

async function* pagesOf<T>(
  contract: string,
  entry: Parameters<typeof readPage<T>>[1],
  ask: (page: { pagination_token?: string }) => Promise<XAnswer>,
): AsyncGenerator<XPage<T> | Failed> {
  let token: string | undefined;
  for (let at = 0; at < LOOK_PAGES; at++) {
    const answer = await ask(token === undefined ? {} : { pagination_token: token });
    if (!answer.ok) return yield { failed: answer.failure };
    const page = readable(contract, entry, answer.body);
    yield page;
    if ("failed" in page || page.nextToken === undefined) return;
    token = page.nextToken;
  }
}

/** An answer that cannot be read is a look that failed, not a "no". */
function readable<T>(
  contract: string,
  entry: Parameters<typeof readPage<T>>[1],
  body: unknown,
): XPage<T> | Failed {
  try {
    const page = readPage(contract, entry, body);
    return page.unreadable.length === 0 ? page : { failed: { kind: "lost", why: "unreadable" } };
  } catch (error) {
    if (error instanceof Malformed) return { failed: { kind: "lost", why: "unreadable" } };
    throw error;
  }
}
