import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OneMachine } from "../../infra/local/one-machine.ts";
import { BrandId, type MentionId, mentionId } from "../../shared/complaint/ids.ts";
import { EVENT_SOURCE } from "../../shared/events/define-event.ts";
import { MentionCollected } from "../../shared/events/mention-collected.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import { type ConsoleClient, logIn } from "../support/console-client.ts";
import { aMachine } from "../support/machine.ts";
import { aMention, shop } from "../support/world.ts";

const PAGE = "100100100100100";
const COMPLAINT = "I bought boots one size too small and you refused to exchange them.";

let machine: OneMachine;
let agent: ConsoleClient;
beforeAll(async () => {
  machine = await aMachine();
  agent = await logIn(machine.urls.console, "laura");
}, 120_000);
afterAll(() => machine?.close());

const onFacebook = (name: string, text: string): MentionId =>
  mentionId("facebook", machine.facebook.world.post({ page: PAGE, name, text }).id.split("_")[1] ?? "");
let writers = 0;
const onX = (name: string, text: string): MentionId =>
  mentionId(
    "x",
    machine.x.world.post({ handle: `hostile${writers++}`, name, text: `@kenttakauppa ${text}` }).id,
  );
const soon = { timeout: 50_000, interval: 100 };
const assessmentOf = (id: MentionId) =>
  vi.waitFor(async () => {
    const assessment = await machine.stores.mentions.assessmentOf(shop, id);
    if (assessment === undefined) throw new Error(`${id} has not been read`);
    return assessment;
  }, soon);
