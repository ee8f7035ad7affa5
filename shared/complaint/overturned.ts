import type { Cue } from "./cue.ts";
import type { LossLine } from "./loss-line.ts";
import type { Playbook, Situation } from "./playbook.ts";
import type { Overturned, RemedyKind } from "./remedy.ts";

/** Kinds that give what was refused, or its worth. A voucher and attention do not turn a no into a yes. */
const GIVES_AFTER_ALL: ReadonlySet<RemedyKind> = new Set([
  "exchange",
  "replacement",
  "refund",
  "part-refund",
  "redo",
]);
export const givesAfterAll = (kind: RemedyKind): boolean => GIVES_AFTER_ALL.has(kind);

/**
 * The store that said no, where the situation is a refusal: the one that the post names, else where the thing was
 * bought. Moves no amount.
 *
 * @returns undefined where it is no refusal, where no store or several are named, and for a store that the brand lacks
 */
export function refusingStore(
  situation: Situation,
  cues: readonly Pick<Cue, "kind" | "detail" | "entity">[],
  line: LossLine | undefined,
  { stores }: Pick<Playbook, "stores">,
): Overturned | undefined {
  if (situation.overturns !== true) return undefined;
  const named = new Set(
    cues.flatMap((cue) =>
      cue.kind === "place" && cue.detail === "store" && cue.entity !== undefined ? [cue.entity] : [],
    ),
  );
  const [said] = named;
  // Two stores named: nobody is told what may be meant for the other.
  const store = named.size > 1 ? undefined : (said ?? line?.store);
  return store !== undefined && stores.some(({ id }) => id === store) ? { store } : undefined;
}
