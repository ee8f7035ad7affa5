import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../../infra/local/simulators/facebook/start.ts";
import { facebookSource } from "../../../shared/adapters/facebook/facebook-source.ts";
import { type MentionId, mentionId } from "../../../shared/complaint/ids.ts";
import { collecting, heldSecrets, type TestClock, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";
import { watchFacebook } from "../../support/facebook-spec.ts";

const PAGE = "100100100100100";
const TOKEN = "page-token-of-kenttakauppa";
const APP_SECRET = "app-secret-of-kenttakauppa";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let facebook: FacebookSimulator;
let clock: TestClock;
let wire: ReturnType<typeof watchFacebook>;
let desk: ReturnType<typeof collecting>;
let calls: { method: string; path: string }[];

beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());
beforeEach(async () => {
  clock = testClock();
  wire = watchFacebook();
  calls = [];
  facebook = await startFacebookSimulator({
    port: 0,
    clock: clock.date,
    pages: [{ pageId: PAGE, name: "Kenttäkauppa", pageToken: TOKEN, appSecret: APP_SECRET }],
    onExchange: (exchange) => {
      wire.onExchange(exchange);
      calls.push(exchange);
    },
  });
  desk = collecting("facebook", clock);
});
afterEach(async () => {
  await facebook.close();
  // Every exchange of every test keeps to the platform's own description.
  expect(wire.violations()).toEqual([]);
});

const fb = (id: string): MentionId => mentionId("facebook", id.slice(id.lastIndexOf("_") + 1));
const source = () =>
  facebookSource({
    brand: desk.brand,
    account: { pageId: PAGE, secret: "fb" },
    secrets: heldSecrets({ fb: { pageToken: TOKEN, appSecret: APP_SECRET } }),
    allowances: desk.stores.allowances,
    clock,
    origin: facebook.url,
  });
const poll = async (afterMs = MINUTE): Promise<string[]> => {
  clock.forward(afterMs);
  await desk.poll(source);
  return desk.news();
};

describe("what people write", () => {
  it("collects a visitor's post, comments of both levels and their threads", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama täällä", photo: true });
    const reply = facebook.world.comment({ on: comment.id, name: "Liisa", text: "Niin" });
    expect(await poll()).toEqual([
      `mention-collected.v1 ${fb(post.id)}`,
      `mention-collected.v1 ${fb(comment.id)}`,
      `mention-collected.v1 ${fb(reply.id)}`,
    ]);
    expect(await desk.stored(fb(post.id))).toMatchObject({
      kind: "post",
      text: "Väärä koko",
      author: { name: "Liisa" },
      byBrand: false,
      rootId: fb(post.id),
      revision: 0,
      platformRef: post.id,
      hasMedia: false,
    });
    expect(await desk.stored(fb(comment.id))).toMatchObject({
      kind: "comment",
      parentId: fb(post.id),
      hasMedia: true,
    });
    expect(await desk.stored(fb(reply.id))).toMatchObject({ parentId: fb(comment.id), rootId: fb(post.id) });
  });

  it("tells nothing when nothing has happened", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama täällä" });
    await poll();
    expect(await poll()).toEqual([]);
    expect(await poll(10 * MINUTE)).toEqual([]);
    expect(await poll(2 * DAY)).toEqual([]);
  });

  it("keeps the page's own post as context without an event, and hears of the page's own replies", async () => {
    const own = facebook.world.pagePost({ page: PAGE, text: "Uusi kausi alkaa" });
    const comment = facebook.world.comment({ on: own.id, name: "Pekka", text: "Missä palautukseni on?" });
    const answer = facebook.world.answerByHand({ page: PAGE, to: comment.id, text: "Selvitän heti" });
    expect(await poll()).toEqual([
      `mention-collected.v1 ${fb(comment.id)}`,
      `own-reply-seen.v1 ${fb(answer.id)}`,
    ]);
    expect(await desk.stored(fb(own.id))).toMatchObject({ byBrand: true });
    expect(await desk.stored(fb(answer.id))).toMatchObject({ byBrand: true, parentId: fb(comment.id) });
  });

  it("collects a post elsewhere that tags the page", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Aino", text: "Kenttäkauppa petti", tagging: true });
    expect(await poll()).toEqual([`mention-collected.v1 ${fb(post.id)}`]);
  });

  it("leaves a missing name missing, and takes a photo without words", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "", photo: true, withoutFrom: true });
    await poll();
    const stored = await desk.stored(fb(post.id));
    expect(stored.author).toBeUndefined();
    expect(stored).toMatchObject({ text: "", hasMedia: true });
  });

  it("marks what cannot be commented on", async () => {
    const own = facebook.world.pagePost({ page: PAGE, text: "Arvonta" });
    const comment = facebook.world.comment({ on: own.id, name: "Pekka", text: "Huono" });
    facebook.world.restrictReplies(own.id);
    await poll();
    expect(await desk.stored(fb(comment.id))).toMatchObject({ byHandOnly: "facebook-cannot-comment" });
  });
});

