import type { Situation } from "../complaint/playbook.ts";
import type { Decision, Remedy } from "../complaint/remedy.ts";
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

export type AnsweringDecision = Extract<Decision, { outcome: "remedy" | "escalate" }>;

/** True when the purchase must be found before anything is handed over. */
export const mustConfirm = (decision: Decision): boolean =>
  decision.reasons.some((reason) => reason.code === "confirm-purchase");

/** What the relationship adds, where nothing is owed beside it: the public reply tells of the attention, not of it. */
export const isGoodwillOnly = (remedy: Remedy): boolean =>
  remedy.owed.minor === 0 && remedy.goodwill.minor > 0;

export const isFitting = (situation: Situation | undefined, said: SaidBack): boolean =>
  situation?.id === "wrong-size" || said.flags.has("size");

export function planOf(decision: Decision, situation: Situation | undefined, said: SaidBack): ReplyPlan {
  if (decision.outcome === "stop" || decision.outcome === "by-hand" || !situation) {
    return { kind: "by-hand", isComplaint: decision.outcome === "by-hand" && situation !== undefined };
  }
  const keys = [situation.id, `loss:${situation.loss}`];
  if (decision.outcome === "escalate") return { kind: "answer", keys, outcome: ["holding"] };
  if (mustConfirm(decision)) return { kind: "answer", keys, outcome: ["confirm"] };
  return { kind: "answer", keys, outcome: outcomeKeys(decision.remedy, situation, said) };
}

function outcomeKeys(remedy: Remedy, situation: Situation, said: SaidBack): readonly string[] {
  const isMoney = remedy.kind === "refund" || remedy.kind === "part-refund" || remedy.kind === "voucher";
  if (isMoney && isGoodwillOnly(remedy)) return [`attention:${situation.id}`, "attention"];
  if (isMoney) return [`money:${situation.id}`, "money"];
  switch (remedy.kind) {
    case "exchange":
      return isFitting(situation, said) ? ["exchange-fit"] : ["exchange"];
    case "own-idea":
      return ["confirm"];
    default:
      return [`${remedy.kind}:${situation.id}`, remedy.kind, "attention"];
  }
}
