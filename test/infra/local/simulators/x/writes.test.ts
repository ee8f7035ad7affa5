import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BRAND, type SimulatedX, simulatedX } from "./simulated.ts";

let sim: SimulatedX;
beforeEach(async () => {
  sim = await simulatedX();
});
afterEach(() => sim.end());

const reply = (to: string, text = "I'm sorry. – Laura", token = "user") =>
  sim.send("/2/tweets", { text, reply: { in_reply_to_tweet_id: to } }, token);
const count = () => sim.x.world.published().length;

describe("a reply", () => {
  it("to a post that names the brand is posted, and shows in the brand's timeline", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const { status, body } = await reply(post.id);
    expect(status).toBe(201);
    const { list } = await sim.get(
      `/2/users/${BRAND}/tweets?since_id=${post.id}&tweet.fields=referenced_tweets`,
    );
    expect(list).toMatchObject([
      { id: idOf(body), referenced_tweets: [{ type: "replied_to", id: post.id }] },
    ]);
    expect(sim.x.world.published()).toMatchObject([
      { id: idOf(body), inReplyTo: post.id, via: "api", text: "I'm sorry. – Laura" },
    ]);
  });

  it("begins with the names it answers, which do not count", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa @lounaspoyta hello" });
    const text = "a".repeat(280);
    const { status, body } = await reply(post.id, text);
    expect({ status, text: textOf(body) }).toEqual({ status: 201, text: `@matti @lounaspoyta ${text}` });
  });

  it("leaves out names that are excluded, but never whom it answers", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa @lounaspoyta hello" });
    const matti = sim.x.world.find(post.id)?.handle;
    const { body } = await sim.send("/2/tweets", {
      text: "Hi",
      reply: { in_reply_to_tweet_id: post.id, exclude_reply_user_ids: ["200"] },
    });
    expect(textOf(body)).toBe(`@${matti} Hi`);
  });

  it("to a post that quotes one of the brand's is posted", async () => {
    const own = sim.x.world.post({ handle: "kenttakauppa", text: "Open till six" });
    const quote = sim.x.world.quote({ handle: "matti", of: own.id, text: "as if" });
    expect((await reply(quote.id)).status).toBe(201);
  });

  it.each([
    {
      when: "the author did not name or quote the brand",
      to: () => sim.x.world.post({ handle: "matti", text: "kenttakauppa is hopeless" }).id,
      says: "because you have not been mentioned or otherwise engaged",
    },
    {
      when: "only somebody else in the thread did",
      to: () => {
        const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
        return sim.x.world.reply({ handle: "liisa", to: post.id, text: "same here" }).id;
      },
      says: "not been mentioned",
    },
    {
      when: "the post is deleted",
      to: () => {
        const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
        sim.x.world.remove(id);
        return id;
      },
      says: "deleted or not visible to you",
    },
    { when: "there is no such post", to: () => "5", says: "deleted or not visible to you" },
    {
      when: "the author restricted replies",
      to: () => {
        const own = sim.x.world.post({ handle: "kenttakauppa", text: "Open till six" });
        const { id } = sim.x.world.quote({ handle: "matti", of: own.id, text: "as if" });
        sim.x.world.restrictReplies(id, "mentionedUsers");
        return id;
      },
      says: "restricted who can reply",
    },
  ])("is refused when $when", async ({ to, says }) => {
    const before = to();
    const had = count();
    const { status, body } = await reply(before);
    expect({ status, type: body["type"] }).toEqual({ status: 403, type: "about:blank" });
    expect(body["detail"]).toContain(says);
    expect(count()).toBe(had);
  });

  it("to who answered the brand without naming it goes by the setting", async () => {
    const own = sim.x.world.post({ handle: "kenttakauppa", text: "Open till six" });
    const answer = sim.x.world.reply({ handle: "matti", to: own.id, text: "are you" });
    expect((await reply(answer.id)).status).toBe(403);
    sim.x.settings.automaticMentionSummons = true;
    expect((await reply(answer.id)).status).toBe(201);
  });

  it("to a restricted post is posted where the author named the brand", async () => {
    const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    sim.x.world.restrictReplies(id, "mentionedUsers");
    expect((await reply(id)).status).toBe(201);
  });

  it("with the same words to the same person is refused, unless X overlooks it", async () => {
    const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    await reply(id);
    const second = await reply(id);
    expect(second).toMatchObject({
      status: 403,
      body: { detail: "You are not allowed to create a Tweet with duplicate content." },
    });
    sim.x.settings.refuseDuplicates = false;
    expect((await reply(id)).status).toBe(201);
    expect(sim.x.world.doubles()).toMatchObject([{ ids: [expect.any(String), expect.any(String)] }]);
  });

  it("with the same words to another person is no duplicate", async () => {
    const first = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const second = sim.x.world.post({ handle: "liisa", text: "@kenttakauppa hello" });
    expect([(await reply(first.id)).status, (await reply(second.id)).status]).toEqual([201, 201]);
  });

  it.each([
    { text: "a".repeat(281), status: 403 },
    { text: "界".repeat(140), status: 201 },
    { text: "界".repeat(141), status: 403 },
    { text: `${"a".repeat(257)} foo.com`, status: 403 },
    { text: `${"a".repeat(256)} foo.com`, status: 201 },
    { text: "$AAA and $BBB", status: 403 },
    { text: "", status: 400 },
  ])("of $text.length characters is answered with $status", async ({ text, status }) => {
    const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    expect((await reply(id, text)).status).toBe(status);
  });
});

