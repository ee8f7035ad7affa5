import type { Instant } from "./ids.ts";
import type { Currency } from "./money.ts";
import { money, shareOf } from "./money.ts";
import { netOfReturns } from "./net-purchases.ts";
import type { Playbook } from "./playbook.ts";
import type { Customer, Purchase, Relationship } from "./relationship.ts";

/**
 * The pace at which a purchase stops telling what is still to come: half in a year.
 * Goods of one season come back after a year; a shorter half-life would forget skis every summer.
 */
const HALF_LIFE_MONTHS = 12;
/** How far ahead a relationship is reckoned. */
const HORIZON_MONTHS = 24;
const DAYS_PER_MONTH = 365.25 / 12;
const DAY_MS = 86_400_000;

export type RelationshipFacts = {
  readonly customer?: Customer;
  readonly purchases: readonly Purchase[];
  /** Our confirmed failures towards this person in the last 90 days, the present one not counted. */
  readonly ownFailuresLast90Days: number;
  readonly playbook: Pick<Playbook, "relationship">;
  readonly currency: Currency;
  readonly now: Instant;
};

/**
 * What a relationship is worth, in minor units of `currency`.
 *
 * `thanks` is a share of the margin earned. `expected` is the margin still expected over 24 months, discounted, as of
 * today. `level` is the highest of thanks, the expectation on any purchase day, and what a stranger is given: so
 * another purchase, a longer time or a longer silence never lowers it, and being known never costs anything.
 * A return takes its purchase back and nothing more. Purchases after `now` and of other customers are left out.
 * Without a customer or without purchases all is the segment's default. The writer's words and tone are no input.
 *
 * @throws {RangeError} when a purchase has another currency: the import must prevent it.
 */
export function valueRelationship(facts: RelationshipFacts): Relationship {
  const { customer, playbook, currency, now } = facts;
  const { marginShare, thanksShare, segmentDefaultMinor } = playbook.relationship;
  const today = now.slice(0, 10);
  const own = facts.purchases.filter(({ customer: buyer, date }) => buyer === customer?.id && date <= today);
  const foreign = own.find((purchase) => purchase.currency !== currency);
  if (foreign) throw new RangeError(`a purchase in ${foreign.currency} cannot be added to ${currency}`);

  const kept = netOfReturns(own);
  const spent = money(
    kept.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency,
  );
  const margin = shareOf(spent, marginShare.value);
  const thanks = shareOf(margin, thanksShare.value);
  const expectations = expectedSpend(kept, playbook, today);
  const expected = shareOf(money(Math.round(expectations.today), currency), marginShare.value);
  const peak = shareOf(money(Math.round(expectations.highest), currency), marginShare.value);
  const level = money(Math.max(thanks.minor, peak.minor, Math.round(segmentDefaultMinor.value)), currency);
  const churnRise = churnRiseAfter(facts.ownFailuresLast90Days, playbook);
  const since = customer?.since ?? kept[0]?.date;
  const bought = own.filter(({ amountMinor }) => amountMinor > 0);
  return {
    ...(customer === undefined ? {} : { customer: customer.id }),
    ...(since === undefined ? {} : { since }),
    purchases: bought.length,
    categories: [...new Set(bought.map(({ category }) => category))].toSorted(),
    spent,
    margin,
    thanks,
    expected,
    level,
    atRisk: shareOf(level, churnRise),
    churnRise,
    basis: bought.length > 0 ? "purchases" : "segment-default",
    computedAt: now,
  };
}

/** Our own earlier failure adds once, however many there were: it is the surest sign that somebody leaves. */
function churnRiseAfter(failures: number, playbook: Pick<Playbook, "relationship">): number {
  const { churnRise, churnRiseAfterOwnFailure } = playbook.relationship;
  return Math.min(1, churnRise.value + (failures > 0 ? churnRiseAfterOwnFailure.value : 0));
}

/**
 * Spend expected over the horizon, discounted, in minor units: today, and the highest on any purchase day.
 *
 * The monthly pace on a day is the sum of earlier amounts, each halved per half-life and times ln 2 ÷ half-life: for
 * somebody who buys steadily this is what they spend a month. A positive amount on any day can only raise it, which
 * an average since the first purchase would not keep: an old purchase found later would lower it.
 */
function expectedSpend(
  kept: readonly Purchase[],
  playbook: Pick<Playbook, "relationship">,
  today: string,
): { today: number; highest: number } {
  const months = discountedMonths(playbook.relationship.monthlyDiscount.value);
  let weighted = 0;
  let highest = 0;
  let last = kept[0]?.date ?? today;
  for (const { date, amountMinor } of kept) {
    weighted = weighted * fadedBetween(last, date) + amountMinor;
    highest = Math.max(highest, weighted);
    last = date;
  }
  const toSpend = (Math.LN2 / HALF_LIFE_MONTHS) * months;
  return { today: weighted * fadedBetween(last, today) * toSpend, highest: highest * toSpend };
}

const fadedBetween = (from: string, to: string): number =>
  2 ** -((Date.parse(to) - Date.parse(from)) / DAY_MS / DAYS_PER_MONTH / HALF_LIFE_MONTHS);

/** What one unit a month over the horizon is worth today at the monthly rate `discount`. */
function discountedMonths(discount: number): number {
  let sum = 0;
  for (let month = 1; month <= HORIZON_MONTHS; month++) sum += (1 + discount) ** -month;
  return sum;
}
