import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { startXSimulator, type XSimulator } from "../../../infra/local/simulators/x/start.ts";
import { postMention, webOriginOf } from "../../../shared/adapters/x/x-mentions.ts";
import { XPost } from "../../../shared/adapters/x/x-objects.ts";
import { xPlatform } from "../../../shared/adapters/x/x-platform.ts";
import { authorId, mentionId } from "../../../shared/complaint/ids.ts";
import type { SeenMention } from "../../../shared/ports/mention-source.ts";
import type { SocialPlatform } from "../../../shared/ports/social-platform.ts";
import { collecting, heldSecrets, type TestClock, testClock } from "../../support/collecting.ts";
import { withDynamo } from "../../support/dynamo.ts";
import { watchX } from "../../support/x-spec.ts";
import { type PlatformWorld, socialPlatformContract } from "../social-platform.contract.ts";

const BRAND = "2001001";
const HANDLE = "kenttakauppa";
const SECRET = {
  bearerToken: "app-token",
  apiKey: "api-key",
  apiSecret: "api-secret",
  accessToken: "access-token",
  accessSecret: "access-secret",
};
const TEXT = "Vaihdamme kengät oikeaan kokoon. – Laura";

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let x: XSimulator;
let clock: TestClock;
let wire: ReturnType<typeof watchX>;
let desk: ReturnType<typeof collecting>;
let platform: SocialPlatform;
let calls: number;

beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());
beforeEach(async () => {
  clock = testClock();
  wire = watchX();
  calls = 0;
  x = await startXSimulator({
    port: 0,
    clock: clock.date,
    bearerTokens: [SECRET.bearerToken],
    accounts: [
      {
        userId: BRAND,
        handle: HANDLE,
        name: "Kenttäkauppa",
        oauth1: {
          consumerKey: SECRET.apiKey,
          consumerSecret: SECRET.apiSecret,
          accessToken: SECRET.accessToken,
          accessSecret: SECRET.accessSecret,
        },
      },
    ],
    onExchange: (exchange) => {
      wire.onExchange(exchange);
      calls += 1;
    },
  });
  desk = collecting("x", clock);
  platform = await xPlatform(options());
});
afterEach(async () => {
  await x.close();
  // Every exchange of every test keeps to the platform's own description.
  expect(wire.violations()).toEqual([]);
});

const options = (timeoutMs?: number) => ({
  brand: desk.brand,
  account: { userId: BRAND, handle: HANDLE, secret: "x" },
  secrets: heldSecrets({ x: SECRET }),
  allowances: desk.stores.allowances,
  mentions: desk.stores.mentions,
  clock,
  origin: x.url,
  timeoutMs,
});

/** A post stored as the collector does it. */
async function stored(id: string): Promise<SeenMention> {
  const response = await fetch(
    `${x.url}/2/tweets/${id}?tweet.fields=author_id,created_at,conversation_id,edit_history_tweet_ids,entities,note_tweet,referenced_tweets,reply_settings,display_text_range`,
    { headers: { authorization: `Bearer ${SECRET.bearerToken}` } },
  );
  const { data } = z.object({ data: z.unknown() }).parse(await response.json());
  const account = { brand: desk.brand, userId: BRAND, handle: HANDLE, webOrigin: webOriginOf(x.url) };
  const seen = postMention(XPost.parse(data), { users: new Map(), referenced: new Map() }, account);
  if (seen === undefined) throw new Error("a repost");
  await desk.stores.mentions.put({ ...seen, revision: seen.revision ?? 0, seenAt: clock.now() });
  calls = 0;
  return seen;
}

describe("the contract", () => {
  let world: PlatformWorld;
  beforeEach(async () => {
    const words = "@kenttakauppa väärä koko & <rikki>";
    const post = x.world.post({ handle: "liisa", text: words });
    x.world.message({ handle: "liisa", to: HANDLE, text: "hi" });
    const { id, author } = await stored(post.id);
    world = {
      clock,
      faults: x.faults,
      platform,
      hasty: await xPlatform(options(30)),
      mention: id,
      words,
      to: author?.id ?? id,
      paths: { reply: "/2/tweets", message: "*/messages" },
      remove: () => x.world.remove(post.id),
      edit: (text) => void x.world.edit(post.id, text),
      answerByHand: (text) => x.world.answerByHand({ as: HANDLE, to: post.id, text }).id,
      answers: () => x.world.published().map(({ text }) => text),
      messages: () => x.world.sentMessages().map(({ text }) => text),
      calls: () => calls,
    };
  });
  socialPlatformContract(() => world, { repeatedReply: "unknown", repeatedMessage: "sent" });
});

