import * as z from "zod";
import { StopCase } from "./assessment.ts";
import { BrandId, Lang } from "./ids.ts";
import { ImportLayout } from "./import-layout.ts";
import { Currency } from "./money.ts";
import { RemedyKind } from "./remedy.ts";

/** Words per language; a language that is absent is not covered. */
const Words = z
  .object({ en: z.array(z.string()), fi: z.array(z.string()), sv: z.array(z.string()) })
  .partial();
const Sentence = z.object({ en: z.string(), fi: z.string(), sv: z.string() }).partial();

/** Something with a price, read instead of any number in a post. */
export const PriceListLine = z.strictObject({
  id: z.string(),
  names: Words,
  category: z.string(),
  /** What the customer pays, minor units. */
  priceMinor: z.int().positive(),
  /** What it costs the brand, minor units. */
  costMinor: z.int().min(0),
  /** Share of the price that is owed back when a part was missing. */
  shareWhenPartMissing: z.number().min(0).max(1).optional(),
});
export type PriceListLine = z.infer<typeof PriceListLine>;

/**
 * One step of what may be given. `share` is of the price paid; `amountMinor` a fixed sum; neither for exchange,
 * replacement and redo, whose cost is the goods' cost, and for attention, which costs nothing. A refund with neither
 * is the difference that a receipt shows: the kind is certain, the amount is read from the receipt by the agent.
 */
export const RemedyRule = z.strictObject({
  kind: RemedyKind.exclude(["own-idea"]),
  share: z.union([z.number().min(0).max(1.5), z.literal("when-part-missing")]).optional(),
  amountMinor: z.int().positive().optional(),
});
export type RemedyRule = z.infer<typeof RemedyRule>;

/**
 * A situation of the playbook. `owed` is what law or fairness gives, `floor` the smallest decent remedy for
 * everybody with this loss, `goodwill` the ladder of what the relationship may add, best fit first.
 * `recognise` holds phrases: words that must stand near each other, `*` for any ending, `…` for any words between.
 */
export const Situation = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** As agents read it; the id where it is absent. */
  name: Sentence.optional(),
  recognise: Words,
  /** What the writer should be left with, in the brand's words, for the agent. */
  feeling: Sentence,
  loss: z.enum(["money", "goods", "service", "attention"]),
  owed: RemedyRule.optional(),
  floor: RemedyRule,
  goodwill: z.array(RemedyRule),
  ask: Sentence.optional(),
  /** A store said no, and a remedy here says yes after all: that store is told, where it is known. */
  overturns: z.boolean().optional(),
  prefer: Words.optional(),
  avoid: Words.optional(),
});
export type Situation = z.infer<typeof Situation>;

/** Limits for one role, minor units; they bind goodwill only. */
export const RoleMandate = z.strictObject({
  perCaseMinor: z.int().min(0),
  perCustomerYearMinor: z.int().min(0),
  perAgentDayMinor: z.int().min(0),
});

/** A figure of the relationship arithmetic with where it comes from. */
const Sourced = z.strictObject({ value: z.number().min(0), source: z.string().min(3) });

