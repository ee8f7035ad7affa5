import * as z from "zod";
import { Case } from "../../complaint/case.ts";
import { Grant } from "../../complaint/grant.ts";
import { AgentId, type BrandId } from "../../complaint/ids.ts";
import { CarePromise, StoreNote, StoreOrder } from "../../complaint/promise.ts";
import type { WorkLists } from "../../ports/case-store.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const PAGE = 50;

/** The lists that pages show: one query of the queue index a page. */
export function workLists(table: Table): WorkLists {
  const list = async <T>(
    brand: BrandId,
    name: string,
    schema: z.ZodType<T>,
    page?: string,
    backwards = false,
  ) => {
    const { rows, next } = await table.page({
      index: "queue",
      key: { expression: "queueKey = :list", values: { ":list": `${brand}#${name}` } },
      limit: PAGE,
      backwards,
      from: page,
    });
    return { found: rows.map((row) => schema.parse(row["body"])), ...(next === undefined ? {} : { next }) };
  };
  const committed = async (key: { pk: string; sk: string }): Promise<number> => {
    const row = await table.get(key);
    return row === undefined ? 0 : z.object({ committed: z.int() }).parse(row).committed;
  };
  return {
    async cases(brand, desk, page) {
      const { found, ...rest } = await list(brand, desk, Case, page, desk === "done");
      return { cases: found, ...rest };
    },
    async payouts(brand, page) {
      const { found, ...rest } = await list(brand, "payouts", Grant, page);
      return { grants: found, ...rest };
    },
    async promises(brand, page) {
      const { found, ...rest } = await list(brand, "promises", CarePromise, page);
      return { promises: found, ...rest };
    },
    async orders(brand, page) {
      const { found, ...rest } = await list(brand, "orders", StoreOrder, page);
      return { orders: found, ...rest };
    },
    async notes(brand, page) {
      const { found, ...rest } = await list(brand, "store-notes", StoreNote, page);
      return { notes: found, ...rest };
    },
    async budgets(brand, about) {
      const [customerYearMinor, agentDayMinor, brandMonthMinor, believedTimes] = await Promise.all([
        committed(keys.budget(brand, { kind: "customer-year", customer: about.customer, year: about.year })),
        about.agent === undefined
          ? 0
          : committed(
              keys.budget(brand, { kind: "agent-day", agent: AgentId.parse(about.agent), day: about.day }),
            ),
        committed(keys.budget(brand, { kind: "brand-month", month: about.month })),
        committed(keys.budget(brand, { kind: "believed-year", person: about.customer, year: about.year })),
      ]);
      return { customerYearMinor, agentDayMinor, brandMonthMinor, believedTimes };
    },
  };
}
