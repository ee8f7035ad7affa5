import type { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { isDone } from "../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../shared/complaint/agent-acts/approve.ts";
import { personOf } from "../../shared/complaint/agent-acts/charges.ts";
import { withdraw } from "../../shared/complaint/agent-acts/withdraw.ts";
import { type BudgetScope, budgetPeriods } from "../../shared/complaint/budget.ts";
import { AgentId, BrandId, type CaseId, CustomerId } from "../../shared/complaint/ids.ts";
import { money } from "../../shared/complaint/money.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import { draftHash } from "../../shared/runtime/draft-hash.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { seeded } from "./seeded.ts";
import { aDraftedCase, shopFile, testWakes } from "./world.ts";

type Stores = ReturnType<typeof careStores>;
type Binding = BudgetScope["kind"];

const at = "2026-11-20T10:00:00.000Z";
const timeZone = "Europe/Helsinki";
const plenty = 100_000_000;
/** Each asks for 5 to 15 €, so there is room for about half of two hundred. */
const LIMIT = 100_000;
const OWED = 700;

/** Everybody's click at the same moment, against one budget. */
export type Round = {
  readonly binding: Binding;
  /** Σ goodwill of the grants that stand in the table. */
  readonly grantedMinor: number;
  readonly counterMinor: number;
  readonly limitMinor: number;
  /** What those who were told no had asked for, at the end of the round. */
  readonly refusedMinor: readonly number[];
  readonly granted: number;
  readonly takenBack: number;
  /** Times that somebody had to click again because the table was too busy. */
  readonly again: number;
};

const playbookWhere = (binding: Binding): Pick<Playbook, "mandate"> => {
  const role = {
    perCaseMinor: plenty,
    perCustomerYearMinor: binding === "customer-year" ? LIMIT : plenty,
    perAgentDayMinor: binding === "agent-day" ? LIMIT : plenty,
  };
  const { mandate } = shopFile().playbook;
  return {
    mandate: {
      ...mandate,
      roles: { agent: role, manager: role },
      brandMonthMinor: binding === "brand-month" ? LIMIT : plenty,
    },
  };
};

/**
 * One round on a brand of its own: `agents` cases, each approved by another agent (or all by one, or all for one
 * customer, by what binds), some taken back at once, and at the end a second try for who was told no.
 */
export async function budgetRound(stores: Stores, number: number, agents: number): Promise<Round> {
  const bindings = ["brand-month", "agent-day", "customer-year"] as const;
  const binding = bindings[number % bindings.length] ?? "brand-month";
  const brand = BrandId.parse(`round-${number}`);
  const random = seeded(number + 1);
  const playbook = playbookWhere(binding);
  const clicks = await Promise.all(
    Array.from({ length: agents }, async (_, nth) => ({
      id: await aCaseAsking(stores, brand, nth, 500 + Math.floor(random() * 1000), binding),
      agent: AgentId.parse(binding === "agent-day" ? "laura" : `agent-${nth}`),
      regrets: random() < 0.2,
    })),
  );
  let again = 0;
  const busy = () => {
    again++;
  };
  const tried = await Promise.all(
    clicks.map(async (click) => {
      const got = await clickApprove(stores, brand, click, playbook, busy);
      if (got && click.regrets) await clickWithdraw(stores, brand, click, busy);
      return { click, got };
    }),
  );
  for (const each of tried.filter(({ got }) => !got))
    each.got = await clickApprove(stores, brand, each.click, playbook, busy);

  const files = await Promise.all(tried.map(({ click }) => stores.cases.load(brand, click.id)));
  const grants = files.flatMap((file) => file?.grants ?? []);
  const standing = grants.filter(({ state }) => state !== "RELEASED");
  const refused = tried.flatMap(({ got }, nth) =>
    got ? [] : [files[nth]?.drafts[0]?.remedy?.goodwill.minor ?? 0],
  );
  const committed = await stores.lists.budgets(brand, {
    customer: "one",
    agent: AgentId.parse("laura"),
    ...budgetPeriods(at, timeZone),
  });
  return {
    binding,
    grantedMinor: standing.reduce((sum, { remedy }) => sum + remedy.goodwill.minor, 0),
    counterMinor: {
      "customer-year": committed.customerYearMinor,
      "agent-day": committed.agentDayMinor,
      "brand-month": committed.brandMonthMinor,
    }[binding],
    limitMinor: LIMIT,
    refusedMinor: refused,
    granted: standing.length,
    takenBack: grants.length - standing.length,
    again,
  };
}

/** A drafted case with 7 € that are owed and so much goodwill on top. */
async function aCaseAsking(stores: Stores, brand: BrandId, nth: number, minor: number, binding: Binding) {
  const file = aDraftedCase("facebook", `${1000 + nth}`, at);
  const remedy: Remedy = {
    kind: "refund",
    value: money(OWED + minor, "EUR"),
    cost: money(OWED + minor, "EUR"),
    owed: money(OWED, "EUR"),
    goodwill: money(minor, "EUR"),
  };
  const customer = binding === "customer-year" ? { customer: CustomerId.parse("one") } : {};
  const opened = { ...file.case, brand, ...customer };
  const [draft] = file.drafts;
  if (!draft || file.decision?.outcome !== "remedy") throw new Error("the world has no draft");
  const core: Remedy = {
    ...remedy,
    value: money(OWED, "EUR"),
    cost: money(OWED, "EUR"),
    goodwill: money(0, "EUR"),
  };
  const decision = {
    ...file.decision,
    remedy,
    core,
    proportion: { ...file.decision.proportion, atRisk: money(plenty, "EUR") },
  };
  await stores.cases.open(
    opened,
    { brand, channel: "facebook", rootId: opened.rootId, person: opened.author ?? opened.rootId },
    { at, event: { detailType: "case-assessed.v1", detail: {} } },
  );
  await stores.cases.save({
    next: { ...opened, version: 2 },
    decision,
    draft: { ...draft, remedy, lossKey: `loss-${nth}`, hash: draftHash({ ...draft, remedy }) },
  });
  return opened.id;
}

type Click = { readonly id: CaseId; readonly agent: AgentId };

/** What the page does: read, check, save; read again when somebody else was there, or when the table is busy. */
async function clickApprove(
  stores: Stores,
  brand: BrandId,
  { id, agent }: Click,
  playbook: Pick<Playbook, "mandate">,
  busy: () => void,
): Promise<boolean> {
  for (;;) {
    const file = await stores.cases.load(brand, id);
    const draft = file?.drafts.at(-1);
    if (!file || !draft) throw new Error("no such case");
    const budgets = await stores.lists.budgets(brand, {
      customer: personOf(file.case),
      agent,
      ...budgetPeriods(at, timeZone),
    });
    const done = approve(file, {
      draftVersion: draft.version,
      draftHash: draft.hash,
      by: { id: agent, role: "agent" },
      overruled: [],
      now: at,
      playbook,
      budgets,
      timeZone,
      mention: {},
      hasWrittenPrivately: false,
      wakes: testWakes,
    });
    if (!isDone(done)) {
      if (done.refused === "outside-mandate") return false;
      throw new Error(`refused for another reason: ${done.refused}`);
    }
    const { outcome } = await whenFree(() => stores.cases.save(done.change), busy);
    if (outcome === "saved") return true;
    if (outcome === "limit") return false;
    if (outcome === "loss-taken") throw new Error("every loss is another");
  }
}

async function clickWithdraw(
  stores: Stores,
  brand: BrandId,
  { id, agent }: Click,
  busy: () => void,
): Promise<void> {
  const file = await stores.cases.load(brand, id);
  if (!file) throw new Error("no such case");
  const done = withdraw(file, { by: { id: agent, role: "agent" }, now: at, timeZone });
  if (!isDone(done)) throw new Error(`not taken back: ${done.refused}`);
  const { outcome } = await whenFree(() => stores.cases.save(done.change), busy);
  if (outcome !== "saved") throw new Error(`not taken back: ${outcome}`);
}

/** "Too busy" is no answer: a person clicks again. */
async function whenFree<T>(work: () => Promise<T>, busy: () => void): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      busy();
    }
  }
}
