import { CustomerId, type Instant } from "../../shared/complaint/ids.ts";
import { type Currency, Money, money } from "../../shared/complaint/money.ts";
import type { Purchase, Relationship } from "../../shared/complaint/relationship.ts";
import type { Decision, Reason } from "../../shared/complaint/remedy.ts";

/**
 * Who a hypothesis took the writer for is forgotten 30 days after the case was closed, and the relationship with it.
 * What is left is the decision: its reasons hold the price and the value at risk that it was made from.
 */

const valuesOf = (decision: Decision | undefined, code: string): Reason["values"] | undefined =>
  decision?.reasons.find((reason) => reason.code === code)?.values;

/** The purchase that the decision read its price from; none where it read another one, or none. */
export function rememberedPurchase(decision: Decision | undefined): readonly Purchase[] {
  const from = valuesOf(decision, "price-from-purchase");
  const price = Money.safeParse(from?.["price"]).data;
  const { product, date } = from ?? {};
  if (price === undefined || typeof product !== "string" || typeof date !== "string" || date === "")
    return [];
  const id = lineOf(decision) ?? "";
  return [
    {
      id,
      customer: CustomerId.parse("forgotten"),
      date,
      product,
      category: "",
      amountMinor: price.minor,
      currency: price.currency,
    },
  ];
}

/** The same loss keeps its key, so that it is made good once in the replay too. */
function lineOf(decision: Decision | undefined): string | undefined {
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return undefined;
  return decision.lossKey.startsWith("purchase:") ? decision.lossKey.slice("purchase:".length) : undefined;
}

/** The value at risk that the decision was made from, as a relationship of which nothing else is known. */
export function rememberedRelationship(
  decision: Decision | undefined,
  currency: Currency,
  computedAt: Instant,
): Relationship | undefined {
  if (decision?.outcome !== "remedy" && decision?.outcome !== "escalate") return undefined;
  const none = money(0, currency);
  const { atRisk } = decision.proportion;
  return {
    purchases: 0,
    categories: [],
    spent: none,
    margin: none,
    thanks: none,
    expected: none,
    level: atRisk,
    atRisk,
    churnRise: 1,
    basis: valuesOf(decision, "proportion") === undefined ? "segment-default" : "purchases",
    computedAt,
  };
}
