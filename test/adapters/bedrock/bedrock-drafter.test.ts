import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bedrockDrafter, drafterWithin } from "../../../shared/adapters/bedrock/bedrock-drafter.ts";
import { ModelDrafter } from "../../../shared/complaint/playbook.ts";
import type { DraftBrief } from "../../../shared/ports/drafter.ts";
import {
  type BedrockDouble,
  type Reply,
  startBedrockDouble,
  twoTexts,
} from "../../support/bedrock-double.ts";

const settings = ModelDrafter.parse({
  kind: "bedrock",
  modelId: "provider.model-v1:0",
  region: "eu-north-1",
  tokensPerDay: 100_000,
});
const brief: DraftBrief = {
  lang: "en",
  channel: "facebook",
  brandName: "Kenttäkauppa",
  post: "The boots are too small.",
  situation: "wrong-size",
  feeling: "They know us.",
  register: "you",
  prefer: ["boots that fit"],
  avoid: ["policy"],
};
const words = twoTexts("I'm sorry. {outcome}", "Thank you. {remedy}");

let bedrock: BedrockDouble;
beforeAll(async () => {
  bedrock = await startBedrockDouble(() => words);
});
afterAll(() => bedrock.close());

describe("one call", () => {
  it("brings the two texts and what they took", async () => {
    bedrock.answers(() => words);
    expect(await bedrockDrafter(settings).write(brief)).toEqual({
      public: "I'm sorry. {outcome}",
      private: "Thank you. {remedy}",
      tokens: 1000,
    });
    const [asked] = bedrock.calls;
    expect(bedrock.calls).toHaveLength(1);
    expect(asked?.modelId).toBe("provider.model-v1:0");
    expect(asked?.user[1]).toBe('<post>"The boots are too small."</post>');
    expect(asked?.system).not.toContain("boots");
  });

  it("never takes more than was foreseen, since no token is less than a byte", async () => {
    bedrock.answers(() => words);
    await bedrockDrafter(settings).write({ ...brief, post: "ääkkösiä 😀 ".repeat(400) });
    const sent = [bedrock.calls[0]?.system, ...(bedrock.calls[0]?.user ?? [])].join("");
    expect(
      bedrockDrafter(settings).mostTokens({ ...brief, post: "ääkkösiä 😀 ".repeat(400) }),
    ).toBeGreaterThan(Buffer.byteLength(sent) + 700);
  });

  it.each<{ when: string; reply: Reply; none: string; tokens: number | undefined }>([
    { when: "is throttled", reply: { error: "ThrottlingException" }, none: "throttled", tokens: 0 },
    { when: "is not allowed", reply: { error: "AccessDeniedException" }, none: "not-allowed", tokens: 0 },
    {
      when: "asks for what the model does not take",
      reply: { error: "ValidationException" },
      none: "bad-request",
      tokens: 0,
    },
    { when: "names no model", reply: { error: "ResourceNotFoundException" }, none: "bad-request", tokens: 0 },
    {
      when: "comes before the model is ready",
      reply: { error: "ModelNotReadyException" },
      none: "unavailable",
      tokens: 0,
    },
    {
      when: "takes the model too long",
      reply: { error: "ModelTimeoutException" },
      none: "timed-out",
      tokens: undefined,
    },
    {
      when: "breaks the model",
      reply: { error: "ModelErrorException" },
      none: "unavailable",
      tokens: undefined,
    },
    {
      when: "meets a fault",
      reply: { error: "InternalServerException" },
      none: "unavailable",
      tokens: undefined,
    },
    {
      when: "meets a closed house",
      reply: { error: "ServiceUnavailableException" },
      none: "unavailable",
      tokens: undefined,
    },
    { when: "is cut in the middle", reply: { hangsUp: true }, none: "unavailable", tokens: undefined },
    {
      when: "gets a page of HTML",
      reply: { raw: "<html>", status: 502 },
      none: "unavailable",
      tokens: undefined,
    },
    { when: "gets an empty object", reply: { raw: "{}" }, none: "refused", tokens: undefined },
    {
      when: "meets a guardrail",
      reply: { text: "Sorry, no.", stopReason: "guardrail_intervened" },
      none: "refused",
      tokens: 1000,
    },
    {
      when: "is filtered",
      reply: { text: "", stopReason: "content_filtered" },
      none: "refused",
      tokens: 1000,
    },
    {
      when: "gets a refusal in words",
      reply: { text: "I can't help with that." },
      none: "malformed",
      tokens: 1000,
    },
    {
      when: "is answered for a reason that nobody knows yet",
      reply: { text: "{}", stopReason: "something_new" },
      none: "refused",
      tokens: 1000,
    },
    {
      when: "runs out of tokens",
      reply: { text: '{"public":"I\'m so', stopReason: "max_tokens" },
      none: "cut-off",
      tokens: 1000,
    },
    {
      when: "fills the window",
      reply: { text: "", stopReason: "model_context_window_exceeded" },
      none: "cut-off",
      tokens: 1000,
    },
    {
      when: "gets what the service calls malformed",
      reply: { text: "x", stopReason: "malformed_model_output" },
      none: "malformed",
      tokens: 1000,
    },
    { when: "gets no JSON", reply: { text: '{"public":' }, none: "malformed", tokens: 1000 },
    { when: "gets one text", reply: { text: '{"public":"a"}' }, none: "malformed", tokens: 1000 },
    {
      when: "gets a third field",
      reply: { text: '{"public":"a","private":"b","refundMinor":50000}' },
      none: "malformed",
      tokens: 1000,
    },
    {
      when: "gets a number for a text",
      reply: { text: '{"public":1,"private":"b"}' },
      none: "malformed",
      tokens: 1000,
    },
  ])("gives no words and says why where it $when", async ({ reply, none, tokens }) => {
    bedrock.answers(() => reply);
    expect(await bedrockDrafter(settings).write(brief)).toEqual({ none, tokens });
    // The composer is the second try.
    expect(bedrock.calls).toHaveLength(1);
  });

  it("is given up when nothing comes", async () => {
    bedrock.answers(() => ({ silent: true }));
    expect(await drafterWithin(settings, 200).write(brief)).toEqual({ none: "timed-out", tokens: undefined });
  });

  it("is given up where nobody listens", async () => {
    const nowhere = await startBedrockDouble(() => words);
    await nowhere.close();
    expect(await bedrockDrafter({ ...settings, region: "eu-west-1" }).write(brief)).toEqual({
      none: "unavailable",
      tokens: undefined,
    });
    process.env["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = bedrock.url;
  });
});

describe("the settings of a model", () => {
  const profile = { ...settings, modelId: "eu.provider.model-v1:0" };
  it.each([
    { when: "a model", given: settings, ok: true },
    {
      when: "a profile with its regions",
      given: { ...profile, profileRegions: ["eu-north-1", "eu-west-1"] },
      ok: true,
    },
    { when: "a profile of which nobody says where it runs", given: profile, ok: false },
    {
      when: "regions of a profile without one",
      given: { ...settings, profileRegions: ["eu-north-1"] },
      ok: false,
    },
    {
      when: "a profile that may run anywhere",
      given: { ...settings, modelId: "global.provider.model", profileRegions: ["eu-north-1"] },
      ok: false,
    },
    {
      when: "an ARN",
      given: { ...settings, modelId: "arn:aws:bedrock:eu-north-1::foundation-model/a.b" },
      ok: false,
    },
    { when: "a wildcard", given: { ...settings, modelId: "provider.*" }, ok: false },
    { when: "no limit", given: { ...settings, tokensPerDay: undefined }, ok: false },
  ])("take $when: $ok", ({ given, ok }) => {
    expect(ModelDrafter.safeParse(given).success).toBe(ok);
  });
});
