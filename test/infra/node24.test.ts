import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { bundleTo } from "../../infra/cloud/bundle.ts";
import { type BusEntry, startAwsEndpoint } from "../../infra/local/aws-endpoint.ts";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../infra/local/simulators/facebook/start.ts";
import { startXSimulator, type XSimulator } from "../../infra/local/simulators/x/start.ts";
import { environmentNames, type PipelineRow, pipeline } from "../../infra/pipeline.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { customerStores } from "../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { AgentId, Instant } from "../../shared/complaint/ids.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../support/dynamo.ts";
import { readSample } from "../support/event-samples.ts";
import { findNode24, runFunction } from "../support/node24.ts";

const node = findNode24();
const parsed = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
if (!parsed.ok) throw new Error("the example brand cannot be read");
const { brand, account } = parsed.brand;
const { facebook, x } = account.channels;
if (facebook === undefined || x === undefined) throw new Error("the example brand is on both channels");

const BOOTS =
  "I bought a pair of football boots one size too small this week. Went to exchange it for the right size and was denied an exchange because there were some marks from one practice. Now you will have an unsatisfied customer.";
const PAGE_TOKEN = "page-token-of-the-shop";
const oauth1 = {
  consumerKey: "app-key",
  consumerSecret: "app-secret",
  accessToken: "user-token",
  accessSecret: "user-secret",
};

it.runIf(node === undefined)("Node 24 is there: npm ci --prefix test/node24", () => {
  // On a machine that only wants to try Shopkeeper it may be missing; where a change is accepted it may not.
  expect(process.env["REQUIRE_NODE24"] ?? "", "Node 24 was asked for and is not here").toBe("");
});

