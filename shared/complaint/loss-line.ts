import type { Currency } from "./money.ts";
import type { Playbook, PriceListLine } from "./playbook.ts";
import type { Purchase } from "./relationship.ts";

/** Where the price of a loss was read: a line of the customer's purchases, or the brand's price list. */
export type LossLine = {
  readonly from: { readonly kind: "purchase" | "price-list"; readonly id: string };
  readonly product: string;
  readonly category: string;
  /** What was paid, minor units, above 0. */
  readonly priceMinor: number;
  /** What the goods cost the brand, minor units. */
  readonly costMinor: number;
  readonly shareWhenPartMissing?: number;
  readonly date?: string;
  /** Where it was bought, as the purchase says. */
  readonly store?: string;
};

/** A purchase of the same category counts as the loss only this long after the day; the very product counts always. */
const categoryDays = 90;
/** With no product named, the only purchase of so many days is the one that is meant. */
const onlyRecentDays = 30;

const dayNumber = (isoDate: string): number => Math.floor(Date.parse(isoDate) / 86_400_000);
const folded = (s: string): string => s.normalize("NFKC").toLowerCase();

const isOfLine = (purchase: Purchase, line: PriceListLine): boolean => {
  const product = folded(purchase.product);
  const names = [line.names.en, line.names.fi, line.names.sv].flatMap((words) => words ?? []);
  return product === line.id || names.some((name) => product.includes(folded(name)));
};

/**
 * The line that a loss is read from. The text only points at a product; the amount is read from the latest
 * purchase of that product, else the latest of its category within 90 days, else the price list. With no product
 * pointed at, the only purchase of the last 30 days counts; with several, nothing is guessed.
 *
 * @param product id of a price-list line that the text points at
 * @param now ISO instant; later purchases are not looked at
 * @returns undefined when no price is known
 */
export function lossLineOf(facts: {
  readonly purchases: readonly Purchase[];
  readonly product?: string | undefined;
  readonly playbook: Pick<Playbook, "priceList" | "relationship">;
  readonly currency: Currency;
  readonly now: string;
}): LossLine | undefined {
  const today = dayNumber(facts.now);
  const listed = facts.playbook.priceList.find((line) => line.id === facts.product);
  const bought = facts.purchases
    .filter((p) => p.amountMinor > 0 && p.currency === facts.currency && dayNumber(p.date) <= today)
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
  const purchase = listed
    ? (bought.find((p) => isOfLine(p, listed)) ??
      bought.find(
        (p) => folded(p.category) === folded(listed.category) && today - dayNumber(p.date) <= categoryDays,
      ))
    : onlyOne(bought.filter((p) => today - dayNumber(p.date) <= onlyRecentDays));
  if (purchase) return fromPurchase(purchase, listed, facts.playbook);
  if (!listed) return undefined;
  return {
    from: { kind: "price-list", id: listed.id },
    product: listed.id,
    category: listed.category,
    priceMinor: listed.priceMinor,
    costMinor: listed.costMinor,
    ...(listed.shareWhenPartMissing === undefined
      ? {}
      : { shareWhenPartMissing: listed.shareWhenPartMissing }),
  };
}

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

function fromPurchase(
  purchase: Purchase,
  listed: PriceListLine | undefined,
  playbook: Pick<Playbook, "priceList" | "relationship">,
): LossLine {
  const line =
    listed && isOfLine(purchase, listed) ? listed : playbook.priceList.find((l) => isOfLine(purchase, l));
  // Without a cost in the price list the brand's margin stands in; rounded up, so that a cost is never understated.
  const costMinor =
    line?.costMinor ??
    Math.ceil(purchase.amountMinor * Math.max(0, 1 - playbook.relationship.marginShare.value));
  const share = (line ?? listed)?.shareWhenPartMissing;
  return {
    from: { kind: "purchase", id: purchase.id },
    product: purchase.product,
    category: purchase.category,
    priceMinor: purchase.amountMinor,
    costMinor: Math.min(costMinor, purchase.amountMinor),
    date: purchase.date,
    ...(purchase.store === undefined ? {} : { store: purchase.store }),
    ...(share === undefined ? {} : { shareWhenPartMissing: share }),
  };
}
