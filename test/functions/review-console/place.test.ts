import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advance } from "../../../shared/complaint/advance.ts";
import { approvalIdOf } from "../../../shared/complaint/ids.ts";
import { money } from "../../../shared/complaint/money.ts";
import type { StoreNote, StoreOrder } from "../../../shared/complaint/promise.ts";
import { makeNoteLink, makeOrderLink } from "../../../shared/runtime/order-link.ts";
import { type ConsoleWorld, consoleWorld, ORIGIN } from "../../support/console-world.ts";
import { CARE_TABLE } from "../../support/dynamo.ts";
import { wholeTable } from "../../support/whole-table.ts";
import { approvedBy, shop } from "../../support/world.ts";

const BY = "2026-12-04T12:00:00.000Z";
let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.dynamo.close());

/** An answered case whose place has an order, and the link that was sent there. */
async function ordered(change: Partial<StoreOrder> = {}) {
  const { id, mention } = await world.aCase("facebook", (file) => {
    const { change: done } = approvedBy(file, world.clock.at);
    return { approvals: done.approval === undefined ? [] : [done.approval] };
  });
  const { case: standing } = await world.load(id);
  const order: StoreOrder = {
    caseId: id,
    brand: shop,
    approvalId: approvalIdOf(id, 1),
    store: "any",
    code: "4EE48",
    handOver: "football-boots-junior",
    kind: "exchange",
    by: BY,
    state: "open",
    ...change,
  };
  await world.stores.cases.save({
    next: advance(standing, world.clock.at, {}),
    orders: [order],
    audit: [],
  });
  const link = await makeOrderLink(order, world.stores.orderLinks, ORIGIN);
  return { id, mention, order, link, path: new URL(link).pathname };
}
const get = (path: string) => world.app.request(`${ORIGIN}${path}`);
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  world.app.request(`${ORIGIN}${path}`, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: ORIGIN,
      "sec-fetch-site": "same-origin",
      ...headers,
    },
  });

