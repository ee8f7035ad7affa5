import { currentDraft } from "../../shared/complaint/agent-acts/act.ts";
import { personOf } from "../../shared/complaint/agent-acts/charges.ts";
import { setForAll } from "../../shared/complaint/agent-acts/for-incident.ts";
import { checkRemedy, decisionForSigner } from "../../shared/complaint/agent-acts/signers-mandate.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { type Budgets, budgetPeriods } from "../../shared/complaint/budget.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Correction } from "../../shared/complaint/correction.ts";
import type { CustomerId, MentionId } from "../../shared/complaint/ids.ts";
import type { Incident } from "../../shared/complaint/incident.ts";
import type { MandateCheck } from "../../shared/complaint/inside-mandate.ts";
import type { Mention, Message } from "../../shared/complaint/mention.ts";
import type { Shift } from "../../shared/complaint/promise.ts";
import type { Customer } from "../../shared/complaint/relationship.ts";
import type { Decision } from "../../shared/complaint/remedy.ts";
import type { PublishedBrand } from "../../shared/ports/brand-store.ts";
import { casesElsewhere, type Elsewhere } from "./elsewhere.ts";
import type { Person } from "./login/login.ts";
import type { Ports } from "./ports.ts";

/** Everything that the case page shows. */
export type CaseView = {
  readonly file: CaseFile;
  readonly published: PublishedBrand;
  readonly now: string;
  readonly answered: Mention | undefined;
  readonly assessment: Assessment | undefined;
  /** What a colleague said of it last: complaint or none. */
  readonly correction: Correction | undefined;
  /** What stands above it in the thread, and the person's other mentions in this case, oldest first. */
  readonly thread: readonly Mention[];
  readonly earlier: readonly Mention[];
  readonly messages: readonly Message[];
  readonly elsewhere: readonly Elsewhere[];
  readonly candidates: ReadonlyMap<CustomerId, Customer>;
  /** The decision with the mandate of the person who looks. */
  readonly decision: Decision | undefined;
  /** Whether the draft's remedy stands inside it; undefined where nothing is given. */
  readonly check: MandateCheck | undefined;
  /** The incident that it waits for, or is answered with. */
  readonly incident: Incident | undefined;
  readonly isPaused: boolean;
  readonly shifts: readonly Shift[];
};

export async function viewCase(
  ports: Ports,
  published: PublishedBrand,
  person: Person,
  file: CaseFile,
): Promise<CaseView> {
  const of = file.case;
  const now = ports.clock.now();
  const mention = (id: MentionId) => ports.mentions.get(of.brand, id);
  const [
    answered,
    assessment,
    correction,
    others,
    messages,
    elsewhere,
    candidates,
    budgets,
    isPaused,
    shifts,
    incident,
  ] = await Promise.all([
    mention(of.answerTo),
    ports.mentions.assessmentOf(of.brand, of.answerTo),
    ports.corrections.of(of.brand, of.answerTo),
    Promise.all(of.mentions.filter((id) => id !== of.answerTo).map(mention)),
    Promise.all(file.messages.map(({ id }) => ports.messages.get(of.brand, id))),
    casesElsewhere(ports, file),
    candidatesOf(ports, file),
    budgetsFor(ports, published, person, file),
    ports.brands.isPaused(of.brand, of.channel),
    ports.brands.shiftsAt(of.brand, now),
    of.incident === undefined || of.incident.is === "left"
      ? undefined
      : ports.incidents.get(of.brand, of.incident.id),
  ]);
  const above = [
    ...new Set([of.rootId, ...(answered?.parentId === undefined ? [] : [answered.parentId])]),
  ].filter((id) => !of.mentions.includes(id));
  const thread = await Promise.all(above.map(mention));
  const decision = decisionForSigner(file, { playbook: published.file.playbook, role: person.role, budgets });
  const remedy = currentDraft(file)?.remedy;
  return {
    file,
    published,
    now,
    answered,
    assessment,
    correction,
    thread: known(thread),
    earlier: known(others),
    messages: known(messages),
    elsewhere,
    candidates,
    decision,
    check:
      remedy === undefined || remedy.cost.minor === 0 || setForAll(file, remedy) !== undefined
        ? undefined
        : checkRemedy(decision, remedy),
    incident,
    isPaused,
    shifts,
  };
}

const known = <T>(items: readonly (T | undefined)[]): readonly T[] =>
  items.filter((item) => item !== undefined);

async function candidatesOf(ports: Ports, file: CaseFile): Promise<ReadonlyMap<CustomerId, Customer>> {
  const ids = new Set([
    ...(file.match?.candidates.map((candidate) => candidate.customer) ?? []),
    ...(file.match?.customer === undefined ? [] : [file.match.customer]),
  ]);
  const found = await Promise.all([...ids].map((id) => ports.customers.customer(file.case.brand, id)));
  return new Map(known(found).map((customer) => [customer.id, customer]));
}

/** What this customer, this signer and this month have had already. */
export function budgetsFor(
  ports: Ports,
  published: PublishedBrand,
  person: Person,
  file: CaseFile,
): Promise<Budgets> {
  return ports.lists.budgets(file.case.brand, {
    customer: personOf(file.case),
    agent: person.agent,
    ...budgetPeriods(ports.clock.now(), published.file.account.timeZone),
  });
}

/** What the writer wrote in public: nothing of it is news when it is said back. */
export const writtenInPublic = (view: Pick<CaseView, "answered" | "earlier">): readonly string[] =>
  [...view.earlier, ...(view.answered === undefined ? [] : [view.answered])].map(({ text }) => text ?? "");
