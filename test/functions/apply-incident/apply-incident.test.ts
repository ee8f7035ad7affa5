import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentDraft, isDone } from "../../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../../shared/complaint/agent-acts/approve.ts";
import { leaveIncident } from "../../../shared/complaint/agent-acts/for-incident.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import type { CaseId } from "../../../shared/complaint/ids.ts";
import { AuthorMatched } from "../../../shared/events/author-matched.ts";
import { incidentPhrases } from "../../../shared/language/incident-phrases.ts";
import { fillText } from "../../../shared/language/incident-text.ts";
import { goldenIncident, outage } from "../../eval/drafts/golden-incident.ts";
import { incidentWorld } from "../../support/incident-world.ts";
import { seeded } from "../../support/seeded.ts";
import { laura, shop, shopFile, testWakes } from "../../support/world.ts";

const TWICE = outage.post;
const LOST = "Where is my parcel? It was lost on the way and nobody answers. I ordered it three weeks ago.";
let world: Awaited<ReturnType<typeof incidentWorld>>;
beforeAll(async () => {
  world = await incidentWorld();
});
afterAll(() => world.dynamo.close());

async function approveNow(id: CaseId) {
  const file = await world.load(id);
  const draft = currentDraft(file);
  if (draft === undefined) throw new Error("no draft");
  return approve(file, {
    draftVersion: draft.version,
    draftHash: draft.hash,
    by: { id: laura, role: "agent" },
    overruled: [],
    now: world.now(),
    playbook: shopFile().playbook,
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    timeZone: "Europe/Helsinki",
    mention: {},
    hasWrittenPrivately: false,
    wakes: testWakes,
  });
}
const stateOf = ({ case: of, decision }: CaseFile) => ({
  stage: of.stage,
  outcome: decision?.outcome,
  is: of.incident?.is,
});
const frozen = { stage: "decided", outcome: "frozen", is: "waits" };
const drafted = { stage: "drafted", outcome: "remedy" };

