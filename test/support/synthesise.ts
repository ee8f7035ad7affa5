import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import * as z from "zod";
import type { BrandAccount } from "../../infra/cloud/brand-account.ts";
import { ComplaintDeskStack } from "../../infra/cloud/complaint-desk-stack.ts";
import { readStage } from "../../infra/cloud/stage.ts";
import { BrandId } from "../../shared/complaint/ids.ts";

/** One brand on both channels, one on Facebook alone. */
export const twoBrands: readonly BrandAccount[] = [
  {
    brand: BrandId.parse("laturi"),
    channels: {
      facebook: { pageId: "1", secret: "laturi/facebook" },
      x: { userId: "2", handle: "laturi", search: [], secret: "laturi/x" },
    },
  },
  { brand: BrandId.parse("keitto"), channels: { facebook: { pageId: "3", secret: "keitto/facebook" } } },
];

const Cdk = z.object({ context: z.record(z.string(), z.unknown()) });
export const cdkContext = Cdk.parse(JSON.parse(readFileSync("cdk.json", "utf8"))).context;

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;
export type Resources = Readonly<Record<string, Resource>>;

/** The resources of a type, as logical id and properties. */
export const ofType = (
  resources: Resources,
  type: string,
): readonly (readonly [string, Resource["Properties"]])[] =>
  Object.entries(resources).flatMap(([id, resource]) =>
    resource.Type === type ? [[id, resource.Properties] as const] : [],
  );

const Ref = z.strictObject({ Ref: z.string() });
const GetAtt = z.strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });
const Join = z.strictObject({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) });

/** A value of the template as one string: `${logicalId}` for a Ref, `${logicalId.Arn}` for an attribute. */
export function text(value: unknown): string {
  if (typeof value === "string") return value;
  const ref = Ref.safeParse(value);
  if (ref.success) return `\${${ref.data.Ref}}`;
  const attribute = GetAtt.safeParse(value);
  if (attribute.success) return `\${${attribute.data["Fn::GetAtt"].join(".")}}`;
  const { "Fn::Join": join } = Join.parse(value);
  return join[1].map(text).join(join[0]);
}

/**
 * The template of one stage, without bundles: what is deployed is looked at, nothing is built.
 *
 * @param change what a test does to the stack before it is synthesised
 */
export function synthesise(
  stage: string,
  options: { accounts?: readonly BrandAccount[]; change?: (stack: ComplaintDeskStack) => void } = {},
) {
  const outdir = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-synth-"));
  const app = new App({ outdir, context: { ...cdkContext, stage }, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stack = new ComplaintDeskStack(app, {
    stage: readStage(app.node),
    accounts: options.accounts ?? twoBrands,
    bundles: false,
  });
  options.change?.(stack);
  const template = Template.fromStack(stack);
  const resources = z.record(z.string(), Resource).parse(template.toJSON()["Resources"]);
  return { app, template, resources, remove: () => rmSync(outdir, { recursive: true, force: true }) };
}
