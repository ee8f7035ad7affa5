import { describe, expect, it } from "vitest";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { bringBack, bringBackInto } from "../../../shared/complaint/agent-acts/bring-back.ts";
import { closeAnswered, decline, reopen } from "../../../shared/complaint/agent-acts/close.ts";
import { confirmLink, undoLink } from "../../../shared/complaint/agent-acts/confirm-link.ts";
import { type EditInput, edit } from "../../../shared/complaint/agent-acts/edit.ts";
import { escalate, giveBack } from "../../../shared/complaint/agent-acts/escalate.ts";
import { keepPromise } from "../../../shared/complaint/agent-acts/keep-promise.ts";
import { markHandPosted } from "../../../shared/complaint/agent-acts/mark-hand-posted.ts";
import { payOut } from "../../../shared/complaint/agent-acts/pay-out.ts";
import { resolveUnknown, type Verdict } from "../../../shared/complaint/agent-acts/resolve-unknown.ts";
import { Assessment } from "../../../shared/complaint/assessment.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import type { Delivery } from "../../../shared/complaint/delivery.ts";
import { CustomerId } from "../../../shared/complaint/ids.ts";
import { money } from "../../../shared/complaint/money.ts";
import { draftHash } from "../../../shared/runtime/draft-hash.ts";
import {
  aDraftedCase,
  aMention,
  approvedBy,
  bootsForBoots,
  laura,
  shopFile,
  testWakes,
} from "../../support/world.ts";

const at = "2026-11-20T09:00:00.000Z";
const now = "2026-11-20T09:05:00.000Z";
const by = { id: laura, role: "agent" as const };
const act = { by, now };

/** An approved case whose two texts stand as given. */
function sent(channel: "facebook" | "x", states: { public: object; private: object }): CaseFile {
  const file = aDraftedCase(channel, "1", at);
  const { change } = approvedBy(file, at);
  const deliveries = (change.deliveries ?? []).map(({ delivery }) => {
    const { id, caseId, brand, approvalId, side, mention, draftVersion, updatedAt, rev } = delivery;
    return {
      id,
      caseId,
      brand,
      channel,
      approvalId,
      side,
      mention,
      draftVersion,
      updatedAt,
      rev,
      ...states[side],
    } as Delivery;
  });
  return {
    ...file,
    case: change.next,
    approvals: change.approval ? [change.approval] : [],
    deliveries,
    grants: change.grants ?? [],
  };
}
const unknown = (looks: number) => ({ state: "UNKNOWN", since: at, looks });
const out = { state: "SENT", sentAt: at, platformId: "77" };
const sideOf = (file: CaseFile, side: "public" | "private") => {
  const found = file.deliveries.find((delivery) => delivery.side === side);
  if (found === undefined) throw new Error(`no ${side}`);
  return found.id;
};

describe("resolveUnknown", () => {
  const resolve = (file: CaseFile, side: "public" | "private", verdict: Verdict) =>
    resolveUnknown(file, {
      ...act,
      deliveryId: sideOf(file, side),
      verdict,
      timeZone: "Europe/Helsinki",
      wakes: testWakes,
    });

  it("leaves the matter to the machine until three looks have been made", () => {
    const file = sent("facebook", { public: unknown(2), private: out });
    expect(resolve(file, "public", { verdict: "again" })).toEqual({ refused: "still-looking" });
  });

  it("takes a text that was found as sent, and the case as answered", () => {
    const file = sent("facebook", { public: unknown(3), private: out });
    const result = resolve(file, "public", { verdict: "found", platformId: " 123 " });
    expect(result).toMatchObject({
      change: {
        next: { stage: "answered", desk: "done" },
        deliveries: [{ delivery: { state: "SENT", platformId: "123" } }],
      },
      tell: [{ name: "delivery-moved", state: "SENT" }],
    });
  });

  it("wants the link of what was found", () => {
    const file = sent("facebook", { public: unknown(3), private: out });
    expect(resolve(file, "public", { verdict: "found", platformId: " " })).toEqual({ refused: "needs-link" });
  });

  it("sends again only on a person's word, held for ten seconds like the first time", () => {
    const file = sent("facebook", { public: unknown(3), private: out });
    expect(resolve(file, "public", { verdict: "again" })).toMatchObject({
      change: {
        next: { stage: "approved", desk: "sending", trouble: undefined },
        deliveries: [{ delivery: { state: "HELD", holdUntil: "2026-11-20T09:05:10.000Z" } }],
      },
      tell: [{ name: "reply-approved" }],
    });
  });

  it("drops with a private message the public text that waited for it, and releases the remedy", () => {
    const file = sent("facebook", {
      public: { state: "WAITING", reason: "for-the-other" },
      private: unknown(3),
    });
    expect(resolve(file, "private", { verdict: "drop" })).toMatchObject({
      change: {
        next: { stage: "drafted", draftVersion: 2 },
        deliveries: [
          { delivery: { side: "private", state: "WITHDRAWN" } },
          { delivery: { side: "public", state: "WITHDRAWN" } },
        ],
        grants: [{ state: "RELEASED" }],
        loss: { act: "let-go" },
      },
      tell: [],
    });
  });

  it("gives the words back as a new version when nothing of them stands", () => {
    const file = sent("facebook", {
      public: unknown(3),
      private: { state: "REFUSED", reason: "window-closed" },
    });
    expect(resolve(file, "public", { verdict: "drop" })).toMatchObject({
      change: { next: { stage: "drafted", draftVersion: 2, desk: "agents" }, draft: { version: 2 } },
    });
  });
});

