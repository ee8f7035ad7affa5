import type { CaseFile } from "../case-file.ts";
import type { Instant } from "../ids.ts";
import type { MandateGap } from "../mandate-gap.ts";
import { type Actor, currentDraft, type Done, isUnderWay } from "./act.ts";
import { gapMet, type MandateFacts } from "./signers-mandate.ts";

/** Why a case goes to a manager or to marketing. */
export const escalateReasons = [
  "outside-mandate",
  "competitor",
  "many-people",
  "delicate",
  "unsure",
  "other",
] as const;
export type EscalateReason = (typeof escalateReasons)[number];
export const returnReasons = ["inside-mandate", "agreed", "needs-facts", "other"] as const;
export type ReturnReason = (typeof returnReasons)[number];

type Handover<Reason extends string> = {
  readonly reason: Reason;
  /** In the person's own words, for the colleague; expires with the case. */
  readonly note?: string | undefined;
  readonly by: Actor;
  readonly now: Instant;
};

export type HandoverRefusal = { readonly refused: "closed" | "under-way" | "already-there" };

/**
 * Hands the case up, with the draft that stands as the agent's proposal, and keeps the limit that the proposal met:
 * what the mandate lacks is added up from there.
 */
export function escalate(
  file: CaseFile,
  input: Handover<EscalateReason> & Omit<MandateFacts, "role">,
): Done | HandoverRefusal {
  const remedy = currentDraft(file)?.remedy;
  const gap = remedy && gapMet(file, remedy, { ...input, role: input.by.role });
  return handOver(file, "managers", "escalated", input, gap);
}

/** Hands it back to the agents' desk. */
export const giveBack = (file: CaseFile, input: Handover<ReturnReason>): Done | HandoverRefusal =>
  handOver(file, "agents", "returned", input);

function handOver(
  file: CaseFile,
  to: "agents" | "managers",
  did: "escalated" | "returned",
  input: Handover<string>,
  gap?: MandateGap,
): Done | HandoverRefusal {
  const standing = file.case;
  if (standing.stage === "closed") return { refused: "closed" };
  if (standing.desk === to) return { refused: "already-there" };
  if (file.deliveries.some(isUnderWay)) return { refused: "under-way" };
  const { by, now, reason, note } = input;
  return {
    change: {
      next: {
        ...standing,
        version: standing.version + 1,
        updatedAt: now,
        desk: to,
        handover: { by: by.id, at: now, reason, ...(note === undefined || note === "" ? {} : { note }) },
      },
      audit: [{ at: now, by: by.id, did, what: reason, ...(gap === undefined ? {} : { gap }) }],
    },
    tell: [],
  };
}
