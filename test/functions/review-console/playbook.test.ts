import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { createPlaybookApp } from "../../../functions/review-console/playbook/app.tsx";
import { bundleTo } from "../../../infra/cloud/bundle.ts";
import { parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import { type ConsoleWorld, consoleWorld, ORIGIN } from "../../support/console-world.ts";
import { CARE_TABLE } from "../../support/dynamo.ts";
import { shop } from "../../support/world.ts";

const text = readFileSync("brands/kenttakauppa.yaml", "utf8");
const AGENTS_CASE = "agent: { perCaseMinor: 15000";
const raised = text.replace(AGENTS_CASE, "agent: { perCaseMinor: 20000");
const Bundle = z.object({
  makeHandler: z.custom<(environment: Record<string, string>) => unknown>((it) => typeof it === "function"),
});
const nasty = `<script>alert(1)</script><img src=x onerror=alert(2)>`;

let world: ConsoleWorld;
let pages: ReturnType<typeof createPlaybookApp>;
beforeAll(async () => {
  expect(raised).not.toBe(text);
  world = await consoleWorld();
  pages = createPlaybookApp({ ...world.ports, versions: world.stores.versions });
});
afterAll(() => world.dynamo.close());
/** Each test begins with the example brand as its file stands. */
beforeEach(async () => {
  const read = parseBrand(text, "kenttakauppa");
  if (!read.ok) throw new Error("the example brand is broken");
  await world.stores.brands.publish(read.brand, world.clock.at, "Oskar");
});

const someone = async (role: "agent" | "marketing" | "manager" | "admin", name = "Aino", lang = "en") => {
  const { cookie } = await world.signIn(role, name);
  const headers = { cookie, "accept-language": lang, origin: ORIGIN, "sec-fetch-site": "same-origin" };
  return {
    get: async (path: string) => {
      const answer = await pages.request(`${ORIGIN}${path}`, { headers });
      return { answer, page: await answer.clone().text() };
    },
    post: async (path: string, form: Record<string, string | Blob>, more: Record<string, string> = {}) => {
      const body = new FormData();
      for (const [field, value] of Object.entries(form)) body.append(field, value);
      const answer = await pages.request(`${ORIGIN}${path}`, {
        method: "POST",
        body,
        headers: { ...headers, ...more },
      });
      return { answer, page: await answer.clone().text() };
    },
  };
};
const activeVersion = async () => (await world.stores.brands.active(shop)).version;
/** What the button of a page sends. */
const pressed = (page: string): Record<string, string> => {
  const of = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1];
  const [hash, over, again] = [of("hash"), of("over"), of("again")];
  if (hash === undefined || over === undefined) throw new Error("the page has no button to publish with");
  const kept = /<textarea name="text" hidden[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1];
  return {
    hash,
    over,
    ...(again === undefined ? {} : { again }),
    ...(kept === undefined ? {} : { text: unescaped(kept) }),
  };
};
const unescaped = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
const wordsOf = (html: string): string => unescaped(html.replaceAll(/<[^>]+>/g, " ")).replaceAll(/\s+/g, " ");

