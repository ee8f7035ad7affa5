import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { objectSpec } from "../../../../support/facebook-spec.ts";
import { call } from "../calling.ts";
import { errorOf, PAGE, type SimulatedFacebook, simulatedFacebook } from "./simulated.ts";

let sim: SimulatedFacebook;
beforeEach(async () => {
  sim = await simulatedFacebook();
});
afterEach(() => sim.end());

const post = (text = "The boots don't fit") => sim.world.post({ page: PAGE, name: "Matti", text });
const comment = (on: string, name: string, text: string) => sim.world.comment({ on, name, text });
const ids = (answer: { list: Record<string, unknown>[] }) => answer.list.map(({ id }) => id);
const paging = (answer: { body: Record<string, unknown> }): Record<string, string> =>
  Object(answer.body["paging"]);

describe("the feeds of a page", () => {
  it("divide the posts by who wrote where", async () => {
    const own = sim.world.pagePost({ page: PAGE, text: "Open till six" });
    const visitor = post();
    const tagged = sim.world.post({
      page: PAGE,
      name: "Liisa",
      text: "Never again Kenttäkauppa!",
      tagging: true,
    });
    sim.world.post({ page: "600", name: "Liisa", text: "elsewhere" });
    expect(ids(await sim.get(`/v26.0/${PAGE}/feed`))).toEqual([tagged.id, visitor.id, own.id]);
    expect(ids(await sim.get(`/v25.0/${PAGE}/published_posts`))).toEqual([own.id]);
    expect(ids(await sim.get(`/${PAGE}/visitor_posts`))).toEqual([visitor.id]);
    const tag = await sim.get(`/${PAGE}/tagged?fields=message_tags`);
    expect(tag.list).toMatchObject([{ id: tagged.id, message_tags: [{ id: PAGE, offset: 12, length: 12 }] }]);
  });

  it("give few fields unasked, and the asked ones nested", async () => {
    const { id } = post();
    const said = comment(id, "Liisa", "same here");
    const plain = await sim.get(`/${PAGE}/feed`);
    expect(Object.keys(plain.list[0] ?? {}).sort()).toEqual(["created_time", "id", "message"]);
    const asked = await sim.get(
      `/${PAGE}/feed?fields=message,from{name},permalink_url,comments.filter(stream).limit(1).summary(true){message,from,comment_count}`,
    );
    expect(asked.list[0]).toMatchObject({
      id,
      from: { name: "Matti" },
      permalink_url: expect.stringContaining(`/#${id}`),
      comments: {
        data: [{ id: said.id, from: { name: "Liisa" }, comment_count: 0 }],
        summary: { total_count: 1 },
      },
    });
  });

  it("end where `next` is absent, and `next` is a whole address", async () => {
    const written = Array.from({ length: 5 }, (_, i) => post(`number ${i}`).id).reverse();
    const first = await sim.get(`/v26.0/${PAGE}/feed?limit=2`);
    const second = await call(paging(first)["next"] ?? "");
    const third = await call(paging(second)["next"] ?? "");
    expect([...ids(first), ...ids(second), ...ids(third)]).toEqual(written);
    expect(paging(third)["next"]).toBeUndefined();
    expect(paging(second)["previous"]).toBeDefined();
    const back = await call(paging(second)["previous"] ?? "");
    expect(ids(back)).toEqual(ids(first));
  });

  it("may have short and even empty pages before the end", async () => {
    const written = Array.from({ length: 4 }, (_, i) => post(`number ${i}`).id).reverse();
    sim.facebook.faults.add({ kind: "short-page", times: 3 });
    const seen: unknown[] = [];
    let next: string | undefined = `${sim.facebook.url}/${PAGE}/feed?limit=3&access_token=page`;
    const sizes: number[] = [];
    while (next !== undefined) {
      const page = await call(next);
      seen.push(...ids(page));
      sizes.push(page.list.length);
      next = paging(page)["next"];
    }
    expect(seen).toEqual(written);
    expect(sizes).toEqual([1, 1, 1, 1]);
    sim.facebook.faults.add({ kind: "short-page" });
    const empty = await sim.get(`/${PAGE}/feed?limit=1`);
    expect(empty.list).toEqual([]);
    expect(paging(empty)["next"]).toBeDefined();
  });

  it("go on after an entry that was deleted meanwhile", async () => {
    const written = Array.from({ length: 4 }, (_, i) => post(`number ${i}`).id).reverse();
    const first = await sim.get(`/${PAGE}/feed?limit=2`);
    sim.world.remove(written[1] ?? "");
    expect(ids(await call(paging(first)["next"] ?? ""))).toEqual(written.slice(2));
  });

  it("are for the page's own token", async () => {
    post();
    expect(errorOf(await sim.get(`/${PAGE}/feed`, "person"))).toMatchObject({ status: 400, code: 210 });
    expect(errorOf(await sim.get(`/${PAGE}/feed`, "other-page"))).toMatchObject({ status: 400, code: 210 });
  });
});

