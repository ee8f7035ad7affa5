import { KeptWords } from "../kept-words.ts";
import { type Form, gramsOfWord, halfOf, NO_FORM, NOTHING_BEFORE, pairOf } from "./grams.ts";
import { bucket } from "./hash.ts";

/**
 * A linear model over hashed grams. `weights` holds 2^bits whole numbers from -127 to 127; a weight is that number
 * times `scale`. `slope` and `shift` turn the sum into a chance (Platt 1999): 1 / (1 + e^-(slope * sum + shift)).
 * `from` is the chance at and above which the answer is yes.
 */
export type LinearModel = {
  bits: number;
  weights: Int8Array;
  scale: number;
  bias: number;
  /** How much the points of the hand-set weights count beside what was learnt; 0: not at all. */
  prior: number;
  slope: number;
  shift: number;
  from: number;
  /** What words gave before: words recur, and a word always gives the same. */
  known: Pick<KeptWords<KnownWord>, "get" | "set">;
};

/** What of a model is written down; `weights` as base64, one byte each. */
export type PackedModel = Omit<LinearModel, "weights" | "known"> & { weights: string };

/** Whole numbers from -128 to 127, written as base64, one byte each. */
export const weightsIn = (base64: string): Int8Array =>
  Int8Array.from(atob(base64), (character) => character.charCodeAt(0));

export const unpacked = ({ weights, ...rest }: PackedModel): LinearModel => ({
  ...rest,
  weights: weightsIn(weights),
  known: new KeptWords(true),
});

/** `word` is its hash, `own` its weight, `halves` that in either half; `pieces` the sum of the weights of its pieces, `count` their number. */
type KnownWord = {
  word: number;
  own: number;
  first: number;
  second: number;
  pieces: number;
  count: number;
};

/** A sign that has a name (`namedGram`), and how much it counts; those that are nought are left out. */
export type Sign = { gram: number; value: number };

/** Beside a thousand grams a named feature would drown or shout; tuned by cross-validation. */
const NAMED_WEIGHT = 0.15;
/** What a word says by its half, beside what it says anywhere. */
const HALF_WEIGHT = 0.7;

/**
 * What a model is given: the words and signs of a text in order, what the grammars found, and the points that the
 * hand-set weights give for that.
 */
export type Seen = {
  forms: readonly Form[];
  signs: readonly Sign[];
  points: number;
};

const weightOf = ({ weights, bits }: LinearModel, hash: number): number => weights[bucket(hash, bits)] ?? 0;

function lookUp(model: LinearModel, { form, note }: Form): KnownWord {
  const known = model.known.get(form, note);
  if (known) return known;
  const { word, pieces } = gramsOfWord(form);
  let sum = 0;
  for (const piece of pieces) sum += weightOf(model, piece);
  const made: KnownWord = {
    word,
    own: weightOf(model, word),
    first: weightOf(model, halfOf(word, 0)),
    second: weightOf(model, halfOf(word, 1)),
    pieces: sum,
    count: pieces.length,
  };
  model.known.set(form, made, note);
  return made;
}

/** The sum of the weights of a text, before it is turned into a chance. */
export function sumOf(model: LinearModel, { forms, signs, points }: Seen): number {
  const middle = forms.length / 2;
  let words = 0;
  let pieces = 0;
  let count = 0;
  let before = NOTHING_BEFORE;
  for (let at = 0; at < forms.length; at++) {
    const known = lookUp(model, forms[at] ?? NO_FORM);
    words +=
      known.own +
      weightOf(model, pairOf(before, known.word)) +
      HALF_WEIGHT * (at < middle ? known.first : known.second);
    pieces += known.pieces;
    count += known.count;
    before = known.word;
  }
  let sum = 0;
  if (forms.length > 0) sum += words / Math.sqrt(2 * forms.length);
  if (count > 0) sum += pieces / Math.sqrt(count);
  for (const { gram, value } of signs) sum += NAMED_WEIGHT * value * weightOf(model, gram);
  return sum * model.scale + model.bias + model.prior * points;
}

/** @returns 0 to 1 */
export const chanceOf = (model: Pick<LinearModel, "slope" | "shift">, sum: number): number =>
  1 / (1 + Math.exp(-(model.slope * sum + model.shift)));

/** The grams of a text as a sparse row, as the training sees it: buckets with their values, each bucket once. */
export function rowOf(
  bits: number,
  { forms: read, signs }: Omit<Seen, "points">,
): { index: Int32Array; value: Float64Array } {
  const row = new Map<number, number>();
  const add = (hash: number, value: number) => {
    const at = bucket(hash, bits);
    row.set(at, (row.get(at) ?? 0) + value);
  };
  const forms = read.map(({ form }) => gramsOfWord(form));
  const middle = forms.length / 2;
  const eachWord = 1 / Math.sqrt(2 * forms.length);
  const eachPiece = 1 / Math.sqrt(forms.reduce((sum, { pieces }) => sum + pieces.length, 0));
  let before = NOTHING_BEFORE;
  forms.forEach(({ word, pieces }, at) => {
    add(word, eachWord);
    add(pairOf(before, word), eachWord);
    add(halfOf(word, at < middle ? 0 : 1), HALF_WEIGHT * eachWord);
    for (const piece of pieces) add(piece, eachPiece);
    before = word;
  });
  for (const { gram, value } of signs) add(gram, NAMED_WEIGHT * value);
  return { index: Int32Array.from(row.keys()), value: Float64Array.from(row.values()) };
}