describe("a body with keys of its own", () => {
  it.each([
    { body: { text: "hi", quiet: true }, key: "quiet" },
    { body: { text: "hi", reply: { in_reply_to_tweet_id: "1", to: "2" } }, key: "to" },
    { body: { text: 5 }, key: "text" },
    { body: "just text", key: "/" },
  ])("$body is a 400", async ({ body, key }) => {
    const answer = await sim.send("/2/tweets", body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body["errors"])).toContain(key);
  });
  it("a quote is not in the plan", async () => {
    const { id } = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    expect((await sim.send("/2/tweets", { text: "hi", quote_tweet_id: id })).status).toBe(403);
  });
});

describe("deleting and hiding", () => {
  it("removes an own post, with all its versions, and no other's", async () => {
    const post = sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const { body } = await reply(post.id);
    expect((await sim.remove(`/2/tweets/${post.id}`)).status).toBe(403);
    expect((await sim.remove(`/2/tweets/${idOf(body)}`)).body).toEqual({ data: { deleted: true } });
    expect((await sim.get(`/2/tweets/${idOf(body)}`)).body["data"]).toBeUndefined();
    expect(sim.x.world.published()).toMatchObject([{ deleted: true }]);
  });
  it("hides a reply under an own post only", async () => {
    const own = sim.x.world.post({ handle: "kenttakauppa", text: "Open till six" });
    const under = sim.x.world.reply({ handle: "matti", to: own.id, text: "my number is 040" });
    const elsewhere = sim.x.world.post({ handle: "matti", text: "hello" });
    const hide = (id: string) => sim.send(`/2/tweets/${id}/hidden`, { hidden: true }, "user", "PUT");
    expect((await hide(under.id)).body).toEqual({ data: { hidden: true } });
    expect(sim.x.world.find(under.id)?.hidden).toBe(true);
    expect((await hide(elsewhere.id)).status).toBe(403);
  });
});

describe("direct messages", () => {
  const write = (to: string, token = "user") =>
    sim.send(`/2/dm_conversations/with/${to}/messages`, { text: "Hi & welcome" }, token);
  const idOfHandle = async (handle: string) => idOf((await sim.get(`/2/users/by/username/${handle}`)).body);

  it("go only to who has written to this account", async () => {
    sim.x.world.post({ handle: "matti", text: "@kenttakauppa hello" });
    const matti = await idOfHandle("matti");
    expect(await write(matti)).toMatchObject({
      status: 403,
      body: { detail: "You do not have permission to DM one or more participants." },
    });
    sim.x.world.message({ handle: "matti", to: "kenttakauppa", text: "hi" });
    expect((await write(matti, "other-user")).status).toBe(403);
    const { status, body } = await write(matti);
    expect({ status, data: body["data"] }).toMatchObject({
      status: 201,
      data: { dm_conversation_id: `${BRAND}-${matti}` },
    });
    expect(sim.x.world.sentMessages("kenttakauppa")).toMatchObject([
      { to: "matti", text: "Hi & welcome", via: "api" },
    ]);
    const me = await sim.get("/2/users/by/username/matti?user.fields=receives_your_dm", "user");
    expect(me.body["data"]).toMatchObject({ receives_your_dm: true });
  });

  it("are read newest first, all of them or with one person", async () => {
    sim.x.world.message({ handle: "matti", to: "kenttakauppa", text: "one" });
    sim.x.world.message({ handle: "liisa", to: "kenttakauppa", text: "two" });
    sim.x.world.message({ handle: "liisa", to: "lounaspoyta", text: "not yours" });
    const liisa = await idOfHandle("liisa");
    const all = await sim.get(
      "/2/dm_events?dm_event.fields=sender_id,created_at,dm_conversation_id&expansions=sender_id",
      "user",
    );
    expect(all.list.map(({ text }) => text)).toEqual(["two", "one"]);
    expect(all.body["includes"]).toMatchObject({ users: [{ username: "liisa" }, { username: "matti" }] });
    const one = await sim.get(`/2/dm_conversations/with/${liisa}/dm_events`, "user");
    expect(one.list).toMatchObject([{ text: "two", event_type: "MessageCreate" }]);
    const paged = await sim.get("/2/dm_events?max_results=1", "user");
    const token = String(Object(paged.body["meta"]).next_token);
    expect(
      (await sim.get(`/2/dm_events?max_results=1&pagination_token=${token}`, "user")).list,
    ).toMatchObject([{ text: "one" }]);
    expect((await sim.get("/2/dm_events", "other-user")).list).toMatchObject([{ text: "not yours" }]);
  });

  it("are empty without `data`, and not for an app token", async () => {
    expect((await sim.get("/2/dm_events", "user")).body).toEqual({ meta: { result_count: 0 } });
    expect(await sim.get("/2/dm_events")).toMatchObject({
      status: 403,
      body: { type: "https://api.twitter.com/2/problems/unsupported-authentication" },
    });
  });
});

const idOf = (body: Record<string, unknown>): string => String(Object(body["data"]).id);
const textOf = (body: Record<string, unknown>): string => String(Object(body["data"]).text);
