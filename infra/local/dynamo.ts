import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { tables } from "../pipeline.ts";
import { Plain } from "./plain.ts";
import { writeWhole } from "./whole-file.ts";

/** A DynamoDB API on this machine. */
export type LocalDynamo = { readonly endpoint: string; close(): Promise<void> };

const READY_WITHIN_MS = 10_000;

/**
 * Starts dynoxide, or uses the endpoint in `DYNAMODB_ENDPOINT` where no binary for this platform is installed.
 *
 * @param file where the tables are kept; in memory without
 * @throws {Plain} when another run is using that file, or there is no server for this platform
 */
export async function startDynamo(file?: string): Promise<LocalDynamo> {
  const given = process.env["DYNAMODB_ENDPOINT"];
  if (given !== undefined) return { endpoint: given, close: async () => undefined };
  const pidFile = file === undefined ? undefined : `${file}.pid`;
  if (pidFile !== undefined) endLeftover(pidFile);
  const port = await freePort();
  const child = spawn(
    dynoxideBinary(),
    [
      "serve",
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
      ...(file === undefined ? [] : ["--db-path", file]),
    ],
    // In a group of its own: Ctrl-C goes to all of a terminal's group, and the steps that are at work still need it.
    { stdio: ["ignore", "ignore", "ignore"], detached: true },
  );
  if (pidFile !== undefined && child.pid !== undefined)
    writeWhole(pidFile, JSON.stringify({ server: child.pid, startedBy: process.pid }));
  const atExit = () => child.kill("SIGKILL");
  process.once("exit", atExit);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(endpoint, child);
  return {
    endpoint,
    async close() {
      process.removeListener("exit", atExit);
      const gone = new Promise((done) => child.once("exit", done));
      if (child.exitCode === null && child.kill("SIGTERM")) await gone;
      if (pidFile !== undefined) rmSync(pidFile, { force: true });
    },
  };
}

function dynoxideBinary(): string {
  const require = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(require.resolve("@dynoxide/linux-x64/package.json")), "dynoxide");
  } catch {
    throw new Plain(
      `There is no dynoxide binary for ${process.platform}-${process.arch}. Start any DynamoDB-compatible server and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`,
    );
  }
}

const Kept = z.object({ server: z.int().positive(), startedBy: z.int().positive() });

/**
 * A run that was killed leaves its database server behind; two of them on one file would step on each other. The
 * server of a run that is alive is left alone.
 */
function endLeftover(pidFile: string): void {
  const kept = existsSync(pidFile) ? Kept.safeParse(asJson(readFileSync(pidFile, "utf8"))) : undefined;
  if (kept?.success === true && ofProcess(kept.data.server, "cmdline").includes("dynoxide")) {
    const { server, startedBy } = kept.data;
    // An orphan gets another parent, so this holds only while the run that started it lives.
    if (parentOf(server) === startedBy)
      throw new Plain(
        `Shopkeeper is running already on the data in ${path.dirname(pidFile)} (process ${startedBy}).\nStop it, or keep the data of this run elsewhere: SHOPKEEPER_DATA=.shopkeeper-2 SHOPKEEPER_PORT=5000 npm start`,
      );
    process.kill(server, "SIGKILL");
  }
  rmSync(pidFile, { force: true });
}

/** One of the kernel's files about a process; empty when there is no such process, or no such files. */
function ofProcess(pid: number, what: "cmdline" | "status"): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
const parentOf = (pid: number): number => Number(/^PPid:\s*(\d+)$/m.exec(ofProcess(pid, "status"))?.[1]);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`dynoxide ended with code ${child.exitCode} before it was ready`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  throw new Error("dynoxide was not ready within 10 s");
}

/** Creates the two tables where they do not exist yet, from the same description as the stack. */
export async function createTables(
  endpoint: string,
  names: { care: string; customers: string },
): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: "eu-north-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const kind of ["care", "customers"] as const)
    if (!TableNames.includes(names[kind]))
      await client.send(new CreateTableCommand(tableOf(names[kind], tables[kind].indexes)));
  client.destroy();
}

function tableOf(
  TableName: string,
  indexes: Readonly<
    Record<
      string,
      { readonly partition: string; readonly sort: string; readonly project?: readonly string[] }
    >
  >,
): CreateTableCommandInput {
  const attributes = new Set([
    "pk",
    "sk",
    ...Object.values(indexes).flatMap((index) => [index.partition, index.sort]),
  ]);
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    ...(Object.keys(indexes).length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
            IndexName,
            KeySchema: [
              { AttributeName: index.partition, KeyType: "HASH" as const },
              { AttributeName: index.sort, KeyType: "RANGE" as const },
            ],
            // As in the cloud: an index that holds more here would hide a field that is missing there.
            Projection:
              index.project === undefined
                ? { ProjectionType: "ALL" as const }
                : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...index.project] },
          })),
        }),
  };
}
