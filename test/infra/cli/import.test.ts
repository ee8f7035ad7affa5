import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startAwsEndpoint } from "../../../infra/local/aws-endpoint.ts";
import { createTables } from "../../../infra/local/dynamo.ts";
import { CARE_TABLE, withDynamo } from "../../support/dynamo.ts";
import { startDynamoProxy } from "../../support/dynamo-proxy.ts";
import { seeded } from "../../support/seeded.ts";
import { wholeTable } from "../../support/whole-table.ts";

const bin = fileURLToPath(new URL("../../../infra/cli/shopkeeper.mjs", import.meta.url));
const brands = fileURLToPath(new URL("../../../brands/", import.meta.url));
const NAME_KEY = { "name-key": { nameKey: "a key of sixteen signs" } };

let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>;
let tables = 0;
let table = "";
let folder = "";
beforeAll(async () => {
  dynamo = await withDynamo();
  aws = await startAwsEndpoint({ events: () => undefined, secrets: NAME_KEY });
});
afterAll(async () => {
  await aws.close();
  await dynamo.close();
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "import-"));
  await aTable();
});

async function aTable(): Promise<void> {
  table = `customers-${tables++}`;
  await createTables(dynamo.endpoint, { care: CARE_TABLE, customers: table });
}
const at = (name: string) => path.join(folder, name);
function file(name: string, content: string | Buffer | readonly string[]): string {
  writeFileSync(
    at(name),
    typeof content === "string" || Buffer.isBuffer(content) ? content : `${content.join("\n")}\n`,
  );
  return at(name);
}
/** The example shop, whose exports are written as told. */
function shopThatWrites(layout: string): string {
  const yaml = readFileSync(path.join(brands, "kenttakauppa.yaml"), "utf8");
  return file(
    "brand.yaml",
    yaml.replace(/^ {2}currency: EUR$/m, (line) => `${line}\n  import:\n${layout}`),
  );
}

type Ended = { code: number | null; out: Record<string, unknown> | undefined; err: string };
/** The command as it is. @param kill is asked at each word on standard error whether to kill it */
async function run(
  args: readonly string[],
  kill?: (said: string) => boolean,
  endpoint?: string,
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [bin, "import", "--table", table, "--name-key-secret", "name-key", ...args],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
        AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
        ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL_DYNAMODB: endpoint }),
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    err += part;
    if (kill?.(err) === true) child.kill("SIGKILL");
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, out: out === "" ? undefined : JSON.parse(out), err };
}
const shop = (...args: string[]) => run(["--brand", path.join(brands, "kenttakauppa.yaml"), ...args]);
const rows = () => wholeTable(dynamo.endpoint, table);
const purchasesStored = async () =>
  (await rows()).filter(({ sk }) => String(sk).startsWith("purchase#")).map(({ body }) => body);

const HEAD = "id,customer,date,product,category,store,amount,currency";
const GOOD = "1,c-1,2026-01-05,bike,cycling,turku,299.00,EUR";

/** A year of a shop with 300 customers: returns and equal lines among them; without numbers, as some tills write it. */
function aYear(lines: number): readonly string[] {
  const random = seeded(7);
  const of = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  return [
    "customer,date,product,category,store,amount",
    ...Array.from({ length: lines }, () => {
      const month = String(1 + Math.floor(random() * 9)).padStart(2, "0");
      const product = of(["bike,cycling", "football,football", "skis,skiing"]);
      return `c-${Math.floor(random() * 300)},2026-${month}-0${1 + Math.floor(random() * 9)},${product},turku,${of(["5.00", "-5.00", "12.50"])}`;
    }),
  ];
}
const people = [
  "id,name,city,since",
  ...Array.from({ length: 300 }, (_, n) => `c-${n},Matti Meik${"ä".repeat(n % 3)}läinen,Turku,`),
];

