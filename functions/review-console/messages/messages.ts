import type { ClosedBecause, Role } from "../../../shared/complaint/agent-acts/act.ts";
import type { DeclineReason } from "../../../shared/complaint/agent-acts/close.ts";
import type { LinkProof } from "../../../shared/complaint/agent-acts/confirm-link.ts";
import type { EscalateReason, ReturnReason } from "../../../shared/complaint/agent-acts/escalate.ts";
import type { AsideReason, LookReason, StopCase } from "../../../shared/complaint/assessment.ts";
import type { AuthorMatch, Evidence } from "../../../shared/complaint/author-match.ts";
import type { BudgetScope } from "../../../shared/complaint/budget.ts";
import type { Desk, Trouble } from "../../../shared/complaint/case.ts";
import type { AuditEntry } from "../../../shared/complaint/case-file.ts";
import type { CueKind } from "../../../shared/complaint/cue.ts";
import type { RefusalReason, WaitReason } from "../../../shared/complaint/delivery.ts";
import type { GrantState } from "../../../shared/complaint/grant.ts";
import type { Channel, Lang } from "../../../shared/complaint/ids.ts";
import type { HandReason } from "../../../shared/complaint/mention.ts";
import type { CarePromise } from "../../../shared/complaint/promise.ts";
import type { LimitName, RemedyKind } from "../../../shared/complaint/remedy.ts";
import type { Elsewhere } from "../elsewhere.ts";
import type { RefusalCode } from "../refusal.ts";

type Say = (words: string) => string;
type Count = (n: number) => string;