describe("markHandPosted", () => {
  const waiting = sent("x", {
    public: { state: "WAITING", reason: "by-hand" },
    private: { state: "WAITING", reason: "for-their-message" },
  });
  it("makes the remedy due and the promise stand, as if the machine had sent it", () => {
    const result = markHandPosted(waiting, {
      ...act,
      deliveryId: sideOf(waiting, "public"),
      wakes: testWakes,
    });
    expect(result).toMatchObject({
      change: {
        next: { stage: "answered", desk: "waiting" },
        deliveries: [{ delivery: { state: "SENT", platformId: "by-hand" } }],
        grants: [{ state: "DUE" }],
        promises: [{ promise: { what: "exchange", owner: "laura", state: "open" } }],
      },
    });
  });
  it("refuses for a text that the machine sends", () => {
    const file = sent("facebook", { public: unknown(3), private: out });
    expect(markHandPosted(file, { ...act, deliveryId: sideOf(file, "public"), wakes: testWakes })).toEqual({
      refused: "not-by-hand",
    });
  });
});

describe("edit", () => {
  const input = (changed: Partial<EditInput> = {}): EditInput => ({
    ...act,
    basedOn: 1,
    publicText: "New words. – Laura",
    privateText: "New private words.",
    remedy: { wish: "keep" },
    signer: { id: laura, name: "Laura" },
    lang: "en",
    decision: aDraftedCase("facebook", "1", at).decision,
    hashOf: draftHash,
    lint: () => [],
    ...changed,
  });
  const file = aDraftedCase("facebook", "1", at);

  it("makes a new version with a hash of its own, and never changes where it goes", () => {
    const result = edit(file, input());
    if (!isDone(result)) throw new Error(result.refused);
    expect(result.change.draft).toMatchObject({
      version: 2,
      writtenBy: "laura",
      private: { to: "facebook:1" },
    });
    expect(result.change.draft?.hash).not.toBe(file.drafts[0]?.hash);
    expect(result.change.next).toMatchObject({ stage: "drafted", draftVersion: 2 });
  });
  it("does not overwrite a colleague's newer version", () => {
    expect(edit(file, input({ basedOn: 0 }))).toEqual({ refused: "stale-draft" });
  });
  it("writes the first version where none was drafted", () => {
    const { draftVersion: _none, ...bare } = file.case;
    const empty: CaseFile = { ...file, case: { ...bare, stage: "decided" }, drafts: [] };
    expect(edit(empty, input({ basedOn: 0, privateText: " " }))).toMatchObject({
      change: { draft: { version: 1 }, next: { stage: "drafted" } },
    });
  });
  it("keeps a remedy beyond the mandate as a proposal", () => {
    const choice = { kind: "refund" as const, valueMinor: 9_000, costMinor: 9_000 };
    const result = edit(file, input({ remedy: { wish: "own", choice } }));
    expect(isDone(result) && result.change.draft?.remedy?.value).toEqual(money(9_000, "EUR"));
  });
  it("refuses less than everybody with this loss gets", () => {
    const { decision } = file;
    if (decision?.outcome !== "remedy") throw new Error("no remedy");
    const core = {
      ...bootsForBoots,
      kind: "part-refund" as const,
      value: money(440, "EUR"),
      cost: money(440, "EUR"),
    };
    const choice = { kind: "part-refund" as const, valueMinor: 100, costMinor: 100 };
    expect(
      edit(file, input({ decision: { ...decision, core }, remedy: { wish: "own", choice } })),
    ).toMatchObject({
      refused: "below-floor",
    });
  });
  it("keeps an order only while the words still name its code", () => {
    const order = { store: "any", code: "TNEHR", handOver: "boots", by: now };
    const ordered = { ...file, drafts: file.drafts.map((draft) => ({ ...draft, order })) };
    const kept = edit(ordered, input({ privateText: "Your code is TNEHR." }));
    const lost = edit(ordered, input());
    expect(isDone(kept) && kept.change.draft?.order).toEqual(order);
    expect(isDone(lost) && lost.change.draft?.order).toBeUndefined();
  });
  it("is refused while a text is on its way", () => {
    expect(edit(sent("facebook", { public: unknown(1), private: out }), input())).toEqual({
      refused: "under-way",
    });
  });
});

