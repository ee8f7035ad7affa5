import { writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { register } from "../../../infra/cli/commands/backtest.ts";
import { customerStores } from "../../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { careStores } from "../../../shared/adapters/dynamodb/stores.ts";
import { AuthorMatch } from "../../../shared/complaint/author-match.ts";
import { Case } from "../../../shared/complaint/case.ts";
import { decide } from "../../../shared/complaint/decide.ts";
import { CustomerId, mentionId } from "../../../shared/complaint/ids.ts";
import { Purchase } from "../../../shared/complaint/relationship.ts";
import { valueRelationship } from "../../../shared/complaint/relationship-value.ts";
import { commandOutput } from "../../support/command-output.ts";
import { CARE_TABLE, CUSTOMERS_TABLE, withDynamo } from "../../support/dynamo.ts";
import { wholeTable } from "../../support/whole-table.ts";
import { aDraftedCase, aMention, shop, shopFile } from "../../support/world.ts";

const active = fileURLToPath(new URL("../../../brands/kenttakauppa.yaml", import.meta.url));
const marja = CustomerId.parse("cust-1");
const petri = CustomerId.parse("cust-2");
const care = careStores(CARE_TABLE);
const customers = customerStores(CUSTOMERS_TABLE, "a key of sixteen signs");
let dynamo: Awaited<ReturnType<typeof withDynamo>>;
let folder: string;

/** Both have bought the same; each line is their own. */
const purchasesOf = (customer: CustomerId): Purchase[] =>
  [
    { id: `${customer}-1`, date: "2019-05-01", product: "bike", category: "cycling", amountMinor: 900_000 },
    {
      id: `${customer}-2`,
      date: "2026-03-25",
      product: "football boots junior",
      category: "football",
      amountMinor: 2790,
    },
  ].map((line) => Purchase.parse({ ...line, customer, currency: "EUR" }));

/** A case as it stands after it was matched and decided; its words and its match may be gone meanwhile. */
async function decidedCase(
  number: string,
  at: string,
  how: { customer?: CustomerId; lane?: "answer" | "stop"; forgotten?: true },
): Promise<void> {
  const { case: standing } = aDraftedCase("facebook", number, at);
  const { customer, lane = "answer" } = how;
  const { playbook } = shopFile();
  await care.mentions.put(
    aMention("facebook", number, at, {
      text: "The football boots are too small and the exchange was refused.",
    }),
    { at, event: { detailType: "case-assessed.v1", detail: {} } },
  );
  const opened = Case.parse({ ...standing, lane, stage: "detected" });
  const wake = { at, event: { detailType: "case-assessed.v1", detail: {} } };
  const person = standing.author ?? standing.answerTo;
  const purchases = customer === undefined ? [] : purchasesOf(customer);
  await care.cases.open(opened, { brand: shop, channel: "facebook", rootId: opened.rootId, person }, wake);
  const relationship = valueRelationship({
    ...(customer === undefined ? {} : { customer: { id: customer } }),
    purchases,
    ownFailuresLast90Days: 0,
    playbook,
    currency: "EUR",
    now: at,
  });
  const decision = decide({
    assessment: { lane, situation: "exchange-refused", cues: [] },
    relationship,
    purchases,
    product: "football-boots-junior",
    playbook,
    playbookVersion: 1,
    currency: "EUR",
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    roleLimits: "agent",
    person: { customer, author: standing.author, mention: standing.answerTo },
    now: at,
    timeZone: "Europe/Helsinki",
  });
  const isForgotten = how.forgotten === true;
  await care.cases.save({
    next: Case.parse({
      ...opened,
      stage: "matched",
      version: 2,
      ...(customer === undefined || isForgotten ? {} : { customer }),
    }),
    decision,
    ...(isForgotten ? {} : { relationship }),
    ...(customer === undefined || isForgotten
      ? {}
      : {
          match: AuthorMatch.parse({
            decision: "link",
            customer,
            candidates: [],
            basis: "confirmed-by-customer",
            matchedAt: at,
          }),
        }),
  });
  if (isForgotten) await care.mentions.remove(shop, mentionId("facebook", number), at);
}

beforeAll(async () => {
  dynamo = await withDynamo();
  folder = await mkdtemp(path.join(tmpdir(), "stored-"));
  await care.brands.publish(shopFile(), "2026-01-01T00:00:00.000Z", "Aino");
  const load = customers.load(shop, "test", "2026-04-01T00:00:00.000Z");
  await load.putCustomers([
    { id: marja, name: "Marja Lehtonen" },
    { id: petri, name: "Petri Aalto" },
  ]);
  await load.putPurchases([...purchasesOf(marja), ...purchasesOf(petri)]);
  await load.settle();
  // Written in another order than they came in.
  await decidedCase("3", "2026-04-03T09:00:00.000Z", { lane: "stop" });
  await decidedCase("2", "2026-04-02T09:00:00.000Z", {});
  await decidedCase("1", "2026-04-01T09:00:00.000Z", { customer: marja });
  await decidedCase("4", "2026-03-30T09:00:00.000Z", { customer: petri, forgotten: true });
  // The same boots a second time: made good once.
  await decidedCase("6", "2026-04-20T09:00:00.000Z", { customer: marja });
  // Ten minutes past midnight in Helsinki, still the day before in UTC.
  await decidedCase("5", "2026-04-30T21:10:00.000Z", {});
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await dynamo.close();
});

const Report = z.object({
  versions: z.object({ before: z.string() }),
  comparison: z.object({
    cases: z.int(),
    changed: z.int(),
    totals: z.object({
      before: z.object({ costMinor: z.int(), stop: z.int(), atRiskMinor: z.int() }),
      after: z.object({ costMinor: z.int(), stop: z.int(), atRiskMinor: z.int() }),
    }),
  }),
});
const printed = commandOutput([register]);
const run = async (playbook: string, ...args: string[]) => {
  const [report] = await printed.run(
    ...["backtest", "--playbook", playbook, "--brand", active, "--json"],
    ...["--care-table", CARE_TABLE, "--customers-table", CUSTOMERS_TABLE, ...args],
  );
  return Report.parse(report);
};
const tried = async (from: string, to: string): Promise<string> => {
  const text = await readFile(active, "utf8");
  if (!text.includes(from)) throw new Error(`the brand file no longer holds ${from}`);
  const file = path.join(folder, "new.yaml");
  writeFileSync(file, text.replace(from, to));
  return file;
};

describe("the stored cases of a brand", () => {
  it("come out as they were decided, under the active version and under the same again", async () => {
    const before = await wholeTable(dynamo.endpoint, CARE_TABLE);
    const { comparison, versions } = await run(active);
    expect(versions.before).toBe("version 1, active in care");
    // Boots at their cost four times; in the stop case and for boots made good already nothing.
    expect(comparison).toMatchObject({
      cases: 6,
      changed: 0,
      totals: { before: { costMinor: 7200, stop: 1 }, after: { costMinor: 7200, stop: 1 } },
    });
    expect(await wholeTable(dynamo.endpoint, CARE_TABLE)).toEqual(before);
  });

  it("stand in order of time, and those whose match was forgotten keep what they were decided by", async () => {
    const changed = path.join(folder, "changed.jsonl");
    await run(await tried("perCaseMinor: 15000", "perCaseMinor: 1000"), "--changed", changed);
    const rows = (await readFile(changed, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(["4", "1", "2", "5"].map((number) => `case-facebook-${number}`));
    const [forgotten, known, stranger] = rows;
    expect(forgotten.before.reasons).toContain("price-from-purchase");
    expect(known.before.reasons).toContain("price-from-purchase");
    expect(stranger.before.reasons).toContain("price-from-list");
    expect(known.before.atRiskMinor).toBeGreaterThan(stranger.before.atRiskMinor);
    // Two days earlier, of somebody who bought the same: nearly the same is at stake.
    expect(forgotten.before.atRiskMinor / known.before.atRiskMinor).toBeCloseTo(1, 1);
  });

  it("are valued anew on both sides where the new playbook reckons a relationship otherwise", async () => {
    const { comparison } = await run(await tried("churnRise: { value: 0.2,", "churnRise: { value: 0.4,"));
    const { before, after } = comparison.totals;
    expect(after.atRiskMinor).toBeGreaterThan(before.atRiskMinor);
    const same = await run(active);
    expect(before.atRiskMinor).toBe(same.comparison.totals.before.atRiskMinor);
  });

  it("can be cut to days of the brand's clock", async () => {
    const { comparison } = await run(active, "--from", "2026-04-02", "--to", "2026-04-30");
    expect(comparison.cases).toBe(3);
    expect((await run(active, "--from", "2026-05-01")).comparison.cases).toBe(1);
  });

  it("cannot be compared where nothing was published", async () => {
    await printed.run(
      ...[
        "backtest",
        "--playbook",
        active.replace("kenttakauppa", "lounaspoyta"),
        "--care-table",
        CARE_TABLE,
      ],
      ...["--brand", active.replace("kenttakauppa", "lounaspoyta")],
    );
    expect(process.exitCode).toBe(1);
    expect(printed.err).toContain("No brand file has been published");
    expect(printed.err).toContain("--against FILE");
  });
});
