import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../../infra/local/simulators/facebook/start.ts";
import { facebookPlatform } from "../../../shared/adapters/facebook/facebook-platform.ts";
import { facebookSource } from "../../../shared/adapters/facebook/facebook-source.ts";
import { authorId, type MentionId, mentionId } from "../../../shared/complaint/ids.ts";
import type { SocialPlatform } from "../../../shared/ports/social-platform.ts";
import { collecting, heldSecrets, type TestClock, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";
import { watchFacebook } from "../../support/facebook-spec.ts";
import { type PlatformWorld, socialPlatformContract } from "../social-platform.contract.ts";

const PAGE = "100100100100100";
const TOKEN = "page-token-of-kenttakauppa";
const DAY = 24 * 60 * 60_000;

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let facebook: FacebookSimulator;
let clock: TestClock;
let wire: ReturnType<typeof watchFacebook>;
let desk: ReturnType<typeof collecting>;
let platform: SocialPlatform;
let calls: number;

beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());
beforeEach(async () => {
  clock = testClock();
  wire = watchFacebook();
  calls = 0;
  facebook = await startFacebookSimulator({
    port: 0,
    clock: clock.date,
    pages: [{ pageId: PAGE, name: "Kenttäkauppa", pageToken: TOKEN }],
    onExchange: (exchange) => {
      wire.onExchange(exchange);
      calls += 1;
    },
  });
  desk = collecting("facebook", clock);
  platform = await facebookPlatform({ ...options(), mentions: desk.stores.mentions });
});
afterEach(async () => {
  await facebook.close();
  // Every exchange of every test keeps to the platform's own description.
  expect(wire.violations()).toEqual([]);
});

const options = () => ({
  brand: desk.brand,
  account: { pageId: PAGE, secret: "fb" },
  secrets: heldSecrets({ fb: { pageToken: TOKEN } }),
  allowances: desk.stores.allowances,
  clock,
  origin: facebook.url,
});
const fb = (id: string): MentionId => mentionId("facebook", id.slice(id.lastIndexOf("_") + 1));
const collect = () => desk.poll(() => facebookSource(options()));
const TEXT = "Vaihdamme kengät. – Laura";

/** The contract, once under a comment and once under a visitor's post. */
describe.each(["comment", "reply to a comment", "visitor's post"] as const)("a %s", (kind) => {
  let world: PlatformWorld;
  beforeEach(async () => {
    const words = "Väärä koko";
    const post = facebook.world.post({
      page: PAGE,
      name: "Liisa",
      text: kind === "visitor's post" ? words : "Muuta",
    });
    const on =
      kind === "reply to a comment"
        ? facebook.world.comment({ on: post.id, name: "Matti", text: "No?" })
        : post;
    const entry =
      kind === "visitor's post" ? post : facebook.world.comment({ on: on.id, name: "Liisa", text: words });
    await collect();
    calls = 0;
    world = {
      clock,
      faults: facebook.faults,
      platform,
      hasty: await facebookPlatform({ ...options(), mentions: desk.stores.mentions, timeoutMs: 30 }),
      mention: fb(entry.id),
      words,
      to: fb(entry.id),
      paths: { reply: "*/comments", message: "*/messages" },
      remove: () => facebook.world.remove(entry.id),
      edit: (text) => void facebook.world.edit(entry.id, text),
      answerByHand: (text) => facebook.world.answerByHand({ page: PAGE, to: entry.id, text }).id,
      answers: () => facebook.world.published().map(({ message }) => message),
      messages: () => facebook.world.sentMessages().map(({ text }) => text),
      calls: () => calls,
    };
    // Both ways of hanging a second-level reply are reported of the real Facebook; "answered by hand" needs one of them.
    facebook.settings.nesting = "immediate";
  });
  socialPlatformContract(() => world, { repeatedReply: "sent", repeatedMessage: "unknown" });
});

