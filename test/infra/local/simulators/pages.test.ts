import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, json } from "./calling.ts";
import { PAGE, type SimulatedFacebook, simulatedFacebook } from "./facebook/simulated.ts";
import { type SimulatedX, simulatedX } from "./x/simulated.ts";

let x: SimulatedX;
let fb: SimulatedFacebook;
beforeEach(async () => {
  [x, fb] = await Promise.all([simulatedX(), simulatedFacebook()]);
});
afterEach(() => Promise.all([x.end(), fb.end()]));

const read = async (url: string) => (await fetch(url)).text();
const submit = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}/_page/write`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
const script = `<script>alert("x")</script>`;

describe("the page of each platform", () => {
  it("says that it is simulated and shows every brand", async () => {
    const [ofX, ofFacebook] = [await read(x.x.url), await read(fb.facebook.url)];
    expect(ofX).toContain("Simulated X: nothing here leaves this machine.");
    expect(ofFacebook).toContain("Simulated Facebook: nothing here leaves this machine.");
    for (const page of [ofX, ofFacebook]) {
      expect(page).toContain("Kenttäkauppa");
      expect(page).toContain("Lounaspöytä");
    }
  });

  it("escapes what people write, names and all", async () => {
    x.x.world.post({ handle: "matti", name: script, text: script });
    x.x.world.message({ handle: "matti", to: "kenttakauppa", text: script });
    const post = fb.world.post({ page: PAGE, name: script, text: script });
    fb.world.comment({ on: post.id, name: script, text: script });
    fb.world.message({ page: PAGE, name: script, text: script });
    for (const url of [x.x.url, fb.facebook.url]) {
      const page = await read(`${url}/?name=${encodeURIComponent('"><script>alert(1)</script>')}`);
      expect(page).not.toContain("<script>alert");
      expect(page).toContain("&lt;script&gt;alert");
    }
  });

  it("gives each post an anchor, and a post's address on X leads there, by any version's id", async () => {
    const post = x.x.world.post({ handle: "matti", text: "hello" });
    const edited = x.x.world.edit(post.id, "hello again");
    expect(await read(x.x.url)).toContain(`id="${post.id}"`);
    for (const path of [`/matti/status/${post.id}`, `/i/web/status/${edited.id}`]) {
      const answer = await fetch(x.x.url + path, { redirect: "manual" });
      expect(answer.headers.get("location")).toBe(`/#${post.id}`);
    }
    const entry = fb.world.comment({
      on: fb.world.post({ page: PAGE, name: "Matti", text: "a" }).id,
      name: "Liisa",
      text: "b",
    });
    const { body } = await fb.get(`/${entry.id}?fields=permalink_url`);
    expect(body["permalink_url"]).toBe(`${fb.facebook.url}/#${entry.id}`);
    expect(await read(fb.facebook.url)).toContain(`id="${entry.id}"`);
  });

  it("shows replies below what they answer, private messages, and what is deleted as deleted", async () => {
    const post = x.x.world.post({ handle: "matti", text: "a first word" });
    x.x.world.answerByHand({ as: "kenttakauppa", to: post.id, text: "an answer by hand" });
    x.x.world.message({ handle: "matti", to: "kenttakauppa", text: "a quiet word" });
    x.x.world.remove(post.id);
    const page = await read(x.x.url);
    expect(page).not.toContain("a first word");
    expect(page).toContain("deleted");
    expect(page).toContain("an answer by hand");
    expect(page).toContain("a quiet word");
  });

  it("refreshes only the part that changes: the form is outside of it", async () => {
    for (const url of [x.x.url, fb.facebook.url]) {
      const live = await read(`${url}/_page/live`);
      expect(live).not.toContain("<form");
      expect(await read(url)).toContain(live);
      expect((await fetch(`${url}/_page/live.js`)).headers.get("content-type")).toContain("javascript");
    }
  });

  it("runs no script but its own", async () => {
    const { headers } = await fetch(x.x.url);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await read(x.x.url)).not.toMatch(/<script(?! src="\/_page\/live\.js")/);
  });
});

