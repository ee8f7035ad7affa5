import type { AuthorMatch } from "./author-match.ts";
import { believedPerYear, isLinked } from "./believed.ts";
import type { Budgets } from "./budget.ts";
import type { Step } from "./ladder.ts";
import type { LossLine } from "./loss-line.ts";
import type { Currency } from "./money.ts";
import type { Playbook } from "./playbook.ts";
import type { Relationship } from "./relationship.ts";
import type { LimitName, Proportion, Reason, Remedy } from "./remedy.ts";

/** Every code that a decision can give as a reason; `shared/language/reasons.ts` has words for each. */
export const reasonCodes = [
  "stop-case",
  "by-hand",
  "already-granted",
  "frozen",
  "set-for-incident",
  "price-from-purchase",
  "price-from-list",
  "price-unknown",
  "amount-from-receipt",
  "owed",
  "floor",
  "believe-first",
  "confirm-purchase",
  "believed-often",
  "core-above-cap",
  "goodwill-added",
  "goodwill-paltry",
  "goodwill-none",
  "proportion",
  "proportion-default",
  "proportion-unknown",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

const reason = (code: ReasonCode, values: Reason["values"]): Reason => ({ code, values });

/** Where the price was read. */
export function priceReasons(line: LossLine | undefined, core: Step, currency: Currency): readonly Reason[] {
  if (line) {
    const price = { minor: line.priceMinor, currency };
    if (line.from.kind === "purchase") {
      return [reason("price-from-purchase", { product: line.product, price, date: line.date ?? "" })];
    }
    return [reason("price-from-list", { product: line.product, price })];
  }
  if (core.priced) return [];
  const isAmount = core.kind === "refund" || core.kind === "part-refund";
  return [reason(isAmount ? "amount-from-receipt" : "price-unknown", {})];
}

/** What everybody with the loss gets, whether the writer's word is enough, and whether it is beyond a cap. */
export function coreReasons(
  core: { readonly step: Step; readonly from: "owed" | "floor" },
  remedy: Remedy,
  line: LossLine | undefined,
  facts: {
    readonly playbook: Playbook;
    readonly match?: AuthorMatch | undefined;
    readonly currency: Currency;
  },
  capMet: LimitName | undefined,
): readonly Reason[] {
  const limit = { minor: facts.playbook.believeFirstMinor, currency: facts.currency };
  const reasons = [
    reason(core.from, {
      kind: remedy.kind,
      cost: remedy.cost,
      ...(remedy.value === undefined ? {} : { value: remedy.value }),
    }),
  ];
  const worthMinor = mayBeWorth(core.step, facts.playbook);
  // Whoever it is, what is not known cannot be handed over.
  const isKnown = core.step.priced && isLinked(line, facts.match);
  if (worthMinor > 0) {
    if (worthMinor <= limit.minor) reasons.push(reason("believe-first", { limit }));
    else if (!isKnown) reasons.push(reason("confirm-purchase", { limit }));
  }
  if (capMet) reasons.push(reason("core-above-cap", { limit: capMet, cost: remedy.cost }));
  return reasons;
}

/**
 * What a remedy may be worth, minor units. Goods of which nobody knows what they are may be the dearest that is sold;
 * an amount that is not known is read from a receipt before it is paid.
 */
export function mayBeWorth(
  { priced, worthMinor, kind }: Step,
  { priceList }: Pick<Playbook, "priceList">,
): number {
  if (priced) return worthMinor;
  if (kind !== "exchange" && kind !== "replacement" && kind !== "redo") return 0;
  return priceList.length === 0
    ? Number.POSITIVE_INFINITY
    : Math.max(...priceList.map((line) => line.priceMinor));
}

/** How often this person's word was enough this year, and how often an agent may let it be. For the agent only. */
export const believedReasons = (
  playbook: Pick<Playbook, "mandate">,
  { believedTimes: times = 0 }: Pick<Budgets, "believedTimes">,
): readonly Reason[] => [reason("believed-often", { times, most: believedPerYear(playbook) })];

/**
 * What the relationship adds, and the limit that it stands under.
 * @param least where something could be added and was not, since it is less than this
 */
export function goodwillReasons(
  remedy: Remedy,
  mandate: { readonly limit: Remedy["cost"]; readonly boundBy: LimitName },
  hasLadder: boolean,
  least: Remedy["cost"] | undefined,
): readonly Reason[] {
  const values = { limit: mandate.limit, boundBy: mandate.boundBy };
  if (remedy.goodwill.minor > 0) return [reason("goodwill-added", { goodwill: remedy.goodwill, ...values })];
  if (least !== undefined) return [reason("goodwill-paltry", { least })];
  return hasLadder ? [reason("goodwill-none", values)] : [];
}

/** Cost of the remedy against the relationship, as arithmetic. */
export function proportionReasons(
  proportion: Proportion,
  relationship: Relationship,
  remedy: Remedy,
  isPriced: boolean,
): readonly Reason[] {
  const goods =
    remedy.kind === "exchange" || remedy.kind === "replacement" || remedy.kind === "redo" ? "goods" : "money";
  const { cost, atRisk, share } = proportion;
  if (!isPriced) return [];
  if (share === undefined) return [reason("proportion-unknown", { cost, goods })];
  const code = relationship.basis === "purchases" ? "proportion" : "proportion-default";
  return [reason(code, { cost, atRisk, share, goods })];
}
