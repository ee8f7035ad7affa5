import { buildSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import type { BrandAccount } from "../../infra/cloud/brand-account.ts";
import { esbuildOptions } from "../../infra/cloud/bundle.ts";
import { DraftingModels } from "../../infra/cloud/drafting-models.ts";
import { fromEnvSigningName, nodeProvider } from "../../infra/cloud/lambda-tokens.ts";
import { bundleBytes } from "../../infra/cloud/measure-bundles.ts";
import { namesFor } from "../../infra/names.ts";
import { pipeline } from "../../infra/pipeline.ts";
import { BrandId } from "../../shared/complaint/ids.ts";
import { ModelDrafter } from "../../shared/complaint/playbook.ts";
import { roleOf } from "../support/iam.ts";
import { synthesise, text, twoBrands } from "../support/synthesise.ts";

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
  /** Over the 650 KB of the others by the client of Bedrock; deployed only where a brand has switched a model on. */
  const MOST_KB = 760;

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
