import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { bedrockDrafter } from "../../../shared/adapters/bedrock/bedrock-drafter.ts";
import { dynamoTable } from "../../../shared/adapters/dynamodb/table.ts";
import type { Decision } from "../../../shared/complaint/remedy.ts";
import type { DrafterFor } from "../../../shared/ports/drafter.ts";
import { answering, boots, decideFor, lunch, relationshipWorth } from "../../language/reply-world.ts";
import { type Asked, type BedrockDouble, type Reply, twoTexts } from "../../support/bedrock-double.ts";
import {
  AT,
  bootDecision,
  bootFacts,
  drafted,
  fellBack,
  harmIn,
  plainShop,
  shopWithModel,
  startDrafting,
} from "../../support/drafting.ts";
import { CARE_TABLE } from "../../support/dynamo.ts";
import { goodWords } from "../../support/good-words.ts";
import { shop } from "../../support/world.ts";

const DAY = "2026-11-20";
let world: Awaited<ReturnType<typeof startDrafting>>;
let bedrock: BedrockDouble;
beforeAll(async () => {
  world = await startDrafting();
  ({ bedrock } = world);
});
afterAll(() => world.close());
beforeEach(() => world.stores.brands.publish(shopWithModel(10_000_000), AT, "Aino"));

const good = goodWords.en[0] ?? { public: "", private: "" };
const Row = z.object({ used: z.number() });
const tokensUsed = async (): Promise<number> => {
  const row = await dynamoTable(CARE_TABLE).get({ pk: `${shop}#model-tokens#${DAY}`, sk: "used" });
  return row === undefined ? 0 : Row.parse(row).used;
};

describe("a draft that a model words", () => {
  it("holds the model's words, and what code decides in the slots", async () => {
    bedrock.answers(() => twoTexts(good.public, good.private));
    const draft = await drafted({});
    expect(draft).toMatchObject({ writtenBy: "bedrock", findings: [] });
    expect(draft.public.text).toContain("hockey, bikes and floorball against the marks");
    expect(draft.public.text).not.toContain("{");
    expect(draft.private?.text).toMatch(/Laura .*Kenttäkauppa/);
    expect(draft.private?.text).toContain(draft.order?.code ?? "no code");
    expect(draft.promise?.what).toBe("exchange");
    expect(harmIn(draft, bootDecision)).toEqual([]);
  });

  it.each(
    (["en", "fi", "sv"] as const).flatMap((lang) =>
      (["facebook", "x"] as const).map((channel) => ({ lang, channel, words: goodWords[lang][1] ?? good })),
    ),
  )("is used in $lang on $channel", async ({ lang, channel, words }) => {
    bedrock.answers(() => twoTexts(words.public, words.private));
    const text =
      lang === "fi"
        ? lunch
        : lang === "sv"
          ? "Jag köpte för små skor och nekades byte. Märken efter en träning."
          : boots;
    const draft = await drafted({ lang, channel, text });
    expect({ by: draft.writtenBy, reasons: draft.reasons }).toEqual({ by: "bedrock", reasons: [] });
  });

  it("was asked for with the public post, and without anything of match, history or decision", async () => {
    const seen: Asked[] = [];
    bedrock.answers((asked) => {
      seen.push(asked);
      return twoTexts(good.public, good.private);
    });
    const rich = decideFor(plainShop, { ...bootFacts, relationship: relationshipWorth(80_000) });
    const poor = decideFor(plainShop, { ...bootFacts, relationship: relationshipWorth(0) });
    const escalated: Decision = decideFor(plainShop, {
      ...bootFacts,
      assessment: answering("defect"),
      relationship: relationshipWorth(80_000),
      budgets: { customerYearMinor: 10_000_000, agentDayMinor: 10_000_000, brandMonthMinor: 0 },
    });
    for (const decision of [rich, poor]) await drafted({ decision });
    await drafted({ decision: { ...escalated, situation: "exchange-refused" } });
    expect(seen).toHaveLength(3);
    // The same post gives the same prompt to the byte, whoever wrote it and whatever was decided.
    expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
    for (const canary of ["Marja", "Lehtonen", "9700", "Laura", "facebook:", "minor", "EUR"])
      expect(seen[0]?.body).not.toContain(canary);
  });

  it("is not asked for in a stop case, nor where no brand has switched one on", async () => {
    bedrock.answers(() => twoTexts(good.public, good.private));
    const stop: Decision = {
      outcome: "stop",
      playbookVersion: 1,
      reasons: [],
      stopCase: "injury",
      onCall: "Maria",
      keep: [],
    };
    expect((await drafted({ decision: stop })).writtenBy).toBe("composer");
    await world.stores.brands.publish(plainShop, AT, "Aino");
    expect(await drafted({})).toMatchObject({ writtenBy: "composer" });
    expect(bedrock.calls).toEqual([]);
  });
});

