import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { metrics } from "./alarms.ts";
import type { House, StoryFunction } from "./story-function.ts";

/** Where what a function gave up on is kept for fourteen days, and rings. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, of: StoryFunction, house: House) {
    super(scope, id);
    this.queue = new Queue(this, "queue", {
      queueName: house.names.deadLetters(of.row),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that SQS keeps a message: a long weekend and a holiday fit in.
      retentionPeriod: Duration.days(14),
    });
    house.alarms.ring(this, "dead-letters", of.row.name, metrics.waiting(this.queue));
  }
}
