import { pick, type Random } from "../../../infra/local/seed/random.ts";
import type { Lang } from "../../../shared/complaint/ids.ts";
import { type Origin, type PeopleMaker, type Writing, writtenName } from "./people.ts";
import { type Bought, ONLINE, PLACES, type Shop, type Shopper } from "./shop.ts";
import { LANGS, type Told, tell, tellSum, tellTime } from "./words.ts";

export const FACTS = ["product", "category", "store", "week", "sum"] as const;
export type Fact = (typeof FACTS)[number];

/** Who writes: only of the first two is there a right answer. */
export type Writer =
  | "customer"
  | "customer with a wrong memory"
  | "stranger of a customer's name"
  | "impostor without facts"
  | "impostor with wrong facts"
  | "no customer";

export type Post = {
  row: {
    id: string;
    channel: "facebook" | "x";
    author: { name?: string; handle?: string };
    text: string;
    lang: Lang;
    postedAt: string;
  };
  writer: Writer;
  /** The right answer; absent where there is none. */
  customer?: string;
  writing: Writing;
  origin: Origin;
  facts: readonly Fact[];
  /** What they would say if they were asked in private. */
  answers: Readonly<Record<"which-store" | "which-week", string>>;
};

const DAY_MS = 86_400_000;
/** Of a hundred posts. */
const WRITERS: readonly (readonly [Writer, number])[] = [
  ["customer", 66],
  ["customer with a wrong memory", 6],
  ["stranger of a customer's name", 9],
  ["impostor without facts", 5],
  ["impostor with wrong facts", 6],
  ["no customer", 8],
];
/** How often one fact alone is each. */
const FACT_SHARES: readonly (readonly [Fact, number])[] = [
  ["product", 30],
  ["category", 25],
  ["store", 20],
  ["week", 15],
  ["sum", 10],
];
/** How many facts a post tells: one, two, three or four. */
const COUNT_SHARES: readonly (readonly [number, number])[] = [
  [1, 40],
  [2, 35],
  [3, 18],
  [4, 7],
];

function chosen<T>(shares: readonly (readonly [T, number])[], random: Random): T {
  let at = random() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [what, share] of shares) {
    at -= share;
    if (at < 0) return what;
  }
  const [first] = shares;
  if (first === undefined) throw new RangeError("nothing to choose from");
  return first[0];
}

function someFacts(random: Random): Fact[] {
  const count = chosen(COUNT_SHARES, random);
  const facts: Fact[] = [];
  while (facts.length < count) {
    const left = FACT_SHARES.filter(
      ([fact]) =>
        !facts.includes(fact) &&
        !(fact === "category" && facts.includes("product")) &&
        !(fact === "product" && facts.includes("category")),
    );
    facts.push(chosen(left, random));
  }
  return FACTS.filter((fact) => facts.includes(fact));
}

/** Complaints come soon after the purchase; one in ten much later. */
const lagDays = (random: Random): number =>
  random() < 0.1 ? 60 + Math.floor(random() * 140) : Math.min(59, Math.floor(-12 * Math.log(1 - random())));

function textOf(about: Bought, facts: readonly Fact[], postedOn: string, lang: Lang, random: Random): string {
  const days = Math.round((Date.parse(postedOn) - Date.parse(about.date)) / DAY_MS);
  const told: Told = {};
  const { product, sort, category, brand } = about;
  if (facts.includes("product"))
    told.what = { words: random() < 0.55 ? "product" : "part", product, sort, category, brand };
  if (facts.includes("category"))
    told.what = { words: random() < 0.6 ? "sort" : "category", product, sort, category, brand };
  if (facts.includes("store")) {
    if (about.store === ONLINE) told.isOnline = true;
    else {
      const place = PLACES.find(([name]) => name === about.store);
      if (place !== undefined) told.store = place;
    }
  }
  if (facts.includes("week")) told.when = tellTime(lang, days, about.date, random());
  if (facts.includes("sum")) told.sum = tellSum(lang, about.amountMinor, random() < 0.4);
  return tell(lang, told, random());
}

