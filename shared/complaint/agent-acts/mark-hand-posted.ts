import type { CaseFile } from "../case-file.ts";
import type { Delivery } from "../delivery.ts";
import type { DeliveryId, Instant } from "../ids.ts";
import { type Actor, type Done, deliveriesOfApproval, type Wakes } from "./act.ts";
import { caseAfter } from "./after-delivery.ts";
import { type FallenDue, fallDue } from "./fall-due.ts";
import { factsOf } from "./resolve-unknown.ts";

export type HandPostedRefusal = { readonly refused: "no-such-delivery" | "not-by-hand" };

/** What stands where the agent gave no link to the reply that was posted by hand. */
export const POSTED_BY_HAND = "by-hand";

/**
 * The agent has posted the public text on the platform by hand. From now on its remedy is due and its promise stands,
 * as if the machine had sent it.
 *
 * @param input.platformId id or address of the reply, where the agent gave one
 */
export function markHandPosted(
  file: CaseFile,
  input: {
    readonly deliveryId: DeliveryId;
    readonly platformId?: string | undefined;
    readonly by: Actor;
    readonly now: Instant;
    readonly wakes: Wakes;
  },
): Done | HandPostedRefusal {
  const standing = file.case;
  const delivery = deliveriesOfApproval(file).find((candidate) => candidate.id === input.deliveryId);
  if (!delivery || (standing.stage !== "approved" && standing.stage !== "answered"))
    return { refused: "no-such-delivery" };
  if (delivery.state !== "WAITING" || delivery.reason !== "by-hand") return { refused: "not-by-hand" };
  const { by, now } = input;
  const { state: _state, reason: _reason, until: _until, ...common } = delivery;
  const moved: Delivery = {
    ...common,
    state: "SENT",
    sentAt: now,
    platformId: input.platformId?.trim() || POSTED_BY_HAND,
    updatedAt: now,
    rev: delivery.rev + 1,
  };
  const approvalId = standing.approval.id;
  const draft = file.drafts.find((candidate) => candidate.version === standing.approval.draftVersion);
  const due: FallenDue =
    draft === undefined
      ? {}
      : fallDue(file, draft, {
          approvalId,
          now,
          wakeAt: (at) => input.wakes.promiseDue(standing.id, approvalId, at),
        });
  const [grant] = due.grants ?? [];
  const promises = [...file.promises, ...(due.promises ?? []).map(({ promise }) => promise)];
  return {
    change: {
      ...caseAfter({ ...file, promises }, standing, [moved], now),
      deliveries: [{ delivery: moved }],
      audit: [{ at: now, by: by.id, did: "sent", what: moved.id }],
      ...due,
    },
    tell: [
      ...(grant === undefined
        ? []
        : [{ name: "grant-moved" as const, grantId: grant.id, state: "DUE" as const }]),
      ...factsOf(file, moved),
    ],
  };
}
