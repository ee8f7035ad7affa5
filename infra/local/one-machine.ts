import { mkdirSync } from "node:fs";
import path from "node:path";
import { serve } from "@hono/node-server";
import * as z from "zod";
import { customerStores } from "../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { systemClock } from "../../shared/runtime/clock.ts";
import type { Environment } from "../../shared/runtime/env.ts";
import { log } from "../../shared/runtime/log.ts";
import { once } from "../../shared/runtime/once.ts";
import { answers, type PipelineRow, pipeline } from "../pipeline.ts";
import { startAwsEndpoint } from "./aws-endpoint.ts";
import { localBus, type RowHandler } from "./bus.ts";
import { createTables, startDynamo } from "./dynamo.ts";
import { people, putInPlace } from "./first-start.ts";
import { startIssuer } from "./issuer.ts";
import { localSecrets, NAME_KEY_SECRET, OIDC_SECRET } from "./local-secrets.ts";
import type { QueueSettings } from "./queue.ts";
import { startFacebookSimulator } from "./simulators/facebook/start.ts";
import { startXSimulator } from "./simulators/x/start.ts";
import { startStoreInbox } from "./store-inbox.ts";
import { type ScheduledHandler, schedulesOf, startTimers } from "./timers.ts";

const TABLES = { care: "shopkeeper-care", customers: "shopkeeper-customers" } as const;
const CLIENT_ID = "shopkeeper-console";
/** Pollers come round every three seconds here, every minute in the cloud; what overslept is looked for at the same pace. */
const POLL_MS = 3000;

export type OneMachineOptions = {
  readonly brands: readonly BrandFile[];
  /** Where everything is kept; in memory without. */
  readonly folder?: string;
  /** 0: any free port. */
  readonly ports: {
    readonly console: number;
    readonly facebook: number;
    readonly x: number;
    readonly issuer: number;
    /** The stores' inbox; any free port without. */
    readonly inbox?: number;
  };
  readonly pollMs?: number;
  /** For tests: how queues misbehave, and which events the bus leaves behind. */
  readonly unkind?: QueueSettings["unkind"];
  readonly failEntry?: () => boolean;
  readonly maxReceives?: number;
};

export type OneMachine = Awaited<ReturnType<typeof startOneMachine>>;

/**
 * The whole story in one process: the same handlers as in the cloud, wired from the same table, around a DynamoDB
 * API, a bus with queues, an identity provider and simulated platforms. One per process, since the AWS clients find
 * their endpoints in its environment.
 *
 * @throws with code EADDRINUSE when a port is taken
 * @throws {Plain} when another run uses the folder, or what is kept in it cannot be read
 */
