/**
 * How many writers are found, and how many are taken for somebody else: `npx tsx test/eval/match-recall.ts`.
 * Posts are built from the seed and from a crowd of three thousand with many namesakes. Strangers bear a customer's
 * name and were never in the register. Fixed seed: the same table each time. Exit code 1 above half a per cent wrong.
 */
import { readFileSync } from "node:fs";
import { loadSeed } from "../../infra/local/seed/load-seed.ts";
import { pick, type Random, randomFrom } from "../../infra/local/seed/random.ts";
import { NAMES_BY_FORM } from "../../infra/local/seed/seed-names.ts";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { filingKeys, queryKeys } from "../../shared/complaint/blocking.ts";
import { type Candidate, matchAuthor } from "../../shared/complaint/match-author.ts";
import { type PurchaseShares, sharesOf } from "../../shared/complaint/match-shares.ts";
import { foldName, nameFrequencies, nameTokens } from "../../shared/complaint/names.ts";
import { nicknameRoots } from "../../shared/complaint/nicknames.ts";
import { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import type { SaidCue } from "../../shared/complaint/said.ts";
import { countRegister } from "../../shared/complaint/sold-counts.ts";

const NOW = "2026-03-12T12:00:00.000Z";
const DAY_MS = 86_400_000;
const WRONG_AT_MOST = 0.005;
const CROWD = 3_000;
const DETAILS = [
  "nothing",
  "product",
  "product, date",
  "product, date, store, sum",
  "sorts of goods",
  "tenure, store",
] as const;
const WRITINGS = ["as filed", "reversed", "no marks", "initial", "slip", "short form"] as const;
type Detail = (typeof DETAILS)[number];
type Writing = (typeof WRITINGS)[number];
type World = { title: string; register: Candidate[] };
type Tally = { posts: number; right: number; wrong: number; shown: number };

const file = parseBrand(readFileSync("brands/kenttakauppa.yaml", "utf8"), "kenttakauppa.yaml");
if (!file.ok) throw new Error(JSON.stringify(file.errors));
const { playbook } = file.brand;
const SAYS: Readonly<Record<string, string>> = {
  "ice-hockey": "jääkiekkoa",
  floorball: "salibandy",
  cycling: "bikes",
  football: "fotboll",
  running: "juoksukengät",
  skiing: "skis",
  clothing: "jacket",
};

const seed = loadSeed("kenttakauppa", NOW);
const seedWorld: World = {
  title: `seed, ${seed.customers.length} customers`,
  register: seed.customers.map((customer) => ({
    customer,
    purchases: seed.purchases.filter((line) => line.customer === customer.id),
  })),
};

/** Common names are common: the n-th name of a list is borne 1/n times as often as the first. */
function crowd(random: Random): World {
  const zipf = (names: readonly string[]): string =>
    names[Math.floor(names.length ** random()) - 1] ?? names[0] ?? "";
  const forms = Object.values(NAMES_BY_FORM);
  const register = Array.from({ length: CROWD }, (_, at): Candidate => {
    const names: readonly string[] = random() < 0.7 ? NAMES_BY_FORM.finnish : pick(random, forms);
    const given = zipf(names).split(" ")[0] ?? "";
    const family = zipf(names).split(" ").slice(1).join(" ");
    const id = `crowd-${at}`;
    const store = pick(random, playbook.stores);
    const liked = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => pick(random, playbook.priceList).category,
    );
    const shelf = playbook.priceList.filter(({ category }) => liked.includes(category));
    const purchases = Array.from({ length: 1 + Math.floor(random() ** 2 * 20) }, (_, line) => {
      const { id: product, category, priceMinor } = pick(random, shelf);
      const date = new Date(Date.parse(NOW) - random() ** 1.3 * 2_000 * DAY_MS).toISOString().slice(0, 10);
      return Purchase.parse({
        id: `${id}-${line}`,
        customer: id,
        date,
        product,
        category,
        store: store.id,
        amountMinor: priceMinor,
        currency: "EUR",
      });
    });
    const since = purchases.map(({ date }) => date).toSorted()[0];
    return {
      customer: Customer.parse({ id, name: `${given} ${family}`, city: store.city, since }),
      purchases,
    };
  });
  return { title: `crowd, ${CROWD} customers`, register };
}

function written(name: string, writing: Writing, random: Random): string {
  const words = name.split(" ");
  const [first = "", ...rest] = words;
  if (writing === "reversed") return words.toReversed().join(" ");
  if (writing === "no marks") return foldName(name);
  if (writing === "initial") return [`${first.charAt(0)}.`, ...rest].join(" ");
  if (writing === "short form") {
    const short = SHORT.get(nameTokens(first)[0] ?? "");
    return [short ?? first, ...rest].join(" ");
  }
  if (writing === "slip") {
    const last = rest.at(-1) ?? "";
    const at = 1 + Math.floor(random() * Math.max(1, last.length - 3));
    return [first, ...rest.slice(0, -1), last.slice(0, at) + last.slice(at + 1)].join(" ");
  }
  return name;
}
const SHORT = new Map(
  [
    "sasha",
    "natasha",
    "dima",
    "katja",
    "jussi",
    "lasse",
    "kalle",
    "bill",
    "liz",
    "tom",
    "mike",
    "becky",
    "jim",
    "kate",
    "tanja",
    "misha",
  ].flatMap((form) => nicknameRoots(form).map((root) => [root, form] as const)),
);

