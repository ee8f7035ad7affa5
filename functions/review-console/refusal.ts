import type { Done } from "../../shared/complaint/agent-acts/act.ts";
import type { ApproveRefusal } from "../../shared/complaint/agent-acts/approve.ts";
import type { BringBackRefusal } from "../../shared/complaint/agent-acts/bring-back.ts";
import type { CloseRefusal, reopen } from "../../shared/complaint/agent-acts/close.ts";
import type { LinkRefusal } from "../../shared/complaint/agent-acts/confirm-link.ts";
import type { EditRefusal } from "../../shared/complaint/agent-acts/edit.ts";
import type { HandoverRefusal } from "../../shared/complaint/agent-acts/escalate.ts";
import type { LeaveRefusal } from "../../shared/complaint/agent-acts/for-incident.ts";
import type { HandOverRefusal } from "../../shared/complaint/agent-acts/hand-over.ts";
import type { KeepPromiseRefusal } from "../../shared/complaint/agent-acts/keep-promise.ts";
import type { HandPostedRefusal } from "../../shared/complaint/agent-acts/mark-hand-posted.ts";
import type { NameRefusal } from "../../shared/complaint/agent-acts/name-situation.ts";
import type { PayOutRefusal } from "../../shared/complaint/agent-acts/pay-out.ts";
import type { PlaceRefusal } from "../../shared/complaint/agent-acts/place-answers.ts";
import type { ResolveRefusal } from "../../shared/complaint/agent-acts/resolve-unknown.ts";
import type { WithdrawRefusal } from "../../shared/complaint/agent-acts/withdraw.ts";
import type { BudgetScope } from "../../shared/complaint/budget.ts";

type ActRefusal =
  | ApproveRefusal
  | EditRefusal
  | WithdrawRefusal
  | CloseRefusal
  | Exclude<ReturnType<typeof reopen>, Done>
  | HandoverRefusal
  | BringBackRefusal
  | PayOutRefusal
  | HandOverRefusal
  | KeepPromiseRefusal
  | PlaceRefusal
  | ResolveRefusal
  | HandPostedRefusal
  | LinkRefusal
  | LeaveRefusal
  | NameRefusal;

/** Why nothing was done. What the page says, and what it shows beside it. */
export type Refusal =
  | ActRefusal
  | { readonly refused: "conflict" | "loss-taken" | "not-allowed" | "bad-form" }
  | { readonly refused: "limit"; readonly scope: BudgetScope["kind"] };

/** Refusals that one sentence explains; the others hold figures. */
export type RefusalCode = Exclude<Refusal["refused"], "outside-mandate" | "below-floor" | "limit">;
