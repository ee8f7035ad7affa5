import { CAPITAL_MARK, NEAR, type Phrase, type Place, saysNo } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** First and last token of a match, both inclusive. */
export type Found<T> = { id: T; first: number; last: number; phrase: Phrase };

/**
 * A phrase made ready: its places by number, and the one by which it is looked for. `before` is how far in front
 * of that place the phrase can begin.
 */
type Filed<T> = {
  id: T;
  phrase: Phrase;
  groups: readonly { places: readonly number[]; optional: readonly boolean[]; ordered: boolean }[];
  before: number;
};

/** What a word can be: the places that it fills, as bits, and the phrases that are looked for by it. */
type Entry = { fills: Uint32Array | undefined; calls: readonly number[] };

/**
 * Phrases filed under the rarest word that each must have. A text costs one look-up a word and a comparison for
 * the few phrases whose rarest word it holds; it does not cost more with more phrases.
 */
export type PhraseBook<T> = {
  filed: readonly Filed<T>[];
  places: number;
  whole: ReadonlyMap<string, readonly number[]>;
  starts: ReadonlyMap<string, readonly number[]>;
  ends: ReadonlyMap<string, readonly number[]>;
  inside: readonly { piece: string; place: number }[];
  longestStart: number;
  longestEnd: number;
  /** Phrases that are looked for by a place. */
  calledBy: ReadonlyMap<number, readonly number[]>;
  /** Places that any number, handle or capitalised word fills. */
  signs: { number: Entry; handle: Entry; capital: Entry };
  /** Words seen before, as written and as they may be spoken: a word always fills the same places. */
  known: Map<string, Entry>;
  knownSpoken: Map<string, Entry>;
};

/** Words so common that a phrase is better looked for by another. */
const COMMON = new Set(
  (
    "the a an i you we they it he she to of in on at for from with by as is are was were be been am have has had do did does " +
    "not no my our your their his her its this that these those and or but if so me us them will would can could all any " +
    "again never get got go going out up over back time one just now more new like here there what when who how why than then too " +
    "ja on ei en et ole oli olen että se ne te me minä sinä hän mutta kun jos niin jo kaikki taas vielä enää sitten siis myös nyt vaan " +
    "teiltä teillä teille täällä tämä mitä mikä aina joka kyllä voi oma saa sai " +
    "och att det är som på inte ej jag av för med den till ett en har om de var men så vi kan när han hon ni från er era mitt min mig " +
    "här där nu bara alla allt mer än aldrig igen sig dem hos oss vår också får fått ska skulle vill"
  ).split(" "),
);
/** More words than this are not kept; a text made of words that nobody writes must not fill the store. */
const WORDS_KEPT = 20_000;
/** A word that is longer is none, and is not kept either. */
const LONGEST_WORD = 40;

/** How seldom a place is filled by chance: the higher, the oftener. */
function commonness(place: Place): number {
  let cost = 0;
  for (const want of place.wants) {
    if (want.word === "^") cost += 1000;
    else if (want.word === "#" || want.word === "@") cost += 30;
    else if (want.openStart) cost += 20;
    else if (COMMON.has(want.word)) cost += 100;
    else cost += want.openEnd && want.word.length < 4 ? 8 : 1;
  }
  return cost;
}

/** The required place by which a phrase is best looked for, and how many words can stand before it. */
function callOf(phrase: Phrase): { place: Place; before: number } | undefined {
  let best: { place: Place; before: number; cost: number } | undefined;
  let before = 0;
  phrase.groups.forEach((group, g) => {
    const reach = group.ordered ? 0 : (group.places.length - 1) * (NEAR + 1);
    group.places.forEach((place, at) => {
      if (place.optional) return;
      const cost = commonness(place);
      if (!best || cost < best.cost) best = { place, cost, before: before + (group.ordered ? at : reach) };
    });
    before += (group.ordered ? group.places.length : reach + 1) + (phrase.gaps[g] ?? 0);
  });
  return best;
}

