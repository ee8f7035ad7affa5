import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type BrandId, CustomerId } from "../../../complaint/ids.ts";
import { Currency } from "../../../complaint/money.ts";
import type { CustomerLoad, CustomerRecords, Written } from "../../../ports/purchase-history.ts";
import { Unavailable } from "../../../runtime/errors.ts";
import { type Batches, eachOf } from "../batches.ts";
import { shardOf } from "../shard-of.ts";
import { isNew, type Row, type Table } from "../table.ts";
import { type CustomerKeys, PURCHASE, SHARDS } from "./customer-keys.ts";
import { settleCustomer } from "./settle-customer.ts";
import { countSample } from "./sold-sample.ts";

/** Customers settled at once: two of them seldom bear the same word, so transactions seldom meet. */
const SETTLED_AT_ONCE = 8;
const NOTES_A_PAGE = 200;
/** Who was noted lately by this load is not noted again; bounded, so that memory stays level. */
const REMEMBERED_NOTES = 20_000;
/** No load runs longer; a note that is older was left behind by a load that nobody took up again. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

const Note = z.object({ id: CustomerId, load: z.string(), at: z.iso.datetime() });

/** Writes customers and what they bought; see docs/decisions/0018-customers-table-at-scale.md. */
export function customerRecords(
  table: Table,
  batches: Batches,
  keys: CustomerKeys,
): Omit<CustomerRecords, "confirmLink" | "undoLink"> {
  const currencyOf = async (brand: BrandId) =>
    Currency.optional().parse((await table.get(keys.currency(brand)))?.["body"]);
  return {
    currencyOf,
    async stateCurrency(brand, currency) {
      if (await table.put({ ...keys.currency(brand), body: currency }, isNew)) return currency;
      return (await currencyOf(brand)) ?? currency;
    },
    async recordPurchase(brand, purchase, buyer) {
      if (buyer !== undefined) await table.put({ ...keys.customer(brand, buyer.id), body: buyer }, isNew);
      await table.put({ ...keys.purchase(brand, purchase.customer, purchase.id), body: purchase });
      await settleCustomer(table, keys, brand, purchase.customer);
      if (buyer !== undefined) await sumPopulation(table, keys, brand);
    },
    async eraseCustomer(brand, id) {
      const partition = keys.partition(brand, id);
      const lines = await table.all(partition, PURCHASE);
      await batches.delete([keys.customer(brand, id), ...lines.map(({ pk, sk }) => ({ pk, sk }))]);
      // Without a customer nothing is filed and nobody counted; then the empty figures go, and notes of loads with them.
      await settleCustomer(table, keys, brand, id);
      await batches.delete([
        keys.figures(brand, id),
        ...(await table.all(keys.unsettled(brand, shardOf(id, SHARDS)), `${id}#`)).map(({ pk, sk }) => ({
          pk,
          sk,
        })),
      ]);
      await sumPopulation(table, keys, brand);
      const on = await countedOn(table, keys, brand);
      if (on !== undefined) await countSample(table, keys, brand, on);
    },
    async countSold(brand, now) {
      const on = now.slice(0, 10);
      if ((await countedOn(table, keys, brand)) !== on) await countSample(table, keys, brand, on);
    },
    load: (brand, name, now) => load(table, batches, keys, { brand, name, now }),
  };
}

