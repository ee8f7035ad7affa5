import type { CueKind } from "../../complaint/cue.ts";
import { KeptWords } from "../kept-words.ts";
import type { ComplaintFeatures } from "../score-complaint.ts";
import type { Reading, Token } from "../tokens.ts";
import type { NamedFirm } from "../who-is-named.ts";
import { type Form, formOf, gramsOfWord, NOTHING_BEFORE, namedGram, pairOf, skipOf } from "./grams.ts";
import { bucket } from "./hash.ts";
import { weightsIn } from "./linear-model.ts";

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
  known: Pick<KeptWords<KnownWord>, "get" | "set">;
};
export type PackedCueModel = Omit<CueModel, "weights" | "known"> & { weights: string };
export const unpackedCues = ({ weights, ...rest }: PackedCueModel): CueModel => ({
  ...rest,
  weights: weightsIn(weights),
  known: new KeptWords(),
});

type KnownWord = { word: number; pieces: Float64Array; count: number };

/** What a cue of the grammar says to the model. */
export type Hit = { kind: CueKind; detail?: string | undefined; first: number; last: number };

/** What is known of a text beside its words. */
export type Around = {
  hits: readonly Hit[];
  /** Tokens that name a firm, and what it is to the brand. */
  names: ReadonlyMap<number, NamedFirm>;
  features: ComplaintFeatures;
};

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

/** Takes grams: a hash, how much it counts, and the token that it belongs to (-1: none). */
type Taker = { gram(hash: number, value: number, token: number): void };

/** What is the same for all sentences of a text, or found by sentence: told once for a text. */
type Context = {
  hitsIn: ReadonlyMap<number, readonly Hit[]>;
  hitsOf: ReadonlyMap<CueKind, number>;
  features: readonly { hash: number; value: number }[];
};

function contextOf(tokens: readonly Token[], { hits, features }: Around): Context {
  const hitsIn = new Map<number, Hit[]>();
  const hitsOf = new Map<CueKind, number>();
  for (const hit of hits) {
    hitsOf.set(hit.kind, (hitsOf.get(hit.kind) ?? 0) + 1);
    const to = tokens[hit.last]?.sentence ?? -1;
    for (let sentence = tokens[hit.first]?.sentence ?? 0; sentence <= to; sentence++) {
      const there = hitsIn.get(sentence);
      if (there) there.push(hit);
      else hitsIn.set(sentence, [hit]);
    }
  }
  const has: { hash: number; value: number }[] = [];
  let feature: keyof ComplaintFeatures;
  for (feature in features) {
    const count = features[feature];
    if (feature === "bias" || count <= 0) continue;
    has.push({
      hash: namedGram(`has ${feature}`),
      value: CONTEXT_WEIGHT * Math.min(MOST_CONTEXT, Math.sqrt(count)),
    });
  }
  return { hitsIn, hitsOf, features: has };
}

const NO_HITS: readonly Hit[] = [];

/** Every gram of a sentence but the pieces of its words. */
function eachGram(
  { tokens, asks }: Pick<Reading, "tokens" | "asks">,
  { first, last, at }: Sentence,
  names: Around["names"],
  { hitsIn, hitsOf, features }: Context,
  words: readonly number[],
  taker: Taker,
): void {
  const each = 1 / Math.sqrt(2 * words.length);
  let before = NOTHING_BEFORE;
  let earlier: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    taker.gram(word, each, first + i);
    taker.gram(pairOf(before, word), each, first + i);
    if (earlier !== undefined) taker.gram(skipOf(earlier, word), each, first + i);
    const token = tokens[first + i];
    if (i > 0 && token?.capital && token.kind === "word") {
      taker.gram(pairOf(before, CAPITAL), each, first + i);
    }
    if (i > 0) earlier = before;
    before = word;
  }
  const here = hitsIn.get(at) ?? NO_HITS;
  for (const { kind, detail, first: from } of here) {
    taker.gram(namedGram(`here ${kind}`), GRAMMAR_WEIGHT, from);
    taker.gram(namedGram(`here ${kind} ${detail ?? ""}`), GRAMMAR_WEIGHT, from);
  }
  for (const [kind, times] of hitsOf) {
    const others = here.reduce((left, hit) => (hit.kind === kind ? left - 1 : left), times);
    if (others > 0) taker.gram(namedGram(`elsewhere ${kind}`), ELSEWHERE_WEIGHT * others, -1);
  }
  if (names.size > 0) {
    for (let i = first; i <= last; i++) {
      const name = names.get(i);
      if (name !== undefined) taker.gram(namedGram(`names ${name}`), GRAMMAR_WEIGHT / 2, i);
    }
  }
  for (const { hash, value } of features) taker.gram(hash, value, -1);
  if (asks[at]) taker.gram(ASKS, CONTEXT_WEIGHT * 2, -1);
}