const mandate = {
  playbook: shopFile().playbook,
  budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
};

describe("handing on and ending", () => {
  const file = aDraftedCase("facebook", "1", at);
  it("hands the case up with who and why, and back again", () => {
    const up = escalate(file, { ...act, ...mandate, reason: "competitor", note: "They name one." });
    if (!isDone(up)) throw new Error(up.refused);
    expect(up.change.next).toMatchObject({
      desk: "managers",
      stage: "drafted",
      handover: { reason: "competitor", note: "They name one." },
    });
    const high = { ...file, case: up.change.next };
    expect(escalate(high, { ...act, ...mandate, reason: "unsure" })).toEqual({ refused: "already-there" });
    expect(giveBack(high, { ...act, reason: "agreed" })).toMatchObject({
      change: { next: { desk: "agents" } },
    });
  });
  it("keeps the limit that the proposal met, how high it is and by how much it was too little", () => {
    const gapOf = (budgets: Partial<typeof mandate.budgets>, perCaseMinor = 1500) => {
      const { playbook } = mandate;
      const agent = { ...playbook.mandate.roles.agent, perCaseMinor };
      const roles = { ...playbook.mandate.roles, agent };
      const up = escalate(file, {
        ...act,
        reason: "outside-mandate",
        playbook: { mandate: { ...playbook.mandate, roles } },
        budgets: { ...mandate.budgets, ...budgets },
      });
      return isDone(up) ? up.change.audit?.[0]?.gap : undefined;
    };
    const eur = (minor: number) => ({ minor, currency: "EUR" });
    expect(gapOf({})).toEqual({
      limitMet: "role-case",
      of: "goodwill",
      role: "agent",
      limit: eur(1500),
      asked: eur(1800),
      overBy: eur(300),
    });
    // 10 € of the year's 300 € are left.
    expect(gapOf({ customerYearMinor: 29_000 }, 5000)).toMatchObject({
      limitMet: "customer-year",
      limit: eur(30_000),
      overBy: eur(800),
    });
    expect(gapOf({}, 1800)).toBeUndefined();
  });
  it("keeps the words of a handover out of the audit", () => {
    const up = escalate(file, { ...act, ...mandate, reason: "other", note: "Secret words" });
    expect(isDone(up) && JSON.stringify(up.change.audit)).not.toContain("Secret");
  });
  it("closes without an answer, with the person and the reason", () => {
    expect(decline(file, { ...act, reason: "abuse", note: "Only insults." })).toMatchObject({
      change: {
        next: { stage: "closed", closedBecause: "declined", closedBy: "laura", note: "Only insults." },
      },
      tell: [{ name: "case-closed", because: "declined" }],
    });
  });
  it("does not call a case answered that nobody answered", () => {
    expect(closeAnswered(file, act)).toEqual({ refused: "not-answered" });
  });
  it("takes a closed case up again with words that need an approval of their own", () => {
    const answered = sent("facebook", { public: out, private: out });
    const closed = closeAnswered(answered, act);
    if (!isDone(closed)) throw new Error(closed.refused);
    expect(reopen({ ...answered, case: closed.change.next }, { ...act, wakes: testWakes })).toMatchObject({
      change: { next: { stage: "drafted", draftVersion: 2, desk: "agents" }, draft: { version: 2 } },
    });
  });
});

describe("payOut", () => {
  const file = sent("facebook", { public: out, private: out });
  const grant = file.grants[0];
  if (grant === undefined) throw new Error("no grant");
  const handed: CaseFile = { ...file, grants: [{ ...grant, state: "HANDED_OVER" }] };
  const pay = (of: CaseFile, result: "done" | "failed", reference = "R-1") =>
    payOut(of, { ...act, grantId: grant.id, result, reference });

  it("settles once, with the reference", () => {
    expect(pay(handed, "done")).toMatchObject({
      change: { grants: [{ state: "SETTLED", payout: { reference: "R-1", result: "done" } }] },
      tell: [{ name: "grant-moved", state: "SETTLED" }],
    });
    expect(pay({ ...file, grants: [{ ...grant, state: "SETTLED" }] }, "done")).toEqual({
      refused: "already-paid-out",
    });
  });
  it("keeps what failed on the list", () => {
    expect(pay(handed, "failed", "Account closed")).toMatchObject({
      change: { grants: [{ state: "HANDED_OVER", payout: { result: "failed" } }] },
      tell: [],
    });
  });
  it.each([
    { when: "without a reference", of: handed, reference: "  ", why: "needs-reference" },
    { when: "before its message stands", of: file, reference: "R", why: "not-handed-over" },
  ])("refuses $when", ({ of, reference, why }) => {
    expect(pay(of, "done", reference)).toEqual({ refused: why });
  });
});

