import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startFacebookSimulator } from "../../../infra/local/simulators/facebook/start.ts";
import type { Faults } from "../../../infra/local/simulators/faults.ts";
import { startXSimulator } from "../../../infra/local/simulators/x/start.ts";
import { facebookSource } from "../../../shared/adapters/facebook/facebook-source.ts";
import { xSource } from "../../../shared/adapters/x/x-source.ts";
import { mentionId } from "../../../shared/complaint/ids.ts";
import type { MentionSource } from "../../../shared/ports/mention-source.ts";
import { collecting, heldSecrets, type TestClock, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";

const MINUTE = 60_000;
const PAGE = "100100100100100";
const SECRET = {
  bearerToken: "app-token",
  apiKey: "api-key",
  apiSecret: "api-secret",
  accessToken: "access-token",
  accessSecret: "access-secret",
};

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

type Desk = ReturnType<typeof collecting>;
/** What stands on a platform in the end: its id and words, or that it is gone. */
type Entry = { readonly id: string; readonly text: string; readonly deleted: boolean };
type World = {
  readonly faults: Faults;
  write(n: number): void;
  answer(n: number): void;
  edit(n: number): void;
  remove(n: number): void;
  /** Written by people. */
  entries(): readonly Entry[];
  source(): Promise<MentionSource>;
  close(): Promise<void>;
};

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant("write" as const), n: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("answer" as const), n: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("edit" as const), n: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("remove" as const), n: fc.nat(50) }) },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("poll" as const), n: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("fault" as const),
      n: fc.nat(6),
      kind: fc.constantFrom("lost-answer", "cut-body", "error-before", "not-json", "throttled", "shuffled"),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Runs an afternoon, then lets things settle, and compares what is stored and told with what stands. */
async function settles(
  channel: "facebook" | "x",
  desk: Desk,
  world: World,
  clock: TestClock,
  acts: readonly Act[],
): Promise<void> {
  const source = () => world.source();
  // A poll that fails is heard of; that it loses nothing is what is shown here.
  const poll = () => desk.poll(source).catch(() => undefined);
  for (const one of acts) {
    clock.forward(7_000);
    if (one.act === "poll") {
      clock.forward(one.n * MINUTE);
      await poll();
    } else if (one.act === "fault")
      world.faults.add({ kind: one.kind, times: 1 + (one.n % 3), retryAfterSeconds: 120 });
    else world[one.act](one.n);
  }
  world.faults.clear();
  for (let round = 0; round < 4; round++) {
    clock.forward(31 * MINUTE);
    await desk.poll(source);
  }
  const told = new Set(desk.news());
  for (const { id, text, deleted } of world.entries()) {
    const stored = await desk.stores.mentions.get(desk.brand, mentionId(channel, id));
    const name = mentionId(channel, id);
    // What was written and deleted between two polls was never seen.
    if (deleted && stored === undefined) continue;
    expect({ name, text: stored?.text, isGone: stored?.removedAt !== undefined }).toEqual({
      name,
      text: deleted ? undefined : text,
      isGone: deleted,
    });
    expect(told).toContain(`mention-collected.v1 ${name}`);
    if (deleted) expect(told).toContain(`mention-removed.v1 ${name}`);
  }
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

async function facebookWorld(clock: TestClock, desk: Desk): Promise<World> {
  const sim = await startFacebookSimulator({
    port: 0,
    clock: clock.date,
    pages: [{ pageId: PAGE, name: "Kenttäkauppa", pageToken: "page-token" }],
  });
  const all = () => [...sim.world.posts(), ...sim.world.comments()].reverse();
  const alive = () => all().filter(({ deleted }) => !deleted);
  const people = () => alive().filter(({ byPage }) => !byPage);
  sim.world.pagePost({ page: PAGE, text: "Kausi alkaa" });
  // Somebody whose words can always be read: without any, many deletions at once look like a lost permission.
  sim.world.post({ page: PAGE, name: "Aina", text: "Hyvä kauppa" });
  let n = 0;
  return {
    faults: sim.faults,
    write: () => void sim.world.post({ page: PAGE, name: `P${n}`, text: `Post ${n++}` }),
    answer(at) {
      const on = pick(alive(), at);
      if (on !== undefined) sim.world.comment({ on: on.id, name: `P${n}`, text: `Comment ${n++}` });
    },
    edit(at) {
      const one = pick(people(), at);
      if (one !== undefined) sim.world.edit(one.id, `Edited ${n++}`);
    },
    remove(at) {
      const one = pick(people().slice(1), at);
      if (one !== undefined) sim.world.remove(one.id);
    },
    entries: () =>
      all()
        .filter(({ byPage }) => !byPage)
        .map(({ id, message, deleted }) => ({
          id: id.slice(id.lastIndexOf("_") + 1),
          text: message,
          deleted,
        })),
    source: () =>
      facebookSource({
        brand: desk.brand,
        account: { pageId: PAGE, secret: "fb" },
        secrets: heldSecrets({ fb: { pageToken: "page-token" } }),
        allowances: desk.stores.allowances,
        clock,
        origin: sim.url,
      }),
    close: () => sim.close(),
  };
}

async function xWorld(clock: TestClock, desk: Desk): Promise<World> {
  const oauth1 = {
    consumerKey: SECRET.apiKey,
    consumerSecret: SECRET.apiSecret,
    accessToken: SECRET.accessToken,
    accessSecret: SECRET.accessSecret,
  };
  const sim = await startXSimulator({
    port: 0,
    clock: clock.date,
    bearerTokens: [SECRET.bearerToken],
    accounts: [{ userId: "2001001", handle: "kenttakauppa", name: "Kenttäkauppa", oauth1 }],
  });
  const alive = () => sim.world.posts().filter(({ deleted }) => !deleted);
  let n = 0;
  return {
    faults: sim.faults,
    write: (at) =>
      void sim.world.post({
        handle: `p${n}`,
        text: `${at % 2 === 0 ? "@kenttakauppa" : "Kenttäkauppa"} ${n++}`,
      }),
    answer(at) {
      const to = pick(alive(), at);
      if (to !== undefined)
        sim.world.reply({ handle: `p${n}`, to: to.id, text: `no niin @kenttakauppa ${n++}` });
    },
    edit(at) {
      const one = pick(
        alive().filter(({ edits }) => edits < 5),
        at,
      );
      if (one !== undefined) sim.world.edit(one.id, `@kenttakauppa edited ${n++}`);
    },
    remove(at) {
      const one = pick(alive(), at);
      if (one !== undefined) sim.world.remove(one.id);
    },
    entries: () =>
      sim.world.posts().map(({ firstId, text, deleted, inReplyTo }) => ({
        id: firstId,
        // X begins a reply with the handles that it answers.
        text: inReplyTo === undefined ? text : expect.stringMatching(new RegExp(`${text}$`)),
        deleted,
      })),
    source: () =>
      xSource({
        brand: desk.brand,
        account: { userId: "2001001", handle: "kenttakauppa", search: ["Kenttäkauppa"], secret: "x" },
        secrets: heldSecrets({ x: SECRET }),
        allowances: desk.stores.allowances,
        clock,
        origin: sim.url,
      }),
    close: () => sim.close(),
  };
}

it.each([
  { channel: "facebook" as const, make: facebookWorld },
  { channel: "x" as const, make: xWorld },
])(
  "after any afternoon on $channel the store says what stands, and everything was told",
  async ({ channel, make }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        const clock = testClock();
        const desk = collecting(channel, clock);
        const world = await make(clock, desk);
        try {
          await settles(channel, desk, world, clock, acts);
        } finally {
          await world.close();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  },
  120_000,
);