describe("a place's link", () => {
  it("opens without a login, shows what, the code and by when, and nothing of the customer", async () => {
    const { path, mention, id } = await ordered();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain("4EE48");
    expect(page).toContain(BY);
    expect(page).toMatch(/oikeaan|right one/);
    for (const hidden of [mention.author?.name, mention.text, id, mention.id, "/cases"])
      expect(page).not.toContain(hidden ?? "nobody");
    expect(page).not.toMatch(/<script|href="\/"/);
  });

  it("changes nothing by looking, so that a mail filter answers for nobody", async () => {
    const { path, id } = await ordered();
    const before = await world.load(id);
    for (let look = 0; look < 3; look++) await get(path);
    await world.app.request(`${ORIGIN}${path}`, { method: "HEAD" });
    expect(await world.load(id)).toEqual(before);
  });

  it("names the sum where money is given back", async () => {
    const { path } = await ordered({ kind: "part-refund", value: money(440, "EUR"), handOver: "lunch" });
    expect(await (await get(path)).text()).toMatch(/4[,.]40/);
  });

  it("is answered with one press, once, and then shows no code", async () => {
    const { path, id } = await ordered();
    const first = await post(path, { says: "done" });
    expect([first.status, first.headers.get("location")]).toEqual([303, path]);
    const done = await world.load(id);
    expect(done.orders).toMatchObject([{ state: "done" }]);
    const page = await (await get(path)).text();
    expect(page).not.toContain("4EE48");
    expect(page).not.toContain("<form");
    expect((await post(path, { says: "cannot", because: "other" })).status).toBe(303);
    expect(await world.load(id)).toEqual(done);
  });

  it("is settled once by two who press at the same moment", async () => {
    const { path, id } = await ordered();
    const both = await Promise.all([post(path, { says: "done" }), post(path, { says: "done" })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const told = (await world.load(id)).audit.filter(({ did }) => did === "handed-over");
    expect(told).toHaveLength(1);
  });

  it("takes a no only with a reason from the list", async () => {
    const { path, id } = await ordered();
    for (const form of [{ says: "cannot" }, { says: "cannot", because: "no wish to" }, { says: "maybe" }, {}])
      expect((await post(path, form as Record<string, string>)).status).toBe(422);
    expect((await post(path, { says: "cannot", because: "not-in-stock" })).status).toBe(303);
    expect((await world.load(id)).case).toMatchObject({ desk: "agents", trouble: "order-refused" });
  });

  it("is refused to other sites, and without saying where from", async () => {
    const { path, id } = await ordered();
    const other = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await post(path, { says: "done" }, other)).status).toBe(403);
    const bare = await world.app.request(`${ORIGIN}${path}`, { method: "POST", body: "says=done" });
    expect(bare.status).toBe(403);
    expect((await world.load(id)).orders).toMatchObject([{ state: "open" }]);
  });

  it("leads nowhere when it is not ours, belongs to another brand, or has expired", async () => {
    const { path } = await ordered();
    const token = path.split("/").at(-1);
    for (const wrong of [`${path}x`, `/place/lounaspoyta/${token}`, "/place/kenttakauppa/", "/place/A/B"]) {
      const answer = await get(wrong);
      expect([wrong, answer.status === 200]).toEqual([wrong, false]);
      expect(await answer.text()).not.toContain("4EE48");
    }
    const at = world.clock.at;
    world.clock.at = "2026-12-11T12:00:00.000Z";
    expect((await get(path)).status).toBe(404);
    expect((await post(path, { says: "done" })).status).toBe(404);
    world.clock.at = at;
  });

  it("is kept as a hash only", async () => {
    const { path } = await ordered();
    const token = path.split("/").at(-1) ?? "";
    expect(JSON.stringify(await wholeTable(world.dynamo.endpoint, CARE_TABLE))).not.toContain(token);
  });

  it("carries a question to the agents and their answer back, both escaped", async () => {
    const laura = await world.signIn("agent");
    const { path, order, id } = await ordered();
    await post(path, { says: "asks", text: "<b>Which size?</b>" });
    const list = await (await laura.get("/orders")).text();
    expect(list).toContain("&lt;b&gt;Which size?&lt;/b&gt;");
    const answer = await laura.post(`/orders/${order.approvalId}/answer`, { case: id, text: "<i>35</i>" });
    expect(answer.status).toBe(303);
    const page = await (await get(path)).text();
    expect(page).toContain("&lt;i&gt;35&lt;/i&gt;");
    expect((await world.load(id)).case.trouble).toBeUndefined();
  });

  it("is made by an agent for an open order, and is another one each time", async () => {
    const laura = await world.signIn("agent");
    const { order, id } = await ordered();
    const links = [];
    for (let time = 0; time < 2; time++) {
      const page = await (await laura.post(`/orders/${order.approvalId}/link`, { case: id })).text();
      const link = new RegExp(`href="${ORIGIN}(/place/kenttakauppa/[\\w-]{43})"`).exec(page)?.[1];
      expect((await get(link ?? "/nowhere")).status).toBe(200);
      links.push(link);
    }
    expect(new Set(links).size).toBe(2);
    await laura.post(`/orders/${order.approvalId}/cancel`, { case: id });
    expect((await laura.post(`/orders/${order.approvalId}/link`, { case: id })).status).toBe(409);
    expect(await (await get(links[0] ?? "")).text()).not.toContain("4EE48");
  });

  it("is not made without a login", async () => {
    const { order, id } = await ordered();
    const answer = await post(`/orders/${order.approvalId}/link`, { case: id });
    expect(await answer.text()).not.toContain("/place/");
    expect(answer.status).not.toBe(200);
  });
});

describe("a note to a store", () => {
  it("tells what became of its no, without blame and without for whom, and is read once", async () => {
    const laura = await world.signIn("agent");
    const { id, order, mention, path } = await ordered({ overturned: true, store: "tampere" });
    expect(await (await get(path)).text()).toMatch(/kieltävän|got a no/);
    const { case: standing } = await world.load(id);
    const note: StoreNote = {
      caseId: id,
      brand: shop,
      approvalId: order.approvalId,
      store: "tampere",
      goods: "football-boots-junior",
      kind: "exchange",
      at: world.clock.at,
      state: "open",
    };
    await world.stores.cases.save({ next: advance(standing, world.clock.at, {}), notes: [note] });
    const link = await makeNoteLink(note, world.stores.orderLinks, ORIGIN);
    const notePath = new URL(link).pathname;
    const page = await (await get(notePath)).text();
    expect(page).toMatch(/kieltävän|got a no/);
    for (const hidden of [mention.author?.name, mention.text, id, order.code])
      expect(page).not.toContain(hidden ?? "nobody");
    expect(await (await laura.get("/orders")).text()).toContain("A customer got a no in your store");
    const made = await laura.post(`/orders/${order.approvalId}/note-link`, { case: id });
    expect(await made.text()).toContain("/place/kenttakauppa/");

    // A note's link does not answer the order of the same case.
    expect((await post(notePath, { says: "done" })).status).toBe(422);
    expect((await post(notePath, { says: "read" })).status).toBe(303);
    const read = await world.load(id);
    expect(read.notes).toMatchObject([{ state: "read", readAt: world.clock.at }]);
    expect(read.orders).toMatchObject([{ state: "open" }]);
    expect(await (await get(notePath)).text()).not.toContain("<form");
    expect(await (await laura.get("/orders")).text()).not.toContain("A customer got a no in your store");
  });
});
