import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { startXSimulator, type XSimulator } from "../../../infra/local/simulators/x/start.ts";
import { xSource } from "../../../shared/adapters/x/x-source.ts";
import { type MentionId, mentionId } from "../../../shared/complaint/ids.ts";
import { collecting, heldSecrets, type TestClock, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";
import { watchX } from "../../support/x-spec.ts";

const BRAND = "2001001";
const HANDLE = "kenttakauppa";
const SECRET = {
  bearerToken: "app-token",
  apiKey: "api-key",
  apiSecret: "api-secret",
  accessToken: "access-token",
  accessSecret: "access-secret",
};
const MINUTE = 60_000;

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let x: XSimulator;
let clock: TestClock;
let wire: ReturnType<typeof watchX>;
let desk: ReturnType<typeof collecting>;
let calls: { path: string; query: Readonly<Record<string, string>> }[];

beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());
beforeEach(async () => {
  clock = testClock();
  wire = watchX();
  calls = [];
  x = await startXSimulator({
    port: 0,
    clock: clock.date,
    bearerTokens: [SECRET.bearerToken],
    accounts: [
      {
        userId: BRAND,
        handle: HANDLE,
        name: "Kenttäkauppa",
        oauth1: {
          consumerKey: SECRET.apiKey,
          consumerSecret: SECRET.apiSecret,
          accessToken: SECRET.accessToken,
          accessSecret: SECRET.accessSecret,
        },
      },
    ],
    onExchange: (exchange) => {
      wire.onExchange(exchange);
      calls.push(exchange);
    },
  });
  desk = collecting("x", clock);
});
afterEach(async () => {
  await x.close();
  // Every exchange of every test keeps to the platform's own description.
  expect(wire.violations()).toEqual([]);
});

const id = (postId: string): MentionId => mentionId("x", postId);
const source = (account: { search?: string[]; userId?: string } = {}, secret: unknown = SECRET) =>
  xSource({
    brand: desk.brand,
    account: {
      userId: BRAND,
      handle: HANDLE,
      search: ["Kenttäkauppa", "#kenttäkauppa"],
      secret: "x-keys",
      ...account,
    },
    secrets: heldSecrets({ "x-keys": secret }),
    allowances: desk.stores.allowances,
    clock,
    origin: x.url,
  });
const poll = async (afterMs = MINUTE): Promise<string[]> => {
  clock.forward(afterMs);
  await desk.poll(() => source());
  return desk.news();
};
const collected = (postId: string): string => `mention-collected.v1 ${id(postId)}`;

describe("what people write", () => {
  it("collects a mention, a post with the brand's name, and the thread they stand in", async () => {
    const mention = x.world.post({
      handle: "liisa",
      name: "Liisa",
      text: "@kenttakauppa väärä koko & <rikki>",
    });
    const named = x.world.post({ handle: "pekka", text: "Kenttäkauppa ei vaihtanut" });
    const reply = x.world.reply({ handle: "aino", to: mention.id, text: "minullakin @kenttakauppa" });
    expect((await poll()).sort()).toEqual(
      [collected(mention.id), collected(named.id), collected(reply.id)].sort(),
    );
    expect(await desk.stored(id(mention.id))).toMatchObject({
      kind: "post",
      text: "@kenttakauppa väärä koko & <rikki>",
      author: { name: "Liisa", handle: "liisa" },
      rootId: id(mention.id),
      revision: 0,
      permalink: `${x.url}/liisa/status/${mention.id}`,
    });
    expect((await desk.stored(id(mention.id))).byHandOnly).toBeUndefined();
    expect(await desk.stored(id(named.id))).toMatchObject({ byHandOnly: "x-not-summoned" });
    expect(await desk.stored(id(reply.id))).toMatchObject({
      kind: "comment",
      parentId: id(mention.id),
      rootId: id(mention.id),
    });
  });

  it("tells nothing when nothing has happened, also when lists overlap", async () => {
    x.world.post({ handle: "liisa", text: "@kenttakauppa Kenttäkauppa väärä koko" });
    expect(await poll()).toHaveLength(1);
    expect(await poll()).toEqual([]);
    expect(await poll(20 * MINUTE)).toEqual([]);
    expect(await poll(60 * MINUTE)).toEqual([]);
  });

  it("takes the whole of a long post, and a photo without words", async () => {
    const words = `@kenttakauppa ${"pitkä tarina ".repeat(40)}loppu`;
    const long = x.world.post({ handle: "liisa", text: words });
    const photo = x.world.post({ handle: "pekka", text: "@kenttakauppa", photo: "kengät" });
    await poll();
    expect((await desk.stored(id(long.id))).text).toBe(words);
    expect(await desk.stored(id(photo.id))).toMatchObject({ text: "@kenttakauppa", hasMedia: true });
  });

  it.each([
    { when: "named by the author", text: "ei auttanut, @kenttakauppa", quote: false, gives: undefined },
    { when: "quoted", text: "kuulostaa tutulta", quote: true, gives: undefined },
    { when: "only named by X before the reply", text: "ei auttanut", quote: false, gives: "x-not-summoned" },
  ])("knows by the post whether the brand may answer it: $when", async ({ text, quote, gives }) => {
    const first = x.world.post({ handle: "pekka", text: "@kenttakauppa hei" });
    const own = x.world.answerByHand({ as: HANDLE, to: first.id, text: "Hei" });
    const post = quote
      ? x.world.quote({ handle: "liisa", of: own.id, text: `Kenttäkauppa: ${text}` })
      : x.world.reply({ handle: "liisa", to: own.id, text });
    await poll();
    expect((await desk.stored(id(post.id))).byHandOnly).toBe(gives);
  });

  it("keeps the brand's own posts as context and hears of its own replies", async () => {
    const mention = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    await poll();
    const answer = x.world.answerByHand({ as: HANDLE, to: mention.id, text: "Vaihdetaan" });
    expect(await poll()).toEqual([`own-reply-seen.v1 ${id(answer.id)}`]);
    expect(await desk.stored(id(answer.id))).toMatchObject({ byBrand: true, parentId: id(mention.id) });
    expect(await poll()).toEqual([]);
  });
});

