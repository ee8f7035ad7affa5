import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { BrandAccount } from "../../infra/cloud/brand-account.ts";
import { bundleTo, esbuildOptions } from "../../infra/cloud/bundle.ts";
import { DraftingModels } from "../../infra/cloud/drafting-models.ts";
import { fromEnvSigningName, nodeProvider } from "../../infra/cloud/lambda-tokens.ts";
import { bundleBytes } from "../../infra/cloud/measure-bundles.ts";
import { startAwsEndpoint } from "../../infra/local/aws-endpoint.ts";
import { namesFor } from "../../infra/names.ts";
import { pipeline } from "../../infra/pipeline.ts";
import { BrandId } from "../../shared/complaint/ids.ts";
import { ModelDrafter } from "../../shared/complaint/playbook.ts";
import { EVENT_SOURCE } from "../../shared/events/define-event.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { boots } from "../language/reply-world.ts";
import { putDecidedCase } from "../support/a-decided-case.ts";
import { twoTexts } from "../support/bedrock-double.ts";
import { bootDecision, plainShop, startDrafting } from "../support/drafting.ts";
import { CARE_TABLE } from "../support/dynamo.ts";
import { goodWords } from "../support/good-words.ts";
import { roleOf } from "../support/iam.ts";
import { sqsEvent } from "../support/sqs-event.ts";
import { synthesise, text, twoBrands } from "../support/synthesise.ts";
import { laura, shop } from "../support/world.ts";

const names = namesFor("prod");
const drafting = pipeline.filter((row) => row.entryWithModel !== undefined);
const INVOKE = "bedrock:InvokeModel";

const brand = (id: string, drafter: unknown): BrandAccount => ({
  brand: BrandId.parse(id),
  channels: { facebook: { pageId: "4", secret: `${id}/facebook` } },
  drafter: ModelDrafter.parse(drafter),
});
const one = brand("mallikas", {
  kind: "bedrock",
  modelId: "provider.model-v1:0",
  region: "eu-north-1",
  tokensPerDay: 1000,
});
const other = brand("toinen", {
  kind: "bedrock",
  modelId: "eu.provider.larger-v2:0",
  region: "eu-central-1",
  profileRegions: ["eu-central-1", "eu-west-1"],
  tokensPerDay: 1000,
});
const model = (region: string, id: string) =>
  `arn:\${AWS::Partition}:bedrock:${region}::foundation-model/${id}`;
const profile = `arn:\${AWS::Partition}:bedrock:eu-central-1:\${AWS::AccountId}:inference-profile/eu.provider.larger-v2:0`;

it("is for the drafting step alone, and a file that can be there", () => {
  expect(drafting.map(({ name }) => name)).toEqual(["draft-reply"]);
});

describe("where no brand switches a model on", () => {
  const off = synthesise("prod");
  afterAll(off.remove);

  it("nobody may call one, and its client is not deployed", () => {
    for (const row of pipeline) {
      expect(
        [...roleOf(off.resources, names.function(row)).actions].filter((each) => each.startsWith("bedrock")),
      ).toEqual([]);
      expect(new DraftingModels(twoBrands).entryOf(row)).toBe(row.entry);
    }
  });

  it("the client is in no bundle", () => {
    for (const { entry } of pipeline) {
      const { metafile } = buildSync({ ...esbuildOptions(entry), metafile: true });
      expect(Object.keys(metafile?.inputs ?? {}).filter((file) => file.includes("bedrock"))).toEqual([]);
    }
  });
});

