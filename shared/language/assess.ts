import type { AsideReason, Assessment, Lane, LookReason, StopCase } from "../complaint/assessment.ts";
import type { Instant, Lang, MentionId } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { findCues, namedCompetitors } from "./cues.ts";
import { arousalOf, severityOf } from "./gravity.ts";
import { chooseLang, identify } from "./identify.ts";
import { normalise } from "./normalise.ts";
import { COMPLAINT_FROM, type ComplaintFeatures, reasonsFor, scoreComplaint } from "./score-complaint.ts";
import {
  isChat,
  isPlaceOnly,
  isPlanted,
  joinsIn,
  mayBeIrony,
  saysNoComplaint,
  withoutPlanted,
} from "./signs.ts";
import { bindPlaybook, findSituations } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { findStopCase } from "./stop-cases.ts";
import { type Reading, read } from "./tokens.ts";

/** One wording of one mention, with what is known of where it stands. */
export type MentionReading = {
  mention: MentionId;
  revision: number;
  /** As it was written; empty when the post is only a picture. */
  text: string;
  hasMedia: boolean;
  byBrand?: boolean;
  /** The language of the channel account, of the page, and of the writer's earlier mentions. */
  channelLangHint?: Lang;
  pageLang?: Lang;
  priorLang?: Lang;
  /** What this comment answers: for join-ins and thanks. */
  context?: { mention: MentionId; situation?: string; lane: Lane; text?: string };
  playbook: Playbook;
};

/** Longer than this, a person looks; everything up to `READ_AT_MOST` is read all the same. */
const LONG_TEXT = 8_000;
/** Facebook takes 63,206 characters in a post; what lies beyond is not from there. */
const READ_AT_MOST = 65_536;
/** From here on it is an answer; between this and `COMPLAINT_FROM` lies doubt, and a person looks. */
const DOUBT_FROM = 0.35;
const SURE_OF_LANGUAGE = 0.5;
const ALL: readonly Lang[] = ["en", "fi", "sv"];

type Outcome = { lane: Lane; stopCase?: StopCase; asideReason?: AsideReason; lookReason?: LookReason };

/**
 * Read a mention: its language, whether it complains and of what, its cues, and the lane it takes.
 * Deterministic; nothing in a text can do more than choose a lane, a situation from the playbook and cues.
 * Stop cases outrank every other lane. An unreadable phrase in the playbook is a RangeError.
 */
export function assess(reading: MentionReading, now: Instant): Assessment {
  const playbook = bindPlaybook(reading.playbook);
  const normalised = normalise(reading.text.slice(0, READ_AT_MOST));
  const written = read(normalised);
  const home = reading.playbook.languages[0];
  const seen = identify(written);
  const identified = chooseLang(seen, {
    ...reading,
    ...(reading.pageLang === undefined && home !== undefined ? { pageLang: home } : {}),
  });
  const lang = identified.lang === "other" ? "en" : identified.lang;
  const whole = lang === "fi" ? withBookForms(written) : written;
  const readable = identified.lang !== "other";
  // Orders to a machine are no evidence for anything; what else the text says is.
  const words = readable ? withoutPlanted(whole, lang) : whole;

  const cues = readable
    ? findCues(words, lang, playbook.names, new Date(now).getUTCFullYear())
    : namedCompetitors(words, playbook.names);
  const met = readable ? findSituations(playbook, words.tokens, lang, words.asks) : [];
  const literal = complaintFeatures(words, lang, cues, met.length);
  const irony = readable && mayBeIrony(words, lang, literal);
  // Taken the other way, praise and thanks judge.
  const features = irony ? { ...literal, praise: 0, thanks: 0, verdict: literal.verdict + 1 } : literal;
  const own = readable ? scoreComplaint(features) : 0.5;
  const joined = reading.context && joinsIn(words, lang, normalised.text) ? reading.context : undefined;
  const takesOver = joined !== undefined && joined.lane !== "aside" && joined.lane !== "question";
  const score = takesOver ? Math.max(own, DOUBT_FROM + COMPLAINT_FROM / 2) : own;
  const isComplaint = score >= COMPLAINT_FROM && !(own < 0.8 && readable && saysNoComplaint(words, lang));
  const situation = met[0] ?? (takesOver ? joined.situation : undefined);

  const stop = reading.byBrand
    ? undefined
    : findStopCase(whole, readable && identified.sure >= SURE_OF_LANGUAGE ? [...seen.langs.add(lang)] : ALL);
  const outcome = laneOf({
    lang,
    reading,
    words: whole,
    features,
    score,
    isComplaint,
    situation,
    stop: stop ?? undefined,
    joinedStop: joined?.lane === "stop",
    irony,
    readable,
    hidden: normalised.hidesCharacters,
  });

  return {
    mention: reading.mention,
    revision: reading.revision,
    assessedAt: now,
    lang: identified.lang,
    complaint: { score, label: isComplaint },
    severity: severityOf(features, cues, isComplaint, outcome.stopCase),
    arousal: arousalOf(words, features),
    ...outcome,
    ...(situation !== undefined && carriesSituation(outcome.lane, isComplaint) ? { situation } : {}),
    ...(joined && takesOver ? { joinsIn: joined.mention } : {}),
    cues: cues
      // "Monday the whole office hears about it" under praise warns nobody.
      .filter(({ kind }) => !(kind === "warning" && outcome.asideReason === "praise"))
      .map(({ first: _first, last: _last, ...cue }) => cue),
    reasons: reasonsFor(features, isComplaint),
  };
}