describe("an incident", () => {
  it("freezes new cases of its topic, takes earlier ones in, and leaves all others alone", async () => {
    const earlier = await world.writes(TWICE);
    const other = await world.writes(LOST);
    const stop = await world.writes(
      "Min dotter halkade i er butik och bröt benet när systemet låg nere i kassan.",
    );
    await world.run();
    expect(stateOf(await world.load(earlier))).toMatchObject(drafted);
    const incident = await world.opens({ words: ["systemet"] });
    const later = await world.writes(TWICE);
    const elsewhere = await world.writes(
      "Ni debiterade mig två gånger på fakturan, två dragningar på kortet!",
    );
    await world.run();
    expect(stateOf(await world.load(earlier))).toEqual(frozen);
    expect(stateOf(await world.load(later))).toEqual(frozen);
    expect((await world.load(later)).drafts).toEqual([]);
    expect(stateOf(await world.load(elsewhere))).toMatchObject(drafted);
    expect(stateOf(await world.load(other)).is).toBeUndefined();
    expect((await world.load(stop)).decision).toMatchObject({ outcome: "stop" });
    const members = await world.stores.incidents.allMembers(shop, incident.id);
    expect(members.map(({ caseId, is }) => [caseId, is])).toEqual([
      [earlier, "waits"],
      [later, "waits"],
    ]);
    expect((await world.stores.incidents.get(shop, incident.id))?.tasks).toEqual([]);
    await world.closes(incident.id);
    await world.run();
  });

  it("sends back to the ordinary way, when it is closed, who got nothing from it", async () => {
    const incident = await world.opens();
    const id = await world.writes(TWICE);
    await world.run();
    expect(stateOf(await world.load(id))).toEqual(frozen);
    await world.closes(incident.id);
    await world.run();
    const file = await world.load(id);
    expect(stateOf(file)).toEqual({ ...drafted, is: undefined });
    expect(currentDraft(file)?.reasons).not.toContain("set-for-incident");
    const [member] = await world.stores.incidents.allMembers(shop, incident.id);
    expect(member?.is).toBe("left");
    const after = await world.writes(TWICE);
    await world.run();
    expect(stateOf(await world.load(after))).toMatchObject(drafted);
  });

  it("gives one text to all, each with a draft of its own that a person approves, and to new ones at once", async () => {
    const incident = await world.opens();
    const before = await world.writes(TWICE);
    await world.run();
    await world.sets(incident.id);
    const after = await world.writes(TWICE);
    const english = await world.writes(
      "You charged me twice at the till yesterday, two payments on my card!",
    );
    await world.run();
    const files = await Promise.all([before, after, english].map(world.load));
    for (const file of files) {
      expect(stateOf(file)).toEqual({ ...drafted, is: "set" });
      expect(file.drafts).toHaveLength(1);
      expect(currentDraft(file)?.findings.filter(({ severity }) => severity === "hard")).toEqual([]);
    }
    const [one, two, three] = files.map((file) => currentDraft(file));
    expect(one?.public.text).toBe(two?.public.text);
    expect(one?.public.text).toContain("lika för alla");
    expect(three?.public.text).toBe(
      fillText(incidentPhrases.money.en.public, { signer: "Johanna", brand: "", until: "" }),
    );
    expect(three?.private?.text).toContain("I'm here until 8 pm; after that Oskar");
    expect(isDone(await approveNow(before))).toBe(true);
    await world.closes(incident.id);
    await world.run();
    // What was set stays theirs who have it.
    expect(stateOf(await world.load(after))).toEqual({ ...drafted, is: "set" });
  });

  it("writes anew, when it is set anew, what is not approved, and leaves alone what is", async () => {
    const incident = await world.opens();
    const [open, signed] = [await world.writes(TWICE), await world.writes(TWICE)];
    await world.run();
    await world.sets(incident.id);
    await world.run();
    const approval = await approveNow(signed);
    if (!isDone(approval)) throw new Error(approval.refused);
    expect((await world.stores.cases.save(approval.change)).outcome).toBe("saved");
    const sv = {
      ...incidentPhrases.money.sv,
      public: `Tack för att du sade till. ${incidentPhrases.money.sv.public}`,
    };
    await world.sets(incident.id, { texts: { ...incidentPhrases.money, sv } });
    await world.run();
    expect((await world.load(open)).drafts.map(({ version }) => version)).toEqual([1, 2]);
    expect(currentDraft(await world.load(open))?.public.text).toMatch(/^Tack för att du sade till\./);
    const untouched = await world.load(signed);
    expect(untouched.case.stage).toBe("approved");
    expect(untouched.drafts).toHaveLength(1);
    await world.closes(incident.id);
    await world.run();
  });

  it("holds every element of the golden pair of the outage", async () => {
    const incident = await world.opens();
    const id = await world.writes(TWICE);
    await world.run();
    await world.sets(incident.id, { texts: { sv: goldenIncident }, withinHours: 4 });
    await world.run();
    const draft = currentDraft(await world.load(id));
    expect(draft?.public.text).toBe(outage.public);
    expect(draft?.private?.text.replace(/kl\. \d+/, "kl. 20")).toBe(outage.private);
    expect(draft?.findings.filter(({ severity }) => severity === "hard")).toEqual([]);
    expect(draft?.promise).toMatchObject({ what: "refund" });
    expect(draft?.remedy).toMatchObject({ kind: "refund", goodwill: { minor: 0 } });
    await world.closes(incident.id);
    await world.run();
  });

  it("tells two writers on X apart by their handle, since X turns away the same words twice", async () => {
    const incident = await world.opens();
    const ids = [await world.writes(TWICE, { channel: "x" }), await world.writes(TWICE, { channel: "x" })];
    await world.run();
    await world.sets(incident.id);
    await world.run();
    const texts = await Promise.all(ids.map(async (id) => currentDraft(await world.load(id))?.public.text));
    expect(new Set(texts).size).toBe(2);
    for (const text of texts) expect(text).toMatch(/^@marja\d+ Att betala/);
    // There a message may go only to who has written one.
    for (const text of texts) expect(text).toMatch(/ DM| direktmeddelande/);
    for (const text of texts) expect(text).not.toContain("privat nu");
    await world.closes(incident.id);
    await world.run();
  });

  it("lets a case go that a person says is a matter of its own, and does not take it in again", async () => {
    const incident = await world.opens();
    const id = await world.writes(TWICE);
    await world.run();
    const left = leaveIncident(await world.load(id), {
      by: { id: laura, role: "agent" },
      now: world.now(),
      wakes: testWakes,
    });
    if (!isDone(left)) throw new Error(left.refused);
    expect((await world.stores.cases.save(left.change)).outcome).toBe("saved");
    const [fact] = left.tell;
    if (fact?.name !== "author-matched") throw new Error("nothing is told");

    world.queue.push(
      AuthorMatched.make(
        { brand: shop, caseId: id, occurredAt: world.now(), key: `${id}@${fact.caseVersion}` },
        { caseId: id, caseVersion: fact.caseVersion, decision: fact.decision },
      ),
    );
    await world.sets(incident.id);
    await world.run();
    const file = await world.load(id);
    expect(stateOf(file)).toEqual({ ...drafted, is: "left" });
    expect(currentDraft(file)?.reasons).not.toContain("set-for-incident");
    await world.closes(incident.id);
    await world.run();
  });
});

