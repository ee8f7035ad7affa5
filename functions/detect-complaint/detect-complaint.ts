import { advance } from "../../shared/complaint/advance.ts";
import type { Assessment } from "../../shared/complaint/assessment.ts";
import { REOPEN_WITHIN_DAYS } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { type BrandId, type CaseId, type Instant, Lang, type MentionId } from "../../shared/complaint/ids.ts";
import type { Mention } from "../../shared/complaint/mention.ts";
import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { wordsUntil } from "../../shared/complaint/retention.ts";
import { CaseAssessed } from "../../shared/events/case-assessed.ts";
import { CaseClosed } from "../../shared/events/case-closed.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import { MentionSetAside } from "../../shared/events/mention-set-aside.ts";
import { assess } from "../../shared/language/assess.ts";
import type { BrandStore } from "../../shared/ports/brand-store.ts";
import type { CaseStore, ThreadKey } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import { later } from "../../shared/runtime/clock.ts";
import { Unavailable } from "../../shared/runtime/errors.ts";
import { log } from "../../shared/runtime/log.ts";
import { STEP_PATIENCE_MS, wakeWith } from "../../shared/runtime/wakes.ts";
import { closedBy, isHeldBy, joined, openedWith } from "./case-changes.ts";

export type DetectPorts = {
  readonly mentions: MentionStore;
  readonly cases: CaseStore;
  readonly brands: BrandStore;
  readonly clock: Clock;
};

type About = { readonly brand: BrandId; readonly causedBy: string };

/**
 * Reads one mention and puts it where it belongs: aside with a reason, into a new case, or into the open case of
 * the same person in the same thread. Saved before told; run twice it ends in the same state.
 */
export async function detectComplaint(
  heard: About & { readonly mentionId: MentionId },
  ports: DetectPorts,
): Promise<readonly DomainEvent[]> {
  const mention = await ports.mentions.get(heard.brand, heard.mentionId);
  if (mention === undefined || mention.removedAt !== undefined || mention.byBrand) return [];
  const before = await ports.mentions.assessmentOf(heard.brand, mention.id);
  const { thread, file, replaces } = await findCase(mention, ports);
  // After both, which are to be of one moment: another run may be opening the case.
  const { file: brandFile } = await ports.brands.active(heard.brand);
  const { retention } = brandFile.playbook;
  if (before !== undefined && before.revision >= mention.revision) {
    // Saved once more, since an earlier run may have ended between the assessment and the end of the wake.
    await ports.mentions.saveAssessment(
      heard.brand,
      before,
      wordsUntil(retention, before.lane, mention.seenAt),
    );
    return toldAgain(heard, before, file);
  }
  const assessment = await read(mention, file, brandFile, ports);
  const done = { assessment, textUntil: wordsUntil(retention, assessment.lane, mention.seenAt) };
  return assessment.lane === "aside"
    ? setAside(heard, done, file, ports)
    : intoCase(heard, mention, done, { thread, file, replaces }, ports);
}

/** What reading gave, and until when the words are kept. */
type Done = { readonly assessment: Assessment; readonly textUntil: Instant };

/** The case of this person in this thread, unless it has been closed for so long that it is history. */
async function findCase(
  mention: Mention,
  ports: DetectPorts,
): Promise<{ thread: ThreadKey; file?: CaseFile; replaces?: CaseId }> {
  const { brand, channel, rootId } = mention;
  const thread = { brand, channel, rootId, person: mention.author?.id ?? mention.id };
  const id = await ports.cases.caseIdOf(thread);
  const file = id === undefined ? undefined : await ports.cases.load(brand, id);
  if (file === undefined) return { thread };
  const history =
    file.case.stage === "closed" &&
    Date.parse(ports.clock.now()) - Date.parse(file.case.closedAt) > REOPEN_WITHIN_DAYS * 86_400_000;
  return history ? { thread, replaces: file.case.id } : { thread, file };
}

