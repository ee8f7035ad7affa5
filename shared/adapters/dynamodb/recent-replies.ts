import * as z from "zod";
import type { RecentReplies } from "../../ports/brand-store.ts";
import { keys, ttlAfter } from "./keys.ts";
import type { Table } from "./table.ts";

const REMEMBERED = 40;
const DAYS = 30;

/** The last public replies of a brand; each is forgotten after thirty days. */
export function recentReplies(table: Table): RecentReplies {
  return {
    async recent(brand) {
      const { rows } = await table.page({
        key: { expression: "pk = :pk", values: { ":pk": keys.recentReplies(brand) } },
        limit: REMEMBERED,
        backwards: true,
      });
      return rows.map((row) => z.object({ text: z.string() }).parse(row).text);
    },
    async note(brand, reply) {
      await table.put({
        pk: keys.recentReplies(brand),
        sk: `${reply.at}#${reply.id}`,
        text: reply.text,
        ...ttlAfter(reply.at, DAYS),
      });
    },
  };
}
