import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFacebookSimulator } from "../../../infra/local/simulators/facebook/start.ts";
import type { Faults } from "../../../infra/local/simulators/faults.ts";
import { startXSimulator } from "../../../infra/local/simulators/x/start.ts";
import { facebookSource } from "../../../shared/adapters/facebook/facebook-source.ts";
import { MAX_NAME, MAX_TEXT } from "../../../shared/adapters/written-text.ts";
import { xSource } from "../../../shared/adapters/x/x-source.ts";
import { type MentionId, mentionId } from "../../../shared/complaint/ids.ts";
import type { MentionSource } from "../../../shared/ports/mention-source.ts";
import { collecting, heldSecrets, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";

const PAGE = "100100100100100";
const KEYS = {
  bearerToken: "app-token",
  apiKey: "api-key",
  apiSecret: "api-secret",
  accessToken: "access-token",
  accessSecret: "access-secret",
};
const MINUTE = 60_000;

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

/** One platform with a brand's account on it. */
async function platform(channel: "facebook" | "x") {
  const clock = testClock();
  const desk = collecting(channel, clock);
  const around = { allowances: desk.stores.allowances, clock };
  let people = 0;
  if (channel === "facebook") {
    const sim = await startFacebookSimulator({
      port: 0,
      clock: clock.date,
      pages: [{ pageId: PAGE, name: "Kenttäkauppa", pageToken: "page-token" }],
    });
    return {
      clock,
      desk,
      faults: sim.faults,
      list: { path: "*/feed", stream: "feed" },
      write: (text: string, name = `Person ${people++}`): MentionId =>
        mentionId("facebook", sim.world.post({ page: PAGE, name, text }).id.split("_")[1] ?? ""),
      message: (text: string) => sim.world.message({ page: PAGE, name: `Person ${people++}`, text }).id,
      source: () =>
        facebookSource({
          brand: desk.brand,
          account: { pageId: PAGE, secret: "fb" },
          secrets: heldSecrets({ fb: { pageToken: "page-token" } }),
          origin: sim.url,
          ...around,
        }),
      close: () => sim.close(),
    };
  }
  const sim = await startXSimulator({
    port: 0,
    clock: clock.date,
    bearerTokens: [KEYS.bearerToken],
    accounts: [
      {
        userId: "2001001",
        handle: "kenttakauppa",
        name: "Kenttäkauppa",
        oauth1: {
          consumerKey: KEYS.apiKey,
          consumerSecret: KEYS.apiSecret,
          accessToken: KEYS.accessToken,
          accessSecret: KEYS.accessSecret,
        },
      },
    ],
  });
  return {
    clock,
    desk,
    faults: sim.faults,
    list: { path: "*/mentions", stream: "mentions" },
    write: (text: string, name = `Person ${people}`): MentionId =>
      mentionId("x", sim.world.post({ handle: `p${people++}`, name, text: `@kenttakauppa ${text}` }).id),
    message: (text: string) => sim.world.message({ handle: `p${people++}`, to: "kenttakauppa", text }).id,
    source: () =>
      xSource({
        brand: desk.brand,
        account: { userId: "2001001", handle: "kenttakauppa", search: [], secret: "x" },
        secrets: heldSecrets({ x: KEYS }),
        origin: sim.url,
        ...around,
      }),
    close: () => sim.close(),
  };
}

/** The source, with something that happens between its first and its second page. */
function afterFirstPage(source: MentionSource, stream: string, act: () => void): MentionSource {
  return {
    ...source,
    async *read(name, reading) {
      let pages = 0;
      for await (const batch of source.read(name, reading)) {
        yield batch;
        if (name === stream && ++pages === 1) act();
      }
    },
  };
}

const broken: readonly {
  readonly when: string;
  readonly fault: Parameters<Faults["add"]>[0];
  readonly code: string;
}[] = [
  { when: "is no list", fault: { kind: "answer", status: 200, body: { posts: [] } }, code: "malformed" },
  { when: "is a number", fault: { kind: "answer", status: 200, body: { data: 7 } }, code: "malformed" },
  {
    when: "holds nothing that can be read",
    fault: { kind: "answer", status: 200, body: { data: [{ id: 7 }, null, "post"], meta: {} } },
    code: "malformed",
  },
  { when: "is cut short", fault: { kind: "cut-body" }, code: "unavailable" },
  { when: "is HTML", fault: { kind: "not-json" }, code: "unavailable" },
];

describe.each(["facebook", "x"] as const)("on %s", (channel) => {
  it.each(broken)(
    "keeps the first page when the second $when, does not move on past it, and reads it the next time",
    async ({ fault, code }) => {
      const { clock, desk, faults, list, write, source, close } = await platform(channel);
      const ids = Array.from({ length: 140 }, (_, n) => write(`väärä koko ${n}`));
      clock.forward(MINUTE);
      const breaking = async () =>
        afterFirstPage(await source(), list.stream, () =>
          faults.add({ headers: { "content-type": "application/json" }, ...fault, path: list.path }),
        );
      await expect(desk.poll(breaking)).rejects.toMatchObject({ code });
      const first = desk.news();
      expect(first).toHaveLength(100);
      clock.forward(MINUTE);
      await desk.poll(source);
      const second = desk.news();
      expect(new Set([...first, ...second])).toEqual(new Set(ids.map((id) => `mention-collected.v1 ${id}`)));
      expect(second).toHaveLength(40);
      clock.forward(MINUTE);
      await desk.poll(source);
      expect(desk.news()).toEqual([]);
      await close();
    },
    30_000,
  );

  it.each([
    { when: "half a character", text: "väärä \ud83d koko", kept: "väärä \ufffd koko" },
    { when: "the other half", text: "väärä \udc4d koko", kept: "väärä \ufffd koko" },
    { when: "whole emoji", text: "väärä 👍🏽 koko", kept: "väärä 👍🏽 koko" },
    { when: "a zero", text: "väärä \u0000 koko", kept: "väärä \u0000 koko" },
    { when: "an override of the reading direction", text: "väärä \u202e koko", kept: "väärä \u202e koko" },
    { when: "more than a platform takes", text: "a".repeat(1_000_000), kept: "a".repeat(MAX_TEXT) },
    {
      when: "the same in letters of four bytes",
      text: "😡".repeat(400_000),
      kept: "😡".repeat(MAX_TEXT / 2),
    },
    { when: "the same in letters of three bytes", text: "靴".repeat(400_000), kept: "靴".repeat(MAX_TEXT) },
  ])(
    "stores a post and a message with $when, tells each once, and goes on",
    async ({ text, kept }) => {
      const { clock, desk, write, message, source, close } = await platform(channel);
      const id = write(text);
      const private_ = message(text);
      const after = write("seuraava");
      clock.forward(MINUTE);
      await desk.poll(source);
      expect(desk.news().toSorted()).toEqual(
        [
          `mention-collected.v1 ${id}`,
          `mention-collected.v1 ${after}`,
          `message-received.v1 ${channel}:${private_}`,
        ].toSorted(),
      );
      const begins = channel === "x" ? "@kenttakauppa " : "";
      expect((await desk.stored(id)).text).toBe(`${begins}${kept}`.slice(0, MAX_TEXT));
      expect((await desk.stores.messages.get(desk.brand, `${channel}:${private_}`))?.text).toBe(kept);
      // What is stored and what the platform gives are the same wording: it is not told as an edit at every poll.
      for (let poll = 0; poll < 2; poll++) {
        clock.forward(31 * MINUTE);
        await desk.poll(source);
      }
      expect(desk.news()).toEqual([]);
      await close();
    },
    30_000,
  );

  it.each([
    { when: "of ten thousand characters", name: "n".repeat(10_000), kept: "n".repeat(MAX_NAME) },
    { when: "with half a character", name: "Marja \ud83d", kept: "Marja \ufffd" },
    { when: "of marks on marks", name: `M${"\u0301".repeat(80)}arja`, kept: `M${"\u0301".repeat(80)}arja` },
  ])("takes a writer whose name is $when", async ({ name, kept }) => {
    const { clock, desk, write, source, close } = await platform(channel);
    const id = write("väärä koko", name);
    clock.forward(MINUTE);
    await desk.poll(source);
    expect((await desk.stored(id)).author?.name).toBe(kept);
    await close();
  });
});

it("keeps the higher revision, whichever comes first, and tells each wording once", async () => {
  const { desk, clock, close } = await platform("x");
  const id = mentionId("x", "1");
  const wording = (revision: number) => ({
    id,
    brand: desk.brand,
    channel: "x" as const,
    kind: "post" as const,
    byBrand: false,
    rootId: id,
    postedAt: clock.now(),
    revision,
    text: `revision ${revision}`,
    hasMedia: false,
  });
  for (const revision of [1, 0, 1, 0, 2, 1])
    await desk.poll(async () => ({
      streams: ["mentions"],
      async *read() {
        yield { mentions: [wording(revision)], messages: [], gone: [], unreadable: [], cursors: [] };
      },
    }));
  expect(desk.news()).toEqual([`mention-collected.v1 ${id}`, `mention-collected.v1 ${id}`]);
  expect(await desk.stored(id)).toMatchObject({ revision: 2, text: "revision 2" });
  await close();
});
