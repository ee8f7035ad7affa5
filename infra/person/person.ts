import type { AuthorId, BrandId, CustomerId } from "../../shared/complaint/ids.ts";
import type { Named } from "./named-in.ts";

/** Somebody of whom something is stored: a customer with the ids of what they bought, or an account. */
export type Person =
  | {
      readonly kind: "customer";
      readonly brand: BrandId;
      readonly id: CustomerId;
      readonly purchases: readonly string[];
    }
  | { readonly kind: "author"; readonly brand: BrandId; readonly id: AuthorId };

/** Under what the person stands in a table. */
export const namedOf = (person: Person): Named => ({
  ids: new Set([person.id]),
  lines: new Set(person.kind === "customer" ? person.purchases : []),
});
