import { KeptWords } from "../kept-words.ts";
import type { ComplaintFeatures } from "../score-complaint.ts";
import type { Reading, Token } from "../tokens.ts";
import type { NamedFirm } from "../who-is-named.ts";
import { type Form, gramsOfWord, NO_FORM, NOTHING_BEFORE, namedGram, pairOf, skipOf } from "./grams.ts";
import { bucket } from "./hash.ts";

/**
 * One linear model a kind over the same hashed grams of a sentence: the weights of the kinds for one bucket stand
 * side by side. A weight is a whole number from -127 to 127 times the `scale` of its kind; from the sum `from` on
 * the kind is there. Which kinds there are is for the caller to know; `scale`, `bias` and `from` have one of each.
 */
export type SentenceModel = {
  bits: number;
  weights: Int8Array;
  scale: readonly number[];
  bias: readonly number[];
  from: readonly number[];
  /** What words gave before. */
  known: Pick<KeptWords<KnownWord>, "get" | "set">;
};
/**
 * As it is written down: of each kind, in base64, the buckets that weigh anything, as pairs of bytes: how far a
 * bucket lies behind the last one, and its weight. `LONGEST_GAP` as a distance has no weight behind it, and adds to
 * the next one.
 */
export type PackedSentenceModel = Omit<SentenceModel, "weights" | "known"> & { weights: readonly string[] };
export const LONGEST_GAP = 255;

export function unpackedSentences({ weights: packed, ...rest }: PackedSentenceModel): SentenceModel {
  const weights = new Int8Array(2 ** rest.bits * packed.length);
  packed.forEach((ofKind, head) => {
    const bytes = atob(ofKind);
    let bucketAt = -1;
    for (let at = 0; at < bytes.length; at++) {
      const gap = bytes.charCodeAt(at);
      bucketAt += gap;
      if (gap < LONGEST_GAP) weights[bucketAt * packed.length + head] = bytes.charCodeAt(++at);
    }
  });
  return { ...rest, weights, known: new KeptWords(true) };
}

/**
 * `own`: the weights of the word, by kind; `pieces`: those of its pieces, added up; in two bytes, so that words lie
 * close together. `count`: how many pieces it has.
 */
type KnownWord = { word: number; sums: number[]; count: number };

/** What the grammar says to the model. */
export type Hit = { kind: string; detail?: string | undefined; first: number; last: number };

/** What is known of a text beside its words. */
export type Around = {
  hits: readonly Hit[];
  /** Tokens that name a firm, and what it is to the brand. */
  names: ReadonlyMap<number, NamedFirm>;
  /** Each token as a model reads it. */
  forms: readonly Form[];
  /** What the features of the text say to a model. */
  traits: readonly Trait[];
};
export type Trait = { hash: number; value: number };

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

/** The text from end to end, weighed as one sentence. */
export const wholeOf = (tokens: readonly Token[]): Sentence => ({
  first: 0,
  last: tokens.length - 1,
  at: WHOLE,
});
const WHOLE = -1;

/**
 * Takes grams: a hash, how much it counts, and the token that it belongs to (-1: none). A word it takes as it is
 * known, since more may be known of it than its hash.
 */
type Taker<W> = {
  word(known: W, token: number): void;
  /** A pair of words, which counts as much as a word. */
  pair(hash: number, token: number): void;
  gram(hash: number, value: number, token: number): void;
};

/** What is the same for all sentences of a text, or found by sentence: told once for a text. */
type Context = {
  hits: readonly Hit[];
  hitsIn: ReadonlyMap<number, readonly Hit[]>;
  hitsOf: ReadonlyMap<string, number>;
  traits: readonly Trait[];
};

/** Told once: the names of the features are few, and every text is asked for all of them. */
const hasGrams: { [feature in keyof ComplaintFeatures]?: number } = {};
const hasGram = (feature: keyof ComplaintFeatures): number => {
  hasGrams[feature] ??= namedGram(`has ${feature}`);
  return hasGrams[feature];
};

export function traitsOf(features: ComplaintFeatures): Trait[] {
  const traits: Trait[] = [];
  let feature: keyof ComplaintFeatures;
  for (feature in features) {
    const count = features[feature];
    if (count <= 0 || feature === "bias") continue;
    traits.push({
      hash: hasGram(feature),
      value: CONTEXT_WEIGHT * Math.min(MOST_CONTEXT, Math.sqrt(count)),
    });
  }
  return traits;
}

