import { advance } from "../../shared/complaint/advance.ts";
import { orderFellDue } from "../../shared/complaint/agent-acts/place-answers.ts";
import type { Trouble } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { expireMatch } from "../../shared/complaint/expire-match.ts";
import type { ApprovalId, AuthorId, BrandId, CaseId, MessageId } from "../../shared/complaint/ids.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { MessageStore } from "../../shared/ports/collecting.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";

export type FollowUpPorts = {
  readonly cases: CaseStore;
  readonly messages: MessageStore;
  readonly clock: Clock;
};

/** A promise is about to be late: the case goes to the top of the agents' list, unless the promise has been kept. */
export async function promiseFellDue(
  heard: { readonly brand: BrandId; readonly caseId: CaseId; readonly approvalId: ApprovalId },
  ports: FollowUpPorts,
): Promise<void> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  const promise = file?.promises.find((each) => each.id === heard.approvalId && each.state === "open");
  if (file === undefined || promise === undefined) return;
  // Saved again without its wake: it has rung.
  const promises = [{ promise }];
  if (file.case.trouble === "promise-due") {
    await save(file, {}, { promises }, ports);
    return;
  }
  await save(file, back(file, "promise-due"), { promises, did: "promise-due", what: promise.id }, ports);
}

/** A place has said nothing by its order's last day: the case goes to the top of the agents' list, once. */
export async function orderUnanswered(
  heard: { readonly brand: BrandId; readonly caseId: CaseId; readonly approvalId: ApprovalId },
  ports: FollowUpPorts,
): Promise<void> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  const due =
    file === undefined
      ? undefined
      : orderFellDue(file, { orderOf: heard.approvalId, now: ports.clock.now() });
  if (due === undefined) return;
  const { outcome } = await ports.cases.save(due.change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
}

/** A hypothesis about who the author is has had its time: it goes with its case, or waits on with it. */
export async function matchExpired(
  heard: { readonly brand: BrandId; readonly caseId: CaseId },
  ports: FollowUpPorts,
): Promise<void> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  const change = file === undefined ? undefined : expireMatch(file, ports.clock.now());
  if (change === undefined) return;
  const { outcome } = await ports.cases.save(change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
}

/** The person has written in private: the case comes back, unless that message was just what an answer waited for. */
export async function personAnswered(
  heard: { readonly brand: BrandId; readonly from: AuthorId; readonly messageId: MessageId },
  ports: FollowUpPorts,
): Promise<void> {
  const caseId = await ports.cases.caseOfParticipant(heard.brand, heard.from);
  const file = caseId === undefined ? undefined : await ports.cases.load(heard.brand, caseId);
  const message = await ports.messages.get(heard.brand, heard.messageId);
  if (file !== undefined && message !== undefined && !wasAwaited(file, message.sentAt)) {
    const told = file.audit.some(
      (entry) => entry.did === "person-answered" && entry.what === heard.messageId,
    );
    if (!told)
      await save(
        file,
        back(file, "person-answered"),
        { did: "person-answered", what: heard.messageId },
        ports,
      );
  }
  await ports.messages.settle(heard.brand, heard.messageId);
}

const toAgents = (trouble: Trouble) => ({ desk: "agents", trouble, band: 0 });

/** What is on its way stays on its way; an answered or closed case comes back to the agents. */
const back = (file: CaseFile, trouble: Trouble): Parameters<typeof advance>[2] =>
  file.case.stage === "closed" ? { ...toAgents(trouble), stage: "decided" } : toAgents(trouble);

/** On X the private text waits for the person's message: the one that releases it is not an answer to it. */
const wasAwaited = (file: CaseFile, sentAt: string): boolean =>
  file.deliveries.some(
    (each) =>
      each.side === "private" &&
      ((each.state === "WAITING" && each.reason === "for-their-message") ||
        each.state === "SENDING" ||
        each.state === "UNKNOWN" ||
        (each.state === "SENT" && each.sentAt > sentAt)),
  );

async function save(
  file: CaseFile,
  patch: Parameters<typeof advance>[2],
  also: {
    promises?: NonNullable<Parameters<CaseStore["save"]>[0]["promises"]>;
    did?: "promise-due" | "person-answered";
    what?: string;
  },
  ports: FollowUpPorts,
): Promise<void> {
  const now = ports.clock.now();
  const { outcome } = await ports.cases.save({
    next: advance(file.case, now, patch),
    ...(also.promises === undefined ? {} : { promises: also.promises }),
    audit: also.did === undefined ? [] : [{ at: now, by: "shopkeeper", did: also.did, what: also.what }],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
}
