import type { Reading, Token } from "../tokens.ts";
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
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;
/** A word that is longer is none; its beginning says what there is to say. */
const LONGEST_WORD = 40;
const SPACE = 32;

/** "sooooo" is "soo": the third of the same letter and all after it say nothing new. */
export const squeezed = (word: string): string => word.replace(/(.)\1{2,}/gu, "$1$1").slice(0, LONGEST_WORD);

function formOf({ kind, word }: Token): string {
  if (kind === "handle") return "@";
  if (kind === "number" || kind === "date") return "0";
  return squeezed(word);
}

/** The words and signs of a text in order, as the model reads them. */
export function formsOf({ tokens, marks }: Pick<Reading, "tokens" | "marks">): string[] {
  const forms: string[] = [];
  let next = 0;
  const marksUpTo = (at: number) => {
    for (let mark = marks[next]; mark !== undefined && mark.at <= at; mark = marks[++next])
      forms.push(mark.sign);
  };
  tokens.forEach((token, at) => {
    marksUpTo(at);
    forms.push(formOf(token));
  });
  marksUpTo(tokens.length);
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
/** Two words with one between them. */
export const skipOf = (before: number, word: number): number => hashUnit(hashUnit(SKIP, before), word);
/** Stands before the first word. */
export const NOTHING_BEFORE = 0;

/** A feature with a name of its own. */
export const namedGram = (name: string): number => hashText(NAMED, name);
