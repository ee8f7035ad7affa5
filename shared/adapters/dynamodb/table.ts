import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { Malformed, Unavailable } from "../../runtime/errors.ts";
import { client, nameOf, reach } from "./client.ts";

export type Key = { readonly pk: string; readonly sk: string };
export type Row = Key & Readonly<Record<string, unknown>>;
/** A condition or change in DynamoDB's own words, with its names (`#x`) and values (`:x`). */
export type Expression = {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
};
export type Write =
  | { readonly put: Row; readonly when?: Expression }
  | { readonly update: Key; readonly change: Expression; readonly when?: Expression }
  | { readonly delete: Key; readonly when?: Expression }
  | { readonly check: Key; readonly when: Expression };

export const isNew: Expression = { expression: "attribute_not_exists(pk)" };

/** One DynamoDB table, in the few verbs that the stores need. Failures of the service become `Unavailable`. */
export type Table = {
  /** @param only the attributes that are wanted, beside the key; all where it is left out */
  get(key: Key, only?: readonly string[]): Promise<Row | undefined>;
  /** False when the condition did not hold. */
  put(row: Row, when?: Expression): Promise<boolean>;
  /** The row after the change; undefined when the condition did not hold. */
  update(key: Key, change: Expression, when?: Expression): Promise<Row | undefined>;
  /** All rows of a partition, to the end. */
  all(pk: string, skBegins?: string): Promise<readonly Row[]>;
  /** One page; `from` is the `next` of the page before. */
  page(ask: {
    readonly index?: string;
    readonly key: Expression;
    readonly limit: number;
    readonly backwards?: boolean;
    readonly from?: string | undefined;
  }): Promise<{ rows: readonly Row[]; next?: string }>;
  /** All or nothing. Gives the places of the writes whose condition did not hold. */
  transact(writes: readonly Write[]): Promise<{ done: true } | { done: false; failed: readonly number[] }>;
};

/** @param name the table's name in the account */
export function dynamoTable(name: string): Table {
  return {
    async get(key, only = []) {
      const names = Object.fromEntries(only.map((attribute, at) => [`#a${at}`, attribute]));
      const some = { ProjectionExpression: Object.keys(names).join(", "), ExpressionAttributeNames: names };
      const { Item } = await reach(() =>
        client().send(
          new GetCommand({
            TableName: name,
            Key: key,
            ConsistentRead: true,
            ...(only.length === 0 ? {} : some),
          }),
        ),
      );
      return Item === undefined ? undefined : asRow({ ...Item, ...key });
    },
    async put(row, when) {
      return whether(() => client().send(new PutCommand({ TableName: name, Item: row, ...condition(when) })));
    },
    async update(key, change, when) {
      const both = {
        names: { ...change.names, ...when?.names },
        values: { ...change.values, ...when?.values },
      };
      try {
        const { Attributes } = await reach(() =>
          client().send(
            new UpdateCommand({
              TableName: name,
              Key: key,
              UpdateExpression: change.expression,
              ...(when === undefined ? {} : { ConditionExpression: when.expression }),
              ...attributes(both),
              ReturnValues: "ALL_NEW",
            }),
          ),
        );
        return Attributes === undefined ? undefined : asRow(Attributes);
      } catch (error) {
        if (nameOf(error) === "ConditionalCheckFailedException") return undefined;
        throw error;
      }
    },
    async all(pk, skBegins) {
      const rows: Row[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await reach(() =>
          client().send(
            new QueryCommand({
              TableName: name,
              ConsistentRead: true,
              KeyConditionExpression:
                skBegins === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)",
              ExpressionAttributeValues: {
                ":pk": pk,
                ...(skBegins === undefined ? {} : { ":sk": skBegins }),
              },
              ...(from === undefined ? {} : { ExclusiveStartKey: from }),
            }),
          ),
        );
        rows.push(...(page.Items ?? []).map(asRow));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return rows;
    },
    async page(ask) {
      const input: QueryCommandInput = {
        TableName: name,
        ...(ask.index === undefined ? { ConsistentRead: true } : { IndexName: ask.index }),
        KeyConditionExpression: ask.key.expression,
        ...attributes(ask.key),
        Limit: ask.limit,
        ScanIndexForward: ask.backwards !== true,
        ...(ask.from === undefined ? {} : { ExclusiveStartKey: readPageToken(ask.from) }),
      };
      const page = await reach(() => client().send(new QueryCommand(input)));
      const next = page.LastEvaluatedKey;
      return {
        rows: (page.Items ?? []).map(asRow),
        ...(next === undefined ? {} : { next: Buffer.from(JSON.stringify(next)).toString("base64url") }),
      };
    },
    transact: (writes) => transact(name, writes),
  };
}

