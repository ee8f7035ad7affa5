import { eachRow } from "../../shared/adapters/dynamodb/each-row.ts";
import type { Row } from "../../shared/adapters/dynamodb/table.ts";
import type { AuthorId, BrandId, CustomerId } from "../../shared/complaint/ids.ts";
import type { PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import { type CareRows, careRowsOf } from "./care-rows.ts";
import { type Named, namedIn, namedInText } from "./named-in.ts";
import { namedOf, type Person } from "./person.ts";

export type Asked =
  | { readonly kind: "customer"; readonly brand: BrandId; readonly id: CustomerId }
  | { readonly kind: "author"; readonly brand: BrandId; readonly id: AuthorId };
export type Tables = { readonly care: string; readonly customers: string };
export type Stored = {
  readonly care: CareRows;
  /** Rows of the customers table. */
  readonly customers: readonly Row[];
};

/** A customer is named by their purchases as well: a loss, or a price, can be a line that they bought. */
export async function personOf(asked: Asked, history: Pick<PurchaseHistory, "purchasesOf">): Promise<Person> {
  if (asked.kind === "author") return asked;
  const purchases = await history.purchasesOf(asked.brand, asked.id);
  return { ...asked, purchases: purchases.map(({ id }) => id) };
}

/** Everything that both tables hold of a person. */
export async function storedOf(person: Person, tables: Tables): Promise<Stored> {
  const named = namedOf(person);
  const customers: Row[] = [];
  for await (const row of eachRow(tables.customers, person.brand))
    if (isTheirs(row, person, named)) customers.push(row);
  return { customers, care: await careRowsOf(person, () => eachRow(tables.care, person.brand)) };
}

/** A customer's own partition and notes, and links of accounts; an account has links alone. */
const isTheirs = (row: Row, person: Person, named: Named): boolean =>
  person.kind === "author"
    ? namedInText(row.pk, named)
    : row.pk === `${person.brand}#c#${person.id}` ||
      row.sk.startsWith(`${person.id}#`) ||
      namedIn(row["body"], named);