describe("the page of the playbook", () => {
  it("shows everybody of the brand the limits by role and what each situation gives", async () => {
    for (const role of ["agent", "marketing", "manager", "admin"] as const) {
      const { answer, page } = await (await someone(role, "Laura")).get("/playbook");
      expect(answer.status).toBe(200);
      const words = wordsOf(page);
      expect(words).toContain("For one case €150 €800");
      expect(words).toContain("The writer's word is enough up to €50");
      expect(words).toContain("An agent takes one person at their word 3 times a year");
      expect(words).toMatch(/Version \d+ since Nov 20, 2026|Version \d+ since 20 Nov 2026/);
      expect(words).toContain("by Oskar");
      expect(words).toMatch(
        /late-delivery What was lost service Owed nothing beyond the floor Everybody gets at least attention May be added, best fit first part of the price back \(€5\.90\) a voucher \(€10\)/,
      );
      expect(words).toContain("Where is this order now");
      expect(page.includes('href="/playbook/change"')).toBe(role === "manager" || role === "admin");
    }
  });

  it.each([
    { lang: "fi", says: ["Yhdestä tapauksesta 150 € 800 €", "Kuuluu asiakkaalle", "Missä tilaus on nyt"] },
    { lang: "sv", says: ["För ett ärende 150 € 800 €", "Tillhör kunden", "Var är beställningen nu"] },
  ])("speaks $lang", async ({ lang, says }) => {
    const words = wordsOf((await (await someone("agent", "Laura", lang)).get("/playbook")).page);
    for (const each of says) expect(words).toContain(each);
    for (const path of ["/playbook/versions", "/playbook/change"])
      expect((await (await someone("manager", "Aino", lang)).get(path)).answer.status).toBe(200);
  });

  it("is for those who are logged in, and for those of the brand", async () => {
    const answer = await pages.request(`${ORIGIN}/playbook/versions`);
    expect(answer.headers.get("location")).toBe("/login?to=%2Fplaybook%2Fversions");
    const { cookie } = await world.signIn("manager", "Petri", [BrandId.parse("lounaspoyta")]);
    expect((await pages.request(`${ORIGIN}/playbook`, { headers: { cookie } })).status).toBe(403);
  });

  it("gives the active version as a file that reads as the same", async () => {
    const version = await activeVersion();
    const { answer, page } = await (await someone("agent")).get(`/playbook/versions/${version}/file`);
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="kenttakauppa-${version}.yaml"`,
    );
    const read = parseBrand(page, "x");
    expect(read.ok && read.brand).toEqual((await world.stores.brands.active(shop)).file);
  });
});

describe("a change", () => {
  it("is shown in words first and published by a second press on exactly that, in the manager's name", async () => {
    const aino = await someone("manager");
    const before = await activeVersion();
    const { answer, page } = await aino.post("/playbook/change", {
      file: new File([raised], "kenttakauppa.yaml"),
      text: "",
    });
    expect(answer.status).toBe(200);
    expect(page).toContain("An agent may now give up to €200 for one case instead of €150.");
    expect(await activeVersion()).toBe(before);
    const done = await aino.post("/playbook/versions", pressed(page));
    expect(done.answer.status).toBe(303);
    expect(done.answer.headers.get("location")).toBe(`/playbook/versions/${before + 1}`);
    const active = await world.stores.brands.active(shop);
    expect(active).toMatchObject({ version: before + 1, publishedBy: "Aino", publishedAt: world.clock.at });
    expect(active.file.playbook.mandate.roles.agent.perCaseMinor).toBe(20000);
    expect((await world.stores.versions.list(shop))[0]).toEqual({
      version: before + 1,
      at: world.clock.at,
      by: "Aino",
      via: "page",
      agent: "aino",
    });
    const shown = await aino.get(`/playbook/versions/${before + 1}`);
    expect(wordsOf(shown.page)).toContain(`Against version ${before} An agent may now give up to €200`);
    const listed = wordsOf((await aino.get("/playbook/versions")).page);
    expect(listed).toMatch(
      new RegExp(`Version ${before + 1} active .*by Aino on this page.*Version ${before} `),
    );
  });

  it("can be pasted, with the line ends of any system", async () => {
    const aino = await someone("admin");
    const { page } = await aino.post("/playbook/change", { text: raised.replaceAll("\n", "\r\n") });
    const done = await aino.post("/playbook/versions", pressed(page));
    expect(done.answer.status).toBe(303);
  });

  it("that is wrong is told with line and column, and nothing of the text is lost", async () => {
    const aino = await someone("manager");
    const wrong = raised.replace("believeFirstMinor: 5000", `believeFirstMinor: "${nasty}"`);
    const line = wrong.slice(0, wrong.indexOf(nasty)).split("\n").length;
    const { answer, page } = await aino.post("/playbook/change", { text: wrong });
    expect(answer.status).toBe(422);
    expect(wordsOf(page)).toContain(`Line ${line}, column`);
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img src=x");
    expect(unescaped(page)).toContain(wrong.trim());
    expect(page).not.toContain("Publish exactly this");
  });

  it("of the account stays undone and is told; another currency or brand is refused with its place", async () => {
    const aino = await someone("manager");
    const elsewhere = raised.replace("timeZone: Europe/Helsinki", "timeZone: Europe/Stockholm");
    const first = await aino.post("/playbook/change", { text: elsewhere });
    expect(first.page).toContain("leaves the account as it is");
    expect((await aino.post("/playbook/versions", pressed(first.page))).answer.status).toBe(303);
    expect((await world.stores.brands.active(shop)).file.account.timeZone).toBe("Europe/Helsinki");
    for (const [from, to] of [
      ["currency: EUR", "currency: SEK"],
      ["brand: kenttakauppa", "brand: lounaspoyta"],
    ] as const) {
      const { answer, page } = await aino.post("/playbook/change", { text: text.replace(from, to) });
      expect(answer.status).toBe(422);
      const line = text.slice(0, text.indexOf(from)).split("\n").length;
      expect(wordsOf(page)).toContain(`Line ${line}, column ${from.startsWith("currency") ? 13 : 8}`);
    }
  });

  it("that changes nothing has no button", async () => {
    const { page } = await (await someone("manager")).post("/playbook/change", { text });
    expect(page).toContain("There is nothing to publish");
    expect(page).not.toContain("Publish exactly this");
  });

  it("is not published when text and hash do not belong together", async () => {
    const aino = await someone("manager");
    const before = await activeVersion();
    const { page } = await aino.post("/playbook/change", { text: raised });
    const other = raised.replace("perCaseMinor: 20000", "perCaseMinor: 20100");
    expect(other).not.toBe(raised);
    for (const form of [
      { ...pressed(page), text: other },
      { ...pressed(page), hash: "" },
      { text: raised, over: String(before) },
      { text: raised, hash: pressed(page)["hash"] ?? "" },
    ]) {
      const { answer, page: says } = await aino.post("/playbook/versions", form);
      expect(answer.status).toBe(409);
      expect(says).toContain("not what you were shown");
    }
    expect(await activeVersion()).toBe(before);
  });

  it("meets a colleague's: it is told, what the text would change now is shown, and a press publishes it", async () => {
    const [aino, oskar] = [await someone("manager"), await someone("admin", "Oskar")];
    const { page } = await aino.post("/playbook/change", { text: raised });
    const others = text.replace("believeFirstMinor: 5000", "believeFirstMinor: 6000");
    const his = await oskar.post("/playbook/change", { text: others });
    expect((await oskar.post("/playbook/versions", pressed(his.page))).answer.status).toBe(303);
    const between = await activeVersion();
    const late = await aino.post("/playbook/versions", pressed(page));
    expect(late.answer.status).toBe(409);
    expect(late.page).toContain("A colleague published another version");
    expect(wordsOf(late.page)).toContain("The writer's word is now enough under €50 instead of €60.");
    expect(await activeVersion()).toBe(between);
    expect((await aino.post("/playbook/versions", pressed(late.page))).answer.status).toBe(303);
  });

  it("pressed by two at once is published once", async () => {
    const people = [await someone("manager"), await someone("admin", "Oskar")];
    const forms = await Promise.all(
      people.map(async (each) => pressed((await each.post("/playbook/change", { text: raised })).page)),
    );
    const before = await activeVersion();
    const done = await Promise.all(
      people.map((each, at) => each.post("/playbook/versions", forms[at] ?? {})),
    );
    expect(done.map(({ answer }) => answer.status).toSorted()).toEqual([303, 409]);
    expect(await activeVersion()).toBe(before + 1);
    const late = done.find(({ answer }) => answer.status === 409);
    expect(late?.page).toContain("A colleague published another version");
    expect(late?.page).toContain("There is nothing to publish");
  });

  it.each(["agent", "marketing"] as const)("is not for %s", async (role) => {
    const before = await activeVersion();
    const { page } = await (await someone("manager")).post("/playbook/change", { text: raised });
    const laura = await someone(role, "Laura");
    expect((await laura.get("/playbook/change")).answer.status).toBe(403);
    expect((await laura.post("/playbook/change", { text: raised })).answer.status).toBe(403);
    expect((await laura.post("/playbook/versions", pressed(page))).answer.status).toBe(403);
    expect((await laura.get("/playbook/versions")).answer.status).toBe(200);
    expect(await activeVersion()).toBe(before);
  });

  it("from another site does nothing", async () => {
    const aino = await someone("manager");
    const before = await activeVersion();
    const { page } = await aino.post("/playbook/change", { text: raised });
    const from = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await aino.post("/playbook/versions", pressed(page), from)).answer.status).toBe(403);
    expect(await activeVersion()).toBe(before);
  });
});

describe("an earlier version", () => {
  it("comes back as a new one, by the same two presses", async () => {
    const aino = await someone("manager");
    const before = await activeVersion();
    const { page } = await aino.post("/playbook/change", { text: raised });
    await aino.post("/playbook/versions", pressed(page));
    const old = await aino.get(`/playbook/versions/${before}`);
    expect(old.page).toContain("Make this version active again");
    const shown = await aino.post("/playbook/change", { again: String(before) });
    expect(wordsOf(shown.page)).toContain("An agent may now give up to €150 for one case instead of €200.");
    const done = await aino.post("/playbook/versions", pressed(shown.page));
    expect(done.answer.headers.get("location")).toBe(`/playbook/versions/${before + 2}`);
    const [newest] = await world.stores.versions.list(shop);
    expect(newest).toMatchObject({ version: before + 2, again: before, by: "Aino" });
    expect(wordsOf((await aino.get("/playbook/versions")).page)).toContain(`brings back version ${before}`);
    const [then, now] = await Promise.all([
      world.stores.versions.get(shop, before),
      world.stores.versions.get(shop, before + 2),
    ]);
    expect(typeof then === "object" && typeof now === "object" && now.file).toEqual(
      typeof then === "object" && then.file,
    );
  });

  it.each(["999999", "0", "-1", "x", "1e3", nasty])("%s is none", async (again) => {
    const aino = await someone("manager");
    const { answer, page } = await aino.post("/playbook/change", { again });
    expect(answer.status).toBeOneOf([409, 422]);
    expect(page).toContain("There is no such version");
    expect((await aino.get(`/playbook/versions/${encodeURIComponent(again)}`)).answer.status).toBe(404);
  });

  it("that this release cannot read is told as such, and the one after it too", async () => {
    const version = await activeVersion();
    const table = dynamoTable(CARE_TABLE);
    const key = { pk: `${shop}#brand`, sk: `v#${String(version).padStart(6, "0")}` };
    const kept = await table.get(key);
    await table.put({ ...key, version, body: { brand: shop, from: "long ago" } });
    const aino = await someone("manager");
    expect((await aino.get(`/playbook/versions/${version}`)).page).toContain("earlier release");
    await aino.post(
      "/playbook/versions",
      pressed((await aino.post("/playbook/change", { text: raised })).page),
    );
    expect((await aino.get(`/playbook/versions/${version + 1}`)).page).toContain("cannot be compared");
    const again = await aino.post("/playbook/change", { again: String(version) });
    expect(again.answer.status).toBe(409);
    if (kept) await table.put(kept);
  });
});

