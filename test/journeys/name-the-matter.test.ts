import { afterAll, beforeAll, expect, it } from "vitest";
import type { OneMachine } from "../../infra/local/one-machine.ts";
import { BrandId } from "../../shared/complaint/ids.ts";
import { logIn } from "../support/console-client.ts";
import { aMachine } from "../support/machine.ts";

const PAGE = "100100100100100";
const brand = BrandId.parse("kenttakauppa");

let machine: OneMachine;
beforeAll(async () => {
  machine = await aMachine();
}, 60_000);
afterAll(() => machine?.close());

const theCase = async () => {
  const [found] = (await machine.stores.lists.cases(brand, "agents")).cases;
  return found && machine.stores.cases.load(brand, found.id);
};
const until = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 60_000, interval: 200 });

it("gives the whole answer to a complaint in words of its own as soon as an agent has said what it is about", async () => {
  const on = machine.facebook.world.post({
    page: PAGE,
    name: "Reetta Aalto",
    text: "I am so disappointed with you. Shin pads, and then this. Never again.",
  });
  await until(async () => (await theCase())?.case.stage).toBe("drafted");
  const before = await theCase();
  expect(before?.case).toMatchObject({ lane: "look", lookReason: "no-situation" });
  expect(before?.drafts.at(-1)).not.toHaveProperty("remedy");

  const laura = await logIn(machine.urls.console, "laura");
  const said = await laura.post(`/cases/${before?.case.id}/situation`, { situation: "lost-parcel" });
  expect(said.status).toBe(303);
  await until(async () => (await theCase())?.case.stage).toBe("drafted");
  const after = await theCase();
  expect(after?.case).toMatchObject({ lane: "answer", situation: "lost-parcel", situationBy: "laura" });
  expect(after?.decision).toMatchObject({ outcome: "remedy", situation: "lost-parcel" });
  expect(after?.drafts.at(-1)?.version).toBe(2);
  expect(after?.drafts.at(-1)?.remedy).toBeDefined();

  // The writer says more, in other words again: what the agent has said stands.
  machine.facebook.world.comment({
    on: on.id,
    name: "Reetta Aalto",
    text: "And I am still disappointed. Never again, really.",
  });
  await until(async () => (await theCase())?.case.mentions.length).toBe(2);
  await until(async () => (await theCase())?.case.stage).toBe("drafted");
  expect((await theCase())?.case).toMatchObject({ lane: "answer", situation: "lost-parcel" });
});
