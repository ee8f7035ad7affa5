import type { LossLine } from "./loss-line.ts";
import { type Currency, shareOf } from "./money.ts";
import type { RemedyRule, Situation } from "./playbook.ts";
import type { Remedy, RemedyKind } from "./remedy.ts";

/** One thing that could be given, before it is split into owed and goodwill. Minor units. */
export type Step = {
  readonly kind: RemedyKind;
  /** What the customer gets, where it is an amount. */
  readonly valueMinor?: number;
  /** What it is worth to the customer: the amount, or the price of the goods. */
  readonly worthMinor: number;
  readonly costMinor: number;
  /** False when the rule needs a price and none is known, or the amount stands on a receipt only. */
  readonly priced: boolean;
};

/**
 * What everybody with the loss gets: the greater, to the customer, of what is owed and the floor.
 * `besideMinor` is what an amount may come to without touching goodwill: the dearer of the two, since what is owed in
 * money stays owed where the floor is goods; but never more than it is worth, or the price factor would not hold.
 */
export type Core = Step & { readonly besideMinor: number };

/**
 * Kinds that follow the loss: money for money, goods for goods, redo for service, attention for inattention
 * (Roschk & Gelbrich 2014). A voucher follows no loss: it is only ever an alternative, for the customer to choose.
 */
const fitting: Record<Situation["loss"], readonly RemedyKind[]> = {
  money: ["refund", "part-refund"],
  goods: ["exchange", "replacement", "refund", "part-refund"],
  service: ["redo", "part-refund", "refund", "attention"],
  attention: ["attention"],
};
export const fits = (loss: Situation["loss"], kind: RemedyKind): boolean => fitting[loss].includes(kind);

const isMoney = (kind: RemedyKind): boolean =>
  kind === "refund" || kind === "part-refund" || kind === "voucher";

/** The figures of a loss that a remedy is reckoned from. Minor units. */
export type Priced = Pick<LossLine, "priceMinor" | "costMinor"> & {
  readonly shareWhenPartMissing?: number | undefined;
};

/** What a rule of the playbook comes to for this loss. */
export function stepOf(rule: RemedyRule, line: Priced | undefined, currency: Currency): Step {
  const { kind } = rule;
  if (kind === "attention") return { kind, worthMinor: 0, costMinor: 0, priced: true };
  if (!isMoney(kind)) {
    if (!line) return { kind, worthMinor: 0, costMinor: 0, priced: false };
    return { kind, worthMinor: line.priceMinor, costMinor: line.costMinor, priced: true };
  }
  const valueMinor = amountOf(rule, line, currency);
  if (valueMinor === undefined) return { kind, worthMinor: 0, costMinor: 0, priced: false };
  return { kind, valueMinor, worthMinor: valueMinor, costMinor: valueMinor, priced: true };
}

function amountOf(rule: RemedyRule, line: Priced | undefined, currency: Currency): number | undefined {
  if (rule.amountMinor !== undefined) return rule.amountMinor;
  if (!line) return undefined;
  const share = rule.share === "when-part-missing" ? line.shareWhenPartMissing : rule.share;
  return share === undefined ? undefined : shareOf({ minor: line.priceMinor, currency }, share).minor;
}

/** How much of a step's cost is the writer's own, and not charged to goodwill. Goods may cost what the core costs. */
export const ownPartOf = (
  step: Pick<Step, "costMinor" | "valueMinor">,
  core: Pick<Core, "costMinor" | "besideMinor">,
): number =>
  Math.min(
    step.costMinor,
    step.valueMinor === undefined ? Math.max(core.costMinor, core.besideMinor) : core.besideMinor,
  );

/**
 * A step made to fit: at least worth the core, with at most `roomMinor` of goodwill.
 * Amounts are cut to the room. Goods cannot be cut: where they do not fit, the room is given in money, so that a
 * dearer loss does not end with nothing where a cheaper one was made good.
 *
 * @returns undefined when it cannot fit
 */
