import { ArnFormat, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { ModelDrafter } from "../../shared/complaint/playbook.ts";
import type { PipelineRow } from "../pipeline.ts";
import type { BrandAccount } from "./brand-account.ts";
import type { StoryFunction } from "./story-function.ts";

/** The language models that brands have switched on, and who may call them. Without any, nothing here does anything. */
export class DraftingModels {
  readonly #used: readonly ModelDrafter[];

  constructor(accounts: readonly BrandAccount[]) {
    this.#used = accounts.flatMap(({ drafter }) => drafter ?? []);
  }

  /** What is bundled for a row: the model's client comes along only where it is of use. */
  entryOf(row: PipelineRow): string {
    return this.#used.length > 0 && row.entryWithModel !== undefined ? row.entryWithModel : row.entry;
  }

  /** Lets the drafting step call these models, each where its brand calls it, and no other. */
  grant(fn: StoryFunction, row: PipelineRow): void {
    if (row.entryWithModel === undefined) return;
    for (const statement of this.#used.flatMap((model) => statementsFor(model, Stack.of(fn))))
      fn.allow(statement);
  }
}

const actions = ["bedrock:InvokeModel"];

/**
 * A profile needs both itself and its model in each region where it may run it; the model then only through it.
 * Amazon Bedrock User Guide, "Prerequisites for inference profiles", read 2026-11-22.
 */
function statementsFor({ modelId, region, profileRegions }: ModelDrafter, stack: Stack): PolicyStatement[] {
  const modelIn = (where: string, id: string): string =>
    stack.formatArn({
      service: "bedrock",
      region: where,
      account: "",
      resource: "foundation-model",
      resourceName: id,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  if (profileRegions === undefined)
    return [new PolicyStatement({ actions, resources: [modelIn(region, modelId)] })];
  const profile = stack.formatArn({
    service: "bedrock",
    region,
    resource: "inference-profile",
    resourceName: modelId,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  const model = modelId.slice(modelId.indexOf(".") + 1);
  return [
    new PolicyStatement({ actions, resources: [profile] }),
    new PolicyStatement({
      actions,
      resources: profileRegions.map((where) => modelIn(where, model)),
      conditions: { StringEquals: { "bedrock:InferenceProfileArn": profile } },
    }),
  ];
}
