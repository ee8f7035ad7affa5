import type { CaseFile } from "../case-file.ts";
import type { Instant } from "../ids.ts";
import {
  type Actor,
  bandNow,
  currentDraft,
  type Done,
  homeDesk,
  isUnderWay,
  nextDraftVersion,
  touched,
  type Wakes,
} from "./act.ts";
import { toBeDecided } from "./for-incident.ts";

/** Why a person ends a case without, or after, an answer. */
export const declineReasons = [
  "no-answer-needed",
  "already-settled",
  "not-about-us",
  "abuse",
  "duplicate",
  "other",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export type CloseRefusal = { readonly refused: "closed" | "under-way" | "not-answered" };

/** No answer is given: says why, and that it was a person who chose so. The note stays with the case and expires with it. */
export function decline(
  file: CaseFile,
  input: {
    readonly reason: DeclineReason;
    readonly note?: string | undefined;
    readonly by: Actor;
    readonly now: Instant;
  },
): Done | CloseRefusal {
  const because = input.reason === "no-answer-needed" ? "no-answer-needed" : "declined";
  return closeAs(file, because, { ...input, audit: { did: "declined", what: input.reason } });
}

/** The answer stands and nobody waits for anything. */
export function closeAnswered(
  file: CaseFile,
  input: { readonly by: Actor; readonly now: Instant },
): Done | CloseRefusal {
  if (file.approvals.length === 0) return { refused: "not-answered" };
  return closeAs(file, "answered", { ...input, audit: { did: "closed", what: "answered" } });
}

/**
 * Takes a closed case up again, on the desk where it would be now. Words that an approval has used stand as a new
 * version, which needs its own. A case that was frozen is decided anew: its incident may have been set or closed while
 * it lay here, and no draft of before may stand beside one that has not.
 */
export function reopen(
  file: CaseFile,
  input: { readonly by: Actor; readonly now: Instant; readonly wakes: Pick<Wakes, "matched"> },
): Done | { readonly refused: "not-closed" } {
  if (file.case.stage !== "closed") return { refused: "not-closed" };
  const { by, now } = input;
  const draft = currentDraft(file);
  const isUsedUp = file.approvals.some((approval) => approval.draftVersion === draft?.version);
  const version = isUsedUp ? nextDraftVersion(file) : draft?.version;
  const common = {
    ...touched(file.case, now),
    desk: homeDesk(file),
    band: bandNow(file),
    trouble: undefined,
    waitingSince: now,
  };
  const audit = [{ at: now, by: by.id, did: "reopened" as const }];
  if (file.decision?.outcome === "frozen") {
    const anew = toBeDecided(file, common, input);
    return { ...anew, change: { ...anew.change, audit } };
  }
  return {
    change: {
      next:
        version === undefined
          ? { ...common, stage: "decided" }
          : { ...common, stage: "drafted", draftVersion: version },
      ...(draft && isUsedUp && version !== undefined ? { draft: { ...draft, version } } : {}),
      audit,
    },
    tell: [],
  };
}

function closeAs(
  file: CaseFile,
  because: "declined" | "no-answer-needed" | "answered",
  input: {
    readonly by: Actor;
    readonly now: Instant;
    readonly note?: string | undefined;
    readonly audit: { readonly did: "declined" | "closed"; readonly what: string };
  },
): Done | CloseRefusal {
  if (file.case.stage === "closed") return { refused: "closed" };
  if (file.deliveries.some(isUnderWay)) return { refused: "under-way" };
  const { by, now, note } = input;
  return {
    change: {
      next: {
        ...touched(file.case, now),
        stage: "closed",
        desk: "done",
        trouble: undefined,
        closedAt: now,
        closedBecause: because,
        closedBy: by.id,
        ...(note === undefined || note === "" ? {} : { note }),
      },
      audit: [{ at: now, by: by.id, ...input.audit }],
    },
    tell: [{ name: "case-closed", because }],
  };
}
