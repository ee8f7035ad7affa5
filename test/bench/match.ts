import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readCandidates } from "../../functions/match-author/read-candidates.ts";
import { startAwsEndpoint } from "../../infra/local/aws-endpoint.ts";
import { createTables } from "../../infra/local/dynamo.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { customerStores } from "../../shared/adapters/dynamodb/customers/customer-stores.ts";
import { authorId } from "../../shared/complaint/ids.ts";
import { matchAuthor } from "../../shared/complaint/match-author.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { CARE_TABLE, withDynamo } from "../support/dynamo.ts";
import { meterReads } from "../support/meter.ts";
import { type NameTable, readNames, type Writer, writeRegister } from "./a-register.ts";

const SIZES = [10_000, 1_000_000];
const MATCHES = 1_000;
const COMMON_NAMES = 200;
const NAME_KEY = "a key of sixteen signs";
const SAMPLE_MS = 500;
const bin = fileURLToPath(new URL("../../infra/cli/shopkeeper.mjs", import.meta.url));
const brandFile = fileURLToPath(new URL("../../brands/kenttakauppa.yaml", import.meta.url));

/**
 * `npm run bench match -- --data NAMES.csv`: loads a register with `shopkeeper import` and looks writers up in it, at
 * 10,000 and at 1,000,000 purchases. NAMES holds `name,n,gender,type` (F given, L family), as population registers
 * publish them. `--rows N` takes one other size.
 */
export async function benchMatch(options: {
  data?: string | undefined;
  rows?: string | undefined;
}): Promise<void> {
  if (options.data === undefined) {
    console.log(
      "\nmatch: name a list of names with their frequency, --data NAMES.csv (name,n,gender,type); left out.",
    );
    return;
  }
  const names = readNames(options.data);
  const read = parseBrand(readFileSync(brandFile, "utf8"), brandFile);
  if (!read.ok) throw new Error("the example brand cannot be read");
  // One server for all sizes, since the SDK keeps to the first it was told of; a table for each.
  const dynamo = await withDynamo();
  const aws = await startAwsEndpoint({
    events: () => undefined,
    secrets: { "name-key": { nameKey: NAME_KEY } },
  });
  const consumed = meterReads();
  try {
    for (const rows of options.rows === undefined ? SIZES : [Number(options.rows)]) {
      const table = `customers-${rows}`;
      await createTables(dynamo.endpoint, { care: CARE_TABLE, customers: table });
      await benchSize(rows, read.brand, names, { table, awsUrl: aws.url, consumed });
    }
  } finally {
    await aws.close();
    await dynamo.close();
  }
}

type Target = { table: string; awsUrl: string; consumed: ReturnType<typeof meterReads> };

