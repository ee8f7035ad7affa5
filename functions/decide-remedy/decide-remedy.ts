import { advance } from "../../shared/complaint/advance.ts";
import { budgetPeriods } from "../../shared/complaint/budget.ts";
import { bandOf } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { decide } from "../../shared/complaint/decide.ts";
import type { BrandId, CaseId } from "../../shared/complaint/ids.ts";
import { gapOfDecision } from "../../shared/complaint/mandate-gap.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore, WorkLists } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import type { PurchaseHistory } from "../../shared/ports/purchase-history.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { STEP_PATIENCE_MS, wakeWith } from "../../shared/runtime/wakes.ts";

export type DecidePorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly lists: WorkLists;
  readonly brands: BrandStore;
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
  const told = (version: number, outcome: Decision["outcome"], occurredAt: string) =>
    RemedyDecided.make(
      { ...heard, occurredAt, key: `${heard.caseId}@${version}` },
      { caseId: heard.caseId, caseVersion: version, outcome },
    );
  if (file.case.stage === "decided" && file.decision !== undefined)
    return [told(file.case.version, file.decision.outcome, file.case.updatedAt)];
  if (file.case.stage !== "matched") return [];
  const now = ports.clock.now();
  const { decision, relationship } = await decided(file, ports);
  const next = advance(file.case, now, {
    stage: "decided",
    desk: decision.outcome === "escalate" ? "managers" : "agents",
    band: bandOf({
      lane: file.case.lane,
      owedMinor: owedOf(decision),
      atRiskMinor: relationship.basis === "purchases" ? relationship.atRisk.minor : undefined,
    }),
  });
  const gap = gapOfDecision(decision, "agent");
  const event = told(next.version, decision.outcome, now);
  const { outcome } = await ports.cases.save({
    next,
    decision,
    relationship,
    wake: wakeWith(event, later(now, STEP_PATIENCE_MS)),
    audit: [
      {
        at: now,
        by: "shopkeeper",
        did: "decided",
        what: decision.outcome,
        ...(gap === undefined ? {} : { gap }),
      },
    ],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return [event];
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
    product: pointedProduct(mention?.text ?? "", assessment?.cues ?? [], playbook.priceList),
    playbook,
    playbookVersion: version,
    currency: account.currency,
    budgets,
    roleLimits: "agent",
    alreadyGranted: file.grants.some((grant) => grant.state !== "RELEASED"),
    person,
    now,
    timeZone: account.timeZone,
  });
  return { decision, relationship };
}