/** @throws {RangeError} for a phrase in which every word may be absent: it would be found everywhere. */
export function bindPhrases<T>(entries: readonly { id: T; phrase: Phrase }[]): PhraseBook<T> {
  const numbers = new Map<string, number>();
  const whole = new Map<string, number[]>();
  const starts = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  const inside: { piece: string; place: number }[] = [];
  const bySign = new Map<string, number[]>();
  const calledBy = new Map<number, number[]>();
  const put = <K>(shelf: Map<K, number[]>, key: K, value: number) => {
    const filed = shelf.get(key);
    if (filed) filed.push(value);
    else shelf.set(key, [value]);
  };
  const numberOf = (place: Place): number => {
    const key = place.wants.map((w) => `${w.openStart ? "*" : ""}${w.word}${w.openEnd ? "*" : ""}`).join("|");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    for (const want of place.wants) {
      if (want.word === "#" || want.word === "@" || want.word === "^") put(bySign, want.word, number);
      else if (want.openStart && want.openEnd) inside.push({ piece: want.word, place: number });
      else if (want.openStart) put(ends, want.word, number);
      else put(want.openEnd ? starts : whole, want.word, number);
    }
    return number;
  };
  const filed = entries.map(({ id, phrase }, at): Filed<T> => {
    const call = callOf(phrase);
    if (!call) throw new RangeError(`every word of a phrase may be absent: ${phrase.source}`);
    put(calledBy, numberOf(call.place), at);
    return {
      id,
      phrase,
      before: call.before,
      groups: phrase.groups.map(({ places, ordered }) => ({
        ordered,
        places: places.map(numberOf),
        optional: places.map(({ optional }) => optional),
      })),
    };
  });
  const longest = (shelf: ReadonlyMap<string, unknown>) =>
    Math.max(0, ...[...shelf.keys()].map((w) => w.length));
  const book = { filed, places: numbers.size, whole, starts, ends, inside, calledBy };
  const sign = (word: string) => entryOf(book, bySign.get(word) ?? []);
  return {
    ...book,
    longestStart: longest(starts),
    longestEnd: longest(ends),
    signs: { number: sign("#"), handle: sign("@"), capital: sign("^") },
    known: new Map(),
    knownSpoken: new Map(),
  };
}

const NOTHING: Entry = { fills: undefined, calls: [] };

function entryOf<T>(
  { places, calledBy }: Pick<PhraseBook<T>, "places" | "calledBy">,
  filled: readonly number[],
): Entry {
  if (filled.length === 0) return NOTHING;
  const fills = new Uint32Array((places >>> 5) + 1);
  const calls = new Set<number>();
  for (const place of filled) {
    const word = place >>> 5;
    fills[word] = (fills[word] ?? 0) | (1 << (place & 31));
    for (const phrase of calledBy.get(place) ?? []) calls.add(phrase);
  }
  return { fills, calls: [...calls] };
}

function lookUp<T>(book: PhraseBook<T>, { word, forms, capital }: Token): Entry {
  const kept = forms ? book.knownSpoken : book.known;
  const key = capital ? word + CAPITAL_MARK : word;
  const known = kept.get(key);
  if (known) return known;
  const filled: number[] = [];
  const add = (places: readonly number[] | undefined) => {
    if (places) for (const place of places) filled.push(place);
  };
  for (const form of forms ? [word, ...forms] : [word]) {
    add(book.whole.get(form));
    const start = Math.min(book.longestStart, form.length);
    for (let length = 1; length <= start; length++) add(book.starts.get(form.slice(0, length)));
    const end = Math.min(book.longestEnd, form.length);
    for (let length = 1; length <= end; length++) {
      add(book.ends.get(form.slice(-length)));
      if (capital) add(book.ends.get(form.slice(-length) + CAPITAL_MARK));
    }
    for (const { piece, place } of book.inside) if (form.includes(piece)) filled.push(place);
  }
  const entry = entryOf(book, filled);
  if (word.length <= LONGEST_WORD) {
    if (kept.size >= WORDS_KEPT) kept.clear();
    kept.set(key, entry);
  }
  return entry;
}

