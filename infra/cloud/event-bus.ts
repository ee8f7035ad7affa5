import { EventBus } from "aws-cdk-lib/aws-events";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { EVENT_SOURCE } from "../../shared/events/define-event.ts";
import type { Names } from "../names.ts";
import type { PipelineRow } from "../pipeline.ts";
import type { StoryFunction } from "./story-function.ts";

/** The bus that the steps meet on. Its events carry ids, versions and codes, never words, names or amounts. */
export class CareBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, names: Names) {
    super(scope, id);
    this.bus = new EventBus(this, "bus", {
      eventBusName: names.bus,
      description: "What happens to a complaint",
    });
  }

  /** Lets a function tell what its row says it tells, and nothing else. */
  grantEmit(fn: StoryFunction, row: PipelineRow): void {
    fn.setEnvironment("BUS_NAME", this.bus.eventBusName);
    if (row.emits.length === 0) return;
    fn.allow(
      new PolicyStatement({
        actions: ["events:PutEvents"],
        resources: [this.bus.eventBusArn],
        conditions: {
          StringEquals: {
            "events:source": EVENT_SOURCE,
            "events:detail-type": row.emits.map((event) => event.detailType),
          },
        },
      }),
    );
  }
}
