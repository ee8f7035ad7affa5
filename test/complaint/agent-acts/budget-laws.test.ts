import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { personOf } from "../../../shared/complaint/agent-acts/charges.ts";
import { payOut } from "../../../shared/complaint/agent-acts/pay-out.ts";
import { withdraw } from "../../../shared/complaint/agent-acts/withdraw.ts";
import { type BudgetCharge, type BudgetScope, budgetPeriods } from "../../../shared/complaint/budget.ts";
import type { CaseChange, CaseFile } from "../../../shared/complaint/case-file.ts";
import { AgentId, CustomerId } from "../../../shared/complaint/ids.ts";
import { money } from "../../../shared/complaint/money.ts";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import type { Remedy } from "../../../shared/complaint/remedy.ts";
import { LAW_RUNS } from "../../support/law-runs.ts";
import { aDraftedCase, shopFile, testWakes } from "../../support/world.ts";

const timeZone = "Europe/Helsinki";
const days = [
  "2026-11-29T12:00:00.000Z",
  "2026-11-30T21:59:59.000Z",
  "2026-11-30T22:00:00.000Z",
  "2026-12-31T23:00:00.000Z",
];
const signers = [
  { id: AgentId.parse("laura"), role: "agent" },
  { id: AgentId.parse("mikael"), role: "marketing" },
  { id: AgentId.parse("sanna"), role: "manager" },
] as const;
const CASES = 6;
const OWED = 400;
const fresh = Array.from({ length: CASES }, (_, nth) =>
  aDraftedCase("facebook", `${nth + 1}`, days[0] ?? ""),
);

type Limits = { case: number; year: number; day: number };
type Step =
  | {
      readonly do: "approve";
      readonly of: number;
      readonly by: number;
      readonly at: number;
      readonly goodwill: number;
      readonly sawOld: boolean;
    }
  | { readonly do: "withdraw" | "settle"; readonly of: number; readonly by: number; readonly at: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("approve" as const),
      of: fc.nat(CASES - 1),
      by: fc.nat(signers.length - 1),
      at: fc.nat(days.length - 1),
      goodwill: fc.integer({ min: 0, max: 1200 }),
      sawOld: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("withdraw" as const, "settle" as const),
      of: fc.nat(CASES - 1),
      by: fc.nat(signers.length - 1),
      at: fc.nat(days.length - 1),
    }),
  },
);
const limits = (most: number): fc.Arbitrary<Limits> =>
  fc.record({ case: fc.nat(most), year: fc.nat(2 * most), day: fc.nat(2 * most) });

/** The counters as the table keeps them: one number each, raised under a condition, lowered without. */
class Counters {
  readonly committed = new Map<string, number>();
  static keyOf = (scope: BudgetScope): string => Object.values(scope).join("#");
  of = (scope: BudgetScope): number => this.committed.get(Counters.keyOf(scope)) ?? 0;
  /** All or none. */
  take(charges: readonly BudgetCharge[]): boolean {
    const isFull = charges.some(
      ({ scope, minor, limitMinor }) => minor > 0 && this.of(scope) > limitMinor - minor,
    );
    if (isFull) return false;
    for (const { scope, minor } of charges) this.committed.set(Counters.keyOf(scope), this.of(scope) + minor);
    return true;
  }
}

/** A case that asks for so much goodwill beside 4 € that are owed, as it stands after its steps so far. */
function asking(file: CaseFile, goodwill: number): CaseFile {
  const draft = file.drafts.at(-1);
  if (!draft || file.decision?.outcome !== "remedy") throw new Error("no draft");
  const remedy: Remedy = {
    kind: "refund",
    value: money(OWED + goodwill, "EUR"),
    cost: money(OWED + goodwill, "EUR"),
    owed: money(OWED, "EUR"),
    goodwill: money(goodwill, "EUR"),
  };
  const core = { ...remedy, value: money(OWED, "EUR"), cost: money(OWED, "EUR"), goodwill: money(0, "EUR") };
  const proportion = { ...file.decision.proportion, atRisk: money(10 ** 6, "EUR") };
  return {
    ...file,
    decision: { ...file.decision, remedy, core, proportion },
    drafts: [{ ...draft, remedy }],
  };
}

function saved(file: CaseFile, change: CaseChange): CaseFile {
  const put = <T extends { id: string }>(before: readonly T[], after: readonly T[] = []) => [
    ...before.filter((each) => !after.some(({ id }) => id === each.id)),
    ...after,
  ];
  return {
    ...file,
    case: change.next,
    drafts: change.draft === undefined ? file.drafts : [change.draft],
    deliveries: put(
      file.deliveries,
      change.deliveries?.map(({ delivery }) => delivery),
    ),
    grants: put(file.grants, change.grants),
  };
}

