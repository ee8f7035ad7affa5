import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BRAND, type SimulatedX, simulatedX } from "./simulated.ts";

let sim: SimulatedX;
beforeEach(async () => {
  sim = await simulatedX();
});
afterEach(() => sim.end());

const MENTIONS = `/2/users/${BRAND}/mentions`;
const writeMentions = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    sim.time.pass(1);
    return sim.x.world.post({ handle: `guest${i % 7}`, text: `@kenttakauppa number ${i}` }).id;
  });

describe("mentions", () => {
  it("come newest first, with default fields only", async () => {
    const ids = writeMentions(3);
    const { list, body } = await sim.get(MENTIONS);
    expect(list.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(["edit_history_tweet_ids", "id", "text"]);
    expect(body["meta"]).toEqual({ result_count: 3, newest_id: ids[2], oldest_id: ids[0] });
  });

  it("are empty without `data`", async () => {
    sim.x.world.post({ handle: "matti", text: "kenttakauppa without the sign" });
    expect((await sim.get(MENTIONS)).body).toEqual({ meta: { result_count: 0 } });
  });

  it("page through everything once, with the same since_id", async () => {
    const [first, ...rest] = writeMentions(13);
    const seen: unknown[] = [];
    let token = "";
    do {
      const next = token === "" ? "" : `&pagination_token=${token}`;
      const { list, body } = await sim.get(`${MENTIONS}?max_results=5&since_id=${first}${next}`);
      seen.push(...list.map(({ id }) => id));
      const meta: unknown = body["meta"];
      token =
        typeof meta === "object" && meta !== null && "next_token" in meta ? String(meta.next_token) : "";
    } while (token !== "");
    expect(seen).toEqual([...rest].reverse());
  });

  it("lead back by previous_token", async () => {
    const ids = writeMentions(12);
    const first = await sim.get(`${MENTIONS}?max_results=5`);
    const second = await sim.get(`${MENTIONS}?max_results=5&pagination_token=${meta(first).next_token}`);
    const back = await sim.get(`${MENTIONS}?max_results=5&pagination_token=${meta(second).previous_token}`);
    expect(back.list.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, 5));
  });

  it("have until_id, start_time and end_time as bounds", async () => {
    const ids = writeMentions(4);
    const older = await sim.get(`${MENTIONS}?until_id=${ids[2]}`);
    expect(older.list.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    const timed = await sim.get(`${MENTIONS}?start_time=2026-03-02T12:00:02Z&end_time=2026-03-02T12:00:04Z`);
    expect(timed.list.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  });

  it("reach back 800 posts and no further", async () => {
    const ids = writeMentions(805);
    const { body } = await sim.get(`${MENTIONS}?until_id=${ids[5]}`);
    expect(body).toEqual({ meta: { result_count: 0 } });
  });

  it("hold a reply to somebody who named the brand, since X puts the names before it", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const reply = sim.x.world.reply({ handle: "liisa", to: post.id, text: "same here" });
    const { list } = await sim.get(`${MENTIONS}?tweet.fields=display_text_range,entities`);
    const found = list.find(({ id }) => id === reply.id);
    expect(found).toMatchObject({ text: "@matti @kenttakauppa same here", display_text_range: [21, 30] });
  });

  it("leave out what is deleted, and what is protected", async () => {
    const [first, second, third] = writeMentions(3);
    sim.x.world.remove(first ?? "");
    sim.x.world.protect("guest1", true);
    expect((await sim.get(MENTIONS)).list.map(({ id }) => id)).toEqual([third]);
    expect((await sim.get(`/2/tweets?ids=${second}`)).body["errors"]).toMatchObject([
      { type: "https://api.twitter.com/2/problems/not-authorized-for-resource", section: "data" },
    ]);
  });

  it("show an edited post under its new id, and the old id can still be read", async () => {
    const [first] = writeMentions(1);
    sim.time.pass(60);
    const edited = sim.x.world.edit(first ?? "", "@kenttakauppa said better");
    const { list } = await sim.get(`${MENTIONS}?since_id=${first}`);
    expect(list).toMatchObject([
      { id: edited.id, edit_history_tweet_ids: [first, edited.id], text: edited.text },
    ]);
    const old = await sim.get(`/2/tweets/${first}`);
    expect(old.body["data"]).toMatchObject({ id: first, text: "@kenttakauppa number 0" });
  });
});

const meta = (answer: { body: Record<string, unknown> }): Record<string, string> => {
  const held = answer.body["meta"];
  return typeof held === "object" && held !== null
    ? Object.fromEntries(Object.entries(held).map(([k, v]) => [k, String(v)]))
    : {};
};

describe("fields and expansions", () => {
  it("give author, thread, parent and picture when asked", async () => {
    const root = sim.x.world.post({
      handle: "matti",
      name: "Matti",
      text: "@kenttakauppa look",
      photo: "a boot",
      lang: "en",
    });
    const reply = sim.x.world.reply({ handle: "liisa", to: root.id, text: "@kenttakauppa mine too" });
    const { body } = await sim.get(
      `/2/tweets/${reply.id}?tweet.fields=author_id,created_at,conversation_id,in_reply_to_user_id,referenced_tweets,lang,reply_settings,public_metrics,edit_controls,entities` +
        "&expansions=author_id,referenced_tweets.id,referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys,attachments.media_keys&user.fields=created_at,protected,public_metrics,description&media.fields=url,alt_text,width",
    );
    expect(body["data"]).toMatchObject({
      conversation_id: root.id,
      referenced_tweets: [{ type: "replied_to", id: root.id }],
      created_at: "2026-03-02T12:00:00.000Z",
    });
    expect(body["includes"]).toMatchObject({
      users: [{ username: "liisa" }, { username: "matti", name: "Matti" }],
      tweets: [{ id: root.id, attachments: { media_keys: [expect.stringMatching(/^3_\d+$/)] } }],
      media: [{ type: "photo", alt_text: "a boot", width: 1200 }],
    });
  });

  it("name a deleted parent in errors and leave it out of includes", async () => {
    const root = sim.x.world.post({ handle: "matti", text: "@kenttakauppa look" });
    const reply = sim.x.world.reply({ handle: "liisa", to: root.id, text: "@kenttakauppa mine too" });
    sim.x.world.remove(root.id);
    const { body } = await sim.get(`/2/tweets?ids=${reply.id}&expansions=referenced_tweets.id`);
    expect(body["errors"]).toMatchObject([{ resource_id: root.id, parameter: "referenced_tweets.id" }]);
    expect(body["includes"]).toBeUndefined();
  });

  it("cut a long post and give the whole in note_tweet", async () => {
    const text = `@kenttakauppa ${"a long story ".repeat(40)}the end`;
    const { id } = sim.x.world.post({ handle: "matti", text });
    const { body } = await sim.get(`/2/tweets/${id}?tweet.fields=note_tweet`);
    const data: unknown = body["data"];
    expect(data).toMatchObject({
      note_tweet: { text },
      text: expect.stringMatching(/^@kenttakauppa a long.*…$/),
    });
  });

  it("rewrite links to t.co and escape markup, with positions in code points", async () => {
    const { id } = sim.x.world.post({ handle: "matti", text: "👟 @kenttakauppa see foo.com/a & <b> #boots" });
    const { body } = await sim.get(`/2/tweets/${id}?tweet.fields=entities`);
    const data = body["data"];
    expect(data).toMatchObject({
      text: expect.stringMatching(/^👟 @kenttakauppa see https:\/\/t\.co\/\w+ &amp; &lt;b&gt; #boots$/u),
      entities: {
        mentions: [{ start: 2, end: 15, username: "kenttakauppa", id: BRAND }],
        urls: [{ start: 20, expanded_url: "http://foo.com/a", display_url: "foo.com/a" }],
        hashtags: [{ tag: "boots" }],
      },
    });
  });
});

describe("lookups", () => {
  it("give what is found in data and the rest in errors", async () => {
    const { id } = sim.x.world.post({ handle: "matti", text: "hello" });
    const { status, list, body } = await sim.get(`/2/tweets?ids=${id},5`);
    expect({ status, found: list.map((one) => one["id"]) }).toEqual({ status: 200, found: [id] });
    expect(body["errors"]).toMatchObject([
      { resource_type: "tweet", resource_id: "5", parameter: "ids", value: "5" },
    ]);
  });
  it("answer a missing post with 200 and errors alone", async () => {
    const { status, body } = await sim.get("/2/tweets/5");
    expect({ status, members: Object.keys(body) }).toEqual({ status: 200, members: ["errors"] });
  });
  it("find accounts by handle and the own one by token", async () => {
    expect((await sim.get("/2/users/by/username/Kenttakauppa")).body["data"]).toEqual({
      id: BRAND,
      name: "Kenttäkauppa",
      username: "kenttakauppa",
    });
    expect((await sim.get("/2/users/me", "other-user")).body["data"]).toMatchObject({ id: "200" });
    expect((await sim.get("/2/users/by/username/nobody_here")).body["errors"]).toMatchObject([
      { resource_type: "user" },
    ]);
  });
  it("list an account's own posts, with or without replies", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const answer = sim.x.world.answerByHand({ as: "kenttakauppa", to: post.id, text: "Hi" });
    const own = sim.x.world.post({ handle: "kenttakauppa", text: "Open till six" });
    expect((await sim.get(`/2/users/${BRAND}/tweets`)).list.map(({ id }) => id)).toEqual([own.id, answer.id]);
    expect((await sim.get(`/2/users/${BRAND}/tweets?exclude=replies`)).list.map(({ id }) => id)).toEqual([
      own.id,
    ]);
  });
});

describe("ids", () => {
  it("are 19 digits and rise with time, also within one moment", () => {
    const ids = [1, 2, 3].map((n) => BigInt(sim.x.world.post({ handle: "matti", text: `${n}` }).id));
    sim.time.pass(1);
    ids.push(BigInt(sim.x.world.post({ handle: "matti", text: "later" }).id));
    expect(ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0n))).toBe(true);
    expect(ids.map((id) => id.toString().length)).toEqual([19, 19, 19, 19]);
  });
});

