import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { type Command, endCommands, processesOn, startCommand } from "../support/command.ts";
import { type ConsoleClient, logIn } from "../support/console-client.ts";
import { freePorts } from "../support/ports.ts";

const BOOTS =
  "I bought my son football boots one size too small this week and you refused to exchange them because of a few marks. We have always bought everything from you. I will not buy from you again.";
const KENTTAKAUPPA = "100100100100100";
const scratch = mkdtempSync(path.join(tmpdir(), "shopkeeper-start-"));
let folders = 0;
const aFolder = () => path.join(scratch, `data-${++folders}`);

afterEach((context) => {
  if (context.task.result?.state === "fail") endCommands();
});
afterAll(() => {
  endCommands();
  rmSync(scratch, { recursive: true, force: true });
});

/** What the simulated Facebook has kept in its file. */
const Written = z.array(z.object({ message: z.string(), via: z.string() }));
const Kept = z.object({
  posts: Written,
  comments: Written,
  threads: z.array(z.object({ messages: z.array(z.object({ via: z.string() })) })),
});
const wallOf = (folder: string) =>
  Kept.parse(JSON.parse(readFileSync(path.join(folder, "facebook.json"), "utf8")));
const textsOn = (folder: string): readonly string[] => {
  const { posts, comments } = wallOf(folder);
  return [...posts, ...comments].map(({ message }) => message);
};
/** What the brand has said by the API. */
function sentOn(folder: string): { replies: number; messages: number } {
  const { comments, threads } = wallOf(folder);
  const byApi = ({ via }: { via: string }) => via === "api";
  return {
    replies: comments.filter(byApi).length,
    messages: threads.flatMap(({ messages }) => messages).filter(byApi).length,
  };
}
const page = async (url: string): Promise<string> => (await fetch(url)).text();
const times = (text: string, words: string): number => text.split(words).length - 1;
const urls = (port: number) => ({
  console: `http://localhost:${port}`,
  facebook: `http://127.0.0.1:${port + 1}`,
  x: `http://127.0.0.1:${port + 2}`,
});
const start = (port: number, folder: string, more: Readonly<Record<string, string>> = {}): Command =>
  startCommand({ SHOPKEEPER_PORT: String(port), SHOPKEEPER_DATA: folder, ...more });
const running = async (command: Command) => command.prints("Stop with Ctrl-C");

async function caseOf(agent: ConsoleClient, author: string): Promise<string> {
  const link = new RegExp(`href="(/cases/[^"]+)"[^>]*>(?:(?!</a>)[\\s\\S])*${author}`);
  const found = await vi.waitFor(
    async () => {
      const { body } = await agent.get("/");
      const href = link.exec(body)?.[1];
      if (href === undefined) throw new Error(`no case of ${author}`);
      return href;
    },
    { timeout: 30_000, interval: 300 },
  );
  return found;
}

describe("started, stopped and killed on one folder", () => {
  const folder = aFolder();
  let port: number;
  let command: Command;

  it("prints the three addresses and how to log in, and all three pages answer", async () => {
    port = await freePorts(5);
    command = start(port, folder);
    await running(command);
    for (const url of Object.values(urls(port))) {
      expect(command.said()).toContain(url);
      expect((await fetch(url)).status).toBe(200);
    }
    expect(command.said()).toMatch(/log in with one click: Laura/);
    // Nothing but what concerns the person in front of it.
    expect(command.said()).not.toMatch(/warning|oidc|deprecat/i);
    const written = await fetch(`${urls(port).facebook}/_page/write`, {
      method: "POST",
      body: new URLSearchParams({
        name: "Helka Salmela",
        page: KENTTAKAUPPA,
        act: "post",
        on: "",
        text: BOOTS,
      }),
    });
    expect(written.ok).toBe(true);
    await caseOf(await logIn(urls(port).console, "laura"), "Helka Salmela");
  }, 60_000);

  it("lets no second run take the same folder, and says what to do", async () => {
    const second = start(await freePorts(5), folder);
    expect(await second.ended).toMatchObject({ code: 1 });
    expect(second.said()).toMatch(/running already on the data in .*\(process \d+\)/);
    expect(second.said()).toMatch(/SHOPKEEPER_DATA=/);
    expect(second.said()).not.toMatch(/\n\s+at /);
    const { status } = await (await logIn(urls(port).console, "laura")).get("/");
    expect(status).toBe(200);
  }, 30_000);

  it("ends well within seconds of Ctrl-C, and leaves no process behind", async () => {
    const since = Date.now();
    command.signal("SIGINT");
    expect(await command.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - since).toBeLessThan(8000);
    expect(command.said()).not.toMatch(/error|\n\s+at /i);
    expect(processesOn(folder)).toEqual([]);
  }, 30_000);

  it("goes on where it stopped: the case, the post and the roster are there, and nothing twice", async () => {
    const before = textsOn(folder);
    command = start(port, folder);
    await running(command);
    const agent = await logIn(urls(port).console, "laura");
    await caseOf(agent, "Helka Salmela");
    expect(times((await agent.get("/")).body, "Helka Salmela")).toBe(1);
    const texts = textsOn(folder);
    expect(texts).toEqual(expect.arrayContaining([...before]));
    expect(new Set(texts).size).toBe(texts.length);
    expect(times(await page(urls(port).facebook), BOOTS)).toBe(1);
    const roster = (await agent.get("/roster")).body;
    expect(times(roster, "Laura")).toBeGreaterThan(0);
    expect(roster.match(/<tr/g)?.length ?? 0).toBeLessThanOrEqual(3);
  }, 60_000);

  it("killed while an approved answer is held, it sends it once after the next start", async () => {
    const agent = await logIn(urls(port).console, "laura");
    const href = await caseOf(agent, "Helka Salmela");
    const { body } = await agent.get(href);
    const form = /action="([^"]+\/approval)"([\s\S]*?)<\/form>/.exec(body);
    const fields = Object.fromEntries(
      [...(form?.[2] ?? "").matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, value],
      ),
    );
    // Where the checker marks style, the signer says why it stays.
    for (const [, name = ""] of (form?.[2] ?? "").matchAll(/name="(why\.[^"]+)"/g))
      fields[name] = "It is right here.";
    const approved = await agent.post(form?.[1] ?? "", fields);
    expect(approved.status).toBe(303);
    command.signal("SIGKILL");
    await command.ended;
    expect(sentOn(folder)).toEqual({ replies: 0, messages: 0 });

    command = start(port, folder);
    await running(command);
    // The message in the queue died with the process: the wake that was saved with the approval brings it on, a
    // minute after the hold.
    await vi.waitFor(() => expect(sentOn(folder)).toEqual({ replies: 1, messages: 1 }), {
      timeout: 110_000,
      interval: 500,
    });
    command.signal("SIGINT");
    expect((await command.ended).code).toBe(0);
    expect(sentOn(folder)).toEqual({ replies: 1, messages: 1 });
    expect(processesOn(folder)).toEqual([]);
  }, 150_000);
});

