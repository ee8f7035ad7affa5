import path from "node:path";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Runtime } from "aws-cdk-lib/aws-lambda";
import { Charset, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Names } from "../names.ts";
import { environmentNames, type PipelineRow } from "../pipeline.ts";
import { type Alarms, metrics } from "./alarms.ts";
import { bundle, filesBeside } from "./bundle.ts";
import type { CareTables } from "./care-tables.ts";
import type { DraftingModels } from "./drafting-models.ts";
import type { CareBus } from "./event-bus.ts";
import type { HouseSecrets } from "./secrets.ts";
import type { Stage } from "./stage.ts";

/** What every function of the story is joined to. */
export type House = {
  readonly stage: Stage;
  readonly names: Names;
  readonly tables: CareTables;
  readonly bus: CareBus;
  readonly secrets: HouseSecrets;
  readonly models: DraftingModels;
  readonly alarms: Alarms;
  /** False where only the template is looked at: twelve bundles take longer than all the rest. @default true */
  readonly bundles?: boolean;
};

const root = path.resolve(import.meta.dirname, "../..");

/** X and Facebook, as the functions are told where they are. */
const platformOrigins: Readonly<Record<(typeof environmentNames.platforms)[number], string>> = {
  X_API_ORIGIN: "https://api.x.com",
  GRAPH_API_ORIGIN: "https://graph.facebook.com",
};

/** One function of the story with its own log group and its own role, which holds what its row says and no more. */
export class StoryFunction extends Construct {
  readonly fn: NodejsFunction;
  readonly row: PipelineRow;
  readonly #role: Role;

  constructor(scope: Construct, id: string, row: PipelineRow, house: House) {
    super(scope, id);
    this.row = row;
    const functionName = house.names.function(row);
    const logGroup = new LogGroup(this, "log", {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: house.stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What ${row.name} may do`,
    });
    logGroup.grantWrite(this.#role);
    this.fn = new NodejsFunction(this, "fn", {
      functionName,
      description: row.does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: row.memoryMb,
      timeout: Duration.seconds(row.timeoutSeconds),
      role: this.#role,
      logGroup,
      handler: "index.handler",
      ...(house.bundles === false
        ? { code: Code.fromInline("// not bundled") }
        : bundled(house.models.entryOf(row))),
    });
    house.tables.grant(this, row);
    house.bus.grantEmit(this, row);
    house.secrets.grant(this, row);
    house.models.grant(this, row);
    if (row.secrets.includes("facebook") || row.secrets.includes("x"))
      for (const name of environmentNames.platforms) this.setEnvironment(name, platformOrigins[name]);
    house.alarms.ring(this, "function-errors", row.name, metrics.errors(this.fn));
  }

  allow(statement: PolicyStatement): void {
    this.#role.addToPolicy(statement);
  }

  setEnvironment(name: string, value: string): void {
    this.fn.addEnvironment(name, value);
  }
}

const bundled = (entry: string) => ({
  entry: path.join(root, entry),
  projectRoot: root,
  depsLockFilePath: path.join(root, "package-lock.json"),
  bundling: {
    format: OutputFormat.ESM,
    target: bundle.target,
    charset: bundle.charset === "utf8" ? Charset.UTF8 : Charset.ASCII,
    mainFields: [...bundle.mainFields],
    banner: bundle.banner,
    loader: { ...bundle.loader },
    minify: true,
    esbuildArgs: Object.fromEntries(
      Object.entries(bundle.alias).map(([from, to]) => [`--alias:${from}`, to]),
    ),
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (_from: string, to: string) =>
        filesBeside(entry).map(({ from, name }) => `cp -R "${from}" "${to}/${name}"`),
    },
    // The SDK of the runtime is older than ours and slower to start than a bundled one.
    externalModules: [],
  },
});
