// Over 300 lines: how phrases are filed and how they are looked for is one matter, and must agree to the bit.
import { keptByWord } from "./kept-words.ts";
import { CAPITAL_MARK, NEAR, type Phrase, type Place, saysNo } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** First and last token of a match, both inclusive. */
export type Found<T> = { id: T; first: number; last: number; phrase: Phrase };

/** `optional` by place. */
type Group = { places: readonly number[]; optional: readonly boolean[]; ordered: boolean };
/**
 * A phrase made ready: its places by number, and the one by which it is looked for. `before` is how far in front
 * of that place the phrase can begin; `opens` is the place that must stand at its beginning, -1 where several may.
 */
type Filed<T> = { id: T; phrase: Phrase; groups: readonly Group[]; before: number; opens: number };

/**
 * What a word can be: the places that it fills, as bits, and the phrases that are looked for by it, in order. `some`
 * holds the bits of all of them in one number: what is not in it need not be looked up, and most is not.
 */
type Entry = { some: number; fills: Uint32Array; calls: readonly number[] };

/**
 * Phrases filed under the rarest word that each must have. A text costs one look-up a word and a comparison for
 * the few phrases whose rarest word it holds; it does not cost more with more phrases.
 */
export type PhraseBook<T> = {
  filed: readonly Filed<T>[];
  /** What a token can be; the head of a sentence has a capital whatever it is. */
  entryOf: (token: Token, atHead: boolean) => Entry;
};

/**
 * Numbers of places under words: under a word stands where its last one stands in `number`, and `next` says where
 * the one before does, -1 nowhere. Three lists for all words: thousands of short ones make a slow start.
 */
type Shelf = { last: Map<string, number>; number: number[]; next: number[] };
const shelf = (): Shelf => ({ last: new Map(), number: [], next: [] });

function put({ last, number, next }: Shelf, word: string, place: number): void {
  next.push(last.get(word) ?? -1);
  last.set(word, number.length);
  number.push(place);
}

function addFrom({ last, number, next }: Shelf, word: string, to: number[]): void {
  for (let at = last.get(word) ?? -1; at >= 0; at = next[at] ?? -1) to.push(number[at] ?? 0);
}

