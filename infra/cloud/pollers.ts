import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { CfnSchedule, CfnScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { type PipelineRow, pipeline } from "../pipeline.ts";
import { acceptFinding } from "./accept-finding.ts";
import { metrics } from "./alarms.ts";
import { type BrandAccount, brandsOn } from "./brand-account.ts";
import { DeadLetters } from "./dead-letters.ts";
import { type House, StoryFunction } from "./story-function.ts";

/** What runs by the clock: one schedule per brand and channel for the pollers, one in all for the rest. */
export class Pollers extends Construct {
  readonly stories: readonly StoryFunction[];
  readonly deadLetters: readonly DeadLetters[];

  constructor(scope: Construct, id: string, accounts: readonly BrandAccount[], house: House) {
    super(scope, id);
    const group = new CfnScheduleGroup(this, "group", { name: house.names.stack });
    const built = pipeline
      .filter((row) => row.trigger.kind === "schedule")
      .map(
        (row) => new ScheduledFunction(this, row.name.replaceAll("/", "-"), { row, group, accounts, house }),
      );
    this.stories = built.map((each) => each.story);
    this.deadLetters = built.map((each) => each.deadLetters);
  }
}

class ScheduledFunction extends Construct {
  readonly story: StoryFunction;
  readonly deadLetters: DeadLetters;
  readonly #role: Role;

  constructor(
    scope: Construct,
    id: string,
    of: { row: PipelineRow; group: CfnScheduleGroup; accounts: readonly BrandAccount[]; house: House },
  ) {
    super(scope, id);
    const { row, group, accounts, house } = of;
    if (row.trigger.kind !== "schedule") throw new Error(`${row.name} does not run by the clock`);
    this.story = new StoryFunction(this, "story", row, house);
    this.deadLetters = new DeadLetters(this, "dead", this.story, house);
    acceptFinding(
      this.deadLetters.queue,
      "AwsSolutions-SQS3",
      "It is a dead-letter queue itself, of a schedule and of a function that is started without a queue; the rule knows only those of queues.",
    );
    // The next run comes by itself; trying an old one again would only meet it.
    this.story.fn.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(5),
      onFailure: new SqsDestination(this.deadLetters.queue),
    });
    this.#role = this.#schedulerRole(group);
    const channel = row.trigger.perBrandWith;
    if (channel === undefined) {
      this.#schedule("all", group, house, row.trigger.everySeconds, {});
      house.alarms.ring(this, "nobody-wakes", row.name, metrics.invocations(this.story.fn));
      house.alarms.ring(this, "much-woken", row.name, metrics.woken());
      return;
    }
    for (const { brand } of brandsOn(accounts, channel)) {
      const schedule = this.#schedule(brand, group, house, house.stage.pollSeconds, { brand });
      house.alarms.ring(
        schedule,
        "collecting-lags",
        `${brand} on ${channel}`,
        metrics.collectLag(brand, channel),
      );
    }
  }

  #schedulerRole(group: CfnScheduleGroup): Role {
    const stack = Stack.of(this);
    const role = new Role(this, "scheduler-role", {
      description: `Lets the clock start ${this.story.row.name}`,
      // Only our own schedules: another account's scheduler must not get to use this role.
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: {
          StringEquals: { "aws:SourceAccount": stack.account, "aws:SourceArn": group.attrArn },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [this.story.fn.functionArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [this.deadLetters.queue.queueArn] }),
    );
    return role;
  }

  #schedule(
    id: string,
    group: CfnScheduleGroup,
    house: House,
    everySeconds: number,
    input: Readonly<Record<string, string>>,
  ): CfnSchedule {
    return new CfnSchedule(this, id, {
      name: `${house.names.function(this.story.row)}-${id}`,
      groupName: group.ref,
      description: this.story.row.does,
      scheduleExpression: everyMinutes(everySeconds),
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: this.story.fn.functionArn,
        roleArn: this.#role.roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: this.deadLetters.queue.queueArn },
        retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
      },
    });
  }
}

/** `rate(1 minute)`; EventBridge Scheduler knows whole minutes only. */
const everyMinutes = (seconds: number): string =>
  seconds === 60 ? "rate(1 minute)" : `rate(${Math.ceil(seconds / 60)} minutes)`;