describe("goodwill of an incident", () => {
  it("is set once for all by a manager, signed by an agent, and charged to no agent's day", async () => {
    const incident = await world.opens({ situation: "lost-parcel" });
    const id = await world.writes(
      "My parcel with the football boots was lost, it never arrived. Where is it?",
    );
    await world.run();
    expect(stateOf(await world.load(id))).toEqual(frozen);
    const rule = { kind: "part-refund" as const, amountMinor: 4500 };
    await world.sets(incident.id, { rule, role: "manager", texts: {} });
    await world.run();
    const { decision } = await world.load(id);
    if (decision?.outcome !== "remedy") throw new Error(`${decision?.outcome}`);
    expect(decision.incident).toMatchObject({ id: incident.id, role: "manager" });
    const done = await approveNow(id);
    if (!isDone(done)) throw new Error(done.refused);
    const [grant] = done.change.grants ?? [];
    expect(grant?.remedy).toEqual(decision.remedy);
    expect(grant?.incident).toBe(incident.id);
    const scopes = (done.change.charges ?? []).map(({ scope }) => scope.kind);
    expect(scopes).not.toContain("agent-day");
    expect(decision.remedy.goodwill.minor).toBeGreaterThan(0);
    expect(scopes).toEqual(["customer-year", "brand-month"]);
    await world.closes(incident.id);
    await world.run();
  });
});

async function ringing(id: string): Promise<number> {
  const { due } = world.stores;
  const all = Array.from({ length: due.shards }, (_, shard) =>
    due.overdue(shard, "2027-01-01T00:00:00.000Z", 99),
  );
  return (await Promise.all(all)).flat().filter(({ ref, event }) => JSON.stringify([ref, event]).includes(id))
    .length;
}

describe("through lost and repeated events", () => {
  it.each([3, 7, 11, 19])("every case has the incident's draft once, with seed %i", async (seed) => {
    const chance = seeded(seed);
    const storm = { loses: () => chance() < 0.25, repeats: () => chance() < 0.25 };
    const earlier = [await world.writes(TWICE), await world.writes(TWICE)];
    await world.run();
    const incident = await world.opens();
    await world.run(storm);
    const ids: CaseId[] = [...earlier, await world.writes(TWICE)];
    await world.run();
    await world.sets(incident.id, { texts: { ...incidentPhrases.money, sv: goldenIncident } });
    ids.push(await world.writes(TWICE));
    await world.run(storm);
    for (let night = 0; night < 12; night++) {
      await world.wake(15);
      await world.run(night < 4 ? storm : undefined);
    }
    for (const id of ids) {
      const file = await world.load(id);
      // Its post may have been lost before it was read at all; that is another step's matter.
      expect(stateOf(file), id).toEqual({ ...drafted, is: "set" });
      expect(currentDraft(file)?.public.text).toBe(outage.public);
      const own = file.drafts.filter(({ reasons }) => reasons.includes("set-for-incident"));
      expect(own).toHaveLength(1);
    }
    expect((await world.stores.incidents.get(shop, incident.id))?.tasks).toEqual([]);
    expect(await ringing(incident.id)).toBe(0);
    await world.closes(incident.id);
    await world.run();
  });
});

/** A case that is decided with what was set just before it was set anew is decided once more. */
it("saves no decision that was made with an incident as it no longer is", async () => {
  const incident = await world.opens();
  const id = await world.writes(TWICE);
  const { incidents } = world.ports;
  let isFirst = true;
  const slow: typeof incidents = {
    ...incidents,
    open: async (brand) => {
      const seen = await incidents.open(brand);
      if (isFirst && seen.some((each) => each.id === incident.id)) {
        isFirst = false;
        await world.sets(incident.id);
      }
      return seen;
    },
  };
  Object.assign(world.ports, { incidents: slow });
  await world.run();
  Object.assign(world.ports, { incidents });
  expect(isFirst).toBe(false);
  expect(stateOf(await world.load(id))).toEqual({ ...drafted, is: "set" });
  await world.closes(incident.id);
  await world.run();
});
