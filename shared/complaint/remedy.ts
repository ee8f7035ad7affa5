import * as z from "zod";
import { StopCase } from "./assessment.ts";
import { IncidentId } from "./ids.ts";
import { Money } from "./money.ts";

/** What is given. The kind follows the loss: money for money, exchange for goods, redo for service, attention for inattention. */
export const RemedyKind = z.enum([
  "exchange",
  "replacement",
  "refund",
  "part-refund",
  "redo",
  "voucher",
  "attention",
  "own-idea",
]);
export type RemedyKind = z.infer<typeof RemedyKind>;

/**
 * A remedy with what it is worth to the customer and what it costs the brand (goods at cost, not at price).
 * `owed` + `goodwill` = `cost`. What is owed is the writer's own and not charged to goodwill.
 */
export const Remedy = z.object({
  kind: RemedyKind,
  /** What the customer gets, where it is an amount. */
  value: Money.optional(),
  cost: Money,
  owed: Money,
  goodwill: Money,
  /** Id in the brand's price list, or the purchase line, that the amount was read from. */
  priceFrom: z.object({ kind: z.enum(["price-list", "purchase"]), id: z.string() }).optional(),
  /** An agent's own idea in the agent's words; shown to people inside only. */
  note: z.string().max(400).optional(),
});
export type Remedy = z.infer<typeof Remedy>;

/** A rule that spoke, with its figures. Rendered in the agent's language by `shared/language/reasons.ts`. */
export const Reason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), Money])),
});
export type Reason = z.infer<typeof Reason>;

/** The limits of the mandate, by name. */
export const LimitName = z.enum([
  "role-case",
  "customer-year",
  "agent-day",
  "brand-month",
  "price-factor",
  "value-share",
  /** How often a year a person's word alone is enough. It binds who signs, and no amount. */
  "believe-first",
]);
export type LimitName = z.infer<typeof LimitName>;

/** Cost of the remedy ÷ value at risk. `share` is absent when nothing is known of the relationship. */
export const Proportion = z.object({ cost: Money, atRisk: Money, share: z.number().optional() });
export type Proportion = z.infer<typeof Proportion>;

/**
 * What the loss is, claimed once at approval: the purchase line where it is known,
 * else person, situation and day (person = customer, else author, else the mention).
 */
export const LossKey = z.string().min(1).max(300);

/** The store whose no this remedy turns into a yes: one that the post names, else where it was bought. */
export const Overturned = z.object({ store: z.string() });
export type Overturned = z.infer<typeof Overturned>;

/** The writer's word alone stands for the loss: what is given is counted for the person. */
export const Believed = z.literal(true);
/**
 * The incident that gave the remedy, the state of it that did, and whose mandate stands behind it: who approves the
 * answer signs for what was set, not for an amount of their own.
 */
const OfIncident = z.object({ id: IncidentId, rev: z.int().min(1), role: z.enum(["agent", "manager"]) });

const common = {
  playbookVersion: z.int().min(0),
  situation: z.string().optional(),
  reasons: z.array(Reason),
};

/** The outcome of deciding: a value with reasons, never an error. */
export const Decision = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("remedy"),
    ...common,
    situation: z.string(),
    remedy: Remedy,
    alternatives: z.array(Remedy),
    /** Goodwill an agent may give here without asking: the smallest limit, and its name. */
    mandate: z.object({ limit: Money, boundBy: LimitName }),
    proportion: Proportion,
    lossKey: LossKey,
    /** What everybody with this loss gets: the greater of what is owed and the floor. */
    core: Remedy.optional(),
    /** What an amount may come to without touching goodwill; the core's cost where a record does not say. */
    beside: Money.optional(),
    /** What the core is worth to the customer: the amount, or the goods at their price. */
    coreWorth: Money.optional(),
    overturned: Overturned.optional(),
    believed: Believed.optional(),
    incident: OfIncident.optional(),
  }),
  z.object({
    outcome: z.literal("escalate"),
    ...common,
    situation: z.string(),
    proposal: Remedy,
    alternatives: z.array(Remedy),
    limitMet: LimitName,
    /** How high the limit is, and by how much what everybody gets is above what was left of it. */
    limit: Money.optional(),
    overBy: Money.optional(),
    mandate: z.object({ limit: Money, boundBy: LimitName }),
    proportion: Proportion,
    lossKey: LossKey,
    /** What everybody with this loss gets: the greater of what is owed and the floor. */
    core: Remedy.optional(),
    /** What an amount may come to without touching goodwill; the core's cost where a record does not say. */
    beside: Money.optional(),
    /** What the core is worth to the customer: the amount, or the goods at their price. */
    coreWorth: Money.optional(),
    overturned: Overturned.optional(),
    believed: Believed.optional(),
    incident: OfIncident.optional(),
  }),
  z.object({
    outcome: z.literal("stop"),
    ...common,
    stopCase: StopCase,
    /** Role or name on call, from the playbook. */
    onCall: z.string(),
    /** What must be kept, in the playbook's words. */
    keep: z.array(z.string()),
  }),
  /** The topic is frozen: one remedy and one text are set for all, and until then nothing is drafted or given. */
  z.object({ outcome: z.literal("frozen"), ...common, situation: z.string(), incident: IncidentId }),
  /** The agent answers in own words; nothing is given by the machine. */
  z.object({
    outcome: z.literal("by-hand"),
    ...common,
    /** What an agent may give here of own accord; absent where nothing may be given. */
    mandate: z.object({ limit: Money, boundBy: LimitName }).optional(),
  }),
]);
export type Decision = z.infer<typeof Decision>;
