import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";

/**
 * What Converse takes, as "Amazon Bedrock API Reference, Converse" has it (read 2026-11-22), and as far as we use it.
 * Strict: what a real service would turn away is turned away here.
 */
const ConverseRequest = z.strictObject({
  system: z.array(z.strictObject({ text: z.string().min(1) })),
  messages: z
    .array(
      z.strictObject({
        role: z.literal("user"),
        content: z.array(z.strictObject({ text: z.string().min(1) })).min(1),
      }),
    )
    .length(1),
  inferenceConfig: z.strictObject({ maxTokens: z.int().positive() }),
  outputConfig: z.strictObject({
    textFormat: z.strictObject({
      type: z.literal("json_schema"),
      structure: z.strictObject({
        jsonSchema: z.strictObject({ name: z.string().regex(/^[a-zA-Z0-9_-]+$/), schema: z.string() }),
      }),
    }),
  }),
});
/** Structured output takes objects that are closed, and no lengths: User Guide, "Get validated JSON results". */
const AnswerSchema = z.strictObject({
  type: z.literal("object"),
  properties: z.record(z.string(), z.strictObject({ type: z.literal("string"), description: z.string() })),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
});

/** HTTP status of each error, from the same reference. */
const STATUS = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ModelErrorException: 424,
  ModelNotReadyException: 429,
  ModelTimeoutException: 408,
  ResourceNotFoundException: 404,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  ValidationException: 400,
} as const;
export type ConverseError = keyof typeof STATUS;

export type Asked = {
  readonly modelId: string;
  readonly system: string;
  /** The blocks of the user's message. */
  readonly user: readonly string[];
  /** Everything that came over the wire, for what must not be in it. */
  readonly body: string;
};
export type Reply =
  | { readonly text: string; readonly stopReason?: string; readonly tokens?: number }
  | { readonly error: ConverseError }
  | { readonly raw: string; readonly status?: number }
  /** Takes the call and says nothing, or hangs up in the middle of it. */
  | { readonly silent: true }
  | { readonly hangsUp: true };

/** Stands where bedrock-runtime would: the real SDK client talks to it over HTTP. */
export async function startBedrockDouble(first: (asked: Asked) => Reply) {
  let reply = first;
  const calls: Asked[] = [];
  const server = createServer((request, response) => {
    void readCall(request).then((asked) => {
      if (typeof asked === "string") send(response, 400, { message: asked }, "ValidationException");
      else {
        calls.push(asked);
        answer(response, reply(asked));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  return {
    url,
    calls,
    answers(next: (asked: Asked) => Reply) {
      reply = next;
      calls.length = 0;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
export type BedrockDouble = Awaited<ReturnType<typeof startBedrockDouble>>;

/** What a model that does as it is told would send. */
export const twoTexts = (publicText: string, privateText: string): Reply => ({
  text: JSON.stringify({ public: publicText, private: privateText }),
});

async function readCall(request: IncomingMessage): Promise<Asked | string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString("utf8");
  const modelId = /^\/model\/([^/]+)\/converse$/.exec(request.url ?? "")?.[1];
  if (request.method !== "POST" || modelId === undefined) return "no such operation";
  if (
    !/^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\/bedrock\/aws4_request/.test(
      request.headers.authorization ?? "",
    )
  )
    return "not signed for bedrock";
  const read = ConverseRequest.safeParse(JSON.parse(body));
  if (!read.success) return z.prettifyError(read.error);
  const { system, messages, outputConfig } = read.data;
  const schema = AnswerSchema.safeParse(JSON.parse(outputConfig.textFormat.structure.jsonSchema.schema));
  if (!schema.success) return z.prettifyError(schema.error);
  return {
    modelId: decodeURIComponent(modelId),
    system: system.map(({ text }) => text).join("\n"),
    user: messages.flatMap(({ content }) => content.map(({ text }) => text)),
    body,
  };
}

function answer(response: ServerResponse, reply: Reply): void {
  if ("silent" in reply) return;
  if ("hangsUp" in reply) {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"output":');
    response.socket?.destroy();
    return;
  }
  if ("error" in reply) {
    send(response, STATUS[reply.error], { message: "as asked for" }, reply.error);
    return;
  }
  if ("raw" in reply) {
    response.writeHead(reply.status ?? 200, { "content-type": "application/json" });
    response.end(reply.raw);
    return;
  }
  const totalTokens = reply.tokens ?? 1000;
  send(response, 200, {
    metrics: { latencyMs: 400 },
    output: { message: { role: "assistant", content: [{ text: reply.text }] } },
    stopReason: reply.stopReason ?? "end_turn",
    usage: { inputTokens: totalTokens - 100, outputTokens: 100, totalTokens },
  });
}

function send(response: ServerResponse, status: number, body: unknown, error?: string): void {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(error === undefined ? {} : { "x-amzn-errortype": error }),
  });
  response.end(JSON.stringify(body));
}
