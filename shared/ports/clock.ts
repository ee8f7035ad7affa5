import type { Instant } from "../complaint/ids.ts";

/** What time it is. */
export type Clock = { now(): Instant };