describe("comments", () => {
  it("come top level first, or all levels as a stream, in the order asked", async () => {
    const { id } = post();
    const first = comment(id, "Liisa", "same here");
    const below = comment(first.id, "Matti", "really?");
    const second = comment(id, "Ville", "no");
    expect(ids(await sim.get(`/${id}/comments`))).toEqual([first.id, second.id]);
    expect(ids(await sim.get(`/${id}/comments?filter=stream`))).toEqual([first.id, below.id, second.id]);
    expect(ids(await sim.get(`/${id}/comments?filter=stream&order=reverse_chronological`))).toEqual([
      second.id,
      below.id,
      first.id,
    ]);
    expect(ids(await sim.get(`/${first.id}/comments`))).toEqual([below.id]);
    const parent = await sim.get(`/${below.id}?fields=parent{id,message},object`);
    expect(parent.body).toMatchObject({ parent: { id: first.id, message: "same here" }, object: { id } });
  });

  it("since a moment leave out the older", async () => {
    const { id } = post();
    comment(id, "Liisa", "early");
    sim.time.pass(3600);
    const late = comment(id, "Liisa", "late");
    expect(ids(await sim.get(`/${id}/comments?since=2026-03-02T12:30:00%2B0000`))).toEqual([late.id]);
    expect(ids(await sim.get(`/${id}/comments?since=${Date.parse("2026-03-02T12:30:00Z") / 1000}`))).toEqual([
      late.id,
    ]);
  });

  it("of a deeper level hang on the top one, or on the one answered, by setting", async () => {
    const { id } = post();
    const top = comment(id, "Liisa", "one");
    const second = comment(top.id, "Matti", "two");
    expect(comment(second.id, "Liisa", "three").parentId).toBe(top.id);
    sim.facebook.settings.nesting = "immediate";
    expect(comment(second.id, "Liisa", "four").parentId).toBe(second.id);
  });

  it("are an empty list for a person's token", async () => {
    const { id } = post();
    comment(id, "Liisa", "same here");
    expect(await sim.get(`/${id}/comments`, "person")).toMatchObject({ status: 200, body: { data: [] } });
  });

  it("can be had by the part after the underscore alone", async () => {
    const said = comment(post().id, "Liisa", "same here");
    const part = said.id.slice(said.id.indexOf("_") + 1);
    expect((await sim.get(`/${part}`)).body["id"]).toBe(said.id);
  });

  it("lack `from` where the person's setting or a permission says so", async () => {
    const { id } = post();
    const hidden = sim.world.comment({ on: id, name: "Liisa", text: "psst", withoutFrom: true });
    expect((await sim.get(`/${hidden.id}?fields=from,message`)).body).toEqual({
      id: hidden.id,
      message: "psst",
    });
    sim.facebook.settings.withoutFrom = true;
    expect((await sim.get(`/${id}?fields=from`)).body).toEqual({ id });
  });

  it("show an edit in the words and nowhere else", async () => {
    const said = comment(post().id, "Liisa", "same here");
    const before = await sim.get(`/${said.id}`);
    sim.time.pass(60);
    sim.world.edit(said.id, "not at all");
    expect((await sim.get(`/${said.id}`)).body).toEqual({ ...before.body, message: "not at all" });
  });
});