const ASKS = namedGram("asks");
const CAPITAL = namedGram("capital");

function lookUp(model: CueModel, { form, note }: Form): KnownWord {
  const known = model.known.get(form, note);
  if (known) return known;
  const { word, pieces } = gramsOfWord(form);
  const sums = new Float64Array(HEADS);
  for (const piece of pieces) addWeights(model, piece, 1, sums);
  const made = { word, pieces: sums, count: pieces.length };
  model.known.set(form, made, note);
  return made;
}

function addWeights({ weights, bits }: CueModel, hash: number, value: number, sums: Float64Array): void {
  const at = bucket(hash, bits) * HEADS;
  for (let head = 0; head < HEADS; head++) sums[head] = (sums[head] ?? 0) + value * (weights[at + head] ?? 0);
}

/** Sums as they grow, and what of them each token of a sentence gave. */
class Weighing {
  readonly sums = new Float64Array(HEADS);
  readonly byToken: Float64Array;
  private readonly model: CueModel;
  private readonly first: number;

  constructor(model: CueModel, { first, last }: Sentence) {
    this.model = model;
    this.first = first;
    this.byToken = new Float64Array((last - first + 1) * HEADS);
  }

  gram(hash: number, value: number, token: number): void {
    const { weights, bits } = this.model;
    const at = bucket(hash, bits) * HEADS;
    for (let head = 0; head < HEADS; head++) {
      const weight = weights[at + head] ?? 0;
      if (weight !== 0) this.give(token, head, value * weight);
    }
  }

  /** @param token what lies outside the sentence, and -1, is given by no token of it */
  give(token: number, head: number, points: number): void {
    this.sums[head] = (this.sums[head] ?? 0) + points;
    const at = (token - this.first) * HEADS + head;
    if (at >= 0 && at < this.byToken.length) this.byToken[at] = (this.byToken[at] ?? 0) + points;
  }
}

/** What a sentence says for each kind of `WEIGHED`: its sum, and what each of its tokens gave to it, in their order. */
export type SentenceWeight = { sums: Float64Array; byToken: Float64Array };

/** A text ready to be weighed sentence by sentence; linear in the text, however many cues it holds. */
export function weigher(
  model: CueModel,
  reading: Reading,
  around: Around,
): (sentence: Sentence) => SentenceWeight {
  const context = contextOf(reading.tokens, around);
  return (sentence) => {
    const { first, last } = sentence;
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
    const weighing = new Weighing(model, sentence);
    eachGram(reading, sentence, around.names, context, words, weighing);
    const eachPiece = pieces === 0 ? 0 : 1 / Math.sqrt(pieces);
    for (let i = 0; i < known.length; i++) {
      for (let head = 0; head < HEADS; head++) {
        weighing.give(first + i, head, eachPiece * (known[i]?.pieces[head] ?? 0));
      }
    }
    const { sums, byToken } = weighing;
    for (let head = 0; head < HEADS; head++)
      sums[head] = (sums[head] ?? 0) * (model.scale[head] ?? 1) + (model.bias[head] ?? 0);
    return { sums, byToken };
  };
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
    if (token) grams.push(gramsOfWord(formOf(token, around.names.get(at)).form));
  }
  eachGram(
    reading,
    sentence,
    around.names,
    contextOf(reading.tokens, around),
    grams.map(({ word }) => word),
    { gram: add },
  );
  const pieces = grams.reduce((sum, gram) => sum + gram.pieces.length, 0);
  for (const gram of grams) for (const piece of gram.pieces) add(piece, 1 / Math.sqrt(pieces));
  return { index: Int32Array.from(row.keys()), value: Float64Array.from(row.values()) };
}
