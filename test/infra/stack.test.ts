// Over 300 lines: a template takes seconds to synthesise, so every promise about it stands with it in one file.
import { Validations } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { namesFor } from "../../infra/names.ts";
import { pipeline, tables } from "../../infra/pipeline.ts";
import { catalogue } from "../../shared/events/index.ts";
import { roleOf } from "../support/iam.ts";
import { ofType, synthesise, text, twoBrands } from "../support/synthesise.ts";

const prod = synthesise("prod");
afterAll(prod.remove);
const { resources } = prod;
const names = namesFor("prod");
const role = (row: { readonly name: string }) => roleOf(resources, names.function(row));

const one = (type: string, which: (props: Readonly<Record<string, unknown>>) => boolean): string => {
  const found = ofType(resources, type).filter(([, props]) => which(props));
  expect(found, type).toHaveLength(1);
  return found[0]?.[0] ?? "";
};
const tableId = (name: string) => one("AWS::DynamoDB::Table", (props) => props["TableName"] === name);
const secretArn = (name: string) =>
  `\${${one("AWS::SecretsManager::Secret", (props) => props["Name"] === name)}}`;
const careArn = `\${${tableId(names.careTable)}.Arn}`;
const customersArn = `\${${tableId(names.customersTable)}.Arn}`;
const busArn = `\${${one("AWS::Events::EventBus", () => true)}.Arn}`;

const QueueProps = z.object({
  QueueName: z.string(),
  SqsManagedSseEnabled: z.literal(true),
  MessageRetentionPeriod: z.int().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.int() }).optional(),
});
const AlarmProps = z.object({
  AlarmName: z.string(),
  MetricName: z.string(),
  Namespace: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  AlarmActions: z.array(z.unknown()).min(1),
});
const alarms = ofType(resources, "AWS::CloudWatch::Alarm").map(([, props]) => AlarmProps.parse(props));
const queues = ofType(resources, "AWS::SQS::Queue").map(([id, props]) => ({
  id,
  ...QueueProps.parse(props),
}));

describe("queues", () => {
  it.each(queues.filter((queue) => queue.RedrivePolicy !== undefined))(
    "$QueueName has dead letters that ring",
    ({ RedrivePolicy }) => {
      const dead = queues.find((queue) => text(RedrivePolicy?.deadLetterTargetArn) === `\${${queue.id}.Arn}`);
      expect(dead?.MessageRetentionPeriod).toBe(14 * 86_400);
      const ringing = alarms.filter(
        (alarm) =>
          alarm.MetricName === "ApproximateNumberOfMessagesVisible" &&
          alarm.Dimensions.some((each) => text(each.Value) === `\${${dead?.id}.QueueName}`),
      );
      expect(ringing).toHaveLength(1);
    },
  );

  it("are each either a step's queue with dead letters, or dead letters themselves", () => {
    const dead = queues.filter((queue) => queue.RedrivePolicy === undefined).map((queue) => queue.QueueName);
    const stepsWithout = pipeline
      .filter((row) => row.trigger.kind !== "http")
      .map((row) => names.deadLetters(row));
    expect(dead.toSorted()).toEqual(stepsWithout.toSorted());
  });

  it("refuse what is not encrypted on its way", () => {
    const refusing = ofType(resources, "AWS::SQS::QueuePolicy").flatMap(([, props]) =>
      JSON.stringify(props["PolicyDocument"]).includes('"aws:SecureTransport":"false"')
        ? z.array(z.unknown()).parse(props["Queues"]).map(text)
        : [],
    );
    expect(refusing.toSorted()).toEqual(queues.map((queue) => `\${${queue.id}}`).toSorted());
  });
});

describe("secrets", () => {
  const channelSecrets = ["laturi/facebook", "laturi/x", "keitto/facebook"];
  const readers = pipeline.filter((row) => row.secrets.includes("facebook") || row.secrets.includes("x"));

  it("of a channel are read by collecting and publishing alone", () => {
    expect(new Set(readers.map((row) => row.name.split("/")[0]))).toEqual(
      new Set(["collect-mentions", "publish-reply"]),
    );
    for (const row of pipeline) {
      const readable = role(row).resourcesFor("secretsmanager:GetSecretValue");
      const ofChannels = channelSecrets.filter((name) => readable.includes(secretArn(name)));
      const expected = channelSecrets.filter((name) => row.secrets.some((kind) => name.endsWith(`/${kind}`)));
      expect(ofChannels, row.name).toEqual(expected);
    }
  });

  it("are opened to nobody by a wildcard, and written by nobody", () => {
    for (const row of pipeline) {
      for (const resource of role(row).resourcesFor("secretsmanager:GetSecretValue"))
        expect(resource, row.name).toMatch(/^\$\{\w+\}$/);
      expect(
        [...role(row).actions].filter((action) => /^secretsmanager:(?!GetSecretValue$)/.test(action)),
      ).toEqual([]);
    }
  });

  it("of a channel are created without a value, so that no template ever holds a token", () => {
    for (const name of channelSecrets) {
      const [found] = ofType(resources, "AWS::SecretsManager::Secret").filter(
        ([, props]) => props["Name"] === name,
      );
      expect(found?.[1]).not.toHaveProperty("SecretString");
      expect(found?.[1]).not.toHaveProperty("GenerateSecretString");
    }
  });
});

