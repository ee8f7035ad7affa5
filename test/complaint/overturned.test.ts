import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallDue } from "../../shared/complaint/agent-acts/fall-due.ts";
import { released } from "../../shared/complaint/agent-acts/withdraw.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Cue } from "../../shared/complaint/cue.ts";
import { decide } from "../../shared/complaint/decide.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import { approvalIdOf, CustomerId } from "../../shared/complaint/ids.ts";
import { money } from "../../shared/complaint/money.ts";
import type { Remedy } from "../../shared/complaint/remedy.ts";
import { answering, exampleBrand, factsOf } from "../language/reply-world.ts";
import { aDraftedCase } from "../support/world.ts";

const shop = exampleBrand("kenttakauppa");
const NOW = "2026-11-20T12:00:00.000Z";
const place = (entity: string, start: number): Cue => ({
  kind: "place",
  detail: "store",
  entity,
  start,
  end: start + 5,
});
const refused = (cues: readonly Cue[], store?: string, situation = "exchange-refused") =>
  decide(
    factsOf(shop, {
      assessment: { ...answering(situation), cues: [...cues] },
      product: "football-boots-junior",
      purchases: [
        {
          id: "p1",
          customer: CustomerId.parse("c1"),
          date: "2026-11-16",
          product: "football boots",
          category: "football",
          amountMinor: 3000,
          currency: "EUR",
          ...(store === undefined ? {} : { store }),
        },
      ],
    }),
  );
const told = (decision: ReturnType<typeof decide>) =>
  decision.outcome === "remedy" || decision.outcome === "escalate" ? decision.overturned?.store : undefined;

describe("whose no was turned into a yes", () => {
  it.each([
    { when: "is the store that the post names", cues: [place("turku", 3)], store: "tampere", is: "turku" },
    { when: "is where it was bought, where none is named", cues: [], store: "tampere", is: "tampere" },
    {
      when: "is nobody's where two are named",
      cues: [place("turku", 3), place("tampere", 20)],
      is: undefined,
    },
    { when: "is nobody's where nothing is known", cues: [], is: undefined },
    { when: "is nobody's where the brand has no such store", cues: [], store: "oulu", is: undefined },
  ])("$when", ({ cues, store, is }) => expect(told(refused(cues, store))).toBe(is));

  it("is asked in refusals only", () => {
    const notRefusals = shop.playbook.situations.filter(({ overturns }) => overturns !== true);
    expect(notRefusals.length).toBeGreaterThan(0);
    for (const { id } of notRefusals)
      expect(told(refused([place("turku", 3)], "tampere", id))).toBeUndefined();
  });

  it("moves nothing else in the decision", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shop.playbook.situations.map(({ id }) => id)),
        fc.subarray(["turku", "tampere", "itakeskus"]),
        (situation, named) => {
          const cues = named.map((id, at) => place(id, 10 * at));
          const withStores = refused(cues, undefined, situation);
          const { overturned, ...rest } = { overturned: undefined, ...withStores };
          expect(rest).toEqual(refused([], undefined, situation));
          expect(overturned === undefined || named.length === 1).toBe(true);
        },
      ),
    );
  });
});

/** A case whose decision overturns the no of Tampere, and what it gives. */
function overturning(over: { remedy?: Partial<Remedy>; order?: Draft["order"] } = {}) {
  const file = aDraftedCase("facebook", "1", NOW);
  const [draft] = file.drafts;
  const { decision } = file;
  if (draft?.remedy === undefined || decision?.outcome !== "remedy") throw new Error("nothing is given");
  const changed: Draft = {
    ...draft,
    remedy: { ...draft.remedy, ...over.remedy },
    ...(over.order === undefined ? {} : { order: over.order }),
  };
  const overturned: CaseFile = { ...file, decision: { ...decision, overturned: { store: "tampere" } } };
  const approvalId = approvalIdOf(file.case.id, 1);
  const due = (of: CaseFile) =>
    fallDue(of, changed, {
      approvalId,
      now: NOW,
      wakeAt: (at) => ({ at, event: { detailType: "x", detail: {} } }),
    });
  return { file: overturned, approvalId, due };
}
const order = { store: "any", code: "4EE48", handOver: "football-boots-junior", by: NOW };

describe("that store", () => {
  it("is told in its order where it has one", () => {
    const { file, due } = overturning({ order: { ...order, store: "tampere" } });
    expect(due(file)).toMatchObject({ orders: [{ overturned: true }] });
    expect(due(file).notes).toBeUndefined();
  });

  it.each([
    { when: "none", order: undefined },
    { when: "one for any store", order },
    { when: "one for another store", order: { ...order, store: "turku" } },
  ])("is told in a note where the order is $when, once, with what and not for whom", ({ order }) => {
    const { file, due, approvalId } = overturning(order === undefined ? {} : { order });
    const made = due(file);
    expect(made.orders?.some(({ overturned }) => overturned === true) ?? false).toBe(false);
    expect(made.notes).toMatchObject([{ store: "tampere", kind: "exchange", state: "open", approvalId }]);
    expect(due({ ...file, notes: made.notes ?? [] }).notes).toBeUndefined();
  });

  it("is not told of a voucher, which turns no no into a yes", () => {
    const { file, due } = overturning({ remedy: { kind: "voucher", value: money(1000, "EUR") } });
    expect(due(file).notes).toBeUndefined();
  });

  it("is told no more once the answer did not go out", () => {
    const { file, due, approvalId } = overturning();
    const told = { ...file, notes: due(file).notes ?? [] };
    expect(released(told, approvalId, { now: NOW, timeZone: "Europe/Helsinki" }).notes).toMatchObject([
      { state: "withdrawn" },
    ]);
  });
});
