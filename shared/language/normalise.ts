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

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const MARK = /^\p{M}$/u;

const isZeroWidth = (code: number): boolean =>
  code === 0x200b || code === 0x200c || (code >= 0x2060 && code <= 0x2064) || code === 0x180e;
const isTurning = (code: number): boolean => code === 0x202d || code === 0x202e;
const isTag = (code: number): boolean => code >= 0xe0000 && code <= 0xe007f;
const isUnseen = (code: number): boolean =>
  isZeroWidth(code) ||
  isTag(code) ||
  code === 0x00ad ||
  code === 0xfeff ||
  (code >= 0x200d && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xe0100 && code <= 0xe01ef) ||
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
  (code >= 0x7f && code <= 0x9f);

/**
 * Unicode NFKC, letter by letter so that offsets are kept; zero-width, tag, bidirectional and control characters
 * are left out, a lone surrogate becomes U+FFFD, and a letter keeps at most four marks.
 * Linear in the length of the text. Normalising the result again changes nothing.
 */
export function normalise(original: string): Normalised {
  if (PLAIN.test(original)) {
    return { text: original, startOf: (at) => at, endOf: (at) => at + 1, hidesCharacters: false };
  }
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
  const flush = () => {
    if (letter === "") return;
    // NFKC of one letter may bring unseen characters or a space with a mark to light; only what is seen is kept.
    const composed = [...letter.normalize("NFKC")].filter((c) => !isUnseen(c.codePointAt(0) ?? 0)).join("");
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
    const lone = code >= 0xd800 && code <= 0xdfff;
    const character = lone ? "\ufffd" : String.fromCodePoint(code);
    // A black flag with tag letters is how the flags of Wales and Scotland are written.
    inFlag = code === 0x1f3f4;
    if (code >= 0x300 && MARK.test(character) && letter !== "") {
      if (marks++ < MARKS_KEPT) letter += character;
      letterEnd = at;
      continue;
    }
    flush();
    letter = character;
    letterStart = from;
    letterEnd = at;
    marks = 0;
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
