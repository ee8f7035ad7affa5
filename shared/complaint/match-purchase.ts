import type { Evidence } from "./author-match.ts";
import { type Asked, type Band, bandsOf } from "./match-band.ts";
import { rounded } from "./match-name.ts";
import { bitsOf } from "./match-score.ts";
import { MATCH_WEIGHTS } from "./match-weights.ts";
import type { Playbook } from "./playbook.ts";
import type { Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";
import { dayOf } from "./sold-counts.ts";

/**
 * A post is about one purchase. Each purchase of the candidate is tried for how well it alone explains what is said
 * of product, store, day and sum, and the best is taken. What agrees is worth more the rarer it is in the register
 * in those days, and less the more purchases the candidate has to choose from: `u` is the chance that somebody with
 * as many has one such.
 */
export function purchaseEvidence(asked: Asked, bought: readonly Purchase[]): Evidence[] {
  const { said } = asked;
  const saysWhat = said.products.size > 0 || (said.categories.size > 0 && !said.claimsBreadth);
  if (!saysWhat && said.stores.size + said.amounts.length + said.windows.length === 0) return [];
  const hasStores = bought.some(({ store }) => store !== undefined);
  let best: Evidence[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const band of bandsOf(asked, bought)) {
    // No purchase at all explains it: what is said is contradicted, and the days are.
    for (const purchase of band.level === "against" ? [undefined, ...band.purchases] : band.purchases) {
      const all = explains(purchase, band, asked, hasStores);
      const bits = all.reduce((sum, one) => sum + one.bits, 0);
      if (bits > most) [best, most] = [all, bits];
    }
  }
  return best;
}

function explains(purchase: Purchase | undefined, band: Band, asked: Asked, hasStores: boolean): Evidence[] {
  const what = whatEvidence(purchase, band, asked);
  const store = hasStores
    ? storeEvidence(purchase, what.length > 0 ? band.uOfStore : band.uOfAnyStore, asked)
    : [];
  const amount = amountEvidence(paidIn(purchase, band, asked), what[0], asked);
  const facts = [...what, ...store, ...amount];
  const tells = asked.said.windows.length > 0 || facts.some(({ bits }) => bits > 0);
  return tells ? [...facts, dateEvidence(band, asked.said)] : facts;
}

const agreeing = (kind: Evidence["kind"], level: Evidence["level"], m: number, u: number): Evidence => ({
  kind,
  level,
  bits: rounded(bitsOf({ m, u: Math.min(1, u) })),
});

/** Not having something rare contradicts little: `u` of a contradiction is at least this. */
const LEAST_UNLIKE = 0.5;

function whatEvidence(
  purchase: Purchase | undefined,
  { uOfProducts, uOfSorts }: Band,
  { said, playbook, sorts }: Asked,
): Evidence[] {
  if (said.products.size > 0) {
    const weight = MATCH_WEIGHTS.product;
    if (purchase !== undefined && said.products.has(purchase.product))
      return [agreeing(kindOf(said.products, playbook), "exact", weight.exact.m, uOfProducts)];
    if (purchase !== undefined && said.claimsBreadth && said.categories.has(purchase.category)) return [];
    if (purchase !== undefined && sorts.has(purchase.category))
      return [agreeing("product", "weak", weight.weak.m, Math.max(weight.weak.m / 2, uOfSorts))];
    const { m } = said.isCued ? weight.against : weight.mentionedAgainst;
    return [agreeing("product", "against", m, Math.max(LEAST_UNLIKE, 1 - uOfProducts))];
  }
  if (sorts.size === 0) return [];
  const weight = MATCH_WEIGHTS.category;
  if (purchase !== undefined && sorts.has(purchase.category))
    return [agreeing("category", "exact", weight.exact.m, uOfSorts)];
  const isOnlyMentioned = [...sorts].every((sort) => said.mentioned.has(sort));
  if (isOnlyMentioned) return [];
  return [agreeing("category", "against", weight.against.m, Math.max(LEAST_UNLIKE, 1 - uOfSorts))];
}

/** "A laptop" is a sort of goods; "the Litware E080" is a product. */
const WIDE_PRODUCTS = 20;
const kindOf = (products: ReadonlySet<string>, { priceList }: Pick<Playbook, "priceList">) =>
  products.size > Math.min(WIDE_PRODUCTS, priceList.length / 4) ? "category" : "product";

function storeEvidence(purchase: Purchase | undefined, u: number, { said }: Asked): Evidence[] {
  if (said.stores.size === 0) return [];
  const weight = MATCH_WEIGHTS.store;
  return purchase?.store !== undefined && said.stores.has(purchase.store)
    ? [agreeing("store", "exact", weight.exact.m, u)]
    : [agreeing("store", "against", weight.against.m, Math.max(LEAST_UNLIKE, 1 - u))];
}

function dateEvidence({ level, uOfDays }: Band, said: Said): Evidence {
  if (said.windows.length > 0) return agreeing("date", level, MATCH_WEIGHTS.date[level].m, uOfDays);
  // A customer who has bought lately is likelier to write, whatever they say of when.
  const { m } = MATCH_WEIGHTS.lately;
  return level === "exact"
    ? agreeing("date", "weak", m, uOfDays)
    : agreeing("date", "against", 1 - m, uOfDays);
}

/** Round sums come to many minds: none is rarer than one in a hundred. */
const LEAST_AMOUNT_SHARE = 0.01;

/** An old purchase speaks through what it was, not through what it cost: the register by name keeps no old sums. */
const SUMS_KEPT_DAYS = 90;

const paidIn = (purchase: Purchase | undefined, { level }: Band, { postDay }: Asked): number | undefined =>
  purchase === undefined || (level === "against" && postDay - dayOf(purchase.date) > SUMS_KEPT_DAYS)
    ? undefined
    : purchase.amountMinor;

function amountEvidence(
  paid: number | undefined,
  what: Evidence | undefined,
  { said, shares }: Asked,
): Evidence[] {
  if (said.amounts.length === 0) return [];
  const follows = what?.kind === "product" && what.level === "exact";
  const isNear = (share: number) =>
    paid !== undefined && said.amounts.some((sum) => Math.abs(sum - paid) <= paid * share);
  const level = isNear(0) ? "exact" : isNear(0.1) ? "close" : "against";
  const weight = MATCH_WEIGHTS[follows ? "amountOfProduct" : "amount"][level];
  if (follows || level === "against") return [agreeing("amount", level, weight.m, weight.u)];
  const width = level === "exact" ? 0 : 0.1;
  const shareOf = (sum: number) =>
    shares.ofAmounts(Math.floor(sum * (1 - width)), Math.ceil(sum * (1 + width)));
  return [agreeing("amount", level, weight.m, Math.max(LEAST_AMOUNT_SHARE, ...said.amounts.map(shareOf)))];
}
