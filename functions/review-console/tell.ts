import type { Fact, Wakes } from "../../shared/complaint/agent-acts/act.ts";
import type { Wake } from "../../shared/complaint/case-file.ts";
import type { BrandId, CaseId, Instant } from "../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { catalogue as events } from "../../shared/events/index.ts";

/** The event that tells a fact. The key is the fact's own, so that telling it twice is telling it once. */
export function eventOf(
  fact: Fact,
  about: { brand: BrandId; caseId: CaseId; occurredAt: Instant },
): DomainEvent {
  const { caseId } = about;
  const keyed = (...parts: (string | number)[]) => ({ ...about, key: parts.join(":") });
  switch (fact.name) {
    case "case-assessed":
      return events.CaseAssessed.make(keyed(caseId, fact.caseVersion), {
        caseId,
        caseVersion: fact.caseVersion,
        lane: fact.lane,
      });
    case "author-matched":
      return events.AuthorMatched.make(
        { ...about, key: `${caseId}@${fact.caseVersion}` },
        { caseId, caseVersion: fact.caseVersion, decision: fact.decision },
      );
    case "reply-approved":
      return events.ReplyApproved.make(
        keyed(fact.approvalId, ...(fact.again === undefined ? [] : ["again", fact.again])),
        {
          caseId,
          approvalId: fact.approvalId,
        },
      );
    case "reply-withdrawn":
      return events.ReplyWithdrawn.make(keyed(fact.approvalId), { caseId, approvalId: fact.approvalId });
    case "delivery-due":
      return events.DeliveryDue.make(keyed(fact.deliveryId, about.occurredAt), {
        caseId,
        deliveryId: fact.deliveryId,
      });
    case "delivery-moved":
      return events.DeliveryMoved.make(keyed(fact.deliveryId, fact.rev), {
        caseId,
        deliveryId: fact.deliveryId,
        side: fact.side,
        state: fact.state,
        rev: fact.rev,
      });
    case "grant-moved":
      return events.GrantMoved.make(keyed(fact.grantId, fact.state), {
        caseId,
        grantId: fact.grantId,
        state: fact.state,
      });
    case "case-closed":
      return events.CaseClosed.make(keyed(caseId, about.occurredAt), { caseId, because: fact.because });
  }
}

/** The wakes that a change carries: the same events, for later. */
export function wakesFor(brand: BrandId, now: Instant): Wakes {
  const wake = (at: Instant, event: DomainEvent): Wake => ({ at, event });
  return {
    deliveryDue: (caseId, deliveryId, at) =>
      wake(
        at,
        events.DeliveryDue.make(
          { brand, caseId, occurredAt: now, key: `${deliveryId}:${at}` },
          { caseId, deliveryId },
        ),
      ),
    deliveryMoved: (caseId, moved, at) =>
      wake(
        at,
        events.DeliveryMoved.make(
          { brand, caseId, occurredAt: now, key: `${moved.id}:${moved.rev}` },
          {
            caseId,
            deliveryId: moved.id,
            side: moved.side,
            state: "SENT",
            rev: moved.rev,
          },
        ),
      ),
    promiseDue: (caseId, approvalId, at) =>
      wake(
        at,
        events.PromiseFellDue.make(
          { brand, caseId, occurredAt: now, key: approvalId },
          { caseId, approvalId },
        ),
      ),
    matched: (fact, caseId, at) => wake(at, eventOf(fact, { brand, caseId, occurredAt: now })),
    assessed: (caseId, caseVersion, lane, at) =>
      wake(
        at,
        events.CaseAssessed.make(
          { brand, caseId, occurredAt: now, key: `${caseId}:${caseVersion}` },
          { caseId, caseVersion, lane },
        ),
      ),
  };
}
