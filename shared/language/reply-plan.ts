import { fits } from "../complaint/ladder.ts";
import type { RemedyRule, Situation } from "../complaint/playbook.ts";
import type { Decision, Remedy, RemedyKind } from "../complaint/remedy.ts";
import type { SaidBack } from "./said-back.ts";

/** Which phrases a decision calls for. `keys` go from the particular to the general. */
export type ReplyPlan =
  | { readonly kind: "by-hand"; readonly isComplaint: boolean }
  | {
      readonly kind: "answer";
      /** For what happened. */
      readonly keys: readonly string[];
      /** For what comes of it. */
      readonly outcome: readonly string[];
    };

/** Situations that a brand may call otherwise, with the same words to say about them. */
const sameWords: ReadonlyMap<string, string> = new Map([
  ["worn", "worn-or-marked"],
  ["swap-refused", "exchange-refused"],
  ["wrong-part", "missing-part"],
  ["wrong-or-missing-part", "missing-part"],
  ["part-not-delivered", "not-delivered"],
  ["service-part-missing", "not-delivered"],
  ["service-cut-short", "not-delivered"],
  ["late", "late-delivery"],
  ["slow-refund", "refund-slow"],
  ["indifferent-staff", "rude-staff"],
  ["sent-in-circles", "sent-round"],
  ["rule-without-sense", "senseless-rule"],
  ["service-cancelled", "cancelled-service"],
  ["subscription-trouble", "subscription"],
  ["warranty-refused", "warranty"],
  ["long-queue", "queue"],
  ["app-fault", "website-fault"],
  ["misleading-advertisement", "misleading-ad"],
]);
export const wordsFor = (situation: string): string => sameWords.get(situation) ?? situation;

export type AnsweringDecision = Extract<Decision, { outcome: "remedy" | "escalate" }>;
export const isAnswering = (decision: Decision): decision is AnsweringDecision =>
  decision.outcome === "remedy" || decision.outcome === "escalate";

/** True when the purchase must be found before anything is handed over. */
export const mustConfirm = (decision: Decision): boolean =>
  decision.reasons.some((reason) => reason.code === "confirm-purchase");

/** What the relationship adds, where nothing is owed beside it: the public reply tells of the attention, not of it. */
export const isGoodwillOnly = (remedy: Remedy): boolean =>
  remedy.owed.minor === 0 && remedy.goodwill.minor > 0;

export const isFitting = (situation: Situation | undefined, said: SaidBack): boolean =>
  situation?.id === "wrong-size" || said.flags.has("size");

/** @param isOffered a complaint that a person decides about: said as far as it is known, and nothing given */
export function planOf(
  decision: Decision,
  situation: Situation | undefined,
  said: SaidBack,
  isOffered = false,
): ReplyPlan {
  if (isOffered && decision.outcome === "by-hand") {
    const keys = situation ? [wordsFor(situation.id), `loss:${situation.loss}`] : ["unknown"];
    return { kind: "answer", keys, outcome: ["attention"] };
  }
  if (!isAnswering(decision) || !situation) {
    return { kind: "by-hand", isComplaint: decision.outcome === "by-hand" && situation !== undefined };
  }
  const keys = [wordsFor(situation.id), `loss:${situation.loss}`];
  if (decision.outcome === "escalate") return { kind: "answer", keys, outcome: ["holding"] };
  if (mustConfirm(decision)) return { kind: "answer", keys, outcome: ["confirm"] };
  return { kind: "answer", keys, outcome: outcomeKeys(decision.remedy, situation, said) };
}

function outcomeKeys(remedy: Remedy, situation: Situation, said: SaidBack): readonly string[] {
  if (mayTurn(remedy, situation)) return ["confirm"];
  const isMoney = classOf(remedy.kind) === "money";
  if (isMoney && isGoodwillOnly(remedy)) return [`attention:${wordsFor(situation.id)}`, "attention"];
  if (isMoney) return [`money:${wordsFor(situation.id)}`, "money"];
  switch (remedy.kind) {
    case "exchange":
      return isFitting(situation, said) ? ["exchange-fit"] : ["exchange"];
    case "own-idea":
      return ["confirm"];
    default:
      return [`${remedy.kind}:${wordsFor(situation.id)}`, remedy.kind, "attention"];
  }
}

type RemedyClass = "money" | "goods" | "redo" | "attention";
function classOf(kind: RemedyKind): RemedyClass {
  if (kind === "refund" || kind === "part-refund" || kind === "voucher") return "money";
  if (kind === "exchange" || kind === "replacement") return "goods";
  return kind === "redo" ? "redo" : "attention";
}

/**
 * True where a relationship may turn this remedy into one of another class, as goods into money: then the public
 * reply names neither. Attention stays beside whatever is added to it.
 */
function mayTurn(remedy: Remedy, situation: Situation): boolean {
  const from = classOf(remedy.kind);
  if (from === "attention" || isGoodwillOnly(remedy)) return false;
  const rules = [situation.owed, situation.floor].filter((rule) => rule !== undefined);
  const least = Math.max(...rules.filter(({ kind }) => classOf(kind) === from).map(shareOfPrice), 0);
  return situation.goodwill.some(
    (rule) =>
      classOf(rule.kind) !== from &&
      fits(situation.loss, rule.kind) &&
      (rule.amountMinor !== undefined || shareOfPrice(rule) > least),
  );
}

/** Goods are worth their whole price; what only a receipt or the price list tells counts as nothing. */
const shareOfPrice = (rule: RemedyRule): number =>
  classOf(rule.kind) === "money"
    ? typeof rule.share === "number"
      ? rule.share
      : 0
    : classOf(rule.kind) === "attention"
      ? 0
      : 1;