describe("hostile input", () => {
  const laughs = Array.from({ length: 12 }, (_, at) =>
    at === 0
      ? "a0: &a0 [x, x, x]"
      : `a${at}: &a${at} [${Array(9)
          .fill(`*a${at - 1}`)
          .join(", ")}]`,
  ).join("\n");
  const latin1 = Uint8Array.from([...Buffer.from("brand: kentt"), 0xe4, ...Buffer.from("kauppa\n")]);
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from("brand: x", "utf16le")]);
  it.each<{ what: string; form: Record<string, string | Blob>; says: string; status: number }>([
    { what: "nothing", form: {}, says: "There is no text", status: 422 },
    { what: "a blank text", form: { text: " \n " }, says: "There is no text", status: 422 },
    { what: "Latin 1", form: { file: new File([latin1], "x.yaml") }, says: "UTF-8", status: 422 },
    { what: "UTF-16", form: { file: new File([utf16], "x.yaml") }, says: "UTF-8", status: 422 },
    { what: "300 KB", form: { text: "x".repeat(300 * 1024) }, says: "larger than 256 KB", status: 422 },
    {
      what: "a file of 300 KB",
      form: { file: new File(["x".repeat(300 * 1024)], "x") },
      says: "larger than 256 KB",
      status: 422,
    },
    {
      what: "2 MB",
      form: { text: "x".repeat(2 * 1024 * 1024) },
      says: "more than this page takes",
      status: 413,
    },
    { what: "aliases that swell", form: { text: laughs }, says: "aliases", status: 422 },
    { what: "a tower of brackets", form: { text: `a: ${"[".repeat(50_000)}` }, says: "Line 1", status: 422 },
    {
      what: "a picture",
      form: { file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])], "x.png") },
      says: "UTF-8",
      status: 422,
    },
    {
      what: "a file name with markup",
      form: { file: new File(["brand: ["], `${nasty}.yaml`) },
      says: "Line 1",
      status: 422,
    },
  ])("$what is refused in words", async ({ form, says, status }) => {
    const before = await activeVersion();
    const { answer, page } = await (await someone("manager")).post("/playbook/change", form);
    expect(answer.status).toBe(status);
    expect(page).toContain(says);
    expect(page).not.toContain("<script>alert");
    expect(await activeVersion()).toBe(before);
  });

  it("in names is written as text, on every page", async () => {
    const aino = await someone("manager", nasty);
    const marked = text
      .replace(/en: "Somebody knew[^"]*"/, `en: "${nasty} \u202Eevil"`)
      .replace(AGENTS_CASE, "agent: { perCaseMinor: 20000");
    const shown = await aino.post("/playbook/change", { text: marked });
    const done = await aino.post("/playbook/versions", pressed(shown.page));
    const at = done.answer.headers.get("location") ?? "";
    for (const { page } of [
      shown,
      ...(await Promise.all(["/playbook", at, "/playbook/versions"].map(aino.get))),
    ]) {
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img src=x");
      expect(page.replace(/<textarea[\s\S]*?<\/textarea>/g, "")).not.toContain("\u202E");
    }
  });

  it("leaves no inline script or style, and the strictest policy, on any page", async () => {
    const aino = await someone("manager");
    const shown = await aino.post("/playbook/change", { text: raised });
    for (const { answer, page } of [
      shown,
      ...(await Promise.all(
        ["/playbook", "/playbook/versions", "/playbook/change", "/playbook/x"].map(aino.get),
      )),
    ]) {
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(page).not.toMatch(
        /<[^>]+\s(?:style|on\w+)=|<style|<script(?![^>]*\ssrc="\/assets\/)|javascript:/i,
      );
    }
  });
});

