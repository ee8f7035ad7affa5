import type { Row, Table, Write } from "../../shared/adapters/dynamodb/table.ts";
import type { CaseId, Instant } from "../../shared/complaint/ids.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { type CareRows, withCases } from "./care-rows.ts";
import { type Named, namedIn, namedInText, withoutNames } from "./named-in.ts";
import { namedOf, type Person } from "./person.ts";

/** The most that one transaction takes. */
const MOST_WRITES = 100;
/** What was reckoned on who it may be goes whole; in all else the id is taken out. */
const ABOUT_WHO: ReadonlySet<string> = new Set(["match", "relationship"]);

/**
 * Takes a person out of the care table. An author's posts become what a deletion on the platform leaves, their cases
 * go; a customer's cases stay the author's and no longer say whose purchases they were.
 * Interrupted, it is begun again and ends the same.
 *
 * @throws {Unavailable} when a case moved on meanwhile: run it again
 */
export async function eraseFromCare(
  person: Person,
  { mentions, cases, others }: CareRows,
  ports: { readonly table: Table; readonly mentions: MentionStore; readonly now: Instant },
): Promise<void> {
  const { table } = ports;
  const named = namedOf(person);
  for (const [id, rows] of cases)
    if (person.kind === "author") await emptyCase(table, id, rows);
    else await transactAll(table, id, unnamed(rows, named));
  for (const id of mentions) await ports.mentions.remove(person.brand, id, ports.now);
  const own = person.kind === "author" ? withCases(named, cases.keys()) : named;
  // The rows by which the rest is found go last.
  const last = others.filter(({ pk, sk }) => sk === "message" || pk.includes("#participant#"));
  for (const row of [...others.filter((each) => !last.includes(each)), ...last]) {
    const { pk, sk } = row;
    const isTheirs =
      pk.includes("#message#") || namedInText(pk, own) || namedInText(sk, own) || !namedIn(row, named);
    await table.transact([isTheirs ? { delete: { pk, sk } } : { put: cleared(row, named) }]);
  }
}

/** The head goes first: nothing can be saved to a case without it. */
async function emptyCase(table: Table, id: CaseId, rows: readonly Row[]): Promise<void> {
  const head = rows.find(({ sk }) => sk === "case");
  if (head !== undefined) await transactAll(table, id, [{ delete: keyOf(head), when: stillAt(head) }]);
  for (const row of rows) if (row !== head) await table.transact([{ delete: keyOf(row) }]);
}

/** The rows of a case that name somebody, without the name; its version moves, so that nobody saves over it. */
function unnamed(rows: readonly Row[], named: Named): Write[] {
  return rows.flatMap((row): Write[] => {
    if (row.sk === "case") return [{ put: headWithout(row, named), when: stillAt(row) }];
    if (!namedIn(row, named)) return [];
    return [ABOUT_WHO.has(row.sk) ? { delete: keyOf(row) } : { put: cleared(row, named) }];
  });
}

function headWithout(row: Row, named: Named): Row {
  const version = Number(row["version"]) + 1;
  const body = row["body"];
  if (body === null || typeof body !== "object") return row;
  const { customer, ...rest } = Object.fromEntries(Object.entries(body));
  const kept = customer === undefined || namedIn(customer, named) ? rest : { customer, ...rest };
  return cleared({ ...row, version, body: { ...kept, version } }, named);
}

const keyOf = ({ pk, sk }: Row) => ({ pk, sk });
/** Keys stay as they are. */
const cleared = (row: Row, named: Named): Row => ({
  ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, withoutNames(value, named)])),
  ...keyOf(row),
});
const stillAt = (row: Row) => ({
  expression: "#version = :version",
  names: { "#version": "version" },
  values: { ":version": row["version"] },
});

/** The head is the first of the first transaction: without it nothing is written. */
async function transactAll(table: Table, id: CaseId, writes: readonly Write[]): Promise<void> {
  const inOrder = writes.toSorted((a, b) => Number("when" in b) - Number("when" in a));
  for (let from = 0; from < inOrder.length; from += MOST_WRITES) {
    const { done } = await table.transact(inOrder.slice(from, from + MOST_WRITES));
    if (!done) throw new Unavailable(`${id} moved on meanwhile: run it again`);
  }
}
