import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvalForm, consoleWorld, type ConsoleWorld } from "../../support/console-world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

describe("approving", () => {
  it("holds both texts for ten seconds, reserves the remedy and tells the sender", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    const answer = await laura.post(`${url}/approval`, approvalForm(draft));
    expect(answer.status).toBe(303);
    const file = await world.load(id);
    expect(file.case).toMatchObject({ stage: "approved", desk: "sending" });
    expect(file.deliveries.map(({ state }) => state)).toEqual(["HELD", "HELD"]);
    expect(file.grants).toMatchObject([{ state: "RESERVED", grantedBy: "laura" }]);
    expect(world.told.at(-1)?.detailType).toBe("reply-approved.v1");
    const page = await (await laura.get(url)).text();
    expect(page).toContain("Take it back");
  });
});
