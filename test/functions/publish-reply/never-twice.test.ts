import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownReplySeen } from "../../../functions/publish-reply/heard-outside.ts";
import { type PublishPorts, publishReply } from "../../../functions/publish-reply/publish-reply.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import type { Assessment } from "../../../shared/complaint/assessment.ts";
import type { DeliverySide, SendOutcome } from "../../../shared/complaint/delivery.ts";
import {
  AgentId,
  type ApprovalId,
  approvalIdOf,
  authorId,
  type Channel,
  type MentionId,
  messageId,
} from "../../../shared/complaint/ids.ts";
import type { SocialPlatform } from "../../../shared/ports/social-platform.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { aDraftedCase, aMention, approvedBy, laura, shop, shopFile } from "../../support/world.ts";

/** What may go wrong at one step: at a save, or at a post. */
type Mishap =
  | "none"
  | "crash-before-save"
  | "crash-after-save"
  | "lost-answer"
  | "not-sent-5xx"
  | "throttled"
  | "refused"
  | "blind"
  | "gone";
const mishaps: readonly Mishap[] = [
  "none",
  "crash-before-save",
  "crash-after-save",
  "lost-answer",
  "not-sent-5xx",
  "throttled",
  "refused",
  "blind",
  "gone",
];

const START = "2026-11-20T10:00:00.000Z";
const stores = careStores(CARE_TABLE);
let dynamo: { close(): Promise<void> };
beforeAll(async () => {
  dynamo = await withDynamo();
  await stores.brands.publish(shopFile(), START, "Aino");
  for (const channel of ["facebook", "x"] as const)
    await stores.brands.setPaused(shop, channel, false, laura, START);
});
afterAll(() => dynamo.close());

class Crash extends Error {}
let numbers = 1000;

/** One approved case, a platform that remembers what was posted, and a list of mishaps that is used up step by step. */
async function aRun(channel: Channel, script: readonly Mishap[]) {
  const number = String(numbers++);
  const file = aDraftedCase(channel, number, START);
  const mention = aMention(channel, number, START);
  const posted: { side: DeliverySide; text: string }[] = [];
  const left = [...script];
  const next = (kinds: readonly Mishap[]): Mishap => {
    const first = left[0];
    if (first === undefined || !kinds.includes(first)) {
      if (first === "none") left.shift();
      return "none";
    }
    left.shift();
    return first;
  };
  let now = Date.parse(START);
  await stores.mentions.put(mention);
  const thread = { brand: shop, channel, rootId: mention.id, person: mention.author?.id ?? mention.id };
  await stores.cases.open(file.case, thread, {
    at: START,
    event: { detailType: "case-assessed.v1", detail: {} },
  });
  const drafted = { ...file.case, version: 2 };
  await stores.cases.save({ next: drafted, draft: file.drafts[0], decision: file.decision });
  const { change } = approvedBy({ ...file, case: drafted }, START, AgentId.parse(`agent-${number}`));
  expect(await stores.cases.save(change)).toEqual({ outcome: "saved" });

  const post = async (side: DeliverySide, text: string): Promise<SendOutcome> => {
    const mishap = next(["lost-answer", "not-sent-5xx", "throttled", "refused"]);
    if (mishap === "not-sent-5xx") return { outcome: "unknown" };
    if (mishap === "throttled")
      return { outcome: "wait", reason: "throttled", until: new Date(now + 60_000).toISOString() };
    if (mishap === "refused") return { outcome: "refused", reason: "platform-said-no" };
    posted.push({ side, text });
    if (mishap === "lost-answer") throw new Error("socket hang up");
    return { outcome: "sent", platformId: `${side}-${posted.length}` };
  };
  const found = (side: DeliverySide, text: string) => {
    if (next(["blind"]) === "blind") return { found: "could-not-look" as const };
    const at = posted.findIndex((each) => each.side === side && each.text === text);
    return at < 0 ? { found: "no" as const } : { found: "yes" as const, platformId: `${side}-${at + 1}` };
  };
  const platform: SocialPlatform = {
    mentionNow: async () =>
      next(["gone"]) === "gone"
        ? { state: "gone" }
        : { state: "there", text: mention.text ?? "", answeredBy: [] },
    replyPublicly: ({ text }) => post("public", text),
    writePrivately: ({ text }) => post("private", text),
    findReply: async ({ text }) => found("public", text),
    findMessage: async ({ text }) => found("private", text),
  };
  const ports: PublishPorts = {
    ...stores,
    cases: {
      ...stores.cases,
      async save(saved) {
        if (next(["crash-before-save"]) !== "none") throw new Crash();
        const outcome = await stores.cases.save(saved);
        if (next(["crash-after-save"]) !== "none") throw new Crash();
        return outcome;
      },
    },
    platform: async () => platform,
    clock: { now: () => new Date(now).toISOString() },
  };
  const approvalId: ApprovalId = approvalIdOf(file.case.id, 1);
  const about = { brand: shop, caseId: file.case.id, approvalId, causedBy: "test" };
  const wake = async () => {
    await publishReply(about, ports).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  };
  return {
    posted,
    wake,
    pass: (ms: number) => {
      now += ms;
    },
    load: async () => {
      const loaded = await stores.cases.load(shop, file.case.id);
      if (loaded === undefined) throw new Error("the case is gone");
      return loaded;
    },
    writes: () =>
      stores.messages.put(
        {
          id: messageId(channel, `m${number}`),
          brand: shop,
          channel,
          direction: "in",
          with: authorId(channel, `9${number}`),
          sentAt: START,
          text: "hi",
        },
        file.case.id,
      ),
  };
}