describe("an invalid request is a 400 that names the parameter", () => {
  it.each([
    { path: `${MENTIONS}?max_results=4`, name: "max_results" },
    { path: `${MENTIONS}?max_results=101`, name: "max_results" },
    { path: `${MENTIONS}?max_results=ten`, name: "max_results" },
    { path: `${MENTIONS}?since_id=abc`, name: "since_id" },
    { path: `${MENTIONS}?pagination_token=!`, name: "pagination_token" },
    { path: `${MENTIONS}?tweet.fields=mood`, name: "tweet.fields" },
    { path: `${MENTIONS}?expansions=author`, name: "expansions" },
    { path: `${MENTIONS}?start_time=today`, name: "start_time" },
    { path: `${MENTIONS}?fields=id`, name: "fields" },
    { path: "/2/users/me2/mentions", name: "id" },
    { path: "/2/tweets", name: "ids" },
    { path: `/2/tweets?ids=${Array.from({ length: 101 }, (_, i) => i + 1).join(",")}`, name: "ids" },
    { path: "/2/tweets/search/recent?query=a&max_results=9", name: "max_results" },
    { path: `/2/tweets/search/recent?query=${"a".repeat(513)}`, name: "query" },
    { path: "/2/tweets/search/recent?query=a&since_id=5", name: "since_id" },
    { path: "/2/tweets/search/recent?query=-is:retweet", name: "query" },
    { path: "/2/users/by/username/far_too_long_for_one", name: "username" },
  ])("$path", async ({ path, name }) => {
    const { status, body } = await sim.get(path);
    expect({ status, type: body["type"] }).toEqual({
      status: 400,
      type: "https://api.twitter.com/2/problems/invalid-request",
    });
    expect(JSON.stringify(body["errors"])).toContain(`"${name}"`);
  });
});