describe("the composer's draft stands, and says why,", () => {
  it.each<{ when: string; reply: Reply; why: string }>([
    { when: "the service throttles", reply: { error: "ThrottlingException" }, why: "throttled" },
    { when: "the model takes too long", reply: { error: "ModelTimeoutException" }, why: "timed-out" },
    { when: "the grant is missing", reply: { error: "AccessDeniedException" }, why: "not-allowed" },
    {
      when: "a guardrail steps in",
      reply: { text: "No.", stopReason: "guardrail_intervened" },
      why: "refused",
    },
    {
      when: "the answer is cut off",
      reply: { text: '{"public":', stopReason: "max_tokens" },
      why: "cut-off",
    },
    { when: "the answer is no JSON", reply: { text: "Dear customer" }, why: "malformed" },
    {
      when: "a slot is missing",
      reply: twoTexts("I'm sorry for all this.", "Thank you. {remedy}"),
      why: "slots",
    },
    {
      when: "a sum is written",
      reply: twoTexts(good.public, "Thank you, 30 € are yours. {remedy}"),
      why: "signs",
    },
    {
      when: "nobody is sorry",
      reply: twoTexts("That was a long way for a pair of boots. {outcome}", good.private),
      why: "lint:no-apology",
    },
    {
      when: "policy is quoted",
      reply: twoTexts("I'm sorry, that is our policy. {outcome}", good.private),
      why: "lint:process-language",
    },
  ])("where $when", async ({ reply, why }) => {
    bedrock.answers(() => reply);
    const draft = await drafted({});
    expect(draft.writtenBy).toBe("composer");
    expect(fellBack(draft)).toBe(why);
    expect(harmIn(draft, bootDecision)).toEqual([]);
  });

  it("where the drafter itself is broken: the case is not lost", async () => {
    const broken: DrafterFor = () => ({
      mostTokens: () => 10,
      write: async () => {
        throw new TypeError("a bug");
      },
    });
    const draft = await drafted({}, broken);
    expect(draft).toMatchObject({ writtenBy: "composer" });
    expect(draft.reasons).toContain("fell-back:failed");
  });
});

describe("the budget of a day", () => {
  it("is claimed before the call and settled to what was charged", async () => {
    const before = await tokensUsed();
    let during = 0;
    bedrock.answers(() => twoTexts(good.public, good.private));
    await drafted({}, (settings) => ({
      ...bedrockDrafter(settings),
      write: async (brief) => {
        during = await tokensUsed();
        return bedrockDrafter(settings).write(brief);
      },
    }));
    expect(during - before).toBeGreaterThan(1000);
    expect((await tokensUsed()) - before).toBe(1000);
  });

  it("gets a claim back where the call was turned away, and keeps it where nobody knows", async () => {
    const before = await tokensUsed();
    bedrock.answers(() => ({ error: "ThrottlingException" }));
    await drafted({});
    expect(await tokensUsed()).toBe(before);
    bedrock.answers(() => ({ error: "InternalServerException" }));
    await drafted({});
    expect(await tokensUsed()).toBeGreaterThan(before);
  });

  it("ends the calls, not the drafts", async () => {
    await world.stores.brands.publish(shopWithModel((await tokensUsed()) + 10), AT, "Aino");
    bedrock.answers(() => twoTexts(good.public, good.private));
    const draft = await drafted({});
    expect(draft.reasons).toContain("fell-back:over-budget");
    expect(bedrock.calls).toEqual([]);
  });

  it("is never passed by many calls at once", async () => {
    const limit = 100_000;
    const day = "2026-11-21";
    const got = await Promise.all(
      Array.from({ length: 60 }, () => world.stores.tokens.claim(shop, day, 7000, limit)),
    );
    expect(got.filter(Boolean)).toHaveLength(Math.floor(limit / 7000));
  });
});
