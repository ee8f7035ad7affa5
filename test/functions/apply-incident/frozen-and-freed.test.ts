import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { advance } from "../../../shared/complaint/advance.ts";
import { currentDraft } from "../../../shared/complaint/agent-acts/act.ts";
import { decline, reopen } from "../../../shared/complaint/agent-acts/close.ts";
import { escalate, giveBack } from "../../../shared/complaint/agent-acts/escalate.ts";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import type { CaseId, IncidentId } from "../../../shared/complaint/ids.ts";
import type { Topic } from "../../../shared/complaint/incident.ts";
import { incidentPhrases } from "../../../shared/language/incident-phrases.ts";
import { outage } from "../../eval/drafts/golden-incident.ts";
import { incidentWorld } from "../../support/incident-world.ts";
import { laura, shop, shopFile, testWakes } from "../../support/world.ts";

const TWICE = outage.post;
const NOBODY = "I wrote to you three times and nobody answers, is anybody there? Very disappointed.";
const LOST = "My parcel with the football boots was lost, it never arrived. Where is it?";
const frozen = { stage: "decided", outcome: "frozen", is: "waits" };
const set = { stage: "drafted", outcome: "remedy", is: "set" };
let world: Awaited<ReturnType<typeof incidentWorld>>;
const open = new Set<IncidentId>();
beforeAll(async () => {
  world = await incidentWorld();
});
afterAll(() => world.dynamo.close());
// One that fails leaves its incident to no other.
afterEach(async () => {
  for (const id of [...open]) await closes(id);
});

async function opens(topic: Partial<Topic> = {}): Promise<IncidentId> {
  const { id } = await world.opens(topic);
  open.add(id);
  await world.run();
  return id;
}
async function sets(id: IncidentId, of: Parameters<typeof world.sets>[1] = {}): Promise<void> {
  await world.sets(id, of);
  await world.run();
}
async function closes(id: IncidentId): Promise<void> {
  open.delete(id);
  await world.closes(id);
  await world.run();
}
async function written(...of: Parameters<typeof world.writes>): Promise<CaseId> {
  const id = await world.writes(...of);
  await world.run();
  return id;
}
const stateOf = ({ case: of, decision }: CaseFile) => ({
  stage: of.stage,
  outcome: decision?.outcome,
  is: of.incident?.is,
});
const stateNow = async (id: CaseId) => stateOf(await world.load(id));
const now = () => ({ by: { id: laura, role: "agent" as const }, now: world.now() });

describe("a case whose private text waits for the writer's own on X", () => {
  /** Answered: the public text is out, the private one waits. Attention costs nothing, so that no grant stands. */
  async function answered(): Promise<{ id: CaseId; situation: string }> {
    const id = await written(NOBODY, { channel: "x" });
    await world.answers(id);
    const { case: of, deliveries, grants } = await world.load(id);
    expect(of.stage).toBe("answered");
    expect(deliveries.map(({ state }) => state).sort()).toEqual(["SENT", "WAITING"]);
    expect(grants).toEqual([]);
    if (of.situation === undefined) throw new Error("no situation");
    return { id, situation: of.situation };
  }

  it("is frozen when they write again, and has what is set", async () => {
    const { id, situation } = await answered();
    const incident = await opens({ situation });
    expect((await world.load(id)).case.stage).toBe("answered");
    await written("Still nobody answers me. Is anybody there?", { under: id });
    expect(await stateNow(id)).toEqual(frozen);
    await sets(incident, { texts: incidentPhrases.attention });
    expect(await stateNow(id)).toEqual(set);
    expect(currentDraft(await world.load(id))?.reasons).toContain("set-for-incident");
  });

  it("is sent back to the ordinary way when the incident is closed with nothing set", async () => {
    const { id, situation } = await answered();
    const incident = await opens({ situation });
    await written("Still nobody answers me. Is anybody there?", { under: id });
    await closes(incident);
    expect(await stateNow(id)).toEqual({ ...set, is: undefined });
  });

  it("is taken in where they had written again before the incident was opened", async () => {
    const { id, situation } = await answered();
    await written("Still nobody answers me. Is anybody there?", { under: id });
    expect((await world.load(id)).case.stage).toBe("drafted");
    await opens({ situation });
    expect(await stateNow(id)).toEqual(frozen);
  });

  it("keeps its place in the queue where something else of it is to be looked at", async () => {
    const { id, situation } = await answered();
    await written("Still nobody answers me. Is anybody there?", { under: id });
    const { case: of } = await world.load(id);
    const next = advance(of, world.now(), { trouble: "unknown-outcome", band: 0 });
    expect((await world.stores.cases.save({ next })).outcome).toBe("saved");
    await opens({ situation });
    expect(await stateNow(id)).toEqual(frozen);
    expect((await world.load(id)).case).toMatchObject({ trouble: "unknown-outcome", band: 0 });
  });
});