describe("what only X does", () => {
  const reply = (mention: SeenMention["id"], text = TEXT) => platform.replyPublicly({ mention, text });

  it("is refused where the author did not name the brand", async () => {
    const { id } = await stored(x.world.post({ handle: "liisa", text: "Kenttäkauppa petti" }).id);
    expect(await reply(id)).toMatchObject({ outcome: "refused", reason: "not-summoned", code: "403" });
  });

  it("is refused where the author let in others only", async () => {
    const own = x.world.answerByHand({
      as: HANDLE,
      to: x.world.post({ handle: "pekka", text: "hei" }).id,
      text: "Hei",
    });
    const post = x.world.quote({ handle: "liisa", of: own.id, text: "Näinkö?" });
    x.world.restrictReplies(post.id, "following");
    const { id } = await stored(post.id);
    expect(await reply(id)).toMatchObject({ outcome: "refused", reason: "replies-restricted" });
  });

  it("finds a reply whose links and signs X has changed", async () => {
    const { id } = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    const text = "Koot & hinnat <tässä>: kenttakauppa.fi/koot ja https://kenttakauppa.fi/koot/lapset";
    const sent = await reply(id, text);
    const found = await platform.findReply({ mention: id, text, since: clock.now() });
    expect(found).toEqual({ found: "yes", platformId: sent.outcome === "sent" ? sent.platformId : "" });
    expect(
      await platform.findReply({ mention: id, text: text.replace("hinnat", "värit"), since: clock.now() }),
    ).toEqual({
      found: "no",
    });
  });

  it("does not take the same words to somebody else for this reply", async () => {
    const one = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    const other = await stored(x.world.post({ handle: "pekka", text: "@kenttakauppa hei" }).id);
    await reply(other.id);
    expect(await platform.findReply({ mention: one.id, text: TEXT, since: clock.now() })).toEqual({
      found: "no",
    });
  });

  it("answers and finds under the wording that was stored, and sees replies to any version", async () => {
    const post = x.world.post({ handle: "liisa", text: "@kenttakauppa hei" });
    x.world.edit(post.id, "@kenttakauppa hei, väärä koko");
    const { id, platformRef } = await stored(x.world.find(post.id)?.id ?? "");
    expect(id).toBe(mentionId("x", post.id));
    await reply(id);
    expect(x.world.published()[0]?.inReplyTo).toBe(platformRef);
    expect(await platform.findReply({ mention: id, text: TEXT, since: clock.now() })).toMatchObject({
      found: "yes",
    });
    x.world.edit(post.id, "@kenttakauppa hei, nyt parempi");
    expect(await platform.mentionNow(id)).toMatchObject({
      text: "@kenttakauppa hei, nyt parempi",
      answeredBy: [x.world.published()[0]?.id],
    });
  });

  it("takes a protected account's post for gone: it may not be kept", async () => {
    const { id } = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    x.world.protect("liisa", true);
    expect(await platform.mentionNow(id)).toEqual({ state: "gone" });
  });

  it("does not write privately to who has not written", async () => {
    const { id, author } = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    const to = author?.id ?? authorId("x", "0");
    expect(await platform.writePrivately({ mention: id, to, text: TEXT })).toMatchObject({
      outcome: "refused",
      reason: "person-unavailable",
    });
  });

  it.each([
    {
      when: "the keys are refused",
      status: 401,
      body: { title: "Unauthorized", detail: "Unauthorized", type: "about:blank" },
      gives: { outcome: "wait", reason: "token" },
    },
    {
      when: "the credits are used up",
      status: 402,
      body: { title: "CreditsDepleted", detail: "no credits", type: "https://api.x.com/2/problems/credits" },
      gives: { outcome: "wait", reason: "credits" },
    },
    {
      when: "the month's cap is reached",
      status: 429,
      body: {
        title: "UsageCapExceeded",
        detail: "cap",
        type: "https://api.twitter.com/2/problems/usage-capped",
      },
      gives: { outcome: "wait", reason: "credits" },
    },
    {
      when: "the text breaks a rule",
      status: 400,
      body: {
        title: "Invalid Request",
        detail: "bad",
        type: "https://api.twitter.com/2/problems/invalid-request",
      },
      gives: { outcome: "refused", reason: "platform-said-no", code: "400/invalid-request" },
    },
    {
      when: "these words stand already",
      status: 403,
      body: {
        title: "Forbidden",
        detail: "You are not allowed to create a Tweet with duplicate content.",
        type: "about:blank",
      },
      gives: { outcome: "unknown" },
    },
  ])("tells apart: $when", async ({ status, body, gives }) => {
    const { id } = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    x.faults.add({
      kind: "answer",
      method: "POST",
      status,
      body: { ...body, status },
      headers: { "content-type": "application/problem+json" },
    });
    expect(await reply(id)).toMatchObject(gives);
  });

  it("without credits calls nothing at all for an hour", async () => {
    const { id } = await stored(x.world.post({ handle: "liisa", text: "@kenttakauppa hei" }).id);
    x.faults.add({
      kind: "answer",
      status: 402,
      body: { title: "CreditsDepleted" },
      headers: { "content-type": "application/json" },
    });
    await reply(id);
    calls = 0;
    expect(await platform.mentionNow(id)).toEqual({
      state: "could-not-look",
      until: "2026-03-02T10:00:00.000Z",
    });
    expect(await reply(id)).toMatchObject({ outcome: "wait", reason: "credits" });
    expect(calls).toBe(0);
  });

  it("says what the secret lacks", async () => {
    const { accessSecret: _, ...short } = SECRET;
    await expect(xPlatform({ ...options(), secrets: heldSecrets({ x: short }) })).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining("accessSecret"),
    });
  });
});
