import { describe, expect, it } from "vitest";
import type { Fault, Faults } from "../../infra/local/simulators/faults.ts";
import type { AuthorId, MentionId } from "../../shared/complaint/ids.ts";
import type { SocialPlatform } from "../../shared/ports/social-platform.ts";
import type { TestClock } from "../support/collecting.ts";

/** One simulated platform with a person's post on it that the brand may answer. */
export type PlatformWorld = {
  readonly clock: TestClock;
  readonly faults: Faults;
  readonly platform: SocialPlatform;
  /** The same with hardly any patience. */
  readonly hasty: SocialPlatform;
  /** What a person wrote, stored as the collector stores it. */
  readonly mention: MentionId;
  readonly words: string;
  /** Whom a private message goes to. */
  readonly to: AuthorId | MentionId;
  /** Paths of the two writing calls, for faults. */
  readonly paths: { readonly reply: string; readonly message: string };
  remove(): void;
  edit(words: string): void;
  answerByHand(text: string): string;
  /** Texts of the brand's answers, and of its private messages, that stand on the platform. */
  answers(): string[];
  messages(): string[];
  /** The API calls so far. */
  calls(): number;
};

const TEXT = "Vaihdamme kengät oikeaan kokoon. – Laura";
const MINUTE = 60_000;

/** Faults after which nobody knows whether the text stands. */
const unclear: { when: string; fault: Omit<Fault, "path" | "method">; isDone: boolean }[] = [
  { when: "the connection was cut after it was done", fault: { kind: "lost-answer" }, isDone: true },
  { when: "the answer ended half way", fault: { kind: "cut-body" }, isDone: true },
  { when: "a 5xx came although it was done", fault: { kind: "error-after", status: 500 }, isDone: true },
  { when: "a 5xx came and it was not done", fault: { kind: "error-before", status: 503 }, isDone: false },
  { when: "a 5xx came in HTML", fault: { kind: "not-json", status: 502 }, isDone: false },
  {
    when: "a success came without an id",
    fault: { kind: "answer", status: 201, body: {}, after: true },
    isDone: true,
  },
  {
    when: "a 400 came without a reason",
    fault: { kind: "answer", status: 400, body: "<html>" },
    isDone: false,
  },
];

/**
 * What every `SocialPlatform` does. Differences between the platforms are declared with their reason.
 *
 * @param differs `repeatedReply`: what saying the same words again gives; X refuses duplicates, Facebook takes them.
 *   `repeatedMessage`: Facebook allows one private reply a comment, X any number of direct messages.
 */
