import type { Case } from "../case.ts";
import type { CaseChange, CaseFile } from "../case-file.ts";
import { type Delivery, LOOK_AFTER_MS } from "../delivery.ts";
import type { Instant } from "../ids.ts";
import { RING_BEFORE_MS } from "../promise.ts";
import { after, bandNow, currentDraft, deliveriesOfApproval, nextDraftVersion, touched } from "./act.ts";
import { hasWrittenSince } from "./has-written-since.ts";

type Approved = Extract<Case, { stage: "approved" | "answered" }>;

/** Looked for as often as the machine looks: from here on a person decides. */
export const isForAgent = (delivery: Delivery): boolean =>
  delivery.state === "UNKNOWN" && delivery.looks >= LOOK_AFTER_MS.length;

/** A private message that only the writer can set going does not keep the case from being answered. */
const isOut = (delivery: Delivery): boolean =>
  delivery.state === "SENT" || (delivery.state === "WAITING" && delivery.reason === "for-their-message");

/**
 * Where an approved case stands once a person has moved its texts: who must act next, and whether it is
 * answered. When nothing of it can stand any more its words become a new version, since an approval is used once.
 */
export function caseAfter(
  file: CaseFile,
  standing: Approved,
  moved: readonly Delivery[],
  now: Instant,
): Pick<CaseChange, "next" | "draft"> {
  const pair = deliveriesOfApproval(file).map(
    (delivery) => moved.find((each) => each.id === delivery.id) ?? delivery,
  );
  const some = (test: (delivery: Delivery) => boolean) => pair.some(test);
  const { draftVersion, approval } = standing;
  const at = (stage: Approved["stage"], desk: Case["desk"], trouble?: Case["trouble"]): Case => ({
    ...touched(standing, now),
    stage,
    draftVersion,
    approval,
    desk,
    trouble,
    band: bandNow(file, trouble),
  });
  if (some(isForAgent)) return { next: at("approved", "agents", "unknown-outcome") };
  if (some((delivery) => delivery.state === "WAITING" && delivery.reason === "by-hand"))
    return { next: at("approved", "agents", "by-hand") };
  const isGivenUp = some(({ state }) => state === "REFUSED" || state === "WITHDRAWN");
  const wroteMore = hasWrittenSince(file, approval.at);
  if (isGivenUp && !some(mayStand)) {
    // What was answered is gone, but not all that the person wrote.
    const because = file.case.mentions.length > 1 ? undefined : closingReason(pair);
    return because === undefined || wroteMore
      ? words(file, standing, now)
      : {
          next: {
            ...touched(standing, now),
            stage: "closed",
            closedAt: now,
            closedBecause: because,
            desk: "done",
            trouble: undefined,
          },
        };
  }
  if (isGivenUp && !some(({ state }) => state === "HELD" || state === "SENDING" || state === "UNKNOWN"))
    return { next: at("answered", "agents", "refused") };
  if (!some(({ state }) => state === "SENT") || !pair.every(isOut))
    return { next: at("approved", "sending", wroteMore ? "person-answered" : undefined) };
  const ofPlace = placeTrouble(file, approval.id);
  if (ofPlace !== undefined) return { next: at("answered", "agents", ofPlace) };
  // The person wrote again while this was on its way: the agents go on from there.
  if (wroteMore) return { next: at("answered", "agents", "person-answered") };
  const promised = file.promises.filter(
    (promise) =>
      promise.state === "open" && (promise.id !== approval.id || promise.what !== "write-privately"),
  );
  // A promise that has rung keeps the case on the agents' desk until it is kept.
  if (promised.some((promise) => after(promise.dueAt, -RING_BEFORE_MS) <= now))
    return { next: at("answered", "agents", "promise-due") };
  const isPromised = promised.length > 0;
  return {
    next: at("answered", isPromised || some(({ state }) => state === "WAITING") ? "waiting" : "done"),
  };
}

/** What a place said to the order of this approval while its words were on their way. */
function placeTrouble(file: CaseFile, approvalId: string): Case["trouble"] {
  const order = file.orders.find((each) => each.approvalId === approvalId);
  if (order?.state === "cannot") return "order-refused";
  if (order?.state !== "open" || order.question === undefined || order.question.answer !== undefined)
    return undefined;
  return "order-asked";
}

const mayStand = ({ state }: Delivery): boolean => state !== "REFUSED" && state !== "WITHDRAWN";

function closingReason(pair: readonly Delivery[]): "removed" | "answered-outside" | undefined {
  for (const each of pair) {
    if (each.state !== "REFUSED") continue;
    if (each.reason === "mention-removed") return "removed";
    if (each.reason === "answered-outside") return "answered-outside";
  }
  return undefined;
}

function words(file: CaseFile, standing: Approved, now: Instant): Pick<CaseChange, "next" | "draft"> {
  const draft = currentDraft(file);
  const version = nextDraftVersion(file);
  return {
    next: {
      ...touched(standing, now),
      stage: "drafted",
      draftVersion: version,
      desk: "agents",
      trouble: "refused",
      band: bandNow(file, "refused"),
    },
    ...(draft === undefined ? {} : { draft: { ...draft, version } }),
  };
}
