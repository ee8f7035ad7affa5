import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultBox } from "../../../../infra/local/simulators/faults.ts";
import { call, json } from "./calling.ts";
import { errorOf, PAGE, type SimulatedFacebook, simulatedFacebook } from "./facebook/simulated.ts";
import { type SimulatedX, simulatedX } from "./x/simulated.ts";

let x: SimulatedX;
let fb: SimulatedFacebook;
beforeEach(async () => {
  [x, fb] = await Promise.all([simulatedX(), simulatedFacebook()]);
});
afterEach(() => Promise.all([x.end(), fb.end()]));

const replyOnX = () => {
  const { id } = x.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
  return x.send("/2/tweets", { text: "Sorry", reply: { in_reply_to_tweet_id: id } });
};
const done = () => x.x.world.published().length;

describe("a fault on a write", () => {
  it.each([
    { kind: "lost-answer", effect: 1 },
    { kind: "cut-body", effect: 1 },
  ] as const)(
    "$kind: the call fails in the connection, and the effect is there",
    async ({ kind, effect }) => {
      x.x.faults.add({ kind, method: "POST", path: "/2/tweets" });
      await expect(replyOnX()).rejects.toThrow();
      expect(done()).toBe(effect);
    },
  );
  it.each([
    { fault: { kind: "error-before", status: 500 }, status: 500, effect: 0 },
    { fault: { kind: "error-after", status: 503 }, status: 503, effect: 1 },
    { fault: { kind: "throttled", retryAfterSeconds: 60 }, status: 429, effect: 0 },
    { fault: { kind: "answer", status: 402, body: { title: "CreditsDepleted" } }, status: 402, effect: 0 },
    { fault: { kind: "answer", status: 201, body: {}, after: true }, status: 201, effect: 1 },
    { fault: { kind: "slow", delayMs: 5 }, status: 201, effect: 1 },
  ] as const)("$fault.kind gives $status with $effect effect", async ({ fault, status, effect }) => {
    x.x.faults.add(fault);
    expect((await replyOnX()).status).toBe(status);
    expect(done()).toBe(effect);
  });
  it("not-json is a 5xx in HTML without effect", async () => {
    x.x.faults.add({ kind: "not-json" });
    await expect(replyOnX()).rejects.toThrow(/JSON/);
    expect(done()).toBe(0);
  });
  it("meets one call and no more, and only the one meant", async () => {
    x.x.faults.add({ kind: "error-before", method: "POST", path: "/2/dm_*" });
    expect((await replyOnX()).status).toBe(201);
    expect((await x.send("/2/dm_conversations/with/7/messages", { text: "hi" })).status).toBe(503);
    expect((await x.send("/2/dm_conversations/with/7/messages", { text: "hi" })).status).toBe(403);
    expect(x.x.faults.met).toEqual({ "error-before": 1 });
  });
});

describe("throttling", () => {
  it("on X says when to come back", async () => {
    x.x.faults.add({ kind: "throttled", retryAfterSeconds: 90 });
    const { headers } = await x.get("/2/users/100/mentions");
    expect(headers.get("x-rate-limit-remaining")).toBe("0");
    expect(headers.get("x-rate-limit-reset")).toBe(String(Date.parse("2026-03-02T12:01:30Z") / 1000));
  });
  it.each([4, 32, 80001, 80006])("on Facebook is code %d with the headers full", async (code) => {
    fb.facebook.faults.add({ kind: "throttled", code, retryAfterSeconds: 600 });
    const answer = await fb.get(`/v26.0/${PAGE}/feed`);
    expect(errorOf(answer)).toMatchObject({ status: 400, code });
    expect(answer.headers.get("x-app-usage")).toContain('"call_count":100');
    expect(answer.headers.get("x-business-use-case-usage")).toContain('"estimated_time_to_regain_access":10');
  });
});

describe("a fault on a read", () => {
  it("invisible hides what was written since the fault was set, and once only", async () => {
    const { id } = x.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    x.x.faults.add({ kind: "invisible", method: "GET", path: "/2/users/100/tweets" });
    x.x.world.answerByHand({ as: "kenttakauppa", to: id, text: "Hi" });
    expect((await x.get("/2/users/100/tweets")).list).toEqual([]);
    expect((await x.get("/2/users/100/tweets")).list).toHaveLength(1);
  });
  it("invisible for a while hides what is younger than that", async () => {
    const { id } = fb.world.post({ page: PAGE, name: "Matti", text: "hello" });
    fb.facebook.faults.add({ kind: "invisible", delayMs: 30_000, times: 9 });
    fb.time.pass(60);
    fb.world.answerByHand({ page: PAGE, to: id, text: "Hi" });
    expect((await fb.get(`/${id}/comments`)).list).toEqual([]);
    fb.time.pass(31);
    expect((await fb.get(`/${id}/comments`)).list).toHaveLength(1);
  });
  it("shuffled gives the same entries in another order", async () => {
    for (let i = 0; i < 6; i++) fb.world.post({ page: PAGE, name: "Matti", text: `${i}` });
    const straight = (await fb.get(`/${PAGE}/feed`)).list.map(({ id }) => id);
    fb.facebook.faults.add({ kind: "shuffled" });
    const mixed = (await fb.get(`/${PAGE}/feed`)).list.map(({ id }) => id);
    expect(mixed).not.toEqual(straight);
    expect([...mixed].sort()).toEqual([...straight].sort());
  });
});

describe("faults over HTTP", () => {
  it("are set, listed, removed and cleared", async () => {
    const url = `${x.x.url}/_sim/faults`;
    const { body } = await call(url, json({ kind: "error-before", times: 2, path: "/2/users/me" }));
    expect((await call(url)).body["faults"]).toMatchObject([{ id: body["id"], left: 2 }]);
    expect((await x.get("/2/users/me", "user")).status).toBe(503);
    await call(`${url}/${String(body["id"])}`, { method: "DELETE" });
    expect((await x.get("/2/users/me", "user")).status).toBe(200);
    expect((await call(url, json({ kind: "tantrum" }))).status).toBe(400);
  });
});

describe("probability", () => {
  it("draws the same from the same seed, and stays until removed", () => {
    const draws = (seed: number) => {
      const box = faultBox(() => 0);
      box.seed(seed);
      box.add({ kind: "error-before", probability: 0.5 });
      return Array.from({ length: 50 }, () => box.strike("GET", "/").length);
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    const met = draws(7).filter((one) => one === 1).length;
    expect(met).toBeGreaterThan(10);
    expect(met).toBeLessThan(40);
  });
});
