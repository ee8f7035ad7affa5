/**
 * Matching on posts made from a register of an electronics chain, with invented names and places:
 * `npx tsx test/eval/match-electronics.ts FOLDER NAMES [--half 0|1] [--seed N] [--posts N] [--by Category|Subcategory]
 * [--out FOLDER] [--wrong]`. FOLDER holds the register, NAMES the lists of names (`electronics/people.ts`).
 * Develop on half 0, measure on half 1 with another seed. `--out` writes the files for `shopkeeper match`.
 * Exit code 1 where the upper bound of wrong links is above half a per cent, or fewer than six in ten are found.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { brandOfPurchases } from "../../infra/cli/match/brand-of-purchases.ts";
import { CustomerRow, matchRow, PostRow } from "../../infra/cli/match/match-row.ts";
import { RegisterReader } from "../../infra/cli/match/register.ts";
import { randomFrom } from "../../infra/local/seed/random.ts";
import type { AuthorMatch } from "../../shared/complaint/author-match.ts";
import { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import { clopperPearson } from "./clopper-pearson.ts";
import { isWholeName, peopleFrom } from "./electronics/people.ts";
import { type Post, postsOf } from "./electronics/posts.ts";
import { shopFrom } from "./electronics/shop.ts";

const WRONG_AT_MOST = 0.005;
const FOUND_AT_LEAST = 0.6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string", default: "1" },
    seed: { type: "string", default: "7" },
    posts: { type: "string", default: "8000" },
    by: { type: "string", default: "Category" },
    out: { type: "string" },
    wrong: { type: "boolean", default: false },
  },
});
const [folder = "", names = ""] = positionals;
const random = randomFrom(Number(values.seed));
const people = peopleFrom(names);
const shop = shopFrom(
  folder,
  values.half === "0" ? 0 : 1,
  values.by === "Subcategory" ? "Subcategory" : "Category",
  random,
  people,
);
const posts = postsOf(shop, Number(values.posts), random, people);
const customers = shop.customers.map(({ id, city, since, person }) =>
  Customer.parse(CustomerRow.parse({ id, name: person.name, city, since })),
);
const purchases = shop.purchases.map(({ sort: _sort, brand: _brand, ...line }, at) =>
  Purchase.parse({ id: `p-${at}`, ...line }),
);
if (values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  const write = (name: string, rows: readonly unknown[]) =>
    writeFileSync(
      path.join(values.out ?? "", name),
      `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`,
    );
  write("customers.jsonl", customers);
  write("purchases.jsonl", purchases);
  write(
    "posts.jsonl",
    posts.map(({ row }) => row),
  );
  write(
    "truth.jsonl",
    posts.map(({ row, ...truth }) => ({ id: row.id, ...truth })),
  );
}

const reader = new RegisterReader();
for (const customer of customers) reader.addCustomer(customer);
for (const purchase of purchases) reader.addPurchase(purchase);
const playbook = brandOfPurchases(reader.purchases());
const register = reader.done();

const bearers = new Map<string, number>();
for (const { name = "" } of customers) bearers.set(name, (bearers.get(name) ?? 0) + 1);

type Tally = { posts: number; right: number; wrong: number; shown: number };
const tallies = new Map<string, Tally>();
const count = (group: string, got: keyof Tally | "none") => {
  const tally = tallies.get(group) ?? { posts: 0, right: 0, wrong: 0, shown: 0 };
  tally.posts += 1;
  if (got !== "none") tally[got] += 1;
  tallies.set(group, tally);
};
/** Carries a whole name and a true fact of a purchase: what must be found. */
const isDue = (post: Post) => post.writer === "customer" && isWholeName(post.writing);

/** What the answer to each easy question would have brought. */
function askPrivately(post: Post, proposed: NonNullable<AuthorMatch["question"]>): void {
  // Impostors cannot know, and guess.
  if (post.writer !== "customer" && post.writer !== "stranger of a customer's name") return;
  for (const question of ["which-store", "which-week"] as const) {
    const text = `${post.row.text} ${post.answers[question]}`;
    const { decision, customer } = matchRow(PostRow.parse({ ...post.row, text }), playbook, register);
    const isShown = decision === "grey" ? "shown" : "none";
    const outcome = decision !== "link" ? isShown : customer === post.customer ? "right" : "wrong";
    count(`${proposed} proposed, ${question} answered by ${post.writer.split(" ")[0]}`, outcome);
  }
}

for (const post of posts) {
  const got = matchRow(PostRow.parse(post.row), playbook, register);
  const isRight = got.customer === post.customer;
  const outcome =
    got.decision === "link"
      ? isRight
        ? "right"
        : "wrong"
      : got.candidates.some(({ customer }) => customer === post.customer)
        ? "shown"
        : "none";
  count("all", outcome);
  count(`by: ${post.writer}`, outcome);
  if (isDue(post)) {
    count("due: whole name and a true fact", outcome);
    count(`due, facts: ${post.facts.length}`, outcome);
    if (post.facts.length === 1) count("due, one fact", outcome);
    count(`due, origin: ${post.origin}`, outcome);
    // Where nobody else bears the name, what is left of a difference is not that the name is common.
    const name = customers.find(({ id }) => id === post.customer)?.name ?? "";
    if (bearers.get(name) === 1) count(`due, origin: ${post.origin}, name borne once`, outcome);
    count(`due, written in ${post.row.lang}`, outcome);
    if (post.facts.length === 1) count(`due, only ${post.facts[0]}`, outcome);
  }
  if (post.writer === "customer") count(`name: ${post.writing}`, outcome);
  if (got.decision === "grey" && got.question !== undefined) askPrivately(post, got.question);
  if (values.wrong && outcome === "wrong") {
    const { decision: _decision, ...shown } = got;
    process.stderr.write(`${JSON.stringify({ ...post, got: shown })}\n`);
  }
  if (values.wrong && outcome !== "right" && isDue(post)) {
    const truth = customers.find(({ id }) => id === post.customer);
    process.stderr.write(`missed ${JSON.stringify({ ...post, truth, got })}\n`);
  }
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`.padStart(9);
process.stdout.write(
  `half ${values.half}, seed ${values.seed}, ${values.by}: ${customers.length} customers, ${purchases.length} purchases\n` +
    `${"group".padEnd(44)}  posts      found      wrong      shown\n`,
);
for (const [group, tally] of [...tallies].toSorted(([a], [b]) => a.localeCompare(b))) {
  const row = [tally.right, tally.wrong, tally.shown].map((n) => percent(n / tally.posts)).join("  ");
  process.stdout.write(`${group.padEnd(44)} ${String(tally.posts).padStart(6)}  ${row}\n`);
}
const all = tallies.get("all") ?? { posts: 0, right: 0, wrong: 0, shown: 0 };
const due = tallies.get("due: whole name and a true fact") ?? all;
const links = all.right + all.wrong;
const [, upper] = clopperPearson(all.wrong, links);
const bare = tallies.get("by: impostor without facts") ?? all;
process.stdout.write(
  `links ${links}, wrong ${all.wrong}: ${percent(all.wrong / links).trim()}, upper 95 % bound (Clopper-Pearson, two-sided) ${percent(upper).trim()}\n` +
    `found ${percent(due.right / due.posts).trim()} of ${due.posts} with a whole name and a true fact; impostors without facts linked: ${bare.right + bare.wrong} of ${bare.posts}\n`,
);
const passed =
  upper < WRONG_AT_MOST && due.right / due.posts >= FOUND_AT_LEAST && bare.right + bare.wrong === 0;
process.exitCode = passed ? 0 : 1;
