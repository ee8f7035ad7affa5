import type { AuthorId, BrandId, CustomerId } from "../complaint/ids.ts";
import type { Customer, Purchase } from "../complaint/relationship.ts";

/** A lasting link from an account to a customer: what proves it and who confirmed it. */
export type ConfirmedLink = {
  readonly author: AuthorId;
  readonly customer: CustomerId;
  readonly confirmedBy: string;
  readonly at: string;
};

/** Customers and what they bought. */
export type PurchaseHistory = {
  /** Customers under any of at most three name keys, at most 50 each. */
  customersByNameKeys(brand: BrandId, keys: readonly string[]): Promise<readonly Customer[]>;
  customer(brand: BrandId, id: CustomerId): Promise<Customer | undefined>;
  purchasesOf(brand: BrandId, customer: CustomerId): Promise<readonly Purchase[]>;
  confirmedLink(brand: BrandId, author: AuthorId): Promise<ConfirmedLink | undefined>;
  /** How many customers there are, and how many carry a folded name part: for rare names to weigh more. */
  population(
    brand: BrandId,
    nameParts: readonly string[],
  ): Promise<{ customers: number; carrying: ReadonlyMap<string, number> }>;
};

/** Writing side: import, and links that an agent confirms or undoes. */
export type CustomerRecords = {
  putCustomer(
    brand: BrandId,
    customer: Customer,
    nameKeys: readonly string[],
    nameParts: readonly string[],
  ): Promise<void>;
  putPurchases(brand: BrandId, purchases: readonly Purchase[]): Promise<void>;
  confirmLink(brand: BrandId, link: ConfirmedLink): Promise<void>;
  undoLink(brand: BrandId, author: AuthorId): Promise<void>;
};