export const Playbook = z.strictObject({
  languages: z.array(Lang).min(1),
  ownNames: z.array(z.string()).min(1),
  hashtags: z.array(z.string()),
  competitors: z.array(z.strictObject({ id: z.string(), name: z.string(), aliases: z.array(z.string()) })),
  priceList: z.array(PriceListLine),
  /** `lang`: what its staff read; the playbook's first language where it is absent. */
  stores: z.array(
    z.strictObject({ id: z.string(), name: z.string(), city: z.string(), lang: Lang.optional() }),
  ),
  voice: z.strictObject({
    register: z.strictObject({ fi: z.enum(["sinä", "te"]), sv: z.enum(["du", "ni"]) }),
    prefer: Words,
    avoid: Words,
  }),
  believeFirstMinor: z.int().min(0),
  mandate: z.strictObject({
    roles: z.strictObject({ agent: RoleMandate, manager: RoleMandate }),
    brandMonthMinor: z.int().min(0),
    /**
     * So often in a year one person's word alone is enough; after that a named person gives what is due. 3 where it
     * is absent.
     */
    believeFirstTimesPerYear: z.int().min(0).optional(),
    /** A smaller sum is not given for the trouble alone, minor units: it would say less than none. 100 where absent. */
    leastGoodwillMinor: z.int().min(0).optional(),
    /** φ: goodwill may be at most this share of the value at risk. */
    shareOfValueAtRisk: z.number().min(0).max(1),
    /** Owed and goodwill together at most this many times the price paid. */
    priceFactor: z.number().min(1).max(1.5),
  }),
  relationship: z.strictObject({
    marginShare: Sourced,
    thanksShare: Sourced,
    monthlyDiscount: Sourced,
    /** Rise in the chance of leaving after a failure, and what our own earlier failure within 90 days adds. */
    churnRise: Sourced,
    churnRiseAfterOwnFailure: Sourced,
    /** Level of a relationship of which nothing is known, minor units. */
    segmentDefaultMinor: Sourced,
  }),
  situations: z.array(Situation).min(1),
  onCall: z.strictObject({ default: z.string(), byStopCase: z.partialRecord(StopCase, z.string()) }),
  keep: z.partialRecord(StopCase, z.array(z.string())),
  matching: z.strictObject({ facebook: z.boolean(), x: z.boolean() }),
  retention: z.strictObject({ mentionTextDays: z.int().positive(), asideTextDays: z.int().positive() }),
});
export type Playbook = z.infer<typeof Playbook>;

const Region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);
/** `eu.…`, `us.…`, `apac.…`: a profile that may run the model in several regions. `global.` may run it anywhere. */
const GEOGRAPHIC = /^(?:global|apac|[a-z]{2}(?:-gov)?)\./;

/**
 * A language model on Amazon Bedrock that may word drafts. Without it, and wherever it fails, the composer writes.
 * The grant is for this model alone, so it is made anew with each change of model (synth and deploy).
 */
export const ModelDrafter = z
  .strictObject({
    kind: z.literal("bedrock"),
    /** Of a foundation model, or of a geographic inference profile. */
    modelId: z.string().regex(/^[a-z0-9][a-z0-9-]*\.[a-z0-9.:-]+$/),
    /** Where the post is sent to. */
    region: Region,
    /** With a profile: every region where it may run the model, this one too. */
    profileRegions: z.array(Region).min(1).optional(),
    /** In and out together, a day of the brand's time zone; no call is begun that could go over it. */
    tokensPerDay: z.int().positive(),
  })
  .refine(({ modelId }) => !modelId.startsWith("global."), {
    path: ["modelId"],
    message:
      "with a global profile nobody can say where the post is read; choose a model or a profile of an area",
  })
  .refine(({ modelId, profileRegions }) => GEOGRAPHIC.test(modelId) === (profileRegions !== undefined), {
    path: ["profileRegions"],
    message:
      "stands with an inference profile (eu.…, us.…), and only there: the regions where it may run the model",
  });
export type ModelDrafter = z.infer<typeof ModelDrafter>;

/** Where the brand is: read at synth and by the pollers. */
export const Account = z.strictObject({
  name: z.string().min(1),
  timeZone: z.string().min(1),
  currency: Currency,
  /** How the shop's exports are written; our own names without. */
  import: ImportLayout.optional(),
  channels: z.strictObject({
    facebook: z.strictObject({ pageId: z.string().regex(/^\d+$/), secret: z.string().min(1) }).optional(),
    x: z
      .strictObject({
        userId: z.string().regex(/^\d+$/),
        handle: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
        /** Own names and hashtags to search beside the mentions. */
        search: z.array(z.string().min(2)),
        secret: z.string().min(1),
      })
      .optional(),
  }),
  /** Off where it is absent. */
  drafter: ModelDrafter.optional(),
});
export type Account = z.infer<typeof Account>;

/** One brand = one validated file. */
export const BrandFile = z.strictObject({ brand: BrandId, account: Account, playbook: Playbook });
export type BrandFile = z.infer<typeof BrandFile>;