describe("long lists", () => {
  it("reads a list to its end", async () => {
    const posts = Array.from({ length: 230 }, (_, n) =>
      x.world.post({ handle: `p${n}`, text: `@kenttakauppa ${n}` }),
    );
    const news = await poll();
    expect(new Set(news)).toEqual(new Set(posts.map((post) => collected(post.id))));
    expect(news).toHaveLength(230);
  });

  it("leaves a backlog where the time runs out, and takes it up without a gap", async () => {
    const posts: string[] = [];
    const write = (count: number) => {
      for (let n = 0; n < count; n++)
        posts.push(x.world.post({ handle: `p${n}`, text: `@kenttakauppa ${n}` }).id);
    };
    write(250);
    const hasty = async () => {
      const inner = await source({ search: [] });
      return {
        ...inner,
        read: (stream: string, reading: Parameters<typeof inner.read>[1]) =>
          inner.read(stream, { ...reading, hurry: () => stream === "mentions" }),
      };
    };
    clock.forward(MINUTE);
    await desk.poll(hasty);
    const told = desk.news();
    expect(told).toHaveLength(100);
    clock.forward(30 * MINUTE);
    write(20);
    told.push(...(await poll()));
    told.push(...(await poll()));
    expect(new Set(told)).toEqual(new Set(posts.map(collected)));
    expect(told).toHaveLength(posts.length);
  });

  it("finds a mention that shows up later than a younger one", async () => {
    const late = x.world.post({ handle: "liisa", text: "@kenttakauppa hei" });
    clock.forward(MINUTE);
    const early = x.world.post({ handle: "pekka", text: "@kenttakauppa moi" });
    const { data } = await list();
    x.faults.add({
      kind: "answer",
      path: "*/mentions",
      status: 200,
      headers: { "content-type": "application/json" },
      body: {
        data: data.filter((post) => post.id === early.id),
        meta: { result_count: 1, newest_id: early.id, oldest_id: early.id },
      },
    });
    await desk.poll(() => source({ search: [] }));
    expect(desk.news()).toEqual([collected(early.id)]);
    expect(await poll()).toEqual([collected(late.id)]);
  });

  it("asks search for no more than seven days, however old the last find is", async () => {
    x.world.post({ handle: "liisa", text: "Kenttäkauppa hei" });
    await poll();
    await poll(30 * MINUTE);
    calls.length = 0;
    const news = x.world.post({ handle: "pekka", text: "Kenttäkauppa taas" });
    expect(await poll(9 * 24 * 60 * MINUTE)).toEqual([]);
    const search = calls.find(({ path }) => path.endsWith("/search/recent"));
    expect(search?.query).toMatchObject({ start_time: expect.stringContaining("2026-03-04") });
    expect(search?.query["since_id"]).toBeUndefined();
    expect(news.id).toBeDefined();
  });
});

