import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { localRules } from "../../infra/local/wiring.ts";
import { namesFor } from "../../infra/names.ts";
import { environmentNames, MAX_RECEIVES, type PipelineRow, pipeline, tables } from "../../infra/pipeline.ts";
import { EVENT_SOURCE } from "../../shared/events/define-event.ts";
import { catalogue } from "../../shared/events/index.ts";
import { SHOP_SOURCE, shopCatalogue } from "../../shared/events/shop-events.ts";
import { ofType, synthesise, text } from "../support/synthesise.ts";

const cloud = synthesise("prod");
afterAll(cloud.remove);
const { resources } = cloud;
const names = namesFor("prod");

const Rule = z.object({
  Name: z.string(),
  EventPattern: z.strictObject({ source: z.array(z.string()), "detail-type": z.array(z.string()) }),
  Targets: z.tuple([z.object({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }) })]),
});
const Queue = z.object({
  QueueName: z.string(),
  DelaySeconds: z.int().default(0),
  VisibilityTimeout: z.int().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.int() }).optional(),
});
const Fn = z.object({
  FunctionName: z.string(),
  Timeout: z.int(),
  MemorySize: z.int(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const Mapping = z.object({
  EventSourceArn: z.unknown(),
  FunctionName: z.unknown(),
  FunctionResponseTypes: z.tuple([z.literal("ReportBatchItemFailures")]),
});
const parsed = <T>(type: string, schema: z.ZodType<T>) =>
  ofType(resources, type).map(([id, props]) => ({ id, ...schema.parse(props) }));

const rules = parsed("AWS::Events::Rule", Rule);
const queues = parsed("AWS::SQS::Queue", Queue);
const functions = parsed("AWS::Lambda::Function", Fn);
const mappings = parsed("AWS::Lambda::EventSourceMapping", Mapping);
const queueAt = (arn: unknown) => queues.find((queue) => text(arn) === `\${${queue.id}.Arn}`);
const functionOf = (row: PipelineRow) => functions.find((fn) => fn.FunctionName === names.function(row));
const listening = pipeline.filter((row) => row.trigger.kind === "events");

describe("the story", () => {
  it("names each step once, and a file that can be there for each", () => {
    expect(new Set(pipeline.map((row) => row.name)).size).toBe(pipeline.length);
    for (const row of pipeline) {
      const [step] = row.name.split("/");
      expect(row.entry).toMatch(new RegExp(`^functions/${step}/([a-z]+\\.)?handler\\.tsx?$`));
      expect(existsSync(row.entry), row.entry).toBe(true);
    }
  });

  it("tells nothing that nobody may tell, and hears nothing that nobody tells", () => {
    const told = new Set(pipeline.flatMap((row) => row.emits));
    const fromShop = new Set<unknown>(Object.values(shopCatalogue));
    for (const row of listening)
      if (row.trigger.kind === "events")
        for (const heard of row.trigger.listensTo.filter((each) => !fromShop.has(each)))
          expect(told.has(heard), `${row.name} hears ${heard.name}`).toBe(true);
    for (const event of Object.values(catalogue)) expect(told.has(event), event.name).toBe(true);
  });

  it.each(pipeline)("gives $name fewer than 28 seconds where a browser waits", (row) => {
    // API Gateway ends an HTTP API's request after 30 s.
    if (row.trigger.kind === "http") expect(row.timeoutSeconds).toBeLessThanOrEqual(29);
    expect(functionOf(row)).toMatchObject({ Timeout: row.timeoutSeconds, MemorySize: row.memoryMb });
  });
});

describe.each(listening)("$name", (row) => {
  const local = localRules(pipeline).find((rule) => rule.queue === row.name);
  const rule = rules.find((each) => each.Name === names.queue(row));

  it("hears the same in the cloud and on one machine", () => {
    expect(rule?.EventPattern.source).toEqual([local?.source]);
    expect(local?.source).toBe(row.name === "record-purchase" ? SHOP_SOURCE : EVENT_SOURCE);
    expect(rule?.EventPattern["detail-type"].toSorted()).toEqual(local?.detailTypes.toSorted());
  });

  it("hears through a queue of its own, with the same patience", () => {
    const queue = queueAt(rule?.Targets[0].Arn);
    expect(queue).toMatchObject({
      QueueName: names.queue(row),
      DelaySeconds: local?.delaySeconds,
      VisibilityTimeout: 6 * row.timeoutSeconds,
      RedrivePolicy: { maxReceiveCount: local?.maxReceives },
    });
    const mapping = mappings.find((each) => text(each.EventSourceArn) === `\${${queue?.id}.Arn}`);
    expect(text(mapping?.FunctionName)).toBe(`\${${functionOf(row)?.id}}`);
  });

  it("loses nothing that could not be delivered", () => {
    const queue = queueAt(rule?.Targets[0].Arn);
    const dead = queueAt(rule?.Targets[0].DeadLetterConfig.Arn);
    expect(dead?.QueueName).toBe(names.deadLetters(row));
    expect(text(queue?.RedrivePolicy?.deadLetterTargetArn)).toBe(`\${${dead?.id}.Arn}`);
  });
});

describe("what is joined", () => {
  it("is in the table: no rule, queue or event source beside it", () => {
    expect(rules).toHaveLength(listening.length);
    expect(mappings).toHaveLength(listening.length);
    expect(localRules(pipeline)).toHaveLength(listening.length);
    expect(localRules(pipeline).every((rule) => rule.maxReceives === MAX_RECEIVES)).toBe(true);
  });

  it.each(pipeline)("tells $name exactly the names that it may find in its environment", (row) => {
    const platforms = row.secrets.includes("facebook") || row.secrets.includes("x");
    const expected = [
      ...environmentNames.always,
      ...(row.tables.care === undefined ? [] : environmentNames.care),
      ...(row.tables.customers === undefined ? [] : environmentNames.customers),
      ...(row.secrets.includes("name-key") ? environmentNames.nameKey : []),
      ...(platforms ? environmentNames.platforms : []),
      ...(row.trigger.kind === "http" ? environmentNames.pages : []),
      ...(row.secrets.includes("oidc-client") ? environmentNames.login : []),
    ];
    expect(Object.keys(functionOf(row)?.Environment.Variables ?? {}).toSorted()).toEqual(expected.toSorted());
  });

  it("keeps the same keys and indexes in the cloud as on one machine", () => {
    const Table = z.object({
      TableName: z.string(),
      KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
      AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.literal("S") })),
      GlobalSecondaryIndexes: z
        .array(
          z.object({
            IndexName: z.string(),
            KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
            Projection: z.object({
              ProjectionType: z.string(),
              NonKeyAttributes: z.array(z.string()).optional(),
            }),
          }),
        )
        .default([]),
    });
    const found = parsed("AWS::DynamoDB::Table", Table);
    const keysOf = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: "HASH" },
      { AttributeName: sort, KeyType: "RANGE" },
    ];
    for (const [kind, name] of [
      ["care", names.careTable],
      ["customers", names.customersTable],
    ] as const) {
      const table = found.find((each) => each.TableName === name);
      expect(table?.KeySchema).toEqual(keysOf("pk", "sk"));
      expect(table?.GlobalSecondaryIndexes).toEqual(
        Object.entries(tables[kind].indexes).map(([IndexName, index]) => ({
          IndexName,
          KeySchema: keysOf(index.partition, index.sort),
          Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...index.project] },
        })),
      );
    }
  });
});
