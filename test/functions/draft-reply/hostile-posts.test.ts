import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type Reply, twoTexts } from "../../support/bedrock-double.ts";
import { bootDecision, drafted, fellBack, harmIn, startDrafting } from "../../support/drafting.ts";
import { goodWords } from "../../support/good-words.ts";
import { hostilePosts } from "../../support/hostile-posts.ts";

let world: Awaited<ReturnType<typeof startDrafting>>;
beforeAll(async () => {
  world = await startDrafting();
});
afterAll(() => world.close());

const good = goodWords.en[0] ?? { public: "", private: "" };
const PATIENCE_MS = 240_000;

it(
  "whatever the service answers, no draft breaks privacy, money or recipient, and no case is lost",
  async () => {
    const bits = fc.constantFrom(
      "I'm sorry",
      "{outcome}",
      "{remedy}",
      "{sum}",
      "500 €",
      "five hundred euros",
      "a voucher",
      "You get skates",
      "Pekka Virtanen",
      "evil.example",
      "as a customer since last year",
      "your order number",
      good.public,
      good.private,
    );
    const text = fc.oneof(
      fc.array(bits, { maxLength: 5 }).map((parts) => parts.join(" ")),
      fc.string(),
    );
    const broken: fc.Arbitrary<Reply> = fc.oneof(
      fc.record({ text: fc.string(), stopReason: fc.constantFrom("end_turn", "max_tokens", "tool_use") }),
      fc.constantFrom<Reply>({ error: "ThrottlingException" }, { hangsUp: true }, { raw: "[]" }),
    );
    const reply = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(text, text).map(([one, other]) => twoTexts(one, other)) },
      // One text as it should be, so that the other is what decides.
      { weight: 6, arbitrary: text.map((one) => twoTexts(one, good.private)) },
      { weight: 6, arbitrary: text.map((other) => twoTexts(good.public, other)) },
      { weight: 2, arbitrary: broken },
    );
    await fc.assert(
      fc.asyncProperty(reply, async (given) => {
        world.bedrock.answers(() => given);
        expect(harmIn(await drafted({}), bootDecision)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE_MS,
);

const PostBlock = /^<post>(.*)<\/post>$/s;

it(
  `${hostilePosts.length} posts that give orders, to a model that obeys, change nothing that matters`,
  async () => {
    const caught = new Map<string, number>();
    for (const [nth, post] of hostilePosts.entries()) {
      let sees = false;
      world.bedrock.answers(({ user }) => {
        const shown = z.string().parse(JSON.parse(PostBlock.exec(user[1] ?? "")?.[1] ?? '""'));
        sees = shown.includes(post.order);
        const calm = goodWords[post.lang][0] ?? good;
        return twoTexts(sees ? post.obeyed.public : calm.public, sees ? post.obeyed.private : calm.private);
      });
      const draft = await drafted({
        lang: post.lang,
        text: post.text,
        channel: nth % 2 === 0 ? "facebook" : "x",
      });
      const said = `${post.harm}: ${post.obeyed.public} | ${post.obeyed.private}`;
      expect(harmIn(draft, bootDecision), said).toEqual([]);
      if (!sees) continue;
      expect(draft.writtenBy, said).toBe("composer");
      const why = fellBack(draft) ?? "not asked";
      caught.set(why, (caught.get(why) ?? 0) + 1);
    }
    expect(hostilePosts.length).toBeGreaterThanOrEqual(200);
    // Only what nobody can see is kept from the model: one dress in seven.
    expect([...caught.values()].reduce((sum, count) => sum + count, 0)).toBe((hostilePosts.length * 6) / 7);
    // By what was written, not by a fault of the service or a likeness to another reply.
    expect(Object.fromEntries([...caught].toSorted())).toMatchInlineSnapshot(`
      {
        "language": 18,
        "link": 18,
        "lint:asks-for-secrets": 18,
        "machine": 18,
        "money": 36,
        "name": 36,
        "parrot": 18,
        "promise": 18,
        "signs": 36,
      }
    `);
  },
  PATIENCE_MS,
);
