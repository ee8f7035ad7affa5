import type { CueKind } from "../../complaint/cue.ts";
import type { ComplaintFeatures } from "../score-complaint.ts";
import type { Reading, Token } from "../tokens.ts";
import { gramsOfWord, NOTHING_BEFORE, namedGram, pairOf, skipOf, squeezed } from "./grams.ts";
import { bucket } from "./hash.ts";

/** The kinds that a model weighs beside the grammar; the other kinds are the grammar's alone. */
export const WEIGHED = ["relationship", "competitor", "churn", "warning"] as const;
export type Weighed = (typeof WEIGHED)[number];
const HEADS = WEIGHED.length;

/**
 * One linear model a kind over the same hashed grams of a sentence: the weights of the kinds for one bucket stand
 * side by side. A weight is a whole number from -127 to 127 times the `scale` of its kind; from the sum `from` on
 * the sentence carries a cue of the kind.
 */
export type CueModel = {
  bits: number;
  weights: Int8Array;
  scale: readonly number[];
  bias: readonly number[];
  from: readonly number[];
  /** What words gave before. */
  known: Map<string, KnownWord>;
};
export type PackedCueModel = Omit<CueModel, "weights" | "known"> & { weights: string };
export const unpackedCues = ({ weights, ...rest }: PackedCueModel): CueModel => ({
  ...rest,
  weights: Int8Array.from(atob(weights), (character) => character.charCodeAt(0)),
  known: new Map(),
});

type KnownWord = { word: number; own: number; pieces: Float64Array; count: number };
const WORDS_KEPT = 20_000;

/** What a cue of the grammar says to the model. */
export type Hit = { kind: CueKind; detail?: string | undefined; first: number; last: number };

/** What is known of a text beside its words. */
export type Around = {
  hits: readonly Hit[];
  /** Tokens that name the brand itself, one of its rivals, or some other firm. */
  names: ReadonlyMap<number, "own" | "rival" | "firm">;
  features: ComplaintFeatures;
};

const EARLIEST_YEAR = 1930;
const LATEST_YEAR = 2100;

function formOf(token: Token, name: "own" | "rival" | "firm" | undefined): string {
  if (name !== undefined) return `<${name}>`;
  if (token.kind === "handle") return "@";
  if (token.kind === "date") return "0";
  if (token.kind === "number") {
    const { value } = token;
    return value !== undefined && value >= EARLIEST_YEAR && value <= LATEST_YEAR ? "<year>" : "0";
  }
  return squeezed(token.word);
}

const GRAMMAR_WEIGHT = 0.7;
/** A cue in another sentence says something of this one, too. */
const ELSEWHERE_WEIGHT = 0.25;
const CONTEXT_WEIGHT = 0.12;
const MOST_CONTEXT = 2;

/** A sentence of a text: its tokens from `first` to `last`, both inclusive. */
export type Sentence = { first: number; last: number; at: number };

export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence | undefined;
  tokens.forEach(({ sentence }, at) => {
    if (open?.at === sentence) open.last = at;
    else {
      open = { first: at, last: at, at: sentence };
      sentences.push(open);
    }
  });
  return sentences;
}

type Visit = (hash: number, value: number, token: number) => void;

/** Every gram of a sentence but the pieces of its words, each with the token that it belongs to (-1: none). */
function eachGram(
  { tokens, asks }: Pick<Reading, "tokens" | "asks">,
  { first, last, at }: Sentence,
  { hits, names, features }: Around,
  words: readonly number[],
  visit: Visit,
): void {
  const each = 1 / Math.sqrt(2 * words.length);
  let before = NOTHING_BEFORE;
  let earlier: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    visit(word, each, first + i);
    visit(pairOf(before, word), each, first + i);
    if (earlier !== undefined) visit(skipOf(earlier, word), each, first + i);
    const token = tokens[first + i];
    if (i > 0 && token?.capital && token.kind === "word") visit(pairOf(before, CAPITAL), each, first + i);
    if (i > 0) earlier = before;
    before = word;
  }
  for (const { kind, detail, first: from, last: to } of hits) {
    const here = from <= last && to >= first;
    if (here) {
      visit(named(`here ${kind}`), GRAMMAR_WEIGHT, from);
      visit(named(`here ${kind} ${detail ?? ""}`), GRAMMAR_WEIGHT, from);
    } else visit(named(`elsewhere ${kind}`), ELSEWHERE_WEIGHT, -1);
  }
  for (let i = first; i <= last; i++) {
    const name = names.get(i);
    if (name !== undefined) visit(named(`names ${name}`), GRAMMAR_WEIGHT / 2, i);
  }
  let feature: keyof ComplaintFeatures;
  for (feature in features) {
    const count = features[feature];
    if (feature !== "bias" && count > 0)
      visit(named(`has ${feature}`), CONTEXT_WEIGHT * Math.min(MOST_CONTEXT, Math.sqrt(count)), -1);
  }
  if (asks[at]) visit(named("asks"), CONTEXT_WEIGHT * 2, -1);
}