export const asRow = (raw: Record<string, unknown>): Row => ({
  ...raw,
  pk: String(raw["pk"]),
  sk: String(raw["sk"]),
});

/** @throws {Malformed} when an address bar holds something that we did not give out */
function readPageToken(token: string): Record<string, unknown> {
  try {
    const key: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (key !== null && typeof key === "object" && !Array.isArray(key)) return { ...key };
  } catch {
    // Falls through: a token that cannot be read is told as such.
  }
  throw new Malformed("page token", ["it is not one that this list gave out"]);
}

const attributes = (of: { names?: Record<string, string>; values?: Record<string, unknown> }) => ({
  ...(of.names === undefined || Object.keys(of.names).length === 0
    ? {}
    : { ExpressionAttributeNames: of.names }),
  ...(of.values === undefined || Object.keys(of.values).length === 0
    ? {}
    : { ExpressionAttributeValues: of.values }),
});
const condition = (when: Expression | undefined) =>
  when === undefined ? {} : { ConditionExpression: when.expression, ...attributes(when) };

async function whether(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await reach(work);
    return true;
  } catch (error) {
    if (nameOf(error) === "ConditionalCheckFailedException") return false;
    throw error;
  }
}

// Two hundred signers on one counter take their turns within seconds; a person waits for the page no longer.
const CONFLICT_TRIES = 12;
const LONGEST_WAIT_MS = 1000;

async function transact(
  name: string,
  writes: readonly Write[],
): Promise<{ done: true } | { done: false; failed: readonly number[] }> {
  const TransactItems = writes.map((write) => transactItem(name, write));
  for (let attempt = 1; ; attempt++) {
    try {
      await reach(() => client().send(new TransactWriteCommand({ TransactItems })));
      return { done: true };
    } catch (error) {
      const codes = cancellationCodes(error);
      if (codes === undefined) throw error;
      const failed = codes.flatMap((code, at) => (code === "ConditionalCheckFailed" ? [at] : []));
      if (failed.length > 0) return { done: false, failed };
      // Only a failed condition is a no; two writers at once, or throttling, is worth another try.
      if (attempt >= CONFLICT_TRIES)
        throw new Unavailable("DynamoDB: the transaction kept meeting another", { cause: error });
      await new Promise((done) =>
        setTimeout(done, Math.random() * Math.min(LONGEST_WAIT_MS, 20 * 2 ** attempt)),
      );
    }
  }
}

function cancellationCodes(error: unknown): readonly string[] | undefined {
  if (nameOf(error) !== "TransactionCanceledException" || !(error instanceof Error)) return undefined;
  const reasons: unknown = Reflect.get(error, "CancellationReasons");
  if (!Array.isArray(reasons)) return [];
  return reasons.map((reason: unknown) =>
    reason !== null && typeof reason === "object" ? String(Reflect.get(reason, "Code") ?? "None") : "None",
  );
}

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

function transactItem(TableName: string, write: Write): TransactItem {
  if ("put" in write) return { Put: { TableName, Item: write.put, ...condition(write.when) } };
  if ("delete" in write) return { Delete: { TableName, Key: write.delete, ...condition(write.when) } };
  if ("check" in write)
    return {
      ConditionCheck: {
        TableName,
        Key: write.check,
        ConditionExpression: write.when.expression,
        ...attributes(write.when),
      },
    };
  const both = {
    names: { ...write.change.names, ...write.when?.names },
    values: { ...write.change.values, ...write.when?.values },
  };
  return {
    Update: {
      TableName,
      Key: write.update,
      UpdateExpression: write.change.expression,
      ...(write.when === undefined ? {} : { ConditionExpression: write.when.expression }),
      ...attributes(both),
    },
  };
}