describe("shopkeeper import", () => {
  it("makes the same table when it is killed twice and goes on as in one go", async () => {
    const customers = file("people.csv", people);
    const purchases = file("year.csv", aYear(10_000));
    const args = ["--customers", customers, purchases];
    const oneGo = await shop(...args);
    expect(oneGo).toMatchObject({ code: 0, out: { rejected: 0, customers: 300, unknownCustomers: 0 } });
    expect(oneGo.out).toMatchObject({ written: 10_300, alreadyThere: 0 });
    const expected = await rows();
    expect(expected.filter(({ sk }) => String(sk).startsWith("purchase#"))).toHaveLength(10_000);

    await aTable();
    const withBrand = ["--brand", path.join(brands, "kenttakauppa.yaml"), ...args];
    const killed = await run(withBrand, (said) => said.includes("purchases") && said.includes("5000 lines"));
    expect(killed).toMatchObject({ code: null, out: undefined });
    expect(existsSync(`${purchases}.import-progress`)).toBe(true);
    expect(await rows()).not.toEqual(expected);
    // The second time when all is read and customers are being settled.
    const killedAgain = await run(withBrand, (said) => /purchases .*100 %/.test(said));
    expect(killedAgain.code).toBe(null);
    expect(killedAgain.err).toContain("going on after");
    const last = await run(withBrand);
    expect(last.code).toBe(0);
    expect(await rows()).toEqual(expected);
    expect(existsSync(`${purchases}.import-progress`)).toBe(false);

    const again = await run(withBrand);
    expect(again.out).toEqual({
      written: 0,
      alreadyThere: 10_300,
      rejected: 0,
      customers: 0,
      unknownCustomers: 0,
    });
    expect(await rows()).toEqual(expected);
  }, 180_000);

  it("begins anew where the file is another than the one that was stopped, or is told to", async () => {
    const year = aYear(3_000);
    const purchases = file("year.csv", year);
    const args = ["--brand", path.join(brands, "kenttakauppa.yaml"), purchases];
    await run(args, (said) => said.includes("2000 lines"));
    appendFileSync(purchases, `${year[1]}\n`);
    const other = await run(args);
    expect(other.err).toContain("is begun anew");
    expect(other).toMatchObject({ code: 0 });
    expect(await purchasesStored()).toHaveLength(3_001);
    const restarted = await run([...args, "--restart"]);
    expect(restarted.out).toMatchObject({ written: 0, alreadyThere: 3_001 });
  }, 60_000);

  it("tries again what a busy table leaves undone", async () => {
    const random = seeded(3);
    const busy = await startDynamoProxy(dynamo.endpoint, () => random() < 0.3);
    const purchases = file("year.csv", aYear(1_500));
    const done = await run(
      ["--brand", path.join(brands, "kenttakauppa.yaml"), purchases],
      undefined,
      busy.endpoint,
    );
    await busy.close();
    expect(done).toMatchObject({ code: 0, out: { written: 1_500 } });
    expect(await purchasesStored()).toHaveLength(1_500);
  }, 60_000);

  it("reads a shop's own columns, days and sums, in CSV and in JSON lines alike", async () => {
    const brand = shopThatWrites(`    delimiter: ";"
    decimal: ","
    date: dd.mm.yyyy
    customers: { id: Asiakasnro, name: Nimi, city: Kaupunki }
    purchases: { id: Kuitti, customer: Asiakasnro, date: Pvm, product: Tuote, category: Ryhmä, store: Myymälä, amount: Summa }
`);
    const customers = file("asiakkaat.csv", ["\ufeffAsiakasnro;Nimi;Kaupunki", '7;"Lehtonen; Marja";Turku']);
    const purchases = file("kuitit.csv", [
      "Kuitti;Asiakasnro;Pvm;Tuote;Ryhmä;Myymälä;Summa;Muuta",
      'K1;7;5.1.2026 10:32;bike;cycling;turku;"1 234,50";x',
      "K2;7;05.01.2026;bike;;;1.234,5;",
      "K3;7;6.1.2026;bike;cycling;turku;−12,00;",
    ]);
    const done = await run(["--brand", brand, "--customers", customers, purchases]);
    expect(done).toMatchObject({ code: 0, out: { written: 4, rejected: 0, customers: 1 } });
    const line = { customer: "7", product: "bike", currency: "EUR" };
    const inTurku = { ...line, category: "cycling", store: "turku" };
    const k1 = { ...inTurku, id: "K1", date: "2026-01-05", amountMinor: 123_450 };
    expect(await purchasesStored()).toEqual([
      k1,
      { ...line, id: "K2", date: "2026-01-05", category: expect.any(String), amountMinor: 123_450 },
      { ...inTurku, id: "K3", date: "2026-01-06", amountMinor: -1_200 },
    ]);
    const same = file("kuitit.jsonl", [
      JSON.stringify({
        Kuitti: "K1",
        Asiakasnro: 7,
        Pvm: "5.1.2026",
        Tuote: "bike",
        Ryhmä: "cycling",
        Myymälä: "turku",
        Summa: "1234,50",
      }),
    ]);
    expect((await run(["--brand", brand, same])).out).toMatchObject({ written: 0, alreadyThere: 1 });
  }, 60_000);

  it("leaves out what cannot be read, says which line and why, and takes the rest", async () => {
    const bad: readonly (readonly [string, string])[] = [
      ["2,c-1,2026-02-30,bike,cycling,turku,5.00,EUR", "the date is no day of the calendar"],
      ["3,c-1,5.1.2026,bike,cycling,turku,5.00,EUR", "the date is not written as yyyy-mm-dd"],
      ["4,c-1,2199-01-01,bike,cycling,turku,5.00,EUR", "the date lies in the future"],
      ["5,c-1,2026-01-05,bike,cycling,turku,5.00,SEK", "the currency is not the brand's, EUR"],
      ["6,c-1,2026-01-05,bike,cycling,turku,five,EUR", "the amount is not a number"],
      ["7,c-1,2026-01-05,bike,cycling,turku,5.001,EUR", "the amount has more than two decimals"],
      ["8,c-1,2026-01-05,bike,cycling,turku,,EUR", "the purchase has no amount"],
      ["9,,2026-01-05,bike,cycling,turku,5.00,EUR", "the purchase has no customer"],
      [
        "10,c-1,2026-01-05,unheard-of,,turku,5.00,EUR",
        "the purchase has no category, and its product is not on the price list",
      ],
      [
        `${"x".repeat(81)},c-1,2026-01-05,bike,cycling,turku,5.00,EUR`,
        "id is longer than 80 characters or not one line",
      ],
      ["12,c-1,2026-01-05,bike,cycling,turku,5.00", "the line has more or fewer columns than the first"],
      [
        `13,c-1,2026-01-05,bike,cycling,turku,99999999999999999999.00,EUR`,
        "the amount is larger than ten million",
      ],
    ];
    const purchases = file("mixed.csv", [HEAD, ...bad.map(([line]) => line), GOOD]);
    const done = await shop(purchases);
    expect(done).toMatchObject({ code: 1, out: { written: 1, rejected: bad.length, unknownCustomers: 1 } });
    expect(readFileSync(`${purchases}.rejects`, "utf8").trimEnd().split("\n")).toEqual([
      "line,reason",
      ...bad.map(([, reason], n) => `${n + 2},"${reason}"`),
    ]);
    expect(await purchasesStored()).toHaveLength(1);
    expect(done.err).not.toContain("unheard-of");
  }, 60_000);

  it("knows an equal line from the same line: two coffees of one morning are two, and again they are two", async () => {
    const head = "customer,date,product,category,amount";
    const coffee = "c-1,2026-01-05,coffee,drinks,2.50";
    const purchases = file("coffee.csv", [head, coffee, "c-2,2026-01-05,coffee,drinks,2.50", coffee]);
    expect((await shop(purchases)).out).toMatchObject({ written: 3 });
    const mixed = file("coffee-again.csv", [head, coffee, coffee, "c-2,2026-01-05,coffee,drinks,2.50"]);
    expect((await shop(mixed)).out).toMatchObject({ written: 0, alreadyThere: 3 });
  }, 60_000);

  it.each([
    { of: "an empty file", name: "a.csv", content: "", says: "it is empty" },
    {
      of: "a picture",
      name: "a.csv",
      content: Buffer.from([0x89, 0x50, 0, 1, 2, 3]),
      says: "it is not text",
    },
    {
      of: "Windows-1252",
      name: "a.csv",
      content: Buffer.from(
        `${HEAD}\n${GOOD}\n2,c-2,2026-01-05,bike,cycling,Jyv\xe4skyl\xe4,5.00,EUR\n`,
        "latin1",
      ),
      says: "it is not UTF-8 at line 3",
    },
    { of: "UTF-16", name: "a.csv", content: Buffer.from(`\ufeff${HEAD}`, "utf16le"), says: "it is not" },
    {
      of: "other columns",
      name: "a.csv",
      content: "who;when;what\n1;2;3\n",
      says: "it has no column “customer”, “date”, “product”, “amount” or “amountMinor”",
    },
    { of: "a file that is not there", name: undefined, content: "", says: "it cannot be read" },
  ])(
    "says what is wrong with $of, and writes nothing",
    async ({ name, content, says }) => {
      const done = await shop(name === undefined ? at("absent.csv") : file(name, content));
      expect(done).toMatchObject({ code: 1, out: undefined });
      expect(done.err).toContain(says);
      expect((await rows()).filter(({ sk }) => sk !== "currency")).toEqual([]);
    },
    60_000,
  );

  it("writes nothing of a good file where the other one is of no use", async () => {
    const customers = file("people.csv", people);
    const done = await shop("--customers", customers, file("other.csv", "who;when\n1;2\n"));
    expect(done).toMatchObject({ code: 1, out: undefined });
    expect(await rows()).toEqual([]);
  }, 60_000);

  it("does not choke on a line without an end or a quotation mark that is not closed: each costs itself", async () => {
    const long = "x".repeat(3_000_000);
    const csv = file("long.csv", [
      HEAD,
      `1,${long},2026-01-05,bike,cycling,turku,5.00,EUR`,
      '3,"c-1" x,2026-01-05,bike,cycling,turku,5.00,EUR',
      '4,c-1,2026-01-05,"bike, 28"" frame",cycling,5" shelf,5.00,EUR',
      '5,c-1,2026-01-05,bike,cycling," turku ",5.00,EUR',
      '2,"c-1,2026-01-05,bike,cycling,turku,5.00,EUR',
      GOOD,
    ]);
    expect((await shop(csv)).out).toMatchObject({ written: 3, rejected: 3 });
    expect(readFileSync(`${csv}.rejects`, "utf8")).toBe(
      'line,reason\n2,"a quotation mark is not closed, or the line is too long"\n3,"a quotation mark is not where it should be"\n6,"a quotation mark is not closed, or the line is too long"\n',
    );
    expect(await purchasesStored()).toMatchObject([
      { product: "bike", amountMinor: 29_900 },
      { product: 'bike, 28" frame', store: '5" shelf' },
      { store: "turku" },
    ]);
    const good = JSON.stringify({
      id: "9",
      customer: "c",
      date: "2026-01-05",
      product: "bike",
      amountMinor: 500,
    });
    const jsonl = file("long.jsonl", [`{"id":"${long}"}`, "[1]", "not json", "", good]);
    expect((await shop(jsonl)).out).toMatchObject({ written: 1, rejected: 3 });
    expect(readFileSync(`${jsonl}.rejects`, "utf8")).toBe(
      'line,reason\n1,"the line is longer than 100000 bytes"\n2,"the line is not a JSON object"\n3,"the line is not a JSON object"\n',
    );
  }, 60_000);

  it("keeps a brand to one currency, and says when it is used wrongly", async () => {
    const sek = readFileSync(path.join(brands, "kenttakauppa.yaml"), "utf8").replace(
      "currency: EUR",
      "currency: SEK",
    );
    const purchases = file("good.csv", [HEAD, GOOD]);
    expect((await shop(purchases)).code).toBe(0);
    const other = await run(["--brand", file("sek.yaml", sek), purchases]);
    expect(other).toMatchObject({ code: 1 });
    expect(other.err).toContain("one brand has one currency");
    expect(await shop()).toMatchObject({ code: 2 });
    expect(await shop(file("good.txt", [HEAD, GOOD]))).toMatchObject({ code: 2 });
    expect(await shop(purchases, "--purchases", purchases)).toMatchObject({ code: 2 });
    expect((await shop(at("good.txt"), "--format", "csv")).out).toMatchObject({ alreadyThere: 1 });
  }, 60_000);
});