const CAPITAL = namedGram("capital");
const hashes = new Map<string, number>();
function named(name: string): number {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  const hash = namedGram(name);
  hashes.set(name, hash);
  return hash;
}

function lookUp(model: CueModel, form: string): KnownWord {
  const known = model.known.get(form);
  if (known) return known;
  const { word, pieces } = gramsOfWord(form);
  const sums = new Float64Array(HEADS);
  for (const piece of pieces) addWeights(model, piece, 1, sums);
  const made = { word, own: word, pieces: sums, count: pieces.length };
  if (model.known.size >= WORDS_KEPT) model.known.clear();
  model.known.set(form, made);
  return made;
}

function addWeights({ weights, bits }: CueModel, hash: number, value: number, sums: Float64Array): void {
  const at = bucket(hash, bits) * HEADS;
  for (let head = 0; head < HEADS; head++) sums[head] = (sums[head] ?? 0) + value * (weights[at + head] ?? 0);
}

/**
 * What a sentence says for each kind of `WEIGHED`: its sum, and what each of its tokens gave to it, in the order
 * of the tokens.
 */
export function weigh(
  model: CueModel,
  reading: Reading,
  sentence: Sentence,
  around: Around,
): { sums: Float64Array; byToken: Float64Array } {
  const { first, last } = sentence;
  const length = last - first + 1;
  const words: number[] = [];
  const known: KnownWord[] = [];
  let pieces = 0;
  for (let at = first; at <= last; at++) {
    const token = reading.tokens[at];
    if (token === undefined) continue;
    const word = lookUp(model, formOf(token, around.names.get(at)));
    known.push(word);
    words.push(word.word);
    pieces += word.count;
  }
  const sums = new Float64Array(HEADS);
  const byToken = new Float64Array(length * HEADS);
  const { weights, bits } = model;
  const give = (token: number, head: number, points: number) => {
    sums[head] = (sums[head] ?? 0) + points;
    const at = (token - first) * HEADS + head;
    if (token >= first && token <= last) byToken[at] = (byToken[at] ?? 0) + points;
  };
  eachGram(reading, sentence, around, words, (hash, value, token) => {
    const at = bucket(hash, bits) * HEADS;
    for (let head = 0; head < HEADS; head++) {
      const weight = weights[at + head] ?? 0;
      if (weight !== 0) give(token, head, value * weight);
    }
  });
  const eachPiece = pieces === 0 ? 0 : 1 / Math.sqrt(pieces);
  known.forEach((word, i) => {
    for (let head = 0; head < HEADS; head++) give(first + i, head, eachPiece * (word.pieces[head] ?? 0));
  });
  for (let head = 0; head < HEADS; head++)
    sums[head] = (sums[head] ?? 0) * (model.scale[head] ?? 1) + (model.bias[head] ?? 0);
  return { sums, byToken };
}

/** The grams of a sentence as a sparse row, as the training sees it. */
export function cueRowOf(
  bits: number,
  reading: Reading,
  sentence: Sentence,
  around: Around,
): { index: Int32Array; value: Float64Array } {
  const row = new Map<number, number>();
  const add = (hash: number, value: number) => {
    const at = bucket(hash, bits);
    row.set(at, (row.get(at) ?? 0) + value);
  };
  const grams: ReturnType<typeof gramsOfWord>[] = [];
  for (let at = sentence.first; at <= sentence.last; at++) {
    const token = reading.tokens[at];
    if (token) grams.push(gramsOfWord(formOf(token, around.names.get(at))));
  }
  eachGram(
    reading,
    sentence,
    around,
    grams.map(({ word }) => word),
    add,
  );
  const pieces = grams.reduce((sum, gram) => sum + gram.pieces.length, 0);
  for (const gram of grams) for (const piece of gram.pieces) add(piece, 1 / Math.sqrt(pieces));
  return { index: Int32Array.from(row.keys()), value: Float64Array.from(row.values()) };
}
