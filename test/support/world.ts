import { readFileSync } from "node:fs";
import { parseBrand } from "../../shared/adapters/brand-file/load-brand.ts";
import { isDone } from "../../shared/complaint/agent-acts/act.ts";
import { approve } from "../../shared/complaint/agent-acts/approve.ts";
import { Case } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import {
  AgentId,
  authorId,
  BrandId,
  type CaseId,
  type Channel,
  caseIdOf,
  mentionId,
} from "../../shared/complaint/ids.ts";
import { Mention } from "../../shared/complaint/mention.ts";
import { money } from "../../shared/complaint/money.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import { DeliveryDue } from "../../shared/events/delivery-due.ts";
import { draftHash } from "../../shared/runtime/draft-hash.ts";
import { wakeWith } from "../../shared/runtime/wakes.ts";

/** A small invented world: the sports shop, Laura who answers, and somebody whose boots do not fit. */
export const laura = AgentId.parse("laura");
export const shop = BrandId.parse("kenttakauppa");

export function shopFile(): BrandFile {
  const read = parseBrand(
    readFileSync(new URL("../../brands/kenttakauppa.yaml", import.meta.url), "utf8"),
    "kenttakauppa.yaml",
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  // A test world lives many days in one: its month is not what runs out.
  const { playbook } = read.brand;
  return {
    ...read.brand,
    playbook: { ...playbook, mandate: { ...playbook.mandate, brandMonthMinor: 100_000_000 } },
  };
}

export const bootsForBoots: Remedy = {
  kind: "exchange",
  cost: money(1800, "EUR"),
  owed: money(0, "EUR"),
  goodwill: money(1800, "EUR"),
  priceFrom: { kind: "price-list", id: "football-boots-youth" },
};

export function aMention(
  channel: Channel,
  number: string,
  at: string,
  changed: Partial<Mention> = {},
): Mention {
  const id = mentionId(channel, number);
  return Mention.parse({
    id,
    brand: shop,
    channel,
    kind: "post",
    author: { id: authorId(channel, `9${number}`), name: "Marja Lehtonen" },
    byBrand: false,
    rootId: id,
    postedAt: at,
    seenAt: at,
    revision: 0,
    text: "The boots are one size too small and the exchange was refused.",
    hasMedia: false,
    ...changed,
  });
}

/** A drafted case that asks for boots in the right size, with goodwill inside the mandate. */
export function aDraftedCase(
  channel: Channel,
  number: string,
  at: string,
): CaseFile & { case: Extract<Case, { stage: "drafted" }> } {
  const mention = aMention(channel, number, at);
  const id = caseIdOf(mention.id);
  const standing = Case.parse({
    id,
    brand: shop,
    channel,
    rootId: mention.id,
    author: mention.author?.id,
    mentions: [mention.id],
    answerTo: mention.id,
    lane: "answer",
    lang: "en",
    situation: "exchange-refused",
    severity: 2,
    arousal: 0.3,
    cues: ["relationship"],
    desk: "agents",
    band: 4,
    openedAt: at,
    updatedAt: at,
    waitingSince: at,
    version: 1,
    stage: "drafted",
    draftVersion: 1,
  });
  if (standing.stage !== "drafted") throw new Error("not drafted");
  const words = {
    public: {
      text: "You will have boots that fit, and I'm messaging you now. I'm sorry. – Laura",
      replyTo: mention.id,
    },
    private: {
      text: "Hi, Laura here. Tell me the size and I put a pair aside.",
      to: channel === "facebook" ? mention.id : authorId(channel, `9${number}`),
    },
    remedy: bootsForBoots,
  };
  const draft: Draft = {
    caseId: id,
    version: 1,
    hash: draftHash(words),
    lang: "en",
    ...words,
    lossKey: `author-9${number}|exchange-refused|2026-11-20`,
    promise: { what: "exchange", dueAt: "2026-11-20T18:00:00.000Z", owner: laura },
    signer: { id: laura, name: "Laura" },
    findings: [],
    writtenBy: "composer",
    writtenAt: at,
    reasons: [],
  };
  return {
    case: standing,
    decision: aDecision(draft.lossKey ?? ""),
    drafts: [draft],
    approvals: [],
    deliveries: [],
    grants: [],
    promises: [],
    orders: [],
    messages: [],
    audit: [],
  };
}

const aDecision = (lossKey: string): Decision => ({
  outcome: "remedy",
  playbookVersion: 1,
  situation: "exchange-refused",
  reasons: [],
  remedy: bootsForBoots,
  alternatives: [],
  mandate: { limit: money(3000, "EUR"), boundBy: "role-case" },
  proportion: { cost: money(1800, "EUR"), atRisk: money(40_000, "EUR"), share: 0.045 },
  lossKey,
});

export const testWakes = {
  deliveryDue: (
    caseId: CaseId,
    deliveryId: Parameters<typeof DeliveryDue.make>[1]["deliveryId"],
    at: string,
  ) =>
    wakeWith(
      DeliveryDue.make({ brand: shop, caseId, occurredAt: at, key: `${deliveryId}` }, { caseId, deliveryId }),
      at,
    ),
  promiseDue: () => ({
    at: "2026-11-20T18:00:00.000Z",
    event: { detailType: "promise-fell-due.v1", detail: {} },
  }),
  deliveryMoved: () => ({
    at: "2026-11-20T18:00:00.000Z",
    event: { detailType: "delivery-moved.v1", detail: {} },
  }),
  matched: () => ({ at: "2026-11-20T18:00:00.000Z", event: { detailType: "author-matched.v1", detail: {} } }),
  assessed: () => ({ at: "2026-11-20T18:00:00.000Z", event: { detailType: "case-assessed.v1", detail: {} } }),
};

/** Laura's click. */
export function approvedBy(file: ReturnType<typeof aDraftedCase>, at: string, agent: AgentId = laura) {
  const draft = file.drafts[0];
  if (draft === undefined) throw new Error("no draft");
  const done = approve(file, {
    draftVersion: 1,
    draftHash: draft.hash,
    by: { id: agent, role: "agent" },
    overruled: [],
    now: at,
    playbook: shopFile().playbook,
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    timeZone: "Europe/Helsinki",
    mention: {},
    hasWrittenPrivately: false,
    wakes: testWakes,
  });
  if (!isDone(done)) throw new Error(`refused: ${done.refused}`);
  return done;
}
