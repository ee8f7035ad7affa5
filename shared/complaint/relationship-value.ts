import { expectationOf } from "./expectation.ts";
import type { Instant } from "./ids.ts";
import type { LifetimeModel } from "./lifetime/lifetime-model.ts";
import type { Currency } from "./money.ts";
import { money, shareOf } from "./money.ts";
import { netOfReturns } from "./net-purchases.ts";
import type { Playbook } from "./playbook.ts";
import type { Customer, Purchase, Relationship } from "./relationship.ts";
import { relationshipArithmetic } from "./relationship-arithmetic.ts";

export type RelationshipFacts = {
  readonly customer?: Customer;
  readonly purchases: readonly Purchase[];
  /** Our confirmed failures towards this person in the last 90 days, the present one not counted. */
  readonly ownFailuresLast90Days: number;
  readonly playbook: Pick<Playbook, "relationship">;
  readonly currency: Currency;
  readonly now: Instant;
  /** Of the brand's customers; without one the decay rule tells what is expected. */
  readonly model?: LifetimeModel | undefined;
};

/**
 * What a relationship is worth, in minor units of `currency`.
 *
 * `thanks` is a share of the margin earned. `expected` is the margin still expected over 24 months, discounted, as of
 * today. `level` is the highest of thanks, the expectation on any purchase day, and what a stranger is given: so
 * another purchase, a longer time or a longer silence never lowers it, and being known never costs anything. What is
 * expected is told by the brand's fitted model, or by the decay rule where there is none; `forecast` says which.
 * A return takes its purchase back and nothing more. Purchases after `now` and of other customers are left out.
 * Without a customer or without purchases all is the segment's default. The writer's words and tone are no input.
 *
 * @throws {RangeError} when a purchase has another currency: the import must prevent it.
 */
export function valueRelationship(facts: RelationshipFacts): Relationship {
  const { customer, playbook, currency, now } = facts;
  const { marginShare, thanksShare, segmentDefaultMinor, monthlyDiscount } = playbook.relationship;
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
  const expectation = expectationOf({
    kept,
    currency,
    marginShare: marginShare.value,
    monthlyDiscount: monthlyDiscount.value,
    today,
    model: facts.model,
  });
  const level = money(
    Math.max(thanks.minor, expectation.highest.minor, Math.round(segmentDefaultMinor.value)),
    currency,
  );
  const churnRise = churnRiseAfter(facts.ownFailuresLast90Days, playbook);
  const since = customer?.since ?? kept[0]?.date;
  const bought = own.filter(({ amountMinor }) => amountMinor > 0);
  const figures = {
    spent,
    margin,
    thanks,
    level,
    atRisk: shareOf(level, churnRise),
    churnRise,
    basis: bought.length > 0 ? ("purchases" as const) : ("segment-default" as const),
  };
  return {
    ...(customer === undefined ? {} : { customer: customer.id }),
    ...(since === undefined ? {} : { since }),
    purchases: bought.length,
    categories: [...new Set(bought.map(({ category }) => category))].toSorted(),
    ...figures,
    expected: expectation.today,
    forecast: expectation.forecast,
    arithmetic: relationshipArithmetic(figures, expectation, playbook, facts.ownFailuresLast90Days > 0),
    computedAt: now,
  };
}

/** Our own earlier failure adds once, however many there were: it is the surest sign that somebody leaves. */
function churnRiseAfter(failures: number, playbook: Pick<Playbook, "relationship">): number {
  const { churnRise, churnRiseAfterOwnFailure } = playbook.relationship;
  return Math.min(1, churnRise.value + (failures > 0 ? churnRiseAfterOwnFailure.value : 0));
}
