import { Instant } from "../complaint/ids.ts";
import type { Clock } from "../ports/clock.ts";

/** The machine's clock. */
export const systemClock: Clock = { now: () => Instant.parse(new Date().toISOString()) };

/** A moment so many milliseconds later (or earlier, when negative). */
export const later = (at: Instant, ms: number): Instant =>
  Instant.parse(new Date(Date.parse(at) + ms).toISOString());
