import * as z from "zod";
import { Instant } from "../../complaint/ids.ts";
import type { DueStore } from "../../ports/due-store.ts";
import { DUE_SHARDS } from "./keys.ts";
import type { Table } from "./table.ts";

const Sleeper = z.object({
  dueAt: Instant,
  woken: z.int().min(0).default(0),
  wakeEvent: z.object({ detailType: z.string(), detail: z.unknown() }),
});
const Ref = z.object({ pk: z.string(), sk: z.string() });

/** The sparse `due` index. */
export function dueStore(table: Table): DueStore {
  return {
    shards: DUE_SHARDS,
    async overdue(shard, now, limit) {
      const { rows } = await table.page({
        index: "due",
        key: {
          expression: "dueKey = :due AND dueAt <= :now",
          values: { ":due": `due#${shard}`, ":now": now },
        },
        limit,
      });
      return rows.map((row) => {
        const { dueAt, woken, wakeEvent } = Sleeper.parse(row);
        return { ref: JSON.stringify({ pk: row.pk, sk: row.sk }), dueAt, woken, event: wakeEvent };
      });
    },
    async pushBack(item, to) {
      await table.update(
        Ref.parse(JSON.parse(item.ref)),
        { expression: "SET dueAt = :to ADD woken :one", values: { ":to": to, ":one": 1 } },
        { expression: "dueAt = :from", values: { ":from": item.dueAt } },
      );
    },
  };
}
