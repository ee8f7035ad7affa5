import * as z from "zod";
import type { BrandId } from "../../complaint/ids.ts";
import { LifetimeModel } from "../../complaint/lifetime/lifetime-model.ts";
import type { LifetimeStore } from "../../ports/lifetime-store.ts";
import { Unavailable } from "../../runtime/errors.ts";
import { dynamoTable, isNew } from "./table.ts";

const Active = z.object({ version: z.int().min(1), body: LifetimeModel });

/**
 * Fitted models in the customers table: `<brand>#lifetime` holds the active one and each numbered version. They say
 * nothing about any one customer.
 */
export function lifetimeStore(tableName: string): LifetimeStore {
  const table = dynamoTable(tableName);
  const partition = (brand: BrandId) => `${brand}#lifetime`;
  const active = async (brand: BrandId) => {
    const row = await table.get({ pk: partition(brand), sk: "active" });
    return row === undefined ? undefined : Active.parse(row);
  };
  return {
    active: async (brand) => (await active(brand))?.body,
    async publish(brand, model, at) {
      const before = await active(brand);
      const version = (before?.version ?? 0) + 1;
      const row = { pk: partition(brand), version, body: model, publishedAt: at };
      const { done } = await table.transact([
        { put: { ...row, sk: `v#${String(version).padStart(6, "0")}` }, when: isNew },
        {
          put: { ...row, sk: "active" },
          when:
            before === undefined
              ? isNew
              : {
                  expression: "#version = :before",
                  names: { "#version": "version" },
                  values: { ":before": before.version },
                },
        },
      ]);
      if (!done) throw new Unavailable("Somebody else published a model at the same moment. Publish again.");
      return version;
    },
  };
}
