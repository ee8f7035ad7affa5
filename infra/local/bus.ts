import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { type PipelineRow, pipeline } from "../pipeline.ts";
import type { BusEntry } from "./aws-endpoint.ts";
import { LocalQueue, type QueueSettings } from "./queue.ts";
import { localRules } from "./wiring.ts";

export type RowHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** The bus of one machine: rules to queues to handlers, from the pipeline table. */
export type LocalBus = {
  deliver(entries: readonly BusEntry[]): void;
  readonly queues: readonly LocalQueue[];
  close(): Promise<void>;
};

const RETRY_AFTER_MS = 400;

/** @param options.unkind how queues misbehave, for tests; kind by default */
export function localBus(
  handlerOf: (row: PipelineRow) => RowHandler,
  options: { readonly unkind?: QueueSettings["unkind"]; readonly maxReceives?: number } = {},
): LocalBus {
  const rules = localRules(pipeline).map((rule) => {
    const row = pipeline.find((each) => each.name === rule.queue);
    if (row === undefined) throw new Error(`no row for the queue ${rule.queue}`);
    const queue = new LocalQueue({
      name: rule.queue,
      handler: handlerOf(row),
      delaySeconds: rule.delaySeconds,
      maxReceives: options.maxReceives ?? rule.maxReceives,
      retryAfterMs: RETRY_AFTER_MS,
      ...(options.unkind === undefined ? {} : { unkind: options.unkind }),
    });
    return { rule, queue };
  });
  return {
    deliver(entries) {
      for (const entry of entries)
        for (const { rule, queue } of rules)
          if (rule.source === entry.source && rule.detailTypes.includes(entry.detailType))
            queue.send(
              JSON.stringify({ source: entry.source, "detail-type": entry.detailType, detail: entry.detail }),
            );
    },
    queues: rules.map(({ queue }) => queue),
    close: async () => {
      await Promise.all(rules.map(({ queue }) => queue.close()));
    },
  };
}
