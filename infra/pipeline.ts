import type { EventContract } from "../shared/events/define-event.ts";
import { catalogue as events } from "../shared/events/index.ts";
import { shopCatalogue } from "../shared/events/shop-events.ts";

/** What a step may do with a table. */
type TableUse = "read" | "read-write";

/**
 * One function of the story. The cloud stack and the local wiring are both built from these rows, so a rule, a
 * grant or a queue that is not here is nowhere.
 */
export type PipelineRow = {
  /** `<step folder>` or `<step folder>/<handler>`; unique. */
  readonly name: string;
  /** The file whose `handler` is the Lambda and whose `makeHandler` the local runner calls. */
  readonly entry: string;
  /** The same step with a language model's client; deployed instead where a brand's file switches one on. */
  readonly entryWithModel?: string;
  /** In words, for the README, the dashboard and the alarms. */
  readonly does: string;
  readonly trigger:
    | {
        readonly kind: "events";
        /** All from one source: ours, or the shop's. */
        readonly listensTo: readonly EventContract[];
        readonly delaySeconds?: number;
      }
    /** Once per brand that has this channel, or once for all. The schedule's input is `{ "brand": … }`. */
    | { readonly kind: "schedule"; readonly everySeconds: number; readonly perBrandWith?: "facebook" | "x" }
    /** Answers what is asked for under this path; without one, everything that no other row answers. */
    | { readonly kind: "http"; readonly under?: `/${string}` };
  readonly emits: readonly EventContract[];
  readonly tables: { readonly care?: TableUse; readonly customers?: TableUse };
  /** Which secrets it may read: a channel's tokens, or a key of the house. */
  readonly secrets: readonly ("facebook" | "x" | "name-key" | "oidc-client")[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
};

/** THE STORY, in order. */
export const pipeline: readonly PipelineRow[] = [
  {
    name: "collect-mentions/facebook",
    entry: "functions/collect-mentions/facebook.handler.ts",
    does: "fetches what people wrote on a Facebook page, and the private messages to it",
    trigger: { kind: "schedule", everySeconds: 60, perBrandWith: "facebook" },
    emits: [events.MentionCollected, events.MentionRemoved, events.OwnReplySeen, events.MessageReceived],
    tables: { care: "read-write" },
    secrets: ["facebook"],
    timeoutSeconds: 55,
    memoryMb: 512,
  },
  {
    name: "collect-mentions/x",
    entry: "functions/collect-mentions/x.handler.ts",
    does: "fetches what people wrote to or about an X account, and the direct messages to it",
    trigger: { kind: "schedule", everySeconds: 60, perBrandWith: "x" },
    emits: [events.MentionCollected, events.MentionRemoved, events.OwnReplySeen, events.MessageReceived],
    tables: { care: "read-write" },
    secrets: ["x"],
    timeoutSeconds: 55,
    memoryMb: 512,
  },
  {
    name: "detect-complaint",
    entry: "functions/detect-complaint/handler.ts",
    does: "reads a mention: a complaint or not, what weighs in it, and to which case it belongs",
    trigger: { kind: "events", listensTo: [events.MentionCollected, events.MentionRemoved] },
    emits: [events.MentionSetAside, events.CaseAssessed, events.CaseClosed],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "match-author",
    entry: "functions/match-author/handler.ts",
    does: "looks up whether the author is a customer, and what the relationship is worth",
    trigger: { kind: "events", listensTo: [events.CaseAssessed] },
    emits: [events.AuthorMatched],
    tables: { care: "read-write", customers: "read" },
    secrets: ["name-key"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "decide-remedy",
    entry: "functions/decide-remedy/handler.ts",
    does: "chooses the remedy that the mandate allows, or refers the case to a person",
    trigger: { kind: "events", listensTo: [events.AuthorMatched] },
    emits: [events.RemedyDecided],
    tables: { care: "read-write", customers: "read" },
    secrets: [],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "draft-reply",
    entry: "functions/draft-reply/handler.ts",
    entryWithModel: "functions/draft-reply/model.handler.ts",
    does: "writes the public reply and the private message in the owner's voice",
    trigger: { kind: "events", listensTo: [events.RemedyDecided] },
    emits: [events.DraftWritten],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "apply-incident",
    entry: "functions/apply-incident/handler.ts",
    does: "takes the cases of a collective failure in, and sends them back to be decided when one remedy is set for all",
    trigger: { kind: "events", listensTo: [events.IncidentChanged] },
    emits: [events.IncidentChanged, events.AuthorMatched],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 60,
    memoryMb: 512,
  },
  {
    name: "review-console",
    entry: "functions/review-console/handler.ts",
    does: "shows the agent the case and takes the approval",
    trigger: { kind: "http" },
    emits: [
      events.CaseAssessed,
      events.AuthorMatched,
      events.IncidentChanged,
      events.ReplyApproved,
      events.ReplyWithdrawn,
      events.DeliveryMoved,
      events.DeliveryDue,
      events.GrantMoved,
      events.CaseClosed,
    ],
    tables: { care: "read-write", customers: "read-write" },
    secrets: ["oidc-client"],
    timeoutSeconds: 28,
    memoryMb: 1024,
  },
  {
    name: "review-console/playbook",
    entry: "functions/review-console/playbook.handler.ts",
    does: "shows the playbook and its versions, and takes a manager's new one",
    trigger: { kind: "http", under: "/playbook" },
    emits: [],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 28,
    memoryMb: 1024,
  },
  {
    name: "publish-reply/send",
    entry: "functions/publish-reply/send.handler.ts",
    does: "sends an approved pair of texts, ten seconds after the approval",
    trigger: { kind: "events", listensTo: [events.ReplyApproved], delaySeconds: 10 },
    emits: [events.DeliveryMoved, events.GrantMoved],
    tables: { care: "read-write" },
    secrets: ["facebook", "x"],
    timeoutSeconds: 60,
    memoryMb: 512,
  },
  {
    name: "publish-reply/reconcile",
    entry: "functions/publish-reply/reconcile.handler.ts",
    does: "looks for replies whose outcome is unknown, and goes on with those that waited",
    trigger: {
      kind: "events",
      listensTo: [events.DeliveryDue, events.OwnReplySeen, events.MessageReceived],
    },
    emits: [events.DeliveryMoved, events.GrantMoved],
    tables: { care: "read-write" },
    secrets: ["facebook", "x"],
    timeoutSeconds: 60,
    memoryMb: 512,
  },
  {
    name: "grant-remedy",
    entry: "functions/grant-remedy/handler.ts",
    does: "hands an approved remedy over to be paid out once its message stands, or releases it",
    trigger: { kind: "events", listensTo: [events.DeliveryMoved, events.ReplyWithdrawn] },
    emits: [events.GrantMoved],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "follow-up",
    entry: "functions/follow-up/handler.ts",
    does: "brings a case back to the agents when a promise is about to be late, a shop has not answered its order or the person has answered, and forgets who its author may have been when it is over",
    trigger: {
      kind: "events",
      listensTo: [events.PromiseFellDue, events.OrderFellDue, events.MessageReceived, events.MatchExpired],
    },
    emits: [],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "record-purchase",
    entry: "functions/record-purchase/handler.ts",
    does: "stores a purchase or a return that the shop tells of, and reckons the customer's figures anew",
    trigger: { kind: "events", listensTo: [shopCatalogue.PurchaseMade] },
    emits: [events.PurchaseRecorded],
    tables: { customers: "read-write" },
    secrets: ["name-key"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  {
    name: "wake-overdue",
    entry: "functions/wake-overdue/handler.ts",
    does: "hands what has waited too long back to its step",
    trigger: { kind: "schedule", everySeconds: 60 },
    emits: [
      events.MentionCollected,
      events.MentionRemoved,
      events.MessageReceived,
      events.CaseAssessed,
      events.AuthorMatched,
      events.RemedyDecided,
      events.IncidentChanged,
      events.ReplyApproved,
      events.ReplyWithdrawn,
      events.DeliveryDue,
      events.DeliveryMoved,
      events.PromiseFellDue,
      events.OrderFellDue,
      events.MatchExpired,
    ],
    tables: { care: "read-write" },
    secrets: [],
    timeoutSeconds: 55,
    memoryMb: 512,
  },
];

/** Whether a row answers a path on the console's address, as API Gateway routes it: what is named goes first. */
export const answers = (row: PipelineRow, path: string): boolean => {
  if (row.trigger.kind !== "http") return false;
  const isUnder = (under: string) => path === under || path.startsWith(`${under}/`);
  if (row.trigger.under !== undefined) return isUnder(row.trigger.under);
  return !pipeline.some(
    ({ trigger }) => trigger.kind === "http" && trigger.under !== undefined && isUnder(trigger.under),
  );
};

/**
 * Who tells what a step listens to. A rule matches any of its sources with any of its names, so that with two a shop
 * could speak as one of ours.
 */
export function sourceOf(contracts: readonly EventContract[]): string {
  const sources = [...new Set(contracts.flatMap(({ pattern }) => pattern.source))];
  const [source] = sources;
  if (source === undefined || sources.length > 1)
    throw new Error(`a step listens to one source, not to ${sources.join(" and ")}`);
  return source;
}

/** A message is handed to a step this many times before it goes to the dead-letter queue. */
export const MAX_RECEIVES = 5;

/**
 * The two tables with their keys; created by the stack in the cloud and by the runner on one machine. `project` names
 * what an index carries beside the keys: what its lists read, so that no other change is paid for twice.
 */
export const tables = {
  care: {
    indexes: {
      /** What waits for whom: `brand#desk`, in order of `band#time`. */
      queue: { partition: "queueKey", sort: "queueSort", project: ["body"] },
      /** What overslept: `due#0`–`due#15`, in order of time. Sparse. */
      due: { partition: "dueKey", sort: "dueAt", project: ["wakeEvent", "woken"] },
    },
  },
  customers: {
    indexes: {
      /** Customers by name key (an HMAC), in order of their last purchase: name, town and packed facts. Sparse. */
      names: { partition: "nk", sort: "ns", project: ["n", "c", "d"] },
    },
  },
} as const;

/** What a function finds in its environment. The stack and the local runner set exactly these. */
export const environmentNames = {
  always: ["BUS_NAME"],
  care: ["CARE_TABLE"],
  customers: ["CUSTOMERS_TABLE"],
  nameKey: ["NAME_KEY_SECRET"],
  platforms: ["X_API_ORIGIN", "GRAPH_API_ORIGIN"],
  pages: [
    /** Ids of the stack's brands, with commas. */
    "BRANDS",
    "CONSOLE_ORIGIN",
    "OIDC_LOGOUT_URL",
  ],
  /** Of the one that logs people in, beside those of its pages. */
  login: ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET_NAME", "OIDC_GROUP_CLAIM"],
} as const;
