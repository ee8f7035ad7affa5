import { Fn, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Names } from "../names.ts";
import { type PipelineRow, tables } from "../pipeline.ts";
import type { Stage } from "./stage.ts";
import type { StoryFunction } from "./story-function.ts";

type TableName = keyof typeof tables;
type Index = { readonly partition: string; readonly sort: string; readonly project?: readonly string[] };

// A query is the widest question: no step may Scan, and none may change or describe the tables.
const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:ConditionCheckItem"];
const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

type CareTablesProps = {
  readonly stage: Stage;
  readonly names: Names;
  /** Encrypts both tables. */
  readonly key: Key;
};

/** The two tables: what the agents work on, and who bought what. */
export class CareTables extends Construct {
  readonly care: Table;
  readonly customers: Table;
  readonly #key: Key;

  constructor(scope: Construct, id: string, props: CareTablesProps) {
    super(scope, id);
    this.#key = props.key;
    this.care = this.#table("care", props.names.careTable, props.stage);
    this.customers = this.#table("customers", props.names.customersTable, props.stage);
  }

  /** Gives a function exactly what its row says, and the names of the tables with it. */
  grant(fn: StoryFunction, row: PipelineRow): void {
    for (const name of ["care", "customers"] as const) {
      const use = row.tables[name];
      if (use === undefined) continue;
      const indexes = Object.keys(tables[name].indexes);
      fn.allow(
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: use === "read" ? READ : [...READ, ...WRITE],
          resources: [
            this[name].tableArn,
            ...indexes.map((index) => Fn.join("/index/", [this[name].tableArn, index])),
          ],
        }),
      );
      fn.setEnvironment(name === "care" ? "CARE_TABLE" : "CUSTOMERS_TABLE", this[name].tableName);
    }
    const writes = Object.values(row.tables).includes("read-write");
    if (Object.keys(row.tables).length > 0)
      fn.allow(
        new PolicyStatement({
          actions: [
            "kms:Decrypt",
            "kms:DescribeKey",
            ...(writes ? ["kms:Encrypt", "kms:GenerateDataKey"] : []),
          ],
          resources: [this.#key.keyArn],
          // The key opens tables only to the tables' own service: nobody reads a backup or a secret with this.
          conditions: {
            StringEquals: { "kms:ViaService": `dynamodb.${Stack.of(this).region}.amazonaws.com` },
          },
        }),
      );
  }

  #table(name: TableName, tableName: string, stage: Stage): Table {
    const table = new Table(this, name, {
      tableName,
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: "ttl",
      deletionProtection: stage.keepTables,
      removalPolicy: stage.keepTables ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const indexes: Readonly<Record<string, Index>> = tables[name].indexes;
    for (const [indexName, index] of Object.entries(indexes))
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        ...(index.project === undefined
          ? { projectionType: ProjectionType.ALL }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.project] }),
      });
    return table;
  }
}
