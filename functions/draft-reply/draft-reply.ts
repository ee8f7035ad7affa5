import { randomInt } from "node:crypto";
import { advance } from "../../shared/complaint/advance.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { isConfirmed } from "../../shared/complaint/author-match.ts";
import type { Case } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Draft } from "../../shared/complaint/draft.ts";
import { decideForStranger } from "../../shared/complaint/for-a-stranger.ts";
import { type BrandId, type CaseId, type Instant, Lang } from "../../shared/complaint/ids.ts";
import { isOfferedDraft } from "../../shared/complaint/offered-draft.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { Shift } from "../../shared/complaint/promise.ts";
import type { Decision, Remedy } from "../../shared/complaint/remedy.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { DraftWritten } from "../../shared/events/draft-written.ts";
import { RemedyDecided } from "../../shared/events/remedy-decided.ts";
import { type Composed, type ComposeInput, compose } from "../../shared/language/compose.ts";
import { pointedProduct } from "../../shared/language/pointed-product.ts";
import { mustConfirm } from "../../shared/language/reply-plan.ts";
import { lintPair } from "../../shared/language/voice-lint.ts";
import type { BrandStore, PublishedBrand, RecentReplies } from "../../shared/ports/brand-store.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { IncidentStore } from "../../shared/ports/incident-store.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import { later } from "../../shared/runtime/clock.ts";
import { draftHash } from "../../shared/runtime/draft-hash.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { wakeWith } from "../../shared/runtime/wakes.ts";
import { FOR_ALL, incidentsWords, wasJudged } from "./incidents-words.ts";
import { readElsewhere } from "./read-elsewhere.ts";
import { signerOf, timeOfDay } from "./signer.ts";
import type { WordByModel } from "./word-by-model.ts";

export type DraftPorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly brands: BrandStore;
  readonly replies: RecentReplies;
  readonly incidents: Pick<IncidentStore, "get">;
  readonly clock: Clock;
  /** Only where the stack was built for a brand that has switched a model on. */
  readonly wordByModel?: WordByModel;
};

type Heard = { readonly brand: BrandId; readonly caseId: CaseId; readonly causedBy: string };

/** Nobody is on shift: the draft is written when somebody is, so that no reply names a person who is not there. */
const NOBODY_HERE_MS = 10 * 60_000;

/**
 * Writes the answer that the decision calls for. A question and most of what a person should look at get none: the
 * agent writes it. What is surely a complaint gets a pair that gives nothing. Run twice it tells the same.
 */
export async function draftReplyStep(heard: Heard, ports: DraftPorts): Promise<readonly DomainEvent[]> {
  const file = await ports.cases.load(heard.brand, heard.caseId);
  if (file === undefined) return [];
  if (file.case.stage === "drafted") return [written(heard, file.case.draftVersion, file.case.updatedAt)];
  const { decision } = file;
  if (file.case.stage !== "decided" || decision === undefined || decision.outcome === "frozen") return [];
  const now = ports.clock.now();
  const lang = Lang.safeParse(file.case.lang);
  const assessment = await ports.mentions.assessmentOf(file.case.brand, file.case.answerTo);
  const isOffered = file.case.lane === "look" && isOffer(file.case, assessment);
  if ((file.case.lane === "look" && !isOffered) || file.case.lane === "question" || !lang.success) {
    await save({ next: advance(file.case, now, {}), wake: null }, ports);
    return [];
  }
  const brand = await ports.brands.active(heard.brand);
  const shift = signerOf(await ports.brands.shiftsAt(heard.brand, now));
  if (shift === undefined) {
    const again = RemedyDecided.make(
      { ...heard, occurredAt: now, key: `${heard.caseId}@${file.case.version + 1}` },
      { caseId: heard.caseId, caseVersion: file.case.version + 1, outcome: decision.outcome },
    );
    await save(
      { next: advance(file.case, now, {}), wake: wakeWith(again, later(now, NOBODY_HERE_MS)) },
      ports,
    );
    return [];
  }
  const draft = await writeDraft(
    { ...file, decision, assessment, isOffered },
    lang.data,
    shift,
    brand,
    ports,
  );
  await save(
    {
      next: advance(file.case, now, { stage: "drafted", draftVersion: draft.version }),
      draft,
      audit: [{ at: now, by: "shopkeeper", did: "drafted", what: `v${draft.version}` }],
    },
    ports,
  );
  // Lost in a crash, this costs a little variety and nothing else.
  // One text for all is no text to keep a distance from.
  if (!draft.reasons.includes(FOR_ALL))
    await ports.replies.note(heard.brand, {
      id: `${heard.caseId}.${draft.version}`,
      at: now,
      text: draft.public.text,
    });
  return [written(heard, draft.version, now)];
}

