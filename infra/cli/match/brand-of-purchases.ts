import type { Playbook } from "../../../shared/complaint/playbook.ts";
import type { Purchase } from "../../../shared/complaint/relationship.ts";
import { UNKNOWN_BRAND } from "../unknown-brand.ts";

/**
 * What a post can speak of where no brand file is given: the products, sorts of goods and stores that the purchases
 * name. A product is called what the purchases call it, and costs what it cost last.
 */
export function brandOfPurchases(purchases: Iterable<Purchase>): Playbook {
  const lines = new Map<string, Purchase>();
  const stores = new Set<string>();
  for (const purchase of purchases) {
    if (purchase.store !== undefined) stores.add(purchase.store);
    const known = lines.get(purchase.product);
    if (purchase.amountMinor > 0 && (known === undefined || known.date < purchase.date))
      lines.set(purchase.product, purchase);
  }
  return {
    ...UNKNOWN_BRAND,
    priceList: [...lines.values()].map(({ product, category, amountMinor }) => ({
      id: product,
      names: { en: [product] },
      category,
      priceMinor: amountMinor,
      costMinor: 0,
    })),
    stores: [...stores].map((name) => ({ id: name, name, city: name })),
    matching: { facebook: true, x: true },
  };
}
