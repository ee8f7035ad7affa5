import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { examine, type Patient } from "../../../../infra/cli/doctor/examine.ts";
import { checkFacebookToken } from "../../../../infra/cli/doctor/facebook-token.ts";
import { type Finding, lineOf } from "../../../../infra/cli/doctor/finding.ts";
import { checkDeadLetters } from "../../../../infra/cli/doctor/house.ts";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../../../infra/local/simulators/facebook/start.ts";
import { startXSimulator, type XSimulator } from "../../../../infra/local/simulators/x/start.ts";
import { namesFor } from "../../../../infra/names.ts";
import type { ApiMeter } from "../../../../shared/adapters/api-meter.ts";
import { parseBrand } from "../../../../shared/adapters/brand-file/load-brand.ts";
import { careStores } from "../../../../shared/adapters/dynamodb/stores.ts";
import { dynamoTable } from "../../../../shared/adapters/dynamodb/table.ts";
import { graphClient } from "../../../../shared/adapters/facebook/graph-client.ts";
import { xClient } from "../../../../shared/adapters/x/x-client.ts";
import { Instant } from "../../../../shared/complaint/ids.ts";
import { NotConfigured, Unavailable } from "../../../../shared/runtime/errors.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../../support/dynamo.ts";

const NOW = Date.parse("2026-11-22T10:00:00Z");
const clock = { now: () => Instant.parse(new Date(NOW).toISOString()) };
const noMeter: ApiMeter = { closedUntil: async () => undefined, used: async () => 0, note: async () => {} };

const parsed = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
if (!parsed.ok) throw new Error("the example brand cannot be read");
const file = parsed.brand;
const { facebook, x } = file.account.channels;
if (facebook === undefined || x === undefined) throw new Error("the example brand is on both channels");

const PAGE_TOKEN = "page-token-of-the-shop";
const oauth1 = {
  consumerKey: "app-key",
  consumerSecret: "app-secret",
  accessToken: "user-token",
  accessSecret: "user-secret",
};
const names = { ...namesFor("dev"), careTable: CARE_TABLE, customersTable: CUSTOMERS_TABLE };

let dynamo: { close(): Promise<void> };
let fb: FacebookSimulator;
let sim: XSimulator;
beforeAll(async () => {
  dynamo = await withDynamo();
  fb = await startFacebookSimulator({
    port: 0,
    pages: [{ pageId: facebook.pageId, name: "Kenttäkauppa", pageToken: PAGE_TOKEN }],
  });
  sim = await startXSimulator({
    port: 0,
    bearerTokens: ["bearer-token"],
    accounts: [{ userId: x.userId, handle: x.handle, name: "Kenttäkauppa", oauth1 }],
  });
});
afterAll(async () => {
  await Promise.all([dynamo.close(), fb.close(), sim.close()]);
});

let secrets: Record<string, unknown>;
beforeEach(() => {
  secrets = {
    [names.nameKeySecret]: { nameKey: "0123456789abcdef" },
    [names.oidcClientSecret]: { clientSecret: "s" },
    [facebook.secret]: { pageToken: PAGE_TOKEN },
    [x.secret]: {
      bearerToken: "bearer-token",
      apiKey: oauth1.consumerKey,
      apiSecret: oauth1.consumerSecret,
      accessToken: oauth1.accessToken,
      accessSecret: oauth1.accessSecret,
    },
  };
});

const patient = (change: Partial<Patient> = {}): Patient => ({
  names,
  table: dynamoTable,
  brands: careStores(CARE_TABLE).brands,
  secrets: {
    read: async (name) => {
      if (secrets[name] === undefined) throw new NotConfigured(`The secret "${name}" is empty.`);
      return secrets[name];
    },
  },
  facebook: (secret) => graphClient({ secret, meter: noMeter, clock, origin: fb.url }),
  x: (secret) => xClient({ secret, meter: noMeter, clock, origin: sim.url }),
  queueDepth: async () => 0,
  now: () => NOW,
  ...change,
});

const examined = async (change?: Partial<Patient>): Promise<readonly Finding[]> => {
  const all: Finding[] = [];
  for await (const finding of examine([file], patient(change))) all.push(finding);
  return all;
};
const illOnes = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap((finding) => (finding.ok ? [] : [`${finding.what}: ${finding.detail}`]));

