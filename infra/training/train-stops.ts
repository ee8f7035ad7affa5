import type { StopCase } from "../../shared/complaint/assessment.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import {
  type Hit,
  type PackedSentenceModel,
  type Sentence,
  sentenceRowOf,
  sentencesOf,
  wholeOf,
} from "../../shared/language/model/sentence-model.ts";
import { aroundIn, type Sight, see } from "../../shared/language/see.ts";
import { STOPS, stopHits, together } from "../../shared/language/weigh-stops.ts";
import { type Example, type Fit, fitLogistic, sumFor } from "./fit.ts";
import { type HeadOptions, heaviest, packedHeads } from "./pack-heads.ts";

/** A post with its stop case, if it has one; `weight` as in training a complaint model. */
export type LabelledStop = {
  text: string;
  playbook: Playbook;
  stop: StopCase | undefined;
  /** The sayings were written with an eye on this row. */
  known: boolean;
  /** It stands for what comes in from day to day: the rate of false stops is counted on these. */
  ordinary: boolean;
  weight?: number;
};

type Bare = Omit<Example, "label">;
/** A post from end to end and by sentence. */
type Seen = { whole: Bare; sentences: readonly Bare[] };

/** Another kind of stop case is no sound example of what this kind is not. */
const OTHER_STOP_WEIGHT = 0.3;
/** Each post is learnt with and without the sayings, most of which are known from the rows that they were written for. */
const ALONE_WEIGHT = 2;
const KNOWN_WEIGHT = 0.2;

function seenOf(sight: Sight, hits: readonly Hit[], bits: number): Seen {
  const { reading } = sight;
  const around = aroundIn(sight, hits);
  const row = (sentence: Sentence) => sentenceRowOf(bits, reading, sentence, around);
  const whole = row(wholeOf(reading.tokens));
  const sentences = sentencesOf(reading.tokens);
  return { whole, sentences: sentences.length < 2 ? [whole] : sentences.map(row) };
}

/** The sum of the surest sentence; all of them are of one post, and one is enough. */
const surest = (fit: Fit, { sentences }: Seen): { sum: number; sentence: Bare | undefined } => {
  let best: { sum: number; sentence: Bare | undefined } = {
    sum: Number.NEGATIVE_INFINITY,
    sentence: undefined,
  };
  for (const sentence of sentences) {
    const sum = sumFor(fit, sentence);
    if (sum > best.sum) best = { sum, sentence };
  }
  return best;
};

const sumOf = (fit: Fit, seen: Seen): number => together(surest(fit, seen).sum, sumFor(fit, seen.whole));

type Post = LabelledStop & { told: Seen; alone: Seen };

/**
 * One kind against all else. Which sentence of a post says it nobody has labelled: a first fit on whole posts finds
 * the likeliest, and the second learns from these (Andrews, Tsochantaridis and Hofmann, NIPS 2002).
 */
function fitKind(posts: readonly Post[], kind: StopCase, bits: number, cost: number): Fit {
  const examples = (before: Fit | undefined): Example[] =>
    posts.flatMap((post) => {
      const is = post.stop === kind;
      const weight = (post.weight ?? 1) * (post.stop !== undefined && !is ? OTHER_STOP_WEIGHT : 1);
      return (
        [
          [post.told, post.known ? KNOWN_WEIGHT : 1],
          [post.alone, ALONE_WEIGHT],
        ] as const
      ).flatMap(([seen, counts]): Example[] => {
        const whole = { ...seen.whole, label: is, weight: weight * counts };
        if (seen.sentences.length < 2) return [whole];
        if (!is) {
          const each = (weight * counts) / Math.sqrt(seen.sentences.length);
          return [whole, ...seen.sentences.map((row) => ({ ...row, label: false, weight: each }))];
        }
        const said = before && surest(before, seen).sentence;
        return said ? [whole, { ...said, label: true, weight: weight * counts }] : [whole];
      });
    });
  const first = fitLogistic(examples(undefined), 2 ** bits, { cost, seed: 0 });
  return fitLogistic(examples(first), 2 ** bits, { cost, seed: 0 });
}

/** Stops that the writers of the sayings did not know, the share of them that is found, and of ordinary posts. */
export type StopFigures = { rows: number; found: number; falsely: number };

/** Posts that stand together may be of one mind, and stay together when parted. */
const RUN = 10;

/** Fit a model a kind of stop case. Folds say how many stop cases, and how many ordinary posts, are stopped. */
export function trainStops(
  rows: readonly LabelledStop[],
  { lang, bits, keep, cost, folds, from }: HeadOptions,
): { packed: PackedSentenceModel; figures: StopFigures } {
  const posts = rows.map((row): Post => {
    const sight = see(row.text, lang, row.playbook);
    return { ...row, told: seenOf(sight, stopHits(sight.said), bits), alone: seenOf(sight, [], bits) };
  });
  const sums = posts.map(() => Number.NEGATIVE_INFINITY);
  const partOf = (at: number) => Math.floor(at / RUN) % folds;
  for (let fold = 0; fold < folds; fold++) {
    const others = posts.filter((_, at) => partOf(at) !== fold);
    for (const kind of STOPS) {
      const fit = heaviest(fitKind(others, kind, bits, cost), keep);
      posts.forEach((post, at) => {
        if (partOf(at) === fold) sums[at] = Math.max(sums[at] ?? 0, sumOf(fit, post.told));
      });
    }
  }
  const shareOf = (some: readonly number[]) => some.filter((sum) => sum >= from).length / some.length;
  const ordinary = sums.filter((_, at) => posts[at]?.ordinary && posts[at].stop === undefined);
  const stops = sums.filter((_, at) => posts[at]?.stop !== undefined && !posts[at].known);
  return {
    packed: packedHeads(
      STOPS.map((kind) => heaviest(fitKind(posts, kind, bits, cost), keep)),
      bits,
      STOPS.map(() => from),
    ),
    figures: { rows: stops.length, found: shareOf(stops), falsely: shareOf(ordinary) },
  };
}
