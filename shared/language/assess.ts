import type { AsideReason, Assessment, Lane, LookReason, StopCase } from "../complaint/assessment.ts";
import type { Instant, Lang, MentionId } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { complaintFeatures } from "./complaint-features.ts";
import { type CueFound, findCues, namedCompetitors } from "./cues.ts";
import { readSayings, readStops, type Said } from "./grammar.ts";
import { arousalOf, severityOf } from "./gravity.ts";
import { chooseLang, identify } from "./identify.ts";
import { boundedPoints, namedSigns } from "./model/complaint-model.ts";
import { chanceOf, type LinearModel, type Seen, sumOf } from "./model/linear-model.ts";
import { normalise } from "./normalise.ts";
import {
  isChat,
  isPlaceOnly,
  isPlanted,
  joinsIn,
  mayBeIrony,
  saysNoComplaint,
  withoutPlanted,
} from "./read-signs.ts";
import { COMPLAINT_FROM, type ComplaintFeatures, pointsOf, reasonsFor } from "./score-complaint.ts";
import { bindPlaybook, findSituations } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { stageOf } from "./stage.ts";
import { findStopCase } from "./stop-cases.ts";
import { type Reading, read } from "./tokens.ts";
import { weighCues } from "./weigh-cues.ts";
import { weightsFor } from "./weights/weights.ts";
import { whoIsNamed } from "./who-is-named.ts";

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
  /** Weights that take the place of the shipped ones, by language. */
  models?: Partial<Record<Lang, LinearModel>>;
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
  const seen = identify(written);
  const identified = chooseLang(seen, hintsOf(reading));
  const lang = identified.lang === "other" ? "en" : identified.lang;
  const whole = lang === "fi" ? withBookForms(written) : written;
  const readable = identified.lang !== "other";
  // Orders to a machine are no evidence for anything; what else the text says is.
  const wholeSaid = readSayings(whole.tokens, lang);
  const words = readable ? withoutPlanted(whole, wholeSaid) : whole;
  const said = words === whole ? wholeSaid : readSayings(words.tokens, lang);

  const found = readable
    ? findCues(words, lang, playbook.names, Number(now.slice(0, 4)), said)
    : namedCompetitors(words, playbook.names);
  const met = readable ? findSituations(playbook, words.tokens, lang, words.asks) : [];
  const literal = complaintFeatures(words, lang, found, met.length, said);
  const who = whoIsNamed(words.tokens, playbook.names);
  const irony = readable && mayBeIrony(words, said, literal);
  // Taken the other way, praise and thanks judge.
  const features = irony ? { ...literal, praise: 0, thanks: 0, verdict: literal.verdict + 1 } : literal;
  const unsituated = { ...features, situation: 0 };
  const plain = readable && isPlain(words, features);
  const weighed = readable
    ? scoreOf(
        {
          reading: words,
          who,
          signs: namedSigns(words, unsituated, found),
          points: boundedPoints(unsituated),
        },
        features,
        reading.models?.[lang] ?? weightsFor(lang).complaint,
      )
    : 0.5;
  const own = plain ? Math.max(weighed, PLAIN_SCORE) : weighed;
  const joined = reading.context && joinsIn(words, said, normalised.text) ? reading.context : undefined;
  const takesOver = joined !== undefined && joined.lane !== "aside" && joined.lane !== "question";
  const score = takesOver ? Math.max(own, DOUBT_FROM + COMPLAINT_FROM / 2) : own;
  const isComplaint =
    score >= COMPLAINT_FROM &&
    !(own < SURE && !takesOver && (putRight(features) || onlyWeighs(words, features, found))) &&
    !(own < 0.8 && features.contrast === 0 && readable && saysNoComplaint(words, said));
  // Words that weigh are believed of a complaint to a brand; of talk among people they would tell stories.
  const cues =
    readable && isComplaint
      ? weighCues(weightsFor(lang).cues, words, found, {
          names: who,
          features: met.length === 0 ? literal : complaintFeatures(words, lang, found, 0, said),
          addressed: playbook.names.own.byStem.size > 0,
        })
      : found;
  const situation = met[0] ?? (takesOver ? joined.situation : undefined);

  const langs = readable && identified.sure >= SURE_OF_LANGUAGE ? [...seen.langs.add(lang)] : ALL;
  const stop = reading.byBrand
    ? undefined
    : findStopCase(
        whole.tokens,
        langs.map((each) => (each === lang ? wholeSaid : readStops(whole.tokens, each))),
      );
  const outcome = laneOf({
    reading,
    words: whole,
    said: wholeSaid,
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
    complaint: { score: Math.round(score * SCORE_STEPS) / SCORE_STEPS, label: isComplaint },
    severity: severityOf(features, cues, isComplaint, outcome.stopCase),
    arousal: arousalOf(words, features),
    ...outcome,
    ...(isComplaint && readable ? { stage: stageOf(words.tokens, lang) } : {}),
    ...(situation !== undefined && carriesSituation(outcome.lane, isComplaint) ? { situation } : {}),
    ...(joined && takesOver ? { joinsIn: joined.mention } : {}),
    cues: cues
      // "Monday the whole office hears about it" under praise warns nobody.
      .filter(({ kind }) => !(kind === "warning" && outcome.asideReason === "praise"))
      .map(({ first: _first, last: _last, ...cue }) => cue),
    reasons: reasonsFor(features, isComplaint),
  };
}