describe("the doctor", () => {
  it("names what a new stage still lacks, with the command that mends it", async () => {
    const findings = await examined();
    expect(illOnes(findings)).toContain("brand kenttakauppa: nothing has been published");
    expect(illOnes(findings)).toContain("kenttakauppa facebook feed: never read");
    const unpublished = findings.find((finding) => finding.what === "brand kenttakauppa");
    expect(unpublished === undefined ? "" : lineOf(unpublished)).toContain("shopkeeper playbook publish");
  });

  describe("of a house that is set up", () => {
    beforeAll(async () => {
      const stores = careStores(CARE_TABLE);
      await stores.brands.publish(file, clock.now(), "Aino");
      for (const [channel, streams] of [
        ["facebook", ["feed", "messages"]],
        ["x", ["mentions", "search", "messages"]],
      ] as const)
        for (const stream of streams) await stores.cursors.move(file.brand, channel, stream, {}, clock.now());
    });

    it("finds all well, and says that nothing is sent yet", async () => {
      const findings = await examined();
      expect(illOnes(findings)).toEqual([]);
      expect(findings.map(lineOf)).toContain("ok      brand kenttakauppa sending on x: off: drafts only");
      expect(findings.map(lineOf)).toContain("ok      X account keys: valid for @kenttakauppa (2001001)");
    });

    it("says which token is dead and why", async () => {
      fb.world.killToken(facebook.pageId, 460);
      const findings = await examined();
      fb.world.killToken(facebook.pageId, undefined);
      expect(illOnes(findings).join("\n")).toMatch(/^Facebook token: .*460/m);
    });

    it.each([
      { key: "accessSecret", wrong: "not-the-secret", what: "X account keys: refused" },
      { key: "bearerToken", wrong: "not-the-token", what: "X app token: refused" },
    ])("says which of the X keys is refused when $key is wrong", async ({ key, wrong, what }) => {
      secrets[x.secret] = { ...Object(secrets[x.secret]), [key]: wrong };
      expect(illOnes(await examined())).toEqual([what]);
    });

    it("says that a secret is empty, and asks no platform with it", async () => {
      delete secrets[facebook.secret];
      const findings = await examined();
      expect(illOnes(findings)).toEqual([
        expect.stringContaining(`secret ${facebook.secret}: NotConfigured`),
      ]);
      expect(findings.some((finding) => finding.what === "Facebook token")).toBe(false);
    });

    it("says what a secret lacks, never what it holds", async () => {
      secrets[x.secret] = { bearerToken: "very-secret-value", apiKey: 1 };
      const lines = (await examined()).map(lineOf).join("\n");
      expect(lines).toMatch(/secret shopkeeper\/kenttakauppa\/x: is not as it must be: .*accessSecret/);
      expect(lines).not.toContain("very-secret-value");
    });

    it("says that a stream has stopped", async () => {
      expect(illOnes(await examined({ now: () => NOW + 20 * 60_000 }))).toHaveLength(5);
    });

    it("says that a table is not there", async () => {
      const findings = await examined({ names: { ...names, customersTable: "elsewhere" } });
      expect(illOnes(findings)).toEqual(["table elsewhere: does not exist"]);
    });

    it("stops where the account cannot be reached at all, since every other line would say the same", async () => {
      const table = {
        ...dynamoTable("x"),
        get: () => Promise.reject(new Unavailable("DynamoDB: no answer")),
      };
      const findings = await examined({ table: () => table });
      expect(illOnes(findings)).toEqual([`table ${CARE_TABLE}: Unavailable: DynamoDB: no answer`]);
      expect(findings).toHaveLength(1);
    });

    it("counts what has been given up on", async () => {
      const full = names.deadLetters({ name: "match-author" });
      const findings = await examined({ queueDepth: async (name) => (name === full ? 3 : 0) });
      expect(illOnes(findings)).toEqual([`${full}: 3 messages`]);
    });
  });
});

describe("a queue that is not there", () => {
  it("is told apart from an empty one", async () => {
    expect(illOnes(await checkDeadLetters(["q"], async () => undefined))).toEqual(["q: does not exist"]);
  });
});

describe("a Page token", () => {
  const scopes = [
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_messaging",
  ];
  const good = {
    is_valid: true,
    type: "PAGE",
    profile_id: "1",
    expires_at: 0,
    data_access_expires_at: 0,
    scopes,
  };
  const inDays = (days: number): number => NOW / 1000 + days * 86_400;

  it.each([
    { when: "is for another page", data: { ...good, profile_id: "2" }, ill: "Facebook page" },
    { when: "is a person's", data: { ...good, type: "USER" }, ill: "Facebook page" },
    {
      when: "may not reply",
      data: { ...good, scopes: scopes.filter((scope) => scope !== "pages_manage_engagement") },
      ill: "Facebook permission pages_manage_engagement",
    },
    { when: "ends next week", data: { ...good, expires_at: inDays(7) }, ill: "Facebook token expiry" },
    {
      when: "loses its data next week",
      data: { ...good, data_access_expires_at: inDays(7) },
      ill: "Facebook data access expiry",
    },
    { when: "ends in two months", data: { ...good, expires_at: inDays(60) }, ill: undefined },
  ])("is told when it $when", async ({ data, ill }) => {
    const findings = await checkFacebookToken(
      { get: async () => ({ ok: true, body: { data } }) },
      "t",
      "1",
      NOW,
    );
    expect(findings.filter((finding) => !finding.ok).map((finding) => finding.what)).toEqual(
      ill === undefined ? [] : [ill],
    );
  });
});