export function socialPlatformContract(
  world: () => PlatformWorld,
  differs: { repeatedReply: "sent" | "unknown"; repeatedMessage: "sent" | "unknown" },
): void {
  const reply = () => world().platform.replyPublicly({ mention: world().mention, text: TEXT });
  const message = () =>
    world().platform.writePrivately({ mention: world().mention, to: world().to, text: TEXT });
  const findReply = (since = world().clock.now()) =>
    world().platform.findReply({ mention: world().mention, text: TEXT, since });
  const findMessage = (since = world().clock.now()) =>
    world().platform.findMessage({ mention: world().mention, to: world().to, text: TEXT, since });

  describe("how a mention stands right now", () => {
    it("is there in its present words, with nothing under it", async () => {
      expect(await world().platform.mentionNow(world().mention)).toEqual({
        state: "there",
        text: world().words,
        answeredBy: [],
      });
    });
    it("is there in its new words after an edit", async () => {
      world().edit("Aivan muuta & <enemmän>");
      expect(await world().platform.mentionNow(world().mention)).toMatchObject({
        text: "Aivan muuta & <enemmän>",
      });
    });
    it("is gone when it was deleted", async () => {
      world().remove();
      expect(await world().platform.mentionNow(world().mention)).toEqual({ state: "gone" });
    });
    it("shows an answer that somebody gave by hand", async () => {
      const id = world().answerByHand("Hoidetaan");
      expect(await world().platform.mentionNow(world().mention)).toMatchObject({ answeredBy: [id] });
    });
    it("is not called gone because the platform did not answer", async () => {
      world().faults.add({ kind: "error-before", status: 503 });
      expect(await world().platform.mentionNow(world().mention)).toEqual({ state: "could-not-look" });
    });
    it("says until when it cannot be looked at", async () => {
      world().faults.add({ kind: "throttled", retryAfterSeconds: 600 });
      const now = await world().platform.mentionNow(world().mention);
      expect(now).toMatchObject({ state: "could-not-look", until: expect.stringContaining("T") });
    });
  });

  describe("a public reply", () => {
    it("is sent once, with the platform's id, and is found", async () => {
      const since = world().clock.now();
      const sent = await reply();
      expect(sent).toEqual({ outcome: "sent", platformId: expect.any(String) });
      expect(world().answers()).toEqual([TEXT]);
      const found = await findReply(since);
      expect(found).toEqual({ found: "yes", platformId: sent.outcome === "sent" ? sent.platformId : "" });
    });
    it.each(unclear)("is unknown when $when, and looking settles it", async ({ fault, isDone }) => {
      world().faults.add({ ...fault, path: world().paths.reply, method: "POST" });
      expect(await reply()).toEqual({ outcome: "unknown" });
      expect(world().answers()).toEqual(isDone ? [TEXT] : []);
      expect((await findReply()).found).toBe(isDone ? "yes" : "no");
    });
    it("is unknown when no answer came in time", async () => {
      world().faults.add({ kind: "slow", delayMs: 60_000, path: world().paths.reply, method: "POST" });
      const outcome = await world().hasty.replyPublicly({ mention: world().mention, text: TEXT });
      expect(outcome).toEqual({ outcome: "unknown" });
    });
    it("is not said to be missing when the platform did not answer the look", async () => {
      world().faults.add({ kind: "error-before", status: 500, method: "GET" });
      expect(await findReply()).toEqual({ found: "could-not-look" });
    });
    it("is not taken for another text, nor for one of long before", async () => {
      world().answerByHand("Hoidetaan");
      expect(await findReply()).toEqual({ found: "no" });
      await reply();
      world().clock.forward(60 * MINUTE);
      expect(await findReply()).toEqual({ found: "no" });
    });
    it("waits when the platform throttles, and is not even tried while it does", async () => {
      world().faults.add({ kind: "throttled", path: world().paths.reply, retryAfterSeconds: 600 });
      expect(await reply()).toMatchObject({ outcome: "wait", reason: "throttled" });
      const before = world().calls();
      expect(await reply()).toMatchObject({ outcome: "wait", reason: "throttled" });
      expect(world().calls()).toBe(before);
      world().clock.forward(61 * MINUTE);
      expect(await reply()).toMatchObject({ outcome: "sent" });
    });
    it("is refused when the mention is gone", async () => {
      world().remove();
      expect(await reply()).toMatchObject({ outcome: "refused", reason: "mention-removed" });
    });
    it("in the same words again is never called refused", async () => {
      await reply();
      expect((await reply()).outcome).toBe(differs.repeatedReply);
    });
  });

  describe("a private message", () => {
    it("is sent once and is found", async () => {
      expect(await message()).toMatchObject({ outcome: "sent", platformId: expect.any(String) });
      expect(world().messages()).toEqual([TEXT]);
      expect(await findMessage()).toMatchObject({ found: "yes" });
    });
    it.each(unclear)("is unknown when $when, and looking settles it", async ({ fault, isDone }) => {
      world().faults.add({ ...fault, path: world().paths.message, method: "POST" });
      expect(await message()).toEqual({ outcome: "unknown" });
      expect(world().messages()).toEqual(isDone ? [TEXT] : []);
      expect((await findMessage()).found).toBe(isDone ? "yes" : "no");
    });
    it("is not said to be missing when the platform did not answer the look", async () => {
      world().faults.add({ kind: "error-before", status: 500, method: "GET" });
      expect(await findMessage()).toEqual({ found: "could-not-look" });
    });
    it("a second time is as the platform has it", async () => {
      await message();
      expect((await message()).outcome).toBe(differs.repeatedMessage);
      expect(await findMessage()).toMatchObject({ found: "yes" });
    });
  });
}
