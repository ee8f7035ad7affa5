import * as z from "zod";
import type { Row } from "../../shared/adapters/dynamodb/table.ts";
import { AuthorId, CaseId, CustomerId, MentionId } from "../../shared/complaint/ids.ts";
import { type Named, namedIn, namedInText } from "./named-in.ts";
import { namedOf, type Person } from "./person.ts";

/** What of the care table is about one person. */
export type CareRows = {
  /** Posts and comments that the person wrote. */
  readonly mentions: readonly MentionId[];
  /** Whole partitions of cases that are the person's, or speak of them as a candidate. */
  readonly cases: ReadonlyMap<CaseId, readonly Row[]>;
  /** Other rows that name the person: in their key, or in what they hold. */
  readonly others: readonly Row[];
};

const Mentioned = z.object({ body: z.object({ id: MentionId, author: z.object({ id: AuthorId }) }) });
const Written = z.object({ body: z.object({ with: AuthorId }) });
const Taken = z.object({ caseId: CaseId });
const Own = z.object({
  body: z.object({ id: CaseId, author: AuthorId.optional(), customer: CustomerId.optional() }),
});

const second = ({ pk }: Row): string | undefined => pk.split("#")[1];
const caseOf = ({ pk }: Row): CaseId | undefined => CaseId.safeParse(pk.split("#").slice(2).join("#")).data;

/**
 * Read from end to end twice: first whose cases and posts there are, then their rows.
 * @param rows a new reading of the table each time
 */
export async function careRowsOf(person: Person, rows: () => AsyncIterable<Row>): Promise<CareRows> {
  const named = namedOf(person);
  const mentions: MentionId[] = [];
  const partitions = new Set<string>();
  const cases = new Map<CaseId, Row[]>();
  for await (const row of rows()) {
    const kind = second(row);
    if (kind === "mention" && row.sk === "mention" && person.kind === "author") {
      const mention = Mentioned.safeParse(row).data?.body;
      if (mention?.author.id === person.id) mentions.push(mention.id);
    }
    if (kind === "message" && row.sk === "message" && person.kind === "author")
      if (Written.safeParse(row).data?.body.with === person.id) partitions.add(row.pk);
    const id = kind === "case" ? caseOf(row) : undefined;
    if (id !== undefined && !cases.has(id) && isAbout(row, person, named)) cases.set(id, []);
    // Also a case of which an earlier, interrupted run has taken the head away.
    if (kind === "participant" && person.kind === "author" && namedInText(row.pk, named)) {
      const taken = Taken.safeParse(row).data?.caseId;
      if (taken !== undefined && !cases.has(taken)) cases.set(taken, []);
    }
  }
  const others: Row[] = [];
  const own = person.kind === "author" ? withCases(named, cases.keys()) : named;
  for await (const row of rows()) {
    const id = second(row) === "case" ? caseOf(row) : undefined;
    const known = id === undefined ? undefined : cases.get(id);
    if (known !== undefined) known.push(row);
    // A post of somebody else can bear the number of an account; the person's own are known by their author.
    else if (second(row) !== "mention" && second(row) !== "case")
      if (partitions.has(row.pk) || namedInText(row.pk, own) || namedInText(row.sk, own) || namedIn(row, own))
        others.push(row);
  }
  return { mentions, cases, others };
}

/** An account's cases are those that it wrote in; a customer's are all that speak of them, also as a candidate. */
function isAbout(row: Row, person: Person, named: Named): boolean {
  if (person.kind === "customer") return namedIn(row, named);
  return row.sk === "case" && Own.safeParse(row).data?.body.author === person.id;
}

/** Whatever is filed under a case of an account is the account's. */
export const withCases = ({ ids, lines }: Named, cases: Iterable<string>): Named => ({
  ids: new Set([...ids, ...cases]),
  lines,
});
