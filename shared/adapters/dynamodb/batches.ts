import { BatchGetCommand, BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Unavailable } from "../../runtime/errors.ts";
import { client, reach } from "./client.ts";
import { asRow, type Key, type Row } from "./table.ts";

/** What one call takes at most: "API Reference, BatchGetItem and BatchWriteItem". */
const GETS_A_CALL = 100;
const WRITES_A_CALL = 25;
/** Calls on their way at once: enough to hide the way to the table, few enough to hold little in memory. */
const AT_ONCE = 8;
const TRIES = 10;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 5_000;

/** Many items of one table at once, without conditions and without order. */
export type Batches = {
  /** What is there of these; eventually consistent, half a unit each. */
  get(keys: readonly Key[]): Promise<readonly Row[]>;
  /** Each key at most once. */
  put(rows: readonly Row[]): Promise<void>;
  delete(keys: readonly Key[]): Promise<void>;
};

type Request = { PutRequest: { Item: Row } } | { DeleteRequest: { Key: Key } };

/** What the table leaves undone is asked for again, later and later, until `Unavailable`. @param name the table's name */
export function tableBatches(name: string): Batches {
  const write = (requests: readonly Request[]) =>
    inParts(requests, WRITES_A_CALL, (part) =>
      untilDone(part, async (left) => {
        const { UnprocessedItems } = await reach(() =>
          client().send(new BatchWriteCommand({ RequestItems: { [name]: [...left] } })),
        );
        const undone = new Set((UnprocessedItems?.[name] ?? []).map((request) => keyOf(request)));
        return left.filter((request) => undone.has(keyOf(request)));
      }),
    );
  return {
    async get(keys) {
      const rows: Row[] = [];
      await inParts(keys, GETS_A_CALL, (part) =>
        untilDone(part, async (left) => {
          const { Responses, UnprocessedKeys } = await reach(() =>
            client().send(new BatchGetCommand({ RequestItems: { [name]: { Keys: [...left] } } })),
          );
          rows.push(...(Responses?.[name] ?? []).map(asRow));
          const undone = new Set((UnprocessedKeys?.[name]?.Keys ?? []).map(placeOf));
          return left.filter((key) => undone.has(placeOf(key)));
        }),
      );
      return rows;
    },
    put: (rows) => write(rows.map((Item) => ({ PutRequest: { Item } }))),
    delete: (keys) => write(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))),
  };
}

const placeOf = (key: Record<string, unknown>): string => JSON.stringify([key["pk"], key["sk"]]);
const keyOf = (request: {
  PutRequest?: { Item: Record<string, unknown> | undefined } | undefined;
  DeleteRequest?: { Key: Record<string, unknown> | undefined } | undefined;
}): string => placeOf(request.PutRequest?.Item ?? request.DeleteRequest?.Key ?? {});

async function inParts<T>(
  all: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<void>,
): Promise<void> {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  await eachOf(parts, AT_ONCE, work);
}

/** Each of them, at most so many at once. The first failure ends it. */
export async function eachOf<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}

/** @param once one call; gives what it left undone */
async function untilDone<T>(
  all: readonly T[],
  once: (left: readonly T[]) => Promise<readonly T[]>,
): Promise<void> {
  let left = all;
  for (let tried = 0; left.length > 0; tried++) {
    if (tried === TRIES) throw new Unavailable("DynamoDB keeps leaving items undone");
    // Full jitter: writers that were turned away together do not come back together.
    if (tried > 0) await pause(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tried));
    left = await once(left);
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