describe("the bundle as it is deployed", () => {
  it("takes a form from API Gateway, and finds beside it what a file extends", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "playbook-bundle-"));
    try {
      bundleTo("functions/review-console/playbook.handler.ts", path.join(folder, "index.mjs"));
      const bundle: unknown = await import(path.join(folder, "index.mjs"));
      const handler: unknown = Bundle.parse(bundle).makeHandler({
        CARE_TABLE,
        BRANDS: shop,
        CONSOLE_ORIGIN: ORIGIN,
        OIDC_LOGOUT_URL: "",
      });
      if (typeof handler !== "function") throw new Error("the bundle makes no handler");
      // The function has no other clock than the real one.
      const { cookie } = await world.signIn("manager", "Aino", undefined, "2099-01-01T00:00:00.000Z");
      const at = "/playbook/change";
      const answer: unknown = await handler({
        version: "2.0",
        routeKey: "ANY /playbook/{part+}",
        rawPath: at,
        rawQueryString: "",
        cookies: [cookie],
        headers: {
          host: new URL(ORIGIN).host,
          origin: ORIGIN,
          "sec-fetch-site": "same-origin",
          "accept-language": "en",
          "content-type": "application/x-www-form-urlencoded",
        },
        requestContext: { domainName: new URL(ORIGIN).host, http: { method: "POST", path: at } },
        body: Buffer.from(new URLSearchParams({ text: raised }).toString()).toString("base64"),
        isBase64Encoded: true,
      });
      const { statusCode, body } = z.object({ statusCode: z.int(), body: z.string() }).parse(answer);
      expect(statusCode).toBe(200);
      expect(body).toContain("An agent may now give up to €200 for one case instead of €150.");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("looking", () => {
  it("changes nothing: no act answers to GET", async () => {
    const aino = await someone("manager");
    const before = await activeVersion();
    for (const { path } of pages.routes.filter(({ method }) => method === "POST"))
      expect((await aino.get(path)).answer.status).toBe(200);
    expect(await activeVersion()).toBe(before);
  });
});
