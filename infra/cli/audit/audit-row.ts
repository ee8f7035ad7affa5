import * as z from "zod";
import type { Finding } from "../../../shared/complaint/draft.ts";
import { Channel, Lang, MentionId } from "../../../shared/complaint/ids.ts";
import type { Playbook } from "../../../shared/complaint/playbook.ts";
import { assess } from "../../../shared/language/assess.ts";
import { identifyLanguage } from "../../../shared/language/identify.ts";
import { withoutAddresses } from "../../../shared/language/lint-finding.ts";
import { showsFeeling } from "../../../shared/language/lint-rules/must-words.ts";
import type { LintPlaybook } from "../../../shared/language/voice-lint.ts";
import { lint } from "../../../shared/language/voice-lint.ts";
import { inSmallLetters } from "../../../shared/language/wording.ts";

const Moment = z.iso.datetime({ offset: true });

/** One past reply of a page; stable contract. `public` is true where it is not said. */
export const AuditRow = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  /** The language it should be in; that of what it answers where it is not said, else its own. */
  lang: Lang.optional(),
  channel: Channel.optional(),
  /** What it answers. Without it nobody can say whether a complaint was answered, and how fast. */
  inReplyTo: z.object({ text: z.string(), postedAt: Moment.optional() }).optional(),
  postedAt: Moment.optional(),
  public: z.boolean().optional(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** What `audit` says of a reply; stable contract. */
export type Audited = {
  readonly id: string | number;
  /** `other` where nobody here reads the language: no findings and no score. */
  readonly lang: Lang | "other";
  readonly findings: readonly Finding[];
  /** 0 to 100, see `scoreOf`; null where the language is not read. */
  readonly score: number | null;
  /** Null where it is not known what was answered. */
  readonly answersComplaint: boolean | null;
  readonly showsFeeling: boolean;
  /** Minutes from what is answered to the reply; null without both times, or where they stand the wrong way round. */
  readonly minutesToAnswer: number | null;
};

/** "PS4 console" says neither its language nor whether it complains. */
const FEW_WORDS = 6;
/** Under this the language of a post is a guess, and the reply's own is more likely to be right. */
const SURE_OF_LANGUAGE = 0.6;
/** What is missing from an answer is a fault where surely a complaint was answered; else it is advice. */
const SURE_OF_COMPLAINT = 0.8;
const MENTION = MentionId.parse("x:0");

/**
 * Reads one past reply as the voice lint reads a draft.
 *
 * @param brand words and names of the page's own brand; of a rival's page only what holds for everybody is known
 * @param recent replies of the same page in the 30 days before
 */
export function auditRow(
  row: AuditRow,
  brand: { readonly playbook: LintPlaybook; readonly reading: Playbook },
  recent: readonly string[],
): Audited {
  const asked = row.inReplyTo?.text;
  const words = withoutAddresses(asked ?? "").match(/\p{L}+/gu) ?? [];
  const own = identifyLanguage(row.text).lang;
  const read =
    asked === undefined || words.length < FEW_WORDS
      ? undefined
      : assess(
          {
            mention: MENTION,
            revision: 0,
            text: asked,
            hasMedia: false,
            playbook: brand.reading,
            ...(own === "other" ? {} : { pageLang: own }),
          },
          row.inReplyTo?.postedAt ?? new Date(0).toISOString(),
        );
  const theirs = identifyLanguage(asked ?? "");
  const lang = row.lang ?? (theirs.lang === "other" || theirs.sure < SURE_OF_LANGUAGE ? own : theirs.lang);
  const answersComplaint = read === undefined ? null : read.lane === "answer" || read.complaint.label;
  const common = { id: row.id, answersComplaint, minutesToAnswer: minutesBetween(row) };
  // A short reply is in the writer's language unless it is surely in another.
  if (lang === "other" || own === "other")
    return { ...common, lang: "other", findings: [], score: null, showsFeeling: false };
  // Of a post that is too short to be read nobody can say for certain that it complains.
  const complains =
    asked === undefined
      ? undefined
      : read !== undefined && answersComplaint === true && read.complaint.score >= SURE_OF_COMPLAINT;
  const found = lint({
    side: row.public === false ? "private" : "public",
    text: row.text,
    lang,
    channel: row.channel ?? "facebook",
    playbook: brand.playbook,
    matchConfirmed: false,
    writerText: asked,
    answersComplaint: complains,
    recentReplies: recent,
  });
  const findings = found.map((one) =>
    isAdvice(one, answersComplaint === false) ? { ...one, severity: "soft" as const } : one,
  );
  return {
    ...common,
    lang,
    findings,
    score: scoreOf(found),
    showsFeeling: showsFeeling[lang].isIn(inSmallLetters(row.text)),
  };
}

/**
 * What only the people of the page can tell to be a fault: whether a page had to be named, and whether an explanation
 * was the whole answer. And how a reply to somebody who does not complain is put, unless it was sent to others too.
 */
const isAdvice = ({ rule, overrulable }: Finding, isNoComplaint: boolean): boolean =>
  ["link", "no-next-step", "no-private-step"].includes(rule) ||
  (isNoComplaint && overrulable && rule !== "near-duplicate");

/**
 * 100, less 20 for each element that an answer to a complaint lacks and for each hard rule that its words break: what
 * the lint says of it as of a draft, before some of it is taken for advice.
 */
export function scoreOf(findings: readonly Finding[]): number {
  const broken = new Set(findings.filter(({ severity }) => severity === "hard").map(({ rule }) => rule));
  return Math.max(0, 100 - PER_RULE * broken.size);
}
const PER_RULE = 20;

function minutesBetween({ postedAt, inReplyTo }: AuditRow): number | null {
  if (postedAt === undefined || inReplyTo?.postedAt === undefined) return null;
  const minutes = (Date.parse(postedAt) - Date.parse(inReplyTo.postedAt)) / 60_000;
  return minutes < 0 ? null : Math.round(minutes * 10) / 10;
}
