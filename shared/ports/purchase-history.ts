import type { AuthorId, BrandId, CustomerId } from "../complaint/ids.ts";
import type { Currency } from "../complaint/money.ts";
import type { FiledCustomer } from "../complaint/purchase-facts.ts";
import type { Customer, Purchase } from "../complaint/relationship.ts";
import type { RunningFigures } from "../complaint/running-figures.ts";
import type { SoldCounts } from "../complaint/sold-counts.ts";

/** A lasting link from an account to a customer: what proves it and who confirmed it. */
export type ConfirmedLink = {
  readonly author: AuthorId;
  readonly customer: CustomerId;
  readonly confirmedBy: string;
  readonly at: string;
};

/**
 * How many customers there are, how many carry a folded name word, and what is sold when; `sold` is absent where nobody
 * has counted yet.
 */
export type Counts = {
  readonly customers: number;
  readonly carrying: ReadonlyMap<string, number>;
  readonly sold?: SoldCounts;
};

/** At most so many words are counted in one look; a match has twelve read units in all. */
export const MOST_COUNTED_WORDS = 6;

/** Customers and what they bought. */
export type PurchaseHistory = {
  /**
   * Customers under any of at most three name keys with what a match compares, those who bought last first. A very
   * common key is cut off: who bought longest ago is not seen.
   *
   * @param sold every product, sort of goods and store that a post can name; other words come back as codes
   */
  customersByNameKeys(
    brand: BrandId,
    keys: readonly string[],
    sold: readonly string[],
  ): Promise<readonly FiledCustomer[]>;
  customer(brand: BrandId, id: CustomerId): Promise<Customer | undefined>;
  /** Every line, in no order that may be relied on. */
  purchasesOf(brand: BrandId, customer: CustomerId): Promise<readonly Purchase[]>;
  /** As of the last settling. */
  figuresOf(brand: BrandId, customer: CustomerId): Promise<RunningFigures | undefined>;
  confirmedLink(brand: BrandId, author: AuthorId): Promise<ConfirmedLink | undefined>;
  /**
   * For rare names and rare goods to weigh more.
   *
   * @param words the first six are counted
   * @param sold as in `customersByNameKeys`
   */
  population(brand: BrandId, words: readonly string[], sold: readonly string[]): Promise<Counts>;
};

/** How many of a batch were new or other than before, and how many stood there already. */
export type Written = { readonly written: number; readonly alreadyThere: number };

/**
 * A load of customers and purchases. Whoever is touched is noted before anything is written and is settled at the end:
 * figures, rows by name and counts follow from all that is known of the customer then. A load that was killed is begun
 * again with the same name.
 */
export type CustomerLoad = {
  putCustomers(customers: readonly Customer[]): Promise<Written>;
  putPurchases(purchases: readonly Purchase[]): Promise<Written>;
  /**
   * Settles everyone noted by this load, and by others that were left behind.
   * @param onSettled called after some, with how many are done
   */
  settle(onSettled?: (done: number) => void): Promise<{ settled: number; unknown: number }>;
};

/** Writing side: loads, single purchases, and links that an agent confirms or undoes. */
export type CustomerRecords = {
  /** States the brand's one currency. @returns the one that stands; another is never put over it */
  stateCurrency(brand: BrandId, currency: Currency): Promise<Currency>;
  currencyOf(brand: BrandId): Promise<Currency | undefined>;
  /** @param name the same for the same input; @param now ISO 8601 */
  load(brand: BrandId, name: string, now: string): CustomerLoad;
  /**
   * One purchase, settled at once. Twice is once.
   * @param buyer who bought, stored if not known yet; a customer who is known is not changed by an order
   */
  recordPurchase(brand: BrandId, purchase: Purchase, buyer?: Customer): Promise<void>;
  /** Counts anew what is sold, unless that was done on this day. @param now ISO 8601 */
  countSold(brand: BrandId, now: string): Promise<void>;
  /** Everything of a customer but confirmed links: what they bought, figures, rows by name, their place in the counts. */
  eraseCustomer(brand: BrandId, id: CustomerId): Promise<void>;
  confirmLink(brand: BrandId, link: ConfirmedLink): Promise<void>;
  undoLink(brand: BrandId, author: AuthorId): Promise<void>;
};