describe("goodwill granted", () => {
  it("is never more than any budget, at any instant, in whatever order it is granted, released and settled", () => {
    let granted = 0;
    let refused = 0;
    let released = 0;
    const world = fc.record({
      agent: limits(1500),
      manager: limits(3000),
      month: fc.nat(5000),
      steps: fc.array(anyStep, { minLength: 4, maxLength: 24 }),
    });
    fc.assert(
      fc.property(world, ({ agent, manager, month, steps }) => {
        const role = (of: Limits) => ({
          perCaseMinor: of.case,
          perCustomerYearMinor: of.year,
          perAgentDayMinor: of.day,
        });
        const playbook: Pick<Playbook, "mandate"> = {
          mandate: {
            ...shopMandate,
            roles: { agent: role(agent), manager: role(manager) },
            brandMonthMinor: month,
          },
        };
        const counters = new Counters();
        const files = fresh.map(
          (file, nth): CaseFile => ({
            ...file,
            case: { ...file.case, customer: CustomerId.parse(`c${nth % 3}`) },
          }),
        );
        for (const step of steps) {
          const file = files[step.of];
          const by = signers[step.by];
          const now = days[step.at];
          if (!file || !by || now === undefined) throw new Error("no such step");
          if (step.do === "approve") {
            const { day, month: ofMonth, year } = budgetPeriods(now, timeZone);
            const customer = personOf(file.case);
            // Who looks at an old page believes that there is room; only the save knows.
            const seen = step.sawOld
              ? { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 }
              : {
                  customerYearMinor: counters.of({ kind: "customer-year", customer, year }),
                  agentDayMinor: counters.of({ kind: "agent-day", agent: by.id, day }),
                  brandMonthMinor: counters.of({ kind: "brand-month", month: ofMonth }),
                };
            const asked = asking(file, step.goodwill);
            const done = approve(asked, {
              draftVersion: asked.drafts[0]?.version ?? 0,
              draftHash: asked.drafts[0]?.hash ?? "",
              by,
              overruled: [],
              now,
              playbook,
              budgets: seen,
              timeZone,
              mention: {},
              hasWrittenPrivately: false,
              wakes: testWakes,
            });
            if (!isDone(done) || !counters.take(done.change.charges ?? [])) {
              refused++;
              if (step.goodwill === 0 && !isDone(done) && done.refused === "outside-mandate")
                throw new Error("what is owed was refused");
              continue;
            }
            granted++;
            files[step.of] = saved(asked, done.change);
            for (const { scope, limitMinor } of done.change.charges ?? [])
              if (counters.of(scope) > limitMinor) throw new Error(`${scope.kind} beyond the signer's limit`);
          } else {
            const grant = file.grants.find(({ state }) => state === "RESERVED");
            const done =
              step.do === "withdraw"
                ? withdraw(file, { by, now, timeZone })
                : grant &&
                  payOut(
                    { ...file, grants: [{ ...grant, state: "HANDED_OVER" }] },
                    { grantId: grant.id, by, now, result: "done", reference: "r-1" },
                  );
            if (!done || !isDone(done)) continue;
            if (step.do === "withdraw") released++;
            if (!counters.take(done.change.charges ?? [])) throw new Error("giving back was refused");
            files[step.of] = saved(file, done.change);
          }
          mustAgree(counters, files, { agent, manager, month });
        }
      }),
      { numRuns: LAW_RUNS },
    );
    // All three happened, and often: a law about nothing would hold as well.
    expect(Math.min(granted, refused, released)).toBeGreaterThan(LAW_RUNS / 8);
  });
});

const shopMandate = shopFile().playbook.mandate;

/** What the counters say is what stands granted, summed anew from the grants, and is within the limits. */
function mustAgree(
  counters: Counters,
  files: readonly CaseFile[],
  of: { agent: Limits; manager: Limits; month: number },
): void {
  const sums = new Map<string, number>();
  const most = new Map<string, number>();
  for (const { grants } of files) {
    let inCase = 0;
    for (const { state, remedy, grantedAt, grantedBy, chargedTo } of grants) {
      if (state === "RELEASED") continue;
      const { day, month, year } = budgetPeriods(grantedAt, timeZone);
      const by = signers.find(({ id }) => id === grantedBy)?.role === "manager" ? of.manager : of.agent;
      const minor = remedy.goodwill.minor;
      inCase += minor;
      if (inCase > Math.max(of.agent.case, of.manager.case)) throw new Error("case beyond its limit");
      if (remedy.owed.minor !== OWED) throw new Error("what is owed was touched");
      const parts: [BudgetScope, number][] = [
        [
          { kind: "customer-year", customer: chargedTo ?? "", year },
          Math.max(of.agent.year, of.manager.year),
        ],
        [{ kind: "agent-day", agent: grantedBy, day }, by.day],
        [{ kind: "brand-month", month }, of.month],
      ];
      for (const [scope, limit] of parts) {
        const key = Counters.keyOf(scope);
        sums.set(key, (sums.get(key) ?? 0) + minor);
        most.set(key, limit);
      }
    }
  }
  for (const [key, committed] of counters.committed) {
    if (committed !== (sums.get(key) ?? 0))
      throw new Error(`${key} says ${committed}, granted are ${sums.get(key)}`);
    if (committed > (most.get(key) ?? 0)) throw new Error(`${key} is beyond its limit`);
  }
}
