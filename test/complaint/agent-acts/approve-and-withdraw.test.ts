import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { type ApproveInput, approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { stopWaiting, withdraw } from "../../../shared/complaint/agent-acts/withdraw.ts";
import type { BudgetCharge } from "../../../shared/complaint/budget.ts";
import { Case } from "../../../shared/complaint/case.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import type { Delivery } from "../../../shared/complaint/delivery.ts";
import type { Finding } from "../../../shared/complaint/draft.ts";
import type { Grant } from "../../../shared/complaint/grant.ts";
import { money } from "../../../shared/complaint/money.ts";
import type { Decision, Remedy } from "../../../shared/complaint/remedy.ts";
import { aDraftedCase, bootsForBoots, laura, shopFile, testWakes } from "../../support/world.ts";

const now = "2026-11-20T09:00:00.000Z";
const { playbook, account } = shopFile();
const zone = { timeZone: account.timeZone };

const inputFor = (file: CaseFile, changed: Partial<ApproveInput> = {}): ApproveInput => ({
  draftVersion: 1,
  draftHash: file.drafts[0]?.hash ?? "",
  by: { id: laura, role: "agent" },
  overruled: [],
  now,
  playbook,
  budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
  ...zone,
  mention: {},
  hasWrittenPrivately: false,
  wakes: testWakes,
  ...changed,
});

/** The file as it stands once the change has been saved. */
function saved(file: CaseFile, change: NonNullable<ReturnType<typeof done>>["change"]): CaseFile {
  const put = <T extends { id: string }>(before: readonly T[], after: readonly T[] = []) => [
    ...before.filter((each) => !after.some(({ id }) => id === each.id)),
    ...after,
  ];
  return {
    ...file,
    case: change.next,
    drafts: change.draft === undefined ? file.drafts : [...file.drafts, change.draft],
    approvals: change.approval === undefined ? file.approvals : [...file.approvals, change.approval],
    deliveries: put(
      file.deliveries,
      change.deliveries?.map(({ delivery }) => delivery),
    ),
    grants: put(file.grants, change.grants),
    audit: [...file.audit, ...(change.audit ?? [])],
  };
}
function done(result: ReturnType<typeof approve> | ReturnType<typeof withdraw>) {
  if (!isDone(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}
const finding = (changed: Partial<Finding>): Finding => ({
  rule: "policy-word",
  severity: "hard",
  overrulable: true,
  side: "public",
  start: 0,
  end: 3,
  reason: "Speaks of policy.",
  ...changed,
});
const withFindings = (...findings: Finding[]): CaseFile => {
  const file = aDraftedCase("facebook", "1", now);
  return { ...file, drafts: file.drafts.map((draft) => ({ ...draft, findings })) };
};

describe("approve", () => {
  it("holds both texts for ten seconds on Facebook, and rings a minute after that", () => {
    const { change } = done(
      approve(aDraftedCase("facebook", "1", now), inputFor(aDraftedCase("facebook", "1", now))),
    );
    expect(change.deliveries).toMatchObject([
      {
        delivery: { side: "public", state: "HELD", holdUntil: "2026-11-20T09:00:10.000Z" },
        wake: { at: "2026-11-20T09:01:10.000Z" },
      },
      { delivery: { side: "private", state: "HELD", holdUntil: "2026-11-20T09:00:10.000Z" } },
    ]);
    expect(change.next).toMatchObject({ stage: "approved", desk: "sending", version: 2 });
  });

  it.each([
    {
      when: "waits with the private text on X until the person has written",
      written: false,
      state: "WAITING",
    },
    { when: "holds it on X once the person has written", written: true, state: "HELD" },
  ])("$when", ({ written, state }) => {
    const file = aDraftedCase("x", "1", now);
    const { change } = done(approve(file, inputFor(file, { hasWrittenPrivately: written })));
    expect(change.deliveries?.[1]?.delivery.state).toBe(state);
  });

  it("gives a post that cannot be answered by API to the agent's hand", () => {
    const file = aDraftedCase("x", "1", now);
    const { change } = done(approve(file, inputFor(file, { mention: { byHandOnly: "x-not-summoned" } })));
    expect(change.deliveries?.[0]?.delivery).toMatchObject({ state: "WAITING", reason: "by-hand" });
    expect(change.next).toMatchObject({ desk: "agents", trouble: "by-hand", band: 0 });
  });

  it("reserves the remedy, claims the loss and charges the goodwill three times", () => {
    const file = aDraftedCase("facebook", "1", now);
    const { change } = done(approve(file, inputFor(file)));
    expect(change.grants).toMatchObject([{ state: "RESERVED", remedy: { goodwill: { minor: 1800 } } }]);
    expect(change.loss).toEqual({ key: file.drafts[0]?.lossKey, act: "claim" });
    expect(change.charges?.map((charge: BudgetCharge) => [charge.scope.kind, charge.minor])).toEqual([
      ["customer-year", 1800],
      ["agent-day", 1800],
      ["brand-month", 1800],
    ]);
  });

  it("charges the brand's own day: an hour before midnight in London is tomorrow in Helsinki", () => {
    const file = aDraftedCase("facebook", "1", now);
    const { change } = done(approve(file, inputFor(file, { now: "2026-12-31T23:00:00.000Z" })));
    expect(change.charges?.map((charge) => charge.scope)).toEqual([
      expect.objectContaining({ year: "2027" }),
      expect.objectContaining({ day: "2027-01-01" }),
      expect.objectContaining({ month: "2027-01" }),
    ]);
  });

  it("counts what the case has had already against the limit for a case", () => {
    const file = aDraftedCase("facebook", "1", now);
    const perCaseMinor = playbook.mandate.roles.agent.perCaseMinor;
    const had = (state: Grant["state"]): CaseFile => {
      const [grant] = done(approve(file, inputFor(file))).change.grants ?? [];
      if (!grant) throw new Error("no grant");
      const goodwill = money(perCaseMinor - 1000, "EUR");
      return { ...file, grants: [{ ...grant, state, remedy: { ...grant.remedy, goodwill } }] };
    };
    // The boots are 18 € of goodwill, and 10 € are left.
    expect(approve(had("SETTLED"), inputFor(file))).toEqual({
      refused: "outside-mandate",
      limitMet: "role-case",
      overByMinor: 800,
    });
    expect(isDone(approve(had("RELEASED"), inputFor(file)))).toBe(true);
  });

  it("makes no grant for attention that costs nothing", () => {
    const file = aDraftedCase("facebook", "1", now);
    const nothing = money(0, "EUR");
    const attention: Remedy = { kind: "attention", cost: nothing, owed: nothing, goodwill: nothing };
    const kind = { ...file, drafts: file.drafts.map((draft) => ({ ...draft, remedy: attention })) };
    const { change } = done(approve(kind, inputFor(kind)));
    expect(change.grants).toBeUndefined();
    expect(change.loss).toBeUndefined();
  });

  it.each([
    { when: "an older version", changed: { draftVersion: 2 } },
    { when: "other words than those that stand", changed: { draftHash: "0".repeat(64) } },
  ])("refuses $when", ({ changed }) => {
    const file = aDraftedCase("facebook", "1", now);
    expect(approve(file, inputFor(file, changed))).toEqual({ refused: "stale-draft" });
  });

  it("refuses what the writer has deleted", () => {
    const file = aDraftedCase("facebook", "1", now);
    expect(approve(file, inputFor(file, { mention: { removedAt: now } }))).toEqual({
      refused: "mention-gone",
    });
  });

  it("asks for a reason for each finding on style, and takes it", () => {
    const file = withFindings(finding({}), finding({ rule: "passive" }));
    expect(approve(file, inputFor(file))).toMatchObject({ refused: "needs-reason" });
    const one = [{ rule: "policy-word", reason: "The writer used the word." }];
    expect(approve(file, inputFor(file, { overruled: one }))).toMatchObject({
      refused: "needs-reason",
      findings: [{ rule: "passive" }],
    });
    const both = [...one, { rule: "passive", reason: "Nobody did it." }];
    expect(done(approve(file, inputFor(file, { overruled: both }))).change.approval?.overruled).toEqual(both);
  });

  it("lets nobody overrule privacy, money or recipient, not even an admin with a reason", () => {
    const file = withFindings(finding({ rule: "order-number", overrulable: false }));
    const input = inputFor(file, {
      by: { id: laura, role: "admin" },
      overruled: [{ rule: "order-number", reason: "I want to." }],
    });
    expect(approve(file, input)).toMatchObject({ refused: "never-overrulable" });
  });

  it("takes no blank for a reason, and no reason given for another rule", () => {
    const file = withFindings(finding({}));
    for (const overruled of [
      [{ rule: "policy-word", reason: "   " }],
      [{ rule: "passive", reason: "Nobody did it." }],
    ]) {
      expect(approve(file, inputFor(file, { overruled }))).toMatchObject({ refused: "needs-reason" });
    }
  });

  it("overrules nothing of privacy, money or recipient by a reason given for a style finding of the same rule", () => {
    const file = withFindings(finding({}), finding({ overrulable: false, side: "private" }));
    const overruled = [{ rule: "policy-word", reason: "The writer used the word." }];
    expect(approve(file, inputFor(file, { overruled }))).toMatchObject({
      refused: "never-overrulable",
      findings: [{ side: "private" }],
    });
  });

  it("reads the words once more at the signing: what has become a breach stops, what is style does not", () => {
    const file = withFindings();
    const breach = finding({ rule: "unconfirmed-purchase", overrulable: false, side: "private" });
    expect(approve(file, inputFor(file, { seenNow: [breach] }))).toMatchObject({
      refused: "never-overrulable",
      findings: [{ rule: "unconfirmed-purchase" }],
    });
    expect(isDone(approve(file, inputFor(file, { seenNow: [finding({})] })))).toBe(true);
  });

  it("stops for any hard finding, whatever soft ones stand beside it, until each rule has its reason", () => {
    const anyFinding = fc.record({
      rule: fc.constantFrom("a", "b", "c"),
      severity: fc.constantFrom("hard" as const, "soft" as const),
      overrulable: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyFinding, { maxLength: 6 }),
        fc.subarray(["a", "b", "c"]),
        fc.constantFrom("agent" as const, "manager" as const, "admin" as const),
        (found, reasoned, role) => {
          const file = withFindings(...found.map((each) => finding(each)));
          const overruled = reasoned.map((rule) => ({ rule, reason: "The writer's own word." }));
          const passes = isDone(approve(file, inputFor(file, { overruled, by: { id: laura, role } })));
          const mayPass = found.every(
            ({ rule, severity, overrulable }) =>
              severity === "soft" || (overrulable && reasoned.includes(rule)),
          );
          expect(passes).toBe(mayPass);
        },
      ),
    );
  });

  it("lets soft findings pass", () => {
    const file = withFindings(finding({ severity: "soft" }));
    expect(isDone(approve(file, inputFor(file)))).toBe(true);
  });

  it("refuses a remedy that no message would tell of", () => {
    const file = aDraftedCase("facebook", "1", now);
    const silent = {
      ...file,
      drafts: file.drafts.map(({ private: _private, ...draft }) => draft),
    };
    expect(approve(silent, inputFor(silent))).toEqual({ refused: "remedy-without-message" });
  });

  it("refuses while an earlier text may still go out, in whatever state it is", () => {
    const file = aDraftedCase("facebook", "1", now);
    const held = done(approve(file, inputFor(file))).change.deliveries?.[0]?.delivery;
    if (held === undefined) throw new Error("no delivery");
    const again = { ...file, deliveries: [held] };
    expect(approve(again, inputFor(again))).toEqual({ refused: "under-way" });
  });

  it("names the limit and by how much a remedy is beyond it; a manager may sign the same", () => {
    const file = aDraftedCase("facebook", "1", now);
    const dear: Remedy = {
      kind: "refund",
      value: money(9_000, "EUR"),
      cost: money(9_000, "EUR"),
      owed: money(0, "EUR"),
      goodwill: money(9_000, "EUR"),
    };
    const decision: Decision = {
      outcome: "by-hand",
      playbookVersion: 1,
      reasons: [],
      mandate: { limit: money(9_000, "EUR"), boundBy: "role-case" },
    };
    const tight = {
      ...playbook,
      mandate: {
        ...playbook.mandate,
        shareOfValueAtRisk: 1,
        roles: { ...playbook.mandate.roles, agent: { ...playbook.mandate.roles.agent, perCaseMinor: 5_000 } },
      },
    };
    const rich: CaseFile = {
      ...file,
      decision,
      relationship: {
        purchases: 1,
        categories: [],
        spent: money(1, "EUR"),
        margin: money(1, "EUR"),
        thanks: money(1, "EUR"),
        expected: money(1, "EUR"),
        level: money(100_000, "EUR"),
        atRisk: money(50_000, "EUR"),
        churnRise: 0.5,
        basis: "purchases",
        computedAt: now,
      },
      drafts: file.drafts.map((draft) => ({ ...draft, remedy: dear })),
    };
    expect(approve(rich, inputFor(rich, { playbook: tight }))).toEqual({
      refused: "outside-mandate",
      limitMet: "role-case",
      overByMinor: 4_000,
    });
    expect(
      isDone(approve(rich, inputFor(rich, { playbook: tight, by: { id: laura, role: "marketing" } }))),
    ).toBe(false);
    expect(
      isDone(approve(rich, inputFor(rich, { playbook: tight, by: { id: laura, role: "manager" } }))),
    ).toBe(true);
  });

  it("gives nothing in a stop case, whoever signs", () => {
    const file = aDraftedCase("facebook", "1", now);
    const stop: CaseFile = {
      ...file,
      decision: {
        outcome: "stop",
        playbookVersion: 1,
        reasons: [],
        stopCase: "injury",
        onCall: "x",
        keep: [],
      },
    };
    expect(approve(stop, inputFor(stop, { by: { id: laura, role: "admin" } }))).toEqual({
      refused: "nothing-to-give",
    });
  });

  it("never charges more than any limit leaves, whatever has been given before", () => {
    const room = fc.integer({ min: 0, max: 130_000 });
    fc.assert(
      fc.property(
        room,
        room,
        fc.constantFrom("agent", "manager", "marketing", "admin"),
        fc.integer({ min: 1, max: 90_000 }),
        (year, day, role, cost) => {
          const base = aDraftedCase("facebook", "1", now);
          const remedy: Remedy = { ...bootsForBoots, cost: money(cost, "EUR"), goodwill: money(cost, "EUR") };
          const file: CaseFile = { ...base, drafts: base.drafts.map((draft) => ({ ...draft, remedy })) };
          const budgets = { customerYearMinor: year, agentDayMinor: day, brandMonthMinor: 0 };
          const result = approve(file, inputFor(file, { budgets, by: { id: laura, role } }));
          if (!isDone(result)) return;
          const limits = playbook.mandate.roles[role === "manager" || role === "admin" ? "manager" : "agent"];
          expect(year + cost).toBeLessThanOrEqual(limits.perCustomerYearMinor);
          expect(day + cost).toBeLessThanOrEqual(limits.perAgentDayMinor);
          expect(cost).toBeLessThanOrEqual(limits.perCaseMinor);
          expect(cost).toBeLessThanOrEqual(playbook.mandate.shareOfValueAtRisk * 40_000);
        },
      ),
    );
  });
});

describe("withdraw", () => {
  const approved = () => {
    const file = aDraftedCase("facebook", "1", now);
    const { change } = done(approve(file, inputFor(file)));
    return { before: file, change, file: saved(file, change) };
  };
  const by = { id: laura, role: "agent" as const };

  it("takes both texts, the remedy, its charges and its loss back", () => {
    const { file, change: first } = approved();
    const { change, tell } = done(withdraw(file, { by, now, ...zone }));
    expect(change.deliveries?.map(({ delivery }) => delivery.state)).toEqual(["WITHDRAWN", "WITHDRAWN"]);
    expect(change.grants).toMatchObject([{ state: "RELEASED" }]);
    expect(change.loss).toEqual({ key: first.loss?.key, act: "let-go" });
    expect(tell).toMatchObject([{ name: "reply-withdrawn" }]);
  });

  it("lowers exactly the counters that approving raised, also when the day has changed", () => {
    const { file, change: first } = approved();
    const { change } = done(withdraw(file, { by, now: "2026-11-21T09:00:00.000Z", ...zone }));
    const key = (charge: BudgetCharge) => JSON.stringify(charge.scope);
    expect(change.charges?.map((charge) => [key(charge), -charge.minor])).toEqual(
      first.charges?.map((charge) => [key(charge), charge.minor]),
    );
  });

  it("lets the same words stand as a new version, since an approval is used once", () => {
    const { file, before } = approved();
    const { change } = done(withdraw(file, { by, now, ...zone }));
    expect(change.next).toMatchObject({ stage: "drafted", desk: "agents", draftVersion: 2 });
    expect(change.draft).toEqual({ ...before.drafts[0], version: 2 });
    const again = saved(file, change);
    const second = done(approve(again, inputFor(again, { draftVersion: 2 }))).change;
    expect(second.approval?.id).not.toBe(file.approvals[0]?.id);
    expect(Case.parse(second.next)).toEqual({ ...second.next, trouble: undefined });
  });

  it.each([
    { state: "SENDING", why: "already-sending", rest: { claimedAt: now } },
    { state: "SENT", why: "already-sent", rest: { sentAt: now, platformId: "1" } },
    { state: "UNKNOWN", why: "outcome-unknown", rest: { since: now, looks: 0 } },
  ] as const)("is too late once one text is $state", ({ state, why, rest }) => {
    const { file } = approved();
    const [open, closed] = file.deliveries;
    if (open?.state !== "HELD" || closed === undefined) throw new Error("not held");
    const { holdUntil: _hold, ...common } = open;
    const moved = { ...common, state, ...rest } as Delivery;
    expect(withdraw({ ...file, deliveries: [moved, closed] }, { by, now, ...zone })).toEqual({
      refused: why,
    });
  });

  it("gives up a message that waits for the writer's own only after the public text went out", () => {
    const x = aDraftedCase("x", "1", now);
    const { change } = done(approve(x, inputFor(x)));
    const file = saved(x, change);
    const [open, closed] = file.deliveries;
    if (open?.state !== "HELD" || closed === undefined) throw new Error("not held");
    expect(stopWaiting(file, { deliveryId: closed.id, by, now, ...zone })).toEqual({
      refused: "nothing-to-take-back",
    });
    const { holdUntil: _hold, ...common } = open;
    const out = {
      ...file,
      deliveries: [{ ...common, state: "SENT" as const, sentAt: now, platformId: "9" }, closed],
    };
    const result = stopWaiting(out, { deliveryId: closed.id, by, now, ...zone });
    expect(isDone(result) && result.change).toMatchObject({
      deliveries: [{ delivery: { state: "WITHDRAWN" } }],
      grants: [{ state: "RELEASED" }],
    });
  });
});