describe.runIf(node !== undefined)("under the Node that Lambda runs", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-node24-"));
  const told: BusEntry[] = [];
  const closing: { close(): Promise<void> }[] = [];
  let fb: FacebookSimulator;
  let sim: XSimulator;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const dynamo = await withDynamo();
    const aws = await startAwsEndpoint({
      events: (entries) => void told.push(...entries),
      secrets: {
        [facebook.secret]: { pageToken: PAGE_TOKEN },
        [x.secret]: {
          bearerToken: "bearer-token",
          apiKey: oauth1.consumerKey,
          apiSecret: oauth1.consumerSecret,
          accessToken: oauth1.accessToken,
          accessSecret: oauth1.accessSecret,
        },
        "name-key": { nameKey: "0123456789abcdef" },
        "oidc-client": { clientSecret: "s" },
      },
    });
    fb = await startFacebookSimulator({
      port: 0,
      pages: [{ pageId: facebook.pageId, name: account.name, pageToken: PAGE_TOKEN }],
    });
    sim = await startXSimulator({
      port: 0,
      bearerTokens: ["bearer-token"],
      accounts: [{ userId: x.userId, handle: x.handle, name: account.name, oauth1 }],
    });
    closing.push(dynamo, aws, fb, sim);
    fb.world.post({ page: facebook.pageId, name: "Marja Esimerkki", text: BOOTS });
    sim.world.post({ handle: "esimerkki", name: "Marja", text: `@${x.handle} ${BOOTS.slice(0, 200)}` });
    const { brands } = careStores(CARE_TABLE);
    const hoursFromNow = (hours: number): Instant =>
      Instant.parse(new Date(Date.now() + hours * 3_600_000).toISOString());
    await brands.publish(parsed.brand, hoursFromNow(0), "Aino");
    await customerStores(CUSTOMERS_TABLE, "0123456789abcdef").stateCurrency(brand, account.currency);
    await brands.putShift(brand, {
      agent: AgentId.parse("laura"),
      name: "Laura",
      role: "agent",
      from: hoursFromNow(-1),
      until: hoursFromNow(8),
    });
    environment = {
      AWS_REGION: "eu-north-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_ENDPOINT_URL_EVENTBRIDGE: aws.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    };
  });
  afterAll(async () => {
    await Promise.all(closing.map((each) => each.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the stack would put there, but for where the platforms are. */
  const settings = (): Readonly<Record<string, string>> => ({
    BUS_NAME: "shopkeeper-local",
    CARE_TABLE,
    CUSTOMERS_TABLE,
    NAME_KEY_SECRET: "name-key",
    X_API_ORIGIN: sim.url,
    GRAPH_API_ORIGIN: fb.url,
    BRANDS: brand,
    CONSOLE_ORIGIN: "https://console.example",
    OIDC_ISSUER: "https://login.example",
    OIDC_CLIENT_ID: "console",
    OIDC_CLIENT_SECRET_NAME: "oidc-client",
    OIDC_LOGOUT_URL: "https://login.example/logout",
    OIDC_GROUP_CLAIM: "cognito:groups",
  });
  const environmentOf = (row: PipelineRow): Readonly<Record<string, string>> => {
    const named = [
      ...environmentNames.always,
      ...(row.tables.care === undefined ? [] : environmentNames.care),
      ...(row.tables.customers === undefined ? [] : environmentNames.customers),
      ...(row.secrets.includes("name-key") ? environmentNames.nameKey : []),
      ...(row.secrets.includes("facebook") || row.secrets.includes("x") ? environmentNames.platforms : []),
      ...(row.trigger.kind === "http" ? environmentNames.pages : []),
      ...(row.secrets.includes("oidc-client") ? environmentNames.login : []),
    ];
    const all = settings();
    return { ...environment, ...Object.fromEntries(named.map((name) => [name, all[name] ?? ""])) };
  };

  it.each(pipeline)("$name answers", async (row) => {
    const bundle = path.join(folder, `${row.name.replaceAll("/", "-")}.mjs`);
    bundleTo(row.entry, bundle);
    const ran = await runFunction(node ?? "", {
      folder,
      bundle,
      event: eventFor(row, told),
      environment: environmentOf(row),
    });
    expect(ran.node).toMatch(/^v24\./);
    expect(ran.log).not.toMatch(/DeprecationWarning|ExperimentalWarning/);
    switch (row.trigger.kind) {
      case "events":
        expect(ran.answer, ran.log).toEqual({ batchItemFailures: [] });
        break;
      case "schedule":
        expect(ran.answer).toBeNull();
        break;
      case "http":
        expect(z.object({ statusCode: z.int() }).parse(ran.answer).statusCode, ran.log).toBeLessThan(400);
    }
  });

  it("hands a complaint on from the page to a finished draft", () => {
    const names = told.map((entry) => entry.detailType);
    for (const name of [
      "mention-collected.v1",
      "case-assessed.v1",
      "author-matched.v1",
      "remedy-decided.v1",
      "draft-written.v1",
    ])
      expect(names).toContain(name);
    expect(names.filter((name) => name === "mention-collected.v1")).toHaveLength(2);
  });
});

/** What really was told before it, as its queue would hand it over, and a sample of everything else that it hears. */
function eventFor(row: PipelineRow, told: readonly BusEntry[]): unknown {
  switch (row.trigger.kind) {
    case "schedule":
      return row.trigger.perBrandWith === undefined ? {} : { brand };
    case "http":
      return {
        version: "2.0",
        routeKey: "$default",
        rawPath: row.trigger.under ?? "/",
        rawQueryString: "",
        headers: { host: "console.example", accept: "text/html" },
        requestContext: {
          accountId: "000000000000",
          apiId: "api",
          domainName: "console.example",
          domainPrefix: "console",
          http: {
            method: "GET",
            path: row.trigger.under ?? "/",
            protocol: "HTTP/1.1",
            sourceIp: "192.0.2.1",
            userAgent: "test",
          },
          requestId: "id",
          routeKey: "$default",
          stage: "$default",
          time: "22/Nov/2026:10:00:00 +0000",
          timeEpoch: 1_795_341_600_000,
        },
        isBase64Encoded: false,
      };
    case "events": {
      const bodies = row.trigger.listensTo.flatMap((heard) => [
        ...told
          .filter((entry) => entry.detailType === heard.detailType)
          .map((entry) => ({ source: entry.source, "detail-type": entry.detailType, detail: entry.detail })),
        readSample(heard.detailType),
      ]);
      return {
        Records: bodies.map((body, at) => ({
          messageId: String(at),
          receiptHandle: String(at),
          body: JSON.stringify(body),
          attributes: {},
          messageAttributes: {},
          md5OfBody: "",
          eventSource: "aws:sqs",
          eventSourceARN: "arn:aws:sqs:eu-north-1:000000000000:queue",
          awsRegion: "eu-north-1",
        })),
      };
    }
  }
}