/** Holds a port as another program would. */
async function taken(port: number) {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return { free: () => new Promise((done) => server.close(done)) };
}

describe("what stops a start is said in plain words", () => {
  const brands = path.join(scratch, "brands");
  const broken = path.join(scratch, "broken-brands");

  it.each([
    { when: "the first port that is opened is taken", offset: 1 },
    { when: "the last port that is opened is taken", offset: 0 },
  ])(
    "$when",
    async ({ offset }) => {
      const [folder, port] = [aFolder(), await freePorts(5)];
      const other = await taken(port + offset);
      const command = start(port, folder);
      expect(await command.ended).toEqual({ code: 1, signal: null });
      await other.free();
      expect(command.said()).toContain(`Port ${port + offset} is taken by another program.`);
      expect(command.said()).toContain("SHOPKEEPER_PORT=5000 npm start");
      expect(command.said()).not.toMatch(/\n\s+at /);
      expect(processesOn(folder)).toEqual([]);
    },
    30_000,
  );

  const files = path.join(import.meta.dirname, "../../brands");
  mkdirSync(broken, { recursive: true });
  cpSync(files, broken, { recursive: true });
  const shop = readFileSync(path.join(files, "kenttakauppa.yaml"), "utf8").split("\n");
  const zone = shop.findIndex((line) => line.includes("timeZone:"));
  const wrong = shop.with(zone, (shop[zone] ?? "").replace(/timeZone:.*/, "timeZone: Mars/Olympus"));
  writeFileSync(path.join(broken, "kenttakauppa.yaml"), wrong.join("\n"));
  mkdirSync(brands);

  it.each([
    {
      when: "a brand file is wrong: the place, what is wrong and the next step",
      more: { SHOPKEEPER_BRANDS: broken },
      says: [new RegExp(`broken-brands/kenttakauppa\\.yaml:${zone + 1}:\\d+ .*time zone`, "i"), /npm start/],
    },
    { when: "there is no brand file", more: { SHOPKEEPER_BRANDS: brands }, says: [/no brand file/, brands] },
    {
      when: "the folder of brand files does not exist",
      more: { SHOPKEEPER_BRANDS: path.join(scratch, "nowhere") },
      says: [/cannot be read/, "nowhere", /SHOPKEEPER_BRANDS=/],
    },
    {
      when: "the port is not a number",
      more: { SHOPKEEPER_PORT: "four thousand" },
      says: [/SHOPKEEPER_PORT is "four thousand"/, /whole number/],
    },
    {
      when: "data cannot be kept where it should be",
      more: { SHOPKEEPER_DATA: path.join(broken, "kenttakauppa.yaml") },
      says: [/Data cannot be kept in/, /SHOPKEEPER_DATA=/],
    },
    {
      when: "what a simulated platform has kept is damaged",
      kept: { "facebook.json": '{"posts": [' },
      says: [/facebook\.json cannot be read/, /rm -rf/],
    },
    {
      when: "the key of the kept customers is damaged",
      kept: { "keys.json": "" },
      says: [/keys\.json cannot be read/, /rm -rf/],
    },
  ])(
    "$when",
    async ({ more, kept, says }) => {
      const folder = aFolder();
      mkdirSync(folder);
      for (const [name, text] of Object.entries(kept ?? {})) writeFileSync(path.join(folder, name), text);
      const command = start(await freePorts(5), folder, more);
      expect(await command.ended).toEqual({ code: 1, signal: null });
      for (const words of says)
        if (typeof words === "string") expect(command.said()).toContain(words);
        else expect(command.said()).toMatch(words);
      expect(command.said()).not.toMatch(/\n\s+at /);
      expect(processesOn(folder)).toEqual([]);
      for (const [name, text] of Object.entries(kept ?? {}))
        expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
    },
    30_000,
  );
});
