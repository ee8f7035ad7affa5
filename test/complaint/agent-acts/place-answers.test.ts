import { describe, expect, it } from "vitest";
import { advance } from "../../../shared/complaint/advance.ts";
import { isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { caseAfter } from "../../../shared/complaint/agent-acts/after-delivery.ts";
import { fallDue } from "../../../shared/complaint/agent-acts/fall-due.ts";
import { payOut } from "../../../shared/complaint/agent-acts/pay-out.ts";
import {
  answerPlace,
  cancelOrder,
  orderFellDue,
  type PlaceSays,
  placeAnswers,
} from "../../../shared/complaint/agent-acts/place-answers.ts";
import type { CaseChange, CaseFile } from "../../../shared/complaint/case-file.ts";
import { approvalIdOf } from "../../../shared/complaint/ids.ts";
import { becomes } from "../../../shared/complaint/publishing.ts";
import { aDraftedCase, approvedBy, laura } from "../../support/world.ts";

const APPROVED = "2026-11-20T12:00:00.000Z";
const NOW = "2026-11-21T10:00:00.000Z";
const LAST_DAY = "2026-12-04T12:00:00.000Z";
const timeZone = "Europe/Helsinki";
const by = { id: laura, role: "agent" as const };

/** The file after a change, as the store would give it back. */
function withChange(file: CaseFile, change: CaseChange): CaseFile {
  const put = <T>(old: readonly T[], next: readonly T[] | undefined, idOf: (one: T) => string) => [
    ...old.filter((one) => !(next ?? []).some((each) => idOf(each) === idOf(one))),
    ...(next ?? []),
  ];
  return {
    ...file,
    case: change.next,
    approvals: [...file.approvals, ...(change.approval === undefined ? [] : [change.approval])],
    deliveries: put(
      file.deliveries,
      change.deliveries?.map(({ delivery }) => delivery),
      ({ id }) => id,
    ),
    grants: put(file.grants, change.grants, ({ id }) => id),
    promises: put(
      file.promises,
      change.promises?.map(({ promise }) => promise),
      ({ id }) => id,
    ),
    orders: put(file.orders, change.orders, ({ approvalId }) => approvalId),
  };
}

/** An approved case whose first text has been claimed, so that its order stands; on Facebook both texts are out. */
function ordered(channel: "facebook" | "x", number = "1") {
  const drafted = aDraftedCase(channel, number, APPROVED);
  const draft = drafted.drafts[0];
  if (draft === undefined) throw new Error("no draft");
  const withOrder = {
    ...draft,
    order: { store: "tampere", code: "4EE48", handOver: "football-boots-junior", by: LAST_DAY },
  };
  const approved = withChange({ ...drafted, drafts: [withOrder] }, approvedBy(drafted, APPROVED).change);
  const approvalId = approvalIdOf(drafted.case.id, 1);
  const due = fallDue(approved, withOrder, {
    approvalId,
    now: APPROVED,
    wakeAt: (at) => ({ at, event: { detailType: "promise-fell-due.v1", detail: {} } }),
  });
  const claimed = withChange(approved, { next: approved.case, ...due });
  const isOut = (side: string) => channel === "facebook" || side === "public";
  const file: CaseFile = {
    ...claimed,
    case: advance(claimed.case, APPROVED, { stage: "answered", desk: "waiting" }),
    deliveries: claimed.deliveries.map((each) =>
      isOut(each.side)
        ? becomes(each, APPROVED, { state: "SENT", sentAt: APPROVED, platformId: `p-${each.side}` })
        : each,
    ),
    grants: claimed.grants.map((grant) => ({
      ...grant,
      state: channel === "facebook" ? ("HANDED_OVER" as const) : ("DUE" as const),
    })),
  };
  return { file, approvalId };
}

const say = (file: CaseFile, orderOf: ReturnType<typeof approvalIdOf>, said: PlaceSays) => {
  const done = placeAnswers(file, { orderOf, said, now: NOW, timeZone });
  if (!isDone(done)) throw new Error(done.refused);
  return { ...done, file: withChange(file, done.change) };
};

describe("an order", () => {
  it("says what to do there when it falls due, and is made once", () => {
    const { file, approvalId } = ordered("facebook");
    expect(file.orders).toMatchObject([{ kind: "exchange", code: "4EE48", state: "open" }]);
    const draft = file.drafts[0];
    if (draft === undefined) throw new Error("no draft");
    const again = fallDue(file, draft, {
      approvalId,
      now: NOW,
      wakeAt: (at) => ({ at, event: { detailType: "x", detail: {} } }),
    });
    expect(again).toEqual({});
  });

  it("is settled by the place with its promise and its remedy, so that nobody gives it again", () => {
    const { file, approvalId } = ordered("facebook");
    const done = say(file, approvalId, { says: "done" });
    expect(done.file.orders).toMatchObject([{ state: "done", answeredAt: NOW }]);
    expect(done.file.promises).toMatchObject([{ state: "kept", closedAt: NOW }]);
    expect(done.file.grants).toMatchObject([
      { state: "SETTLED", payout: { by: "the-place", reference: "4EE48", result: "done" } },
    ]);
    expect(done.file.case).toMatchObject({ stage: "answered", desk: "done" });
    expect(done.tell).toMatchObject([{ name: "grant-moved", state: "SETTLED" }]);
    for (const says of ["done", "asks"] as const)
      expect(
        placeAnswers(done.file, {
          orderOf: approvalId,
          said: says === "done" ? { says } : { says, text: "?" },
          now: NOW,
          timeZone,
        }),
      ).toEqual({ refused: "no-such-order" });
  });

  it("gives nothing more once its remedy has been paid out otherwise", () => {
    const { file, approvalId } = ordered("facebook");
    const [grant] = file.grants;
    if (grant === undefined) throw new Error("no grant");
    const paid = payOut(file, { grantId: grant.id, result: "done", reference: "T-1", by, now: NOW });
    if (!isDone(paid)) throw new Error(paid.refused);
    expect(paid.change.orders).toMatchObject([{ state: "cancelled" }]);
    expect(
      placeAnswers(withChange(file, paid.change), {
        orderOf: approvalId,
        said: { says: "done" },
        now: NOW,
        timeZone,
      }),
    ).toEqual({ refused: "no-such-order" });
  });

  it("that cannot be done comes back to the agents, with what is owed still owed", () => {
    const { file, approvalId } = ordered("facebook");
    const no = say(file, approvalId, { says: "cannot", because: "not-in-stock" });
    expect(no.file.case).toMatchObject({ desk: "agents", trouble: "order-refused", band: 0 });
    expect(no.file.orders).toMatchObject([{ state: "cannot", cannotBecause: "not-in-stock" }]);
    expect(no.file.grants).toMatchObject([{ state: "HANDED_OVER" }]);
    expect(no.file.promises).toMatchObject([{ state: "open" }]);
  });

  it("that cannot be done keeps back a message that would send the customer there, and frees its remedy", () => {
    const { file, approvalId } = ordered("x");
    const no = say(file, approvalId, { says: "cannot", because: "closed-then" });
    expect(no.file.deliveries.map(({ side, state }) => `${side} ${state}`).toSorted()).toEqual([
      "private WITHDRAWN",
      "public SENT",
    ]);
    expect(no.file.orders).toMatchObject([{ state: "cannot" }]);
    expect(no.file.grants).toMatchObject([{ state: "RELEASED" }]);
    expect(no.change.loss).toMatchObject({ act: "let-go" });
  });

  it("brings a closed case back too", () => {
    const { file, approvalId } = ordered("facebook");
    const closed = {
      ...file,
      case: advance(file.case, NOW, {
        stage: "closed",
        closedAt: NOW,
        closedBecause: "answered",
        desk: "done",
      }),
    };
    const no = say(closed, approvalId, { says: "cannot", because: "other" });
    expect(no.file.case).toMatchObject({ stage: "decided", desk: "agents", trouble: "order-refused" });
  });

  it("is not forgotten when a text goes out after the place has spoken", () => {
    const { file, approvalId } = ordered("facebook");
    const no = say(file, approvalId, { says: "cannot", because: "other" });
    const standing = no.file.case;
    if (standing.stage !== "answered") throw new Error("not answered");
    expect(caseAfter(no.file, standing, [], NOW).next).toMatchObject({
      desk: "agents",
      trouble: "order-refused",
    });
  });
});

describe("a question of the place", () => {
  it("comes to the agents, waits for its answer, and leaves the order open", () => {
    const { file, approvalId } = ordered("facebook");
    const asked = say(file, approvalId, { says: "asks", text: "Which size?" });
    expect(asked.file.case).toMatchObject({ desk: "agents", trouble: "order-asked" });
    expect(
      placeAnswers(asked.file, {
        orderOf: approvalId,
        said: { says: "asks", text: "And colour?" },
        now: NOW,
        timeZone,
      }),
    ).toEqual({ refused: "already-asked" });
    const told = answerPlace(asked.file, { orderOf: approvalId, text: "35", by, now: NOW });
    if (!isDone(told)) throw new Error(told.refused);
    const answered = withChange(asked.file, told.change);
    expect(answered.case).toMatchObject({ desk: "waiting" });
    expect(answered.case.trouble).toBeUndefined();
    expect(answered.orders).toMatchObject([{ state: "open", question: { answer: { text: "35" } } }]);
    expect(say(answered, approvalId, { says: "done" }).file.case.desk).toBe("done");
  });
});

describe("silence", () => {
  it("brings the case back once, on the order's last day and not before", () => {
    const { file, approvalId } = ordered("facebook");
    expect(orderFellDue(file, { orderOf: approvalId, now: NOW })).toBeUndefined();
    const rang = orderFellDue(file, { orderOf: approvalId, now: LAST_DAY });
    if (rang === undefined) throw new Error("silent");
    const late = withChange(file, rang.change);
    expect(late.case).toMatchObject({ desk: "agents", trouble: "order-unanswered" });
    expect(orderFellDue(late, { orderOf: approvalId, now: LAST_DAY })).toBeUndefined();
    expect(say(late, approvalId, { says: "done" }).file.case.trouble).toBeUndefined();
  });

  it("ends when an agent says that the order is needed no longer", () => {
    const { file, approvalId } = ordered("facebook");
    const rang = orderFellDue(file, { orderOf: approvalId, now: LAST_DAY });
    if (rang === undefined) throw new Error("silent");
    const over = cancelOrder(withChange(file, rang.change), { orderOf: approvalId, by, now: LAST_DAY });
    if (!isDone(over)) throw new Error(over.refused);
    expect(over.change.orders).toMatchObject([{ state: "cancelled" }]);
    // Its promise is still open.
    expect(over.change.next).toMatchObject({ desk: "waiting" });
    expect(over.change.next.trouble).toBeUndefined();
  });
});
