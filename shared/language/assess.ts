import type { Assessment, Lane } from "../complaint/assessment.ts";
import type { Instant, Lang, MentionId } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { withSituations } from "./complaint-features.ts";
import { namedCompetitors } from "./cues.ts";
import { readSayings, readStops } from "./grammar.ts";
import { arousalOf, severityOf } from "./gravity.ts";
import { chooseLang, identify } from "./identify.ts";
import { type Judgement, judgeComplaint } from "./judge-complaint.ts";
import { DOUBT_FROM, laneOf } from "./lanes.ts";
import type { LinearModel } from "./model/linear-model.ts";
import { normalise } from "./normalise.ts";
import type { PlaybookNames } from "./playbook-names.ts";
import { joinsIn, mayBeIrony, withoutPlanted } from "./read-signs.ts";
import { COMPLAINT_FROM, type ComplaintFeatures, pointsOf, reasonsFor } from "./score-complaint.ts";
import { type Sight, seeReading, sightOf } from "./see.ts";
import { bindPlaybook, findSituations } from "./situations.ts";
import { withBookForms } from "./spoken-finnish.ts";
import { stageOf } from "./stage.ts";
import { findStopCase } from "./stop-cases.ts";
import { type Reading, read } from "./tokens.ts";
import { weighCues } from "./weigh-cues.ts";
import { weighSituations } from "./weigh-situations.ts";
import { weighStops } from "./weigh-stops.ts";
import { weightsFor } from "./weights.ts";

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

/** Facebook takes 63,206 characters in a post; what lies beyond is not from there. */
const READ_AT_MOST = 65_536;
const SURE_OF_LANGUAGE = 0.5;
const ALL: readonly Lang[] = ["en", "fi", "sv"];

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

  const sight: Sight = readable
    ? seeReading(words, said, lang, playbook.names, Number(now.slice(0, 4)))
    : unread(words, playbook.names);
  const met = readable ? findSituations(playbook, words.tokens, lang, words.asks) : [];
  const irony = readable && mayBeIrony(words, said, withSituations(sight.features, met.length));
  const taken = irony ? takenTheOtherWay(sight.features) : sight.features;
  const joined = reading.context && joinsIn(words, said, normalised.text) ? reading.context : undefined;
  const takesOver = joined !== undefined && joined.lane !== "aside" && joined.lane !== "question";
  const joins = takesOver ? JOINED_SCORE : undefined;
  const judged: Judgement = readable
    ? judgeComplaint(sight, taken, met.length, reading.models?.[lang] ?? weightsFor(lang).complaint, joins)
    : unjudged(taken, joins);
  const { isComplaint, features } = judged;
  const addressed = playbook.names.own.byStem.size > 0;
  const cues = readable ? weighCues(weightsFor(lang).cues, sight, { addressed, isComplaint }) : sight.cues;
  const situation = met[0] ?? (takesOver ? joined.situation : undefined);

  const isWeighed = readable && isComplaint && playbook.situationIds.size > 0;
  const maybe = isWeighed
    ? weighSituations(weightsFor(lang).situations, sight, met, playbook.situationIds).filter(
        (id) => id !== situation,
      )
    : [];

  const langs = readable && identified.sure >= SURE_OF_LANGUAGE ? [...seen.langs.add(lang)] : ALL;
  const told = findStopCase(
    whole.tokens,
    langs.map((each) => (each === lang ? wholeSaid : readStops(whole.tokens, each))),
  );
  const weighs = readable && !reading.byBrand;
  const stop = told.stop ?? (weighs ? weighStops(weightsFor(lang).stops, sight, told.dismissed) : undefined);
  const outcome = laneOf({
    byBrand: reading.byBrand ?? false,
    hasMedia: reading.hasMedia,
    answers: reading.context !== undefined,
    length: reading.text.length,
    words: whole,
    said: wholeSaid,
    judged,
    situation,
    stop,
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
    complaint: { score: judged.score, label: isComplaint },
    severity: severityOf(features, cues, isComplaint, outcome.stopCase),
    arousal: arousalOf(words, features),
    ...outcome,
    ...(isComplaint && readable ? { stage: stageOf(words.tokens, lang) } : {}),
    ...(situation !== undefined && carriesSituation(outcome.lane, isComplaint) ? { situation } : {}),
    ...(maybe.length === 0 ? {} : { maybe }),
    ...(joined && takesOver ? { joinsIn: joined.mention } : {}),
    cues: cues
      // "Monday the whole office hears about it" under praise warns nobody.
      .filter(({ kind }) => !(kind === "warning" && outcome.asideReason === "praise"))
      .map(({ first: _first, last: _last, ...cue }) => cue),
    reasons: reasonsFor(features, isComplaint),
  };
}

/** Where irony is likely, praise and thanks judge. */
const takenTheOtherWay = (features: ComplaintFeatures): ComplaintFeatures => ({
  ...features,
  praise: 0,
  thanks: 0,
  verdict: features.verdict + 1,
});

/** "Same here" is as sure as can be in doubt: half of it is what it answers. */
const JOINED_SCORE = DOUBT_FROM + COMPLAINT_FROM / 2;

/** In a language that nobody here reads only the rivals of the brand's own list are seen, and nothing is judged. */
const unread = (words: Reading, names: PlaybookNames): Sight =>
  sightOf(words, [], namedCompetitors(words, names), new Map());
const unjudged = (features: ComplaintFeatures, joins: number | undefined): Judgement => {
  const score = Math.max(0.5, joins ?? 0);
  return { score, isComplaint: score >= COMPLAINT_FROM, points: pointsOf(features), features };
};

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
