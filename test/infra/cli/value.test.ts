import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { register } from "../../../infra/cli/commands/value.ts";
import { NotTransactions } from "../../../infra/lifetime/read-transactions.ts";
import { lifetimeStore } from "../../../shared/adapters/dynamodb/lifetime-store.ts";
import { BrandId } from "../../../shared/complaint/ids.ts";
import { LifetimeFit } from "../../../shared/complaint/lifetime/lifetime-model.ts";
import { cdnowRows } from "../../support/cdnow.ts";
import { commandOutput } from "../../support/command-output.ts";
import { CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";

const printed = commandOutput([]);
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "value-"));
});

const Parameters = z.record(z.string(), z.number()).nullable();
const Valued = z.strictObject({
  bgnbd: Parameters,
  gammaGamma: Parameters,
  fallback: z.strictObject({ rule: z.literal("decay"), doubts: z.array(z.string()) }).optional(),
  customers: z.array(
    z.strictObject({
      id: z.string(),
      frequency: z.int(),
      recency: z.number(),
      T: z.number(),
      monetary: z.number(),
      pAlive: z.number().min(0).max(1).nullable(),
      expectedPurchases: z.number().min(0),
      expectedSpend: z.number().min(0),
    }),
  ),
});

async function value(csv: string | Buffer, ...more: string[]) {
  const file = path.join(folder, "transactions.csv");
  writeFileSync(file, csv);
  printed.out = "";
  const program = new Command().exitOverride();
  register(program);
  for (const command of program.commands) command.exitOverride();
  await program.parseAsync(["value", "--transactions", file, ...more], { from: "user" });
  return Valued.parse(JSON.parse(printed.out));
}

const cdnow = ["customer,date,amount", ...cdnowRows().map((row) => Object.values(row).join(","))].join("\n");

describe("shopkeeper value", () => {
  it("values the CDNOW customers by the published parameters, and writes the model", async () => {
    const out = path.join(folder, "model.json");
    const valued = await value(cdnow, "--until", "1997-09-30", "--horizon", "39", "--out", out);
    expect(valued.bgnbd?.["logLikelihood"]).toBeCloseTo(-9_582.43, 2);
    expect(valued.gammaGamma?.["logLikelihood"]).toBeCloseTo(-4_055.92, 2);
    expect(valued.fallback).toBeUndefined();
    expect(valued.customers).toHaveLength(2_357);
    const [first] = valued.customers;
    expect(first).toMatchObject({ id: "0001", frequency: 2 });
    expect(first?.T).toBeCloseTo(38.857, 3);
    expect(first?.recency).toBeCloseTo(30.429, 3);
    expect(first?.monetary).toBeCloseTo(22.345, 6);
    expect(first?.expectedPurchases).toBeCloseTo(1.226, 3);
    expect(first?.pAlive).toBeCloseTo(0.7266, 4);
    expect(first?.expectedSpend).toBeCloseTo(24.654, 3);
    const model = LifetimeFit.parse(JSON.parse(readFileSync(out, "utf8")));
    expect(model).toMatchObject({ sane: true, unit: "week", until: "1997-09-30", repeaters: 946 });
    expect(model.bgnbd).toEqual(valued.bgnbd);
    expect(printed.err).toBe("value: 6919 transactions, 2357 customers, 946 of them came back\n");
    expect(process.exitCode).toBeUndefined();
  });

  it("looks 52 weeks ahead from the last day of the file, in weeks as in days", async () => {
    const inWeeks = await value(cdnow);
    const inDays = await value(cdnow, "--unit", "day");
    expect(inDays.customers[0]?.T).toBeCloseTo((inWeeks.customers[0]?.T ?? 0) * 7, 6);
    expect(inDays.customers[0]?.expectedPurchases).toBeCloseTo(
      inWeeks.customers[0]?.expectedPurchases ?? 0,
      2,
    );
  });

  it("says so where it has too little to go by, and reckons by decay", async () => {
    const valued = await value("customer,date,amount\nc,2026-01-01,10\nc,2026-02-01,30\nd,2026-02-01,5\n");
    expect(valued.fallback).toEqual({ rule: "decay", doubts: expect.arrayContaining(["few-repeaters"]) });
    expect(printed.err).toContain("the decay rule stands in: fewer than 300 customers came back");
    const [c, d] = valued.customers;
    expect(c).toMatchObject({ id: "c", frequency: 1, monetary: 30, pAlive: null });
    expect(c?.expectedSpend).toBeGreaterThan(20);
    expect(c?.expectedSpend).toBeLessThan(30);
    // Half a year's pace fades: one purchase today stands for ln 2 a year, two for less than twice that.
    expect(d?.expectedPurchases).toBeCloseTo(Math.LN2 * (364 / 365.25), 9);
    expect(c?.expectedPurchases).toBeLessThan(2 * (d?.expectedPurchases ?? 0));
  });

  it.each([
    { when: "only the first line", csv: "customer,date,amount\n", customers: 0 },
    { when: "one customer, once", csv: "customer,date,amount\nc,2026-01-01,10", customers: 1 },
    {
      when: "everybody on one day",
      csv: `customer,date,amount\n${Array.from({ length: 400 }, (_, n) => `c${n},2026-01-01,10`).join("\n")}`,
      customers: 400,
    },
  ])("takes $when for what it is", async ({ csv, customers }) => {
    const valued = await value(csv);
    expect(valued.customers).toHaveLength(customers);
    expect(valued).toMatchObject({ bgnbd: null, gammaGamma: null, fallback: { rule: "decay" } });
    expect(process.exitCode).toBeUndefined();
  });
});