async function read(
  mention: Mention,
  file: CaseFile | undefined,
  { playbook }: BrandFile,
  ports: DetectPorts,
): Promise<Assessment> {
  const answers = mention.parentId ?? (mention.rootId === mention.id ? undefined : mention.rootId);
  const above = answers === undefined ? undefined : await ports.mentions.assessmentOf(mention.brand, answers);
  const aboveText =
    above === undefined ? undefined : (await ports.mentions.get(mention.brand, above.mention))?.text;
  const prior = Lang.safeParse(file?.case.lang);
  return assessOrShow(
    {
      mention: mention.id,
      revision: mention.revision,
      text: mention.text ?? "",
      hasMedia: mention.hasMedia,
      ...(prior.success ? { priorLang: prior.data } : {}),
      ...(playbook.languages[0] === undefined ? {} : { pageLang: playbook.languages[0] }),
      ...(above === undefined
        ? {}
        : {
            context: {
              mention: above.mention,
              lane: above.lane,
              ...(above.situation === undefined ? {} : { situation: above.situation }),
              ...(aboveText === undefined ? {} : { text: aboveText }),
            },
          }),
      playbook,
    },
    ports.clock.now(),
  );
}

/** Reading is pure: words that trip it up once do so each time. A person sees them; they do not wait in a queue for ever. */
function assessOrShow(facts: Parameters<typeof assess>[0], now: Instant): Assessment {
  try {
    return assess(facts, now);
  } catch (error) {
    log.error("a text could not be read", error, { mentionId: facts.mention });
    return {
      mention: facts.mention,
      revision: facts.revision,
      assessedAt: now,
      lang: "other",
      complaint: { score: 0.5, label: false },
      severity: 0,
      arousal: 0,
      lane: "look",
      lookReason: "low-confidence",
      cues: [],
      reasons: [],
    };
  }
}

async function setAside(
  heard: About,
  { assessment, textUntil }: Done,
  file: CaseFile | undefined,
  ports: DetectPorts,
): Promise<readonly DomainEvent[]> {
  const events: DomainEvent[] = [];
  const closed = file === undefined ? undefined : closedBy(assessment, file, ports.clock.now());
  if (file !== undefined && closed !== undefined) {
    const { outcome } = await ports.cases.save(closed);
    if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
    if (closed.next.stage === "closed")
      events.push(closedEvent(heard, file.case.id, closed.next.closedBecause, assessment.assessedAt));
  }
  await ports.mentions.saveAssessment(heard.brand, assessment, textUntil);
  return [...events, asideEvent(heard, assessment)];
}