describe("what only Facebook does", () => {
  let comment: string;
  beforeEach(async () => {
    const post = facebook.world.pagePost({ page: PAGE, text: "Kausi alkaa" });
    comment = facebook.world.comment({ on: post.id, name: "Liisa", text: "Väärä koko" }).id;
    await collect();
  });
  const reply = () => platform.replyPublicly({ mention: fb(comment), text: TEXT });
  const write = () => platform.writePrivately({ mention: fb(comment), to: fb(comment), text: TEXT });

  it("finds a reply that Facebook hung on the comment above", async () => {
    facebook.settings.nesting = "top-level";
    const below = facebook.world.comment({ on: comment, name: "Matti", text: "Minullakin" });
    await collect();
    await platform.replyPublicly({ mention: fb(below.id), text: TEXT });
    const found = await platform.findReply({ mention: fb(below.id), text: TEXT, since: clock.now() });
    expect(found).toMatchObject({ found: "yes" });
  });

  it("names the person of the private conversation, and writes on to them", async () => {
    const sent = await write();
    const person = facebook.world.sentMessages()[0]?.personId ?? "";
    expect(sent).toMatchObject({ outcome: "sent", participant: authorId("facebook", person) });
    facebook.world.message({ page: PAGE, name: "Liisa", text: "Koko 38" });
    const to = authorId("facebook", person);
    expect(await platform.writePrivately({ mention: fb(comment), to, text: "Selvä" })).toMatchObject({
      outcome: "sent",
    });
    expect(
      await platform.findMessage({ mention: fb(comment), to, text: "Selvä", since: clock.now() }),
    ).toMatchObject({
      found: "yes",
      participant: to,
    });
  });

  it("does not take a private reply of somebody else for ours", async () => {
    facebook.world.messageByHand({ page: PAGE, to: comment, text: "Soitan sinulle" });
    expect(await write()).toEqual({ outcome: "unknown" });
    expect(
      await platform.findMessage({ mention: fb(comment), to: fb(comment), text: TEXT, since: clock.now() }),
    ).toEqual({
      found: "no",
    });
  });

  it("is refused after seven days, and by a person who cannot be reached", async () => {
    clock.forward(8 * DAY);
    expect(await write()).toMatchObject({ outcome: "refused", code: "10902" });
    facebook.world.unavailable(facebook.world.find(comment)?.authorId ?? "");
    const young = facebook.world.comment({
      on: facebook.world.posts()[0]?.id ?? "",
      name: "Liisa",
      text: "Uusi",
    });
    await collect();
    expect(
      await platform.writePrivately({ mention: fb(young.id), to: fb(young.id), text: TEXT }),
    ).toMatchObject({
      outcome: "refused",
      reason: "person-unavailable",
    });
  });

  it.each([
    {
      when: "the password was changed",
      code: 190,
      subcode: 460,
      gives: { outcome: "wait", reason: "token" },
    },
    {
      when: "Facebook takes us for a spammer",
      code: 368,
      subcode: 1390008,
      gives: { outcome: "wait", reason: "blocked" },
    },
    {
      when: "the page is throttled",
      code: 80001,
      subcode: undefined,
      gives: { outcome: "wait", reason: "throttled" },
    },
    {
      when: "a permission is missing",
      code: 200,
      subcode: undefined,
      gives: { outcome: "refused", reason: "platform-said-no", code: "200" },
    },
    { when: "the same was posted before", code: 506, subcode: undefined, gives: { outcome: "unknown" } },
    { when: "Facebook calls it temporary", code: 2, subcode: undefined, gives: { outcome: "unknown" } },
    {
      when: "the private conversation is closed",
      code: 10,
      subcode: 2018278,
      gives: { outcome: "refused", reason: "window-closed" },
    },
  ])("tells apart: $when", async ({ code, subcode, gives }) => {
    const error = {
      message: "no",
      type: "OAuthException",
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
    };
    facebook.faults.add({ kind: "answer", status: 400, body: { error }, method: "POST" });
    expect(await reply()).toMatchObject(gives);
  });

  it("keeps the page's usage and stops at its end", async () => {
    const usage = {
      [PAGE]: [
        {
          type: "pages",
          call_count: 100,
          total_time: 5,
          total_cputime: 5,
          estimated_time_to_regain_access: 19,
        },
      ],
    };
    facebook.faults.add({
      kind: "answer",
      status: 200,
      body: { id: "1_2" },
      headers: { "x-business-use-case-usage": JSON.stringify(usage) },
      method: "POST",
    });
    expect(await reply()).toMatchObject({ outcome: "sent" });
    calls = 0;
    expect(await reply()).toEqual({
      outcome: "wait",
      reason: "throttled",
      until: "2026-03-02T09:19:00.000Z",
    });
    expect(calls).toBe(0);
  });
});
