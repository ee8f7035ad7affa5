import type { Reading } from "../tokens.ts";
import { formsOf, gramsOfWord, NOTHING_BEFORE, namedGram, pairOf } from "./grams.ts";
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
  slope: number;
  shift: number;
  from: number;
  /** What words gave before: words recur, and a word always gives the same. */
  known: Map<string, KnownWord>;
};

/** What of a model is written down; `weights` as base64, one byte each. */
export type PackedModel = Omit<LinearModel, "weights" | "known"> & { weights: string };

export const unpacked = ({ weights, ...rest }: PackedModel): LinearModel => ({
  ...rest,
  weights: Int8Array.from(atob(weights), (character) => character.charCodeAt(0)),
  known: new Map(),
});

/** `word` is its hash, `own` its weight; `pieces` the sum of the weights of its pieces, `count` their number. */
type KnownWord = { word: number; own: number; pieces: number; count: number };
const WORDS_KEPT = 20_000;

/** Named features of a text, by name; those that are nought may be left out. */
export type Named = Readonly<Record<string, number>>;
/** Hashes of names, since there are few. */
const hashes = new Map<string, number>();
function hashOf(name: string): number {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  const hash = namedGram(name);
  hashes.set(name, hash);
  return hash;
}

/** A count says more with each, but less and less; signs are kept. */
export const dampened = (count: number): number =>
  count >= 0 ? Math.min(3, Math.sqrt(count)) : -Math.min(3, Math.sqrt(-count));
/** Beside a thousand grams a named feature would drown or shout; tuned by cross-validation. */
export const NAMED_WEIGHT = 0.15;

const weightOf = ({ weights, bits }: LinearModel, hash: number): number => weights[bucket(hash, bits)] ?? 0;

function lookUp(model: LinearModel, form: string): KnownWord {
  const known = model.known.get(form);
  if (known) return known;
  const { word, pieces } = gramsOfWord(form);
  let sum = 0;
  for (const piece of pieces) sum += weightOf(model, piece);
  const made = { word, own: weightOf(model, word), pieces: sum, count: pieces.length };
  if (model.known.size >= WORDS_KEPT) model.known.clear();
  model.known.set(form, made);
  return made;
}

/** The sum of the weights of a text, before it is turned into a chance. */
export function sumOf(model: LinearModel, reading: Pick<Reading, "tokens" | "marks">, named: Named): number {
  const forms = formsOf(reading);
  let words = 0;
  let pieces = 0;
  let count = 0;
  let before = NOTHING_BEFORE;
  for (const form of forms) {
    const known = lookUp(model, form);
    words += known.own + weightOf(model, pairOf(before, known.word));
    pieces += known.pieces;
    count += known.count;
    before = known.word;
  }
  let sum = 0;
  if (forms.length > 0) sum += words / Math.sqrt(2 * forms.length);
  if (count > 0) sum += pieces / Math.sqrt(count);
  for (const name in named) {
    const value = named[name] ?? 0;
    if (value !== 0) sum += NAMED_WEIGHT * dampened(value) * weightOf(model, hashOf(name));
  }
  return sum * model.scale + model.bias;
}

/** @returns 0 to 1 */
export const chanceOf = (model: Pick<LinearModel, "slope" | "shift">, sum: number): number =>
  1 / (1 + Math.exp(-(model.slope * sum + model.shift)));

/** The grams of a text as a sparse row, as the training sees it: buckets with their values, each bucket once. */
export function rowOf(
  bits: number,
  reading: Pick<Reading, "tokens" | "marks">,
  named: Named,
): { index: Int32Array; value: Float64Array } {
  const row = new Map<number, number>();
  const add = (hash: number, value: number) => {
    const at = bucket(hash, bits);
    row.set(at, (row.get(at) ?? 0) + value);
  };
  const forms = formsOf(reading).map(gramsOfWord);
  const eachWord = 1 / Math.sqrt(2 * forms.length);
  const eachPiece = 1 / Math.sqrt(forms.reduce((sum, { pieces }) => sum + pieces.length, 0));
  let before = NOTHING_BEFORE;
  for (const { word, pieces } of forms) {
    add(word, eachWord);
    add(pairOf(before, word), eachWord);
    for (const piece of pieces) add(piece, eachPiece);
    before = word;
  }
  for (const name in named) {
    const value = named[name] ?? 0;
    if (value !== 0) add(hashOf(name), NAMED_WEIGHT * dampened(value));
  }
  return { index: Int32Array.from(row.keys()), value: Float64Array.from(row.values()) };
}
