import type { SendOutcome } from "../complaint/delivery.ts";
import type { AuthorId, Instant, MentionId } from "../complaint/ids.ts";

/** How the mention stands right before an answer is sent. */
export type MentionNow =
  | { readonly state: "there"; readonly text: string; readonly answeredBy: readonly string[] }
  | { readonly state: "gone" }
  | { readonly state: "could-not-look"; readonly until?: Instant };

/** What looking for our own text gave. "Not found" is not "could not look". */
export type Look =
  | {
      readonly found: "yes";
      readonly platformId: string;
      /** The person in the private conversation, as in `SendOutcome`. */
      readonly participant?: AuthorId;
    }
  | { readonly found: "no" }
  | { readonly found: "could-not-look" };

/** One brand's account on one platform, as the publisher needs it. Posts at most once per call; never retries. */
export type SocialPlatform = {
  /** Still there, in which words, and which replies of the brand stand under it (platform ids). */
  mentionNow(mention: MentionId): Promise<MentionNow>;
  replyPublicly(reply: { mention: MentionId; text: string }): Promise<SendOutcome>;
  /** Facebook: to the comment or post. X: to the person, who has written before. */
  writePrivately(message: {
    mention: MentionId;
    to: AuthorId | MentionId;
    text: string;
  }): Promise<SendOutcome>;
  findReply(reply: { mention: MentionId; text: string; since: Instant }): Promise<Look>;
  findMessage(message: {
    mention: MentionId;
    to: AuthorId | MentionId;
    text: string;
    since: Instant;
  }): Promise<Look>;
};