describe("reading", () => {
  const one = { frequency: 1, monetary: 12.5 };

  it.each([
    {
      what: "CRLF, a byte order mark and empty lines",
      csv: "\ufeffcustomer,date,amount\r\n\r\nc,2026-01-01,1\r\nc,2026-01-02,12.50\r\n",
    },
    {
      what: "quoted fields",
      csv: '"customer","date","amount"\n"c","2026-01-01","1"\n"c",2026-01-02,"12.5"\n',
    },
    {
      what: "columns in any order, beside others",
      csv: "amount,x,Date,Customer\n1,,2026-01-01,c\n12.5,,2026-01-02,c\n",
    },
    {
      what: "semicolons with decimal commas",
      csv: "customer;date;amount\nc;2026-01-01;1\nc;2026-01-02;12,50\n",
    },
    {
      what: "more decimals than there are, rounded",
      csv: "customer,date,amount\nc,2026-01-01,1\nc,2026-01-02,12.495\n",
    },
  ])("reads $what", async ({ csv }) => {
    const { customers } = await value(csv);
    expect(customers).toMatchObject([one]);
    expect(process.exitCode).toBeUndefined();
  });

  it("tells two customers apart whose names differ by a comma inside of quotes", async () => {
    const { customers } = await value(
      'customer,date,amount\n"Le, A",2026-01-01,1\n"Le ""B""",2026-01-01,1\n',
    );
    expect(customers.map(({ id }) => id)).toEqual(["Le, A", 'Le "B"']);
  });

  it("names each bad line, ends with 1 and values the rest", async () => {
    const { customers } = await value(
      [
        "customer,date,amount",
        "c,2026-01-01,1",
        ",2026-01-01,1",
        "c,2026-02-30,1",
        "c,2026-01-01,1e3",
        "c,2026-01-01,€5",
        "c,2026-01-01",
        'c,"2026-01-01,1',
        "c,2026-01-02,12,50",
        "c,2026-01-02,12.5",
      ].join("\n"),
    );
    expect(customers).toMatchObject([{ frequency: 1 }]);
    expect(process.exitCode).toBe(1);
    expect(printed.err.split("\n").slice(0, 7)).toEqual([
      "value: line 3: customer: is empty",
      "value: line 4: date: not a day written YYYY-MM-DD",
      "value: line 5: amount: not a plain decimal number such as 29.33",
      "value: line 6: amount: not a plain decimal number such as 29.33",
      "value: line 7: has 2 columns, and the first line 3",
      "value: line 8: the quotes do not close",
      "value: line 9: has 4 columns, and the first line 3",
    ]);
  });

  it("refuses a file without the columns, and says which are missing", async () => {
    await expect(value("id,date,amount\n1,2026-01-01,1\n")).rejects.toThrow(/missing: customer/u);
    await expect(value("")).rejects.toThrow(NotTransactions);
  });

  it.each([
    ["--until", "1997"],
    ["--horizon", "0"],
    ["--unit", "month"],
  ])("refuses %s %s", async (option, given) =>
    expect(value(cdnow, option, given)).rejects.toMatchObject({ name: "CommanderError" }),
  );
});

describe("publishing", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ close } = await withDynamo());
  });
  afterAll(() => close());
  const publish = ["--publish", "--brand", "brands/kenttakauppa.yaml", "--table", CUSTOMERS_TABLE];
  const active = () => lifetimeStore(CUSTOMERS_TABLE).active(BrandId.parse("kenttakauppa"));

  it("publishes no fit that is not to be used, and says so", async () => {
    await value("customer,date,amount\nc,2026-01-01,10\n", ...publish);
    expect(printed.err).toContain("value: nothing is published\n");
    expect(process.exitCode).toBe(1);
    expect(await active()).toBeUndefined();
  });

  it("makes a fit the brand's model", async () => {
    const { bgnbd } = await value(cdnow, "--until", "1997-09-30", ...publish);
    expect(printed.err).toContain('published for "kenttakauppa" as version 1');
    expect(await active()).toMatchObject({ bgnbd, repeaters: 946 });
  });

  it("asks for the brand, and stops at a brand file that cannot be read", async () => {
    await expect(value(cdnow, "--publish")).rejects.toMatchObject({ name: "CommanderError" });
    await expect(value(cdnow, "--publish", "--brand", "none.yaml")).rejects.toThrow(SyntaxError);
    expect(process.exitCode).toBe(1);
  });
});