describe("long lists", () => {
  it("reads posts and comments to the end, over short and empty pages", async () => {
    const posts = Array.from({ length: 130 }, (_, n) =>
      facebook.world.pagePost({ page: PAGE, text: `Post ${n}` }),
    );
    const first = posts[0];
    if (first === undefined) throw new Error("no post");
    const comments = Array.from({ length: 230 }, (_, n) =>
      facebook.world.comment({ on: first.id, name: `Person ${n}`, text: `Comment ${n}` }),
    );
    facebook.faults.add({ kind: "short-page", times: 5 });
    const news = await poll();
    expect(new Set(news)).toEqual(new Set(comments.map(({ id }) => `mention-collected.v1 ${fb(id)}`)));
    expect(news).toHaveLength(comments.length);
  });

  it("goes on where the time ran out, without a gap and without telling twice", async () => {
    const post = facebook.world.pagePost({ page: PAGE, text: "Post" });
    const comments = Array.from({ length: 250 }, (_, n) =>
      facebook.world.comment({ on: post.id, name: `Person ${n}`, text: `Comment ${n}` }),
    );
    clock.forward(MINUTE);
    let told: string[] = [];
    const hasty = async () => {
      const inner = await source();
      return {
        ...inner,
        read: (stream: string, reading: Parameters<typeof inner.read>[1]) =>
          inner.read(stream, {
            ...reading,
            hurry: () => calls.filter(({ path }) => path.includes("/comments")).length >= 2,
          }),
      };
    };
    await desk.poll(hasty);
    told = [...told, ...desk.news()];
    expect(told.length).toBeLessThan(250);
    told = [...told, ...(await poll())];
    expect(told).toHaveLength(250);
    expect(new Set(told)).toEqual(new Set(comments.map(({ id }) => `mention-collected.v1 ${fb(id)}`)));
  });

  it("finds a comment on a post that is older than the window", async () => {
    const old = facebook.world.pagePost({ page: PAGE, text: "Viime vuonna" });
    await poll();
    clock.forward(60 * DAY);
    for (let n = 0; n < 100; n++) facebook.world.pagePost({ page: PAGE, text: `Post ${n}` });
    await poll();
    const comment = facebook.world.comment({ on: old.id, name: "Pekka", text: "Yhä rikki" });
    expect(await poll(7 * 60 * MINUTE)).toEqual([`mention-collected.v1 ${fb(comment.id)}`]);
  });
});

