import * as z from "zod";
import { Instant } from "../../complaint/ids.ts";
import type { Unreadable } from "../../ports/mention-source.ts";
import { Malformed } from "../../runtime/errors.ts";
import { WrittenName, WrittenText } from "../written-text.ts";

/** `2026-01-31T09:30:00+0000` → ISO 8601 with `Z`. */
const Time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return Instant.parse(new Date(at).toISOString());
  context.addIssue("is not a time");
  return z.NEVER;
});
/** `<page>_<post>`, `<post>_<comment>`, or the last part alone. */
const ObjectId = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);
/** Absent without the right permission; the name may be missing too. */
const From = z.object({ id: ObjectId, name: WrittenName.optional() });

export const GraphPost = z.object({
  id: ObjectId,
  message: WrittenText.optional(),
  created_time: Time,
  from: From.optional(),
  permalink_url: z.url().optional(),
  full_picture: z.string().optional(),
  attachments: z.object({ data: z.array(z.unknown()) }).optional(),
  comments: z.object({ summary: z.object({ total_count: z.int().min(0) }) }).optional(),
});
export type GraphPost = z.infer<typeof GraphPost>;

export const GraphComment = z.object({
  id: ObjectId,
  message: WrittenText.optional(),
  created_time: Time,
  from: From.optional(),
  parent: z.object({ id: ObjectId }).optional(),
  permalink_url: z.url().optional(),
  attachment: z.unknown().optional(),
  can_comment: z.boolean().optional(),
});
export type GraphComment = z.infer<typeof GraphComment>;

export const GraphConversation = z.object({
  id: z.string().min(1),
  updated_time: Time,
  participants: z.object({ data: z.array(From) }).optional(),
});
export const GraphMessage = z.object({
  id: z.string().regex(/^[A-Za-z0-9_.$-]{1,400}$/),
  message: WrittenText.optional(),
  created_time: Time,
  from: From.optional(),
  to: z.object({ data: z.array(From) }).optional(),
});
export type GraphMessage = z.infer<typeof GraphMessage>;

/** The end is where `next` is absent: a page may be short, or empty, before. */
const Page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});

/** One page of a list: what could be read, what could not, and where to go on. */
export type GraphPage<T> = {
  readonly entries: readonly T[];
  readonly unreadable: readonly Unreadable[];
  readonly more: boolean;
  /** Where the next page begins; absent where this one, though not the last, held nothing to begin behind. */
  readonly after: string | undefined;
};

/**
 * Reads one page. A bad entry is set aside, the good ones are kept.
 *
 * @throws {Malformed} when it is no page, or when none of its entries could be read
 */
export function readPage<T>(contract: string, entry: z.ZodType<T>, body: unknown): GraphPage<T> {
  const page = Page.safeParse(body);
  if (!page.success) throw new Malformed(contract, issuesOf(page.error));
  const read = page.data.data.map((raw) => ({ raw, parsed: entry.safeParse(raw) }));
  const entries = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  const unreadable = read.flatMap(({ raw, parsed }) =>
    parsed.success ? [] : [{ ...idOf(raw), contract, reason: issuesOf(parsed.error).join("; ") }],
  );
  if (entries.length === 0 && unreadable.length > 0)
    throw new Malformed(contract, unreadable.map(({ reason }) => reason).slice(0, 3));
  const { next, cursors } = page.data.paging ?? {};
  const after = next === undefined ? undefined : (cursors?.after ?? afterOf(next));
  return { entries, unreadable, more: next !== undefined, after };
}

/** `data.3.created_time: is not a time`: the place and the rule, never the value. */
const issuesOf = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);

function idOf(raw: unknown): { id?: string } {
  const parsed = z.object({ id: z.string().max(100) }).safeParse(raw);
  return parsed.success ? { id: parsed.data.id } : {};
}

function afterOf(next: string): string | undefined {
  return URL.canParse(next) ? (new URL(next).searchParams.get("after") ?? undefined) : undefined;
}
