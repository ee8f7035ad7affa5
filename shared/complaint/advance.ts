import { Case, type Stage } from "./case.ts";
import type { Instant } from "./ids.ts";

/**
 * The case one step on: its version raised by one, and checked whole. Fields of a stage that it has left fall away.
 *
 * @param patch what changes; `undefined` takes an optional field away
 */
export function advance(
  from: Case,
  at: Instant,
  patch: { stage?: Stage } & Readonly<Record<string, unknown>>,
): Case {
  return Case.parse({ ...from, ...patch, updatedAt: at, version: from.version + 1 });
}
