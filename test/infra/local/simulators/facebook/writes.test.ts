import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "../calling.ts";
import { errorOf, PAGE, type SimulatedFacebook, simulatedFacebook } from "./simulated.ts";

let sim: SimulatedFacebook;
beforeEach(async () => {
  sim = await simulatedFacebook();
});
afterEach(() => sim.end());

const post = () => sim.world.post({ page: PAGE, name: "Matti", text: "The boots don't fit" });
const privately = (to: Record<string, string>, text = "Hi, Laura here.", token = "page") =>
  sim.send(`/v26.0/${PAGE}/messages`, { recipient: to, message: { text } }, token);
const DAY = 86_400;

describe("a reply", () => {
  it("stands under the post, by the page, and can be read back at once", async () => {
    const { id } = post();
    const { body } = await sim.send(`/v26.0/${id}/comments`, {
      message: "I'm sorry. – Laura",
      fields: "id,message,from",
    });
    expect(body).toMatchObject({ message: "I'm sorry. – Laura", from: { id: PAGE } });
    expect((await sim.get(`/${id}/comments?fields=from,message`)).list).toMatchObject([{ id: body["id"] }]);
    expect(sim.world.published(PAGE)).toMatchObject([{ id: body["id"], answers: id, via: "api" }]);
  });
  it("may be written twice, and that shows as a double", async () => {
    const { id } = post();
    await sim.send(`/${id}/comments`, { message: "Sorry" });
    expect(sim.world.doubles()).toEqual([]);
    await sim.send(`/${id}/comments`, { message: "Sorry" });
    expect(sim.world.doubles()).toEqual([
      { to: `${PAGE} answers ${id}`, ids: sim.world.published().map((one) => one.id) },
    ]);
  });
  it("takes a form as well", async () => {
    const { id } = post();
    const body = new URLSearchParams({ message: "Sorry", access_token: "page" });
    expect((await call(`${sim.facebook.url}/${id}/comments`, { method: "POST", body })).status).toBe(200);
  });
  it.each([
    {
      when: "the post is deleted",
      before: (id: string) => sim.world.remove(id),
      gives: { code: 100, subcode: 33 },
    },
    {
      when: "nobody may comment",
      before: (id: string) => sim.world.restrictReplies(id),
      gives: { code: 200 },
    },
    { when: "it is empty", before: () => {}, message: " ", gives: { code: 100 } },
    { when: "a person's token is used", before: () => {}, token: "person", gives: { code: 200 } },
    {
      when: "another page's token is used",
      before: () => {},
      token: "other-page",
      gives: { code: 100, subcode: 33 },
    },
  ])("is refused when $when", async ({ before, message, token, gives }) => {
    const { id } = post();
    before(id);
    expect(errorOf(await sim.send(`/${id}/comments`, { message: message ?? "Sorry" }, token))).toMatchObject(
      gives,
    );
    expect(sim.world.published()).toEqual([]);
  });
  it("that asks for a field that does not exist leaves no comment behind", async () => {
    const { id } = post();
    expect(errorOf(await sim.send(`/${id}/comments`, { message: "Sorry", fields: "mood" }))).toMatchObject({
      code: 100,
    });
    expect(sim.world.published()).toEqual([]);
  });
});

describe("changing", () => {
  it("edits an own comment, hides another's, and not the other way round", async () => {
    const { id } = post();
    const said = sim.world.comment({ on: id, name: "Liisa", text: "my number is 040" });
    const { body } = await sim.send(`/${said.id}/comments`, { message: "Sorry" });
    const own = String(body["id"]);
    expect((await sim.send(`/${own}`, { message: "So sorry" })).body).toEqual({ success: true });
    expect((await sim.send(`/${said.id}`, { is_hidden: true })).body).toEqual({ success: true });
    expect(sim.world.find(own)).toMatchObject({ message: "So sorry", edited: true });
    expect((await sim.get(`/${said.id}?fields=is_hidden`)).body).toMatchObject({ is_hidden: true });
    expect(errorOf(await sim.send(`/${said.id}`, { message: "changed" }))).toMatchObject({ code: 200 });
    expect(errorOf(await sim.send(`/${own}`, { is_hidden: true }))).toMatchObject({ code: 200 });
  });
  it("deletes with all that hangs below, once", async () => {
    const said = sim.world.comment({ on: post().id, name: "Liisa", text: "same" });
    const below = sim.world.comment({ on: said.id, name: "Matti", text: "really?" });
    expect((await sim.remove(`/${said.id}`)).body).toEqual({ success: true });
    expect(sim.world.find(below.id)?.deleted).toBe(true);
    expect(errorOf(await sim.remove(`/${said.id}`))).toMatchObject({ code: 100, subcode: 33 });
  });
});

