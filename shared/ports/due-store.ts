import type { Instant } from "../complaint/ids.ts";

/** Something that has waited too long, with the event that brings it back to its step. */
export type Overdue = {
  /** Opaque: names the item for `pushBack`. */
  readonly ref: string;
  readonly dueAt: Instant;
  /** How often it has been woken since its step last saved it. */
  readonly woken: number;
  readonly event: { readonly detailType: string; readonly detail: unknown };
};

/** The sparse index of what carries a `wakeAt`. */
export type DueStore = {
  readonly shards: number;
  overdue(shard: number, now: Instant, limit: number): Promise<readonly Overdue[]>;
  /** Wakes it again at `to`, unless a step has saved in the meantime. */
  pushBack(item: Overdue, to: Instant): Promise<void>;
};