describe("where two brands switch one on", () => {
  const on = synthesise("prod", { accounts: [...twoBrands, one, other] });
  afterAll(on.remove);
  const role = (row: { readonly name: string }) => roleOf(on.resources, names.function(row));
  const step = { name: "draft-reply" };

  it("the drafting step may call exactly these", () => {
    expect(role(step).resourcesFor(INVOKE).toSorted()).toEqual(
      [
        model("eu-north-1", "provider.model-v1:0"),
        profile,
        model("eu-central-1", "provider.larger-v2:0"),
        model("eu-west-1", "provider.larger-v2:0"),
      ].toSorted(),
    );
    expect([...role(step).actions].filter((each) => each.startsWith("bedrock"))).toEqual([INVOKE]);
  });

  it("a profile's model may be called through the profile alone", () => {
    const resource = model("eu-west-1", "provider.larger-v2:0");
    expect(role(step).may({ action: INVOKE, resource })).toBe(false);
    const context = { "bedrock:InferenceProfileArn": profile };
    expect(role(step).may({ action: INVOKE, resource, context })).toBe(true);
  });

  it("nobody else may call any, and no wildcard came with it", () => {
    for (const row of pipeline) {
      if (row.name !== step.name) expect(role(row).resourcesFor(INVOKE), row.name).toEqual([]);
      for (const statement of role(row).statements)
        for (const resource of statement.Resource.map(text)) expect(resource).not.toContain("*");
    }
  });

  it("the step is deployed with the client, and no other is", () => {
    for (const row of pipeline)
      expect(new DraftingModels([one]).entryOf(row)).toBe(row.entryWithModel ?? row.entry);
  });
});

describe.each(drafting)("the bundle of $name with a model", ({ entryWithModel = "" }) => {
  /** Over the 750 KB of the same without it by the client of Bedrock; deployed only where a brand has switched a model on. */
  const MOST_KB = 830;

  it(`is at most ${MOST_KB} KB`, () => {
    expect(bundleBytes(entryWithModel) / 1024).toBeLessThanOrEqual(MOST_KB);
  });

  it("takes its credentials from the environment, and brings no sign-on along", async () => {
    const { metafile } = buildSync({ ...esbuildOptions(entryWithModel), metafile: true });
    const brought = Object.keys(metafile?.inputs ?? {});
    expect(brought.some((file) => file.includes("client-bedrock-runtime"))).toBe(true);
    expect(
      brought.filter((file) =>
        /credential-provider-(sso|ini|process|login)|nested-clients|token-providers/.test(file),
      ),
    ).toEqual([]);
    await expect(fromEnvSigningName()()).rejects.toThrow(/role/);
    await expect(nodeProvider()()).rejects.toThrow(/role/);
  });
});

it("what is deployed with a model calls it, signed with the function's role", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-model-"));
  const world = await startDrafting();
  const aws = await startAwsEndpoint({ events: () => {}, secrets: {} });
  Object.assign(process.env, { AWS_ENDPOINT_URL_EVENTBRIDGE: aws.url });
  try {
    const bundle = path.join(folder, "index.mjs");
    bundleTo("functions/draft-reply/model.handler.ts", bundle);
    const Deployed = z.object({
      makeHandler: z.custom<(environment: unknown) => (event: unknown) => Promise<unknown>>(
        (it) => typeof it === "function",
      ),
    });
    const { makeHandler } = Deployed.parse(await import(bundle));
    const words = goodWords.en[0] ?? { public: "", private: "" };
    world.bedrock.answers(() => twoTexts(words.public, words.private));
    const at = new Date().toISOString();
    const hourFromNow = new Date(Date.now() + 3_600_000).toISOString();
    await world.stores.brands.putShift(shop, {
      agent: laura,
      name: "Laura",
      role: "agent",
      from: at,
      until: hourFromNow,
    });
    const caseId = await putDecidedCase({
      brand: plainShop,
      channel: "facebook",
      number: "1",
      lang: "en",
      text: boots,
      decision: bootDecision,
      at,
    });
    const heard = RemedyDecided.make(
      { brand: shop, caseId, occurredAt: at, causedBy: "e", key: "k" },
      { caseId, caseVersion: 2, outcome: "remedy" },
    );
    const body = JSON.stringify({
      source: EVENT_SOURCE,
      "detail-type": heard.detailType,
      detail: heard.detail,
    });
    const answer = await makeHandler({ CARE_TABLE, BUS_NAME: "local" })(sqsEvent([body]));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect((await world.stores.cases.load(shop, caseId))?.drafts[0]).toMatchObject({ writtenBy: "bedrock" });
    expect(world.bedrock.calls).toHaveLength(1);
  } finally {
    await aws.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
