import * as z from "zod";
import { CustomerId, Instant } from "./ids.ts";
import { Currency, Money } from "./money.ts";

/** Someone in the purchase history. */
export const Customer = z.object({
  id: CustomerId,
  name: z.string().optional(),
  city: z.string().optional(),
  since: z.iso.date().optional(),
});
export type Customer = z.infer<typeof Customer>;

/** One line of a purchase; a return is a line with a negative amount. */
export const Purchase = z.object({
  id: z.string().min(1),
  customer: CustomerId,
  date: z.iso.date(),
  product: z.string(),
  category: z.string(),
  store: z.string().optional(),
  amountMinor: z.int(),
  currency: Currency,
});
export type Purchase = z.infer<typeof Purchase>;

/**
 * What the relationship has been and what may still come, in figures that could be read to the person's face.
 * `level` is the higher of thanks (a share of the margin already earned) and the highest expectation on any
 * purchase day, so that neither silence nor one more purchase ever lowers it.
 * `atRisk` = level × the rise in the chance of leaving. `basis` names what the figures stand on.
 */
export const Relationship = z.object({
  customer: CustomerId.optional(),
  since: z.iso.date().optional(),
  purchases: z.int().min(0),
  categories: z.array(z.string()),
  spent: Money,
  margin: Money,
  thanks: Money,
  expected: Money,
  level: Money,
  atRisk: Money,
  churnRise: z.number().min(0).max(1),
  basis: z.enum(["purchases", "segment-default"]),
  computedAt: Instant,
});
export type Relationship = z.infer<typeof Relationship>;
