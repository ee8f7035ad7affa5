import { MAX_RECEIVES, type PipelineRow, sourceOf } from "../pipeline.ts";

/** One queue on this machine: what the bus puts into it, and how it hands it on. As the stack builds them. */
export type LocalRule = {
  /** The row's name. */
  readonly queue: string;
  readonly source: string;
  readonly detailTypes: readonly string[];
  readonly delaySeconds: number;
  readonly maxReceives: number;
};

/** The rules of the local bus, from the same table as those in the cloud. */
export const localRules = (rows: readonly PipelineRow[]): readonly LocalRule[] =>
  rows.flatMap((row) =>
    row.trigger.kind === "events"
      ? [
          {
            queue: row.name,
            source: sourceOf(row.trigger.listensTo),
            detailTypes: row.trigger.listensTo.map((event) => event.detailType),
            delaySeconds: row.trigger.delaySeconds ?? 0,
            maxReceives: MAX_RECEIVES,
          },
        ]
      : [],
  );
