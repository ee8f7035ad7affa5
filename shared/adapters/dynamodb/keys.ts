import type { BudgetScope } from "../../complaint/budget.ts";
import type { Wake } from "../../complaint/case-file.ts";
import type {
  AuthorId,
  BrandId,
  CaseId,
  Channel,
  CustomerId,
  IncidentId,
  Instant,
  MentionId,
} from "../../complaint/ids.ts";
import type { ThreadKey } from "../../ports/case-store.ts";
import { shardOf } from "./shard-of.ts";
import type { Key } from "./table.ts";

/**
 * Every key of the care table. All begin with the brand, but for sessions, which belong to a person.
 * The access patterns, each with its cost, stand in docs/decisions/0002-two-tables.md; those of corrections and of what
 * was set aside in 0012-labels-from-agents.md, those of links to orders in 0023-orders-answered-by-link.md, those of
 * incidents in 0024-one-remedy-for-an-incident.md.
 */
export const keys = {
  mention: (brand: BrandId, id: MentionId): Key => ({ pk: `${brand}#mention#${id}`, sk: "mention" }),
  mentionText: (brand: BrandId, id: MentionId): Key => ({ pk: `${brand}#mention#${id}`, sk: "text" }),
  assessment: (brand: BrandId, id: MentionId): Key => ({ pk: `${brand}#mention#${id}`, sk: "assessment" }),
  /** In the mention's own partition: it goes when the mention goes. */
  correction: (brand: BrandId, id: MentionId): Key => ({ pk: `${brand}#mention#${id}`, sk: "correction" }),
  /** One counter a day and reason, in order of the day. */
  asideCounts: (brand: BrandId): string => `${brand}#aside-counts`,
  thread: (thread: ThreadKey): Key => ({
    pk: `${thread.brand}#thread#${thread.rootId}#${thread.person}`,
    sk: "open",
  }),
  participant: (brand: BrandId, person: AuthorId): string => `${brand}#participant#${person}`,
  casePartition: (brand: BrandId, id: CaseId): string => `${brand}#case#${id}`,
  customerCases: (brand: BrandId, customer: CustomerId): string => `${brand}#customer#${customer}`,
  loss: (brand: BrandId, lossKey: string): Key => ({ pk: `${brand}#loss#${lossKey}`, sk: "loss" }),
  budget: (brand: BrandId, scope: BudgetScope): Key => ({
    pk: `${brand}#budget#${scopeKey(scope)}`,
    sk: "budget",
  }),
  modelTokens: (brand: BrandId, day: string): Key => ({ pk: `${brand}#model-tokens#${day}`, sk: "used" }),
  cursor: (brand: BrandId, channel: Channel, stream: string): Key => ({
    pk: `${brand}#cursor#${channel}#${stream}`,
    sk: "cursor",
  }),
  lease: (brand: BrandId, name: string): Key => ({ pk: `${brand}#lease#${name}`, sk: "lease" }),
  allowance: (brand: BrandId, channel: Channel, bucket: string): Key => ({
    pk: `${brand}#allowance#${channel}`,
    sk: bucket,
  }),
  brandPartition: (brand: BrandId): string => `${brand}#brand`,
  /** Who published which version of the brand file, when; `v#` and the number, as the versions themselves. */
  playbookAudit: (brand: BrandId): string => `${brand}#playbook-audit`,
  recentReplies: (brand: BrandId): string => `${brand}#recent-replies`,
  roster: (brand: BrandId): string => `${brand}#roster`,
  sending: (brand: BrandId, channel: Channel): Key => ({ pk: `${brand}#sending`, sk: channel }),
  /** By the hash of what stands in the link. */
  orderLink: (brand: BrandId, hash: string): Key => ({ pk: `${brand}#order-link#${hash}`, sk: "link" }),
  incidents: (brand: BrandId, state: "open" | "closed"): string => `${brand}#incidents#${state}`,
  incident: (brand: BrandId, state: "open" | "closed", id: IncidentId): Key => ({
    pk: `${brand}#incidents#${state}`,
    sk: id,
  }),
  incidentCases: (brand: BrandId, id: IncidentId): string => `${brand}#incident#${id}`,
  message: (brand: BrandId, id: string): Key => ({ pk: `${brand}#message#${id}`, sk: "message" }),
  messageText: (brand: BrandId, id: string): Key => ({ pk: `${brand}#message#${id}`, sk: "text" }),
} as const;

export const scopeKey = (scope: BudgetScope): string => {
  switch (scope.kind) {
    case "customer-year":
      return `customer#${scope.customer}#${scope.year}`;
    case "agent-day":
      return `agent#${scope.agent}#${scope.day}`;
    case "brand-month":
      return `month#${scope.month}`;
    case "believed-year":
      return `believed#${scope.person}#${scope.year}`;
  }
};

export const DUE_SHARDS = 16;

const seconds = (at: string): number => Math.ceil(Date.parse(at) / 1000);

/** When the table forgets an item by itself, in its own unit of whole seconds. */
export const ttlOf = (until: Instant | undefined): { ttl?: number } =>
  until === undefined ? {} : { ttl: seconds(until) };

/** The same, so many days after a moment or a day. */
export const ttlAfter = (from: string, days: number): { ttl: number } => ({
  ttl: seconds(from) + days * 86_400,
});

/** The sparse index of what oversleeps: sixteen partitions, so that one minute's wakes do not meet on one. */
export const wakeAttributes = (id: string, wake: Wake | undefined): Record<string, unknown> =>
  wake === undefined
    ? {}
    : { dueKey: `due#${shardOf(id, DUE_SHARDS)}`, dueAt: wake.at, wakeEvent: wake.event };

/** Which list an item stands in, and where: `brand#list`, `band#time#id`. */
export const queueAttributes = (
  brand: BrandId,
  list: string,
  sort: string,
): { queueKey: string; queueSort: string } => ({ queueKey: `${brand}#${list}`, queueSort: sort });