function load(
  table: Table,
  batches: Batches,
  keys: CustomerKeys,
  { brand, name, now }: { brand: BrandId; name: string; now: string },
): CustomerLoad {
  let noted = new Set<CustomerId>();
  const noteKey = (id: CustomerId) => ({
    pk: keys.unsettled(brand, shardOf(id, SHARDS)),
    sk: `${id}#${name}`,
  });

  /** Noted before it is written: whatever is killed in between, somebody comes back to it. */
  const write = async (given: readonly { id: CustomerId; row: Row }[]): Promise<Written> => {
    // Of two lines with one key the later one stands, as if they had come in two goes.
    const lines = [
      ...new Map(given.map((line) => [JSON.stringify([line.row.pk, line.row.sk]), line])).values(),
    ];
    const there = await batches.get(lines.map(({ row: { pk, sk } }) => ({ pk, sk })));
    const standing = new Map(there.map((row) => [JSON.stringify([row.pk, row.sk]), row["body"]]));
    const changed = lines.filter(
      ({ row }) => !isDeepStrictEqual(standing.get(JSON.stringify([row.pk, row.sk])), row["body"]),
    );
    if (noted.size > REMEMBERED_NOTES) noted = new Set();
    const touched = [...new Set(changed.map(({ id }) => id))].filter((id) => !noted.has(id));
    await batches.put(touched.map((id) => ({ ...noteKey(id), body: { id, load: name, at: now } })));
    for (const id of touched) noted.add(id);
    await batches.put(changed.map(({ row }) => row));
    return { written: changed.length, alreadyThere: given.length - changed.length };
  };

  return {
    putCustomers: (customers) =>
      write(
        customers.map((body) => ({
          id: body.id,
          row: { ...keys.customer(brand, body.id), body: asStored(body) },
        })),
      ),
    putPurchases: (purchases) =>
      write(
        purchases.map((body) => ({
          id: body.customer,
          row: { ...keys.purchase(brand, body.customer, body.id), body: asStored(body) },
        })),
      ),
    async settle(onSettled) {
      // The notes go; who is written after this is noted anew.
      noted = new Set();
      let settled = 0;
      let unknown = 0;
      for (let shard = 0; shard < SHARDS; shard++) {
        const key = { expression: "pk = :pk", values: { ":pk": keys.unsettled(brand, shard) } };
        let from: string | undefined;
        do {
          const page = await table.page({ key, limit: NOTES_A_PAGE, from });
          const notes = page.rows.map((row) => Note.parse(row["body"]));
          await eachOf([...new Set(notes.map(({ id }) => id))], SETTLED_AT_ONCE, async (id) => {
            if (!(await settleCustomer(table, keys, brand, id))) unknown += 1;
            settled += 1;
          });
          // Another load's note is not ours to take away: it may be about to write more of this customer.
          const over = page.rows.filter((row) => {
            const note = Note.parse(row["body"]);
            return note.load === name || Date.parse(now) - Date.parse(note.at) > LEFT_BEHIND_MS;
          });
          await batches.delete(over);
          onSettled?.(settled);
          from = page.next;
        } while (from !== undefined);
      }
      await sumPopulation(table, keys, brand);
      const on = now.slice(0, 10);
      if (settled > 0 || (await countedOn(table, keys, brand)) !== on)
        await countSample(table, keys, brand, on);
      return { settled, unknown };
    },
  };
}

/** The day of the last count of what is sold; undefined where nothing was counted yet. */
const countedOn = async (table: Table, keys: CustomerKeys, brand: BrandId): Promise<string | undefined> =>
  z.iso
    .date()
    .optional()
    .parse((await table.get(keys.soldOn(brand)))?.["on"]);

/** The table keeps no absent field; what is compared with it must not either. */
const asStored = (body: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const Count = z.object({ count: z.int().default(0), rev: z.int().default(0) });

/** The whole from its shards: summed after its version was read, so that the last to sum has seen them all. */
async function sumPopulation(table: Table, keys: CustomerKeys, brand: BrandId): Promise<void> {
  for (let tried = 0; tried < SHARDS; tried++) {
    const row = await table.get(keys.population(brand));
    const before = Count.parse(row ?? {});
    let count = 0;
    for (let shard = 0; shard < SHARDS; shard++)
      count += Count.parse((await table.get(keys.populationShard(brand, shard))) ?? {}).count;
    if (row !== undefined && before.count === count) return;
    const isPut = await table.put(
      { ...keys.population(brand), count, rev: before.rev + 1 },
      row === undefined ? isNew : { expression: "rev = :rev", values: { ":rev": before.rev } },
    );
    if (isPut) return;
  }
  throw new Unavailable("the customers are counted by many at once");
}
