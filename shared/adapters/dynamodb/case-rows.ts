import * as z from "zod";
import { Approval } from "../../complaint/approval.ts";
import { AuthorMatch } from "../../complaint/author-match.ts";
import { Case } from "../../complaint/case.ts";
import {
  AuditEntry,
  type CaseChange,
  type CaseFile,
  MessageRef,
  type Wake,
} from "../../complaint/case-file.ts";
import { Delivery } from "../../complaint/delivery.ts";
import { Draft } from "../../complaint/draft.ts";
import { Grant } from "../../complaint/grant.ts";
import type { CustomerId } from "../../complaint/ids.ts";
import { CarePromise, StoreNote, StoreOrder } from "../../complaint/promise.ts";
import { Relationship } from "../../complaint/relationship.ts";
import { Decision } from "../../complaint/remedy.ts";
import { MatchExpired } from "../../events/match-expired.ts";
import { OrderFellDue } from "../../events/order-fell-due.ts";
import { wakeWith } from "../../runtime/wakes.ts";
import { keys, queueAttributes, wakeAttributes } from "./keys.ts";
import { isNew, type Row, type Write } from "./table.ts";

const numbered = (version: number): string => String(version).padStart(4, "0");

/** The case's own item: its place in the queue, and its wake. */
export function caseRow(next: Case, wake: Wake | undefined): Row {
  // What is done is listed by when it was done; what waits, by band and by how long.
  const sort =
    next.desk === "done" ? `${next.updatedAt}#${next.id}` : `${next.band}#${next.waitingSince}#${next.id}`;
  return {
    pk: keys.casePartition(next.brand, next.id),
    sk: "case",
    body: next,
    version: next.version,
    ...queueAttributes(next.brand, next.desk, sort),
    ...wakeAttributes(next.id, wake),
  };
}

/** Everything of a change but the case itself, the counters and the loss. */
export function changeWrites(change: CaseChange): readonly Write[] {
  const { next } = change;
  const pk = keys.casePartition(next.brand, next.id);
  const one = (sk: string, body: unknown, extra: Record<string, unknown> = {}): Write => ({
    put: { pk, sk, body, ...extra },
  });
  const writes: Write[] = [];
  if (change.match === null) writes.push({ delete: { pk, sk: "match" } });
  else if (change.match !== undefined)
    writes.push(one("match", change.match, wakeAttributes(`${next.id}#match`, endOf(next, change.match))));
  if (change.relationship === null) writes.push({ delete: { pk, sk: "relationship" } });
  else if (change.relationship !== undefined) writes.push(one("relationship", change.relationship));
  if (change.decision !== undefined) writes.push(one("decision", change.decision));
  if (change.draft !== undefined) writes.push(...draftWrites(pk, change.draft));
  if (change.approval !== undefined)
    writes.push({
      put: { pk, sk: `approval#${numbered(change.approval.draftVersion)}`, body: change.approval },
      when: isNew,
    });
  for (const { delivery, wake } of change.deliveries ?? [])
    writes.push(one(`delivery#${delivery.id}`, delivery, wakeAttributes(delivery.id, wake)));
  for (const grant of change.grants ?? [])
    writes.push(
      one(
        `grant#${grant.id}`,
        grant,
        grant.state === "HANDED_OVER"
          ? queueAttributes(next.brand, "payouts", `${grant.grantedAt}#${grant.id}`)
          : {},
      ),
    );
  for (const { promise, wake } of change.promises ?? [])
    writes.push(
      one(`promise#${promise.id}`, promise, {
        ...(promise.state === "open"
          ? queueAttributes(next.brand, "promises", `${promise.dueAt}#${promise.id}`)
          : {}),
        ...wakeAttributes(promise.id, wake),
      }),
    );
  for (const order of change.orders ?? [])
    writes.push(
      one(`order#${order.approvalId}`, order, {
        ...(order.state === "open"
          ? queueAttributes(next.brand, "orders", `${order.by}#${order.approvalId}`)
          : {}),
        ...wakeAttributes(`${order.approvalId}#order`, lastDayOf(order)),
      }),
    );
  for (const note of change.notes ?? [])
    writes.push(
      one(
        `note#${note.approvalId}`,
        note,
        note.state === "open"
          ? queueAttributes(next.brand, "store-notes", `${note.at}#${note.approvalId}`)
          : {},
      ),
    );
  (change.audit ?? []).forEach((entry, at) => {
    writes.push(one(`audit#${numbered(next.version)}#${at}`, entry));
  });
  const ofCustomer = (customer: CustomerId) => ({
    pk: keys.customerCases(next.brand, customer),
    sk: `case#${next.openedAt}#${next.id}`,
  });
  if (change.match?.decision === "link" && next.customer !== undefined)
    writes.push({ put: { ...ofCustomer(next.customer), caseId: next.id, openedAt: next.openedAt } });
  if (change.noLongerOf !== undefined) writes.push({ delete: ofCustomer(change.noLongerOf) });
  for (const { member, seen } of change.incidents ?? []) {
    writes.push({
      put: { pk: keys.incidentCases(next.brand, member.incident), sk: next.id, body: member },
    });
    // Decided with an incident that has been set, set anew or closed since: decided in vain.
    if (seen !== undefined)
      writes.push({
        check: keys.incident(next.brand, seen.state, seen.id),
        when: { expression: "rev = :rev", values: { ":rev": seen.rev } },
      });
  }
  if (change.participant !== undefined)
    writes.push({
      put: {
        pk: keys.participant(next.brand, change.participant),
        sk: `case#${next.openedAt}#${next.id}`,
        caseId: next.id,
      },
    });
  return writes;
}

