import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/complaint/case-file.ts";
import { anAssessment } from "../../support/an-assessment.ts";
import { approvalForm, type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { shop } from "../../support/world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

/** A complaint in words of its own: nobody knows yet what it is about. */
const notKnown = (file: CaseFile): Partial<CaseFile> => {
  const { situation: _none, ...rest } = file.case;
  return { case: { ...rest, lane: "look", lookReason: "no-situation" } };
};
const stopped = (file: CaseFile): Partial<CaseFile> => ({
  case: { ...file.case, lane: "stop", stopCase: "danger" },
});

describe("saying what the matter is", () => {
  it("is offered with the likeliest at a press and all of the playbook by name, in the reader's language", async () => {
    const laura = await world.signIn("agent");
    const { mention, url } = await world.aCase("facebook", notKnown);
    await world.stores.mentions.saveAssessment(
      shop,
      anAssessment(mention.id, world.clock.at, undefined, {
        lane: "look",
        lookReason: "no-situation",
        maybe: ["lost-parcel", "late-delivery", "no-such-one"],
      }),
    );
    const page = await textOf(laura.get(url));
    expect(page).toContain("not known yet");
    expect(page).toMatch(/name="likely" value="lost-parcel"[^>]*>Parcel lost</);
    expect(page).not.toContain("no-such-one");
    const list = [...page.matchAll(/<option value="([a-z-]+)"[^>]*>([^<]+)</g)].map(([, , words]) => words);
    expect(list).toContain("Exchange refused");
    expect(list).toContain("none of these");
    const suomeksi = await textOf(laura.get(url, { "accept-language": "fi" }));
    expect(suomeksi).toMatch(/value="lost-parcel"[^>]*>Paketti kadonnut</);
  });

  it("sends the case back to be matched, decided and drafted as that, and keeps the word to learn from", async () => {
    const laura = await world.signIn("agent");
    const { id, mention, url } = await world.aCase("facebook", notKnown);
    const answer = await laura.post(`${url}/situation`, { situation: "lost-parcel" });
    expect(answer.status).toBe(303);
    const file = await world.load(id);
    expect(file.case).toMatchObject({
      stage: "detected",
      lane: "answer",
      situation: "lost-parcel",
      situationBy: "laura",
    });
    expect(file.case).not.toHaveProperty("lookReason");
    expect(file.audit.at(-1)).toMatchObject({ by: "laura", did: "situation-named", what: "lost-parcel" });
    expect(world.told.at(-1)).toMatchObject({ detailType: "case-assessed.v1" });
    expect(await world.stores.corrections.of(shop, mention.id)).toMatchObject({
      complaint: true,
      situation: "lost-parcel",
      by: "laura",
    });
    const page = await textOf(laura.get(url));
    expect(page).toContain("Parcel lost");
    expect(page).toContain("said by Laura");
    // That it is a complaint is said again by the button beside it, and what it is about stays said.
    await laura.post(`${url}/correction`, { mention: mention.id, revision: "0", complaint: "yes" });
    expect(await world.stores.corrections.of(shop, mention.id)).toMatchObject({ situation: "lost-parcel" });
  });

  it("takes the pressed button before the list beside it", async () => {
    const laura = await world.signIn("agent");
    const { id, url } = await world.aCase("facebook", notKnown);
    await laura.post(`${url}/situation`, { situation: "defect", likely: "late-delivery" });
    expect((await world.load(id)).case.situation).toBe("late-delivery");
  });

  it("may be that it is none of them: the agent answers, and nothing is taken for granted", async () => {
    const laura = await world.signIn("agent");
    const { id, mention, url } = await world.aCase();
    await laura.post(`${url}/situation`, { situation: "none" });
    const file = await world.load(id);
    expect(file.case).toMatchObject({ stage: "detected", lane: "look", lookReason: "no-situation" });
    expect(file.case).not.toHaveProperty("situation");
    expect(await world.stores.corrections.of(shop, mention.id)).not.toHaveProperty("situation");
  });

  it("refuses what the playbook does not have, and changes nothing", async () => {
    const laura = await world.signIn("agent");
    const { id, mention, url } = await world.aCase();
    const before = await world.load(id);
    for (const form of [{ situation: "free-money" }, { situation: "" }, { likely: "x".repeat(101) }, {}]) {
      const answer = await laura.post(`${url}/situation`, form);
      expect(answer.status).toBe(409);
    }
    expect(await textOf(laura.post(`${url}/situation`, { situation: "free-money" }))).toContain(
      "The playbook has no such situation any more",
    );
    expect(await world.load(id)).toEqual(before);
    expect(await world.stores.corrections.of(shop, mention.id)).toBeUndefined();
  });

  it("takes back a stop case for a manager alone", async () => {
    const [laura, aino] = [await world.signIn("agent"), await world.signIn("manager", "Aino")];
    const { id, url } = await world.aCase("facebook", stopped);
    expect(await textOf(laura.get(url))).not.toContain('name="situation"');
    const no = await laura.post(`${url}/situation`, { situation: "defect" });
    expect(no.status).toBe(409);
    expect(await no.text()).toContain("Only a manager may say that this is no stop case");
    expect((await world.load(id)).case).toMatchObject({ lane: "stop", stopCase: "danger" });
    expect((await aino.post(`${url}/situation`, { situation: "defect" })).status).toBe(303);
    const { case: after } = await world.load(id);
    expect(after).toMatchObject({ lane: "answer", situation: "defect" });
    expect(after).not.toHaveProperty("stopCase");
  });

  it("is too late once an answer is approved", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    await laura.post(`${url}/approval`, approvalForm(draft));
    expect((await laura.post(`${url}/situation`, { situation: "defect" })).status).toBe(409);
    expect((await world.load(id)).case.stage).toBe("approved");
  });
});
