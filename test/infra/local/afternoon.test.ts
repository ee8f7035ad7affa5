import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { playAfternoon } from "../../../infra/local/afternoon.ts";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../../infra/local/simulators/facebook/start.ts";
import { startXSimulator, type XSimulator } from "../../../infra/local/simulators/x/start.ts";

let folder: string;
let machine: { facebook: FacebookSimulator; x: XSimulator };
const oauth1 = { consumerKey: "k", consumerSecret: "s", accessToken: "t", accessSecret: "u" };
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  folder = mkdtempSync(path.join(tmpdir(), "afternoon-"));
  machine = {
    facebook: await startFacebookSimulator({
      port: 0,
      pages: [
        { pageId: "100100100100100", name: "Kenttäkauppa", pageToken: "page-token-one" },
        { pageId: "100200200200200", name: "Lounaspöytä", pageToken: "page-token-two" },
      ],
    }),
    x: await startXSimulator({
      port: 0,
      bearerTokens: ["b"],
      accounts: [
        { userId: "1", handle: "kenttakauppa", name: "Kenttäkauppa", oauth1 },
        { userId: "2", handle: "lounaspoyta", name: "Lounaspöytä", oauth1: { ...oauth1, accessToken: "v" } },
      ],
    }),
  };
});
afterEach(async () => {
  vi.useRealTimers();
  await machine.facebook.close();
  await machine.x.close();
  rmSync(folder, { recursive: true });
});

const written = () => [
  ...machine.facebook.world.posts().map(({ message }) => message),
  ...machine.facebook.world.comments().map(({ message }) => message),
  ...machine.facebook.world.messages().map(({ text }) => text),
  ...machine.x.world.posts().map(({ text }) => text),
];
const lines = readFileSync(
  path.join(import.meta.dirname, "../../../infra/local/seed/afternoon.jsonl"),
  "utf8",
).split("\n").length;
const untilTheEnd = () => vi.advanceTimersByTime(lines * 20_000);

it("writes every post once, over any number of stops and starts", () => {
  for (let start = 0; start < 5; start++) {
    const playing = playAfternoon(machine, folder);
    vi.advanceTimersByTime(45_000);
    playing.stop();
  }
  playAfternoon(machine, folder);
  untilTheEnd();
  const texts = written();
  expect(texts.length).toBeGreaterThan(20);
  expect(new Set(texts).size).toBe(texts.length);
  playAfternoon(machine, folder);
  untilTheEnd();
  expect(written()).toHaveLength(texts.length);
});

it("goes on when somebody has deleted, on the page, what a later post answers", () => {
  const playing = playAfternoon(machine, folder);
  for (const { id } of machine.facebook.world.posts()) machine.facebook.world.remove(id);
  for (const { id } of machine.x.world.posts()) machine.x.world.remove(id);
  const before = written().length;
  expect(untilTheEnd).not.toThrow();
  expect(written().length).toBeGreaterThan(before + 10);
  playing.stop();
});

it("goes on when what a later post answers is not there any more", async () => {
  const { ids } = { ids: Array.from({ length: 8 }, (_, at) => `${at}_lost`) };
  writeFileSync(path.join(folder, "afternoon.json"), JSON.stringify({ ids }));
  const playing = playAfternoon(machine, folder);
  expect(untilTheEnd).not.toThrow();
  expect(written().length).toBeGreaterThan(10);
  playing.stop();
});

it("does not begin from the front when it cannot read how far it got", () => {
  writeFileSync(path.join(folder, "afternoon.json"), '{"ids":["1_');
  expect(() => playAfternoon(machine, folder)).toThrow(/afternoon\.json cannot be read[\s\S]*rm -rf/);
  expect(written()).toEqual([]);
});
