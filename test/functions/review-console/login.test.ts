import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../functions/review-console/app.tsx";
import { oidcLogin } from "../../../functions/review-console/login/oidc.ts";
import { brandsOf, roleOf } from "../../../functions/review-console/login/roles.ts";
import { type Issuer, startIssuer } from "../../../infra/local/issuer.ts";
import { type ConsoleWorld, consoleWorld } from "../../support/console-world.ts";
import { freePorts } from "../../support/ports.ts";

let world: ConsoleWorld;
let issuer: Issuer;
let origin: string;
let close: () => void;

beforeAll(async () => {
  const port = await freePorts(1);
  origin = `http://localhost:${port}`;
  issuer = await startIssuer({
    port: 0,
    clientId: "console",
    clientSecret: "a-secret-for-tests",
    redirectUris: [`${origin}/login/callback`],
    people: [
      { sub: "laura", name: "Laura", groups: ["agent", "brand:kenttakauppa"] },
      { sub: "nobody", name: "Niilo", groups: ["warehouse"] },
    ],
  });
  const login = oidcLogin(
    { issuer: issuer.url, clientId: "console", clientSecretName: "oidc", groupClaim: "groups", origin },
    { read: async () => ({ clientSecret: "a-secret-for-tests" }) },
  );
  world = await consoleWorld({ login, origin, clock: { now: () => new Date().toISOString() } });
  const server = serve({ fetch: createApp(world.ports).fetch, port, hostname: "127.0.0.1" });
  close = () => server.close();
});
afterAll(async () => {
  close();
  await issuer.close();
  await world.dynamo.close();
});

/** A browser without script: keeps cookies by host, follows one step at a time. */
function browser() {
  const jars = new Map<string, Map<string, string>>();
  const go = async (url: string, init: RequestInit = {}) => {
    const jar = jars.get(new URL(url).host) ?? new Map<string, string>();
    jars.set(new URL(url).host, jar);
    const answer = await fetch(url, {
      redirect: "manual",
      ...init,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), ...init.headers },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split(";");
      const at = pair.indexOf("=");
      const isGone = attributes.some((each) => /max-age=0|expires=thu, 01 jan 1970/i.test(each));
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const follow = async (url: string, init?: RequestInit) => {
    let at = url;
    let answer = await go(at, init);
    for (let hops = 0; hops < 12 && answer.status >= 300 && answer.status < 400; hops++) {
      at = new URL(answer.headers.get("location") ?? "", at).href;
      answer = await go(at);
    }
    return { at, answer, text: await answer.text() };
  };
  return { go, follow, jars };
}

const choose = (choice: { at: string; text: string }, sub: string) => {
  const action = new RegExp(`action="(/choose/[^"]+/${sub})"`).exec(choice.text)?.[1];
  return new URL(action ?? "missing", choice.at).href;
};

describe("logging in", () => {
  it("goes to the provider and back to where the person was going, by one click", async () => {
    const web = browser();
    const choice = await web.follow(`${origin}/login/start?to=/promises`);
    expect(choice.text).toContain("Log in as Laura (agent, brand:kenttakauppa)");
    const back = await web.follow(choose(choice, "laura"), { method: "POST" });
    expect(back.at).toBe(`${origin}/promises`);
    expect(back.text).toContain("Laura");
    const out = await web.follow(`${origin}/logout`, { method: "POST", headers: { origin } });
    expect(out.text).toContain("You are logged out.");
    expect((await web.go(`${origin}/`)).status).toBe(303);
  });

  it("lets nobody in whose groups hold no role, and says what to do", async () => {
    const web = browser();
    const choice = await web.follow(`${origin}/login/start`);
    const back = await web.follow(choose(choice, "nobody"), { method: "POST" });
    expect(back.answer.status).toBe(403);
    expect(back.text).toContain("holds no role here");
    expect((await web.go(`${origin}/`)).status).toBe(303);
  });

  it("takes an answer once, and only in the browser that asked", async () => {
    const web = browser();
    const choice = await web.follow(`${origin}/login/start`);
    let answer = await web.go(choose(choice, "laura"), { method: "POST" });
    while (!(answer.headers.get("location") ?? "").startsWith(`${origin}/login/callback`))
      answer = await web.go(new URL(answer.headers.get("location") ?? "", issuer.url).href);
    const callback = answer.headers.get("location") ?? "";
    expect((await browser().go(callback)).status).toBe(400);
    const state = new URL(callback);
    state.searchParams.set("state", "another");
    const cookies = web.jars.get(new URL(origin).host);
    const kept = new Map(cookies);
    expect((await web.go(state.href)).status).toBe(400);
    web.jars.set(new URL(origin).host, kept);
    expect((await web.go(callback)).status).toBe(400);
  });

  it("hands the browser a cookie that scripts cannot read, and the store only its hash", async () => {
    const web = browser();
    const choice = await web.follow(`${origin}/login/start`);
    let answer = await web.go(choose(choice, "laura"), { method: "POST" });
    while (!(answer.headers.get("location") ?? "").startsWith(`${origin}/login/callback`))
      answer = await web.go(new URL(answer.headers.get("location") ?? "", issuer.url).href);
    const last = await web.go(answer.headers.get("location") ?? "");
    const cookie = last.headers.getSetCookie().find((each) => each.startsWith("session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const token = /session=([^;]+)/.exec(cookie ?? "")?.[1] ?? "";
    expect(await world.stores.sessions.get(token, new Date().toISOString())).toBeUndefined();
  });
});

describe("roles and brands from groups", () => {
  it.each([
    { groups: ["agent"], role: "agent" },
    { groups: ["agent", "manager"], role: "manager" },
    { groups: ["marketing", "agent"], role: "marketing" },
    { groups: ["admins"], role: undefined },
    { groups: [], role: undefined },
  ])("$groups: $role", ({ groups, role }) => expect(roleOf(groups)).toBe(role));
  it.each([
    { groups: ["agent"], brands: undefined },
    { groups: ["brand:kenttakauppa", "agent"], brands: ["kenttakauppa"] },
    { groups: ["brand:NOT A BRAND"], brands: [] },
  ])("$groups may answer for $brands", ({ groups, brands }) => expect(brandsOf(groups)).toEqual(brands));
});