describe("edits and deletions", () => {
  it("tells of a new wording as a higher revision", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    await poll();
    facebook.world.edit(post.id, "Väärä koko, eikä vaihdettu");
    facebook.world.edit(comment.id, "Sama täällä, kaksi kertaa");
    expect(await poll(5 * MINUTE)).toEqual([
      `mention-collected.v1 ${fb(post.id)}`,
      `mention-collected.v1 ${fb(comment.id)}`,
    ]);
    expect(await desk.stored(fb(post.id))).toMatchObject({ revision: 1, text: "Väärä koko, eikä vaihdettu" });
    expect(await desk.stored(fb(comment.id))).toMatchObject({
      revision: 1,
      text: "Sama täällä, kaksi kertaa",
    });
  });

  it("erases what its writer deleted, and what hung below it", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    await poll();
    facebook.world.remove(comment.id);
    expect(await poll()).toEqual([`mention-removed.v1 ${fb(comment.id)}`]);
    expect((await desk.stored(fb(comment.id))).text).toBeUndefined();
    const below = facebook.world.comment({ on: post.id, name: "Matti", text: "Mitä?" });
    await poll();
    facebook.world.remove(post.id);
    expect((await poll(5 * MINUTE)).sort()).toEqual(
      [`mention-removed.v1 ${fb(post.id)}`, `mention-removed.v1 ${fb(below.id)}`].sort(),
    );
  });

  it("notices a deletion that a new comment hides in the count", async () => {
    const post = facebook.world.pagePost({ page: PAGE, text: "Post" });
    const first = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    await poll();
    facebook.world.remove(first.id);
    const second = facebook.world.comment({ on: post.id, name: "Matti", text: "Minäkin" });
    expect(await poll(5 * MINUTE)).toEqual([
      `mention-collected.v1 ${fb(second.id)}`,
      `mention-removed.v1 ${fb(first.id)}`,
    ]);
  });

  it("does not take a list that leaves something out for a deletion", async () => {
    const post = facebook.world.pagePost({ page: PAGE, text: "Post" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    await poll();
    facebook.faults.add({
      kind: "answer",
      path: `*/${post.id}/comments`,
      status: 200,
      body: { data: [] },
    });
    expect(await poll(5 * MINUTE)).toEqual([]);
    expect(await desk.stored(fb(comment.id))).toMatchObject({ text: "Sama" });
  });

  it("does not take a lost permission for deletions", async () => {
    const own = facebook.world.pagePost({ page: PAGE, text: "Post" });
    const comments = [1, 2, 3, 4].map((n) =>
      facebook.world.comment({ on: own.id, name: `P${n}`, text: `Sama ${n}` }),
    );
    await poll();
    const error = { message: "no", type: "GraphMethodException", code: 100, error_subcode: 33 };
    for (const { id } of comments)
      facebook.faults.add({ kind: "answer", path: `*/${id.split("_")[1]}`, status: 400, body: { error } });
    facebook.faults.add({ kind: "answer", path: "*/comments", status: 200, body: { data: [] } });
    await expect(poll(5 * MINUTE)).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining("pages_read_user_content"),
    });
    expect(desk.news()).toEqual([]);
    for (const { id } of comments) expect((await desk.stored(fb(id))).removedAt).toBeUndefined();
    for (const { id } of comments) facebook.world.remove(id);
    facebook.world.comment({ on: own.id, name: "Aino", text: "Hei" });
    expect((await poll(5 * MINUTE)).filter((one) => one.startsWith("mention-removed"))).toHaveLength(4);
  });

  it("does not bring back a text that has been erased here", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    await poll();
    await desk.stores.mentions.remove(desk.brand, fb(post.id), clock.now());
    facebook.world.edit(post.id, "Uusi teksti");
    expect(await poll(5 * MINUTE)).toEqual([]);
    expect((await desk.stored(fb(post.id))).text).toBeUndefined();
  });
});

describe("private messages", () => {
  it("collects what a person wrote, and only keeps what the page wrote", async () => {
    const message = facebook.world.message({ page: PAGE, name: "Liisa", text: "Koko 38" });
    facebook.world.messageByHand({ page: PAGE, to: message.personId, text: "Kiitos" });
    expect(await poll()).toEqual([`message-received.v1 facebook:${message.id}`]);
    expect(await desk.stores.messages.get(desk.brand, `facebook:${message.id}`)).toMatchObject({
      direction: "in",
      with: `facebook:${message.personId}`,
      text: "Koko 38",
    });
    expect(await poll()).toEqual([]);
    facebook.world.message({ page: PAGE, name: "Liisa", text: "Vai 39?" });
    expect(await poll()).toHaveLength(1);
  });
});