export function fitStep(step: Step, core: Core, roomMinor: number): Step | undefined {
  if (!step.priced || step.worthMinor < core.worthMinor) return undefined;
  if (step.costMinor - ownPartOf(step, core) <= roomMinor) return step;
  const mostMinor = Math.min(core.besideMinor + roomMinor, step.worthMinor);
  if (mostMinor < core.worthMinor || mostMinor <= 0) return undefined;
  // Less than the whole price is not called the whole.
  const kind = step.kind === "voucher" ? step.kind : "part-refund";
  return { kind, valueMinor: mostMinor, worthMinor: mostMinor, costMinor: mostMinor, priced: true };
}

/**
 * The greatest step of the ladder, of a kind that follows the loss, that fits; the core when none gives more.
 * Where several give the same the playbook's order decides, and the core comes before them all.
 *
 * @param leastMinor a smaller sum is not proposed where it would stand alone: see `leastGoodwill`
 */
export function bestStep(
  steps: readonly Step[],
  core: Core,
  roomMinor: number,
  loss: Situation["loss"],
  leastMinor: number,
): Step {
  let best: Step = core;
  for (const step of steps) {
    const isCandidate = core.priced && fits(loss, step.kind);
    const fitted = isCandidate ? fitStep(step, core, roomMinor) : undefined;
    if (fitted && fitted.worthMinor > best.worthMinor && !isPaltry(fitted, core, leastMinor)) best = fitted;
  }
  return best;
}

/** A sum for the trouble alone that is so small that it says how little the trouble counts. */
const isPaltry = ({ valueMinor }: Step, core: Core, leastMinor: number): boolean =>
  valueMinor !== undefined && core.worthMinor === 0 && valueMinor < leastMinor;

/** Other kinds an agent may give here without asking, each worth at least the core. One per kind and amount. */
export function otherSteps(
  steps: readonly Step[],
  chosen: Step,
  core: Core,
  roomMinor: number,
  line: LossLine | undefined,
  loss: Situation["loss"],
): readonly Step[] {
  const seen = new Set([keyOf(chosen)]);
  const found: Step[] = [];
  if (!core.priced) return found;
  for (const step of [core, ...steps, ...usual(line, core, loss)]) {
    const fitted = fitStep(step, core, roomMinor);
    if (!fitted || seen.has(keyOf(fitted))) continue;
    seen.add(keyOf(fitted));
    found.push(fitted);
  }
  return found;
}

const keyOf = (step: Step): string => `${step.kind} ${step.valueMinor}`;

/** What any shop can do about a loss, beside what the playbook lists. */
function usual(line: LossLine | undefined, core: Step, loss: Situation["loss"]): readonly Step[] {
  const amount = (kind: RemedyKind, minor: number): Step => ({
    kind,
    valueMinor: minor,
    worthMinor: minor,
    costMinor: minor,
    priced: true,
  });
  const steps: Step[] = [];
  if (line && loss === "goods") {
    for (const kind of ["exchange", "replacement"] as const) {
      steps.push({ kind, worthMinor: line.priceMinor, costMinor: line.costMinor, priced: true });
    }
  }
  if (line && loss === "service") {
    steps.push({ kind: "redo", worthMinor: line.priceMinor, costMinor: line.costMinor, priced: true });
  }
  if (line) steps.push(amount("refund", line.priceMinor));
  // A voucher only ever stands beside the money, for the customer to choose.
  if (core.worthMinor > 0) steps.push(amount("voucher", core.worthMinor));
  return steps;
}

/** The step as a remedy, split into what is the writer's own and what the relationship adds. */
export function remedyOf(step: Step, core: Core, line: LossLine | undefined, currency: Currency): Remedy {
  const owedMinor = ownPartOf(step, core);
  const inCurrency = (minor: number) => ({ minor, currency });
  return {
    kind: step.kind,
    ...(step.valueMinor === undefined ? {} : { value: inCurrency(step.valueMinor) }),
    cost: inCurrency(step.costMinor),
    owed: inCurrency(owedMinor),
    goodwill: inCurrency(step.costMinor - owedMinor),
    ...(line && step.kind !== "attention" ? { priceFrom: line.from } : {}),
  };
}
