import fc from "fast-check";
import { type DecisionFacts, decide } from "../../shared/complaint/decide.ts";
import { CustomerId } from "../../shared/complaint/ids.ts";
import { Playbook, type RemedyRule } from "../../shared/complaint/playbook.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import { answering, exampleBrand, factsOf, relationshipWorth } from "../language/reply-world.ts";

const shop = exampleBrand("kenttakauppa");

/** Minor units, small and large, with nothing and one cent more often than chance would have them. */
export const anyAmount = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
);
/** Shares are written with two digits in a playbook. */
const share = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100);

export const moneyRule: fc.Arbitrary<RemedyRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom("refund" as const, "part-refund" as const), share: share(1.5) }),
  fc.record({
    kind: fc.constantFrom("part-refund" as const, "voucher" as const),
    amountMinor: fc.integer({ min: 1, max: 9000 }),
  }),
  fc.constant({ kind: "part-refund" as const, share: "when-part-missing" as const }),
);
/** Everything that a playbook may say, also a refund whose amount only a receipt shows. */
export const anyRule: fc.Arbitrary<RemedyRule> = fc.oneof(
  { weight: 5, arbitrary: moneyRule },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("exchange" as const, "replacement" as const, "redo" as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "attention" as const }, { kind: "refund" as const }) },
);

/** One brand, one loss and one moment, in plain figures that a law can turn up one at a time. */
export type World = {
  readonly price: number;
  /** What the goods cost the brand; a brand may sell below cost. */
  readonly costShare: number;
  readonly shareWhenPartMissing: number | undefined;
  /** The loss is a line that the customer bought, at this share of the list's price; else the price list's. */
  readonly boughtAt: number | undefined;
  readonly loss: "money" | "goods" | "service" | "attention";
  readonly owed: RemedyRule | undefined;
  readonly floor: RemedyRule;
  readonly goodwill: readonly RemedyRule[];
  readonly atRisk: number;
  readonly perCase: number;
  readonly perYear: number;
  readonly perDay: number;
  readonly month: number;
  readonly phi: number;
  readonly factor: number;
  readonly usedYear: number;
  readonly usedDay: number;
  readonly usedMonth: number;
};

export const anyWorld = (ladder: fc.Arbitrary<RemedyRule> = anyRule): fc.Arbitrary<World> =>
  fc.record({
    price: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 60_000 })),
    costShare: fc.oneof({ weight: 9, arbitrary: share(1) }, { weight: 1, arbitrary: share(2) }),
    shareWhenPartMissing: fc.option(share(1), { nil: undefined }),
    boughtAt: fc.option(
      fc.integer({ min: 50, max: 100 }).map((n) => n / 100),
      { nil: undefined },
    ),
    loss: fc.constantFrom("money", "goods", "service", "attention"),
    owed: fc.option(
      anyRule.filter(({ kind }) => kind !== "voucher"),
      { nil: undefined },
    ),
    floor: anyRule,
    goodwill: fc.array(ladder, { maxLength: 4 }),
    atRisk: anyAmount,
    perCase: anyAmount,
    perYear: anyAmount,
    perDay: anyAmount,
    month: anyAmount,
    phi: share(1),
    factor: fc.integer({ min: 100, max: 150 }).map((n) => n / 100),
    usedYear: anyAmount,
    usedDay: anyAmount,
    usedMonth: anyAmount,
  });

const bought = (world: World): readonly Purchase[] =>
  world.boughtAt === undefined
    ? []
    : [
        {
          id: "line-1",
          customer: CustomerId.parse("c1"),
          date: "2026-11-16",
          product: "thing",
          category: "c",
          amountMinor: paid(world),
          currency: "EUR",
        },
      ];

/** What the loss was paid. */
export const paid = (world: World): number =>
  world.boughtAt === undefined ? world.price : Math.max(1, Math.floor(world.price * world.boughtAt));

export function factsIn(world: World): DecisionFacts {
  const role = {
    perCaseMinor: world.perCase,
    perCustomerYearMinor: world.perYear,
    perAgentDayMinor: world.perDay,
  };
  const part = world.shareWhenPartMissing;
  const playbook = Playbook.parse({
    ...shop.playbook,
    priceList: [
      {
        id: "thing",
        names: { en: ["thing"] },
        category: "c",
        priceMinor: world.price,
        costMinor: Math.floor(world.price * world.costShare),
        ...(part === undefined ? {} : { shareWhenPartMissing: part }),
      },
    ],
    mandate: {
      roles: { agent: role, manager: role },
      brandMonthMinor: world.month,
      shareOfValueAtRisk: world.phi,
      priceFactor: world.factor,
    },
    situations: [
      {
        id: "it",
        recognise: {},
        feeling: {},
        loss: world.loss,
        ...(world.owed ? { owed: world.owed } : {}),
        floor: world.floor,
        goodwill: world.goodwill,
      },
    ],
  });
  return factsOf(shop, {
    playbook,
    assessment: answering("it"),
    product: "thing",
    purchases: bought(world),
    relationship: relationshipWorth(world.atRisk),
    budgets: {
      customerYearMinor: world.usedYear,
      agentDayMinor: world.usedDay,
      brandMonthMinor: world.usedMonth,
    },
  });
}

export type Proposal = Extract<Decision, { outcome: "remedy" | "escalate" }>;

/** Something is always proposed where there is a situation, however small the limits. */
export function proposalIn(facts: DecisionFacts): Proposal {
  const decision = decide(facts);
  if (decision.outcome !== "remedy" && decision.outcome !== "escalate")
    throw new Error(`nothing is proposed: ${decision.outcome}`);
  return decision;
}
export const given = (proposal: Proposal): Remedy =>
  proposal.outcome === "remedy" ? proposal.remedy : proposal.proposal;

const goods: ReadonlySet<string> = new Set(["exchange", "replacement", "redo"]);
/** What the customer has of it: the amount, or the goods at their price. */
export const worthIn = (world: World, remedy: Remedy): number =>
  remedy.value?.minor ?? (goods.has(remedy.kind) ? paid(world) : 0);
export const coreIn = (proposal: Proposal): Remedy => {
  if (!proposal.core) throw new Error("a proposal has a core");
  return proposal.core;
};
