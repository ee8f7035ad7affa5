import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { seeded } from "../support/seeded.ts";

/** Of ten purchases each, as a shop's register has them: half the customers bought once or twice, some a hundred times. */
const PURCHASES_A_CUSTOMER = 10;
const MOST_PURCHASES = 150;
const YEARS = 4;
const DAY_MS = 86_400_000;
/** Names with how many bear them; `type` is F for a given name, L for a family name. */
export type NameTable = { readonly given: Weighted; readonly family: Weighted };
type Weighted = ReadonlyMap<string, number>;

/** A list `name,n,gender,type` of a population register, plain or gzipped. */
export function readNames(file: string): NameTable {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [, ...rows] = text.split("\n").map((line) => line.trim().split(","));
  const of = (type: string): Weighted => {
    const names = new Map<string, number>();
    for (const [name, n, , kind] of rows)
      if (name !== undefined && kind === type) names.set(name, (names.get(name) ?? 0) + Number(n));
    return names;
  };
  return { given: of("F"), family: of("L") };
}

export type Writer = { name: string; product: string; city: string; date: string; customer: string };

/**
 * Writes a register as two CSV files; gives some of those who bought lately, and some of all, for posts. The same
 * numbers, the same files.
 */
export async function writeRegister(
  files: { customers: string; purchases: string },
  purchases: number,
  { playbook, account }: BrandFile,
  register: NameTable,
  today: string,
  writersWanted: number,
): Promise<{ customers: number; writers: Writer[]; anybody: Writer[] }> {
  const random = seeded(20_261_122);
  const customers = Math.round(purchases / PURCHASES_A_CUSTOMER);
  const family = drawn(register.family, random);
  const given = drawn(register.given, random);
  const cities = playbook.stores.map((store) => store.city);
  const names: string[] = [];
  const homes: string[] = [];
  const out = createWriteStream(files.customers);
  out.write("id,name,city,since\n");
  for (let at = 0; at < customers; at++) {
    names.push(`${given()} ${family()}`);
    homes.push(cities[Math.floor(random() * cities.length)] ?? "");
    await say(out, `c-${at},${names[at]},${homes[at]},\n`);
  }
  out.end();
  await finished(out);

  // Who buys much: shares of a Pareto-like draw, so that a few buy a hundred times.
  const weights = Array.from({ length: customers }, () =>
    Math.min(MOST_PURCHASES, 1.2 * (1 - random()) ** -1.1),
  );
  const buyer = byWeight(weights, random);
  const lines = createWriteStream(files.purchases);
  lines.write("id,customer,date,product,category,store,amountMinor,currency\n");
  const writers: Writer[] = [];
  for (let at = 0; at < purchases; at++) {
    const customer = buyer();
    const product = playbook.priceList[Math.floor(random() * playbook.priceList.length)];
    const store = playbook.stores[Math.floor(random() * playbook.stores.length)];
    if (product === undefined || store === undefined) throw new Error("the brand sells nothing");
    const isReturn = random() < 0.03;
    // In order of days, as a till writes them; so customers come in no order.
    const daysAgo = Math.floor((1 - at / purchases) * YEARS * 365);
    const date = new Date(Date.parse(today) - daysAgo * DAY_MS).toISOString().slice(0, 10);
    await say(
      lines,
      `p-${at},c-${customer},${date},${product.id},${product.category},${store.id},${isReturn ? -product.priceMinor : product.priceMinor},${account.currency}\n`,
    );
    if (daysAgo <= 20 && !isReturn && random() < (writersWanted * YEARS * 365) / 20 / purchases)
      writers.push({
        name: names[customer] ?? "",
        product: product.id,
        city: homes[customer] ?? "",
        date,
        customer: `c-${customer}`,
      });
  }
  lines.end();
  await finished(lines);
  const anybody = Array.from({ length: writersWanted }, () => {
    const customer = Math.floor(random() * customers);
    return { name: names[customer] ?? "", product: "", city: "", date: today, customer: `c-${customer}` };
  });
  return { customers, writers, anybody };
}

async function say(out: ReturnType<typeof createWriteStream>, text: string): Promise<void> {
  if (!out.write(text)) await once(out, "drain");
}

function drawn(names: Weighted, random: () => number): () => string {
  const words = [...names.keys()];
  const next = byWeight([...names.values()], random);
  return () => words[next()] ?? "";
}

/** A draw by weight, by the running sum. */
function byWeight(weights: readonly number[], random: () => number): () => number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    sums[at] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
