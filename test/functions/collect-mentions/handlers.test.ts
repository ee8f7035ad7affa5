import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeHandler as makeFacebook } from "../../../functions/collect-mentions/facebook.handler.ts";
import { makeHandler as makeX } from "../../../functions/collect-mentions/x.handler.ts";
import { type BusEntry, startAwsEndpoint } from "../../../infra/local/aws-endpoint.ts";
import {
  type FacebookSimulator,
  startFacebookSimulator,
} from "../../../infra/local/simulators/facebook/start.ts";
import { startXSimulator, type XSimulator } from "../../../infra/local/simulators/x/start.ts";
import { pipeline } from "../../../infra/pipeline.ts";
import { parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import type { BrandFile } from "../../../shared/complaint/playbook.ts";
import { systemClock } from "../../../shared/runtime/clock.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";

const PAGE_TOKEN = "page-token-of-kenttakauppa";
const KEYS = {
  bearerToken: "app-token",
  apiKey: "api-key",
  apiSecret: "api-secret",
  accessToken: "access-token",
  accessSecret: "access-secret",
};

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>;
let facebook: FacebookSimulator;
let x: XSimulator;
let file: BrandFile;
let told: BusEntry[];

beforeAll(async () => {
  dynamo = await withDynamo();
  const parsed = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
  if (!parsed.ok) throw new Error("the example brand cannot be read");
  file = parsed.brand;
  const { channels } = file.account;
  if (channels.facebook === undefined || channels.x === undefined)
    throw new Error("the example lost a channel");
  const { userId, handle } = channels.x;
  facebook = await startFacebookSimulator({
    port: 0,
    pages: [{ pageId: channels.facebook.pageId, name: "Kenttäkauppa", pageToken: PAGE_TOKEN }],
  });
  x = await startXSimulator({
    port: 0,
    bearerTokens: [KEYS.bearerToken],
    accounts: [
      {
        userId,
        handle,
        name: "Kenttäkauppa",
        oauth1: {
          consumerKey: KEYS.apiKey,
          consumerSecret: KEYS.apiSecret,
          accessToken: KEYS.accessToken,
          accessSecret: KEYS.accessSecret,
        },
      },
    ],
  });
  aws = await startAwsEndpoint({
    events: (entries) => told.push(...entries),
    secrets: { [channels.facebook.secret]: { pageToken: PAGE_TOKEN }, [channels.x.secret]: KEYS },
  });
  process.env["AWS_ENDPOINT_URL_EVENTBRIDGE"] = aws.url;
  process.env["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = aws.url;
  await careStores(CARE_TABLE).brands.publish(file, systemClock.now(), "Aino");
});
beforeEach(() => {
  told = [];
});
afterAll(async () => {
  await Promise.all([facebook.close(), x.close(), aws.close(), dynamo.close()]);
});

const environment = () => ({
  BUS_NAME: "shopkeeper",
  CARE_TABLE,
  GRAPH_API_ORIGIN: facebook.url,
  X_API_ORIGIN: x.url,
});
const emittable = (name: string): string[] =>
  pipeline.find((row) => row.name === name)?.emits.map(({ detailType }) => detailType) ?? [];

describe("the two pollers, as the schedule calls them", () => {
  it("collects a Facebook page and tells the bus what the pipeline allows", async () => {
    const pageId = file.account.channels.facebook?.pageId ?? "";
    const post = facebook.world.post({ page: pageId, name: "Liisa", text: "Väärä koko" });
    const gone = facebook.world.comment({ on: post.id, name: "Pekka", text: "Sama" });
    facebook.world.answerByHand({ page: pageId, to: post.id, text: "Vaihdetaan" });
    facebook.world.message({ page: pageId, name: "Liisa", text: "Koko 38" });
    const handler = makeFacebook(environment());
    await handler({ brand: file.brand });
    facebook.world.remove(gone.id);
    await handler({ brand: file.brand });
    const names = told.map(({ detailType }) => detailType);
    expect([...new Set(names)].sort()).toEqual(emittable("collect-mentions/facebook").sort());
    expect(names).toHaveLength(5);
    expect(JSON.stringify(told)).not.toMatch(/Väärä|Liisa|Sama|Koko 38/);
  });

  it("collects an X account", async () => {
    x.world.post({ handle: "liisa", text: "@kenttakauppa väärä koko" });
    x.world.message({ handle: "liisa", to: "kenttakauppa", text: "hi" });
    await makeX(environment())({ brand: file.brand });
    const names = told.map(({ detailType }) => detailType);
    expect(names).toEqual(["mention-collected.v1", "message-received.v1"]);
    for (const name of names) expect(emittable("collect-mentions/x")).toContain(name);
    expect(JSON.stringify(told)).not.toMatch(/väärä|liisa/);
  });

  it.each([
    { when: "a schedule that names no brand", input: {}, code: "malformed" },
    { when: "a brand that nobody published", input: { brand: "nobody" }, code: "not-configured" },
  ])("says what is wrong with $when", async ({ input, code }) => {
    await expect(makeFacebook(environment())(input)).rejects.toMatchObject({ code });
    await expect(makeX(environment())(input)).rejects.toMatchObject({ code });
  });

  it("says which account a brand lacks, and where it goes", async () => {
    const brand = BrandId.parse("quiet-shop");
    const { channels: _, ...account } = file.account;
    await careStores(CARE_TABLE).brands.publish(
      { ...file, brand, account: { ...account, channels: {} } },
      systemClock.now(),
      "Aino",
    );
    await expect(makeX(environment())({ brand })).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringMatching(/account\.channels\.x.*brands\/quiet-shop\.yaml/),
    });
  });

  it("names the variable that the environment lacks", async () => {
    const { CARE_TABLE: __, ...short } = environment();
    await expect(makeFacebook(short)({ brand: file.brand })).rejects.toMatchObject({
      code: "not-configured",
      message: expect.stringContaining("CARE_TABLE"),
    });
  });
});
