/** "ø:o æ:a": a letter and what is written for it. */
const letters = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(2)]));

/** Letters that keep their shape under NFD, as they are written where they are missing from the keyboard. */
const PLAIN = letters("ø:o æ:a œ:o ß:ss đ:d ð:d þ:th ł:l ı:i ħ:h");

/** Cyrillic as it is usually written in Latin letters (BGN/PCGN without marks). */
const CYRILLIC = letters(
  "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts " +
    "ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:i є:e",
);

/** Letters of other scripts that look like a Latin one; source: Unicode confusables.txt, lower case. */
const LOOK_ALIKE = letters(
  "а:a е:e о:o р:p с:c у:y х:x і:i ј:j ѕ:s һ:h к:k м:m т:t в:b н:h ԁ:d ԛ:q ԝ:w ӏ:l α:a ο:o ρ:p " +
    "ν:v υ:u ι:i κ:k τ:t ε:e η:n χ:x γ:y",
);

const map = (word: string, table: ReadonlyMap<string, string>): string =>
  [...word].map((letter) => table.get(letter) ?? letter).join("");

/** A word with both Latin and other letters is meant to be read as Latin; a wholly Cyrillic one is a Cyrillic name. */
function toLatin(word: string): string {
  const isMixed = /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
  return map(isMixed ? map(word, LOOK_ALIKE) : map(word, CYRILLIC), PLAIN);
}

/**
 * Text in the one form in which names are compared: lower-case letters and single spaces. Marks, emoji, digits,
 * punctuation and invisible characters are gone, a hyphen parts two names, å ä ö are a a o.
 * Folding twice changes nothing. Empty when nothing of a name is left.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʼ`´]/gu, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .split(" ")
    .map(toLatin)
    .join(" ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Articles and particles that are written with a name or left out: Al-Jabouri, von Wright. */
const PARTICLES = new Set("al el ul von af av de da der van bin bint ibn".split(" "));

/** At most this many words of a name are compared: longer ones are slogans. */
const MAX_TOKENS = 6;

/** The folded words of a name, in the order written, without particles. `MarjaLehtonen` is two. */
export function nameTokens(name: string): string[] {
  const parted = /\s/.test(name.trim()) ? name : name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  const words = foldName(parted).split(" ").filter(Boolean);
  const bare = words.filter((word) => !PARTICLES.has(word));
  return (bare.length >= 2 ? bare : words).slice(0, MAX_TOKENS);
}

/**
 * A folded word without the differences that spelling habits make: ae and a, w and v, c, ck, q and k, x and ks,
 * Russian kh and h, -off and -ov, y and j, doubled letters. For keys and for the level `variant`, never to be shown.
 */
export function looseFold(token: string): string {
  return token
    .replace(/ae/g, "a")
    .replace(/oe/g, "o")
    .replace(/x/g, "ks")
    .replace(/([eo])ff$/, "$1v")
    .replace(/ch/g, "k")
    .replace(/ck/g, "k")
    .replace(/c(?![ei])/g, "k")
    .replace(/q/g, "k")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/w/g, "v")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/g, "$1");
}
