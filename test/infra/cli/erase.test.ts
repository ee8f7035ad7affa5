import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAwsEndpoint } from "../../../infra/local/aws-endpoint.ts";
import { customerStores } from "../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AuthorMatch } from "../../../shared/complaint/author-match.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { Grant } from "../../../shared/complaint/grant.ts";
import {
  AgentId,
  type AuthorId,
  approvalIdOf,
  authorId,
  CustomerId,
  mentionId,
} from "../../../shared/complaint/ids.ts";
import { Purchase } from "../../../shared/complaint/relationship.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { wholeTable } from "../../support/whole-table.ts";
import { aDraftedCase, aMention, bootsForBoots, shop } from "../../support/world.ts";

const bin = fileURLToPath(new URL("../../../infra/cli/shopkeeper.mjs", import.meta.url));
const brandFile = fileURLToPath(new URL("../../../brands/kenttakauppa.yaml", import.meta.url));
const NAME_KEY = "a key of sixteen signs";
const AT = "2026-03-01T09:00:00.000Z";
/** One id is the beginning of the other: whoever is erased must not take a neighbour along. */
const marja = CustomerId.parse("cust-1");
const neighbour = CustomerId.parse("cust-10");

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>;
const care = careStores(CARE_TABLE);
const customers = customerStores(CUSTOMERS_TABLE, NAME_KEY);

beforeAll(async () => {
  dynamo = await withDynamo();
  aws = await startAwsEndpoint({ events: () => undefined, secrets: { "name-key": { nameKey: NAME_KEY } } });
  const load = customers.load(shop, "test", AT);
  await load.putCustomers([
    { id: marja, name: "Marja Lehtonen", city: "Turku" },
    { id: neighbour, name: "Marja Laine" },
  ]);
  await load.putPurchases([bought(marja, "line-1"), bought(marja, "2"), bought(neighbour, "3")]);
  await load.settle();
});
afterAll(async () => {
  await aws.close();
  await dynamo.close();
});

const bought = (customer: CustomerId, id: string): Purchase =>
  Purchase.parse({
    id,
    customer,
    date: "2026-02-20",
    product: "Football boots",
    category: "football",
    amountMinor: 3000,
    currency: "EUR",
  });

/** A post with its case, matched to a customer, decided on one of their lines, and closed. */
async function closedCase(number: string, customer: CustomerId, line: string): Promise<AuthorId> {
  const drafted = aDraftedCase("facebook", number, AT);
  const { brand, id } = drafted.case;
  const author = drafted.case.author ?? authorId("facebook", number);
  const wake = { at: AT, event: { detailType: "case-assessed.v1", detail: {} } };
  await care.mentions.put(aMention("facebook", number, AT), wake);
  const opened = Case.parse({ ...drafted.case, stage: "detected" });
  await care.cases.open(opened, { brand, channel: "facebook", rootId: opened.rootId, person: author }, wake);
  const match = AuthorMatch.parse({
    decision: "link",
    customer,
    candidates: [{ customer, bits: 12, posterior: 0.999, evidence: [] }],
    basis: "evidence",
    matchedAt: AT,
    expiresAt: "2026-03-31T09:00:00.000Z",
  });
  const decision = drafted.decision;
  if (decision === undefined || !("lossKey" in decision)) throw new Error("nothing was decided");
  await care.cases.save({
    next: Case.parse({ ...opened, stage: "matched", customer, version: 2 }),
    match,
    decision: { ...decision, lossKey: `purchase:${line}` },
    participant: author,
    loss: { key: `purchase:${line}`, act: "claim" },
    charges: [
      {
        brand,
        scope: { kind: "customer-year", customer, year: "2026" },
        minor: 1800,
        limitMinor: 100_000,
      },
    ],
    audit: [{ at: AT, by: AgentId.parse("laura"), did: "link-confirmed", what: `${customer} order-number` }],
  });
  await care.cases.save({
    next: Case.parse({
      ...opened,
      stage: "closed",
      closedAt: AT,
      closedBecause: "answered",
      desk: "done",
      customer,
      version: 3,
    }),
    wake: null,
  });
  await customers.confirmLink(shop, { author, customer, confirmedBy: "laura", at: AT });
  await care.messages.put(
    {
      id: `facebook:m${number}`,
      brand,
      channel: "facebook",
      direction: "in",
      with: author,
      sentAt: AT,
      text: "Hi",
    },
    id,
    wake,
  );
  // A store's link to an order of the case.
  await care.orderLinks.put(`hash-${number}`, {
    brand,
    caseId: id,
    approvalId: approvalIdOf(id, 1),
    opens: "order",
    expiresAt: "2026-03-31T09:00:00.000Z",
  });
  return author;
}

async function run(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      bin,
      ...args,
      ...["--brand", brandFile, "--care-table", CARE_TABLE, "--customers-table", CUSTOMERS_TABLE],
      ...["--name-key-secret", "name-key"],
    ],
    {
      env: { ...process.env, NODE_OPTIONS: "", AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    err += part;
  });
  const code = await new Promise((ended) => child.once("close", ended));
  const rows = out.split("\n").filter((line) => line !== "");
  return { code, err, rows: rows.map((line): unknown => JSON.parse(line)) };
}

