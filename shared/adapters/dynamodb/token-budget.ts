import type { TokenBudget } from "../../ports/drafter.ts";
import { keys, ttlAfter } from "./keys.ts";
import type { Table } from "./table.ts";

/** A day's count is of use until somebody has read the bill. */
const DAYS_KEPT = 90;

/** What a brand's model has used, a counter a day. One write for a claim, one for settling it. */
export function tokenBudget(table: Table): TokenBudget {
  return {
    async claim(brand, day, tokens, limit) {
      if (tokens > limit) return false;
      const row = await table.update(
        keys.modelTokens(brand, day),
        {
          expression: "ADD used :tokens SET #ttl = if_not_exists(#ttl, :ttl)",
          names: { "#ttl": "ttl" },
          values: { ":tokens": tokens, ":ttl": ttlAfter(day, DAYS_KEPT).ttl },
        },
        {
          expression: "attribute_not_exists(used) OR used <= :room",
          values: { ":room": limit - tokens },
        },
      );
      return row !== undefined;
    },
    async settle(brand, day, difference) {
      if (difference === 0) return;
      await table.update(keys.modelTokens(brand, day), {
        expression: "ADD used :difference",
        values: { ":difference": difference },
      });
    },
  };
}
