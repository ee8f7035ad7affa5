/**
 * What a character is, told when it is first met: asking a regular expression of each character of each text is slow.
 */

/** The first half of a flag that is written with tag letters. */
export const BLACK_FLAG = 0x1f3f4;
export const isLone = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
export const isZeroWidth = (code: number): boolean =>
  code === 0x200b || code === 0x200c || (code >= 0x2060 && code <= 0x2064) || code === 0x180e;
export const isTag = (code: number): boolean => code >= 0xe0000 && code <= 0xe007f;
/** Characters that nobody sees, or that turn text round. */
export function isUnseen(code: number): boolean {
  if (code >= 0xa0 && code < 0x180e) return code === 0x00ad;
  return (
    isZeroWidth(code) ||
    isTag(code) ||
    code === 0xfeff ||
    (code >= 0x200d && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0100 && code <= 0xe01ef) ||
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0x7f && code <= 0x9f)
  );
}

/** Kinds; a character is of one. */
export const LETTER = 1;
export const MARK = 2;
export const DIGIT = 3;
export const SPACE = 4;
const KIND = 7;
/** Beside its kind. */
const NUMBER = 8;
const PICTURE = 16;
/** Is its own NFKC form, seen, whole, and no mark: where only such stand, nothing is to be done. */
const PLAIN = 32;
const TOLD = 64;

const TWO_PLANES = 0x20000;
const told = new Uint8Array(TWO_PLANES);

function traitsOf(code: number): number {
  const character = String.fromCodePoint(code);
  const plain =
    !isUnseen(code) &&
    !isLone(code) &&
    code !== BLACK_FLAG &&
    !/\p{M}/u.test(character) &&
    character.normalize("NFKC") === character;
  return (
    kindOf(character) |
    (/\p{N}/u.test(character) ? NUMBER : 0) |
    (/\p{Extended_Pictographic}/u.test(character) ? PICTURE : 0) |
    (plain ? PLAIN : 0) |
    TOLD
  );
}

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/[0-9]/.test(character)) return DIGIT;
  return /\s/u.test(character) ? SPACE : 0;
}

function traits(code: number): number {
  if (code >= TWO_PLANES) return traitsOf(code);
  const known = told[code] ?? 0;
  if (known !== 0) return known;
  const made = traitsOf(code);
  told[code] = made;
  return made;
}

/** @param code a code point */
export const kindOfCode = (code: number): number => traits(code) & KIND;
export const isLetterOrNumber = (code: number): boolean =>
  (traits(code) & KIND) === LETTER || (traits(code) & NUMBER) !== 0;
export const isPicture = (code: number): boolean => (traits(code) & PICTURE) !== 0;
/** Whether normalising leaves the character as it is, unless a mark follows. */
export const isPlain = (code: number): boolean => (traits(code) & PLAIN) !== 0;
export const isMark = (code: number): boolean => (traits(code) & KIND) === MARK;
