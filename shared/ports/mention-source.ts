import type { Instant, MentionId } from "../complaint/ids.ts";
import type { Mention, Message } from "../complaint/mention.ts";

/**
 * A post or comment as the platform shows it now. `revision` is absent where the platform keeps no history of edits:
 * the wording is then compared with the stored one.
 */
export type SeenMention = Omit<Mention, "revision" | "seenAt"> & { readonly revision?: number };

/** A private message as the platform shows it. */
export type SeenMessage = Message;

/** Where a stream stands. */
export type CursorMove = { readonly stream: string; readonly to: Readonly<Record<string, string>> };

/** An entry that does not keep its contract: its id, if it had one, and where it broke. Never its words. */
export type Unreadable = { readonly id?: string; readonly contract: string; readonly reason: string };

/** What one step of reading gave. */
export type SourceBatch = {
  readonly mentions: readonly SeenMention[];
  readonly messages: readonly SeenMessage[];
  /** Known before, and gone on the platform: asked for, not only missed. */
  readonly gone: readonly MentionId[];
  readonly unreadable: readonly Unreadable[];
  /** True once everything of this batch, and of those before it, has been stored. */
  readonly cursors: readonly CursorMove[];
};

/** What a source needs while it reads. */
export type Reading = {
  cursor(stream: string): Promise<Readonly<Record<string, string>>>;
  /** True when the time for this poll is nearly over: stop at the next place from which nothing is lost. */
  hurry(): boolean;
  readonly now: Instant;
};

/** One brand's account on one platform, as the collector reads it. */
export type MentionSource = {
  /** Most important first; each is read apart, and one that fails does not stop the others. */
  readonly streams: readonly string[];
  /**
   * Reads one stream, newest state first, to the end of what is new. Ends early, without an error, when the
   * platform has closed its door for a while.
   *
   * @throws {Unavailable} the platform did not answer; what was given until then stands
   * @throws {Malformed} a page could not be read at all; no cursor is moved past it
   * @throws {NotConfigured} the token or a permission is missing
   */
  read(stream: string, reading: Reading): AsyncGenerator<SourceBatch>;
};
