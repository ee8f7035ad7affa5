import { afterEach, beforeEach, expect, it } from "vitest";
import { type SimulatedX, simulatedX } from "./simulated.ts";

let sim: SimulatedX;
beforeEach(async () => {
  sim = await simulatedX({ settings: {} });
});
afterEach(() => sim.end());
const search = (query: string, more = "") =>
  sim.get(`/2/tweets/search/recent?query=${encodeURIComponent(query)}${more}`);

it("finds posts that only speak of the brand, thirty seconds late", async () => {
  const { id } = sim.x.world.post({ handle: "matti", text: "Kenttäkauppa, never again" });
  expect((await search("kenttäkauppa -is:retweet")).body).toEqual({ meta: { result_count: 0 } });
  sim.time.pass(30);
  expect((await search("kenttäkauppa -is:retweet")).list).toMatchObject([{ id }]);
});

it("forgets after seven days", async () => {
  sim.x.world.post({ handle: "matti", text: "Kenttäkauppa, never again" });
  sim.time.pass(7 * 86_400 + 1);
  expect((await search("kenttäkauppa")).list).toEqual([]);
});

it("pages by next_token", async () => {
  for (let i = 0; i < 12; i++) sim.x.world.post({ handle: "matti", text: `kenttäkauppa ${i}` });
  sim.time.pass(60);
  const first = await search("kenttäkauppa", "&max_results=10");
  const token = String(Object(first.body["meta"]).next_token);
  const second = await search("kenttäkauppa", `&max_results=10&next_token=${token}`);
  expect([first.list.length, second.list.length]).toEqual([10, 2]);
  expect(second.list.at(-1)?.["text"]).toBe("kenttäkauppa 0");
});

it("finds words of a long post that stand after the cut", async () => {
  sim.x.world.post({ handle: "matti", text: `${"a long story ".repeat(40)} and then kenttäkauppa` });
  sim.time.pass(60);
  expect((await search("kenttäkauppa")).list).toHaveLength(1);
});
