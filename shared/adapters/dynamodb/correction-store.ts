import * as z from "zod";
import { Correction } from "../../complaint/correction.ts";
import type { CorrectionStore } from "../../ports/correction-store.ts";
import { keys, queueAttributes } from "./keys.ts";
import type { Table } from "./table.ts";

const PAGE = 50;
const Stored = z.object({ body: Correction });

/** Corrections in the care table, each beside its mention, and all of a brand in one list. */
export function correctionStore(table: Table): CorrectionStore {
  return {
    async record(correction) {
      const known = Correction.parse(correction);
      const { brand, mention, revision, at } = known;
      const outcome = await table.transact([
        {
          // In one transaction with the word itself: a removal in between must not leave a word behind.
          check: keys.mention(brand, mention),
          when: {
            expression: "attribute_exists(pk) AND attribute_not_exists(#body.#removedAt)",
            names: { "#body": "body", "#removedAt": "removedAt" },
          },
        },
        {
          put: {
            ...keys.correction(brand, mention),
            body: known,
            revision,
            at,
            ...queueAttributes(brand, "corrections", `${at}#${mention}`),
          },
          when: {
            expression:
              "attribute_not_exists(pk) OR #revision < :revision OR (#revision = :revision AND #at <= :at)",
            names: { "#revision": "revision", "#at": "at" },
            values: { ":revision": revision, ":at": at },
          },
        },
      ]);
      if (outcome.done) return "recorded";
      return outcome.failed.includes(0) ? "gone" : "older";
    },
    async of(brand, mention) {
      const row = await table.get(keys.correction(brand, mention));
      return row === undefined ? undefined : Stored.parse(row).body;
    },
    async list(brand, page) {
      const { rows, next } = await table.page({
        index: "queue",
        key: { expression: "queueKey = :list", values: { ":list": `${brand}#corrections` } },
        limit: PAGE,
        backwards: true,
        from: page,
      });
      return {
        corrections: rows.map((row) => Stored.parse(row).body),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
