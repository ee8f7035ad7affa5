import { allMatches } from "./all-matches.ts";

declare const small: unique symbol;
/** A text in small letters, sign for sign as long as it was: what is found here stands at the same place there. */
export type SmallLetters = string & { readonly [small]: true };

export const inSmallLetters = (text: string): SmallLetters => {
  const lower = text.toLowerCase();
  // The Turkish İ is the one letter that grows when it is made small.
  const asLong = lower.length === text.length ? lower : text.replaceAll("İ", "i").toLowerCase();
  // The long s is an s to the eye, and small already.
  return asLong.replaceAll("ſ", "s") as SmallLetters;
};

export const sliceOf = (text: SmallLetters, from: number, to?: number): SmallLetters =>
  text.slice(from, to) as SmallLetters;

/** Small Latin letters with all that hangs on them: Latin-1, Extended-A and -B, Extended Additional. */
const LETTERS = "a-zß-öø-ɏḁ-ỿ";

/**
 * Words that a rule looks for. Rules are written with `\p{L}` and no capitals, and looked for in small letters with
 * the letters of Latin script only: V8 goes through a table of six hundred ranges for `\p{L}`, and through every case
 * of every letter for `i`, at each sign of the text. Together that makes reading a draft three to six times as slow.
 */
export class Wording {
  readonly pattern: RegExp;
  private readonly first: RegExp;
  private readonly every: RegExp;

  /** @throws {SyntaxError} for a pattern with a capital, which could never be found */
  constructor(pattern: RegExp) {
    this.pattern = pattern;
    const source = withLatinLetters(pattern.source);
    this.first = new RegExp(source, "u");
    this.every = new RegExp(source, "gu");
  }

  isIn(text: SmallLetters): boolean {
    return this.first.test(text);
  }

  /** What is found, one after the other, without its places. */
  words(text: SmallLetters): readonly string[] {
    return text.match(this.every) ?? [];
  }

  /** Every place, in order; groups in small letters. */
  find(text: SmallLetters): readonly RegExpExecArray[] {
    return allMatches(text, this.every);
  }
}

function withLatinLetters(source: string): string {
  let isInClass = false;
  return source.replace(/\\[pP]\{[^}]*\}|\\.|[[\]]|\p{Lu}/gu, (sign) => {
    if (sign === "[" || sign === "]") isInClass = sign === "[";
    if (sign === "\\p{L}") return isInClass ? LETTERS : `[${LETTERS}]`;
    if (sign === "\\P{L}" && !isInClass) return `[^${LETTERS}]`;
    if (/^(?:\p{Lu}|\\P|\\p\{Lu)/u.test(sign))
      throw new SyntaxError(`no capital is ever found in small letters: ${sign} in ${source}`);
    return sign;
  });
}

/** How nearly every pattern begins: at the beginning of a word. */
const BEHIND = "(?<!\\p{L})";

/**
 * Whether any of the patterns is found at all, asked in one go: most replies break no rule, and looking for the
 * beginning of a word once instead of for each pattern takes an eighth of the time. Patterns that refer back to their
 * groups cannot be put together.
 */
export function anyOf(patterns: readonly RegExp[]): Wording {
  const sources = patterns.map(({ source }) => source);
  const atWords = sources
    .filter((source) => source.startsWith(BEHIND))
    .map((source) => source.slice(BEHIND.length));
  const others = sources.filter((source) => !source.startsWith(BEHIND));
  const together = atWords.length === 0 ? [] : [`${BEHIND}(?:${atWords.join("|")})`];
  return new Wording(new RegExp([...together, ...others].join("|"), "u"));
}
