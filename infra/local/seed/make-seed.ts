/** Writes the invented customers and purchases of both example brands: `npx tsx infra/local/seed/make-seed.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseBrand } from "../../../shared/adapters/brand-file/load-brand.ts";
import type { BrandFile, PriceListLine } from "../../../shared/complaint/playbook.ts";
import { type SeedCustomer, type SeedPurchase, seedFile } from "./load-seed.ts";
import { pick, type Random, randomFrom } from "./random.ts";
import { LUNCH_NAMES, NAMES_BY_FORM } from "./seed-names.ts";

type World = { customers: SeedCustomer[]; purchases: SeedPurchase[] };

const BRANDS = join(import.meta.dirname, "../../../brands");
const OLDEST_PURCHASE_DAYS = 3_900;
const RETURNS_IN_A_HUNDRED = 3;

function loadBrand(id: string): BrandFile {
  const path = join(BRANDS, `${id}.yaml`);
  const result = parseBrand(readFileSync(path, "utf8"), path);
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.errors)}`);
  return result.brand;
}

/** One receipt line after another, numbered through. */
function ledger(brand: BrandFile, prefix: string) {
  const purchases: SeedPurchase[] = [];
  const byId = new Map(brand.playbook.priceList.map((line) => [line.id, line]));
  const put = (customer: string, product: string, daysAgo: number, store: string, sign: 1 | -1 = 1) => {
    const line = byId.get(product);
    if (line === undefined) throw new RangeError(`${product} is not on the price list of ${brand.brand}`);
    const id = `${prefix}-${10_001 + purchases.length}`;
    const { category, priceMinor } = line;
    const amountMinor = sign * priceMinor;
    purchases.push({
      id,
      customer,
      daysAgo,
      product,
      category,
      store,
      amountMinor,
      currency: brand.account.currency,
    });
  };
  return { purchases, put };
}

const HOMES: readonly (readonly [city: string, store: string])[] = [
  ["Helsinki", "itakeskus"],
  ["Helsinki", "itakeskus"],
  ["Vantaa", "itakeskus"],
  ["Espoo", "itakeskus"],
  ["Tampere", "tampere"],
  ["Tampere", "tampere"],
  ["Nokia", "tampere"],
  ["Turku", "turku"],
  ["Raisio", "turku"],
];

/** People of whom the simulated posts or the tests tell: name, home, since, what they bought how many days ago. */
type Told = {
  name: string;
  home: readonly [string, string];
  sinceDaysAgo: number;
  bought: Record<string, number[]>;
};
const TOLD: readonly Told[] = [
  {
    // The namesake of the boots writer: same name, another life.
    name: "Marja Lehtonen",
    home: ["Turku", "turku"],
    sinceDaysAgo: 1_300,
    bought: { "running-shoes": [1_280, 840, 420, 35] },
  },
  {
    name: "Hattie Brandholm",
    home: ["Tampere", "tampere"],
    sinceDaysAgo: 860,
    bought: {
      "hockey-stick": [4],
      "hockey-skates": [850, 390],
      "hockey-helmet": [850],
      skis: [700, 340],
      "ski-boots": [700],
    },
  },
  {
    name: "Gunvor Stenbäck-Lillhage",
    home: ["Turku", "turku"],
    sinceDaysAgo: 2_050,
    bought: {
      "football-boots-junior": [2_020, 1_660, 1_280, 930, 540, 190],
      "shin-pads": [2_020, 1_280, 540],
      football: [1_650, 560],
      "training-shirt": [6],
    },
  },
  {
    name: "Jonna Ruopsa",
    home: ["Vantaa", "itakeskus"],
    sinceDaysAgo: 640,
    bought: { "floorball-shoes": [5], "floorball-stick": [610, 240], "winter-jacket": [300] },
  },
  {
    name: "Väinö Tiihosmäki",
    home: ["Nokia", "tampere"],
    sinceDaysAgo: 1_500,
    bought: { "kids-bike": [1_490], bike: [3], "bike-helmet": [1_490, 3] },
  },
];

