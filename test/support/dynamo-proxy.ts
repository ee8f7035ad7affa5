import { createServer, type IncomingMessage } from "node:http";
import * as z from "zod";
import type { Answer, Conflicts } from "./transaction-conflicts.ts";

const Asked = z.looseObject({ RequestItems: z.record(z.string(), z.array(z.unknown())) });

/**
 * A DynamoDB that stands before another one and leaves a part of each batch write undone, as DynamoDB may when it is
 * busy. The code under test knows nothing of it.
 *
 * @param leaveUndone says for each item whether it is left undone; one of each batch is always done
 * @param conflicts answers a transaction in the other one's stead; without it all go through
 */
export async function startDynamoProxy(
  endpoint: string,
  leaveUndone: () => boolean,
  conflicts?: Conflicts,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void forward(request, endpoint, leaveUndone, conflicts).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function forward(
  request: IncomingMessage,
  endpoint: string,
  leaveUndone: () => boolean,
  conflicts: Conflicts | undefined,
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  if (conflicts !== undefined && String(request.headers["x-amz-target"]).endsWith(".TransactWriteItems"))
    return conflicts.answer(text, () => passOn(request, endpoint, text));
  const isBatch = String(request.headers["x-amz-target"]).endsWith(".BatchWriteItem");
  const { asked, undone } = isBatch ? parted(text, leaveUndone) : { asked: text, undone: undefined };
  const { status, body } = await passOn(request, endpoint, asked);
  if (undone === undefined) return { status, body };
  return {
    status,
    body: JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(body)), UnprocessedItems: undone }),
  };
}

async function passOn(request: IncomingMessage, endpoint: string, body: string): Promise<Answer> {
  const headers = Object.entries(request.headers).filter(
    ([name]) => !["host", "content-length", "connection"].includes(name),
  );
  const answered = await fetch(endpoint, {
    method: "POST",
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    body,
  });
  return { status: answered.status, body: await answered.text() };
}

function parted(text: string, leaveUndone: () => boolean) {
  const asked = Asked.parse(JSON.parse(text));
  const undone: Record<string, unknown[]> = {};
  for (const [table, [first, ...rest]] of Object.entries(asked.RequestItems)) {
    const out = rest.filter(leaveUndone);
    if (out.length > 0) undone[table] = out;
    asked.RequestItems[table] = [first, ...rest.filter((item) => !out.includes(item))];
  }
  return { asked: JSON.stringify(asked), undone };
}