const list = async (): Promise<{ data: { id: string }[] }> => {
  const fields =
    "tweet.fields=author_id,created_at,conversation_id,edit_history_tweet_ids,entities,referenced_tweets";
  const response = await fetch(`${x.url}/2/users/${BRAND}/mentions?${fields}`, {
    headers: { authorization: `Bearer ${SECRET.bearerToken}` },
  });
  return z.object({ data: z.array(z.looseObject({ id: z.string() })) }).parse(await response.json());
};

describe("edits and deletions", () => {
  it("tells of an edit under the first id, as a higher revision", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    await poll();
    const edited = x.world.edit(post.id, "@kenttakauppa väärä koko, ei vaihdettu");
    expect(await poll()).toEqual([collected(post.id)]);
    expect(await desk.stored(id(post.id))).toMatchObject({
      revision: 1,
      text: "@kenttakauppa väärä koko, ei vaihdettu",
      platformRef: edited.id,
    });
  });

  it("finds an edit that took the brand's name out", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    await poll();
    x.world.edit(post.id, "väärä koko");
    expect(await poll(11 * MINUTE)).toEqual([collected(post.id)]);
    expect(await desk.stored(id(post.id))).toMatchObject({ revision: 1, byHandOnly: "x-not-summoned" });
    x.world.remove(post.id);
    expect(await poll(11 * MINUTE)).toEqual([`mention-removed.v1 ${id(post.id)}`]);
  });

  it("erases what was deleted, and what only followers may see now", async () => {
    const deleted = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    const hidden = x.world.post({ handle: "pekka", text: "@kenttakauppa sama" });
    await poll();
    x.world.remove(deleted.id);
    x.world.protect("pekka", true);
    expect((await poll(11 * MINUTE)).sort()).toEqual(
      [`mention-removed.v1 ${id(deleted.id)}`, `mention-removed.v1 ${id(hidden.id)}`].sort(),
    );
    expect((await desk.stored(id(deleted.id))).text).toBeUndefined();
    expect(await poll(11 * MINUTE)).toEqual([]);
  });
});

describe("direct messages", () => {
  it("collects what a person wrote, and only keeps what the brand wrote", async () => {
    const message = x.world.message({ handle: "liisa", to: HANDLE, text: "hi & <hei>" });
    const answer = x.world.messageByHand({ as: HANDLE, to: "liisa", text: "Hei!" });
    expect(await poll()).toEqual([`message-received.v1 x:${message.id}`]);
    expect(await desk.stores.messages.get(desk.brand, `x:${message.id}`)).toMatchObject({
      direction: "in",
      text: "hi & <hei>",
    });
    const stored = await desk.stores.messages.get(desk.brand, `x:${answer.id}`);
    expect(stored).toMatchObject({ direction: "out" });
    const incoming = await desk.stores.messages.get(desk.brand, `x:${message.id}`);
    expect(stored?.with).toBe(incoming?.with);
    expect(await poll()).toEqual([]);
    x.world.message({ handle: "liisa", to: HANDLE, text: "vielä" });
    expect(await poll()).toHaveLength(1);
  });

  it("reads the whole inbox over its pages", async () => {
    for (let n = 0; n < 150; n++) x.world.message({ handle: `p${n}`, to: HANDLE, text: `hi ${n}` });
    expect(await poll()).toHaveLength(150);
  });

  it("does not use up the few calls that X gives for messages", async () => {
    x.faults.add({
      kind: "answer",
      path: "/2/dm_events",
      status: 200,
      headers: {
        "content-type": "application/json",
        "x-rate-limit-limit": "15",
        "x-rate-limit-remaining": "2",
        "x-rate-limit-reset": String(Date.parse(clock.now()) / 1000 + 600),
      },
      body: { meta: { result_count: 0 } },
    });
    await poll();
    calls.length = 0;
    await poll();
    expect(calls.some(({ path }) => path === "/2/dm_events")).toBe(false);
    await poll(10 * MINUTE);
    expect(calls.some(({ path }) => path === "/2/dm_events")).toBe(true);
  });
});

