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

/** What the expectation rests on: a model fitted on all customers, or the decay rule where there is none to be used. */
const Forecast = z.discriminatedUnion("by", [
  z.object({ by: z.literal("decay") }),
  z.object({
    by: z.literal("lifetime-model"),
    fittedAt: Instant,
    /** How many customers it was fitted on. */
    customers: z.int(),
    chanceAlive: z.number().min(0).max(1),
    /** Over 24 months. */
    purchases: z.number().min(0),
    spendAtATime: Money,
    /** Margin in eight outcomes of ten, by their number of purchases at the spend expected at a time. */
    least: Money,
    most: Money,
  }),
]);

const labels = [
  "spent",
  "margin-share",
  "margin",
  "thanks-share",
  "thanks",
  "chance-alive",
  "purchases-expected",
  "spend-at-a-time",
  "expected",
  "highest",
  "segment-default",
  "level",
  "churn-rise",
  "at-risk",
] as const;

/** One line of the arithmetic: what, how much, and where the figure comes from. */
export const RelationshipStep = z.object({
  label: z.enum(labels),
  figure: z.union([
    z.object({ money: Money }),
    z.object({ share: z.number() }),
    z.object({ count: z.number() }),
  ]),
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("purchases") }),
    /** A figure of the playbook, with its own words on where it comes from. */
    z.object({ kind: z.literal("playbook"), words: z.string() }),
    z.object({ kind: z.literal("lifetime-model") }),
    z.object({ kind: z.literal("decay") }),
    /** Reckoned from lines above. */
    z.object({ kind: z.literal("product"), of: z.array(z.enum(labels)) }),
    z.object({ kind: z.literal("greatest"), of: z.array(z.enum(labels)) }),
  ]),
});
export type RelationshipStep = z.infer<typeof RelationshipStep>;

/**
 * What the relationship has been and what may still come, in figures that could be read to the person's face.
 * `level` is the higher of thanks (a share of the margin already earned) and the highest expectation on any
 * purchase day, so that neither silence nor one more purchase ever lowers it.
 * `atRisk` = level × the rise in the chance of leaving. `basis` names what the figures stand on, `forecast` what the
 * expectation does, `arithmetic` each figure with its source; both are absent from records made before they were kept.
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
  forecast: Forecast.optional(),
  arithmetic: z.array(RelationshipStep).optional(),
  computedAt: Instant,
});
export type Relationship = z.infer<typeof Relationship>;
