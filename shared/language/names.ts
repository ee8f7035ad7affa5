import { keptByWord, type WordNote } from "./kept-words.ts";
import type { Token } from "./tokens.ts";
import { wordsIn } from "./tokens.ts";

/** A name found in a text: tokens `first` to `last`, both inclusive. */
export type NameFound = { id: string; first: number; last: number };

type Filed = { id: string; before: readonly string[]; stem: string };
type Filing = { byStem: ReadonlyMap<string, readonly Filed[]>; longestStem: number };
/** Names filed under the stems of their last word; each word of a text is looked up by its beginnings, once. */
export type NameBook = Filing & {
  /** Names that a word can end, as it is written small and with a capital. */
  endedBy: (word: string, note?: WordNote) => Endings;
  endedByCapital: (word: string, note?: WordNote) => Endings;
};
/**
 * Names that a word can end: that of one word, and those of more by the word before the last, so that a thousand
 * shops of one surname cost no more than one.
 */
type Endings = { alone: Ranked | undefined; after: ReadonlyMap<string, readonly Ranked[]> | undefined };
/** `rank` is the place in the order in which names are tried. */
type Ranked = { id: string; before: readonly string[]; rank: number };

/**
 * Endings that a name may take: Finnish cases with clitics, Swedish and English genitive and definite forms.
 * Written out rather than derived: a closed list cannot run over into another word.
 */
const ENDINGS = new Set(
  (
    "n in on an en un yn ön än ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä a ä ta tä ia iä ja jä ien jen " +
    "issa issä ista istä illa illä ilta iltä ille iin hin hen hon hun hän han seen aan ään een uun oon yyn öön " +
    "kin nkin ssakin ssäkin llakin lläkin ko kö t s es ns na ne iltä e ille lle elle ella eltä essa esta " +
    "issa ista iin ilta ilte i ina inä nä ni si mme " +
    // Estonian, which comes over the gulf.
    "is ist it"
  ).split(" "),
);
/** A word shorter than this takes no ending without a colon: "EE" is a shop, "een" is not. */
const SHORTEST_INFLECTED = 4;
/** Written with a capital, one letter less will do: "Moilta" is from Moi. */
const SHORTEST_CAPITAL = 3;

/** The stems a last word may show: itself, and the weak grade before an ending ("Gigantti" → "Giganti-n"). */
function stemsOf(word: string): string[] {
  const stems = [word];
  const weak = word.replace(
    /(kk|pp|tt)([aeiouyäö])$/u,
    (_, pair: string, vowel: string) => pair.charAt(0) + vowel,
  );
  if (weak !== word) stems.push(weak);
  // "lounas" is "lounaa-" before an ending, "kallis" is "kallii-".
  const contracted = word.match(/^(.{2,}[^aeiouyäö])([aäi])s$/u);
  if (contracted?.[1] && contracted[2]) stems.push(`${contracted[1]}${contracted[2]}${contracted[2]}`);
  if (word.endsWith("nen")) stems.push(`${word.slice(0, -3)}se`, `${word.slice(0, -3)}s`);
  return stems;
}

