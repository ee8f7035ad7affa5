import * as z from "zod";
import { CaseId, Instant } from "../../complaint/ids.ts";
import { Message } from "../../complaint/mention.ts";
import type { AllowanceStore, CursorStore, MessageStore } from "../../ports/collecting.ts";
import { keys, ttlOf, wakeAttributes } from "./keys.ts";
import { isNew, type Table } from "./table.ts";

/** Where the pollers stand. */
export function cursorStore(table: Table): CursorStore {
  return {
    async read(brand, channel, stream) {
      const row = await table.get(keys.cursor(brand, channel, stream));
      return row === undefined ? {} : z.object({ to: z.record(z.string(), z.string()) }).parse(row).to;
    },
    async move(brand, channel, stream, to, at) {
      await table.put({ ...keys.cursor(brand, channel, stream), to, at });
    },
    async takeLease(brand, name, holder, now, forMs) {
      const until = new Date(Date.parse(now) + forMs).toISOString();
      return table.put(
        { ...keys.lease(brand, name), holder, until },
        {
          expression: "attribute_not_exists(pk) OR #until <= :now OR holder = :holder",
          names: { "#until": "until" },
          values: { ":now": now, ":holder": holder },
        },
      );
    },
    async giveLeaseBack(brand, name, holder) {
      await table.transact([
        {
          delete: keys.lease(brand, name),
          when: { expression: "attribute_not_exists(pk) OR holder = :holder", values: { ":holder": holder } },
        },
      ]);
    },
  };
}

const Allowance = z.object({
  bucket: z.string(),
  used: z.number(),
  resetsAt: Instant.optional(),
  throttledUntil: Instant.optional(),
  seenAt: Instant,
});

/** What the platforms said about their limits. The latest word counts. */
export function allowanceStore(table: Table): AllowanceStore {
  return {
    async allowance(brand, channel, bucket) {
      const row = await table.get(keys.allowance(brand, channel, bucket));
      if (row === undefined) return undefined;
      const { resetsAt, throttledUntil, ...rest } = Allowance.parse(row["body"]);
      return {
        ...rest,
        ...(resetsAt === undefined ? {} : { resetsAt }),
        ...(throttledUntil === undefined ? {} : { throttledUntil }),
      };
    },
    async noteAllowance(brand, channel, allowance) {
      await table.put({ ...keys.allowance(brand, channel, allowance.bucket), body: allowance });
    },
  };
}

/** Private messages; the words are an item of their own. */
export function messageStore(table: Table): MessageStore {
  return {
    async put(message, caseId, wake, textUntil) {
      const { text, ...facts } = message;
      const { done } = await table.transact([
        {
          put: {
            ...keys.message(message.brand, message.id),
            body: facts,
            ...(caseId === undefined ? {} : { caseId }),
            ...wakeAttributes(message.id, wake),
          },
          when: isNew,
        },
        {
          put: { ...keys.messageText(message.brand, message.id), text: text ?? "", ...ttlOf(textUntil) },
        },
        ...(caseId === undefined
          ? []
          : [
              {
                put: {
                  pk: keys.casePartition(message.brand, CaseId.parse(caseId)),
                  sk: `message#${message.sentAt}#${message.id}`,
                  body: { id: message.id, direction: message.direction, sentAt: message.sentAt },
                },
              },
            ]),
      ]);
      return done ? "new" : "known";
    },
    async get(brand, id) {
      const [row, words] = await Promise.all([
        table.get(keys.message(brand, id)),
        table.get(keys.messageText(brand, id)),
      ]);
      if (row === undefined) return undefined;
      const facts = Message.parse(row["body"]);
      return words === undefined ? facts : { ...facts, text: String(words["text"] ?? "") };
    },
    async settle(brand, id) {
      await table.update(
        keys.message(brand, id),
        { expression: "REMOVE dueKey, dueAt, wakeEvent" },
        { expression: "attribute_exists(pk)" },
      );
    },
  };
}