describe("when X is not well", () => {
  it("does not call a throttled list again before its reset, and reads the others", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    x.faults.add({ kind: "throttled", path: "*/mentions", retryAfterSeconds: 600 });
    expect(await poll()).toEqual([]);
    calls.length = 0;
    await poll(5 * MINUTE);
    expect(calls.some(({ path }) => path.endsWith("/mentions"))).toBe(false);
    expect(calls.some(({ path }) => path.endsWith("/search/recent"))).toBe(true);
    expect(await poll(6 * MINUTE)).toEqual([collected(post.id)]);
  });

  it("takes one page of a list that is nearly used up", async () => {
    for (let n = 0; n < 150; n++) x.world.post({ handle: `p${n}`, text: `@kenttakauppa ${n}` });
    await desk.stores.allowances.noteAllowance(desk.brand, "x", {
      bucket: "mentions",
      used: 0.9,
      seenAt: clock.now(),
      resetsAt: "2026-03-02T09:10:00.000Z",
    });
    expect(await poll()).toHaveLength(100);
    expect(await poll(20 * MINUTE)).toHaveLength(50);
  });

  it.each([
    { when: "a 5xx", fault: { kind: "error-before", status: 503 } as const },
    { when: "a page in HTML", fault: { kind: "not-json" } as const },
    { when: "a body cut short", fault: { kind: "cut-body" } as const },
    { when: "a lost answer", fault: { kind: "lost-answer" } as const },
  ])("fails a poll with $when, and loses nothing by it", async ({ fault }) => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    x.faults.add({ ...fault, path: "*/mentions" });
    await expect(poll()).rejects.toMatchObject({ code: "unavailable" });
    expect([...desk.news(), ...(await poll())]).toEqual([collected(post.id)]);
  });

  it("keeps the good entries of a page, and leaves a missing author missing", async () => {
    const good = {
      id: "2000000000000000001",
      text: "@kenttakauppa hei",
      created_at: "2026-03-02T09:00:00.000Z",
    };
    x.faults.add({
      kind: "answer",
      path: "*/mentions",
      status: 200,
      headers: { "content-type": "application/json" },
      body: { data: [good, { id: "2000000000000000002", text: 7 }], meta: { result_count: 2 } },
    });
    expect(await poll()).toEqual([collected(good.id)]);
    expect((await desk.stored(id(good.id))).author).toBeUndefined();
  });

  it("does not go past a page that it cannot read, and still reads the others", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    const message = x.world.message({ handle: "liisa", to: HANDLE, text: "hi" });
    x.faults.add({
      kind: "answer",
      path: "*/mentions",
      status: 200,
      headers: { "content-type": "application/json" },
      body: { posts: [] },
    });
    await expect(poll()).rejects.toMatchObject({ code: "malformed", contract: "x mentions" });
    expect(desk.news()).toEqual([`message-received.v1 x:${message.id}`]);
    expect(await poll()).toEqual([collected(post.id)]);
  });

  it.each([
    {
      when: "the keys are refused",
      status: 401,
      body: { title: "Unauthorized", detail: "Unauthorized" },
      says: "x-keys",
    },
    {
      when: "there are no credits",
      status: 402,
      body: { title: "CreditsDepleted", detail: "none" },
      says: "credits",
    },
  ])("says who must act when $when", async ({ status, body, says }) => {
    x.faults.add({
      kind: "answer",
      path: "*/mentions",
      status,
      headers: { "content-type": "application/json" },
      body,
    });
    await expect(poll()).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining(says),
    });
  });

  it("says that the account's id is wrong", async () => {
    clock.forward(MINUTE);
    await expect(desk.poll(() => source({ userId: "404" }))).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining("account.channels.x.userId"),
    });
  });
});

describe("two pollers, crashes", () => {
  it("stores first and tells then; what the bus did not take comes by the wake", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    desk.bus.broken = true;
    await expect(poll()).rejects.toThrow("the bus is down");
    desk.bus.broken = false;
    expect(await poll()).toEqual([]);
    clock.forward(2 * MINUTE);
    expect(await desk.overdue()).toEqual([collected(post.id)]);
  });

  it("tells of an own reply again when the bus did not take it", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    await poll();
    const answer = x.world.answerByHand({ as: HANDLE, to: post.id, text: "Vaihdetaan" });
    desk.bus.broken = true;
    await expect(poll()).rejects.toThrow();
    desk.bus.broken = false;
    expect(await poll()).toEqual([`own-reply-seen.v1 ${id(answer.id)}`]);
  });
});