export async function startOneMachine(options: OneMachineOptions) {
  Object.assign(process.env, { ...quiet, ...process.env });
  const { folder, brands, ports } = options;
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const inFolder = (name: string) => (folder === undefined ? undefined : path.join(folder, name));
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    const secrets = localSecrets(brands, inFolder("keys.json"));
    const platforms = await startPlatforms(options, secrets, inFolder);
    closing.push(
      () => platforms.facebook.close(),
      () => platforms.x.close(),
    );
    const site = await openSite(ports.console);
    closing.push(() => site.close());
    const dynamo = await startDynamo(inFolder("tables.sqlite"));
    closing.push(() => dynamo.close());
    await createTables(dynamo.endpoint, TABLES);
    const consoleUrl = `http://localhost:${ports.console}`;
    const issuer = await startIssuer({
      port: ports.issuer,
      clientId: CLIENT_ID,
      clientSecret: secrets.clientSecret,
      redirectUris: [`${consoleUrl}/login/callback`],
      people: people.map(({ id, name, role, brand }) => ({
        sub: id,
        name,
        groups: [role, ...(brand === undefined ? [] : [`brand:${brand}`])],
      })),
    });
    closing.push(() => issuer.close());

    const heard: {
      deliver?: (entries: readonly { source: string; detailType: string; detail: unknown }[]) => void;
    } = {};
    const aws = await startAwsEndpoint({
      events: (entries) => heard.deliver?.(entries),
      ...(options.failEntry === undefined ? {} : { failEntry: options.failEntry }),
      secrets: secrets.values,
    });
    closing.push(() => aws.close());
    Object.assign(process.env, awsEnvironment(dynamo.endpoint, aws.url));

    const stores = careStores(TABLES.care);
    const customers = customerStores(TABLES.customers, nameKeyOf(secrets.values));
    for (const brand of brands) await putInPlace(brand, stores, customers, systemClock.now());

    const environment: Environment = {
      BUS_NAME: "local",
      CARE_TABLE: TABLES.care,
      CUSTOMERS_TABLE: TABLES.customers,
      NAME_KEY_SECRET,
      X_API_ORIGIN: platforms.x.url,
      GRAPH_API_ORIGIN: platforms.facebook.url,
      BRANDS: brands.map(({ brand }) => brand).join(","),
      CONSOLE_ORIGIN: consoleUrl,
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET_NAME: OIDC_SECRET,
      OIDC_LOGOUT_URL: `${issuer.url}/session/end`,
      OIDC_GROUP_CLAIM: "groups",
    };
    const inbox = await startStoreInbox({
      port: ports.inbox ?? 0,
      brands,
      stores,
      origin: consoleUrl,
      pollMs: options.pollMs ?? POLL_MS,
      onFailure: (error) => log.error("an order did not reach the stores' inbox", error),
    });
    closing.push(() => inbox.close());
    const handlers = await loadHandlers(environment);
    const bus = localBus((row) => handlers.queue(row), options);
    heard.deliver = (entries) => bus.deliver(entries);
    closing.push(() => bus.close());

    site.show(await loadPages(environment));
    // Closed before what it stands on.
    closing.push(() => site.close());

    const timers = startTimers(
      schedulesOf(brands),
      (row) => handlers.scheduled(row),
      () => options.pollMs ?? POLL_MS,
      (row, error) => log.error("a scheduled step failed", error, { step: row.name }),
    );
    closing.push(() => timers.stop());
    return {
      urls: {
        console: consoleUrl,
        facebook: platforms.facebook.url,
        x: platforms.x.url,
        issuer: issuer.url,
        inbox: inbox.url,
      },
      ...platforms,
      inbox,
      stores,
      customers,
      bus,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Secrets = ReturnType<typeof localSecrets>;

async function startPlatforms(
  { brands, ports }: OneMachineOptions,
  secrets: Secrets,
  inFolder: (name: string) => string | undefined,
) {
  const kept = (name: string) => {
    const dataFile = inFolder(name);
    return dataFile === undefined ? {} : { dataFile };
  };
  const facebook = await startFacebookSimulator({
    port: ports.facebook,
    ...kept("facebook.json"),
    pages: brands.flatMap(({ account }) => {
      const page = account.channels.facebook;
      return page === undefined
        ? []
        : [{ pageId: page.pageId, name: account.name, ...secrets.facebook(page.pageId) }];
    }),
  });
  const accounts = brands.flatMap(({ account }) =>
    account.channels.x === undefined ? [] : [{ account, x: account.channels.x }],
  );
  const x = await startXSimulator({
    port: ports.x,
    ...kept("x.json"),
    // Polled every three seconds instead of every minute: the limits of a minute-long poll, for that pace.
    settings: { rateLimitScale: 50 },
    bearerTokens: accounts.map((each) => secrets.x(each.x.userId).bearerToken),
    accounts: accounts.map((each) => {
      const keys = secrets.x(each.x.userId);
      return {
        userId: each.x.userId,
        handle: each.x.handle,
        name: each.account.name,
        oauth1: {
          consumerKey: keys.apiKey,
          consumerSecret: keys.apiSecret,
          accessToken: keys.accessToken,
          accessSecret: keys.accessSecret,
        },
      };
    }),
  }).catch(async (error: unknown) => {
    await facebook.close();
    throw error;
  });
  return { facebook, x };
}

/** What would drown the addresses on the screen. Setting one of these in the shell brings it back. */
const quiet = {
  POWERTOOLS_LOG_LEVEL: "WARN",
  POWERTOOLS_METRICS_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

const awsEnvironment = (dynamo: string, aws: string) => ({
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_ENDPOINT_URL_DYNAMODB: dynamo,
  AWS_ENDPOINT_URL_EVENTBRIDGE: aws,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: aws,
});

const nameKeyOf = (values: Secrets["values"]): string =>
  z.object({ nameKey: z.string() }).parse(values[NAME_KEY_SECRET]).nameKey;

const HandlerFile = z.object({
  makeHandler: z.custom<(environment: Environment) => unknown>((it) => typeof it === "function"),
});

/** The handlers of the table's rows, each made once with the environment that its function would have. */
async function loadHandlers(environment: Environment) {
  const made = new Map<string, (event: unknown) => Promise<unknown>>();
  for (const row of pipeline) {
    if (row.trigger.kind === "http") continue;
    const file: unknown = await import(path.join("../..", row.entry));
    const { makeHandler } = HandlerFile.parse(file);
    const handler: unknown = makeHandler(environment);
    if (typeof handler !== "function") throw new Error(`${row.entry} makes no handler`);
    made.set(row.name, async (event) => handler(event));
  }
  const of = (row: PipelineRow) => {
    const handler = made.get(row.name);
    if (handler === undefined) throw new Error(`no handler for ${row.name}`);
    return handler;
  };
  const Batch = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });
  return {
    queue: (row: PipelineRow): RowHandler => {
      const handler = of(row);
      return async (event) => Batch.parse(await handler(event));
    },
    scheduled: (row: PipelineRow): ScheduledHandler => {
      const handler = of(row);
      return async (event) => {
        await handler(event);
      };
    },
  };
}

const PagesFile = z.object({
  makeApp: z.custom<(environment: Environment) => App>((it) => typeof it === "function"),
});

/** The pages of the table's rows behind one address, as the HTTP API joins them. */
async function loadPages(environment: Environment): Promise<App> {
  const pages: { readonly row: PipelineRow; readonly app: App }[] = [];
  for (const row of pipeline.filter(({ trigger }) => trigger.kind === "http")) {
    const file: unknown = await import(path.join("../..", row.entry));
    pages.push({ row, app: PagesFile.parse(file).makeApp(environment) });
  }
  return {
    fetch(request) {
      const { pathname } = new URL(request.url);
      const page = pages.find(({ row }) => answers(row, pathname));
      if (page === undefined) throw new Error("no row of the pipeline answers");
      return page.app.fetch(request);
    },
  };
}

type App = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** Takes the console's port before the long part of a first start, so that a taken one is told at once. */
async function openSite(port: number) {
  let app: App = {
    fetch: () =>
      new Response("Shopkeeper is starting. Reload this page in a few seconds.\n", {
        status: 503,
        headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "5" },
      }),
  };
  const server = serve({ fetch: (request) => app.fetch(request), port, hostname: "127.0.0.1" });
  await new Promise<void>((done, fail) => {
    server.once("listening", () => done());
    server.once("error", fail);
  });
  return {
    show: (ready: App) => {
      app = ready;
    },
    close: once(
      () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ("closeAllConnections" in server) server.closeAllConnections();
        }),
    ),
  };
}
