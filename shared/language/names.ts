import type { Token } from "./tokens.ts";
import { wordsIn } from "./tokens.ts";

/** A name found in a text: tokens `first` to `last`, both inclusive. */
type NameFound = { id: string; first: number; last: number };

type Filed = { id: string; before: readonly string[]; stem: string };
/** Names filed under the stems of their last word, so that each word of a text is looked up by its beginnings. */
export type NameBook = { byStem: ReadonlyMap<string, readonly Filed[]>; longestStem: number };

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
export function bindNames(names: readonly { id: string; names: readonly string[] }[]): NameBook {
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
  return { byStem, longestStem };
}

const splitName = (name: string): string[] =>
  name
    .normalize("NFKC")
    .split(/[\s-]+/u)
    .flatMap((piece) => wordsIn(piece.replace(/[^\p{L}\p{N}\p{M}'’:]/gu, "")))
    .flatMap((part) => part.word.match(/\d+|\D+/gu) ?? [])
    .filter((word) => word !== "");

/**
 * Find names in any of their inflected forms; of names that overlap the longest is taken. Linear in the text.
 * With `apart`, the words before the last may also stand anywhere earlier in the sentence ("started football and I
 * bought a pair of shoes" names the football shoes); then only the last word is the place.
 */
export function findNames(
  book: NameBook,
  tokens: readonly Token[],
  { apart = false }: { apart?: boolean } = {},
): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? "";
    const longest = Math.min(word.length, book.longestStem);
    let best: NameFound | undefined;
    for (let length = longest; length >= 1; length--) {
      for (const { id, before, stem } of book.byStem.get(word.slice(0, length)) ?? []) {
        if (!mayEnd(word.slice(length), stem)) continue;
        const first = at - before.length;
        const together =
          first >= 0 &&
          before.every((want, i) => tokens[first + i]?.word === want) &&
          tokens[first]?.sentence === tokens[at]?.sentence;
        if (together) {
          if (!best || first < best.first) best = { id, first, last: at };
        } else if (apart && !best && before.every((want) => standsBefore(want, tokens, at))) {
          best = { id, first: at, last: at };
        }
      }
    }
    if (best) {
      const previous = found.at(-1);
      if (previous && previous.first >= best.first) found.pop();
      found.push(best);
    }
  }
  return found;
}

/** A long sentence is not searched to its beginning. */
const APART_AT_MOST = 25;

function standsBefore(want: string, tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  for (let i = at - 1; i >= 0 && i >= at - APART_AT_MOST && tokens[i]?.sentence === sentence; i--) {
    if (tokens[i]?.word === want) return true;
  }
  return false;
}

function mayEnd(rest: string, stem: string): boolean {
  if (rest === "") return true;
  if (rest.startsWith(":") || rest.startsWith("'")) return true;
  if (stem.startsWith("@") || stem.startsWith("#")) return false;
  return stem.length >= SHORTEST_INFLECTED && ENDINGS.has(rest);
}