describe("a frozen case that was closed without an answer and is taken up again", () => {
  const shut = async (id: CaseId) =>
    world.does(decline(await world.load(id), { ...now(), reason: "duplicate" }));
  const again = async (id: CaseId) => {
    await world.does(reopen(await world.load(id), { ...now(), wakes: testWakes }));
    await world.run();
  };

  it("has what was set meanwhile", async () => {
    const incident = await opens();
    const id = await written(TWICE);
    await shut(id);
    await sets(incident);
    expect((await world.load(id)).case.stage).toBe("closed");
    await again(id);
    expect(await stateNow(id)).toEqual(set);
  });

  it("shows no draft of before while the topic is frozen", async () => {
    const id = await written(TWICE);
    await opens();
    await shut(id);
    await again(id);
    expect(await stateNow(id)).toEqual(frozen);
  });
});

describe("a case that a person handed up", () => {
  const deskOf = async (id: CaseId) => (await world.load(id)).case.desk;
  const playbook = shopFile().playbook;
  const budgets = { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 };
  const up = async (id: CaseId) =>
    world.does(escalate(await world.load(id), { ...now(), reason: "competitor", playbook, budgets }));

  it("keeps the managers' desk while it is frozen, when it is set, set anew, and closed", async () => {
    const id = await written(TWICE);
    await up(id);
    const incident = await opens();
    expect([await stateNow(id), await deskOf(id)]).toEqual([frozen, "managers"]);
    await sets(incident);
    expect([await stateNow(id), await deskOf(id)]).toEqual([set, "managers"]);
    await sets(incident);
    expect(await deskOf(id)).toBe("managers");
    await closes(incident);
    expect(await deskOf(id)).toBe("managers");
  });

  it("keeps it also where it was frozen first, and when the writer writes again", async () => {
    const incident = await opens();
    const id = await written(TWICE);
    await up(id);
    await written("Dessutom har ni debiterat mig två gånger, två dragningar på kortet!", { under: id });
    expect([await stateNow(id), await deskOf(id)]).toEqual([frozen, "managers"]);
    await closes(incident);
    expect([await stateNow(id), await deskOf(id)]).toEqual([{ ...set, is: undefined }, "managers"]);
  });

  it("is the agents' again when it was handed back", async () => {
    const id = await written(TWICE);
    await up(id);
    await world.does(giveBack(await world.load(id), { ...now(), reason: "agreed" }));
    await opens();
    expect(await deskOf(id)).toBe("agents");
  });

  it("is the agents' again when it has been answered", async () => {
    const id = await written(TWICE);
    await up(id);
    await world.answers(id);
    await written("Ni har debiterat mig två gånger igen!", { under: id });
    expect(await deskOf(id)).toBe("agents");
  });
});

describe("a case that goes from one incident to another", () => {
  const listed = async (incident: IncidentId, id: CaseId) =>
    (await world.stores.incidents.allMembers(shop, incident)).find(({ caseId }) => caseId === id)?.is;

  it("leaves the first one's list as it comes into the second's", async () => {
    const [tills, parcels] = [await opens(), await opens({ situation: "lost-parcel" })];
    const id = await written("You charged me twice at the till yesterday, two payments on my card!");
    await sets(tills);
    expect(await listed(tills, id)).toBe("set");
    await world.rewords(id, LOST);
    await world.run();
    expect((await world.load(id)).case.incident).toEqual({ id: parcels, is: "waits" });
    expect([await listed(tills, id), await listed(parcels, id)]).toEqual(["left", "waits"]);
    await world.rewords(id, "You charged me twice at the till yesterday, two payments on my card!");
    await world.run();
    expect([await listed(tills, id), await listed(parcels, id)]).toEqual(["set", "left"]);
  });
});

describe("a case that has its answer and was written to again", () => {
  it("is not drafted once more when the incident is set anew or closed", async () => {
    const incident = await opens();
    const id = await written(TWICE);
    await sets(incident);
    await world.answers(id);
    await written("Ni har debiterat mig två gånger, två dragningar på kortet!", { under: id });
    const before = await world.load(id);
    expect(stateOf(before)).toEqual({ stage: "drafted", outcome: "by-hand", is: "set" });
    await sets(incident);
    await closes(incident);
    const after = await world.load(id);
    expect(after.drafts.length).toBe(before.drafts.length);
    expect(after.case.version).toBe(before.case.version);
  });
});
