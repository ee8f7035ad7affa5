import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advance } from "../../../shared/complaint/advance.ts";
import { decide } from "../../../shared/complaint/decide.ts";
import { factsOfStranger } from "../../../shared/complaint/for-a-stranger.ts";
import type { IncidentId } from "../../../shared/complaint/ids.ts";
import type { Incident } from "../../../shared/complaint/incident.ts";
import { incidentPhrases } from "../../../shared/language/incident-phrases.ts";
import { type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { shop, shopFile } from "../../support/world.ts";

let world: ConsoleWorld;
let manager: Awaited<ReturnType<ConsoleWorld["signIn"]>>;
let marketing: typeof manager;
let agent: typeof manager;
beforeAll(async () => {
  world = await consoleWorld();
  manager = await world.signIn("manager", "Aino");
  marketing = await world.signIn("marketing", "Oskar");
  agent = await world.signIn("agent");
});
afterAll(() => world.dynamo.close());

const form = (over: Record<string, string> = {}) => ({
  title: "The tills were down",
  situation: "overcharged",
  words: "till, kass",
  product: "",
  place: "",
  from: "2026-11-19T08:00",
  ...over,
});
async function opened(over: Record<string, string> = {}): Promise<Incident> {
  const before = new Set((await world.stores.incidents.open(shop)).map(({ id }) => id));
  const answer = await marketing.post("/incidents", form(over));
  expect(answer.status).toBe(303);
  const fresh = (await world.stores.incidents.open(shop)).find(({ id }) => !before.has(id));
  if (fresh === undefined) throw new Error("nothing was opened");
  expect(answer.headers.get("location")).toBe(`/incidents/${fresh.id}`);
  return fresh;
}
const now = async (id: IncidentId): Promise<Incident> => {
  const found = await world.stores.incidents.get(shop, id);
  if (found === undefined) throw new Error("gone");
  return found;
};
let version = 1;
const setting = (incident: Incident, over: Record<string, string> = {}) => {
  const loss =
    shopFile().playbook.situations.find(({ id }) => id === incident.topic.situation)?.loss ?? "money";
  return {
    rev: String(incident.rev),
    playbook: String(version),
    choice: "core",
    within: "24",
    keep: "",
    ...Object.fromEntries(
      shopFile().playbook.languages.flatMap((lang) => [
        [`public.${lang}`, incidentPhrases[loss][lang].public],
        [`private.${lang}`, incidentPhrases[loss][lang].private],
      ]),
    ),
    ...over,
  };
};
/** A case in its list, as deciding leaves it. */
async function aMember(incident: Incident, priceMinor: number) {
  const of = await world.aCase("facebook", ({ case: standing }) => ({
    case: { ...standing, situation: incident.topic.situation },
  }));
  const file = await world.load(of.id);
  const { playbook, account } = shopFile();
  const decision = decide({
    ...factsOfStranger({
      assessment: { lane: "answer", cues: [], situation: incident.topic.situation },
      playbook,
      playbookVersion: 1,
      currency: account.currency,
      now: world.clock.at,
      timeZone: account.timeZone,
    }),
    incident: { id: incident.id },
  });
  await world.stores.cases.save({
    next: advance(file.case, world.clock.at, {
      stage: "decided",
      incident: { id: incident.id, is: "waits" },
      band: 8,
    }),
    decision,
    incidents: [
      {
        member: {
          incident: incident.id,
          caseId: of.id,
          openedAt: world.clock.at,
          is: "waits",
          loss: { priceMinor, costMinor: Math.floor(priceMinor / 2) },
        },
      },
    ],
  });
  return of;
}

describe("opening an incident", () => {
  it("is for marketing and managers; agents see it", async () => {
    expect((await agent.post("/incidents", form())).status).toBe(409);
    const incident = await opened();
    expect(incident).toMatchObject({
      state: "open",
      topic: { situation: "overcharged", words: ["till", "kass"], from: "2026-11-19T06:00:00.000Z" },
      openedBy: "oskar",
    });
    const list = await (await agent.get("/incidents")).text();
    expect(list).toContain("The tills were down");
    expect(list).not.toContain("Open, and freeze the topic");
    const page = await (await agent.get(`/incidents/${incident.id}`)).text();
    expect(page).not.toContain("<textarea");
    expect(world.told.at(-1)).toMatchObject({
      detailType: "incident-changed.v1",
      detail: { data: { incidentId: incident.id, version: 1 } },
    });
  });

  it.each([
    { field: "situation", value: "no-such" },
    { field: "product", value: "no-such" },
    { field: "place", value: "no-such" },
    { field: "title", value: " " },
    { field: "from", value: "yesterday" },
    { field: "words", value: "a" },
  ])("says so where the $field is none, and keeps what was typed", async ({ field, value }) => {
    const answer = await marketing.post("/incidents", form({ title: "Kept as typed", [field]: value }));
    expect(answer.status).toBe(409);
    if (field !== "title") expect(await answer.text()).toContain("Kept as typed");
  });

  it("stands although the bus is down: its wake tells it", async () => {
    world.bus.fails = true;
    const incident = await opened();
    world.bus.fails = false;
    const rings = await Promise.all(
      Array.from({ length: world.stores.due.shards }, (_, shard) =>
        world.stores.due.overdue(shard, "2026-11-20T10:00:00.000Z", 50),
      ),
    );
    expect(JSON.stringify(rings)).toContain(incident.id);
  });
});

describe("setting one remedy and one text", () => {
  it("shows how many cases it touches and the sum, sets it, and tells", async () => {
    const incident = await opened({ situation: "defect" });
    await aMember(incident, 3000);
    await aMember(incident, 5000);
    const page = await (await manager.get(`/incidents/${incident.id}`)).text();
    expect(page).toContain("2 cases");
    expect(page).toMatch(/owed €40/);
    const answer = await manager.post(`/incidents/${incident.id}/setting`, setting(incident));
    expect(answer.status).toBe(303);
    const set = await now(incident.id);
    expect(set).toMatchObject({ rev: 2, settled: { rev: 2, withinHours: 24, by: "aino", role: "manager" } });
    expect(set.settled?.rule).toBeUndefined();
    expect(world.told.at(-1)).toMatchObject({ detail: { data: { incidentId: incident.id, version: 2 } } });
  });

  it("takes nothing from an agent, nor from who saw an older one", async () => {
    const incident = await opened();
    expect((await agent.post(`/incidents/${incident.id}/setting`, setting(incident))).status).toBe(409);
    expect((await manager.post(`/incidents/${incident.id}/setting`, setting(incident))).status).toBe(303);
    expect((await manager.post(`/incidents/${incident.id}/setting`, setting(incident))).status).toBe(409);
    expect((await now(incident.id)).rev).toBe(2);
  });

  it("takes no text with a sum in public or a slot that is none, also with a reason", async () => {
    const incident = await opened();
    const own = incidentPhrases.money.en;
    for (const bad of [
      { "public.en": own.public.replace("I'm putting it right", "You get €20 and I'm putting it right") },
      { "private.en": own.private.replace("{until}", "{customer}") },
      { "public.fi": "" },
    ]) {
      const typed = setting(incident, { ...bad, keep: "It is right here." });
      const answer = await manager.post(`/incidents/${incident.id}/setting`, typed);
      expect(answer.status).toBe(409);
    }
    expect((await now(incident.id)).settled).toBeUndefined();
  });

  it("takes no public text that does not ask for a message on X, and says what to write", async () => {
    const incident = await opened();
    const bad = "I'm sorry that you paid twice. I'm putting it right and messaging you now. – {signer}";
    const answer = await manager.post(
      `/incidents/${incident.id}/setting`,
      setting(incident, { "public.en": bad, keep: "It is right here." }),
    );
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("[. {step}|, and messaging you now]");
    expect((await now(incident.id)).settled).toBeUndefined();
  });

  it("takes no remedy that stood on the page of an earlier playbook, and keeps the words", async () => {
    const incident = await opened();
    const own = `Hello. ${incidentPhrases.money.en.private}`;
    const typed = setting(incident, { "private.en": own });
    version = await world.stores.brands.publish(shopFile(), world.clock.at, "Aino");
    const answer = await manager.post(`/incidents/${incident.id}/setting`, typed);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("A new playbook has been published meanwhile");
    expect(page).toContain("Hello. Hi, it&#39;s");
    expect(page).toContain(`name="playbook" value="${version}"`);
    expect((await now(incident.id)).settled).toBeUndefined();
    const again = { ...typed, playbook: String(version) };
    expect((await manager.post(`/incidents/${incident.id}/setting`, again)).status).toBe(303);
  });

  it("keeps what was typed where somebody has set it meanwhile, and takes it after a look for earlier cases", async () => {
    const incident = await opened();
    const typed = setting(incident, { "private.en": `Hello. ${incidentPhrases.money.en.private}` });
    const path = `/incidents/${incident.id}`;
    expect((await marketing.post(`${path}/looking`, { rev: "1" })).status).toBe(303);
    expect((await manager.post(`${path}/setting`, setting(incident))).status).toBe(303);
    const stale = await manager.post(`${path}/setting`, typed);
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("Hello. Hi, it&#39;s");
  });

  it.each([
    { side: "public", length: 1001, says: "1000 characters at most" },
    { side: "private", length: 1901, says: "1900 characters at most" },
    { side: "private", length: 0, says: "The text is missing." },
  ])("says which $side text it is that has $length characters", async ({ side, length, says }) => {
    const incident = await opened();
    const answer = await manager.post(
      `/incidents/${incident.id}/setting`,
      setting(incident, { [`${side}.fi`]: "a".repeat(length) }),
    );
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toMatch(new RegExp(`<strong>\\s*Suomi, [^<]*${side}[^<]*</strong>[^<]*${says}`, "i"));
    expect(page).toMatch(/name="public\.fi"[^>]*maxlength="1000"/);
    expect(page).toMatch(/name="private\.fi"[^>]*maxlength="1900"/);
  });

  it("takes style that is marked with a reason only, and keeps what was typed", async () => {
    const incident = await opened();
    const stiff = incidentPhrases.money.en.public.replace(
      "That must not happen, and I'm sorry",
      "I'm sorry, it is our policy",
    );
    const refused = await manager.post(
      `/incidents/${incident.id}/setting`,
      setting(incident, { "public.en": stiff }),
    );
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("it is our policy");
    const kept = setting(incident, { "public.en": stiff, keep: "We quote ourselves." });
    expect((await manager.post(`/incidents/${incident.id}/setting`, kept)).status).toBe(303);
    expect((await now(incident.id)).settled?.keptBecause).toBe("We quote ourselves.");
  });

  it("leaves what is beyond an agent's mandate to a manager", async () => {
    const incident = await opened({ situation: "defect" });
    await aMember(incident, 90_000);
    const answer = await marketing.post(`/incidents/${incident.id}/setting`, setting(incident));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("beyond your mandate");
    expect((await manager.post(`/incidents/${incident.id}/setting`, setting(incident))).status).toBe(303);
  });
});

describe("closing an incident, and looking again", () => {
  it("is done once, by who may", async () => {
    const incident = await opened();
    const path = `/incidents/${incident.id}`;
    expect((await agent.post(`${path}/closing`, { rev: "1" })).status).toBe(409);
    expect((await marketing.post(`${path}/looking`, { rev: "1" })).status).toBe(303);
    expect((await now(incident.id)).tasks).toHaveLength(2);
    expect((await marketing.post(`${path}/closing`, { rev: "1" })).status).toBe(303);
    expect(await now(incident.id)).toMatchObject({ state: "closed", closedBy: "oskar" });
    expect(await (await marketing.get("/incidents")).text()).toContain(incident.id);
    expect((await marketing.post(`${path}/closing`, { rev: "3" })).status).toBe(409);
    expect((await marketing.get("/incidents/incident-20200101000000-none")).status).toBe(404);
  });
});

describe("a case that waits for an incident", () => {
  it("says so in the list and on its page, takes no answer of its own, and can be taken out", async () => {
    const incident = await opened({ title: "Recall of the helmets", situation: "defect" });
    const { id, url } = await aMember(incident, 3000);
    expect(await (await agent.get("/")).text()).toContain("Waits for the incident “Recall of the helmets”");
    const page = await (await agent.get(url)).text();
    expect(page).toContain("Waits for the incident “Recall of the helmets”");
    expect(page).not.toContain("Save as a new version");
    const edit = { basedOn: "1", public: "Hi", private: "", lang: "en", remedy: "none" };
    expect((await agent.post(`${url}/drafts`, edit)).status).toBe(409);
    expect((await agent.post(`${url}/incident/leaving`)).status).toBe(303);
    const file = await world.load(id);
    expect(file.case).toMatchObject({ stage: "matched", incident: { id: incident.id, is: "left" } });
    expect(world.told.at(-1)).toMatchObject({ detailType: "author-matched.v1" });
    const [member] = await world.stores.incidents.allMembers(shop, incident.id);
    expect(member?.is).toBe("left");
    expect((await agent.post(`${url}/incident/leaving`)).status).toBe(409);
  });
});
