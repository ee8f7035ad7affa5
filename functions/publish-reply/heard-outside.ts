import { advance } from "../../shared/complaint/advance.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Delivery } from "../../shared/complaint/delivery.ts";
import type { AuthorId, BrandId, Instant, MentionId } from "../../shared/complaint/ids.ts";
import { platformIdOf } from "../../shared/complaint/ids.ts";
import { becomes } from "../../shared/complaint/publishing.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { afterLastUnderscore, type PublishPorts, publishReply, sameWords } from "./publish-reply.ts";
import { beginRun, savePair } from "./save-pair.ts";

/**
 * A reply of the brand's own account stands under a mention: it is ours (posted by hand, or by a call whose answer
 * was lost), or somebody answered outside.
 */
export async function ownReplySeen(
  seen: {
    readonly brand: BrandId;
    readonly reply: MentionId;
    readonly parent: MentionId;
    readonly causedBy: string;
  },
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  const caseId = (await ports.mentions.assessmentOf(seen.brand, seen.parent))?.caseId;
  const file = caseId === undefined ? undefined : await ports.cases.load(seen.brand, caseId);
  const reply = await ports.mentions.get(seen.brand, seen.reply);
  if (file === undefined || reply === undefined) return [];
  const id = platformIdOf(seen.reply);
  const publics = file.deliveries.filter((each) => each.side === "public" && each.mention === seen.parent);
  if (publics.some((each) => each.state === "SENT" && afterLastUnderscore(each.platformId) === id)) return [];
  const now = ports.clock.now();
  const ours =
    publics.find((each) => isPostedByHand(file, each, reply.postedAt)) ??
    publics.find((each) => isOurs(file, each, reply.text ?? ""));
  if (ours === undefined) return answeredOutside(file, seen.parent, reply.postedAt, ports);
  const sent = becomes(ours, now, { state: "SENT", sentAt: reply.postedAt, platformId: id });
  // Posted by hand there was no claim before: what a claim makes due is made due now, unless it has been.
  const draft = file.drafts.find((each) => each.version === ours.draftVersion);
  const change = { delivery: sent, ...(draft === undefined ? {} : { claims: draft }) };
  const told = await savePair(file, change, await beginRun(seen, ports), ports);
  if (told.length === 0) throw new Unavailable("the case moved on meanwhile");
  return [
    ...told,
    ...(await publishReply({ ...seen, caseId: file.case.id, approvalId: ours.approvalId }, ports)),
  ];
}

/** A reply older than the approval cannot be the text that was approved. */
function isPostedByHand(file: CaseFile, delivery: Delivery, postedAt: Instant): boolean {
  if (delivery.state !== "WAITING" || delivery.reason !== "by-hand") return false;
  const approval = file.approvals.find((each) => each.id === delivery.approvalId);
  return approval !== undefined && postedAt >= approval.at.slice(0, 19);
}

function isOurs(file: CaseFile, delivery: Delivery, text: string): boolean {
  if (delivery.state !== "UNKNOWN" && delivery.state !== "SENDING") return false;
  const draft = file.drafts.find((each) => each.version === delivery.draftVersion);
  return draft !== undefined && sameWords(draft.public.text, text);
}

/** The draft is withdrawn; what is under way finds the other answer in its first check. */
async function answeredOutside(
  file: CaseFile,
  answered: MentionId,
  postedAt: Instant,
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  const { stage, answerTo } = file.case;
  // An answer to an earlier post is none to what the person wrote after it.
  const asked = await ports.mentions.get(file.case.brand, answerTo);
  if (answered !== answerTo || (asked !== undefined && postedAt < asked.postedAt)) return [];
  if (stage === "approved" || stage === "answered" || stage === "closed") return [];
  const now = ports.clock.now();
  const { outcome } = await ports.cases.save({
    next: advance(file.case, now, {
      stage: "closed",
      closedAt: now,
      closedBecause: "answered-outside",
      desk: "done",
      trouble: undefined,
    }),
    audit: [{ at: now, by: "shopkeeper", did: "answered-outside" }],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return [];
}

/** The person has written privately: what waited for that may go. */
export async function messageReceived(
  heard: { readonly brand: BrandId; readonly from: AuthorId; readonly causedBy: string },
  ports: PublishPorts,
): Promise<readonly DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (const caseId of await ports.cases.casesOfParticipant(heard.brand, heard.from)) {
    const file = await ports.cases.load(heard.brand, caseId);
    const waiting = file?.deliveries.filter(
      (each) => each.state === "WAITING" && each.reason === "for-their-message",
    );
    for (const { approvalId } of waiting ?? []) {
      const about = { brand: heard.brand, caseId, approvalId, causedBy: heard.causedBy };
      events.push(...(await publishReply(about, ports, { personHasWritten: true })));
    }
  }
  return events;
}