/** File names with their aliases. Handles ("@shop") are names as well. Empty names are passed over. */
export function bindNames(
  names: readonly { id: string; names: readonly string[] }[],
  lasting = false,
): NameBook {
  const byStem = new Map<string, Filed[]>();
  let longestStem = 0;
  for (const { id, names: written } of names) {
    for (const name of written) {
      const handle = /^[@#]\w+$/u.test(name);
      const words = handle ? [name.toLowerCase()] : splitName(name);
      const last = words.at(-1);
      if (last === undefined) continue;
      const before = words.slice(0, -1);
      for (const stem of handle ? [last] : stemsOf(last)) {
        const filed = byStem.get(stem);
        if (filed) filed.push({ id, before, stem });
        else byStem.set(stem, [{ id, before, stem }]);
        longestStem = Math.max(longestStem, stem.length);
      }
    }
  }
  const filing = { byStem, longestStem };
  return {
    ...filing,
    endedBy: keptByWord((word) => endingsOf(filing, word, false), lasting),
    endedByCapital: keptByWord((word) => endingsOf(filing, word, true), lasting),
  };
}

const NO_NAME: Endings = { alone: undefined, after: undefined };

/** The longest stem first, so that of names of equally many words the fuller is found. */
function endingsOf({ byStem, longestStem }: Filing, word: string, capital: boolean): Endings {
  let alone: Ranked | undefined;
  const after = new Map<string, Ranked[]>();
  let rank = 0;
  for (let length = Math.min(word.length, longestStem); length >= 1; length--) {
    for (const { id, before, stem } of byStem.get(word.slice(0, length)) ?? []) {
      if (!mayEnd(word.slice(length), stem, capital)) continue;
      const ranked = { id, before, rank: rank++ };
      const previous = before.at(-1);
      if (previous === undefined) alone ??= ranked;
      else if (after.has(previous)) after.get(previous)?.push(ranked);
      else after.set(previous, [ranked]);
    }
  }
  return rank === 0 ? NO_NAME : { alone, after: after.size > 0 ? after : undefined };
}

const splitName = (name: string): string[] =>
  name
    .normalize("NFKC")
    .split(/[\s-]+/u)
    .flatMap((piece) => wordsIn(piece.replace(/[^\p{L}\p{N}\p{M}'’:]/gu, "")))
    .flatMap((part) => part.word.match(/\d+|\D+/gu) ?? [])
    .filter((word) => word !== "");

/** Whether a word can end a name. */
export type EndsName = (word: string, note?: WordNote) => { yes: boolean };

/** Whether a word ends a name of any of the books: most words end none, and one question is enough to know. */
export function endsAnyName(books: readonly NameBook[]): EndsName {
  if (books.every(({ longestStem }) => longestStem === 0)) return () => ({ yes: false });
  return keptByWord((word) => ({ yes: books.some((book) => book.endedByCapital(word) !== NO_NAME) }));
}

/** The tokens at which a name can end, in order. @param ended as `endsAnyName` tells */
export function placesOfNames({ ended }: { ended: EndsName }, tokens: readonly Token[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token !== undefined && ended(token.word, token.note).yes) places.push(at);
  }
  return places;
}

/**
 * Find names in any of their inflected forms; of names that overlap the longest is taken. Linear in the text.
 * With `apart`, the words before the last may also stand anywhere earlier in the sentence ("started football and I
 * bought a pair of shoes" names the football shoes); then only the last word is the place.
 * @param places the tokens at which a name can end, in order, where that is known; all of them without
 */
export function findNames(
  book: NameBook,
  tokens: readonly Token[],
  { apart = false, places }: { apart?: boolean; places?: readonly number[] } = {},
): NameFound[] {
  const found: NameFound[] = [];
  if (book.longestStem === 0) return found;
  const count = places?.length ?? tokens.length;
  for (let i = 0; i < count; i++) {
    const at = places?.[i] ?? i;
    const token = tokens[at];
    if (token === undefined) continue;
    const endings = token.capital
      ? book.endedByCapital(token.word, token.note)
      : book.endedBy(token.word, token.note);
    if (endings === NO_NAME) continue;
    const best =
      standingTogether(endings, tokens, at) ??
      (apart ? standingApart(endings, tokens, at) : endings.alone && one(endings.alone, at));
    if (!best) continue;
    const previous = found.at(-1);
    if (previous && previous.first >= best.first) found.pop();
    found.push(best);
  }
  return found;
}

const one = ({ id }: Ranked, at: number): NameFound => ({ id, first: at, last: at });

/** The longest name of more than one word that ends here with all its words together. */
function standingTogether({ after }: Endings, tokens: readonly Token[], at: number): NameFound | undefined {
  let best: NameFound | undefined;
  const longer = at === 0 ? undefined : after?.get(tokens[at - 1]?.word ?? "");
  for (const { id, before } of longer ?? []) {
    const first = at - before.length;
    if (first < 0 || (best && first >= best.first)) continue;
    const together =
      tokens[first]?.sentence === tokens[at]?.sentence &&
      before.every((want, i) => tokens[first + i]?.word === want);
    if (together) best = { id, first, last: at };
  }
  return best;
}

/** A long sentence is not searched to its beginning. */
const APART_AT_MOST = 25;

/** The first of the names that end here whose other words stand before, in whatever order. */
function standingApart(
  { alone, after }: Endings,
  tokens: readonly Token[],
  at: number,
): NameFound | undefined {
  let best = alone;
  if (after) {
    const sentence = tokens[at]?.sentence;
    for (let i = at - 1; i >= 0 && i >= at - APART_AT_MOST && tokens[i]?.sentence === sentence; i--) {
      for (const ranked of after.get(tokens[i]?.word ?? "") ?? []) {
        if (best && best.rank <= ranked.rank) continue;
        if (ranked.before.every((want) => standsBefore(want, tokens, at))) best = ranked;
      }
    }
  }
  return best && one(best, at);
}

function standsBefore(want: string, tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1; i >= 0 && i >= at - APART_AT_MOST && tokens[i]?.sentence === sentence; i--) {
    if (tokens[i]?.word === want) return true;
  }
  return false;
}

function mayEnd(rest: string, stem: string, capital: boolean): boolean {
  if (rest === "") return true;
  if (rest.startsWith(":") || rest.startsWith("'")) return true;
  if (stem.startsWith("@") || stem.startsWith("#")) return false;
  return stem.length >= (capital ? SHORTEST_CAPITAL : SHORTEST_INFLECTED) && ENDINGS.has(rest);
}