describe("the form plays a customer", () => {
  it("on X: post, reply, quote and direct message", async () => {
    const { url, world } = x.x;
    const answer = await submit(url, {
      act: "post",
      handle: "matti",
      name: "Matti",
      text: "@kenttakauppa hello",
    });
    const [post] = world.posts();
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain(`#${post?.id}`);
    await submit(url, { act: "reply", handle: "liisa", text: "same", to: post?.id ?? "" });
    await submit(url, { act: "quote", handle: "ville", text: "look", to: post?.id ?? "", photo: "on" });
    await submit(url, { act: "message", handle: "matti", text: "psst", brand: "lounaspoyta" });
    expect(world.posts()).toMatchObject([
      { handle: "ville", quotes: post?.id, photos: 1 },
      { inReplyTo: post?.id },
      { name: "Matti" },
    ]);
    expect(world.messages()).toMatchObject([{ from: "matti", to: "lounaspoyta", text: "psst" }]);
  });
  it("on Facebook: post, comment, message and a post elsewhere", async () => {
    const { url, world } = fb.facebook;
    await submit(url, { act: "post", page: PAGE, name: "Matti", text: "hello" });
    const [post] = world.posts();
    await submit(url, { act: "comment", page: PAGE, name: "Liisa", text: "same", on: post?.id ?? "" });
    await submit(url, { act: "message", page: "600", name: "Liisa", text: "psst" });
    await submit(url, { act: "tagging", page: PAGE, name: "Ville", text: "beware" });
    expect(world.posts()).toMatchObject([{ author: "Ville" }, { author: "Matti" }]);
    expect(world.comments()).toMatchObject([{ author: "Liisa", answers: post?.id }]);
    expect(world.messages()).toMatchObject([{ pageId: "600", direction: "to-page" }]);
  });
  it("says what is wrong, and takes nothing from another site", async () => {
    expect((await submit(x.x.url, { act: "reply", handle: "liisa", text: "same", to: "5" })).status).toBe(
      400,
    );
    expect((await submit(x.x.url, { act: "post", handle: "two words", text: "hi" })).status).toBe(400);
    const foreign = await submit(
      x.x.url,
      { act: "post", handle: "matti", text: "hi" },
      { origin: "http://elsewhere.example" },
    );
    expect(foreign.status).toBe(403);
    expect(x.x.world.posts()).toEqual([]);
  });
});

describe("verbs over HTTP", () => {
  const act = (url: string, name: string, input: unknown) => call(`${url}/_sim/${name}`, json(input));
  const list = async (url: string, name: string): Promise<unknown> =>
    (await fetch(`${url}/_sim/${name}`)).json();

  it("on X do what the world does", async () => {
    const { url, world } = x.x;
    const { body } = await act(url, "post", {
      handle: "matti",
      text: "@kenttakauppa hello",
      photo: "a boot",
      lang: "en",
    });
    const id = String(body["id"]);
    await act(url, "reply", { handle: "liisa", to: id, text: "same" });
    await act(url, "quote", { handle: "ville", of: id, text: "look" });
    await act(url, "message", { handle: "matti", to: "kenttakauppa", text: "psst" });
    await act(url, "answer-by-hand", { as: "kenttakauppa", to: id, text: "Hi" });
    await act(url, "answer-by-hand", { as: "kenttakauppa", to: id, text: "Hi again" });
    await act(url, "message-by-hand", { as: "kenttakauppa", to: "matti", text: "Hi" });
    await act(url, "edit", { id, text: "@kenttakauppa hello again" });
    await act(url, "restrict-replies", { id, setting: "following" });
    await act(url, "protect", { handle: "ville", on: true });
    expect(await list(url, "published")).toMatchObject([{ via: "hand" }, { text: "Hi again" }]);
    expect(await list(url, "sent-messages")).toMatchObject([{ to: "matti" }]);
    expect(await list(url, "doubles")).toHaveLength(1);
    expect(world.find(id)).toMatchObject({ edits: 1, replySetting: "following", photos: 1 });
    await act(url, "remove", { id });
    expect(world.find(id)?.deleted).toBe(true);
    await act(url, "settings", { refuseDuplicates: false });
    expect(x.x.settings.refuseDuplicates).toBe(false);
  });
  it("on Facebook do what the world does", async () => {
    const { url, world } = fb.facebook;
    const post = String(
      (await act(url, "post", { page: PAGE, name: "Matti", text: "hello", photo: true })).body["id"],
    );
    const said = String(
      (await act(url, "comment", { on: post, name: "Liisa", text: "same", withoutFrom: true })).body["id"],
    );
    await act(url, "answer-by-hand", { page: PAGE, to: said, text: "Hi" });
    await act(url, "message-by-hand", { page: PAGE, to: said, text: "Hi" });
    await act(url, "edit", { id: said, text: "not at all" });
    await act(url, "restrict-replies", { id: post });
    await act(url, "kill-token", { page: PAGE, subcode: 460 });
    expect(world.find(said)).toMatchObject({ message: "not at all", privatelyAnswered: true });
    expect(await list(url, "published")).toMatchObject([{ answers: said }]);
    expect(await list(url, "sent-messages")).toMatchObject([{ about: said }]);
    expect((await fb.get(`/${PAGE}`)).status).toBe(400);
  });
  it("explain a mistake", async () => {
    expect(await act(x.x.url, "post", { text: "who?" })).toMatchObject({ status: 400 });
    expect((await act(x.x.url, "edit", { id: "5", text: "x" })).body["error"]).toContain("no post 5");
    expect(await act(x.x.url, "dance", {})).toMatchObject({
      status: 404,
      body: { post: expect.arrayContaining(["post"]) },
    });
  });
});
