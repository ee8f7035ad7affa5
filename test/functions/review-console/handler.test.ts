import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHandler } from "../../../functions/review-console/handler.ts";
import { NotConfigured } from "../../../shared/runtime/errors.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";

const environment = {
  CARE_TABLE,
  CUSTOMERS_TABLE,
  BUS_NAME: "bus",
  BRANDS: "kenttakauppa, lounaspoyta",
  CONSOLE_ORIGIN: "https://care.example/",
  OIDC_ISSUER: "https://id.example",
  OIDC_CLIENT_ID: "console",
  OIDC_CLIENT_SECRET_NAME: "shopkeeper/oidc",
  OIDC_LOGOUT_URL: "https://id.example/logout",
  OIDC_GROUP_CLAIM: "cognito:groups",
};

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
beforeAll(async () => {
  dynamo = await withDynamo();
});
afterAll(() => dynamo.close());

/** What an HTTP API sends, payload 2.0. */
const event = (path: string, cookies: string[] = []) => ({
  version: "2.0" as const,
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  cookies,
  headers: { host: "abc.execute-api.eu-north-1.amazonaws.com", "accept-language": "fi" },
  requestContext: {
    accountId: "1",
    apiId: "abc",
    domainName: "abc.execute-api.eu-north-1.amazonaws.com",
    domainPrefix: "abc",
    http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
    requestId: "r",
    routeKey: "$default",
    stage: "$default",
    time: "",
    timeEpoch: 0,
    authentication: null,
    authorizer: {},
  },
  isBase64Encoded: false,
  body: null,
});

describe("the function behind an HTTP API", () => {
  it("shows the login in the browser's language, and lets the log-out lead to the provider", async () => {
    const answer = await makeHandler(environment)(event("/login"));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("Niille, jotka vastaavat.");
    expect(answer.headers?.["content-security-policy"]).toContain("form-action 'self' https://id.example");
  });
  it("knows nobody by a cookie that no session stands for", async () => {
    const answer = await makeHandler(environment)(event("/", ["__Host-session=made-up"]));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers?.["location"]).toBe("/login?to=%2F");
  });
  it("names what its environment lacks", () => {
    const { BRANDS: _brands, ...rest } = environment;
    expect(() => makeHandler(rest)).toThrow(NotConfigured);
    expect(() => makeHandler(rest)).toThrow(/BRANDS/);
  });
});
