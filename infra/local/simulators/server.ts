import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FaultBox, Struck } from "./faults.ts";

/** Something that was written at a moment, as the `invisible` fault sees it. */
export type Written = { readonly seq: number; readonly writtenMs: number };

export type SimRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly bodyText: string;
  /** `http://host:port` as the caller wrote it: OAuth 1.0a signs it, and permalinks begin with it. */
  readonly origin: string;
  /** True for what a read-after-write delay keeps from this reader. */
  hides(entry: Written): boolean;
  /** Leave out entries at the end of a page. */
  readonly shortPage: boolean;
};

/** A string body goes out as it is; anything else as JSON. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** One call on the platform's API as it went over the wire. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  /** Faults that shaped the answer; empty for the platform's own. */
  readonly faults: readonly string[];
};

type Platform = {
  /** The platform's API. Faults meet these calls and no others. */
  api(request: SimRequest): Answer;
  /** Pages for people and verbs for tests; undefined: not one of them. */
  own(request: SimRequest): Answer | undefined;
  serverError(status: number): Answer;
  throttled(fault: Struck, request: SimRequest): Answer;
};

type Served = { readonly url: string; readonly port: number; close(): Promise<void> };

const MAX_BODY_BYTES = 1_000_000;

/**
 * Serve a platform on loopback.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken.
 */
export async function serve(options: {
  port: number;
  host: string;
  platform: Platform;
  faults: FaultBox;
  now: () => number;
  onExchange?: ((exchange: Exchange) => void) | undefined;
}): Promise<Served> {
  const { platform, faults } = options;
  const sockets = new Set<Socket>();
  const closing = new AbortController();

  const respond = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bodyText = await readBody(incoming);
    const url = new URL(incoming.url ?? "/", "http://simulator");
    const method = incoming.method ?? "GET";
    const base = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      bodyText,
      origin: `http://${incoming.headers.host ?? "localhost"}`,
      hides: () => false,
      shortPage: false,
    };
    const isCrossSite = incoming.headers.origin !== undefined && incoming.headers.origin !== base.origin;
    if (isCrossSite && method !== "GET")
      return write(response, { status: 403, body: { error: "another site" } });
    const own = platform.own(base);
    if (own !== undefined) return write(response, own);
    const struck = faults.strike(method, url.pathname);
    const request: SimRequest = {
      ...base,
      hides: (entry) => struck.some((fault) => hiddenBy(fault, entry, options.now())),
      shortPage: struck.some((fault) => fault.kind === "short-page"),
    };
    await delay(struck, closing.signal);
    const answer = answered(platform, request, struck, faults);
    options.onExchange?.(exchangeOf(request, answer, struck));
    if (struck.some((fault) => fault.kind === "lost-answer")) incoming.socket.destroy();
    else if (struck.some((fault) => fault.kind === "cut-body")) writeHalf(response, answer);
    else write(response, answer);
  };

  const server = createServer((incoming, response) => {
    respond(incoming, response).catch((error: unknown) => {
      if (closing.signal.aborted || incoming.socket.destroyed) return void incoming.socket.destroy();
      // A bug in the simulator must look like one, not like a platform's bad day.
      process.stderr.write(
        `simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      if (!response.headersSent) write(response, { status: 599, body: { simulatorBug: String(error) } });
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://${options.host}:${address.port}`,
    port: address.port,
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The effect happens inside `platform.api`, and only there. */
function answered(
  platform: Platform,
  request: SimRequest,
  struck: readonly Struck[],
  faults: FaultBox,
): Answer {
  for (const fault of struck) {
    if (fault.kind === "error-before") return platform.serverError(fault.status ?? 503);
    if (fault.kind === "throttled") return platform.throttled(fault, request);
    if (fault.kind === "not-json") return notJson(fault.status ?? 502);
    if (fault.kind === "answer" && fault.after !== true) return canned(fault);
  }
  const answer = platform.api(request);
  const later = struck.find((fault) => fault.kind === "error-after" || fault.kind === "answer");
  if (later?.kind === "error-after") return platform.serverError(later.status ?? 503);
  if (later?.kind === "answer") return canned(later);
  return struck.some((fault) => fault.kind === "shuffled") ? shuffled(answer, faults) : answer;
}

const canned = (fault: Struck): Answer => ({
  status: fault.status ?? 200,
  headers: fault.headers ?? {},
  body: fault.body ?? {},
});

const notJson = (status: number): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<html><head><title>${status}</title></head><body><h1>Something went wrong</h1></body></html>`,
});

function hiddenBy(fault: Struck, entry: Written, nowMs: number): boolean {
  if (fault.kind !== "invisible") return false;
  return fault.delayMs === undefined ? entry.seq > fault.since : entry.writtenMs > nowMs - fault.delayMs;
}

async function delay(struck: readonly Struck[], signal: AbortSignal): Promise<void> {
  const delayMs = struck.reduce(
    (sum, fault) => sum + (fault.kind === "slow" ? (fault.delayMs ?? 1000) : 0),
    0,
  );
  if (delayMs > 0) await pause(delayMs, undefined, { signal });
}

function shuffled(answer: Answer, faults: FaultBox): Answer {
  const { body } = answer;
  if (typeof body !== "object" || body === null || !("data" in body) || !Array.isArray(body.data))
    return answer;
  const before: unknown[] = body.data;
  const after = [...before];
  for (let i = after.length - 1; i > 0; i--) {
    const j = Math.floor(faults.random() * (i + 1));
    [after[i], after[j]] = [after[j], after[i]];
  }
  if (after.every((entry, i) => entry === before[i])) after.reverse();
  return { ...answer, body: { ...body, data: after } };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Error("request body too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function encoded(answer: Answer): { headers: Record<string, string>; bytes: Buffer } {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const bytes = Buffer.from(text, "utf8");
  return {
    bytes,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      ...answer.headers,
      "content-length": String(bytes.length),
    },
  };
}

function write(response: ServerResponse, answer: Answer): void {
  const { headers, bytes } = encoded(answer);
  response.writeHead(answer.status, headers);
  response.end(bytes);
}

function writeHalf(response: ServerResponse, answer: Answer): void {
  const { headers, bytes } = encoded(answer);
  response.writeHead(answer.status, headers);
  response.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () =>
    response.socket?.destroy(),
  );
}

function exchangeOf(request: SimRequest, answer: Answer, struck: readonly Struck[]): Exchange {
  const { headers } = encoded(answer);
  const body = parsed(request);
  return {
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    ...(body === undefined ? {} : { requestBody: body }),
    status: answer.status,
    headers,
    // What the caller reads, not what we hold: an undefined member is not on the wire.
    responseBody: typeof answer.body === "string" ? answer.body : JSON.parse(JSON.stringify(answer.body)),
    faults: struck.map((fault) => fault.kind),
  };
}

/** A part of a path; one that cannot be decoded stays as it is, and leads nowhere. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The request's body as JSON or as a form; undefined where there is none, the text where it is neither. */
export function parsed(request: SimRequest): unknown {
  if (request.bodyText === "") return undefined;
  if ((request.headers["content-type"] ?? "").includes("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(request.bodyText));
  try {
    return JSON.parse(request.bodyText);
  } catch {
    return request.bodyText;
  }
}