const everything = async () => [
  ...(await wholeTable(dynamo.endpoint, CARE_TABLE)),
  ...(await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE)),
];
/** Rows that hold the id as a whole word. */
const naming = async (id: string) => {
  const whole = new RegExp(`(^|[^A-Za-z0-9-])${id}($|[^A-Za-z0-9-])`);
  return (await everything()).filter((row) => whole.test(JSON.stringify(row)));
};

describe("a customer is erased", () => {
  it("from both tables, and nobody else is touched", async () => {
    await closedCase("71", marja, "line-1");
    await closedCase("72", neighbour, "3");
    const others = await naming(neighbour);
    expect((await naming(marja)).length).toBeGreaterThan(8);

    const exported = await run("export", "--customer", marja);
    expect(exported.code).toBe(0);
    expect(JSON.stringify(exported.rows)).toContain("Marja Lehtonen");
    expect(JSON.stringify(exported.rows)).not.toContain(neighbour);

    expect(await run("erase", "--customer", marja, "--dry-run")).toMatchObject({
      code: 0,
      rows: [{ erased: false, cases: 1 }],
    });
    expect((await naming(marja)).length).toBeGreaterThan(8);

    expect(await run("erase", "--customer", marja)).toMatchObject({
      code: 0,
      rows: [{ erased: true, cases: 1 }],
    });
    expect(await naming(marja)).toEqual([]);
    expect(await naming("line-1")).toEqual([]);
    // The name that the account shows is the account's.
    const known = JSON.stringify(await wholeTable(dynamo.endpoint, CUSTOMERS_TABLE));
    expect(known).not.toContain("Lehtonen");
    expect(await naming(neighbour)).toEqual(others);
    // Who is left is counted rightly: as if the other had never come.
    const counts = await customers.population(shop, ["marja", "lehtonen", "laine"], []);
    expect(counts.customers).toBe(1);
    expect([...counts.carrying]).toEqual([
      ["marja", 1],
      ["lehtonen", 0],
      ["laine", 1],
    ]);
    // The case itself stays: it is the author's.
    const file = await care.cases.load(shop, aDraftedCase("facebook", "71", AT).case.id);
    expect(file?.case).toMatchObject({ stage: "closed", version: 4 });
    expect(file?.case.customer).toBeUndefined();
    expect(file?.match).toBeUndefined();
    expect(file?.audit.find(({ did }) => did === "link-confirmed")?.what).toBe("erased order-number");
  });

  it("a second time with nothing left to do, and an unknown one likewise", async () => {
    expect(await run("erase", "--customer", marja)).toMatchObject({
      code: 0,
      rows: [{ customers: 0, care: 0 }],
    });
    expect(await run("erase", "--customer", "nobody")).toMatchObject({
      code: 0,
      rows: [{ customers: 0, care: 0 }],
    });
  });
});

describe("an account is erased", () => {
  it("with posts, cases, messages and link; of a post the tombstone of a deletion is left", async () => {
    const author = await closedCase("81", neighbour, "3b");
    const other = await closedCase("82", neighbour, "3c");
    const others = (await naming(other)).length;
    expect((await run("export", "--author", author)).rows.length).toBeGreaterThan(5);
    expect(await run("erase", "--author", author)).toMatchObject({
      code: 0,
      rows: [{ erased: true, cases: 1, mentions: 1 }],
    });
    expect(await naming(author)).toEqual([]);
    expect(await naming("case-facebook-81")).toEqual([]);
    expect(await naming("hash-81")).toEqual([]);
    expect((await naming(other)).length).toBe(others);
    const post = await care.mentions.get(shop, mentionId("facebook", "81"));
    expect(post?.removedAt).toBeDefined();
    expect(post?.author).toBeUndefined();
    expect(await customers.customer(shop, neighbour)).toMatchObject({ name: "Marja Laine" });
  });

  it("not while an answer is on its way or something is owed", async () => {
    const author = await closedCase("91", neighbour, "3d");
    const id = aDraftedCase("facebook", "91", AT).case.id;
    const file = await care.cases.load(shop, id);
    if (file === undefined) throw new Error("no case");
    await care.cases.save({
      next: { ...file.case, version: file.case.version + 1 },
      grants: [
        Grant.parse({
          id: `${id}.1.grant`,
          caseId: id,
          brand: shop,
          approvalId: `${id}.1`,
          remedy: bootsForBoots,
          lossKey: "x",
          state: "HANDED_OVER",
          grantedBy: "laura",
          grantedAt: AT,
          updatedAt: AT,
          rev: 1,
        }),
      ],
    });
    const before = await naming(author);
    const refused = await run("erase", "--author", author);
    expect(refused).toMatchObject({ code: 1, rows: [] });
    expect(refused.err).toContain(id);
    expect(await naming(author)).toEqual(before);
  });

  it.each([
    { args: [], says: "name one person" },
    { args: ["--customer", "c", "--author", "x:1"], says: "name one person" },
    { args: ["--author", "marja"], says: "facebook:<id> or x:<id>" },
  ])("only if it is clear who is meant: $args", async ({ args, says }) => {
    const { code, err } = await run("erase", ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
