import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuthorMatch } from "../../../shared/complaint/author-match.ts";
import { AgentId, CustomerId } from "../../../shared/complaint/ids.ts";
import { type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

const marja = CustomerId.parse("marja");
const likely: AuthorMatch = {
  decision: "link",
  customer: marja,
  candidates: [
    { customer: marja, bits: 9, posterior: 0.998, evidence: [{ kind: "name", level: "exact", bits: 12 }] },
  ],
  basis: "evidence",
  matchedAt: "2026-11-20T09:00:00.000Z",
  expiresAt: "2026-12-20T09:00:00.000Z",
};
const confirmed: AuthorMatch = {
  decision: "link",
  customer: marja,
  candidates: [],
  basis: "confirmed-by-agent",
  confirmedBy: AgentId.parse("laura"),
  matchedAt: "2026-11-20T09:00:00.000Z",
};
const aLinkedCase = (channel: "facebook" | "x", match: AuthorMatch) =>
  world.aCase(channel, ({ case: of }) => ({ case: { ...of, customer: marja }, match }));
const part = /<section aria-labelledby="elsewhere-title">.*?<\/section>/s;

describe("cases of one person", () => {
  it("are shown with each other over channels while both are linked, and no longer when one link is undone", async () => {
    const laura = await world.signIn("agent");
    const page = async (url: string) => part.exec(await (await laura.get(url)).text())?.[0];
    const onFacebook = await aLinkedCase("facebook", confirmed);
    expect(await page(onFacebook.url)).toBeUndefined();
    const onX = await aLinkedCase("x", likely);
    expect(await page(onFacebook.url)).toContain(`href="${onX.url}">X, `);
    expect(await page(onX.url)).toContain(`href="${onFacebook.url}">Facebook, `);
    expect(await page(onX.url)).toContain("very likely the same customer");
    expect(await page(onX.url)).not.toContain("There is an answer already");

    const undone = await laura.post(`${onX.url}/link/undoing`, { customer: marja });
    expect(undone.status).toBe(303);
    expect(await page(onX.url)).toBeUndefined();
    expect(await page(onFacebook.url)).toBeUndefined();
  });

  it("say where there is an answer already, so that nobody answers twice", async () => {
    const laura = await world.signIn("agent");
    const first = await world.aCase("facebook");
    // The same account in another thread.
    const { author } = first.mention;
    if (author === undefined) throw new Error("nobody wrote it");
    const second = await world.aCase("facebook", ({ case: of }) => ({ case: { ...of, author: author.id } }), {
      author,
    });
    const page = async () => part.exec(await (await laura.get(second.url)).text())?.[0];
    expect(await page()).toContain("For you");
    expect(await page()).toContain("the same account");
    expect(await page()).not.toContain("There is an answer already");
    const { draft } = first;
    await laura.post(`${first.url}/approval`, {
      version: String(draft?.version),
      hash: draft?.hash ?? "",
    });
    expect((await world.load(first.id)).case.stage).toBe("approved");
    expect(await page()).toContain("Sending");
    expect(await page()).toContain("There is an answer already");
  });
});
