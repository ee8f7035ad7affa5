import { BLACK_FLAG, isLone, isMark, isPlain, isTag, isUnseen, isZeroWidth } from "./characters.ts";

/** A text made comparable, with the way back to the text as it was written. */
export type Normalised = {
  /** NFKC, without characters that nobody sees; well-formed UTF-16. */
  text: string;
  /** UTF-16 offset in the original at which the original of `text[at]` starts. Defined for `0..text.length`. */
  startOf(at: number): number;
  /** UTF-16 offset in the original just after the original of `text[at]`. */
  endOf(at: number): number;
  /** Characters that hide or turn text round stood in it, more than keyboards and phones put there by themselves. */
  hidesCharacters: boolean;
};

/** Combining marks kept per letter; more are decoration that only slows reading. */
const MARKS_KEPT = 4;
/** Phones and browsers leave a stray one or two; hidden messages need more. */
const STRAY_ZERO_WIDTH = 2;

const isTurning = (code: number): boolean => code === 0x202d || code === 0x202e;

/**
 * Unicode NFKC, letter by letter so that offsets are kept; zero-width, tag, bidirectional and control characters
 * are left out, a lone surrogate becomes U+FFFD, and a letter keeps at most four marks.
 * Linear in the length of the text. Normalising the result again changes nothing.
 */
export function normalise(original: string): Normalised {
  if (staysAsItIs(original)) return { text: original, startOf: same, endOf: next, hidesCharacters: false };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let zeroWidth = 0;
  let turned = false;
  let tags = 0;
  let inFlag = false;

  let letter = "";
  let letterStart = 0;
  let letterEnd = 0;
  let marks = 0;
  let alone = false;
  const flush = () => {
    if (letter === "") return;
    const composed = alone ? letter : composedOf(letter);
    parts.push(composed);
    for (let i = 0; i < composed.length; i++) {
      starts.push(letterStart);
      ends.push(letterEnd);
    }
    letter = "";
  };

  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const from = at;
    at += width;
    if (isTag(code)) {
      if (!inFlag) tags++;
      continue;
    }
    if (isUnseen(code)) {
      if (isZeroWidth(code)) zeroWidth++;
      if (isTurning(code)) turned = true;
      continue;
    }
    const character = isLone(code) ? "\ufffd" : original.slice(from, at);
    // A black flag with tag letters is how the flags of Wales and Scotland are written.
    inFlag = code === BLACK_FLAG;
    if (letter !== "" && isMark(code)) {
      alone = false;
      if (marks++ < MARKS_KEPT) letter += character;
      letterEnd = at;
      continue;
    }
    flush();
    letter = character;
    letterStart = from;
    letterEnd = at;
    marks = 0;
    alone = isPlain(code);
  }
  flush();

  const text = parts.join("");
  const length = original.length;
  return {
    text,
    startOf: (at) => starts[at] ?? length,
    endOf: (at) => ends[at] ?? length,
    hidesCharacters: turned || tags > 0 || zeroWidth > STRAY_ZERO_WIDTH,
  };
}

const same = (at: number): number => at;
const next = (at: number): number => at + 1;

function staysAsItIs(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (!isPlain(code)) return false;
    if (code > 0xffff) at++;
  }
  return true;
}

/** NFKC of one letter may bring unseen characters or a space with a mark to light; only what is seen is kept. */
const composedOf = (letter: string): string =>
  [...letter.normalize("NFKC")].filter((c) => !isUnseen(c.codePointAt(0) ?? 0)).join("");
