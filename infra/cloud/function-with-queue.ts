import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { MAX_RECEIVES, type PipelineRow, sourceOf } from "../pipeline.ts";
import { metrics } from "./alarms.ts";
import { DeadLetters } from "./dead-letters.ts";
import { type House, StoryFunction } from "./story-function.ts";

/** How many copies of a step run at most: what a surge may ask of a platform and of an account's share of Lambda. */
const MOST_AT_ONCE = 10;

/** A step that hears the bus: a rule, a queue with its dead letters, and the function. */
export class FunctionWithQueue extends Construct {
  readonly story: StoryFunction;
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, row: PipelineRow, house: House) {
    super(scope, id);
    if (row.trigger.kind !== "events") throw new Error(`${row.name} does not listen to the bus`);
    this.story = new StoryFunction(this, "story", row, house);
    this.deadLetters = new DeadLetters(this, "dead", this.story, house);
    this.queue = new Queue(this, "queue", {
      queueName: house.names.queue(row),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deliveryDelay: Duration.seconds(row.trigger.delaySeconds ?? 0),
      // Six times the function's: "Lambda Developer Guide, Using Lambda with Amazon SQS", read 2026-11-22.
      visibilityTimeout: Duration.seconds(6 * row.timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: MAX_RECEIVES },
    });
    new Rule(this, "rule", {
      eventBus: house.bus.bus,
      ruleName: house.names.queue(row),
      description: `What ${row.name} listens to`,
      eventPattern: {
        source: [sourceOf(row.trigger.listensTo)],
        detailType: row.trigger.listensTo.map((event) => event.detailType),
      },
      targets: [
        new SqsQueue(this.queue, {
          deadLetterQueue: this.deadLetters.queue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    this.story.fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: MOST_AT_ONCE,
      }),
    );
    house.alarms.ring(this, "late-messages", row.name, metrics.age(this.queue));
  }
}
