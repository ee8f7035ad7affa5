import { describe, expect, it } from "vitest";
import { AgentId, BrandId, CaseId, incidentIdOf } from "../../shared/complaint/ids.ts";
import {
  type AboutCase,
  closeIncident,
  fallsUnder,
  type Incident,
  lookAgain,
  openIncident,
  pageDone,
  type Settled,
  settle,
  type Topic,
} from "../../shared/complaint/incident.ts";
import { choicesOf, maySet, sumsOf } from "../../shared/complaint/incident-sums.ts";
import { exampleBrand } from "../language/reply-world.ts";

const at = "2026-11-20T09:00:00.000Z";
const marketing = AgentId.parse("oskar");
const topic: Topic = { situation: "overcharged", words: [], from: "2026-11-19T00:00:00.000Z" };
const opened = (): Incident =>
  openIncident({
    id: incidentIdOf(at, "k3f9"),
    brand: BrandId.parse("kenttakauppa"),
    title: "The tills were down",
    topic,
    openedBy: marketing,
    openedAt: at,
  });
const set: Omit<Settled, "rev"> = { texts: {}, withinHours: 24, by: marketing, role: "agent", at };

const post: AboutCase = {
  lane: "answer",
  situation: "overcharged",
  texts: ["Jag betalade två gånger i er kassa i går när systemet låg nere."],
  named: new Set(["lahti", "football-boots-youth"]),
  postedAt: "2026-11-20T08:00:00.000Z",
};

describe("a case falls under a topic", () => {
  it.each<{ when: string; topic?: Partial<Topic>; about?: Partial<AboutCase>; falls: boolean }>([
    { when: "its situation is the topic's", falls: true },
    { when: "a word is named, in any ending", topic: { words: ["kass"] }, falls: true },
    { when: "one of several words is named", topic: { words: ["faktura", "System"] }, falls: true },
    { when: "words are named in their order", topic: { words: ["låg  nere"] }, falls: true },
    { when: "the place is named", topic: { place: "lahti" }, falls: true },
    { when: "the product is named", topic: { product: "football-boots-youth" }, falls: true },
    { when: "it was written at the very moment", about: { postedAt: "2026-11-19T00:00:00Z" }, falls: true },
    { when: "not with another situation", about: { situation: "lost-parcel" }, falls: false },
    { when: "not without a situation", about: { situation: undefined }, falls: false },
    { when: "not where no word is named", topic: { words: ["faktura"] }, falls: false },
    { when: "not where the word stands inside another", topic: { words: ["stemet"] }, falls: false },
    { when: "not where another place is named", topic: { place: "turku" }, falls: false },
    { when: "not where no product is named", topic: { product: "hockey-skates" }, falls: false },
    { when: "not from before", about: { postedAt: "2026-11-18T23:59:59.000Z" }, falls: false },
    { when: "not a stop case", about: { lane: "stop" }, falls: false },
    { when: "not one that a person should look at first", about: { lane: "look" }, falls: false },
  ])("$when", ({ topic: more, about, falls }) => {
    expect(fallsUnder({ ...topic, ...more }, { ...post, ...about })).toBe(falls);
  });
});

describe("an incident", () => {
  it("goes through both desks when it is opened, a page at a time", () => {
    const first = opened();
    expect(first).toMatchObject({ state: "open", rev: 1, version: 1 });
    expect(first.tasks).toEqual([
      { kind: "take-in", desk: "agents" },
      { kind: "take-in", desk: "managers" },
    ]);
    const second = pageDone(first, "page-2");
    expect(second).toMatchObject({ rev: 1, version: 2 });
    expect(second.tasks[0]).toEqual({ kind: "take-in", desk: "agents", page: "page-2" });
    expect(pageDone(second, undefined).tasks).toEqual([{ kind: "take-in", desk: "managers" }]);
  });

  it("goes through its cases from the front whenever it is set, and forgets no desk", () => {
    const first = settle(opened(), 1, set);
    if (!("incident" in first)) throw new Error(first.refused);
    expect(first.incident.settled?.rev).toBe(2);
    expect(first.incident.tasks.map(({ kind }) => kind)).toEqual(["take-in", "take-in", "send-back"]);
    const underWay = { ...first.incident, tasks: [{ kind: "send-back" as const, page: "half" }] };
    const again = settle(underWay, 2, set);
    if (!("incident" in again)) throw new Error(again.refused);
    expect(again.incident).toMatchObject({ rev: 3, settled: { rev: 3 }, tasks: [{ kind: "send-back" }] });
  });

  it("sends its cases back when it is closed, and looks for no more", () => {
    const over = closeIncident(opened(), 1, { by: marketing, at });
    if (!("incident" in over)) throw new Error(over.refused);
    expect(over.incident).toMatchObject({ state: "closed", closedAt: at, tasks: [{ kind: "send-back" }] });
    expect(settle(over.incident, 2, set)).toEqual({ refused: "closed" });
    expect(closeIncident(over.incident, 2, { by: marketing, at })).toEqual({ refused: "closed" });
    expect(lookAgain(over.incident, 2)).toEqual({ refused: "closed" });
  });

  it("is not changed by somebody who saw an older one", () => {
    expect(settle(opened(), 2, set)).toEqual({ refused: "stale" });
    expect(closeIncident(opened(), 0, { by: marketing, at })).toEqual({ refused: "stale" });
  });
});

