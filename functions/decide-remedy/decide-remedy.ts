import { advance } from "../../shared/complaint/advance.ts";
import { deskDecided } from "../../shared/complaint/agent-acts/act.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import { bandOf, type Case } from "../../shared/complaint/case.ts";
import type { CaseChange, CaseFile } from "../../shared/complaint/case-file.ts";
import { decide } from "../../shared/complaint/decide.ts";
import type { BrandId, CaseId } from "../../shared/complaint/ids.ts";
import type { Incident } from "../../shared/complaint/incident.ts";
import { type LossLine, lossLineOf } from "../../shared/complaint/loss-line.ts";
import { gapOfDecision } from "../../shared/complaint/mandate-gap.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore, WorkLists } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { IncidentStore } from "../../shared/ports/incident-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import type { PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { STEP_PATIENCE_MS, wakeWith } from "../../shared/runtime/wakes.ts";
import { incidentOf } from "./incident-of.ts";

export type DecidePorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly lists: WorkLists;
  readonly brands: BrandStore;
  readonly incidents: Pick<IncidentStore, "open" | "get">;
  readonly history: Pick<PurchaseHistory, "purchasesOf">;
  readonly clock: Clock;
};

/** Chooses what the mandate allows, or refers the case to a person. Run twice it tells the same. */
export async function decideRemedyStep(
  heard: { readonly brand: BrandId; readonly caseId: CaseId; readonly causedBy: string },
  ports: DecidePorts,
): Promise<readonly DomainEvent[]> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  if (file === undefined) return [];
  const told = (version: number, outcome: Exclude<Decision["outcome"], "frozen">, occurredAt: string) =>
    RemedyDecided.make(
      { ...heard, occurredAt, key: `${heard.caseId}@${version}` },
      { caseId: heard.caseId, caseVersion: version, outcome },
    );
  if (file.case.stage === "decided" && file.decision !== undefined) {
    const { outcome } = file.decision;
    // What is frozen has nothing to tell: it is sent back when the incident is set, or closed.
    return outcome === "frozen" ? [] : [told(file.case.version, outcome, file.case.updatedAt)];
  }
  if (file.case.stage !== "matched") return [];
  const now = ports.clock.now();
  const { decision, relationship, incident, loss } = await decided(file, ports);
  const isFrozen = decision.outcome === "frozen";
  const next = advance(file.case, now, {
    stage: "decided",
    desk: deskDecided(file, decision),
    band: bandOf({
      lane: file.case.lane,
      // A text of before whose outcome is unclear, and the like, wait for no incident.
      trouble: file.case.trouble,
      isFrozen,
      owedMinor: owedOf(decision),
      atRiskMinor: relationship.basis === "purchases" ? relationship.atRisk.minor : undefined,
    }),
    ...standingOf(file, decision),
  });
  const gap = gapOfDecision(decision, "agent");
  const event = decision.outcome === "frozen" ? undefined : told(next.version, decision.outcome, now);
  const { outcome } = await ports.cases.save({
    next,
    decision,
    relationship,
    wake: event === undefined ? null : wakeWith(event, later(now, STEP_PATIENCE_MS)),
    incidents: linesOf(file, decision, incident, loss),
    audit: [
      {
        at: now,
        by: "shopkeeper",
        ...(decision.outcome === "frozen"
          ? { did: "frozen" as const, what: decision.incident }
          : { did: "decided" as const, what: decision.outcome }),
        ...(gap === undefined ? {} : { gap }),
      },
    ],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return event === undefined ? [] : [event];
}

/** What the case says of its incident after the decision. That a person took it out stays. */
function standingOf(file: CaseFile, decision: Decision): { incident?: Case["incident"] } {
  if (file.case.incident?.is === "left") return {};
  if (decision.outcome === "frozen") return { incident: { id: decision.incident, is: "waits" } };
  // What it was answered with stands, also when the person writes again.
  if (decision.outcome === "by-hand" && file.case.incident?.is === "set") return {};
  if (decision.outcome !== "remedy" && decision.outcome !== "escalate") return { incident: undefined };
  return { incident: decision.incident && { id: decision.incident.id, is: "set" } };
}

/**
 * What the lists of incidents say of the case from now on: it stands in the one that it falls under, and leaves the one
 * that it stood in before, both at once, so that it is counted in one.
 */
function linesOf(
  file: CaseFile,
  decision: Decision,
  incident: Incident | undefined,
  loss: LossLine | undefined,
): NonNullable<CaseChange["incidents"]> {
  const change = standingOf(file, decision);
  if (!("incident" in change)) return [];
  const { id: caseId, openedAt, incident: before } = file.case;
  const standing = change.incident;
  const left =
    before === undefined || before.id === standing?.id
      ? []
      : [{ member: { incident: before.id, caseId, openedAt, is: "left" as const } }];
  if (standing === undefined || incident === undefined) return left;
  const losing = loss && {
    priceMinor: loss.priceMinor,
    costMinor: loss.costMinor,
    shareWhenPartMissing: loss.shareWhenPartMissing,
  };
  const member = { incident: standing.id, caseId, openedAt, is: standing.is };
  return [...left, { member: { ...member, ...(losing && { loss: losing }) }, seen: incident }];
}

const owedOf = (decision: Decision): number | undefined =>
  decision.outcome === "remedy"
    ? decision.remedy.owed.minor
    : decision.outcome === "escalate"
      ? decision.proposal.owed.minor
      : undefined;

async function decided(file: CaseFile, ports: DecidePorts) {
  const { brand } = file.case;
  const now = ports.clock.now();
  const { version, file: brandFile } = await ports.brands.active(brand);
  const { account, playbook } = brandFile;
  const assessment = await ports.mentions.assessmentOf(brand, file.case.answerTo);
  const mention = await ports.mentions.get(brand, file.case.answerTo);
  const { customer } = file.case;
  const purchases = customer === undefined ? [] : await ports.history.purchasesOf(brand, customer);
  const relationship =
    file.relationship ??
    valueRelationship({ purchases: [], ownFailuresLast90Days: 0, playbook, currency: account.currency, now });
  const person = { customer, author: file.case.author, mention: file.case.answerTo };
  const budgets = await ports.lists.budgets(brand, {
    customer: customer ?? file.case.author ?? file.case.answerTo,
    ...budgetPeriods(now, account.timeZone),
  });
  const product = pointedProduct(mention?.text ?? "", assessment?.cues ?? [], playbook.priceList);
  const incident = await incidentOf(file, brandFile, ports);
  const decision = decide({
    assessment: {
      lane: file.case.lane,
      cues: assessment?.cues ?? [],
      situation: file.case.situation,
      stopCase: file.case.stopCase,
    },
    match: file.match,
    relationship,
    purchases,
    product,
    playbook,
    playbookVersion: version,
    currency: account.currency,
    budgets,
    roleLimits: "agent",
    incident,
    alreadyGranted: file.grants.some((grant) => grant.state !== "RELEASED"),
    person,
    now,
    timeZone: account.timeZone,
  });
  const loss = lossLineOf({ purchases, product, playbook, currency: account.currency, now });
  return { decision, relationship, incident, loss };
}
