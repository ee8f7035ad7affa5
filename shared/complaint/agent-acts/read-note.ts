import { advance } from "../advance.ts";
import type { CaseFile } from "../case-file.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import type { Done } from "./act.ts";

/** A store has read what became of its no. Nothing of the case hangs on it. */
export function readNote(
  file: CaseFile,
  input: { readonly noteOf: ApprovalId; readonly now: Instant },
): Done | { readonly refused: "no-such-order" } {
  const note = file.notes?.find((each) => each.approvalId === input.noteOf && each.state === "open");
  if (note === undefined) return { refused: "no-such-order" };
  const { now } = input;
  return {
    change: {
      next: advance(file.case, now, {}),
      notes: [{ ...note, state: "read", readAt: now }],
      audit: [{ at: now, by: "shopkeeper", did: "store-told", what: note.store }],
    },
    tell: [],
  };
}
