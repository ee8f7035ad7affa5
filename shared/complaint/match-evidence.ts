import type { Evidence } from "./author-match.ts";
import type { Instant } from "./ids.ts";
import { bitsOf, MATCH_WEIGHTS } from "./match-weights.ts";
import { compareNames, foldName } from "./names.ts";
import type { Playbook } from "./playbook.ts";
import type { Customer, Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";

/** A purchase older than this is not what a complaint of today is about. */
const RECENT_DAYS = 90;
const DAY_MS = 86_400_000;
const DAYS_PER_YEAR = 365.25;
/** "All our equipment", without saying which: at least so many sorts and purchases. */
const WIDE = { categories: 3, purchases: 8 };

/** Shares of customers: of those who bear a folded name word, and how many customers there are. */
export type Population = { customers: number; nameFrequency: (foldedToken: string) => number };

const evidence = (kind: Evidence["kind"], level: Evidence["level"], bits: number): Evidence[] => [
  { kind, level, bits: Math.round(bits * 1000) / 1000 },
];

/** Name evidence with term frequencies: a rare name says more than a common one. */
export function nameEvidence(written: string, onFile: string, population: Population): Evidence[] {
  const weights = MATCH_WEIGHTS.name;
  const rarest = 1 / Math.max(2, population.customers);
  const frequency = (token: string): number => {
    const share = population.nameFrequency(token);
    return Number.isFinite(share) ? Math.min(1, Math.max(rarest, share)) : rarest;
  };
  const comparison = compareNames(written, onFile, (token) => population.nameFrequency(token) > 0);
  let bits = 0;
  for (const pair of comparison.pairs) {
    const common = Math.max(frequency(pair.onFile), frequency(pair.written));
    if (pair.level === "exact") bits += bitsOf({ m: weights.exact.m, u: common });
    else if (pair.level === "variant" || pair.level === "nickname") {
      const weight = weights[pair.level];
      bits += bitsOf({ m: weight.m, u: common * weight.ofFrequency });
    } else bits += bitsOf(weights[pair.level]);
  }
  const contradicted = Math.min(comparison.leftWritten, comparison.leftOnFile);
  const leftOver = Math.max(comparison.leftWritten, comparison.leftOnFile) - contradicted;
  bits += contradicted * bitsOf(weights.contradicted) + leftOver * bitsOf(weights.leftOver);
  return evidence("name", comparison.level, Math.min(weights.capBits, bits));
}

/** A customer with what they had bought when the post was written, newest first. */
type Known = { customer: Customer; bought: readonly Purchase[]; postDay: number };

const dayOf = (date: string): number => Math.floor(Date.parse(date.slice(0, 10)) / DAY_MS);

/**
 * What the record confirms or contradicts of what the post says. Returns and purchases after the day of the post
 * are left out. Facts that follow from one another (product, sort, price) are not counted twice.
 */
export function factEvidence(
  said: Said,
  customer: Customer,
  purchases: readonly Purchase[],
  postedAt: Instant,
  playbook: Pick<Playbook, "priceList">,
): Evidence[] {
  const postDay = dayOf(postedAt);
  const bought = purchases
    .filter((purchase) => purchase.amountMinor > 0 && dayOf(purchase.date) <= postDay)
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
  const known = { customer, bought, postDay };
  const product = productEvidence(said, known, playbook);
  return [
    ...product.evidence,
    ...sortEvidence(said, known, playbook, product.sorts),
    ...momentEvidence(said, known, product.evidence[0]),
    ...placeEvidence(said, known),
    ...tenureEvidence(said, known),
  ];
}

const isRecent = (purchase: Purchase, postDay: number): boolean =>
  postDay - dayOf(purchase.date) <= RECENT_DAYS;

/** What the post says was bought, and the sorts of goods that this has spoken for. */
function productEvidence(
  said: Said,
  { bought, postDay }: Known,
  playbook: Pick<Playbook, "priceList">,
): { evidence: Evidence[]; sorts: ReadonlySet<string> } {
  const sorts = new Set(
    playbook.priceList.filter((line) => said.products.has(line.id)).map((line) => line.category),
  );
  if (said.products.size === 0) return { evidence: [], sorts };
  const its = bought.filter((purchase) => said.products.has(purchase.product));
  const lately = its.filter((purchase) => isRecent(purchase, postDay));
  const isSortLately = bought.some((purchase) => sorts.has(purchase.category) && isRecent(purchase, postDay));
  const level = lately.length > 0 ? "exact" : isSortLately ? "close" : its.length > 0 ? "weak" : "against";
  const weight = MATCH_WEIGHTS.product[level];
  // Where little is sold, everybody buys the same: the lunch of a lunch restaurant tells nobody apart.
  const u = level === "exact" ? Math.max(weight.u, said.products.size / playbook.priceList.length) : weight.u;
  const evidenceOfProduct = evidence("product", level, bitsOf({ m: weight.m, u: Math.min(weight.m, u) }));
  const spoken = lately.length > 0 ? new Set(lately.map((purchase) => purchase.category)) : sorts;
  return { evidence: evidenceOfProduct, sorts: spoken };
}

/** Sorts of goods beside those that the product has spoken for. */
function sortEvidence(
  said: Said,
  known: Known,
  playbook: Pick<Playbook, "priceList">,
  spoken: ReadonlySet<string>,
): Evidence[] {
  const named = [...said.categories].filter((sort) => !spoken.has(sort));
  const have = new Set(known.bought.map((purchase) => purchase.category));
  const hits = named.filter((sort) => have.has(sort)).length;
  if (named.length === 0) {
    const sold = new Set(playbook.priceList.map((line) => line.category)).size;
    if (!said.claimsBreadth || sold < WIDE.categories) return [];
    const isWide = have.size >= WIDE.categories && known.bought.length >= WIDE.purchases;
    const level = isWide ? "weak" : "against";
    return evidence("breadth", level, bitsOf(MATCH_WEIGHTS.wide[level]));
  }
  if (named.length === 1) {
    if (hits === 0 && named.every((sort) => said.mentioned.has(sort))) return [];
    const level = hits === 1 ? "exact" : "against";
    return evidence("category", level, bitsOf(MATCH_WEIGHTS.category[level]));
  }
  const isAll = hits === named.length;
  const level = isAll ? (hits >= 3 ? "exact" : "close") : hits * 2 >= named.length ? "weak" : "against";
  return evidence("breadth", level, bitsOf(MATCH_WEIGHTS.breadth[level]));
}

/** Date and amount, of the purchases that the post can be about. */
function momentEvidence(said: Said, { bought, postDay }: Known, product: Evidence | undefined): Evidence[] {
  const lately = bought.filter((purchase) => isRecent(purchase, postDay));
  const ofProduct = lately.filter((purchase) => said.products.has(purchase.product));
  const ofSort = lately.filter((purchase) => said.categories.has(purchase.category));
  const saysWhat = said.products.size + said.categories.size > 0;
  const about = ofProduct.length > 0 ? ofProduct : saysWhat ? ofSort : lately;
  // Nothing of the sort lately: the product or the sort has said so, and it is not said twice.
  if (about.length === 0 && saysWhat) return [];
  return [...dateEvidence(said, about, postDay), ...amountEvidence(said, about, product?.level === "exact")];
}

function dateEvidence(said: Said, about: readonly Purchase[], postDay: number): Evidence[] {
  if (said.windows.length === 0) return [];
  const isWithin = (slackDays: number) =>
    about.some((purchase) => {
      const days = postDay - dayOf(purchase.date);
      return said.windows.some(
        ({ fromDays, toDays }) => days >= fromDays - slackDays && days <= toDays + slackDays,
      );
    });
  const level = isWithin(0) ? "exact" : isWithin(7) ? "close" : "against";
  return evidence("date", level, bitsOf(MATCH_WEIGHTS.date[level]));
}

function amountEvidence(said: Said, about: readonly Purchase[], isOfProduct: boolean): Evidence[] {
  if (said.amounts.length === 0) return [];
  const isNear = (share: number) =>
    about.some(({ amountMinor }) =>
      said.amounts.some((sum) => Math.abs(sum - amountMinor) <= amountMinor * share),
    );
  const level = isNear(0) ? "exact" : isNear(0.1) ? "close" : "against";
  return evidence("amount", level, bitsOf(MATCH_WEIGHTS[isOfProduct ? "amountOfProduct" : "amount"][level]));
}

function placeEvidence(said: Said, { customer, bought }: Known): Evidence[] {
  const found: Evidence[] = [];
  if (said.stores.size > 0 && bought.some((purchase) => purchase.store !== undefined)) {
    const level = bought.some(({ store }) => store !== undefined && said.stores.has(store))
      ? "exact"
      : "against";
    found.push(...evidence("store", level, bitsOf(MATCH_WEIGHTS.store[level])));
  }
  if (said.cities.size > 0 && customer.city !== undefined) {
    const level = said.cities.has(foldName(customer.city)) ? "exact" : "against";
    found.push(...evidence("place", level, bitsOf(MATCH_WEIGHTS.place[level])));
  }
  return found;
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