/** A question or an aside is no matter of a situation; what a person looks at may be one. */
const carriesSituation = (lane: Lane, isComplaint: boolean): boolean =>
  isComplaint || lane === "look" || lane === "stop";

type Signs = {
  lang: Lang;
  reading: MentionReading;
  words: Reading;
  features: ComplaintFeatures;
  score: number;
  isComplaint: boolean;
  situation: string | undefined;
  stop: StopCase | undefined;
  joinedStop: boolean;
  irony: boolean;
  readable: boolean;
  hidden: boolean;
};

/** The checks in order; the first that speaks decides. */
function laneOf(signs: Signs): Outcome {
  const { reading, words, features, isComplaint, score, stop } = signs;
  const look = (lookReason: LookReason): Outcome => ({ lane: "look", lookReason });
  const aside = (asideReason: AsideReason): Outcome => ({ lane: "aside", asideReason });

  if (reading.byBrand) return aside("own-post");
  if (stop) return { lane: "stop", stopCase: stop };
  if (words.tokens.length === 0 && words.emoji.length === 0 && words.urls === 0) {
    return reading.hasMedia ? look("photo-only") : aside("chatter");
  }
  // "Same here" under a stop case may be one more person hurt: somebody looks.
  if (signs.joinedStop && isComplaint) return look("low-confidence");
  if (signs.hidden) return look("hidden-characters");
  if (reading.text.length > LONG_TEXT) return look("long-text");
  if (words.tokens.length === 0) return aside("chatter");
  if (!signs.readable) return look("unknown-language");
  if ((isSpam(words, features) || isPlanted(words, signs.lang)) && !isComplaint) return aside("spam");
  if (signs.irony) return look("irony");
  if (isComplaint) return signs.situation === undefined ? look("no-situation") : { lane: "answer" };
  if (features.dealing === 0 && isChat(words, signs.lang)) return aside("chatter");
  if (words.asks.some(Boolean)) return { lane: "question" };
  if (isPlaceOnly(words, signs.lang)) return aside("not-about-us");
  if (score >= DOUBT_FROM) return look("low-confidence");
  if (features.thanks > 0 && reading.context) return aside("thanks");
  if (features.praise > 0) return aside("praise");
  if (features.thanks > 0) return aside("thanks");
  if (features["put-right"] > 0) return aside("praise");
  if (reading.hasMedia && words.tokens.length <= POINTS_AT_PICTURE) return look("photo-only");
  // Somebody had to do with us and says how, in words that no rule knows.
  if (features.dealing > 0) return look("low-confidence");
  // What is written to the brand in plain earnest is chatter only with good reason.
  const earnest = words.emoji.length === 0 && words.tokens.length >= EARNEST_FROM;
  if (!reading.context && earnest && features.greeting === 0) return look("low-confidence");
  return aside("chatter");
}

/** "Look at this": as many words point at a picture, and the picture is what is said. */
const POINTS_AT_PICTURE = 6;
/** Fewer words are a shout. */
const EARNEST_FROM = 5;
const MANY_HASHTAGS = 6;

function isSpam(words: Reading, features: ComplaintFeatures): boolean {
  const hashtags = words.tokens.filter((token) => token.kind === "hashtag").length;
  // "Is that all sizes, and do you ship?" asks about an offer.
  const asks = features.addressed > 0 && words.asks.some(Boolean);
  return (features.offer > 0 && words.urls > 0) || (features.offer > 1 && !asks) || hashtags >= MANY_HASHTAGS;
}