describe("when Facebook is not well", () => {
  it("does not call while it has been asked for quiet, and goes on afterwards", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    facebook.faults.add({ kind: "throttled", code: 80001, retryAfterSeconds: 600 });
    expect(await poll()).toEqual([]);
    calls.length = 0;
    expect(await poll(5 * MINUTE)).toEqual([]);
    expect(calls).toEqual([]);
    expect(await poll(6 * MINUTE)).toEqual([`mention-collected.v1 ${fb(post.id)}`]);
  });

  it.each([
    { when: "a 5xx", fault: { kind: "error-before", status: 503 } as const },
    { when: "a page in HTML", fault: { kind: "not-json" } as const },
    { when: "a body cut short", fault: { kind: "cut-body" } as const },
    { when: "a lost answer", fault: { kind: "lost-answer" } as const },
  ])("fails a poll with $when, and loses nothing by it", async ({ fault }) => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    facebook.faults.add({ ...fault, path: "*/comments" });
    await expect(poll()).rejects.toMatchObject({ code: "unavailable" });
    const told = [...desk.news(), ...(await poll())];
    expect(told).toEqual([`mention-collected.v1 ${fb(post.id)}`, `mention-collected.v1 ${fb(comment.id)}`]);
  });

  it("keeps the good entries of a page and counts the bad one out", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    facebook.faults.add({
      kind: "answer",
      path: "*/feed",
      status: 200,
      body: {
        data: [
          {
            id: post.id,
            message: "Väärä koko",
            created_time: "2026-03-02T09:00:00+0000",
            comments: { summary: { total_count: 0 } },
          },
          { id: "1_2", message: 17, created_time: "2026-03-02T09:00:00+0000" },
        ],
      },
    });
    expect(await poll()).toEqual([`mention-collected.v1 ${fb(post.id)}`]);
  });

  it("does not go past a page that it cannot read", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    facebook.faults.add({ kind: "answer", path: "*/feed", status: 200, body: { posts: [] } });
    await expect(poll()).rejects.toMatchObject({ code: "malformed", contract: "facebook feed" });
    expect(await poll()).toEqual([`mention-collected.v1 ${fb(post.id)}`]);
  });

  it("says which token died", async () => {
    facebook.world.killToken(PAGE, 460);
    await expect(poll()).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining("190/460"),
    });
  });

  it("says what the secret lacks", async () => {
    const without = () =>
      facebookSource({
        brand: desk.brand,
        account: { pageId: PAGE, secret: "shopkeeper/fb" },
        secrets: heldSecrets({ "shopkeeper/fb": { token: TOKEN } }),
        allowances: desk.stores.allowances,
        clock,
        origin: facebook.url,
      });
    await expect(without()).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringMatching(/shopkeeper\/fb.*pageToken/),
    });
  });

  it("looks less for edits when most of the allowance is used, and still hears of what is new", async () => {
    const post = facebook.world.pagePost({ page: PAGE, text: "Post" });
    const comment = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    await poll();
    facebook.faults.add({
      kind: "answer",
      path: "*/conversations",
      status: 200,
      headers: { "x-app-usage": JSON.stringify({ call_count: 85, total_time: 10, total_cputime: 10 }) },
      body: { data: [] },
    });
    await poll();
    facebook.world.edit(comment.id, "Sama täällä");
    facebook.faults.add({
      kind: "answer",
      path: "*/feed",
      status: 200,
      headers: { "x-app-usage": JSON.stringify({ call_count: 85, total_time: 10, total_cputime: 10 }) },
      body: {
        data: [
          {
            id: post.id,
            created_time: "2026-03-02T09:00:00+0000",
            message: "Post",
            from: { id: PAGE },
            comments: { summary: { total_count: 1 } },
          },
        ],
      },
    });
    calls.length = 0;
    expect(await poll(5 * MINUTE)).toEqual([]);
    expect(calls.some(({ path }) => path.endsWith("/comments"))).toBe(false);
  });
});

describe("two pollers, crashes", () => {
  it("sends the second poller home", async () => {
    facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    await desk.stores.cursors.takeLease(desk.brand, "collect-facebook", "another", clock.now(), 60_000);
    await desk.poll(source);
    expect(calls).toEqual([]);
    expect(await poll(2 * MINUTE)).toHaveLength(1);
  });

  it("stores first and tells then: what the bus did not take is not told by a repeat, but by the wake", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    desk.bus.broken = true;
    await expect(poll()).rejects.toThrow("the bus is down");
    desk.bus.broken = false;
    expect(await poll()).toEqual([]);
    expect(await desk.overdue()).toEqual([]);
    clock.forward(2 * MINUTE);
    expect(await desk.overdue()).toEqual([`mention-collected.v1 ${fb(post.id)}`]);
  });

  it("tells of an own reply again when the bus did not take it", async () => {
    const post = facebook.world.post({ page: PAGE, name: "Liisa", text: "Väärä koko" });
    await poll();
    const answer = facebook.world.answerByHand({ page: PAGE, to: post.id, text: "Vaihdetaan" });
    desk.bus.broken = true;
    await expect(poll()).rejects.toThrow();
    desk.bus.broken = false;
    expect(await poll()).toEqual([`own-reply-seen.v1 ${fb(answer.id)}`]);
  });
});