async function benchSize(rows: number, brand: BrandFile, names: NameTable, target: Target): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "shopkeeper-register-"));
  try {
    const files = {
      customers: path.join(folder, "customers.csv"),
      purchases: path.join(folder, "purchases.csv"),
    };
    const today = new Date().toISOString().slice(0, 10);
    const register = await writeRegister(files, rows, brand, names, today, MATCHES);
    console.log(`\n${rows} purchases of ${register.customers} customers\n`);
    await importFiles(files, target);
    await lookUp(register, brand, names, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command as it is, in a process of its own, with what memory it holds meanwhile. */
async function importFiles(
  files: { customers: string; purchases: string },
  { table, awsUrl }: Target,
): Promise<void> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      bin,
      "import",
      ...["--brand", brandFile, "--customers", files.customers, "--purchases", files.purchases],
      ...["--table", table, "--name-key-secret", "name-key"],
    ],
    {
      env: { ...process.env, AWS_ENDPOINT_URL_SECRETS_MANAGER: awsUrl },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const sampled: { second: number; mb: number }[] = [];
  const timer = setInterval(() => {
    const mb = residentMb(child.pid);
    if (mb !== undefined) sampled.push({ second: (performance.now() - began) / 1000, mb });
  }, SAMPLE_MS);
  const code = await new Promise((done) => child.once("close", done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  const seconds = (performance.now() - began) / 1000;
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    Math.max(
      0,
      ...sampled.filter(({ second }) => Math.floor((second / seconds) * 10) === tenth).map(({ mb }) => mb),
    ).toFixed(0),
  );
  console.log(
    `\nimport: ${seconds.toFixed(0)} s; peak of resident memory in each tenth of it, MB: ${tenths.join(" ")}`,
  );
}

function residentMb(pid: number | undefined): number | undefined {
  try {
    const found = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found === null ? undefined : Number(found[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** What the step reads for a match, and the match itself, as the step does it; without the history of who is found. */
async function lookUp(
  { writers, anybody }: { readonly writers: readonly Writer[]; readonly anybody: readonly Writer[] },
  brand: BrandFile,
  names: NameTable,
  { table, consumed }: Target,
): Promise<void> {
  const history = customerStores(table, NAME_KEY);
  const top = (of: ReadonlyMap<string, number>, at: number) =>
    [...of].toSorted((a, b) => b[1] - a[1])[at]?.[0] ?? "";
  const common = Array.from({ length: COMMON_NAMES }, (_, at) => ({
    name: `${top(names.given, at % 20)} ${top(names.family, Math.floor(at / 20))}`,
    product: "",
    city: "",
    date: new Date().toISOString().slice(0, 10),
    customer: "",
  }));
  console.log(
    "\n| writers | queries, most | read units, mean | p99 | most | largest item, bytes | queries cut off | ms, p50 | p99 | writer among candidates |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
  );
  for (const [what, posts] of [
    ["customers who bought lately", writers.slice(0, MATCHES)],
    ["customers of all, whenever they bought last", anybody],
    ["the 20 most common given with the 10 most common family names", common],
  ] as const) {
    const taken: {
      queries: number;
      units: number;
      ms: number;
      largest: number;
      cut: number;
      isFound: boolean;
    }[] = [];
    for (const post of posts) {
      consumed.length = 0;
      const began = performance.now();
      await history.confirmedLink(brand.brand, authorId("x", "1"));
      const found = await readCandidates(post.name, brand, [], history);
      matchAuthor({
        authorName: post.name,
        cues: [{ kind: "product", entity: post.product, text: post.product }],
        ...found,
        postedAt: new Date().toISOString(),
        playbook: brand.playbook,
        enabled: true,
        now: new Date().toISOString(),
      });
      const ms = performance.now() - began;
      const queries = consumed.filter(({ operation }) => operation === "QueryCommand");
      taken.push({
        queries: queries.length,
        units: consumed.reduce((sum, { units }) => sum + units, 0),
        ms,
        largest: Math.max(0, ...queries.map(({ largestItem }) => largestItem)),
        cut: queries.filter(({ isCut }) => isCut).length,
        isFound: found.candidates.some(({ customer }) => customer.id === post.customer),
      });
    }
    const units = taken.map((each) => each.units).toSorted((a, b) => a - b);
    const times = taken.map((each) => each.ms).toSorted((a, b) => a - b);
    const at = (sorted: readonly number[], share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const sum = (of: (each: (typeof taken)[number]) => number) =>
      taken.reduce((all, each) => all + of(each), 0);
    console.log(
      `| ${posts.length} ${what} | ${Math.max(...taken.map((each) => each.queries))} | ${(sum((each) => each.units) / taken.length).toFixed(2)} | ${at(units, 0.99)} | ${units.at(-1)} | ${Math.max(...taken.map((each) => each.largest))} | ${sum((each) => each.cut)} of ${sum((each) => each.queries)} | ${at(times, 0.5).toFixed(1)} | ${at(times, 0.99).toFixed(1)} | ${sum((each) => Number(each.isFound))} |`,
    );
  }
}
