import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { BrandId, CustomerId } from "../../../complaint/ids.ts";
import { nameTokens } from "../../../complaint/names.ts";
import { Customer, Purchase } from "../../../complaint/relationship.ts";
import { RunningFigures, runningFigures } from "../../../complaint/running-figures.ts";
import { Unavailable } from "../../../runtime/errors.ts";
import { shardOf } from "../shard-of.ts";
import { isNew, type Row, type Table, type Write } from "../table.ts";
import { type CustomerKeys, FILED, PURCHASE, SHARDS } from "./customer-keys.ts";
import { filedRows } from "./filed-rows.ts";
import { sampleRow } from "./sold-sample.ts";

const TRIES = 12;

/** `words`: under which the customer is counted; absent where there are only purchases and no customer yet. */
const Settled = z.object({
  rev: z.int().positive(),
  body: RunningFigures.optional(),
  words: z.array(z.string()).optional(),
});

/**
 * Makes a customer's figures, rows by name and counts what they must be after all that is stored of the customer.
 *
 * One query reads everything; one transaction writes what differs, if the figures are still of the version that was
 * read. Every writer stores first and settles after, and the version is read before the purchases, so the last to
 * settle has seen every line; whoever has read too early finds the version moved and reads again. Nothing differs:
 * nothing is written.
 *
 * @returns whether the customer is known by more than purchases
 */
export async function settleCustomer(
  table: Table,
  keys: CustomerKeys,
  brand: BrandId,
  id: CustomerId,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) {
    const rows = await table.all(keys.partition(brand, id));
    const bodyOf = (sk: string) => rows.find((row) => row.sk === sk)?.["body"];
    const customer = Customer.optional().parse(bodyOf("customer"));
    const purchases = rows
      .filter(({ sk }) => sk.startsWith(PURCHASE))
      .map((row) => Purchase.parse(row["body"]));
    const stood = rows.find(({ sk }) => sk === "figures");
    const before = stood === undefined ? undefined : Settled.parse(stood);

    const [line] = purchases;
    const body = line === undefined ? undefined : runningFigures(purchases, line.currency);
    const words = customer === undefined ? undefined : [...new Set(nameTokens(customer.name ?? ""))];
    const filed =
      customer === undefined
        ? []
        : [...filedRows(brand, customer, purchases, keys), sampleRow(brand, customer, purchases, keys)];
    const writes = [
      ...replaced(
        rows.filter(({ sk }) => sk.startsWith(FILED)),
        filed,
      ),
      ...recounted(brand, id, before?.words, words, keys),
    ];
    const isKnown = customer !== undefined;
    if (writes.length === 0 && isDeepStrictEqual([before?.body, before?.words], [body, words]))
      return isKnown;
    const { done } = await table.transact([
      {
        put: { ...keys.figures(brand, id), rev: (before?.rev ?? 0) + 1, body, words },
        when: before === undefined ? isNew : { expression: "rev = :rev", values: { ":rev": before.rev } },
      },
      ...writes,
    ]);
    if (done) return isKnown;
  }
  throw new Unavailable("a customer is written by many at once");
}

/** What must be put or deleted so that the rows that stand become the rows that must be. */
function replaced(standing: readonly Row[], wanted: readonly Row[]): Write[] {
  const left = new Map(standing.map((row) => [row.sk, row]));
  const writes: Write[] = [];
  for (const row of wanted) {
    const stood = left.get(row.sk);
    left.delete(row.sk);
    if (stood === undefined || !isSameRow(stood, row)) writes.push({ put: row });
  }
  return [...writes, ...[...left.values()].map(({ pk, sk }) => ({ delete: { pk, sk } }))];
}

const isSameRow = (a: Row, b: Row): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(b).every(([name, value]) => {
    const other = a[name];
    return value instanceof Uint8Array && other instanceof Uint8Array
      ? Buffer.compare(value, other) === 0
      : value === other;
  });

/** Added inside the transaction, so that a customer counts once under each word, however often it is settled. */
function recounted(
  brand: BrandId,
  id: CustomerId,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  keys: CustomerKeys,
): Write[] {
  const add = (key: { pk: string; sk: string }, by: number): Write => ({
    update: key,
    change: { expression: "ADD #count :by", names: { "#count": "count" }, values: { ":by": by } },
  });
  const come = (after ?? []).filter((word) => before?.includes(word) !== true);
  const gone = (before ?? []).filter((word) => after?.includes(word) !== true);
  const people = Number(after !== undefined) - Number(before !== undefined);
  return [
    ...come.map((word) => add(keys.wordCount(brand, word), 1)),
    ...gone.map((word) => add(keys.wordCount(brand, word), -1)),
    ...(people === 0 ? [] : [add(keys.populationShard(brand, shardOf(id, SHARDS)), people)]),
  ];
}