async function intoCase(
  heard: About,
  mention: Mention,
  { assessment, textUntil }: Done,
  { thread, file, replaces }: { thread: ThreadKey; file: CaseFile | undefined; replaces: CaseId | undefined },
  ports: DetectPorts,
): Promise<readonly DomainEvent[]> {
  const now = ports.clock.now();
  const wakeFor = (event: DomainEvent) => wakeWith(event, later(now, STEP_PATIENCE_MS));
  let event: DomainEvent;
  if (file === undefined) {
    const opened = openedWith(mention, assessment, now);
    event = assessedEvent(heard, opened.id, opened.version, opened.lane, now);
    const outcome = await ports.cases.open(opened, thread, wakeFor(event), replaces);
    // Another mention of this person has just opened a case here: the next run joins it.
    if (outcome === "thread-taken") throw new Unavailable("a case was opened for this person meanwhile");
    // The same first mention opened it in an earlier run that did not get as far as its assessment.
    if (outcome === "exists" && (await ports.cases.load(heard.brand, opened.id)) === undefined)
      throw new Unavailable("the case cannot be read yet");
    await ports.mentions.saveAssessment(heard.brand, { ...assessment, caseId: opened.id }, textUntil);
    return [event];
  }
  if (isHeldBy(file, mention)) {
    const held = { ...assessment, caseId: file.case.id };
    await ports.mentions.saveAssessment(heard.brand, held, textUntil);
    return toldAgain(heard, held, file);
  }
  const change = joined(file, mention, assessment, now);
  event = assessedEvent(heard, file.case.id, change.next.version, change.next.lane, now);
  // An approved answer on its way is not called back by a further word; the agent is told instead.
  const reread = change.next.stage === "detected";
  const { outcome } = await ports.cases.save(reread ? { ...change, wake: wakeFor(event) } : change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  await ports.mentions.saveAssessment(heard.brand, { ...assessment, caseId: file.case.id }, textUntil);
  return reread ? [event] : [];
}

/** The fact is stored already: the same events again, built from what is stored. */
function toldAgain(heard: About, before: Assessment, file: CaseFile | undefined): readonly DomainEvent[] {
  if (before.lane === "aside") return [asideEvent(heard, before)];
  if (file?.case.stage !== "detected") return [];
  return [assessedEvent(heard, file.case.id, file.case.version, file.case.lane, file.case.updatedAt)];
}

const assessedEvent = (
  { brand, causedBy }: About,
  caseId: CaseId,
  caseVersion: number,
  lane: "answer" | "stop" | "look" | "question",
  occurredAt: string,
): DomainEvent =>
  CaseAssessed.make(
    { brand, caseId, occurredAt, causedBy, key: `${caseId}@${caseVersion}` },
    { caseId, caseVersion, lane },
  );

const asideEvent = (
  { brand, causedBy }: About,
  { mention, revision, asideReason, assessedAt }: Assessment,
): DomainEvent =>
  MentionSetAside.make(
    { brand, occurredAt: assessedAt, causedBy, key: `${mention}@${revision}` },
    { mentionId: mention, revision, reason: asideReason ?? "chatter" },
  );

const closedEvent = (
  { brand, causedBy }: About,
  caseId: CaseId,
  because: "thanks" | "removed" | "no-answer-needed" | "answered" | "declined" | "answered-outside",
  occurredAt: string,
): DomainEvent => CaseClosed.make({ brand, caseId, occurredAt, causedBy, key: caseId }, { caseId, because });

/**
 * The mention is gone on the platform. A case that it alone made is closed, unless an answer is on its way: then the
 * sender finds it gone and says so.
 */
export async function forgetMention(
  heard: About & { readonly mentionId: MentionId },
  ports: DetectPorts,
): Promise<readonly DomainEvent[]> {
  const caseId = (await ports.mentions.assessmentOf(heard.brand, heard.mentionId))?.caseId;
  const file = caseId === undefined ? undefined : await ports.cases.load(heard.brand, caseId);
  if (file === undefined || caseId === undefined) return [];
  const now = ports.clock.now();
  if (file.case.stage === "closed")
    return [closedEvent(heard, caseId, file.case.closedBecause, file.case.closedAt)];
  if (file.case.stage === "approved") return [];
  const left = file.case.mentions.filter((id) => id !== heard.mentionId);
  const stillThere: MentionId[] = [];
  for (const id of left) {
    const other = await ports.mentions.get(heard.brand, id);
    if (other !== undefined && other.removedAt === undefined) stillThere.push(id);
  }
  const last = stillThere.at(-1);
  if (last !== undefined)
    return file.case.answerTo === heard.mentionId ? answerAnother(heard, file, last, ports) : [];
  const change = closedBy("removed", file, now);
  if (change === undefined) return [];
  const { outcome } = await ports.cases.save(change);
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return [closedEvent(heard, caseId, "removed", now)];
}

/** What was to be answered is gone, but the person has written more: the case is read again from what stands. */
async function answerAnother(
  heard: About,
  file: CaseFile,
  standing: MentionId,
  ports: DetectPorts,
): Promise<readonly DomainEvent[]> {
  if (file.case.stage === "answered") return [];
  const now = ports.clock.now();
  const next = advance(file.case, now, {
    stage: "detected",
    answerTo: standing,
    desk: "agents",
    trouble: undefined,
  });
  const event = assessedEvent(heard, next.id, next.version, next.lane, now);
  const { outcome } = await ports.cases.save({
    next,
    wake: wakeWith(event, later(now, STEP_PATIENCE_MS)),
    audit: [{ at: now, by: "shopkeeper", did: "removed", what: file.case.answerTo }],
  });
  if (outcome !== "saved") throw new Unavailable("the case moved on meanwhile");
  return [event];
}
