import { withSituations } from "./complaint-features.ts";
import type { CueFound } from "./cues.ts";
import { chanceOf, type LinearModel, sumOf } from "./model/linear-model.ts";
import { saysNoComplaint } from "./read-signs.ts";
import { COMPLAINT_FROM, type ComplaintFeatures, pointsOf } from "./score-complaint.ts";
import { type Sight, seenIn } from "./see.ts";
import type { Reading } from "./tokens.ts";

/**
 * Whether a text complains. `score` is 0 to 1 with its yes at `COMPLAINT_FROM`; `points` are those of the hand-set
 * weights; `features` as they are to be taken, with the situations that the text meets.
 */
export type Judgement = { score: number; isComplaint: boolean; points: number; features: ComplaintFeatures };

/** From here on the model is as sure as it gets, and no exception of the rules holds against it. */
export const SURE = 0.9;
/** Up to here a word that says "no complaint" is believed. */
const BELIEVED_TO = 0.8;
/** Praise is also the mask of complaints, and is believed of what is hardly one. */
const PRAISE_BELIEVED_TO = 0.55;
/** A situation of the playbook is told by its own words; the model has not seen them. */
const SITUATION_WEIGHT = 2.5;
/** More figures behind the point say nothing, and a store takes no number that is all but nought. */
const SCORE_STEPS = 1_000_000;

/**
 * The model decides, but where the rules are clear: the exceptions stand here, each with what it is for.
 * @param unmet the features as they are to be taken, the playbook's situations left out, as the model learnt them
 * @param situations situations of the playbook that the text meets
 * @param joins the chance at least that "same here" takes over from what it answers; undefined where it joins nothing
 */
export function judgeComplaint(
  sight: Sight,
  unmet: ComplaintFeatures,
  situations: number,
  model: LinearModel,
  joins: number | undefined,
): Judgement {
  const { reading, said, cues } = sight;
  const features = withSituations(unmet, situations);
  const points = pointsOf(features);
  const told = features.situation > 0 && features["put-right"] === 0;
  const sum = sumOf(model, seenIn(sight, unmet)) + (told ? SITUATION_WEIGHT : 0);
  const weighed = centred(chanceOf(model, sum), model.from);
  const own = isPlain(reading, features, points) ? Math.max(weighed, PLAIN_SCORE) : weighed;
  const score = joins === undefined ? own : Math.max(own, joins);
  const excepted =
    (own < SURE &&
      joins === undefined &&
      (isPutRight(features, points) || onlyWeighs(reading, features, cues))) ||
    (features.contrast === 0 &&
      ((own < BELIEVED_TO && saysNoComplaint(reading, said)) ||
        (own < PRAISE_BELIEVED_TO && isPraise(features, points))));
  return {
    score: Math.round(score * SCORE_STEPS) / SCORE_STEPS,
    isComplaint: score >= COMPLAINT_FROM && !excepted,
    points,
    features,
  };
}

/** The model's chance, moved so that its own yes begins at `COMPLAINT_FROM`. */
const centred = (chance: number, from: number): number =>
  chance < from
    ? (COMPLAINT_FROM * chance) / from
    : COMPLAINT_FROM + ((1 - COMPLAINT_FROM) * (chance - from)) / (1 - from);

/** "Never again, the worst shop": a short verdict leaves words too little to weigh, and nothing to doubt. */
const isPlain = ({ tokens }: Reading, features: ComplaintFeatures, points: number): boolean =>
  tokens.length < PLAIN_WORDS &&
  points >= PLAIN_FROM &&
  features.praise + features.thanks + features["put-right"] === 0;
const PLAIN_WORDS = 12;
const PLAIN_FROM = 1.5;
const PLAIN_SCORE = 0.7;

/** Plain praise with a hard word in it ("no queue anywhere, I waited for this all winter") is praise. */
export const isPraise = (features: ComplaintFeatures, points: number): boolean =>
  features.praise + features.thanks > 0 && points < PRAISED;
/** Points below which praise outweighs all else. */
const PRAISED = -1;

/** A fault that is told as put right, in praise: the rules are clear about it, whatever single words weigh. */
const isPutRight = (features: ComplaintFeatures, points: number): boolean =>
  features["put-right"] > 0 && points < 0 && features.churn === 0;

/**
 * "Especially when your competitor has set up shop next door": who leaves and who stays speak of rivals and years,
 * and these words alone complain of nothing. Nor do a few words, none of which is bad.
 */
const onlyWeighs = ({ tokens }: Reading, features: ComplaintFeatures, cues: readonly CueFound[]): boolean =>
  features["nothing-bad"] > 0 &&
  (tokens.length < FEW_WORDS || cues.some(({ kind }) => kind === "relationship" || kind === "competitor"));
/** Fewer words, none of them bad, are too little to weigh. */
const FEW_WORDS = 8;
