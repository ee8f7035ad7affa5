import type { CaseFile } from "../case-file.ts";
import type { ApprovalId, Instant } from "../ids.ts";
import { type Actor, bandNow, type Done } from "./act.ts";

export type KeepPromiseRefusal = { readonly refused: "no-such-promise" | "not-open" };

/** What a reply said has happened. A promise that came late may still be kept; one that was withdrawn may not. */
export function keepPromise(
  file: CaseFile,
  input: { readonly promiseId: ApprovalId; readonly by: Actor; readonly now: Instant },
): Done | KeepPromiseRefusal {
  const promise = file.promises.find((candidate) => candidate.id === input.promiseId);
  if (!promise) return { refused: "no-such-promise" };
  if (promise.state === "kept" || promise.state === "withdrawn") return { refused: "not-open" };
  const { by, now } = input;
  const standing = file.case;
  const isRelieved = standing.trouble === "promise-due" || isLastWait(file, promise.id);
  return {
    change: {
      next: {
        ...standing,
        version: standing.version + 1,
        updatedAt: now,
        ...(isRelieved
          ? {
              trouble: undefined,
              band: bandNow(file),
              desk:
                standing.stage === "answered" || standing.stage === "closed"
                  ? ("done" as const)
                  : standing.desk,
            }
          : {}),
      },
      promises: [{ promise: { ...promise, state: "kept", closedAt: now, rev: promise.rev + 1 } }],
      audit: [{ at: now, by: by.id, did: "promise-kept", what: promise.id }],
    },
    tell: [],
  };
}

/** The answered case waited for nothing but this. */
const isLastWait = (file: CaseFile, promiseId: ApprovalId): boolean =>
  file.case.stage === "answered" &&
  file.case.desk === "waiting" &&
  file.promises.every((each) => each.id === promiseId || each.state !== "open") &&
  file.deliveries.every((each) => each.state !== "WAITING");