const fillsPlace = (entry: Entry, place: number): boolean =>
  entry.fills !== undefined && (((entry.fills[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;

/** One text being compared: its tokens, and what each can be. */
type Looked<T> = { book: PhraseBook<T>; tokens: readonly Token[]; entries: readonly Entry[] };

function fits<T>({ book, tokens, entries }: Looked<T>, place: number, at: number): boolean {
  const entry = entries[at];
  const token = tokens[at];
  if (entry === undefined || token === undefined) return false;
  if (fillsPlace(entry, place)) return true;
  if (token.kind === "number") return fillsPlace(book.signs.number, place);
  if (token.kind === "handle") return fillsPlace(book.signs.handle, place);
  return token.capital && token.kind === "word" && fillsPlace(book.signs.capital, place);
}

type Group = Filed<unknown>["groups"][number];

/** Where an ordered group ends when it starts at `at`; -1 when it does not. */
function endOrdered<T>(text: Looked<T>, { places, optional }: Group, at: number, sentence: number): number {
  let i = at;
  for (let p = 0; p < places.length; p++) {
    if (text.tokens[i]?.sentence === sentence && fits(text, places[p] ?? -1, i)) i++;
    else if (!optional[p]) return -1;
  }
  return i - 1;
}

/** Where an unordered group that starts at `at` ends; its words may come in any order. */
function endUnordered<T>(text: Looked<T>, { places }: Group, at: number, sentence: number): number {
  const open = [...places];
  let last = at;
  for (let i = at; open.length > 0; i++) {
    if (text.tokens[i]?.sentence !== sentence || i - last > NEAR + 1) return -1;
    const hit = open.findIndex((place) => fits(text, place, i));
    if (i === at && hit < 0) return -1;
    if (hit < 0) continue;
    open.splice(hit, 1);
    last = i;
  }
  return last;
}

/** @returns the last token of the phrase from its group `g` on when that starts exactly at token `at`, else -1. */
function endFrom<T>(text: Looked<T>, filed: Filed<T>, g: number, at: number, sentence: number): number {
  const group = filed.groups[g];
  if (!group) return -1;
  const end = group.ordered ? endOrdered(text, group, at, sentence) : endUnordered(text, group, at, sentence);
  if (end < at) return -1;
  if (g === filed.groups.length - 1) return end;
  const gap = filed.phrase.gaps[g] ?? 0;
  for (let next = end + 1; next <= end + 1 + gap; next++) {
    if (text.tokens[next]?.sentence !== sentence) break;
    const last = endFrom(text, filed, g + 1, next, sentence);
    if (last >= 0) return last;
  }
  return -1;
}

/**
 * Every place where a phrase of the book stands, in order of place, then of filing; negation is for the caller to
 * judge (`isNegated`). Linear in the text.
 */
export function findPhrases<T>(book: PhraseBook<T>, tokens: readonly Token[]): Found<T>[] {
  const entries = tokens.map((token) => lookUp(book, token));
  const text: Looked<T> = { book, tokens, entries };
  /** Phrase and place as one number, so that what was found once is not found again by another of its words. */
  const found = new Map<number, number>();
  const attempt = (calls: readonly number[], at: number) => {
    const sentence = tokens[at]?.sentence ?? -1;
    for (const call of calls) {
      const filed = book.filed[call];
      if (!filed) continue;
      for (let start = at; start >= at - filed.before && tokens[start]?.sentence === sentence; start--) {
        const key = call * tokens.length + start;
        if (found.has(key)) continue;
        const last = endFrom(text, filed, 0, start, sentence);
        if (last >= 0) found.set(key, last);
      }
    }
  };
  tokens.forEach((token, at) => {
    attempt(entries[at]?.calls ?? [], at);
    if (token.kind === "number") attempt(book.signs.number.calls, at);
    else if (token.kind === "handle") attempt(book.signs.handle.calls, at);
    else if (token.capital && token.kind === "word") attempt(book.signs.capital.calls, at);
  });
  const list: (Found<T> & { call: number })[] = [];
  for (const [key, last] of found) {
    const call = Math.floor(key / tokens.length);
    const filed = book.filed[call];
    if (filed) list.push({ id: filed.id, phrase: filed.phrase, first: key % tokens.length, last, call });
  }
  list.sort((a, b) => a.first - b.first || a.call - b.call);
  return list.map(({ call: _call, ...rest }) => rest);
}

/** The matches that do not stand under a negation from outside the phrase. */
export const unnegated = <T>(found: readonly Found<T>[], tokens: readonly Token[]): Found<T>[] =>
  found.filter((f) => f.phrase.negates || !isNegated(tokens, f.first));

/** How many words before its first word a negation may stand. */
const NEGATION_REACH = 3;

/** @returns whether the words from `first` on stand under a negation in the same clause. */
export function isNegated(tokens: readonly Token[], first: number): boolean {
  const clause = tokens[first]?.clause;
  for (let i = first - 1; i >= 0 && i >= first - NEGATION_REACH; i--) {
    const token = tokens[i];
    if (!token || token.clause !== clause) return false;
    if (saysNo(token)) return true;
  }
  return false;
}
