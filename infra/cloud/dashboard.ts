import { Dashboard, GraphWidget, type IMetric, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { METRIC_NAMESPACE, metrics } from "./alarms.ts";
import { type BrandAccount, brandsOn } from "./brand-account.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { FunctionWithQueue } from "./function-with-queue.ts";
import type { StoryFunction } from "./story-function.ts";

type CareDashboardProps = {
  readonly name: string;
  readonly accounts: readonly BrandAccount[];
  readonly stories: readonly StoryFunction[];
  readonly queues: readonly FunctionWithQueue[];
  readonly deadLetters: readonly DeadLetters[];
  readonly consoleErrors: IMetric;
};

/** One page that shows where complaints stand still, in the order of the story. */
export class CareDashboard extends Construct {
  constructor(scope: Construct, id: string, props: CareDashboardProps) {
    super(scope, id);
    const lags = (["facebook", "x"] as const).flatMap((channel) =>
      brandsOn(props.accounts, channel).map(({ brand }) =>
        metrics.collectLag(brand, channel).with({ label: `${brand} on ${channel}` }),
      ),
    );
    const of = (stories: readonly StoryFunction[], metric: typeof metrics.errors): IMetric[] =>
      stories.map((story) => metric(story.fn).with({ label: story.row.name }));
    new Dashboard(this, "page", {
      dashboardName: props.name,
      widgets: [
        [
          new TextWidget({
            width: 24,
            height: 2,
            markdown: `What to do when something here is red: docs/runbook.md. Own figures are in the namespace ${METRIC_NAMESPACE}.`,
          }),
        ],
        [
          graph("Seconds behind the platforms", lags),
          graph("Woken because they overslept", [metrics.woken()]),
          graph("Replies whose outcome is unknown", [metrics.deliveriesUnknown()]),
        ],
        [
          graph(
            "Messages that wait",
            props.queues.map((each) => metrics.waiting(each.queue).with({ label: each.story.row.name })),
          ),
          graph(
            "Age of the oldest message, seconds",
            props.queues.map((each) => metrics.age(each.queue).with({ label: each.story.row.name })),
          ),
          graph(
            "Dead letters",
            props.deadLetters.map((each) => metrics.waiting(each.queue)),
          ),
        ],
        [
          graph("Errors of the functions", of(props.stories, metrics.errors)),
          graph("Slowest hundredth of the runs, milliseconds", of(props.stories, metrics.duration)),
          graph("Errors of the console", [props.consoleErrors]),
        ],
      ],
    });
  }
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 8, height: 6 });