function cuesOf(
  detail: Detail,
  about: Purchase,
  all: readonly Purchase[],
  agoDays: number,
  random: Random,
): SaidCue[] {
  const cues: SaidCue[] = [];
  if (detail.startsWith("product"))
    cues.push({ kind: "product", entity: about.product, text: about.product });
  if (detail.startsWith("product, date") || detail === "sorts of goods") {
    const text = agoDays <= 1 ? "yesterday" : agoDays <= 7 ? "this week" : "last week";
    cues.push({ kind: "date", text });
  }
  if (detail.includes("store") && about.store !== undefined)
    cues.push({ kind: "place", entity: about.store, text: about.store });
  if (detail.endsWith("sum"))
    cues.push({ kind: "sum", value: about.amountMinor, text: String(about.amountMinor) });
  if (detail === "sorts of goods") {
    const sorts = [...new Set(all.map(({ category }) => SAYS[category] ?? ""))].filter(Boolean).slice(0, 4);
    cues.push({ kind: "relationship", detail: "breadth", text: `everything: ${sorts.join(", ")}` });
  }
  if (detail.startsWith("tenure")) {
    const first = all.map(({ date }) => date).toSorted()[0] ?? NOW;
    const years = (Date.parse(about.date) - Date.parse(first)) / DAY_MS / 365.25;
    cues.push({
      kind: "relationship",
      detail: "tenure",
      value: Math.max(1, Math.round(years * (0.8 + random() * 0.4))),
      text: "years",
    });
  }
  return cues;
}

const formOf = (name: string): string => {
  const family = name.split(" ").at(-1) ?? "";
  return (
    Object.entries(NAMES_BY_FORM).find(([, names]) => names.some((one) => one.endsWith(` ${family}`)))?.[0] ??
    "told"
  );
};

function measure({ title, register }: World, random: Random, shares?: PurchaseShares): boolean {
  const frequency = nameFrequencies(register.map(({ customer }) => customer.name ?? ""));
  const byKey = new Map<string, Candidate[]>();
  for (const one of register) {
    for (const key of filingKeys(one.customer.name ?? "")) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const tallies = new Map<string, Tally>();
  const count = (group: string, got: keyof Omit<Tally, "posts"> | "none") => {
    const tally = tallies.get(group) ?? { posts: 0, right: 0, wrong: 0, shown: 0 };
    tally.posts += 1;
    if (got !== "none") tally[got] += 1;
    tallies.set(group, tally);
  };
  const judge = (writer: Candidate | undefined, authorName: string, cues: SaidCue[], postedAt: string) => {
    const found = new Set(queryKeys(authorName).flatMap((key) => byKey.get(key) ?? []));
    const match = matchAuthor({
      authorName,
      cues,
      candidates: [...found],
      population: { customers: register.length, nameFrequency: frequency, ...(shares && { shares }) },
      postedAt,
      playbook,
      enabled: true,
      now: NOW,
    });
    if (match.decision === "link") return match.customer === writer?.customer.id ? "right" : "wrong";
    return match.candidates.some(({ customer }) => customer === writer?.customer.id) ? "shown" : "none";
  };

  for (const writer of register) {
    const name = writer.customer.name ?? "";
    const bought = writer.purchases.filter(({ amountMinor }) => amountMinor > 0);
    for (const detail of DETAILS) {
      const about = pick(random, bought);
      const agoDays = Math.floor(random() * 12);
      const postedAt = new Date(Date.parse(about.date) + agoDays * DAY_MS + DAY_MS / 2).toISOString();
      const before = bought.filter(({ date }) => date <= postedAt);
      const cues = cuesOf(detail, about, before, agoDays, random);
      const writing = pick(random, WRITINGS);
      const got = judge(writer, written(name, writing, random), cues, postedAt);
      for (const group of ["customers: all", `said: ${detail}`, `name: ${writing}`, `form: ${formOf(name)}`])
        count(group, got);
      const line = pick(random, playbook.priceList);
      const { id: product, category, priceMinor } = line;
      const store = pick(random, playbook.stores).id;
      const elsewhere: Purchase = { ...about, product, category, store, amountMinor: priceMinor };
      const theirs = cuesOf(detail, elsewhere, [elsewhere], agoDays, random);
      const taken = judge(undefined, name, theirs, NOW);
      count("strangers of the same name", taken);
      count(`strangers: ${detail}`, taken);
    }
  }
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`.padStart(9);
  process.stdout.write(`\n${title}\n${"group".padEnd(36)}  posts      found      wrong      shown\n`);
  for (const [group, { posts, right, wrong, shown }] of [...tallies].toSorted(([a], [b]) =>
    a.localeCompare(b),
  )) {
    const row = [right, wrong, shown].map((n) => percent(n / posts)).join("  ");
    process.stdout.write(`${group.padEnd(36)} ${String(posts).padStart(6)}  ${row}\n`);
  }
  return ["customers: all", "strangers of the same name"].every((group) => {
    const tally = tallies.get(group);
    return tally !== undefined && tally.wrong / tally.posts <= WRONG_AT_MOST;
  });
}

const random = randomFrom(2_026);
const passed = [seedWorld, crowd(random)].flatMap((world) => {
  const histories = world.register.map(({ purchases }) => purchases);
  const counted = sharesOf(countRegister(histories, world.register.length));
  return [
    measure({ ...world, title: `${world.title}; shares assumed from the playbook` }, random),
    measure({ ...world, title: `${world.title}; shares counted` }, random, counted),
  ];
});
process.exitCode = passed.every(Boolean) ? 0 : 1;