/** Where the words of places are filed, by how open they are. */
type Shelves = {
  places: number;
  whole: Shelf;
  starts: Shelf;
  ends: Shelf;
  inside: readonly { piece: string; place: number }[];
  longestStart: number;
  longestEnd: number;
  /** Phrases that are looked for by a place. */
  calledBy: readonly (readonly number[])[];
  lasting: boolean;
  /** Places that any number, handle or capitalised word fills. */
  signs: ReadonlyMap<string, readonly number[]>;
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

/** How seldom a place is filled by chance: the higher, the oftener. */
function commonness(place: Place): number {
  let cost = 0;
  for (const word of place.whole) cost += COMMON.has(word) ? 100 : 1;
  for (const want of place.wants) {
    if (want.word === "^") cost += 1000;
    else if (want.word === "#" || want.word === "@") cost += 30;
    else if (want.openStart) cost += 20;
    else if (COMMON.has(want.word)) cost += 100;
    else cost += want.word.length < 4 ? 8 : 1;
  }
  return cost;
}

/** A place as it is filed: its number, and how common it is. */
type Numbered = { number: number; cost: number };

/** The required place by which a phrase is best looked for, and how many words can stand before it. */
function callOf(
  phrase: Phrase,
  numbered: (place: Place) => Numbered,
): { number: number; before: number } | undefined {
  let best: { number: number; before: number; cost: number } | undefined;
  let before = 0;
  for (const [g, group] of phrase.groups.entries()) {
    const reach = group.ordered ? 0 : (group.places.length - 1) * (NEAR + 1);
    for (const [at, place] of group.places.entries()) {
      if (place.optional) continue;
      const { number, cost } = numbered(place);
      if (!best || cost < best.cost) best = { number, cost, before: before + (group.ordered ? at : reach) };
    }
    before += (group.ordered ? group.places.length : reach + 1) + (phrase.gaps[g] ?? 0);
  }
  return best;
}

const longest = ({ last }: Shelf): number => {
  let length = 0;
  for (const word of last.keys()) length = Math.max(length, word.length);
  return length;
};

/**
 * @param lasting the book lives as long as the program, as in `KeptWords`
 * @throws {RangeError} for a phrase in which every word may be absent: it would be found everywhere.
 */
export function bindPhrases<T>(
  entries: readonly { id: T; phrase: Phrase }[],
  lasting = false,
): PhraseBook<T> {
  const numbers = new Map<Place, Numbered>();
  const whole = shelf();
  const starts = shelf();
  const ends = shelf();
  const inside: { piece: string; place: number }[] = [];
  const signs = new Map<string, number[]>([
    ["#", []],
    ["@", []],
    ["^", []],
  ]);
  const calledBy: number[][] = [];
  const numbered = (place: Place): Numbered => {
    const known = numbers.get(place);
    if (known !== undefined) return known;
    const number = calledBy.length;
    const made = { number, cost: commonness(place) };
    numbers.set(place, made);
    calledBy.push([]);
    for (const word of place.whole) put(whole, word, number);
    for (const want of place.wants) {
      const sign = signs.get(want.word);
      if (sign) sign.push(number);
      else if (want.openStart && want.openEnd) inside.push({ piece: want.word, place: number });
      else if (want.openStart) put(ends, want.word, number);
      else put(starts, want.word, number);
    }
    return made;
  };
  const filed = entries.map(({ id, phrase }, at): Filed<T> => {
    const call = callOf(phrase, numbered);
    if (!call) throw new RangeError(`every word of a phrase may be absent: ${phrase.source}`);
    calledBy[call.number]?.push(at);
    const groups = phrase.groups.map(({ places, ordered }) => ({
      ordered,
      places: places.map((place) => numbered(place).number),
      optional: places.map(({ optional }) => optional),
    }));
    const [head] = groups;
    const opens =
      head && (head.ordered || head.places.length === 1) && !head.optional[0] ? head.places[0] : -1;
    return { id, phrase, before: call.before, groups, opens: opens ?? -1 };
  });
  return {
    filed,
    entryOf: entriesOf({
      places: calledBy.length,
      whole,
      starts,
      ends,
      inside,
      longestStart: longest(starts),
      longestEnd: longest(ends),
      calledBy,
      signs,
      lasting,
    }),
  };
}

/** More entries than this are not shared; a text made to hold all of them must not fill the store. */
const ENTRIES_SHARED = 20_000;

/** What tokens can be, each told once by its word and by what else decides what it fills. */
function entriesOf(shelves: Shelves): PhraseBook<unknown>["entryOf"] {
  const shared = new Map<string, Entry>();
  /** Most words that fill any place fill the same as others do. */
  const entryFor = (filled: readonly number[]): Entry => {
    const key = filled.join();
    const known = shared.get(key);
    if (known) return known;
    if (shared.size >= ENTRIES_SHARED) shared.clear();
    const made = entryFilling(shelves, filled);
    shared.set(key, made);
    return made;
  };
  const looker = (sign: string, named: boolean) =>
    keptByWord((word, forms?: readonly string[]) => {
      const filled = [...(shelves.signs.get(sign) ?? [])];
      addPlaces(shelves, word, named, filled);
      for (const form of forms ?? []) addPlaces(shelves, form, named, filled);
      return entryFor(filled);
    }, shelves.lasting);
  const lookers: ReturnType<typeof looker>[] = [];
  // Where no phrase asks for a capital, a word is the same with and without.
  const wantsCapital = (shelves.signs.get("^")?.length ?? 0) > 0;
  const wantsNamed = [...shelves.ends.last.keys()].some((ending) => ending.endsWith(CAPITAL_MARK));
  return (token, atHead) => {
    const { kind, capital, forms } = token;
    const sign =
      kind === "number" ? 1 : kind === "handle" ? 2 : wantsCapital && capital && kind === "word" ? 3 : 0;
    const named = wantsNamed && capital && !atHead;
    const spoken = forms !== undefined;
    const at = sign * 4 + (spoken ? 2 : 0) + (named ? 1 : 0);
    let look = lookers[at];
    if (look === undefined) {
      look = looker(SIGNS[sign] ?? "", named);
      lookers[at] = look;
    }
    return look(token.word, token.note, forms);
  };
}
const SIGNS = ["", "#", "@", "^"] as const;

function addPlaces(shelves: Shelves, word: string, named: boolean, filled: number[]): void {
  addFrom(shelves.whole, word, filled);
  const start = Math.min(shelves.longestStart, word.length);
  for (let length = 1; length <= start; length++) addFrom(shelves.starts, word.slice(0, length), filled);
  const end = Math.min(shelves.longestEnd, word.length);
  for (let length = 1; length <= end; length++) {
    addFrom(shelves.ends, word.slice(-length), filled);
    if (named) addFrom(shelves.ends, word.slice(-length) + CAPITAL_MARK, filled);
  }
  for (const { piece, place } of shelves.inside) if (word.includes(piece)) filled.push(place);
}

const NOTHING: Entry = { some: 0, fills: new Uint32Array(), calls: [] };

function entryFilling({ places, calledBy }: Shelves, filled: readonly number[]): Entry {
  if (filled.length === 0) return NOTHING;
  const fills = new Uint32Array((places >>> 5) + 1);
  const calls = new Set<number>();
  let some = 0;
  for (const place of filled) {
    const word = place >>> 5;
    some |= 1 << (place & 31);
    fills[word] = (fills[word] ?? 0) | (1 << (place & 31));
    for (const phrase of calledBy[place] ?? []) calls.add(phrase);
  }
  return { some, fills, calls: [...calls].sort((a, b) => a - b) };
}

/** One text being searched: what each of its tokens can be, and the sentence that is being read. */
type Search = {
  readonly entries: readonly Entry[];
  /** First token of the sentence, and the first behind it. */
  from: number;
  to: number;
  /** Beginnings of later groups that were tried in vain. */
  vain: Set<number> | undefined;
  /** Comparisons of a token with a place, so that the work can be held to a bound without a clock. */
  compared: number;
};

function fits(search: Search, place: number, at: number): boolean {
  search.compared++;
  const entry = search.entries[at];
  if (entry === undefined || ((entry.some >>> (place & 31)) & 1) === 0) return false;
  return (((entry.fills[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** Where an ordered group ends when it starts at `at`; less than `at` when it does not. */
function endOrdered(search: Search, { places, optional }: Group, at: number): number {
  let i = at;
  for (let p = 0; p < places.length; p++) {
    if (i < search.to && fits(search, places[p] ?? 0, i)) i++;
    else if (!optional[p]) return -1;
  }
  return i - 1;
}

/** Where an unordered group that starts at `at` ends; its words may come in any order. */
function endUnordered(search: Search, { places }: Group, at: number): number {
  let open = (1 << places.length) - 1;
  let last = at;
  for (let i = at; open !== 0; i++) {
    if (i >= search.to || i - last > NEAR + 1) return -1;
    let hit = -1;
    for (let p = 0; p < places.length && hit < 0; p++) {
      if ((open >>> p) & 1 && fits(search, places[p] ?? 0, i)) hit = p;
    }
    if (hit >= 0) {
      open &= ~(1 << hit);
      last = i;
    } else if (i === at) return -1;
  }
  return last;
}

/** From this group on, one beginning can be reached in more than one way. */
const FIRST_REACHED_TWICE = 2;

/** @returns the last token of the phrase from its group `g` on when that starts exactly at token `at`, else -1. */
function endFrom<T>(search: Search, book: PhraseBook<T>, call: number, g: number, at: number): number {
  const filed = book.filed[call];
  const group = filed?.groups[g];
  if (filed === undefined || group === undefined) return -1;
  const end = group.ordered ? endOrdered(search, group, at) : endUnordered(search, group, at);
  if (end < at) return -1;
  if (g === filed.groups.length - 1) return end;
  const furthest = Math.min(search.to - 1, end + 1 + (filed.phrase.gaps[g] ?? 0));
  for (let next = end + 1; next <= furthest; next++) {
    if (g + 1 < FIRST_REACHED_TWICE) {
      const last = endFrom(search, book, call, g + 1, next);
      if (last >= 0) return last;
      continue;
    }
    // What was tried in vain is not tried again, or one word said over and over would be tried in all ways.
    const beginning = (next * filed.groups.length + g) * book.filed.length + call;
    if (search.vain?.has(beginning)) continue;
    const last = endFrom(search, book, call, g + 1, next);
    if (last >= 0) return last;
    search.vain ??= new Set();
    search.vain.add(beginning);
  }
  return -1;
}

/** Matches as they are found, with their order as a number: by place, then by filing. */
type Hits<T> = { found: Found<T>[]; order: number[]; sorted: boolean };

/**
 * Every place where a phrase of the book stands, in order of place, then of filing; negation is for the caller to
 * judge (`isNegated`). Linear in the text.
 * @param below only phrases that were filed before this number are looked for
 */
export function findPhrases<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  below = book.filed.length,
): Found<T>[] {
  return searchFor(book, tokens, below).found;
}

/** How many comparisons finding all phrases takes; the same for the same text, whatever the machine does. */
export const comparisonsIn = <T>(book: PhraseBook<T>, tokens: readonly Token[]): number =>
  searchFor(book, tokens, book.filed.length).compared;

function searchFor<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  below: number,
): { found: Found<T>[]; compared: number } {
  const entries: Entry[] = [];
  let sentence = -1;
  for (const token of tokens) {
    entries.push(book.entryOf(token, token.sentence !== sentence));
    sentence = token.sentence;
  }
  const search: Search = { entries, from: 0, to: 0, vain: undefined, compared: 0 };
  const hits: Hits<T> = { found: [], order: [], sorted: true };
  for (let at = 0; at < entries.length; at++) {
    if (at >= search.to) {
      search.from = search.to;
      search.to = endOfSentence(tokens, search.to);
    }
    const { calls } = entries[at] ?? NOTHING;
    for (let c = 0; c < calls.length; c++) {
      const call = calls[c] ?? below;
      if (call >= below) break;
      searchAround(search, book, call, at, hits);
    }
  }
  return { found: hits.sorted ? hits.found : inOrder(hits), compared: search.compared };
}

function endOfSentence(tokens: readonly Token[], from: number): number {
  const sentence = tokens[from]?.sentence;
  let to = from + 1;
  while (to < tokens.length && tokens[to]?.sentence === sentence) to++;
  return to;
}

/** Look for a phrase wherever it can begin when the word by which it is looked for stands at `at`. */
function searchAround<T>(search: Search, book: PhraseBook<T>, call: number, at: number, hits: Hits<T>): void {
  const filed = book.filed[call];
  if (filed === undefined) return;
  const earliest = Math.max(search.from, at - filed.before);
  const { opens } = filed;
  for (let first = at; first >= earliest; first--) {
    if (opens >= 0 && !fits(search, opens, first)) continue;
    const last = endFrom(search, book, call, 0, first);
    if (last < 0) continue;
    const order = first * book.filed.length + call;
    if (order <= (hits.order.at(-1) ?? -1)) hits.sorted = false;
    hits.found.push({ id: filed.id, first, last, phrase: filed.phrase });
    hits.order.push(order);
  }
}

/** In order, and each once: a phrase is found by each of its words that can be the rarest. */
function inOrder<T>({ found, order }: Hits<T>): Found<T>[] {
  const ranked = found.map((hit, at) => ({ hit, order: order[at] ?? 0 })).sort((a, b) => a.order - b.order);
  return ranked.filter((one, at) => one.order !== ranked[at - 1]?.order).map(({ hit }) => hit);
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