function contextOf(tokens: readonly Token[], { hits, traits }: Around): Context {
  // Most texts have none.
  if (hits.length === 0) return { hits, hitsIn: NO_HITS_IN, hitsOf: NO_HITS_OF, traits };
  const hitsIn = new Map<number, Hit[]>();
  const hitsOf = new Map<string, number>();
  for (const hit of hits) {
    hitsOf.set(hit.kind, (hitsOf.get(hit.kind) ?? 0) + 1);
    const to = tokens[hit.last]?.sentence ?? -1;
    for (let sentence = tokens[hit.first]?.sentence ?? 0; sentence <= to; sentence++) {
      const there = hitsIn.get(sentence);
      if (there) there.push(hit);
      else hitsIn.set(sentence, [hit]);
    }
  }
  return { hits, hitsIn, hitsOf, traits };
}

const NO_HITS: readonly Hit[] = [];
const NO_HITS_IN: Context["hitsIn"] = new Map();
const NO_HITS_OF: Context["hitsOf"] = new Map();

/** Every gram of a sentence but the pieces of its words. */
function eachGram<W extends { word: number }>(
  { tokens, asks }: Pick<Reading, "tokens" | "asks">,
  { first, last, at }: Sentence,
  names: Around["names"],
  { hits, hitsIn, hitsOf, traits }: Context,
  words: readonly W[],
  taker: Taker<W>,
): void {
  let before = NOTHING_BEFORE;
  let earlier: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const known = words[i];
    if (known === undefined) continue;
    const { word } = known;
    taker.word(known, first + i);
    taker.pair(pairOf(before, word), first + i);
    if (earlier !== undefined) taker.pair(skipOf(earlier, word), first + i);
    const token = tokens[first + i];
    if (i > 0 && token?.capital && token.kind === "word") {
      taker.pair(pairOf(before, CAPITAL), first + i);
    }
    if (i > 0) earlier = before;
    before = word;
  }
  const here = at === WHOLE ? hits : (hitsIn.get(at) ?? NO_HITS);
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
  for (const { hash, value } of traits) taker.gram(hash, value, -1);
  if (asks[at]) taker.gram(ASKS, CONTEXT_WEIGHT * 2, -1);
}

const ASKS = namedGram("asks");
const CAPITAL = namedGram("capital");

function lookUp(model: SentenceModel, { form, note }: Form): KnownWord {
  const known = model.known.get(form, note);
  if (known) return known;
  const { word, pieces } = gramsOfWord(form);
  const heads = model.scale.length;
  const sums: number[] = Array.from({ length: 2 * heads }, () => 0);
  addWeights(model, word, sums, 0);
  for (const piece of pieces) addWeights(model, piece, sums, heads);
  const made = { word, sums, count: pieces.length };
  model.known.set(form, made, note);
  return made;
}

function addWeights({ weights, bits }: SentenceModel, hash: number, sums: number[], from: number): void {
  const heads = sums.length / 2;
  const at = bucket(hash, bits) * heads;
  for (let head = 0; head < heads; head++)
    sums[from + head] = (sums[from + head] ?? 0) + (weights[at + head] ?? 0);
}

/** How much each of so many counts, so that a long sentence says no more than a short one. */
const shareOf = (count: number): number => (count === 0 ? 0 : 1 / Math.sqrt(count));
/** The same of words, which are counted twice: each makes a pair with the one before. */
const shareOfWord = (words: number): number => shareOf(2 * words);

/** Sums as they grow, and where it is asked for, what of them each token of a sentence gave. */
class Weighing {
  private readonly model: SentenceModel;
  private readonly heads: number;
  private readonly sums: Float64Array;
  /** What words, and what pieces gave, in whole weights: all of one sort count the same, so it is told at the end. */
  private readonly ofWords: Int32Array;
  private readonly ofPieces: Int32Array;
  private first = 0;
  private eachWord = 0;
  private eachPiece = 0;
  private byToken: Float64Array | undefined;

  constructor(model: SentenceModel) {
    this.model = model;
    this.heads = model.scale.length;
    this.sums = new Float64Array(this.heads);
    this.ofWords = new Int32Array(this.heads);
    this.ofPieces = new Int32Array(this.heads);
  }

  /** @param pieces how many there are in the sentence */
  begin({ first, last }: Sentence, pieces: number, byToken: Float64Array | undefined): void {
    this.sums.fill(0);
    this.ofWords.fill(0);
    this.ofPieces.fill(0);
    this.first = first;
    this.eachWord = shareOfWord(last - first + 1);
    this.eachPiece = shareOf(pieces);
    this.byToken = byToken;
  }