/** Posts about the purchases of a register, in a fixed order for a fixed `random`. */
export function postsOf(shop: Shop, count: number, random: Random, people: PeopleMaker): Post[] {
  const buyers = shop.customers.filter(({ id }) => shop.historyOf.has(id));
  return Array.from({ length: count }, (_, at) => {
    const writer = chosen(WRITERS, random);
    const victim = pick(random, buyers);
    const own = pick(random, shop.historyOf.get(victim.id) ?? shop.purchases);
    const post = postBy(writer, victim, own, shop, random, people);
    const { person, about, facts, isAsFiled } = post;
    const lang = random() < 0.5 ? "fi" : pick(random, LANGS);
    const name = isAsFiled
      ? { writing: "as filed" as const, author: { name: person.name } }
      : writtenName(person, random, people);
    return {
      row: {
        id: `post-${at}`,
        channel: random() < 0.7 ? "facebook" : "x",
        author: name.author,
        text: textOf(about, facts, post.postedOn, lang, random),
        lang,
        postedAt: `${post.postedOn}T12:00:00Z`,
      },
      writer,
      ...(post.customer === undefined ? {} : { customer: post.customer }),
      writing: name.writing,
      origin: person.origin,
      facts,
      answers: {
        "which-store": textOf(about, ["store"], post.postedOn, lang, () => 0.5),
        "which-week": textOf(about, ["week"], post.postedOn, lang, () => 0.5),
      },
    };
  });
}

function postBy(
  writer: Writer,
  victim: Shopper,
  own: Bought,
  shop: Shop,
  random: Random,
  people: PeopleMaker,
) {
  const after = (date: string) =>
    new Date(Date.parse(date) + lagDays(random) * DAY_MS).toISOString().slice(0, 10);
  const elsewhere = pick(random, shop.purchases);
  switch (writer) {
    case "customer":
      return {
        person: victim.person,
        about: own,
        facts: someFacts(random),
        postedOn: after(own.date),
        customer: victim.id,
        isAsFiled: false,
      };
    case "customer with a wrong memory": {
      // One of the facts is somebody else's purchase.
      const facts = someFacts(random);
      const wrong = pick(random, facts);
      const about: Bought = { ...own };
      if (wrong === "product" || wrong === "category")
        Object.assign(about, {
          product: elsewhere.product,
          sort: elsewhere.sort,
          category: elsewhere.category,
          brand: elsewhere.brand,
        });
      if (wrong === "store") about.store = elsewhere.store;
      if (wrong === "sum") about.amountMinor = elsewhere.amountMinor;
      const postedOn = after(own.date);
      if (wrong === "week")
        about.date = new Date(Date.parse(own.date) - (10 + random() * 30) * DAY_MS)
          .toISOString()
          .slice(0, 10);
      return { person: victim.person, about, facts, postedOn, customer: victim.id, isAsFiled: false };
    }
    case "stranger of a customer's name":
      // Bought here as well, without a card: true facts, of a purchase that stands under nobody's name.
      return {
        person: victim.person,
        about: elsewhere,
        facts: someFacts(random),
        postedOn: after(random() < 0.5 ? elsewhere.date : own.date),
        isAsFiled: random() < 0.5,
      };
    case "impostor without facts":
      return { person: victim.person, about: own, facts: [], postedOn: after(own.date), isAsFiled: true };
    case "impostor with wrong facts": {
      // Writes in the days after the customer's own purchase and guesses what it was, and guesses wrong.
      const theirs = shop.historyOf.get(victim.id) ?? [];
      let guess = elsewhere;
      while (theirs.some(({ sort, store }) => sort === guess.sort || store === guess.store))
        guess = pick(random, shop.purchases);
      return {
        person: victim.person,
        about: { ...guess, date: own.date },
        facts: [...someFacts(random).filter((fact) => fact !== "week" && fact !== "sum"), "week" as const],
        postedOn: after(own.date),
        isAsFiled: true,
      };
    }
    case "no customer":
      return {
        person: people(random),
        about: elsewhere,
        facts: someFacts(random),
        postedOn: after(elsewhere.date),
        isAsFiled: false,
      };
    default: {
      const never: never = writer;
      throw new RangeError(String(never));
    }
  }
}