describe.each(pipeline)("the role of $name", (row) => {
  const own = () => role(row);

  it("tells what its row says, and not what it does not", () => {
    for (const event of Object.values(catalogue)) {
      const told = own().may({
        action: "events:PutEvents",
        resource: busArn,
        context: { "events:source": "shopkeeper", "events:detail-type": event.detailType },
      });
      expect(told, event.detailType).toBe(row.emits.includes(event));
    }
  });

  it("cannot speak in another's name", () => {
    const told = own().may({
      action: "events:PutEvents",
      resource: busArn,
      context: { "events:source": "aws.health", "events:detail-type": row.emits[0]?.detailType ?? "" },
    });
    expect(told).toBe(false);
  });

  it.each([
    { table: "care", arn: careArn },
    { table: "customers", arn: customersArn },
  ] as const)("uses the $table table as its row says", ({ table, arn }) => {
    const use = row.tables[table];
    const may = (action: string) => own().may({ action: `dynamodb:${action}`, resource: arn });
    for (const action of ["GetItem", "Query"]) expect(may(action), action).toBe(use !== undefined);
    for (const action of ["PutItem", "UpdateItem", "DeleteItem"])
      expect(may(action), action).toBe(use === "read-write");
    for (const action of ["Scan", "DeleteTable", "UpdateTable", "PartiQLSelect"])
      expect(may(action), action).toBe(false);
    for (const index of Object.keys(tables[table].indexes))
      expect(own().may({ action: "dynamodb:Query", resource: `${arn}/index/${index}` })).toBe(
        use !== undefined,
      );
  });

  it("decrypts through the services that it may use, never by itself", () => {
    const key = one("AWS::KMS::Key", () => true);
    const through = (service: string) =>
      own().may({
        action: "kms:Decrypt",
        resource: `\${${key}.Arn}`,
        context: { "kms:ViaService": `${service}.\${AWS::Region}.amazonaws.com` },
      });
    expect(through("dynamodb")).toBe(Object.keys(row.tables).length > 0);
    expect(through("secretsmanager")).toBe(row.secrets.length > 0);
    expect(through("s3")).toBe(false);
    expect(own().may({ action: "kms:Decrypt", resource: `\${${key}.Arn}` })).toBe(false);
  });

  it("has no wildcard and nothing of the rest of the account", () => {
    for (const statement of own().statements) {
      for (const action of statement.Action) expect(action).not.toContain("*");
      for (const resource of statement.Resource.map(text)) expect(resource).not.toContain("*");
    }
    expect(new Set([...own().actions].map((action) => action.split(":")[0]))).toEqual(
      new Set([
        "logs",
        "dynamodb",
        "kms",
        ...(row.emits.length > 0 ? ["events"] : []),
        ...(row.secrets.length > 0 ? ["secretsmanager"] : []),
        ...(row.trigger.kind === "http" ? [] : ["sqs"]),
      ]),
    );
  });
});

describe("functions", () => {
  it("run on Node 24 on arm64, each with its own role and a log that is cleared", () => {
    const functions = ofType(resources, "AWS::Lambda::Function");
    expect(functions.map(([, props]) => props["FunctionName"]).toSorted()).toEqual(
      pipeline.map((row) => names.function(row)).toSorted(),
    );
    for (const [, props] of functions)
      expect(props).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    expect(new Set(functions.map(([, props]) => text(props["Role"]))).size).toBe(functions.length);
    for (const [, props] of ofType(resources, "AWS::Logs::LogGroup"))
      expect(props["RetentionInDays"]).toBe(30);
  });
});