describe("keepPromise", () => {
  it("closes it and relieves the case of its trouble", () => {
    const answered = sent("facebook", { public: out, private: out });
    const approvalId = answered.approvals[0]?.id;
    if (approvalId === undefined || answered.case.stage !== "approved") throw new Error("no approval");
    const file: CaseFile = {
      ...answered,
      case: { ...answered.case, stage: "answered", desk: "agents", trouble: "promise-due", band: 0 },
      promises: [
        {
          id: approvalId,
          caseId: answered.case.id,
          brand: answered.case.brand,
          what: "call",
          owner: laura,
          madeAt: at,
          dueAt: now,
          state: "open",
          rev: 0,
        },
      ],
    };
    const result = keepPromise(file, { ...act, promiseId: approvalId });
    expect(result).toMatchObject({
      change: {
        next: { desk: "done", trouble: undefined },
        promises: [{ promise: { state: "kept", closedAt: now } }],
      },
    });
  });
});

describe("links", () => {
  const anna = CustomerId.parse("c-anna");
  const file: CaseFile = {
    ...aDraftedCase("facebook", "1", at),
    match: {
      decision: "grey",
      candidates: [{ customer: anna, bits: 4, posterior: 0.8, evidence: [] }],
      basis: "evidence",
      matchedAt: at,
    },
  };
  it("confirms a candidate on a proof, and has the case thought over again", () => {
    expect(
      confirmLink(file, { ...act, customer: anna, proof: "order-number", wakes: testWakes }),
    ).toMatchObject({
      change: {
        next: { stage: "detected", customer: anna },
        match: { decision: "link", basis: "confirmed-by-agent", confirmedBy: "laura" },
      },
      tell: [{ name: "case-assessed" }],
    });
  });
  it("links nobody who was not found", () => {
    const stranger = CustomerId.parse("c-stranger");
    expect(confirmLink(file, { ...act, customer: stranger, proof: "consent", wakes: testWakes })).toEqual({
      refused: "not-a-candidate",
    });
  });
  it("rules a customer out for good in this case", () => {
    expect(undoLink(file, { ...act, customer: anna, wakes: testWakes })).toMatchObject({
      change: {
        next: { customer: undefined },
        match: { decision: "none", candidates: [], ruledOut: [anna] },
      },
    });
  });
  it("changes nobody's identity while an answer is on its way", () => {
    const busy = { ...sent("facebook", { public: unknown(0), private: out }), match: file.match };
    expect(
      confirmLink(busy as CaseFile, { ...act, customer: anna, proof: "consent", wakes: testWakes }),
    ).toEqual({ refused: "under-way" });
  });
});

describe("bringing back", () => {
  const mention = aMention("facebook", "5", at);
  const read = Assessment.parse({
    mention: mention.id,
    revision: 0,
    assessedAt: at,
    lang: "en",
    complaint: { score: 0.1, label: false },
    severity: 0,
    arousal: 0,
    lane: "aside",
    asideReason: "chatter",
    cues: [],
    reasons: [],
  });
  it("opens a case that a person looks at, and takes the mention off the list", () => {
    expect(bringBack(mention, read, now)).toMatchObject({
      opened: { lane: "look", lookReason: "brought-back", desk: "agents", stage: "detected" },
      assessment: { lane: "look", caseId: "case-facebook-5" },
    });
    const back = bringBack(mention, read, now);
    expect("assessment" in back && back.assessment.asideReason).toBeUndefined();
  });
  it.each([
    { when: "our own words", changed: { byBrand: true }, why: "own-post" },
    { when: "what is deleted", changed: { removedAt: at }, why: "gone" },
  ])("refuses $when", ({ changed, why }) => {
    expect(bringBack(aMention("facebook", "5", at, changed), read, now)).toEqual({ refused: why });
  });
  it("joins the writer's case in the thread, as what is to be answered", () => {
    const file = aDraftedCase("facebook", "1", at);
    expect(bringBackInto(file, mention, read, act)).toMatchObject({
      change: { next: { mentions: ["facebook:1", "facebook:5"], answerTo: "facebook:5" } },
    });
  });
});
