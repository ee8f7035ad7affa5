import * as z from "zod";
import type { Unreadable } from "../../ports/mention-source.ts";
import { Malformed, NotConfigured } from "../../runtime/errors.ts";
import { WrittenName, WrittenText } from "../written-text.ts";

/** Digits up to 19, rising with time; not a JS number. */
const Id = z.string().regex(/^[0-9]{1,19}$/);
const At = z.iso.datetime();
const MentionEntity = z.object({ start: z.int(), username: z.string(), id: Id.optional() });
const UrlEntity = z.object({ url: z.string(), media_key: z.string().optional() });
const Entities = z.object({
  mentions: z.array(MentionEntity).optional(),
  urls: z.array(UrlEntity).optional(),
});

/** A post. What has no value is left out, never null. */
export const XPost = z.object({
  id: Id,
  text: WrittenText,
  edit_history_tweet_ids: z.array(Id).optional(),
  author_id: Id.optional(),
  created_at: At,
  conversation_id: Id.optional(),
  display_text_range: z.tuple([z.int(), z.int()]).optional(),
  reply_settings: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: Id })).optional(),
  entities: Entities.optional(),
  /** The whole of a long post; `text` is cut then. */
  note_tweet: z.object({ text: WrittenText, entities: Entities.optional() }).optional(),
  attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
});
export type XPost = z.infer<typeof XPost>;

export const XUser = z.object({ id: Id, name: WrittenName.optional(), username: WrittenName.optional() });
export type XUser = z.infer<typeof XUser>;

/** A post that another refers to; only what the reference needs. */
const Referenced = z.object({
  id: Id,
  author_id: Id.optional(),
  edit_history_tweet_ids: z.array(Id).optional(),
});
export type Referenced = z.infer<typeof Referenced>;

export const XDirectMessage = z.object({
  id: Id,
  event_type: z.string(),
  text: WrittenText.optional(),
  created_at: At,
  sender_id: Id.optional(),
  dm_conversation_id: z.string().optional(),
});
export type XDirectMessage = z.infer<typeof XDirectMessage>;

/** An entry of `errors` beside the data: one thing of a batch that was not given. */
const Partial = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  resource_id: z.string().optional(),
});
export type PartialError = z.infer<typeof Partial>;

/** An empty page has no `data`. */
const Body = z.object({
  data: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  includes: z
    .object({ users: z.array(z.unknown()).optional(), tweets: z.array(z.unknown()).optional() })
    .optional(),
  errors: z.array(Partial).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

/** One answer: what could be read, what could not, and where to go on. */
export type XPage<T> = {
  readonly entries: readonly T[];
  readonly unreadable: readonly Unreadable[];
  readonly users: ReadonlyMap<string, XUser>;
  readonly referenced: ReadonlyMap<string, Referenced>;
  readonly errors: readonly PartialError[];
  readonly nextToken: string | undefined;
};

/**
 * Reads one answer, of a list or of a single thing. A bad entry is set aside, the good ones are kept.
 *
 * @throws {Malformed} when it is no answer of that kind, or when none of its entries could be read
 */
export function readPage<T>(contract: string, entry: z.ZodType<T>, raw: unknown): XPage<T> {
  const body = Body.safeParse(raw);
  if (!body.success) throw new Malformed(contract, issuesOf(body.error));
  const { data, includes, errors, meta } = body.data;
  if (data === undefined && meta === undefined && errors === undefined)
    throw new Malformed(contract, ["body: holds nothing"]);
  const read = (Array.isArray(data) ? data : data === undefined ? [] : [data]).map((one) => ({
    one,
    parsed: entry.safeParse(one),
  }));
  const entries = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  const unreadable = read.flatMap(({ one, parsed }) =>
    parsed.success ? [] : [{ ...idOf(one), contract, reason: issuesOf(parsed.error).join("; ") }],
  );
  if (entries.length === 0 && unreadable.length > 0)
    throw new Malformed(contract, unreadable.map(({ reason }) => reason).slice(0, 3));
  return {
    entries,
    unreadable,
    users: byId(XUser, includes?.users),
    referenced: byId(Referenced, includes?.tweets),
    errors: errors ?? [],
    nextToken: meta?.next_token,
  };
}

/** `data.3.created_at: Invalid ISO datetime`: the place and the rule, never the value. */
const issuesOf = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);

/** A list that answers with errors alone has no owner. @throws {NotConfigured} */
export function mustHaveOwner(page: XPage<unknown>, raw: unknown, place: string): void {
  const hasMeta = z.object({ meta: z.unknown() }).safeParse(raw);
  if (
    page.entries.length > 0 ||
    page.errors.length === 0 ||
    (hasMeta.success && hasMeta.data.meta !== undefined)
  )
    return;
  throw new NotConfigured(
    `X does not know ${place}. Check account.channels.x.userId in the brand's file (GET /2/users/by/username/:handle tells it) and publish it.`,
  );
}

function byId<T extends { id: string }>(
  schema: z.ZodType<T>,
  raw: readonly unknown[] | undefined,
): ReadonlyMap<string, T> {
  const read = (raw ?? []).flatMap((one) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return new Map(read.map((one) => [one.id, one]));
}

function idOf(raw: unknown): { id?: string } {
  const parsed = z.object({ id: z.string().max(100) }).safeParse(raw);
  return parsed.success ? { id: parsed.data.id } : {};
}

/** Order of ids as numbers: positive when `a` is newer. */
export const compareIds = (a: string, b: string): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
/** The problem name at the end of a partial error's type. */
const problemName = (error: PartialError): string => error.type?.split("/").at(-1) ?? "";
/** The person took it down, or lets only followers see it: in both cases it may not be kept. */
export const isGone = (error: PartialError): boolean =>
  problemName(error) === "resource-not-found" || problemName(error) === "not-authorized-for-resource";