describe("tables", () => {
  it("can be brought back, forget by themselves, are encrypted with our key and cannot be deleted by accident", () => {
    const found = ofType(resources, "AWS::DynamoDB::Table");
    expect(found).toHaveLength(2);
    for (const [id, props] of found) {
      expect(props).toMatchObject({
        BillingMode: "PAY_PER_REQUEST",
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
        DeletionProtectionEnabled: true,
      });
      expect(resources[id]?.DeletionPolicy).toBe("Retain");
    }
  });

  it("go with the stack in a stage that is for trying", () => {
    const dev = synthesise("dev");
    for (const [id, props] of ofType(dev.resources, "AWS::DynamoDB::Table")) {
      expect(props["DeletionProtectionEnabled"]).toBe(false);
      expect(dev.resources[id]?.DeletionPolicy).toBe("Delete");
    }
    dev.remove();
  });
});

describe("the console", () => {
  it("is throttled, and logs no address of the person who asks", () => {
    const [stage] = ofType(resources, "AWS::ApiGatewayV2::Stage");
    expect(stage?.[1]["DefaultRouteSettings"]).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
    const log = JSON.stringify(stage?.[1]["AccessLogSettings"]);
    expect(log).toContain("$context.status");
    expect(log).not.toMatch(/sourceIp|userAgent|\$context\.path/);
  });

  it("lets in invited people with a second factor", () => {
    const [pool] = ofType(resources, "AWS::Cognito::UserPool");
    expect(pool?.[1]).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    });
    const groups = ofType(resources, "AWS::Cognito::UserPoolGroup").map(([, props]) => props["GroupName"]);
    expect(groups.toSorted()).toEqual(["admin", "agent", "manager", "marketing"]);
  });

  it("can be entered by a code with a secret, by no other flow", () => {
    const [client] = ofType(resources, "AWS::Cognito::UserPoolClient");
    expect(client?.[1]).toMatchObject({ AllowedOAuthFlows: ["code"], GenerateSecret: true });
  });
});

describe("schedules", () => {
  it("ask each brand's channels and wake what overslept, and leave what fails where it rings", () => {
    const Schedule = z.object({
      Target: z.object({
        Arn: z.unknown(),
        Input: z.string(),
        DeadLetterConfig: z.object({ Arn: z.unknown() }),
      }),
      FlexibleTimeWindow: z.object({ Mode: z.literal("OFF") }),
      ScheduleExpression: z.literal("rate(1 minute)"),
    });
    const inputs = ofType(resources, "AWS::Scheduler::Schedule")
      .map(([, props]) => Schedule.parse(props).Target.Input)
      .toSorted();
    expect(inputs).toEqual(['{"brand":"keitto"}', '{"brand":"laturi"}', '{"brand":"laturi"}', "{}"]);
  });

  it("are not made for a channel that a brand is not on", () => {
    const onFacebook = synthesise("prod", { accounts: twoBrands.slice(1) });
    expect(ofType(onFacebook.resources, "AWS::Scheduler::Schedule")).toHaveLength(2);
    onFacebook.remove();
  });
});

describe("security rules", () => {
  const accepted = prod.app.node.findAll().flatMap((node) =>
    node.node.metadata
      .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap((entry) =>
        Object.entries(z.record(z.string(), z.unknown()).parse(entry.data)).map(([id, reason]) => ({
          at: node.node.path,
          id,
          reason: JSON.stringify(reason),
        })),
      ),
  );

  it("have no exception but these", () => {
    expect(
      accepted.map(({ at, id }) => `${at.replace("shopkeeper-prod/", "")} ${id.replace("Annotation::", "")}`),
    ).toMatchInlineSnapshot(`
        [
          "secrets/laturi-facebook AwsSolutions-SMG4",
          "secrets/keitto-facebook AwsSolutions-SMG4",
          "secrets/laturi-x AwsSolutions-SMG4",
          "secrets/name-key AwsSolutions-SMG4",
          "secrets/oidc-client AwsSolutions-SMG4",
          "pollers/collect-mentions-facebook/dead/queue AwsSolutions-SQS3",
          "pollers/collect-mentions-x/dead/queue AwsSolutions-SQS3",
          "pollers/wake-overdue/dead/queue AwsSolutions-SQS3",
          "review-console/route AwsSolutions-APIG4",
          "review-console/route-playbook AwsSolutions-APIG4",
          "review-console/route-playbook-parts AwsSolutions-APIG4",
        ]
      `);
  });

  it.each(accepted)("are broken at $at with a reason that a reader can judge", ({ reason }) => {
    expect(reason.split(" ").length).toBeGreaterThan(10);
  });

  it("stop a stack that breaks one", () => {
    expect(() =>
      synthesise("prod", { change: (stack) => void new Queue(stack, "open", { queueName: "open" }) }),
    ).toThrow(/AwsSolutions-SQS4/);
  });
});
