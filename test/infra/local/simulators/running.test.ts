import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFacebookSimulator } from "../../../../infra/local/simulators/facebook/start.ts";
import { startXSimulator } from "../../../../infra/local/simulators/x/start.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simulators-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const accounts = [
  { userId: "100", handle: "kenttakauppa", name: "Kenttäkauppa", accessToken: "user", refreshToken: "r1" },
];
const pages = [{ pageId: "500", name: "Kenttäkauppa", pageToken: "page" }];
const startX = (more = {}) => startXSimulator({ port: 0, accounts, ...more });
const startFacebook = (more = {}) => startFacebookSimulator({ port: 0, pages, ...more });

describe("a data file", () => {
  it("lets X go on where it was, ids rising", async () => {
    const dataFile = join(folder, "deep", "x.json");
    const first = await startX({ dataFile });
    const post = first.world.post({ handle: "matti", text: "@kenttakauppa hello", photo: "a boot" });
    first.world.answerByHand({ as: "kenttakauppa", to: post.id, text: "Hi" });
    first.world.message({ handle: "matti", to: "kenttakauppa", text: "psst" });
    const before = { posts: first.world.posts(), messages: first.world.messages() };
    await first.close();
    const second = await startX({ dataFile });
    expect({ posts: second.world.posts(), messages: second.world.messages() }).toEqual(before);
    const later = second.world.post({ handle: "matti", text: "again" });
    expect(BigInt(later.id)).toBeGreaterThan(BigInt(before.messages[0]?.id ?? "0"));
    await second.close();
  });
  it("lets Facebook go on where it was, token deaths included", async () => {
    const dataFile = join(folder, "facebook.json");
    const first = await startFacebook({ dataFile });
    const post = first.world.post({ page: "500", name: "Matti", text: "hello" });
    first.world.messageByHand({ page: "500", to: post.id, text: "Hi" });
    first.world.killToken("500", 460);
    const before = { posts: first.world.posts(), messages: first.world.messages() };
    await first.close();
    const second = await startFacebook({ dataFile });
    expect({ posts: second.world.posts(), messages: second.world.messages() }).toEqual(before);
    expect((await fetch(`${second.url}/me?access_token=page`)).status).toBe(400);
    await second.close();
  });
  it("is written while it runs, not only at the end", async () => {
    const dataFile = join(folder, "x.json");
    const x = await startX({ dataFile });
    x.world.post({ handle: "matti", text: "a word to keep" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(readFileSync(dataFile, "utf8")).toContain("a word to keep");
    await x.close();
  });
  it("that holds something else is an error, never a fresh start", async () => {
    const dataFile = join(folder, "x.json");
    writeFileSync(dataFile, '{"posts":"many"}');
    await expect(startX({ dataFile })).rejects.toThrow();
    expect(readFileSync(dataFile, "utf8")).toBe('{"posts":"many"}');
  });
});

it.each([
  { name: "X", start: startX },
  { name: "Facebook", start: startFacebook },
])("a taken port is EADDRINUSE ($name)", async ({ start }) => {
  const first = await start();
  await expect(start({ port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.close();
});

it("a path that cannot be decoded is answered as one that leads nowhere", async () => {
  const x = await startX();
  const facebook = await startFacebook();
  const headers = { authorization: "Bearer user" };
  expect((await fetch(`${x.url}/2/tweets/%zz`, { headers })).status).toBe(400);
  expect((await fetch(`${facebook.url}/%zz?access_token=page`)).status).toBe(400);
  await Promise.all([x.close(), facebook.close()]);
});

describe("closing", () => {
  it("ends idle connections and calls that are still waiting", async () => {
    const x = await startX();
    const idle = connect(x.port, "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    const ended = new Promise((resolve) => idle.once("close", resolve));
    x.faults.add({ kind: "slow", delayMs: 60_000 });
    const waiting = fetch(`${x.url}/2/users/me`).then(
      () => "answered",
      () => "cut",
    );
    // The slow call has been taken up before all is closed.
    while (x.faults.met.slow === undefined) await new Promise((resolve) => setImmediate(resolve));
    await x.close();
    await ended;
    expect(await waiting).toBe("cut");
  });
  it("leaves the port free at once", async () => {
    const first = await startFacebook();
    await first.close();
    const second = await startFacebook({ port: first.port });
    expect(second.port).toBe(first.port);
    await second.close();
  });
});