  word({ sums }: KnownWord, token: number): void {
    const { heads, ofWords, ofPieces } = this;
    for (let head = 0; head < heads; head++) {
      ofWords[head] = (ofWords[head] ?? 0) + (sums[head] ?? 0);
      ofPieces[head] = (ofPieces[head] ?? 0) + (sums[heads + head] ?? 0);
    }
    if (this.byToken === undefined) return;
    for (let head = 0; head < heads; head++)
      this.credit(
        token,
        head,
        this.eachWord * (sums[head] ?? 0) + this.eachPiece * (sums[heads + head] ?? 0),
      );
  }

  pair(hash: number, token: number): void {
    const { heads, ofWords } = this;
    const { weights, bits } = this.model;
    const at = bucket(hash, bits) * heads;
    for (let head = 0; head < heads; head++) ofWords[head] = (ofWords[head] ?? 0) + (weights[at + head] ?? 0);
    if (this.byToken === undefined) return;
    for (let head = 0; head < heads; head++)
      this.credit(token, head, this.eachWord * (weights[at + head] ?? 0));
  }

  gram(hash: number, value: number, token: number): void {
    const { heads, sums } = this;
    const { weights, bits } = this.model;
    const at = bucket(hash, bits) * heads;
    for (let head = 0; head < heads; head++)
      sums[head] = (sums[head] ?? 0) + value * (weights[at + head] ?? 0);
    if (this.byToken === undefined) return;
    for (let head = 0; head < heads; head++) this.credit(token, head, value * (weights[at + head] ?? 0));
  }

  end(): Float64Array {
    const { heads, sums, ofWords, ofPieces, eachWord, eachPiece } = this;
    const { scale, bias } = this.model;
    for (let head = 0; head < heads; head++) {
      const whole = eachWord * (ofWords[head] ?? 0) + eachPiece * (ofPieces[head] ?? 0) + (sums[head] ?? 0);
      sums[head] = whole * (scale[head] ?? 1) + (bias[head] ?? 0);
    }
    return sums;
  }

  /** @param token what lies outside the sentence, and -1, is given by no token of it */
  private credit(token: number, head: number, points: number): void {
    if (this.byToken === undefined) return;
    const at = (token - this.first) * this.heads + head;
    if (at >= 0 && at < this.byToken.length) this.byToken[at] = (this.byToken[at] ?? 0) + points;
  }
}

/** A text ready to be weighed sentence by sentence; linear in the text, however many cues it holds. */
export type Weigher = {
  /** What a sentence says for each kind; the next sentence is written over it. */
  sums: (sentence: Sentence) => Float64Array;
  /** What each token of it gave to each kind, token by token. */
  byToken: (sentence: Sentence) => Float64Array;
};

export function weigher(model: SentenceModel, reading: Reading, around: Around): Weigher {
  const context = contextOf(reading.tokens, around);
  const weighing = new Weighing(model);
  const weigh = (sentence: Sentence, byToken?: Float64Array): Float64Array => {
    const { first, last } = sentence;
    const known: KnownWord[] = [];
    let pieces = 0;
    for (let at = first; at <= last; at++) {
      const word = lookUp(model, around.forms[at] ?? NO_FORM);
      known.push(word);
      pieces += word.count;
    }
    weighing.begin(sentence, pieces, byToken);
    eachGram(reading, sentence, around.names, context, known, weighing);
    return weighing.end();
  };
  return {
    sums: (sentence) => weigh(sentence),
    byToken: (sentence) => {
      const byToken = new Float64Array((sentence.last - sentence.first + 1) * model.scale.length);
      weigh(sentence, byToken);
      return byToken;
    },
  };
}

/** The grams of a sentence as a sparse row, as the training sees it. */
export function sentenceRowOf(
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
    grams.push(gramsOfWord((around.forms[at] ?? NO_FORM).form));
  }
  const eachWord = shareOfWord(grams.length);
  eachGram(reading, sentence, around.names, contextOf(reading.tokens, around), grams, {
    word: ({ word }) => add(word, eachWord),
    pair: (hash) => add(hash, eachWord),
    gram: add,
  });
  const eachPiece = shareOf(grams.reduce((sum, gram) => sum + gram.pieces.length, 0));
  for (const gram of grams) for (const piece of gram.pieces) add(piece, eachPiece);
  return { index: Int32Array.from(row.keys()), value: Float64Array.from(row.values()) };
}