const queue = (name: string) => {
  const found = machine.bus.queues.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no queue ${name}`);
  return found;
};
const dead = () => machine.bus.queues.flatMap((each) => each.dead.map(({ body }) => `${each.name} ${body}`));
const atRest = () =>
  vi.waitFor(() => {
    const waiting = machine.bus.queues.filter((each) => each.depth > 0).map((each) => each.name);
    if (waiting.length > 0) throw new Error(`still at work: ${waiting.join(" ")}`);
  }, soon);

const zalgo = (text: string) => [...text].map((sign) => sign + "\u0336\u0321\u0489\u0301".repeat(6)).join("");
const hostile = [
  { when: "a megabyte", name: "Mega", text: `${COMPLAINT} `.repeat(15_000) },
  { when: "a megabyte without a space", name: "Wall", text: "x".repeat(1_000_000) },
  { when: "half characters", name: "Half \ud83d", text: `\udc4d ${COMPLAINT} \ud83d` },
  { when: "marks on marks", name: zalgo("Marja"), text: zalgo(COMPLAINT) },
  {
    when: "overrides of the reading direction",
    name: "\u202eajraM",
    text: `\u202e${COMPLAINT}\u2066 \u2069`,
  },
  { when: "a writer's name of ten thousand letters", name: "n".repeat(10_000), text: COMPLAINT },
  { when: "a writer's name of five thousand words", name: "Li ".repeat(5_000), text: COMPLAINT },
  { when: "a writer's name of nothing but blanks", name: " \u200b ", text: COMPLAINT },
  { when: "nothing but blanks", name: "Blank", text: " \n\u200b\t " },
  { when: "zeros and bells", name: "Nul\u0000l", text: `\u0000\u0007${COMPLAINT}\u001b[31m` },
  { when: "markup", name: "<script>alert(1)</script>", text: `"><img src=x onerror=alert(1)> ${COMPLAINT}` },
  {
    when: "keys of our own tables",
    name: "kenttakauppa#case",
    text: `__proto__ ${COMPLAINT} ${"#".repeat(2000)}`,
  },
  { when: "words that every object has", name: "constructor", text: `constructor valueOf. ${COMPLAINT}` },
  { when: "open brackets for a parser to climb", name: "Deep", text: `${"(".repeat(50_000)}${COMPLAINT}` },
  { when: "one saying ten thousand times", name: "Again", text: "never again ".repeat(10_000) },
  { when: "numbers without end", name: "Sum", text: `${COMPLAINT} ${"9".repeat(3000)} € 1e999 -0 NaN` },
];

describe.each([
  { channel: "facebook", write: onFacebook },
  { channel: "x", write: onX },
])("a post on $channel", ({ write }) => {
  const written = new Map<string, { id: MentionId; next: MentionId }>();
  beforeAll(() => {
    for (const { when, name, text } of hostile)
      written.set(when, { id: write(name, text), next: write(`Next to ${when}`, COMPLAINT) });
  });

  it.each(hostile)(
    "of $when ends in a case whose page opens, or is set aside with its reason",
    async ({ when }) => {
      const posts = written.get(when);
      if (posts === undefined) throw new Error("not written");
      const { lane, asideReason, caseId } = await assessmentOf(posts.id);
      if (lane === "aside") expect(asideReason).toBeDefined();
      else {
        if (caseId === undefined) throw new Error("neither aside nor in a case");
        await vi.waitFor(async () => {
          const file = await machine.stores.cases.load(shop, caseId);
          expect(file?.case.stage).not.toBe("detected");
        }, soon);
        const page = await agent.get(`/cases/${caseId}`);
        expect(page.status).toBe(200);
        expect(page.body).not.toMatch(/<script>alert|<img src=x/);
      }
      // The post behind it is read as well: nothing is held up.
      expect((await assessmentOf(posts.next)).lane).toBe("answer");
    },
    60_000,
  );

  it("leaves nothing at work and nothing in a dead-letter queue", async () => {
    await atRest();
    expect(dead()).toEqual([]);
  }, 60_000);
});

it("keeps one case, and reads the last wording once, when wordings come twice and the wrong way round", async () => {
  const now = systemClock.now();
  const wording = (revision: number, text: string) => aMention("x", "777", now, { revision, text });
  const tell = (revision: number) => ({
    source: EVENT_SOURCE,
    ...MentionCollected.make(
      { brand: shop, occurredAt: now, key: `x:777:${revision}` },
      { mentionId: mentionId("x", "777"), revision },
    ),
  });
  await machine.stores.mentions.put(wording(1, `${COMPLAINT} I am furious.`));
  await machine.stores.mentions.put(wording(0, "Hello"));
  machine.bus.deliver([tell(1), tell(0), tell(1), tell(0)]);
  const { caseId, lane } = await assessmentOf(mentionId("x", "777"));
  machine.bus.deliver([tell(0), tell(1)]);
  await atRest();
  expect(lane).toBe("answer");
  if (caseId === undefined) throw new Error("no case");
  const file = await machine.stores.cases.load(shop, caseId);
  expect(file?.case.mentions).toEqual([mentionId("x", "777")]);
  expect(file?.drafts).toHaveLength(1);
  expect(file?.audit.filter(({ did }) => did === "reworded")).toEqual([]);
  expect((await machine.stores.mentions.assessmentOf(shop, mentionId("x", "777")))?.revision).toBe(1);
});

it.each([
  { when: "is not JSON", body: "{" },
  { when: "is an event of which nobody knows", body: event("weather-changed.v1", {}) },
  {
    when: "is a later version of an event",
    body: event("mention-collected.v2", { mentionId: "x:1", revision: 0 }),
  },
  { when: "breaks its contract", body: event("mention-collected.v1", { mentionId: 7 }) },
])(
  "a message that $when ends in the dead-letter queue, and the others of its batch are done",
  async ({ body }) => {
    const mentions = queue("detect-complaint");
    const before = mentions.dead.length;
    const id = mentionId("x", String(9000 + before));
    const now = systemClock.now();
    await machine.stores.mentions.put(aMention("x", String(9000 + before), now));
    const good = MentionCollected.make(
      { brand: shop, occurredAt: now, key: `${id}:0` },
      { mentionId: id, revision: 0 },
    );
    for (const one of [event(good.detailType, good.detail, false), body]) mentions.send(one);
    expect((await assessmentOf(id)).lane).not.toBe("aside");
    await atRest();
    expect(mentions.dead.slice(before)).toEqual([{ body }]);
  },
);

it("a case of a brand that nobody has published goes to the dead-letter queue, and no other brand waits for it", async () => {
  const brand = BrandId.parse("unheard-of");
  const now = systemClock.now();
  await machine.stores.mentions.put({ ...aMention("x", "9500", now), brand });
  const about = (of: BrandId) =>
    MentionCollected.make(
      { brand: of, occurredAt: now, key: "x:9500:0" },
      { mentionId: mentionId("x", "9500"), revision: 0 },
    );
  await machine.stores.mentions.put(aMention("x", "9500", now));
  const mentions = queue("detect-complaint");
  const before = mentions.dead.length;
  for (const { detailType, detail } of [about(brand), about(shop)])
    mentions.send(event(detailType, detail, false));
  expect((await assessmentOf(mentionId("x", "9500"))).caseId).toBeDefined();
  await atRest();
  expect(mentions.dead.slice(before)).toHaveLength(1);
  expect(mentions.dead.at(-1)?.body).toContain("unheard-of");
});

function event(detailType: string, detail: object, wrap = true): string {
  const meta = { id: "e", occurredAt: "2026-03-02T09:00:00.000Z", brand: "kenttakauppa" };
  return JSON.stringify({
    source: EVENT_SOURCE,
    "detail-type": detailType,
    detail: wrap ? { meta, data: detail } : detail,
  });
}
