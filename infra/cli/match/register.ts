import { filingKeys, queryKeys } from "../../../shared/complaint/blocking.ts";
import type { CustomerId } from "../../../shared/complaint/ids.ts";
import type { Candidate } from "../../../shared/complaint/match-author.ts";
import type { Population } from "../../../shared/complaint/match-name.ts";
import { sharesOf } from "../../../shared/complaint/match-shares.ts";
import { nameTokens } from "../../../shared/complaint/names.ts";
import type { Customer, Purchase } from "../../../shared/complaint/relationship.ts";
import { countRegister } from "../../../shared/complaint/sold-counts.ts";

/** Customers and purchases in memory, found by the same keys as in the table. */
export type Register = {
  /** Who may be meant by a name, from at most three keys. */
  candidates(name: string): Candidate[];
  readonly population: Population;
};

/** What is read of the two files, line by line; the words that many lines share are kept once. */
export class RegisterReader {
  readonly #customers = new Map<CustomerId, Customer>();
  readonly #purchases = new Map<CustomerId, Purchase[]>();
  readonly #words = new Map<string, string>();

  /** @returns false where the id is there already */
  addCustomer(customer: Customer): boolean {
    if (this.#customers.has(customer.id)) return false;
    this.#customers.set(customer.id, customer);
    return true;
  }

  /** @returns false where nobody has this id */
  addPurchase(purchase: Purchase): boolean {
    const id = this.#customers.get(purchase.customer)?.id;
    if (id === undefined) return false;
    const kept: Purchase = {
      ...purchase,
      customer: id,
      date: this.#once(purchase.date),
      product: this.#once(purchase.product),
      category: this.#once(purchase.category),
      ...(purchase.store === undefined ? {} : { store: this.#once(purchase.store) }),
    };
    const of = this.#purchases.get(id);
    if (of === undefined) this.#purchases.set(id, [kept]);
    else of.push(kept);
    return true;
  }

  /** Everything that was bought, in the order of the customers. */
  *purchases(): Generator<Purchase> {
    for (const of of this.#purchases.values()) yield* of;
  }

  done(): Register {
    const byKey = new Map<string, CustomerId[]>();
    const carrying = new Map<string, number>();
    for (const { id, name } of this.#customers.values()) {
      for (const key of filingKeys(name ?? "")) {
        const filed = byKey.get(key);
        if (filed === undefined) byKey.set(key, [id]);
        else filed.push(id);
      }
      for (const token of new Set(nameTokens(name ?? "")))
        carrying.set(token, (carrying.get(token) ?? 0) + 1);
    }
    const customers = this.#customers.size;
    return {
      candidates: (name) => {
        const ids = new Set(queryKeys(name).flatMap((key) => byKey.get(key) ?? []));
        return [...ids].flatMap((id) => {
          const customer = this.#customers.get(id);
          return customer === undefined ? [] : [{ customer, purchases: this.#purchases.get(id) ?? [] }];
        });
      },
      population: {
        customers,
        nameFrequency: (token) => (carrying.get(token) ?? 0) / Math.max(1, customers),
        shares: sharesOf(countRegister(this.#purchases.values(), customers)),
      },
    };
  }

  #once(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }
}
