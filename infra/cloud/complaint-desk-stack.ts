import { type App, RemovalPolicy, Stack, Tags } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { namesFor, slug } from "../names.ts";
import { pipeline } from "../pipeline.ts";
import { Alarms, metrics } from "./alarms.ts";
import type { BrandAccount } from "./brand-account.ts";
import { CareTables } from "./care-tables.ts";
import { ConsoleSite } from "./console-site.ts";
import { CareDashboard } from "./dashboard.ts";
import { DraftingModels } from "./drafting-models.ts";
import { CareBus } from "./event-bus.ts";
import { FunctionWithQueue } from "./function-with-queue.ts";
import { Pollers } from "./pollers.ts";
import { HouseSecrets } from "./secrets.ts";
import type { Stage } from "./stage.ts";
import type { House } from "./story-function.ts";

type ComplaintDeskProps = {
  readonly stage: Stage;
  /** Every brand that this stack serves. */
  readonly accounts: readonly BrandAccount[];
  /** False where only the template is looked at. @default true */
  readonly bundles?: boolean;
};

/** Everything in the cloud, joined from pipeline.ts and the brand files. */
export class ComplaintDeskStack extends Stack {
  constructor(app: App, props: ComplaintDeskProps) {
    const { stage, accounts } = props;
    const names = namesFor(stage.name);
    super(app, names.stack, {
      description:
        "Shopkeeper: finds complaints on Facebook and X and puts one finished answer before the care agent",
      terminationProtection: stage.keepTables,
    });
    Tags.of(this).add("app", "shopkeeper");
    Tags.of(this).add("stage", stage.name);

    const key = new Key(this, "key", {
      alias: names.stack,
      description: "Encrypts the tables and the tokens",
      enableKeyRotation: true,
      removalPolicy: stage.keepTables ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const house: House = {
      stage,
      names,
      tables: new CareTables(this, "tables", { stage, names, key }),
      bus: new CareBus(this, "bus", names),
      secrets: new HouseSecrets(this, "secrets", { stage, names, key, accounts }),
      models: new DraftingModels(accounts),
      alarms: new Alarms(this, "alarms", names),
      ...(props.bundles === undefined ? {} : { bundles: props.bundles }),
    };

    const queues = pipeline
      .filter((row) => row.trigger.kind === "events")
      .map((row) => new FunctionWithQueue(this, slug(row), row, house));
    const pollers = new Pollers(this, "pollers", accounts, house);
    const site = new ConsoleSite(
      this,
      "review-console",
      pipeline.filter((row) => row.trigger.kind === "http"),
      accounts,
      house,
    );
    house.alarms.ring(this, "delivery-unknown", "publish-reply", metrics.deliveriesUnknown());

    new CareDashboard(this, "dashboard", {
      name: names.dashboard,
      accounts,
      stories: [...queues.map((each) => each.story), ...pollers.stories, ...site.stories],
      queues,
      deadLetters: [...queues.map((each) => each.deadLetters), ...pollers.deadLetters],
      consoleErrors: site.serverErrors,
    });
  }
}