/** A person who says that it is none of the playbook's situations has read a complaint. */
const isOffer = ({ situationBy }: Case, assessment: Assessment | undefined): boolean =>
  situationBy !== undefined || (assessment !== undefined && isOfferedDraft(assessment));

const written = (heard: Heard, draftVersion: number, occurredAt: Instant): DomainEvent =>
  DraftWritten.make(
    { ...heard, occurredAt, key: `${heard.caseId}@${draftVersion}` },
    { caseId: heard.caseId, draftVersion },
  );

async function save(change: Parameters<CaseStore["save"]>[0], ports: DraftPorts): Promise<void> {
  const { outcome } = await ports.cases.save(change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
}

async function writeDraft(
  file: CaseFile & {
    readonly decision: Decision;
    readonly assessment: Assessment | undefined;
    readonly isOffered: boolean;
  },
  lang: Lang,
  shift: Shift,
  { file: brand }: PublishedBrand,
  ports: DraftPorts,
): Promise<Draft> {
  const { playbook, account } = brand;
  const { decision, assessment } = file;
  const now = ports.clock.now();
  const version = Math.max(0, ...file.drafts.map((each) => each.version)) + 1;
  const mention = await ports.mentions.get(file.case.brand, file.case.answerTo);
  const text = mention?.text ?? "";
  const matchConfirmed = isConfirmed(file.match);
  const product = pointedProduct(text, assessment?.cues ?? [], playbook.priceList);
  const elsewhere = await readElsewhere(file, product, brand, ports);
  // What has been given once is not drafted twice; the table would refuse it.
  const isAnswered = elsewhere.account?.given === true || elsewhere.customer !== undefined;
  const remedy = decision.outcome === "remedy" && !isAnswered ? decision.remedy : undefined;
  // A code is as good as the goods: none before the purchase has been asked for.
  const isReady = remedy !== undefined && needsPlace(remedy) && !mustConfirm(decision);
  const code = isReady ? singleUseCode() : undefined;
  const line = lineOf(playbook, remedy, product);
  const recent = await ports.replies.recent(file.case.brand);
  const input: ComposeInput = {
    lang,
    channel: file.case.channel,
    situation: playbook.situations.find((each) => each.id === file.case.situation),
    decision,
    asStranger: decideForStranger({
      assessment: {
        lane: file.case.lane,
        cues: assessment?.cues ?? [],
        situation: file.case.situation,
        stopCase: file.case.stopCase,
      },
      product,
      playbook,
      playbookVersion: decision.playbookVersion,
      currency: account.currency,
      now,
      timeZone: account.timeZone,
    }),
    elsewhere,
    brandName: account.name,
    text,
    cues: assessment?.cues ?? [],
    matchConfirmed,
    priceListLine: line,
    shift: {
      name: shift.name,
      untilText: timeOfDay(shift.until, account.timeZone),
      followedByName: shift.followedByName,
    },
    seed: `${file.case.id}.${version}`,
    register: lang === "fi" ? playbook.voice.register.fi : lang === "sv" ? playbook.voice.register.sv : "you",
    storeOrderCode: code,
    recent,
    timeZone: account.timeZone,
    isOffered: file.isOffered,
  };
  const shared = await incidentsWords(file, input, mention?.author?.handle, ports);
  const composed = shared ?? compose(input);
  const about = {
    lang,
    channel: file.case.channel,
    playbook,
    matchConfirmed,
    decision,
    writerText: text,
    signerName: shift.name,
    followedByName: shift.followedByName,
    storeOrderCode: code,
    recentReplies: shared === undefined ? recent : [],
    promised:
      composed.promise === undefined
        ? undefined
        : { dueAt: later(now, composed.promise.byHours * 3_600_000), now, timeZone: account.timeZone },
  };
  const byModel =
    shared !== undefined
      ? undefined
      : await ports.wordByModel?.({ caseId: file.case.id, brand, input, about, now });
  const isByModel = byModel !== undefined && "public" in byModel;
  const texts = isByModel ? byModel : composed;
  const words = {
    public: { text: texts.public, replyTo: file.case.answerTo },
    ...(texts.private === undefined ? {} : { private: { text: texts.private, to: recipientOf(file) } }),
    ...(remedy === undefined ? {} : { remedy }),
  };
  return {
    caseId: file.case.id,
    version,
    hash: draftHash(words),
    lang,
    ...words,
    ...(decision.outcome === "remedy" && !isAnswered ? { lossKey: decision.lossKey } : {}),
    ...promiseIn(composed, shift, now),
    ...(code === undefined || remedy === undefined || texts.private?.includes(code) !== true
      ? {}
      : {
          order: orderFor(code, line?.id ?? remedy.kind, playbook, later(now, HOURS_FOR_ORDER * 3_600_000)),
        }),
    signer: { id: shift.agent, name: shift.name },
    findings: lintPair(texts, about).filter((finding) => shared === undefined || !wasJudged(finding)),
    writtenBy: isByModel ? "bedrock" : "composer",
    writtenAt: now,
    reasons: [
      ...(isByModel ? [] : composed.reasons),
      ...(byModel !== undefined && "fellBack" in byModel ? [`fell-back:${byModel.fellBack}`] : []),
    ],
  };
}

/** One private reply hangs on one Facebook comment; on X a message goes to a person. */
const recipientOf = (file: CaseFile) =>
  file.case.channel === "facebook" ? file.case.answerTo : (file.case.author ?? file.case.answerTo);

const promiseIn = (composed: Composed, shift: Shift, now: Instant): Pick<Draft, "promise"> =>
  composed.promise === undefined
    ? {}
    : {
        promise: {
          what: composed.promise.what,
          dueAt: later(now, composed.promise.byHours * 3_600_000),
          owner: shift.agent,
          ...(shift.followedBy === undefined ? {} : { followedBy: shift.followedBy }),
        },
      };

const needsPlace = (remedy: Remedy): boolean => remedy.kind !== "attention" && remedy.kind !== "voucher";
const HOURS_FOR_ORDER = 14 * 24;

const lineOf = (playbook: Playbook, remedy: Remedy | undefined, pointed: string | undefined) => {
  const id = remedy?.priceFrom?.kind === "price-list" ? remedy.priceFrom.id : pointed;
  return playbook.priceList.find((line) => line.id === id);
};

/** Easily read aloud at a till: no letters or digits that look alike. */
const CODE_SIGNS = "23456789ACEFHJKLMNPRTUVWXY";
const singleUseCode = (): string =>
  Array.from({ length: 5 }, () => CODE_SIGNS.charAt(randomInt(CODE_SIGNS.length))).join("");

const orderFor = (
  code: string,
  /** Never a purchase's id: a place learns what, not whose. */
  handOver: string,
  playbook: Playbook,
  by: Instant,
): NonNullable<Draft["order"]> => ({
  store: playbook.stores.length === 1 && playbook.stores[0] !== undefined ? playbook.stores[0].id : "any",
  code,
  handOver,
  by,
});
