import { CfnParameter, Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Names } from "../names.ts";

/** Where the functions write their own figures. */
export const METRIC_NAMESPACE = "Shopkeeper";
/** Every own figure carries it; it is what powertools adds by itself. */
const METRIC_SERVICE = "shopkeeper";

type Kind = {
  /** The heading in docs/runbook.md that says what to do; a test compares both ways. */
  readonly heading: string;
  /** What is wrong, in words; `…` stands for the thing. */
  readonly says: string;
  readonly threshold: number;
  readonly comparison?: ComparisonOperator;
  /** How many periods in a row. @default 1 */
  readonly periods?: number;
  /** No figure at all is as bad as a bad one. @default false */
  readonly silenceIsBad?: boolean;
};

/** Everything that can ring, with when. */
export const alarmKinds = {
  "dead-letters": {
    heading: "Dead letters",
    says: "… has given up on a message. Nothing is lost, but a case stands still until somebody looks.",
    threshold: 1,
  },
  "late-messages": {
    heading: "Messages wait too long",
    says: "The oldest message for … has waited ten minutes. Answers come late.",
    threshold: 600,
  },
  "function-errors": {
    heading: "A function fails",
    says: "… failed three times within five minutes.",
    threshold: 3,
  },
  "collecting-lags": {
    heading: "Collecting lags",
    says: "What people write on … has not been fetched to the end for a quarter of an hour, or is not fetched at all.",
    threshold: 900,
    periods: 3,
    silenceIsBad: true,
  },
  "delivery-unknown": {
    heading: "A reply may or may not stand",
    says: "… got no answer from a platform and does not know whether a reply was posted.",
    threshold: 1,
  },
  "much-woken": {
    heading: "Much is woken",
    says: "… had to hand back more than 100 things within a quarter of an hour. A step before it does not finish.",
    threshold: 100,
    comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
  },
  "nobody-wakes": {
    heading: "Nobody wakes",
    says: "… has not run for ten minutes. Promises, held replies and lost events wait for nobody.",
    threshold: 1,
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    periods: 2,
    silenceIsBad: true,
  },
  "console-fails": {
    heading: "The console fails",
    says: "… answered five requests within five minutes with an error of its own. Agents cannot work.",
    threshold: 5,
  },
} as const satisfies Record<string, Kind>;
type AlarmKind = keyof typeof alarmKinds;

/** `Dead letters` as GitHub writes it into an address. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");

const minutes = Duration.minutes;
const own = (
  metricName: string,
  statistic: string,
  period: Duration,
  dimensions: Record<string, string> = {},
) =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    statistic,
    period,
    dimensionsMap: { service: METRIC_SERVICE, ...dimensions },
  });

/** The figures that are watched. Own ones: `CollectLagSeconds` by brand and channel, `DeliveriesUnknown`, `Woken`. */
export const metrics = {
  errors: (fn: IFunction): Metric => fn.metricErrors({ period: minutes(5), statistic: Stats.SUM }),
  invocations: (fn: IFunction): Metric => fn.metricInvocations({ period: minutes(5), statistic: Stats.SUM }),
  duration: (fn: IFunction): Metric => fn.metricDuration({ period: minutes(5), statistic: Stats.p(99) }),
  waiting: (queue: IQueue): Metric =>
    queue.metricApproximateNumberOfMessagesVisible({ period: minutes(1), statistic: Stats.MAXIMUM }),
  age: (queue: IQueue): Metric =>
    queue.metricApproximateAgeOfOldestMessage({ period: minutes(1), statistic: Stats.MAXIMUM }),
  collectLag: (brand: string, channel: string): Metric =>
    own("CollectLagSeconds", Stats.MAXIMUM, minutes(5), { brand, channel }),
  deliveriesUnknown: (): Metric => own("DeliveriesUnknown", Stats.SUM, minutes(5)),
  woken: (): Metric => own("Woken", Stats.SUM, minutes(15)),
};

/** Who is told. Each alarm says in words what is wrong and where the runbook says what to do. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly #names: Names;

  constructor(scope: Construct, id: string, names: Names) {
    super(scope, id);
    this.#names = names;
    const email = new CfnParameter(this, "email", {
      type: "String",
      description: "Who gets the alarms by e-mail.",
      allowedPattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
    });
    email.overrideLogicalId("AlarmEmail");
    this.topic = new Topic(this, "topic", { topicName: `${names.stack}-alarms`, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(email.valueAsString));
  }

  /**
   * @param about what rings, for its name and its words: a row's name, or `kenttakauppa on x`
   */
  ring(scope: Construct, kind: AlarmKind, about: string, metric: IMetric): Alarm {
    const { heading, says, threshold, comparison, periods, silenceIsBad }: Kind = alarmKinds[kind];
    const alarm = new Alarm(scope, kind, {
      alarmName: `${this.#names.stack} ${about}: ${kind}`,
      alarmDescription: `${says.replace("…", about)} What to do: docs/runbook.md#${anchorOf(heading)}`,
      metric,
      threshold,
      comparisonOperator: comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods ?? 1,
      treatMissingData: silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    return alarm;
  }
}
