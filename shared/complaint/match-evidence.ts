import type { Evidence } from "./author-match.ts";
import type { Asked } from "./match-band.ts";
import { rounded } from "./match-name.ts";
import { purchaseEvidence } from "./match-purchase.ts";
import { bitsOf } from "./match-score.ts";
import { MATCH_WEIGHTS } from "./match-weights.ts";
import { foldName } from "./names.ts";
import type { Playbook } from "./playbook.ts";
import type { Customer, Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";
import { dayOf } from "./sold-counts.ts";

const DAYS_PER_YEAR = 365.25;
/** "All our equipment", without saying which: at least so many sorts and purchases. */
const WIDE = { categories: 3, purchases: 8 };

const evidence = (kind: Evidence["kind"], level: Evidence["level"], bits: number): Evidence[] => [
  { kind, level, bits: rounded(bits) },
];

/** A customer with what they had bought when the post was written, newest first. */
type Known = { customer: Customer; bought: readonly Purchase[]; postDay: number };

/**
 * What the record confirms or contradicts of what the post says. Returns and purchases after the day of the post
 * are left out. Facts that follow from one another (product, sort, price) are not counted twice.
 */
export function factEvidence(asked: Asked, customer: Customer, purchases: readonly Purchase[]): Evidence[] {
  const { said, postDay, playbook } = asked;
  const bought = purchases
    .filter((purchase) => purchase.amountMinor > 0 && dayOf(purchase.date) <= postDay)
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
  const known = { customer, bought, postDay };
  const ofPurchase = purchaseEvidence(asked, bought);
  return [
    ...ofPurchase,
    ...breadthEvidence(said, known, playbook, ofPurchase),
    ...placeEvidence(said, known),
    ...tenureEvidence(said, known),
  ];
}

/** "All our equipment is from you": sorts of goods over the whole history, beside those of the product. */
function breadthEvidence(
  said: Said,
  known: Known,
  playbook: Pick<Playbook, "priceList">,
  ofPurchase: readonly Evidence[],
): Evidence[] {
  if (!said.claimsBreadth) return [];
  const agrees = ofPurchase.some(({ kind, bits }) => (kind === "product" || kind === "category") && bits > 0);
  const spoken = new Set(
    playbook.priceList.filter(({ id }) => agrees && said.products.has(id)).map(({ category }) => category),
  );
  const named = [...said.categories].filter((sort) => !spoken.has(sort));
  const have = new Set(known.bought.map((purchase) => purchase.category));
  const hits = named.filter((sort) => have.has(sort)).length;
  if (named.length === 0) {
    const sold = new Set(playbook.priceList.map((line) => line.category)).size;
    if (sold < WIDE.categories) return [];
    const isWide = have.size >= WIDE.categories && known.bought.length >= WIDE.purchases;
    const level = isWide ? "weak" : "against";
    return evidence("breadth", level, bitsOf(MATCH_WEIGHTS.wide[level]));
  }
  if (named.length === 1) {
    if (hits === 0 && named.every((sort) => said.mentioned.has(sort))) return [];
    const level = hits === 1 ? "exact" : "against";
    return evidence("category", level, bitsOf(MATCH_WEIGHTS.sortEver[level]));
  }
  if (hits === named.length) {
    const level = hits >= 3 ? "exact" : "close";
    const { m, uOfEach } = MATCH_WEIGHTS.breadth[level];
    return evidence("breadth", level, bitsOf({ m, u: uOfEach ** hits }));
  }
  const level = hits * 2 >= named.length ? "weak" : "against";
  return evidence("breadth", level, bitsOf(MATCH_WEIGHTS.breadth[level]));
}

function placeEvidence(said: Said, { customer }: Known): Evidence[] {
  if (said.cities.size === 0 || customer.city === undefined) return [];
  const level = said.cities.has(foldName(customer.city)) ? "exact" : "against";
  return evidence("place", level, bitsOf(MATCH_WEIGHTS.place[level]));
}

function tenureEvidence(said: Said, { customer, bought, postDay }: Known): Evidence[] {
  const since = customer.since ?? bought.at(-1)?.date;
  if (said.tenureYears === undefined || since === undefined) return [];
  const years = (postDay - dayOf(since)) / DAYS_PER_YEAR;
  const slack = Math.max(1, said.tenureYears * 0.2);
  const level =
    Math.abs(years - said.tenureYears) <= slack ? "exact" : years > said.tenureYears ? "close" : "against";
  return evidence("tenure", level, bitsOf(MATCH_WEIGHTS.tenure[level]));
}