/** A situation of the playbook is told by its own words; the model has not seen them. */
const SITUATION_WEIGHT = 2;

/** The model's chance, moved so that its own yes begins at `COMPLAINT_FROM`. */
function scoreOf(seen: Seen, features: ComplaintFeatures, model: LinearModel): number {
  const sum =
    sumOf(model, seen) + (features.situation > 0 && features["put-right"] === 0 ? SITUATION_WEIGHT : 0);
  return centred(chanceOf(model, sum), model.from);
}

/** "Never again, the worst shop": a short verdict leaves words too little to weigh, and nothing to doubt. */
const isPlain = ({ tokens }: Reading, features: ComplaintFeatures): boolean =>
  tokens.length < PLAIN_WORDS &&
  pointsOf(features) >= PLAIN_FROM &&
  features.praise + features.thanks + features["put-right"] === 0;
const PLAIN_WORDS = 12;
const PLAIN_FROM = 1.5;
const PLAIN_SCORE = 0.7;

/** A fault that is told as put right, in praise: the rules are clear about it, whatever single words weigh. */
const putRight = (features: ComplaintFeatures): boolean =>
  features["put-right"] > 0 && pointsOf(features) < 0 && features.churn === 0;

/**
 * "Especially when your competitor has set up shop next door": who leaves and who stays speak of rivals and years,
 * and these words alone complain of nothing. Nor do a few words, none of which is bad.
 */
const onlyWeighs = ({ tokens }: Reading, features: ComplaintFeatures, cues: readonly CueFound[]): boolean =>
  features["nothing-bad"] > 0 &&
  (tokens.length < FEW_WORDS || cues.some(({ kind }) => kind === "relationship" || kind === "competitor"));
/** Fewer words, none of them bad, are too little to weigh. */
const FEW_WORDS = 8;

/** More figures behind the point say nothing, and a store takes no number that is all but nought. */
const SCORE_STEPS = 1_000_000;

const centred = (chance: number, from: number): number =>
  chance < from
    ? (COMPLAINT_FROM * chance) / from
    : COMPLAINT_FROM + ((1 - COMPLAINT_FROM) * (chance - from)) / (1 - from);

/** What is known of the writer, the page and the channel; where nobody said the page's language, the brand's first. */
function hintsOf({ priorLang, pageLang, channelLangHint, playbook }: MentionReading) {
  const page = pageLang ?? playbook.languages[0];
  return {
    ...(priorLang === undefined ? {} : { priorLang }),
    ...(page === undefined ? {} : { pageLang: page }),
    ...(channelLangHint === undefined ? {} : { channelLangHint }),
  };
}

/** A question or an aside is no matter of a situation; what a person looks at may be one. */
const carriesSituation = (lane: Lane, isComplaint: boolean): boolean =>
  isComplaint || lane === "look" || lane === "stop";

type Signs = {
  reading: MentionReading;
  words: Reading;
  said: Said;
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
  // The rules find no complaint: what the model alone takes for one yields to a plain sign of something else.
  const unsaid = pointsOf(features) < 0;
  const barely = !isComplaint || unsaid || (pointsOf(features) < BARELY && score < SURE);
  if ((isSpam(words, features) || isPlanted(words, signs.said)) && barely) return aside("spam");
  if (signs.irony) return look("irony");
  if (unsaid && isPlaceOnly(words, signs.said)) return aside("not-about-us");
  if (isComplaint && unsaid && signs.situation === undefined && words.asks.some(Boolean))
    return { lane: "question" };
  if (isComplaint) return signs.situation === undefined ? look("no-situation") : { lane: "answer" };
  if (features.dealing === 0 && isChat(words, signs.said)) return aside("chatter");
  if (words.asks.some(Boolean)) return { lane: "question" };
  if (isPlaceOnly(words, signs.said)) return aside("not-about-us");
  if (unsaid && features["put-right"] > 0 && features.thanks === 0) return aside("praise");
  // Plain praise with a hard word in it is praise.
  const praised = features.praise + features.thanks > 0 && pointsOf(features) < PRAISED;
  if (score >= DOUBT_FROM && !praised) return look("low-confidence");
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
/** Points below which the rules find hardly a complaint in a text. */
const BARELY = 1;
/** Points below which praise outweighs all else. */
const PRAISED = -1;
/** From here on the model is as sure as it gets. */
const SURE = 0.9;

function isSpam(words: Reading, features: ComplaintFeatures): boolean {
  const hashtags = words.tokens.filter((token) => token.kind === "hashtag").length;
  // "Is that all sizes, and do you ship?" asks about an offer.
  const asks = features.addressed > 0 && words.asks.some(Boolean);
  return (features.offer > 0 && words.urls > 0) || (features.offer > 1 && !asks) || hashtags >= MANY_HASHTAGS;
}
