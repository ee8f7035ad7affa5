import * as z from "zod";
import type { Pair } from "../../shared/complaint/backtest/comparison.ts";
import type { TriedVersion } from "../../shared/complaint/backtest/replay.ts";
import { CustomerId } from "../../shared/complaint/ids.ts";
import type { Purchase, Relationship } from "../../shared/complaint/relationship.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import { DraftRow } from "../cli/draft-row.ts";
import { readRow } from "../cli/read-row.ts";
import { type PastCase, readsAlike, valuesAlike } from "./past-case.ts";

/**
 * One line of past cases: a row as `decide` reads it, with the time of the post. Who wrote is told by the customer's
 * id, else by the author (an id, or an object with `id`, `handle` or `name`), else each row is a person of its own.
 */
export const CaseRow = DraftRow.extend({
  postedAt: z.iso.datetime({ offset: true }).optional(),
  customer: DraftRow.shape.customer
    .unwrap()
    .unwrap()
    .extend({ id: z.string().min(1).optional() })
    .nullish(),
});
export type CaseRow = z.infer<typeof CaseRow>;

const AuthorKey = z.union([
  z.string().min(1),
  z.object({ id: z.string().min(1) }).transform(({ id }) => id),
  z.object({ handle: z.string().min(1) }).transform(({ handle }) => handle),
  z.object({ name: z.string().min(1) }).transform(({ name }) => name),
]);
const CUSTOMER = CustomerId.parse("row");

/**
 * Reads rows as the two versions do; once for both where they read alike.
 *
 * @returns undefined for what is no case under either: praise, thanks, chatter, spam
 * @throws {RangeError} where the row's purchases are in another currency than the brand
 */
export function rowReader(versions: Pair<TriedVersion>) {
  const alike = readsAlike(versions);
  const valuedAlike = valuesAlike(versions);
  return (row: CaseRow, at: string): PastCase | undefined => {
    const readAs = ({ playbook }: TriedVersion) => {
      const { assessment, product } = readRow(row, playbook, at);
      return { assessment, product };
    };
    const before = readAs(versions.before);
    const after = alike ? before : readAs(versions.after);
    if (before.assessment.lane === "aside" && after.assessment.lane === "aside") return undefined;
    const { currency } = versions.before;
    const said = row.customer?.currency ?? currency;
    if (said !== currency) throw new RangeError(`the purchases are in ${said}, the brand in ${currency}`);
    const facts = { purchases: purchasesOf(row, currency), person: personOf(row) };
    const worth = worthOf(row, facts.purchases, at);
    const valued = worth(versions.before);
    return {
      id: String(row.id),
      at,
      before: { ...before, ...facts, relationship: valued },
      after: { ...after, ...facts, relationship: valuedAlike ? valued : worth(versions.after) },
    };
  };
}

function personOf(row: CaseRow) {
  const author = AuthorKey.safeParse(row.author).data;
  const mention = String(row.id);
  return row.customer ? { customer: row.customer.id ?? author ?? mention, mention } : { author, mention };
}

/** What was bought has no id in a row: the same line of the same person is the same purchase, in whatever row. */
function purchasesOf(row: CaseRow, currency: Purchase["currency"]): Purchase[] {
  const { customer } = personOf(row);
  const seen = new Map<string, number>();
  return (row.customer?.purchases ?? []).map(({ store, ...bought }) => {
    const line = `${customer}|${bought.date}|${bought.product}|${bought.amountMinor}`;
    const before = seen.get(line) ?? 0;
    seen.set(line, before + 1);
    return {
      id: `${line}|${before}`,
      customer: CUSTOMER,
      currency,
      ...bought,
      ...(store === undefined ? {} : { store }),
    };
  });
}

/** Valued when it is asked for, and once for each answer. */
function worthOf(row: CaseRow, purchases: readonly Purchase[], now: string) {
  const customer = row.customer
    ? { id: CUSTOMER, ...(row.customer.since ? { since: row.customer.since } : {}) }
    : undefined;
  return ({ playbook, currency }: TriedVersion) => {
    const known = new Map<boolean, Relationship>();
    return (failedBefore: boolean): Relationship => {
      const worth =
        known.get(failedBefore) ??
        valueRelationship({
          ...(customer ? { customer } : {}),
          purchases,
          ownFailuresLast90Days: failedBefore ? 1 : 0,
          playbook,
          currency,
          now,
        });
      known.set(failedBefore, worth);
      return worth;
    };
  };
}