/** Every word that the console says, in one language. A key that is missing in a language does not compile. */
export type Messages = {
  lang: Lang;
  /** For dates and numbers. */
  locale: string;
  languageName: string;
  appName: string;
  skip: string;
  desks: Record<Desk | "aside", string>;
  deskEmpty: Record<Desk | "aside", string>;
  nav: Record<
    | "label"
    | "promises"
    | "payouts"
    | "orders"
    | "roster"
    | "pause"
    | "playbook"
    | "help"
    | "logout"
    | "brand"
    | "language"
    | "change",
    string
  >;
  channels: Record<Channel, string>;
  nameless: string;
  textGone: string;
  onlyPicture: string;
  openOnPlatform: Say;
  waits: Say;
  duration: { minutes: Count; hours: Count; days: Count };
  /** By band, 0 to 9. */
  bands: readonly string[];
  troubles: Record<Trouble, string>;
  cueKinds: Record<CueKind, string>;
  stopCase: string;
  stopCases: Record<StopCase, string>;
  lookReasons: Record<LookReason, string>;
  remedyKinds: Record<RemedyKind, string>;
  remedyNone: string;
  costsUs: Say;
  asideReasons: Record<AsideReason, string>;
  page: Record<"more" | "previousFirst" | "next" | "back", string>;
  caseTitle: Say;
  mention: Record<
    | "heading"
    | "legend"
    | "thread"
    | "ours"
    | "earlier"
    | "privately"
    | "theyWrote"
    | "weWrote"
    | "removed"
    | "changed",
    string
  > & { posted: Say };
  answer: Record<
    | "heading"
    | "public"
    | "private"
    | "noPrivate"
    | "noDraft"
    | "beingPrepared"
    | "byMachine"
    | "byModel"
    | "remedy"
    | "promise"
    | "noPromise"
    | "approve"
    | "approveByHand"
    | "approveHint"
    | "edit"
    | "save"
    | "language"
    | "publicText"
    | "privateText"
    | "privateHint"
    | "remedyChoice"
    | "keep"
    | "none"
    | "own"
    | "rewrite"
    | "ownKind"
    | "ownNote"
    | "promiseWhat"
    | "promiseBy"
    | "promiseNone",
    string
  > & {
    signer: Say;
    signAsMe: Say;
    version: Count;
    byColleague: Say;
    promised: (what: string, when: string, owner: string) => string;
    ownValue: Say;
    ownCost: Say;
    ownHint: Say;
    paused: Say;
    length: (n: number, of: number) => string;
  };
  promises: Record<"heading" | "lead" | "empty" | "late" | "kept" | "toCase", string> & {
    what: Record<CarePromise["what"], string>;
    due: Say;
    owner: Say;
  };
  payouts: Record<"heading" | "lead" | "empty" | "reference" | "done" | "failed", string> & {
    failedBefore: Say;
    approvedBy: (name: string, when: string) => string;
  };
  orders: Record<
    | "heading"
    | "lead"
    | "empty"
    | "done"
    | "code"
    | "anyShop"
    | "link"
    | "linkHint"
    | "asks"
    | "answer"
    | "sendAnswer"
    | "answerHint"
    | "cancel"
    | "answered"
    | "late"
    | "cannot"
    | "notes"
    | "notesLead",
    string
  > & { by: Say };
  aside: Record<
    "heading" | "lead" | "bringBack" | "bringBackOther" | "lastDays" | "all" | "staysCounted",
    string
  > & { because: Say; noneOf: Say };
  matter: Record<
    "heading" | "unknown" | "isIt" | "orIsIt" | "other" | "about" | "none" | "set" | "hint",
    string
  > & { saidBy: Say };
  correction: Record<
    "heading" | "readAsYes" | "readAsNo" | "isOne" | "isNone" | "earlierWording" | "onlyRecorded",
    string
  > & {
    saidYes: (name: string, when: string) => string;
    saidNo: (name: string, when: string) => string;
  };
  roster: Record<
    | "heading"
    | "lead"
    | "nobody"
    | "now"
    | "add"
    | "agent"
    | "name"
    | "role"
    | "from"
    | "to"
    | "followedBy"
    | "followedByName"
    | "save"
    | "me",
    string
  > & { until: Say; followed: Say; zone: Say };
  pause: Record<"heading" | "lead" | "on" | "off" | "switchOn" | "switchOff" | "notYours", string>;
  roles: Record<Role, string>;
  elsewhere: { heading: string; by: Record<Elsewhere["by"], string>; answered: string };
  match: Record<
    "heading" | "link" | "grey" | "none" | "notLooked" | "confirm" | "proof" | "notThem",
    string
  > & {
    kinds: Record<Evidence["kind"], string>;
    levels: Record<Evidence["level"], string>;
    basis: Record<AuthorMatch["basis"], string>;
    certainty: Say;
    proofs: Record<LinkProof, string>;
    question: Record<NonNullable<AuthorMatch["question"]>, string>;
  };
  relation: Record<"heading" | "unknown" | "level" | "rise" | "atRisk" | "arithmetic", string> & {
    since: Say;
    spent: Say;
    levelOf: (thanks: string, expected: string) => string;
  };
  sums: Record<"heading" | "cost" | "share" | "limit" | "why" | "feeling", string> & {
    boundBy: Say;
    limits: Record<LimitName, string>;
  };
  findings: Record<"heading" | "none" | "hard" | "soft" | "overrule" | "never", string> & { better: Say };
  outcome: Record<
    | "heading"
    | "sending"
    | "look"
    | "unknownYours"
    | "withdrawn"
    | "undo"
    | "drop"
    | "byHandSteps"
    | "copy"
    | "copied"
    | "posted"
    | "postedLink"
    | "found"
    | "foundLink"
    | "again"
    | "dropUnknown"
    | "grant",
    string
  > & {
    approvedBy: (name: string, when: string) => string;
    held: Say;
    secondsLeft: Count;
    sent: Say;
    unknown: Count;
    refused: Say;
    waiting: Say;
    until: Say;
    waits: Record<WaitReason, string>;
    refusals: Record<RefusalReason, string>;
    byHandWhy: Record<HandReason, string>;
    open: Say;
    grantStates: Record<GrantState, string>;
  };
  others: Record<
    | "heading"
    | "decline"
    | "escalate"
    | "giveBack"
    | "reason"
    | "note"
    | "close"
    | "reopen"
    | "colleague"
    | "log",
    string
  > & {
    escalateWho: Say;
    declineReasons: Record<DeclineReason, string>;
    escalateReasons: Record<EscalateReason, string>;
    returnReasons: Record<ReturnReason, string>;
    closedBecause: Record<ClosedBecause, string>;
    handedUp: (name: string, why: string) => string;
    handedBack: (name: string, why: string) => string;
  };
  stop: { heading: Say; lead: string; onCall: Say; keep: string };
  did: Record<AuditEntry["did"], string>;
  refusals: Record<RefusalCode, string>;
  belowFloor: Say;
  outsideMandate: (limit: string, over: string) => string;
  /** `name` of the manager who is here; absent where none is. */
  believedOften: (name: string | undefined) => string;
  limitMet: Record<BudgetScope["kind"], string>;
  errors: Record<
    | "notFoundTitle"
    | "notFound"
    | "forbiddenTitle"
    | "crossSite"
    | "noRole"
    | "noBrand"
    | "loginTitle"
    | "login"
    | "brokenTitle"
    | "broken"
    | "busyTitle"
    | "busy"
    | "notSetUpTitle"
    | "notSetUp"
    | "badPage",
    string
  >;
  login: Record<"title" | "lead" | "button" | "out" | "again", string>;
  help: { heading: string; keys: readonly (readonly [string, string])[]; words: readonly string[] };
};