describe("a private reply", () => {
  it("goes to a comment once, and can be found afterwards", async () => {
    const said = sim.world.comment({ on: post().id, name: "Liisa", text: "same" });
    const sent = await privately({ comment_id: said.id });
    expect(sent.body).toEqual({ recipient_id: said.authorId, message_id: expect.stringMatching(/^m_/) });
    expect(errorOf(await privately({ comment_id: said.id }))).toMatchObject({ status: 400, code: 10900 });
    const after = await sim.get(`/${said.id}?fields=can_reply_privately,private_reply_conversation`);
    expect(after.body).toMatchObject({ can_reply_privately: false });
    const talks = await sim.get(`/${PAGE}/conversations?user_id=${said.authorId}&fields=participants`);
    expect(talks.list).toMatchObject([{ id: Object(after.body["private_reply_conversation"]).id }]);
    const messages = await sim.get(`/${String(talks.list[0]?.["id"])}/messages?fields=message,from`);
    expect(messages.list).toMatchObject([
      { id: sent.body["message_id"], message: "Hi, Laura here.", from: { id: PAGE } },
    ]);
    expect(sim.world.sentMessages(PAGE)).toMatchObject([{ about: said.id, via: "api" }]);
  });
  it("goes to a post as well", async () => {
    const { id, authorId } = post();
    expect((await privately({ post_id: id })).body).toMatchObject({ recipient_id: authorId });
  });
  it("takes recipient and message as JSON in a form", async () => {
    const { id } = post();
    const body = new URLSearchParams({
      recipient: JSON.stringify({ post_id: id }),
      message: JSON.stringify({ text: "Hi" }),
      access_token: "page",
    });
    expect((await call(`${sim.facebook.url}/${PAGE}/messages`, { method: "POST", body })).status).toBe(200);
  });
  it.each([
    {
      when: "the comment is deleted",
      before: (id: string) => sim.world.remove(id),
      gives: { code: 100, subcode: 2018292 },
    },
    { when: "seven days have passed", before: () => sim.time.pass(7 * DAY + 1), gives: { code: 10902 } },
    {
      when: "the page takes no messages",
      before: () => Object.assign(sim.facebook.settings, { pageMessages: false }),
      gives: { code: 10904 },
    },
    {
      when: "the person cannot be reached",
      before: (_: string, person: string) => sim.world.unavailable(person),
      gives: { code: 551 },
    },
    {
      when: "somebody did it by hand",
      before: (id: string) => sim.world.messageByHand({ page: PAGE, to: id, text: "Hi" }),
      gives: { code: 10900 },
    },
  ])("is refused when $when", async ({ before, gives }) => {
    const said = sim.world.comment({ on: post().id, name: "Liisa", text: "same" });
    before(said.id, said.authorId);
    expect(errorOf(await privately({ comment_id: said.id }))).toMatchObject({ status: 400, ...gives });
    expect(sim.world.sentMessages().filter(({ via }) => via === "api")).toEqual([]);
  });
  it("does not go to a page's own comment", async () => {
    const own = sim.world.answerByHand({ page: PAGE, to: post().id, text: "Sorry" });
    expect(errorOf(await privately({ comment_id: own.id }))).toMatchObject({ code: 10903 });
  });
  it("goes on the seventh day", async () => {
    const said = sim.world.comment({ on: post().id, name: "Liisa", text: "same" });
    sim.time.pass(7 * DAY);
    expect((await privately({ comment_id: said.id })).status).toBe(200);
  });
});

describe("a further message", () => {
  it("goes only within 24 hours of the person's answer", async () => {
    const said = sim.world.comment({ on: post().id, name: "Liisa", text: "same" });
    await privately({ comment_id: said.id });
    const more = () => privately({ id: said.authorId }, "And another thing");
    expect(errorOf(await more())).toMatchObject({ code: 10, subcode: 2018278 });
    sim.world.message({ page: PAGE, name: "Liisa", text: "thank you" });
    expect((await more()).status).toBe(200);
    sim.time.pass(DAY + 1);
    expect(errorOf(await more())).toMatchObject({ code: 10, subcode: 2018278 });
  });
  it("brings its conversation to the top, newest message first", async () => {
    sim.world.message({ page: PAGE, name: "Liisa", text: "one" });
    sim.world.message({ page: PAGE, name: "Matti", text: "two" });
    sim.world.message({ page: PAGE, name: "Liisa", text: "three" });
    const talks = await sim.get(
      `/${PAGE}/conversations?fields=snippet,message_count,messages.limit(1){message}`,
    );
    expect(talks.list).toMatchObject([
      { snippet: "three", message_count: 2, messages: { data: [{ message: "three" }] } },
      { snippet: "two" },
    ]);
  });
});

describe("a page with an app secret", () => {
  const proofOf = (secret: string) => createHmac("sha256", secret).update("page").digest("hex");
  it("answers only calls that prove it", async () => {
    await sim.end();
    sim = await simulatedFacebook({
      pages: [{ pageId: PAGE, name: "Kenttäkauppa", pageToken: "page", appSecret: "s3" }],
    });
    expect(errorOf(await sim.get(`/${PAGE}`))).toMatchObject({ code: 100 });
    expect(errorOf(await sim.get(`/${PAGE}?appsecret_proof=${proofOf("other")}`))).toMatchObject({
      code: 100,
    });
    expect((await sim.get(`/${PAGE}?appsecret_proof=${proofOf("s3")}`)).status).toBe(200);
  });
});