/** The boots writer: both sons' hockey, floorball and bicycles from here since 2014, football of late. */
function marja(put: ReturnType<typeof ledger>["put"], random: Random): SeedCustomer {
  const id = "kk-0001";
  const sons: readonly (readonly [string, number])[] = [
    ["hockey-skates", 11],
    ["hockey-stick", 13],
    ["hockey-helmet", 6],
    ["floorball-stick", 9],
    ["floorball-shoes", 8],
    ["kids-bike", 4],
    ["bike", 2],
    ["bike-helmet", 5],
  ];
  for (const [product, times] of sons) {
    for (let time = 0; time < times; time++) {
      const daysAgo = Math.round(30 + ((time + random() * 0.8) / times) * (OLDEST_PURCHASE_DAYS - 60));
      put(id, product, daysAgo, random() < 0.9 ? "itakeskus" : "tampere");
    }
  }
  put(id, "shin-pads", 24, "itakeskus");
  put(id, "football", 24, "itakeskus");
  put(id, "football-boots-junior", 3, "itakeskus");
  return { id, name: "Marja Lehtonen", city: "Helsinki", since: "2014-08-16" };
}

function shop(brand: BrandFile): World {
  const random = randomFrom(20_140_816);
  const { purchases, put } = ledger(brand, "KK");
  const customers: SeedCustomer[] = [marja(put, random)];
  const nextId = () => `kk-${String(customers.length + 1).padStart(4, "0")}`;
  for (const { name, home, sinceDaysAgo, bought } of TOLD) {
    const id = nextId();
    customers.push({ id, name, city: home[0], sinceDaysAgo });
    for (const [product, days] of Object.entries(bought))
      for (const daysAgo of days) put(id, product, daysAgo, home[1]);
  }
  const sorts = [...new Set(brand.playbook.priceList.map((line) => line.category))];
  for (const name of Object.values(NAMES_BY_FORM).flat()) {
    const id = nextId();
    const [city, store] = pick(random, HOMES);
    const sinceDaysAgo = Math.round(60 + random() ** 1.5 * (OLDEST_PURCHASE_DAYS - 60));
    customers.push({ id, name, city, sinceDaysAgo });
    const liked = new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, sorts)));
    const shelf = brand.playbook.priceList.filter((line) => liked.has(line.category));
    // Most buy a few times, some very often: a geometric count with a mean of five.
    let times = 1;
    while (random() < 0.8 && times < 30) times += 1;
    for (let time = 0; time < times; time++) buy(random, put, id, shelf, sinceDaysAgo, store, time === 0);
  }
  return { customers, purchases };
}

function buy(
  random: Random,
  put: ReturnType<typeof ledger>["put"],
  customer: string,
  shelf: readonly PriceListLine[],
  sinceDaysAgo: number,
  store: string,
  isFirst: boolean,
): void {
  const product = pick(random, shelf).id;
  const daysAgo = isFirst ? sinceDaysAgo : Math.round(1 + random() ** 1.3 * (sinceDaysAgo - 1));
  put(customer, product, daysAgo, store);
  const backAgo = daysAgo - 1 - Math.floor(random() * 14);
  if (random() * 100 < RETURNS_IN_A_HUNDRED && backAgo >= 0) put(customer, product, backAgo, store, -1);
}

function restaurant(brand: BrandFile): World {
  const random = randomFrom(880);
  const { purchases, put } = ledger(brand, "LP");
  const store = brand.playbook.stores[0]?.id ?? "";
  const customers = LUNCH_NAMES.map((name, at): SeedCustomer => {
    const id = `lp-${String(at + 1).padStart(4, "0")}`;
    const sinceDaysAgo = Math.round(20 + random() * 700);
    const times = 2 + Math.floor(random() * 7);
    for (let time = 0; time < times; time++) {
      const daysAgo = time === 0 ? sinceDaysAgo : Math.round(random() * sinceDaysAgo);
      put(id, random() < 0.7 ? "lounasbuffet" : pick(random, brand.playbook.priceList).id, daysAgo, store);
    }
    return { id, name, city: "Helsinki", sinceDaysAgo };
  });
  return { customers, purchases };
}

function write(brand: string, world: World): void {
  for (const what of ["customers", "purchases"] as const) {
    const lines = world[what].map((line) => JSON.stringify(line));
    writeFileSync(seedFile(brand, what), `${lines.join("\n")}\n`);
  }
  process.stderr.write(
    `${brand}: ${world.customers.length} customers, ${world.purchases.length} purchases\n`,
  );
}

write("kenttakauppa", shop(loadBrand("kenttakauppa")));
write("lounaspoyta", restaurant(loadBrand("lounaspoyta")));
