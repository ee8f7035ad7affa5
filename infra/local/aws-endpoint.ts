import { createServer, type IncomingMessage } from "node:http";
import * as z from "zod";

/** What PutEvents was given, as a rule sees it. */
export type BusEntry = { readonly source: string; readonly detailType: string; readonly detail: unknown };

const PutEvents = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string().optional(),
      Source: z.string(),
      DetailType: z.string(),
      Detail: z.string(),
    }),
  ),
});
const GetSecretValue = z.object({ SecretId: z.string() });

// Amazon EventBridge API reference, PutEvents: at most 10 entries; quotas: 256 KB a request. Read 2026-11-22.
const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;

/** An answer in AWS JSON 1.1. */
type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/**
 * The two AWS calls that the functions make beside DynamoDB, over real HTTP: PutEvents and GetSecretValue.
 * The real SDK clients talk to it.
 *
 * @param on.events gets the entries that were taken
 * @param on.failEntry says which entry EventBridge leaves behind, as it may; none by default
 */
export async function startAwsEndpoint(on: {
  port?: number;
  events: (entries: readonly BusEntry[]) => void;
  failEntry?: () => boolean;
  secrets: Readonly<Record<string, unknown>>;
}): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(request, on)
      .catch(
        (error: unknown): Answer => ({
          status: 500,
          body: { __type: "InternalException", message: String(error) },
        }),
      )
      .then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify(body));
      });
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(on.port ?? 0, "127.0.0.1", done);
  });
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, on: Parameters<typeof startAwsEndpoint>[0]): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const target = String(request.headers["x-amz-target"] ?? "");
  const body: unknown = JSON.parse(bytes.toString("utf8") || "{}");
  if (target === "AWSEvents.PutEvents") return putEvents(PutEvents.parse(body), bytes.length, on);
  if (target === "secretsmanager.GetSecretValue")
    return secretValue(GetSecretValue.parse(body).SecretId, on.secrets);
  return { status: 400, body: { __type: "UnknownOperationException", message: target } };
}

function putEvents(
  ask: z.infer<typeof PutEvents>,
  bytes: number,
  on: Parameters<typeof startAwsEndpoint>[0],
): Answer {
  if (ask.Entries.length === 0 || ask.Entries.length > MAX_ENTRIES)
    return { status: 400, body: { __type: "ValidationException", message: `1 to ${MAX_ENTRIES} entries` } };
  if (bytes > MAX_BYTES)
    return { status: 400, body: { __type: "ValidationException", message: "the request is too large" } };
  const taken: BusEntry[] = [];
  const Entries = ask.Entries.map((entry, at) => {
    if (on.failEntry?.() === true) return { ErrorCode: "InternalFailure", ErrorMessage: "left behind" };
    taken.push({ source: entry.Source, detailType: entry.DetailType, detail: JSON.parse(entry.Detail) });
    return { EventId: `local-${Date.now()}-${at}` };
  });
  on.events(taken);
  return { status: 200, body: { FailedEntryCount: ask.Entries.length - taken.length, Entries } };
}

function secretValue(name: string, secrets: Readonly<Record<string, unknown>>): Answer {
  const value = secrets[name];
  if (value === undefined)
    return {
      status: 400,
      body: {
        __type: "ResourceNotFoundException",
        message: "Secrets Manager can't find the specified secret.",
      },
    };
  return { status: 200, body: { Name: name, SecretString: JSON.stringify(value) } };
}