/** A hypothesis brings its own end along, so that whoever saves one cannot forget it. */
function endOf({ brand, id: caseId }: Case, { expiresAt }: AuthorMatch): Wake | undefined {
  if (expiresAt === undefined) return undefined;
  const about = { brand, caseId, occurredAt: expiresAt, key: `${caseId}@${expiresAt}` };
  return wakeWith(MatchExpired.make(about, { caseId }), expiresAt);
}

/** An open order rings when its last day has passed unanswered, once. Whoever saves one cannot forget it. */
function lastDayOf({ brand, caseId, approvalId, by, state, rangAt }: StoreOrder): Wake | undefined {
  if (state !== "open" || rangAt !== undefined) return undefined;
  const about = { brand, caseId, occurredAt: by, key: `${approvalId}@${by}` };
  return wakeWith(OrderFellDue.make(about, { caseId, approvalId }), by);
}

/** The draft's words are an item of their own, so that they can expire alone. */
function draftWrites(pk: string, draft: Draft): readonly Write[] {
  const { public: open, private: closed, ...rest } = draft;
  const sk = numbered(draft.version);
  return [
    { put: { pk, sk: `draft#${sk}`, body: { ...rest, replyTo: open.replyTo, to: closed?.to } }, when: isNew },
    { put: { pk, sk: `draft-text#${sk}`, body: { public: open.text, private: closed?.text } } },
  ];
}

const StoredDraft = Draft.omit({ public: true, private: true }).extend({
  replyTo: Draft.shape.public.shape.replyTo,
  to: Draft.shape.private.unwrap().shape.to.optional(),
});
const StoredWords = z.object({ public: z.string(), private: z.string().optional() });

/** Reads a case's partition back. Undefined when there is no case item. */
export function readCaseFile(rows: readonly Row[]): CaseFile | undefined {
  const bodies = (prefix: string): readonly unknown[] =>
    rows.filter((row) => row.sk.startsWith(prefix)).map((row) => row["body"]);
  const single = <T>(sk: string, schema: z.ZodType<T>): T | undefined => {
    const row = rows.find((candidate) => candidate.sk === sk);
    return row === undefined ? undefined : schema.parse(row["body"]);
  };
  const found = single("case", Case);
  if (found === undefined) return undefined;
  const match = single("match", AuthorMatch);
  const relationship = single("relationship", Relationship);
  const decision = single("decision", Decision);
  return {
    case: found,
    ...(match === undefined ? {} : { match }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(decision === undefined ? {} : { decision }),
    drafts: readDrafts(rows),
    approvals: bodies("approval#").map((body) => Approval.parse(body)),
    deliveries: bodies("delivery#").map((body) => Delivery.parse(body)),
    grants: bodies("grant#").map((body) => Grant.parse(body)),
    promises: bodies("promise#").map((body) => CarePromise.parse(body)),
    orders: bodies("order#").map((body) => StoreOrder.parse(body)),
    notes: bodies("note#").map((body) => StoreNote.parse(body)),
    messages: bodies("message#").map((body) => MessageRef.parse(body)),
    audit: bodies("audit#").map((body) => AuditEntry.parse(body)),
  };
}

function readDrafts(rows: readonly Row[]): readonly Draft[] {
  return rows
    .filter((row) => row.sk.startsWith("draft#"))
    .map((row) => {
      const { replyTo, to, ...rest } = StoredDraft.parse(row["body"]);
      const words = rows.find((candidate) => candidate.sk === row.sk.replace("draft#", "draft-text#"));
      const said = words === undefined ? { public: "" } : StoredWords.parse(words["body"]);
      return Draft.parse({
        ...rest,
        public: { text: said.public, replyTo },
        ...(to === undefined ? {} : { private: { text: said.private ?? "", to } }),
      });
    });
}