const { playbook } = exampleBrand("kenttakauppa");
const caseId = CaseId.parse("case-facebook-1");
const member = (priceMinor?: number, is: "waits" | "set" | "left" = "waits") => ({
  incident: opened().id,
  caseId,
  openedAt: at,
  is,
  ...(priceMinor === undefined ? {} : { loss: { priceMinor, costMinor: Math.floor(priceMinor / 2) } }),
});
const situation = {
  id: "half",
  recognise: {},
  feeling: {},
  loss: "money" as const,
  owed: { kind: "part-refund" as const, share: 0.5 },
  floor: { kind: "part-refund" as const, share: 0.25 },
  goodwill: [
    { kind: "refund" as const, share: 1 },
    { kind: "attention" as const },
    { kind: "part-refund" as const, amountMinor: 2000 },
  ],
};
const mandate = {
  ...playbook.mandate,
  roles: {
    agent: { ...playbook.mandate.roles.agent, perCaseMinor: 1500 },
    manager: { ...playbook.mandate.roles.manager, perCaseMinor: 10_000 },
  },
  brandMonthMinor: 20_000,
  priceFactor: 1.5,
};
const facts = { situation, mandate, role: "manager" as const, currency: "EUR" as const };

describe("what a remedy for all comes to", () => {
  it("offers the core and each step that gives something", () => {
    expect(choicesOf(situation).map(({ id }) => id)).toEqual(["core", "step-0", "step-2"]);
  });

  it("adds up each writer's own amount, owed beside goodwill, without those who left", () => {
    const members = [member(1000), member(3000, "set"), member(9000, "left"), member()];
    expect(sumsOf(members, { id: "core" }, facts)).toEqual({
      cases: 3,
      unknown: 1,
      owedMinor: 2000,
      goodwillMinor: 0,
      mostOwedMinor: 1500,
      mostGoodwillMinor: 0,
    });
    expect(sumsOf(members, { id: "step-0", rule: { kind: "refund", share: 1 } }, facts)).toMatchObject({
      owedMinor: 2000,
      goodwillMinor: 2000,
      mostGoodwillMinor: 1500,
    });
  });

  it("keeps each within one and a half times the price", () => {
    const twenty = { id: "step-2", rule: { kind: "part-refund" as const, amountMinor: 2000 } };
    expect(sumsOf([member(1000)], twenty, facts)).toMatchObject({ owedMinor: 500, goodwillMinor: 1000 });
  });

  it("refuses marketing what is beyond an agent's mandate, and nobody what is owed", () => {
    const members = [member(4000)];
    const sums = sumsOf(members, { id: "core" }, facts);
    const used = { mandate, usedMonthMinor: 20_000 };
    expect(maySet(sums, { id: "core" }, { ...used, role: "agent" })).toEqual({
      refused: "beyond-mandate",
      overByMinor: 500,
    });
    expect(maySet(sums, { id: "core" }, { ...used, role: "manager" })).toBeUndefined();
  });

  it("knows a fixed amount before the first case is there", () => {
    const twenty = { id: "step-2", rule: { kind: "part-refund" as const, amountMinor: 2000 } };
    const none = sumsOf([], twenty, facts);
    expect(maySet(none, twenty, { mandate, role: "agent", usedMonthMinor: 0 })).toEqual({
      refused: "beyond-mandate",
      overByMinor: 500,
    });
  });

  it("checks the goodwill of all together against what is left of the month", () => {
    const all = Array.from({ length: 10 }, () => member(2000));
    const whole = { id: "step-0", rule: { kind: "refund" as const, share: 1 } };
    const sums = sumsOf(all, whole, facts);
    expect(sums.goodwillMinor).toBe(10_000);
    const asManager = { mandate, role: "manager" as const };
    expect(maySet(sums, whole, { ...asManager, usedMonthMinor: 10_000 })).toBeUndefined();
    expect(maySet(sums, whole, { ...asManager, usedMonthMinor: 10_001 })).toEqual({
      refused: "beyond-budget",
      overByMinor: 1,
    });
  });
});
