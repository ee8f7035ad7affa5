import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, json } from "../calling.ts";
import { BRAND, type SimulatedX, simulatedX } from "./simulated.ts";

let sim: SimulatedX;
beforeEach(async () => {
  sim = await simulatedX({ client: { id: "app-id", secret: "app-secret" } });
});
afterEach(() => sim.end());

describe("tokens", () => {
  it.each([{ token: "unknown" }, { token: "" }])("«$token» is a 401", async ({ token }) => {
    expect(await sim.get("/2/users/me", token)).toMatchObject({
      status: 401,
      body: { title: "Unauthorized" },
    });
  });
  it("no authorization at all is a 401", async () => {
    expect((await call(`${sim.x.url}/2/users/me`)).status).toBe(401);
  });
  it("an app token cannot write", async () => {
    expect((await sim.send("/2/tweets", { text: "hi" }, "app")).status).toBe(403);
  });
});

describe("the refresh grant", () => {
  const basic = `Basic ${Buffer.from("app-id:app-secret").toString("base64")}`;
  const refresh = (token: string, authorization = basic) => {
    const init = json({ grant_type: "refresh_token", refresh_token: token });
    return call(`${sim.x.url}/2/oauth2/token`, { ...init, headers: { ...init.headers, authorization } });
  };
  it("gives a new pair that works for two hours", async () => {
    const { body } = await refresh("first");
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 7200 });
    const token = String(body["access_token"]);
    expect((await sim.get("/2/users/me", token)).status).toBe(200);
    sim.time.pass(7200);
    expect((await sim.get("/2/users/me", token)).status).toBe(401);
  });
  it("takes a form as well", async () => {
    const init = {
      method: "POST",
      headers: { authorization: basic },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: "first" }),
    };
    expect((await call(`${sim.x.url}/2/oauth2/token`, init)).status).toBe(200);
  });
  it("works once: the second use is refused and revokes all that came of the first", async () => {
    const { body } = await refresh("first");
    expect(await refresh("first")).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    expect((await sim.get("/2/users/me", String(body["access_token"]))).status).toBe(401);
    expect((await refresh(String(body["refresh_token"]))).status).toBe(400);
  });
  it("needs the client's own secret", async () => {
    expect((await refresh("first", "Basic bm9ib2R5Om5v")).status).toBe(401);
    expect((await refresh("first")).status).toBe(200);
  });
});

describe("rate limits", () => {
  it("are told on every answer, counted per caller, and lifted by the reset", async () => {
    const path = `/2/users/${BRAND}/mentions`;
    const first = await sim.get(path, "user");
    expect([first.headers.get("x-rate-limit-limit"), first.headers.get("x-rate-limit-remaining")]).toEqual([
      "300",
      "299",
    ]);
    expect(first.headers.get("x-rate-limit-reset")).toBe(String(Date.parse("2026-03-02T12:15:00Z") / 1000));
    sim.x.settings.rateLimitScale = 2 / 300;
    expect((await sim.get(path, "user")).status).toBe(200);
    expect(await sim.get(path, "user")).toMatchObject({ status: 429, body: { title: "Too Many Requests" } });
    expect((await sim.get(path, "app")).status).toBe(200);
    sim.time.pass(15 * 60);
    expect((await sim.get(path, "user")).status).toBe(200);
  });
});

it("without credits every call is a 402, and nothing is posted", async () => {
  const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
  sim.x.settings.hasCredits = false;
  expect(await sim.get("/2/users/me", "user")).toMatchObject({
    status: 402,
    body: { title: "CreditsDepleted" },
  });
  const reply = { text: "Hi", reply: { in_reply_to_tweet_id: id } };
  expect((await sim.send("/2/tweets", reply)).status).toBe(402);
  expect(sim.x.world.published()).toEqual([]);
});
