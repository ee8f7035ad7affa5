import * as z from "zod";
import type { AuthorMatch, MatchCandidate } from "../../../shared/complaint/author-match.ts";
import { CustomerId, Lang } from "../../../shared/complaint/ids.ts";
import { matchAuthor } from "../../../shared/complaint/match-author.ts";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { Customer, Purchase } from "../../../shared/complaint/relationship.ts";
import { detectRow } from "../detect-row.ts";
import type { Register } from "./register.ts";

/** Written as a number in many registers; the same customer either way. */
const AnyId = z.union([z.string(), z.int().transform(String)]).pipe(CustomerId);

/** The three rows that `match` reads; stable contract. Further fields are passed over. */
export const CustomerRow = Customer.extend({
  id: AnyId,
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? undefined),
  city: z
    .string()
    .nullish()
    .transform((city) => city ?? undefined),
  since: z.iso
    .date()
    .nullish()
    .transform((since) => since ?? undefined),
});
export const PurchaseRow = Purchase.extend({
  customer: AnyId,
  id: z.string().min(1).optional(),
  store: z
    .string()
    .nullish()
    .transform((store) => store ?? undefined),
});
export const PostRow = z.object({
  id: z.union([z.string(), z.number()]),
  channel: z.string().optional(),
  author: z.object({ name: z.string().nullish(), handle: z.string().nullish() }).nullish(),
  text: z.string(),
  lang: z.string().nullish(),
  postedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]),
});
export type PostRow = z.infer<typeof PostRow>;

/** What `match` says of a post; stable contract. */
export type Matched = {
  id: string | number;
  decision: AuthorMatch["decision"];
  customer?: string;
  candidates: Omit<MatchCandidate, "posterior">[];
  basis: AuthorMatch["basis"];
  question?: NonNullable<AuthorMatch["question"]>;
};

/** Read one post as the detecting step would, and look its author up as the matching step would. */
export function matchRow(row: PostRow, playbook: Playbook, register: Register): Matched {
  const postedAt = new Date(row.postedAt).toISOString();
  const lang = Lang.safeParse(row.lang);
  const { cues } = detectRow(
    { id: row.id, text: row.text, ...(lang.success ? { lang: lang.data } : {}) },
    playbook,
    postedAt,
  );
  // Where the platform shows no name, the handle may hold one: @matti.virtanen.
  const authorName = row.author?.name?.trim() || row.author?.handle?.trim() || undefined;
  const { decision, customer, candidates, basis, question } = matchAuthor({
    ...(authorName === undefined ? {} : { authorName }),
    cues,
    wording: row.text,
    candidates: authorName === undefined ? [] : register.candidates(authorName),
    population: register.population,
    postedAt,
    playbook,
    enabled: true,
    now: postedAt,
  });
  return {
    id: row.id,
    decision,
    ...(customer === undefined ? {} : { customer }),
    candidates: candidates.map(({ posterior: _posterior, ...candidate }) => candidate),
    basis,
    ...(question === undefined ? {} : { question }),
  };
}