describe("every field and edge that is served", () => {
  it("stands in Meta's list with a fitting type", async () => {
    const { id } = sim.world.post({ page: PAGE, name: "Matti", text: "look", photo: true });
    const said = sim.world.comment({ on: id, name: "Liisa", text: "same", photo: true });
    const below = comment(said.id, "Matti", "really?");
    await sim.send(`/${PAGE}/messages`, { recipient: { comment_id: below.id }, message: { text: "hi" } });
    const all = (type: "Page" | "PagePost" | "Comment" | "UnifiedThread") =>
      Object.keys(objectSpec(type).fields).join(",");
    const answers = [
      await sim.get(`/${PAGE}?fields=${all("Page")}`),
      await sim.get(`/${id}?fields=${all("PagePost")},comments,attachments,to`),
      await sim.get(`/${below.id}?fields=${all("Comment")},comments`),
      await sim.get(
        `/${PAGE}/conversations?fields=${all("UnifiedThread")},messages{id,created_time,from,to,message}`,
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(Object.keys(answers[2]?.body ?? {})).toContain("private_reply_conversation");
  });
  it("and no other: an unknown field is an error 100", async () => {
    const { id } = post();
    const answer = await sim.get(`/${id}?fields=id,mood`);
    expect(errorOf(answer)).toMatchObject({ status: 400, code: 100 });
    expect(JSON.stringify(answer.body)).toContain("nonexisting field (mood)");
  });
});

describe("errors", () => {
  it("are the same for missing, deleted and another page's", async () => {
    const { id } = post();
    const other = sim.world.post({ page: "600", name: "Matti", text: "elsewhere" });
    sim.world.remove(id);
    for (const one of ["123_456", id, other.id])
      expect(errorOf(await sim.get(`/${one}`))).toEqual({ status: 400, code: 100, subcode: 33 });
  });
  it.each([
    { path: `/${PAGE}/feed?limit=101`, code: 100 },
    { path: `/${PAGE}/feed?limit=many`, code: 100 },
    { path: `/${PAGE}/feed?after=x`, code: 100 },
    { path: `/${PAGE}/feed?fields=a{b`, code: 100 },
    { path: `/${PAGE}/moods`, code: 100 },
    { path: `/v19.0/${PAGE}/feed`, code: 2635 },
    { path: `/v27.0/${PAGE}/feed`, code: 2635 },
  ])("$path is code $code", async ({ path, code }) => {
    expect(errorOf(await sim.get(path))).toMatchObject({ status: 400, code });
  });
  it("no token, an unknown one and a dead one are told apart", async () => {
    expect(errorOf(await call(`${sim.facebook.url}/${PAGE}`))).toMatchObject({ code: 104 });
    expect(errorOf(await sim.get(`/${PAGE}`, "nobody"))).toMatchObject({ code: 190, subcode: undefined });
    sim.world.killToken(PAGE, 460);
    expect(errorOf(await sim.get(`/${PAGE}`))).toMatchObject({ code: 190, subcode: 460 });
    sim.world.killToken(PAGE, undefined);
    expect((await sim.get(`/${PAGE}`)).body).toEqual({ id: PAGE, name: "Kenttäkauppa" });
  });
});

describe("tokens", () => {
  it("are explained by debug_token", async () => {
    const alive = await sim.get("/debug_token?input_token=page", "1000|secret");
    expect(alive.body["data"]).toMatchObject({
      is_valid: true,
      type: "PAGE",
      profile_id: PAGE,
      expires_at: 0,
    });
    sim.world.killToken(PAGE, 492);
    const dead = await sim.get("/debug_token?input_token=page", "1000|secret");
    expect(dead.body["data"]).toMatchObject({ is_valid: false, error: { code: 190, subcode: 492 } });
    expect((await sim.get("/debug_token?input_token=x", "1000|secret")).body["data"]).toMatchObject({
      is_valid: false,
    });
  });
  it("say whose they are at /me, also from the header", async () => {
    expect((await sim.get("/v26.0/me", "person")).body).toEqual({ id: "900", name: "Laura" });
    const answer = await call(`${sim.facebook.url}/me`, { headers: { authorization: "Bearer page" } });
    expect(answer.body).toEqual({ id: PAGE, name: "Kenttäkauppa" });
  });
});

describe("usage headers", () => {
  it("tell the share used, and at 100 the page is throttled", async () => {
    sim.facebook.settings.engagedUsers = 1;
    const first = await sim.get(`/${PAGE}`);
    expect(JSON.parse(first.headers.get("x-app-usage") ?? "")).toEqual({
      call_count: 0,
      total_time: 0,
      total_cputime: 0,
    });
    expect(JSON.parse(first.headers.get("x-business-use-case-usage") ?? "")).toMatchObject({
      [PAGE]: [{ type: "pages", estimated_time_to_regain_access: 0 }],
    });
  });
});
