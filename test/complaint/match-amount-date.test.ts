import { describe, expect, it } from "vitest";
import { pick, randomFrom } from "../../infra/local/seed/random.ts";
import { queryKeys } from "../../shared/complaint/blocking.ts";
import { matchAuthor } from "../../shared/complaint/match-author.ts";
import { sharesOf } from "../../shared/complaint/match-shares.ts";
import { Customer, Purchase } from "../../shared/complaint/relationship.ts";
import type { SaidCue } from "../../shared/complaint/said.ts";
import { countRegister } from "../../shared/complaint/sold-counts.ts";

/**
 * A register of the size and shape of CDNOW's: 23,570 customers who came in one quarter, 69,659 orders in eighteen
 * months, most sums at a few price points (brucehardie.com). There the exact day with the exact sum is one customer's
 * alone in 59 % of the orders, and "about 15 last week" in 1.2 %.
 */
const CUSTOMERS = 23_570;
const ORDERS = 69_659;
const FIRST = Date.parse("1997-01-01");
const DAY_MS = 86_400_000;
const random = randomFrom(1997);
const customers = Array.from({ length: CUSTOMERS }, (_, at) =>
  Customer.parse({ id: `c${at}`, name: `Etu${letters(at % 500)} Suku${letters(Math.floor(at / 5))}` }),
);
const cameOn = customers.map(() => Math.floor(random() * 90));
const orders = Array.from({ length: ORDERS }, (_, at) => {
  const who = at < CUSTOMERS ? at : Math.floor(random() ** 3 * CUSTOMERS);
  const came = cameOn[who] ?? 0;
  const day = at < CUSTOMERS ? came : came + Math.floor(random() ** 1.5 * (540 - came));
  const discs = 1 + Math.floor(random() ** 3 * 6);
  const cents = Array.from({ length: discs }, () => 977 + 13 * Math.floor((random() + random()) * 45));
  return Purchase.parse({
    id: `o${at}`,
    customer: `c${who}`,
    date: new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10),
    product: "cd",
    category: "music",
    amountMinor: cents.reduce((sum, one) => sum + one, 0),
    currency: "USD",
  });
});
const ordersOf = new Map<string, Purchase[]>();
for (const order of orders) {
  const of = ordersOf.get(order.customer);
  if (of === undefined) ordersOf.set(order.customer, [order]);
  else of.push(order);
}
const shares = sharesOf(countRegister(ordersOf.values(), CUSTOMERS));
const asked = Array.from({ length: 300 }, () => pick(random, orders));

function letters(at: number): string {
  return [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676)]
    .map((one) => String.fromCharCode(97 + one))
    .join("");
}
const byDate = new Map<string, Purchase[]>();
for (const order of orders) byDate.set(order.date, [...(byDate.get(order.date) ?? []), order]);
/** Of the orders asked for, how many are by the only customer with an order so many days and cents from it. */
const shareWithOne = (days: number, cents: number): number =>
  asked.filter(({ date, amountMinor }) => {
    const near = Array.from({ length: 2 * days + 1 }, (_, at) =>
      new Date(Date.parse(date) + (at - days) * DAY_MS).toISOString().slice(0, 10),
    ).flatMap((day) => byDate.get(day) ?? []);
    const fitting = near.filter((order) => Math.abs(order.amountMinor - amountMinor) <= cents);
    return new Set(fitting.map(({ customer }) => customer)).size === 1;
  }).length / asked.length;

/** A post the day after an order, with its exact sum and day. */
function matched(order: Purchase, authorName: string | undefined, candidates = customers) {
  const cues: SaidCue[] = [
    { kind: "date", text: order.date },
    { kind: "sum", value: order.amountMinor, text: String(order.amountMinor) },
  ];
  return matchAuthor({
    ...(authorName === undefined ? {} : { authorName }),
    cues,
    candidates: candidates.map((customer) => ({ customer, purchases: ordersOf.get(customer.id) ?? [] })),
    population: { customers: CUSTOMERS, nameFrequency: () => 5 / CUSTOMERS, shares },
    postedAt: new Date(Date.parse(order.date) + DAY_MS).toISOString(),
    playbook: {
      priceList: [{ id: "cd", names: {}, category: "music", priceMinor: 1477, costMinor: 900 }],
      stores: [],
      ownNames: [],
    },
    enabled: true,
    now: "1998-07-01T00:00:00.000Z",
  });
}

describe("a sum and a day in a register like CDNOW's", () => {
  it("point at one customer in most cases where both are exact, and hardly ever as people tell them", () => {
    const exact = shareWithOne(0, 0);
    const told = shareWithOne(7, 100);
    expect(exact).toBeGreaterThan(0.5);
    expect(told).toBeLessThan(0.05);
  });

  it("link nobody without a name, though they point at one", () => {
    for (const order of asked.slice(0, 20)) {
      expect(queryKeys("")).toEqual([]);
      expect(matched(order, undefined)).toMatchObject({ decision: "none", question: "order-number" });
    }
  });

  it("link nobody with a name either: the agent sees the customer, and asks", () => {
    const decisions = asked.map((order) => {
      const customer = customers.find(({ id }) => id === order.customer);
      return matched(order, customer?.name, customer === undefined ? [] : [customer]).decision;
    });
    expect(decisions).not.toContain("link");
    expect(decisions.filter((decision) => decision === "grey").length).toBeGreaterThan(asked.length / 2);
  });
});
