import { OrderLink, type OrderLinks } from "../../ports/order-links.ts";
import { keys, ttlOf } from "./keys.ts";
import type { Table } from "./table.ts";

/** Links to orders. The table forgets them some time after they end; reading never gives an ended one. */
export function orderLinks(table: Table): OrderLinks {
  return {
    async put(key, link) {
      await table.put({
        ...keys.orderLink(link.brand, key),
        body: link,
        ...ttlOf(link.expiresAt),
      });
    },
    async get(brand, key, now) {
      const row = await table.get(keys.orderLink(brand, key));
      if (row === undefined) return undefined;
      const link = OrderLink.parse(row["body"]);
      return link.expiresAt > now ? link : undefined;
    },
  };
}