const read = (mention: MentionId): Assessment => ({
  mention,
  revision: 0,
  assessedAt: START,
  lang: "en",
  complaint: { score: 0.9, label: true },
  severity: 2,
  arousal: 0,
  lane: "answer",
  cues: [],
  reasons: [],
});

const of = (posted: readonly { side: DeliverySide }[], side: DeliverySide) =>
  posted.filter((each) => each.side === side).length;

describe("publishing", () => {
  it("sends nothing during the hold, then on Facebook the private message first and the public reply after it", async () => {
    const run = await aRun("facebook", []);
    await run.wake();
    expect(run.posted).toEqual([]);
    run.pass(10_001);
    await run.wake();
    expect(run.posted.map((each) => each.side)).toEqual(["private", "public"]);
    const file = await run.load();
    expect(file.case.stage).toBe("answered");
    expect(file.grants.map((grant) => grant.state)).toEqual(["DUE"]);
    expect(file.promises.map((promise) => promise.state)).toEqual(["open"]);
  });

  it("sends the public reply first on X, and the private text only after the person has written", async () => {
    const run = await aRun("x", []);
    run.pass(10_001);
    await run.wake();
    expect(run.posted.map((each) => each.side)).toEqual(["public"]);
    await run.writes();
    await run.wake();
    expect(run.posted.map((each) => each.side)).toEqual(["public", "private"]);
  });

  it("asks the agent after three looks that found nothing, and never posts again by itself", async () => {
    const run = await aRun("facebook", ["not-sent-5xx"]);
    run.pass(10_001);
    for (let minute = 0; minute < 30; minute++) {
      await run.wake();
      run.pass(60_000);
    }
    const file = await run.load();
    expect(run.posted).toEqual([]);
    expect(file.case).toMatchObject({ trouble: "unknown-outcome", desk: "agents", band: 0 });
    expect(file.grants.map((grant) => grant.state)).toEqual(["DUE"]);
  });

  it("finds its own text after a lost answer instead of posting it again", async () => {
    const run = await aRun("facebook", ["lost-answer"]);
    run.pass(10_001);
    await run.wake();
    run.pass(31_000);
    await run.wake();
    expect(of(run.posted, "private")).toBe(1);
    expect((await run.load()).deliveries.map((each) => each.state)).toEqual(["SENT", "SENT"]);
  });

  it("releases the remedy and gives the draft back when the platform says no", async () => {
    const run = await aRun("facebook", ["refused"]);
    run.pass(10_001);
    await run.wake();
    const file = await run.load();
    expect(file.deliveries.map((each) => each.state)).toEqual(["REFUSED", "REFUSED"]);
    expect(file.grants.map((grant) => grant.state)).toEqual(["RELEASED"]);
    expect(file.case).toMatchObject({ stage: "drafted", draftVersion: 2, trouble: "refused" });
  });

  it("does not take an own reply to an earlier post for an answer to what the person wrote after it", async () => {
    const number = String(numbers++);
    const file = aDraftedCase("facebook", number, START);
    const earlier = aMention("facebook", `${number}0`, "2026-11-20T09:00:00.000Z");
    const asked = aMention("facebook", number, START);
    const own = aMention("facebook", `${number}1`, "2026-11-20T09:30:00.000Z", {
      byBrand: true,
      parentId: earlier.id,
    });
    for (const each of [earlier, asked, own]) await stores.mentions.put(each);
    await stores.mentions.saveAssessment(shop, { ...read(earlier.id), caseId: file.case.id });
    const thread = { brand: shop, channel: "facebook" as const, rootId: asked.id, person: asked.id };
    await stores.cases.open(file.case, thread, {
      at: START,
      event: { detailType: "case-assessed.v1", detail: {} },
    });
    const ports = {
      ...stores,
      clock: { now: () => START },
      platform: async (): Promise<SocialPlatform> => {
        throw new Error("nothing is sent here");
      },
    };
    const seen = { brand: shop, reply: own.id, parent: earlier.id, causedBy: "test" };
    await ownReplySeen(seen, ports);
    expect((await stores.cases.load(shop, file.case.id))?.case.stage).toBe("drafted");
    const late = aMention("facebook", `${number}2`, "2026-11-20T11:00:00.000Z", {
      byBrand: true,
      parentId: asked.id,
    });
    await stores.mentions.put(late);
    await stores.mentions.saveAssessment(shop, { ...read(asked.id), caseId: file.case.id });
    await ownReplySeen({ ...seen, reply: late.id, parent: asked.id }, ports);
    expect((await stores.cases.load(shop, file.case.id))?.case).toMatchObject({
      stage: "closed",
      closedBecause: "answered-outside",
    });
  });

  it("posts each text at most once, whatever crashes, is lost, comes twice or at the same time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Channel>("facebook", "x"),
        fc.array(fc.constantFrom(...mishaps), { maxLength: 7 }),
        fc.array(
          fc.record({ passMs: fc.constantFrom(0, 5_000, 31_000, 130_000, 700_000), twins: fc.boolean() }),
          { minLength: 4, maxLength: 10 },
        ),
        async (channel, script, wakes) => {
          const run = await aRun(channel, script);
          for (const { passMs, twins } of wakes) {
            run.pass(passMs);
            if (twins) await Promise.all([run.wake(), run.wake()]);
            else await run.wake();
            expect(of(run.posted, "public")).toBeLessThanOrEqual(1);
            expect(of(run.posted, "private")).toBeLessThanOrEqual(1);
          }
          const calmDown = async () => {
            for (let more = 0; more < 14; more++) {
              run.pass(400_000);
              await run.wake();
            }
          };
          await calmDown();
          if (channel === "x") {
            await run.writes();
            await run.wake();
            await calmDown();
          }
          const file = await run.load();
          for (const side of ["public", "private"] as const) {
            const delivery = file.deliveries.find((each) => each.side === side);
            const count = of(run.posted, side);
            expect(count).toBeLessThanOrEqual(1);
            if (delivery?.state === "SENT") expect(count).toBe(1);
            if (delivery?.state === "REFUSED") expect(count).toBe(0);
            // Nothing is left in the middle once all has calmed down.
            expect(["SENT", "REFUSED", "UNKNOWN", "WAITING"]).toContain(delivery?.state);
            if (delivery?.state === "UNKNOWN")
              expect(file.case).toMatchObject({ trouble: "unknown-outcome", desk: "agents" });
          }
          expect(file.grants).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);
});
