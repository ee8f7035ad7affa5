import { KeptWords, type WordNote } from "../kept-words.ts";
import type { Reading, Token } from "../tokens.ts";
import type { NamedFirm } from "../who-is-named.ts";
import { hashFrom, hashText, hashUnit } from "./hash.ts";

/**
 * What a linear model sees of a text: words, pairs of words, pieces of two to five letters inside words, and named
 * features. Each is a hash; the model keeps the low bits. Words and pairs weigh one over the square root of their
 * number, so do pieces, so that a long text says no more than a short one; named features weigh what they count.
 */

const WORD = hashFrom(1);
const PAIR = hashFrom(2);
const PIECE = hashFrom(3);
const NAMED = hashFrom(4);
const SKIP = hashFrom(5);
const HALF = hashFrom(6);
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;
/** A word that is longer is none; its beginning says what there is to say. */
const LONGEST_WORD = 40;
const SPACE = 32;

/** "sooooo" is "soo": the third of the same letter and all after it say nothing new. */
export const squeezed = (word: string): string =>
  mayRepeat(word) ? word.replace(/(.)\1{2,}/gu, "$1$1").slice(0, LONGEST_WORD) : word;

/** Whether there can be anything to squeeze; nearly all words are told from by a glance. */
function mayRepeat(word: string): boolean {
  if (word.length > LONGEST_WORD) return true;
  let before = 0;
  let times = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    times = unit === before ? times + 1 : 1;
    // Half of a character that takes two tells nothing by itself.
    if (times > 2 || (unit >= 0xd800 && unit <= 0xdfff)) return true;
    before = unit;
  }
  return false;
}

const EARLIEST_YEAR = 1930;
const LATEST_YEAR = 2100;

/** What a model reads at one place; `note` is of the word where it is read as it stands. */
export type Form = { form: string; note?: WordNote | undefined };
export const NO_FORM: Form = { form: "" };

const kept = new KeptWords<Form>(true);

/** A token as a model reads it: whom it names stands for a name, a number for any number. */
export function formOf({ kind, word, value, note }: Token, name: NamedFirm | undefined): Form {
  if (name !== undefined) return NAMES[name];
  if (kind === "handle") return HANDLE;
  if (kind === "date") return NUMBER;
  if (kind === "number")
    return value !== undefined && value >= EARLIEST_YEAR && value <= LATEST_YEAR ? YEAR : NUMBER;
  if (note === undefined) return { form: squeezed(word) };
  const known = kept.get(word, note);
  if (known !== undefined) return known;
  const made = { form: squeezed(word), note };
  kept.set(word, made, note);
  return made;
}

const NAMES: Readonly<Record<NamedFirm, Form>> = {
  own: { form: "<own>" },
  rival: { form: "<rival>" },
  peer: { form: "<peer>" },
  firm: { form: "<firm>" },
};
const HANDLE: Form = { form: "@" };
const NUMBER: Form = { form: "0" };
const YEAR: Form = { form: "<year>" };

/** The words of a text with the signs between them, as a model reads them. @param words one form a token */
export function withMarks(words: readonly Form[], marks: Reading["marks"]): readonly Form[] {
  if (marks.length === 0) return words;
  const forms: Form[] = [];
  let next = 0;
  const marksUpTo = (at: number) => {
    for (let mark = marks[next]; mark !== undefined && mark.at <= at; mark = marks[++next])
      forms.push({ form: mark.sign });
  };
  words.forEach((form, at) => {
    marksUpTo(at);
    forms.push(form);
  });
  marksUpTo(words.length);
  return forms;
}

/** Pieces are of words only; a sign is a word of its own. */
const LETTER = /\p{L}/u;

/** What one word gives by itself. */
export type WordGrams = { word: number; pieces: readonly number[] };

export function gramsOfWord(form: string): WordGrams {
  const word = hashText(WORD, form);
  if (!LETTER.test(form)) return { word, pieces: [] };
  const padded = ` ${form} `;
  const pieces: number[] = [];
  for (let from = 0; from < padded.length; from++) {
    let hash = PIECE;
    for (let length = 1; length <= LONGEST_PIECE && from + length <= padded.length; length++) {
      hash = hashUnit(hash, padded.charCodeAt(from + length - 1));
      if (length >= SHORTEST_PIECE) pieces.push(hashUnit(hash, length));
    }
  }
  return { word, pieces };
}

/** Two words that follow each other; the first of a text follows nothing. */
export const pairOf = (before: number, word: number): number =>
  hashUnit(hashUnit(hashUnit(PAIR, before), SPACE), word);
/** A word in the first half of a text (0) or in the second (1): what comes last is often what is meant. */
export const halfOf = (word: number, half: 0 | 1): number => hashUnit(hashUnit(HALF, word), half);
/** Two words with one between them. */
export const skipOf = (before: number, word: number): number => hashUnit(hashUnit(SKIP, before), word);
/** Stands before the first word. */
export const NOTHING_BEFORE = 0;

/** Hashes of names that were asked for; there are few, since all of them stand in the program. */
const named = new Map<string, number>();

/** A feature with a name of its own. */
export function namedGram(name: string): number {
  const known = named.get(name);
  if (known !== undefined) return known;
  const hash = hashText(NAMED, name);
  named.set(name, hash);
  return hash;
}
