import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { customerHistory } from "../../../shared/adapters/customer-history.ts";
import { readFacebookSecret } from "../../../shared/adapters/facebook/graph-client.ts";
import { secretsManager } from "../../../shared/adapters/secrets-manager/secrets.ts";
import { readXSecret } from "../../../shared/adapters/x/x-client.ts";

const TOKEN = "EAAB-page-token-of-somebody";
/** What Secrets Manager answers for each name. */
const held: Readonly<Record<string, { readonly status: number; readonly body: unknown }>> = {
  missing: { status: 400, body: { __type: "ResourceNotFoundException", message: "can't find it" } },
  denied: { status: 400, body: { __type: "AccessDeniedException", message: "no" } },
  binary: { status: 200, body: { Name: "binary", SecretBinary: "AAAA" } },
  empty: { status: 200, body: { Name: "empty", SecretString: "" } },
  blank: { status: 200, body: { Name: "blank", SecretString: " \n" } },
  "not-json": { status: 200, body: { Name: "not-json", SecretString: TOKEN } },
  nothing: { status: 200, body: { Name: "nothing", SecretString: "null" } },
  "other-shape": {
    status: 200,
    body: { Name: "other-shape", SecretString: JSON.stringify({ token: TOKEN }) },
  },
};
let server: Server;
let asked: string[];

beforeAll(async () => {
  asked = [];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { SecretId } = z
        .object({ SecretId: z.string() })
        .parse(JSON.parse(Buffer.concat(parts).toString("utf8")));
      asked.push(SecretId);
      const { status, body } = held[SecretId] ?? { status: 500, body: {} };
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  process.env["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = `http://127.0.0.1:${port}`;
  process.env["AWS_REGION"] = "eu-north-1";
  process.env["AWS_ACCESS_KEY_ID"] = "local";
  process.env["AWS_SECRET_ACCESS_KEY"] = "local";
});
afterAll(() => new Promise((done) => server.close(done)));

const readers = [
  {
    whose: "Facebook",
    read: (name: string) => readFacebookSecret(secretsManager(), name),
    lacks: "pageToken",
  },
  { whose: "X", read: (name: string) => readXSecret(secretsManager(), name), lacks: "bearerToken" },
  { whose: "the name key", read: (name: string) => customerHistory("customers", name)(), lacks: "nameKey" },
];

describe.each(readers)("the secret of $whose", ({ read, lacks }) => {
  it.each([
    { name: "missing", says: "ResourceNotFoundException" },
    { name: "denied", says: "AccessDeniedException" },
    { name: "binary", says: "is empty" },
    { name: "empty", says: "is empty" },
    { name: "blank", says: "is empty" },
    { name: "not-json", says: "is not JSON" },
  ])(
    "$name: names it, says what is wrong and the command that helps, and gives nothing of it away",
    async ({ name, says }) => {
      const error: unknown = await read(name).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: "not-configured",
        message: expect.stringMatching(new RegExp(`"${name}".*put-secret-value --secret-id ${name}`)),
      });
      expect(error).toHaveProperty("message", expect.stringContaining(says));
      expect(inspect(error, { depth: 9 })).not.toContain(TOKEN.slice(0, 8));
    },
  );

  it.each(["nothing", "other-shape"])("%s: says what it must hold", async (name) => {
    const error: unknown = await read(name).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "not-configured", message: expect.stringContaining(`"${name}"`) });
    expect(error).toHaveProperty("message", expect.stringContaining(lacks));
    expect(inspect(error, { depth: 9 })).not.toContain(TOKEN);
  });
});

it("a service that does not answer is tried again by the caller, and nothing wrong is kept", async () => {
  const secrets = secretsManager();
  await expect(secrets.read("unheard-of")).rejects.toMatchObject({ code: "unavailable" });
  const before = asked.length;
  await expect(secrets.read("missing")).rejects.toMatchObject({ code: "not-configured" });
  await expect(secrets.read("missing")).rejects.toMatchObject({ code: "not-configured" });
  expect(asked.length - before).toBe(2);
});
