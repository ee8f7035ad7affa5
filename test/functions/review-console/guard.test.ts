import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../functions/review-console/app.tsx";
import { isOwnWrite } from "../../../functions/review-console/guard.ts";
import { safeReturn } from "../../../functions/review-console/login/session.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import { approvalForm, type ConsoleWorld, consoleWorld, ORIGIN } from "../../support/console-world.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

describe("a write", () => {
  const write = (headers: Record<string, string>, method = "POST") =>
    isOwnWrite(new Request(`${ORIGIN}/x`, { method, headers }), ORIGIN);
  it.each([
    { when: "from our own page", headers: { origin: ORIGIN, "sec-fetch-site": "same-origin" }, own: true },
    { when: "with our origin alone, as older browsers send it", headers: { origin: ORIGIN }, own: true },
    {
      when: "from another site",
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      own: false,
    },
    {
      when: "from a neighbour under the same domain",
      headers: { origin: "https://other.example", "sec-fetch-site": "same-site" },
      own: false,
    },
    {
      when: "that claims our origin but is fetched across sites",
      headers: { origin: ORIGIN, "sec-fetch-site": "cross-site" },
      own: false,
    },
    { when: "from a sandboxed frame", headers: { origin: "null" }, own: false },
    { when: "typed into the address bar", headers: { "sec-fetch-site": "none" }, own: false },
    { when: "that says nothing of where it comes from", headers: {}, own: false },
    {
      when: "as JSON from another site",
      headers: { origin: "https://evil.example", "content-type": "application/json" },
      own: false,
    },
  ])("$when: own = $own", ({ headers, own }) => {
    expect(write(headers)).toBe(own);
    for (const method of ["PUT", "DELETE", "PATCH"]) expect(write(headers, method)).toBe(own);
  });

  it("from another site does nothing, whatever its content type", async () => {
    const laura = await world.signIn("agent");
    const { id, draft, url } = await world.aCase();
    for (const type of ["application/x-www-form-urlencoded", "application/json", "text/plain"]) {
      const answer = await laura.post(`${url}/approval`, approvalForm(draft), {
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
        "content-type": type,
      });
      expect(answer.status).toBe(403);
    }
    expect((await world.load(id)).case.stage).toBe("drafted");
  });
});

describe("reading", () => {
  it("changes nothing: no act answers to GET", async () => {
    const laura = await world.signIn("admin", "Oskar");
    const { id, url } = await world.aCase();
    const before = await world.load(id);
    for (const { method, path } of createApp(world.ports).routes.filter((route) => route.method === "POST")) {
      expect(method).toBe("POST");
      const answer = await laura.get(
        path.replace(":id", id).replace(":delivery", `${id}.1.public`).replace(":channel", "x"),
      );
      expect(answer.status, path).toBeOneOf([303, 404, 200]);
    }
    await laura.get(url);
    expect(await world.load(id)).toEqual(before);
  });

  it("is for those who are logged in, and returns them to where they were going", async () => {
    for (const path of ["/", "/cases/case-facebook-1", "/payouts", "/roster", "/help"]) {
      const answer = await world.app.request(`${ORIGIN}${path}`);
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe(`/login?to=${encodeURIComponent(path)}`);
    }
  });

  it("ends with the session", async () => {
    const laura = await world.signIn("agent");
    const before = world.clock.at;
    world.clock.at = "2026-11-21T00:00:00.000Z";
    expect((await laura.get("/")).status).toBe(303);
    world.clock.at = before;
    expect((await laura.get("/")).status).toBe(200);
  });

  it("answers briefly while nothing has changed", async () => {
    const laura = await world.signIn("agent");
    const first = await laura.get("/");
    const tag = first.headers.get("etag") ?? "";
    expect((await laura.get("/", { "if-none-match": tag })).status).toBe(304);
    await world.aCase();
    expect((await laura.get("/", { "if-none-match": tag })).status).toBe(200);
  });
});

describe("every page", () => {
  it("forbids inline script and style, frames and foreign forms, and is written without either", async () => {
    const laura = await world.signIn("manager", "Aino");
    const { url } = await world.aCase();
    for (const path of [
      "/",
      url,
      "/promises",
      "/payouts",
      "/aside",
      "/roster",
      "/pause",
      "/help",
      "/nowhere",
    ]) {
      const answer = await laura.get(path);
      const policy = answer.headers.get("content-security-policy") ?? "";
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy).toContain(part);
      expect(policy).not.toContain("unsafe");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("strict-transport-security")).toContain("max-age");
      const page = await answer.text();
      expect(page).not.toMatch(
        /<[^>]+\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc="\/assets\/)|javascript:/i,
      );
    }
  });

  it("writes what people wrote as text, whatever it holds", async () => {
    const laura = await world.signIn("agent");
    const nasty = `<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & \u202Eevil\u202C \u200Bhidden`;
    const { url } = await world.aCase("facebook", undefined, {
      text: nasty,
      author: {
        id: (await world.aCase()).mention.author?.id ?? ("" as never),
        name: `<b onmouseover="x">Bob</b>`,
      },
      permalink: "https://www.facebook.com/1",
    });
    for (const path of ["/", url]) {
      const page = await (await laura.get(path)).text();
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img src=x");
      expect(page).not.toContain("<b onmouseover");
      expect(page).not.toMatch(/[\u202E\u200B]/);
    }
    expect(await (await laura.get(url)).text()).toContain('class="mention" dir="auto"');
  });

  it("makes no link of an address that is not the web's", async () => {
    const laura = await world.signIn("agent");
    const { url } = await world.aCase("facebook", undefined, { permalink: "javascript:alert(1)" });
    expect(await (await laura.get(url)).text()).not.toContain("javascript:");
  });
});

describe("brands", () => {
  it("are kept apart: a case of another brand is not there", async () => {
    const { url } = await world.aCase();
    const sanna = await world.signIn("agent", "Sanna", [BrandId.parse("lounaspoyta")]);
    expect((await sanna.get(url)).status).toBe(403);
  });
});

describe("the language", () => {
  it.each([
    { asks: "fi-FI,fi;q=0.9,en;q=0.5", says: "Sinulle" },
    { asks: "sv", says: "För dig" },
    { asks: "de,en;q=0.2", says: "For you" },
    { asks: "en;q=0.3,fi;q=0.8", says: "Sinulle" },
    { asks: "", says: "For you" },
  ])("follows the browser: $asks", async ({ asks, says }) => {
    const laura = await world.signIn("agent");
    expect(await (await laura.get("/", { "accept-language": asks })).text()).toContain(says);
  });
  it("is the chosen one before all", async () => {
    const laura = await world.signIn("agent");
    const chosen = await laura.post("/settings", { lang: "sv", to: "/promises" });
    expect(chosen.headers.get("location")).toBe("/promises");
    const cookie = `${laura.cookie}; ${(chosen.headers.get("set-cookie") ?? "").split(";")[0]}`;
    expect(await (await laura.get("/", { cookie })).text()).toContain("För dig");
  });
});

describe("the way back after a login", () => {
  it.each([
    ["/cases/case-x-1?page=2", "/cases/case-x-1?page=2"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["/login/start", "/"],
    [undefined, "/"],
    ["/a\nb", "/"],
  ])("%j leads to %j", (to, leads) => {
    expect(safeReturn(to)).toBe(leads);
  });
});
