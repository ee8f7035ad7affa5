import * as z from "zod";
import { decide } from "../../shared/complaint/decide.ts";
import { decideForStranger } from "../../shared/complaint/for-a-stranger.ts";
import { Channel, CustomerId, type Lang } from "../../shared/complaint/ids.ts";
import { Currency } from "../../shared/complaint/money.ts";
import { isOfferedDraft } from "../../shared/complaint/offered-draft.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import type { Purchase } from "../../shared/complaint/relationship.ts";
import { valueRelationship } from "../../shared/complaint/relationship-value.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import { type ComposeInput, compose } from "../../shared/language/compose.ts";
import { renderReason } from "../../shared/language/reasons.ts";
import { lintPair } from "../../shared/language/voice-lint.ts";
import { readRow } from "./read-row.ts";

/** One row to be decided and drafted; stable contract. Amounts are minor units; a return is negative. */
export const DraftRow = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: Channel.optional(),
  author: z.unknown().optional(),
  lang: z.string().optional(),
  /** Id of a brand in brands/, where several are answered for in one file. */
  brand: z.string().optional(),
  customer: z
    .object({
      since: z.iso.date().optional(),
      currency: Currency.optional(),
      purchases: z
        .array(
          z.object({
            date: z.iso.date(),
            amountMinor: z.int(),
            category: z.string().default(""),
            product: z.string().default(""),
            store: z.string().optional(),
          }),
        )
        .default([]),
    })
    .nullish(),
});
export type DraftRow = z.infer<typeof DraftRow>;

export type Answering = {
  readonly signer: string;
  readonly until: string;
  readonly followedBy?: string | undefined;
  /** The customer has confirmed the link: the private message may name what was bought. */
  readonly confirmed: boolean;
  readonly role: "agent" | "manager";
  /** ISO instant. */
  readonly now: string;
};

const CUSTOMER = CustomerId.parse("row");

/**
 * What the deciding and the drafting step would make of one text, without a table: no budget is used up yet, nobody
 * has been taken at their word before, and no earlier failure is known. The decision is made from purchases and price
 * list; the text only points.
 */
export function draftRow(row: DraftRow, brand: BrandFile, answering: Answering) {
  const { playbook, account } = brand;
  const { said, assessment, product } = readRow(row, playbook, answering.now);
  const isOffered = isOfferedDraft(assessment);
  const currency = row.customer?.currency ?? account.currency;
  if (currency !== account.currency)
    throw new RangeError(`the purchases are in ${currency}, the brand in ${account.currency}`);
  const purchases = purchasesOf(row, currency);
  const customer = row.customer
    ? { id: CUSTOMER, ...(row.customer.since ? { since: row.customer.since } : {}) }
    : undefined;
  const decision = decide({
    assessment,
    relationship: valueRelationship({
      ...(customer ? { customer } : {}),
      purchases,
      ownFailuresLast90Days: 0,
      playbook,
      currency,
      now: answering.now,
    }),
    purchases,
    product,
    playbook,
    playbookVersion: 0,
    currency,
    budgets: { customerYearMinor: 0, agentDayMinor: 0, brandMonthMinor: 0 },
    roleLimits: answering.role,
    person: { mention: String(row.id), ...(customer ? { customer: CUSTOMER } : {}) },
    now: answering.now,
    timeZone: account.timeZone,
  });
  const lang = said ?? (assessment.lang === "other" ? (playbook.languages[0] ?? "en") : assessment.lang);
  const input: ComposeInput = {
    lang,
    channel: row.channel ?? "facebook",
    situation: playbook.situations.find(({ id }) => id === assessment.situation),
    decision,
    asStranger: decideForStranger({
      assessment,
      product,
      playbook,
      playbookVersion: 0,
      currency,
      now: answering.now,
      timeZone: account.timeZone,
    }),
    brandName: account.name,
    text: row.text,
    cues: assessment.cues,
    matchConfirmed: answering.confirmed,
    priceListLine: playbook.priceList.find(({ id }) => id === product),
    shift: { name: answering.signer, untilText: answering.until, followedByName: answering.followedBy },
    seed: String(row.id),
    register: lang === "fi" ? playbook.voice.register.fi : lang === "sv" ? playbook.voice.register.sv : "you",
    timeZone: account.timeZone,
    isOffered,
  };
  const { lane } = assessment;
  const isByPerson = lane === "aside" || lane === "question" || (lane === "look" && !isOffered);
  return { lane, ...decisionRow(decision, lang), ...(isByPerson ? NO_TEXTS : texts(input, brand)) };
}

/** What asks for no answer, or for a person's own, gets no words from us: as in the drafting step. */
const NO_TEXTS = { public: null, private: null, findings: [] };

function purchasesOf(row: DraftRow, currency: Currency): Purchase[] {
  return (row.customer?.purchases ?? []).map(({ store, ...purchase }, at) => ({
    id: `${row.id}-${at + 1}`,
    customer: CUSTOMER,
    currency,
    ...purchase,
    ...(store === undefined ? {} : { store }),
  }));
}

const remedyRow = (remedy: Remedy) => ({
  kind: remedy.kind,
  ...(remedy.value ? { amountMinor: remedy.value.minor } : {}),
  currency: remedy.cost.currency,
  costMinor: remedy.cost.minor,
  owedMinor: remedy.owed.minor,
  goodwillMinor: remedy.goodwill.minor,
});

function decisionRow(decision: Decision, lang: Lang) {
  const reasons = decision.reasons.map((reason) => ({ code: reason.code, text: renderReason(reason, lang) }));
  const common = { outcome: decision.outcome, situation: decision.situation ?? null, reasons };
  if (decision.outcome === "stop") {
    const { stopCase, onCall, keep } = decision;
    return { ...common, stopCase, onCall, keep, remedy: null, alternatives: [], proportion: null };
  }
  if (decision.outcome === "by-hand" || decision.outcome === "frozen")
    return { ...common, remedy: null, alternatives: [], proportion: null };
  const { cost, atRisk, share } = decision.proportion;
  return {
    ...common,
    remedy: remedyRow(decision.outcome === "remedy" ? decision.remedy : decision.proposal),
    ...(decision.outcome === "escalate" ? { limitMet: decision.limitMet } : {}),
    alternatives: decision.alternatives.map(remedyRow),
    proportion: {
      costMinor: cost.minor,
      atRiskMinor: atRisk.minor,
      currency: cost.currency,
      share: share ?? null,
    },
  };
}

function texts(input: ComposeInput, { playbook }: BrandFile) {
  const composed = compose(input);
  const about = {
    lang: input.lang,
    channel: input.channel,
    playbook,
    matchConfirmed: input.matchConfirmed,
    decision: input.decision,
    writerText: input.text,
    signerName: input.shift.name,
    followedByName: input.shift.followedByName,
  };
  return {
    public: { text: composed.public, lang: composed.lang },
    private: composed.private === undefined ? null : { text: composed.private, lang: composed.lang },
    ...(composed.promise ? { promise: composed.promise } : {}),
    findings: lintPair(composed, about),
  };
}
