import type { LintInput } from "./lint-finding.ts";
import { anybodysWords } from "./lint-rules/anybodys-words.ts";
import { inSmallLetters, Wording } from "./wording.ts";

/** Fewer words than this that are not in any reply to anybody say nothing of this writer. */
const FEW_OWN_WORDS = 2;
/** Two words are the same matter where they begin alike: "vegetables", "vegetable"; "kengät", "kenkien" not. */
const SAME_FROM = 5;

/**
 * Whether a reply says back what happened: it takes up a word of the writer's, or has enough words of its own that
 * would not fit any other complaint. Who paraphrases well may share no word at all.
 */
export function saysBack({ text, lang, writerText }: LintInput): boolean {
  const own = new Set<string>();
  for (const word of ownWords(text, lang)) if (own.add(word).size >= FEW_OWN_WORDS) return true;
  if (own.size === 0 || writerText === undefined) return false;
  const written = new Set([...ownWords(writerText, lang)].map(beginning));
  return [...own].some((word) => written.has(beginning(word)));
}

const beginning = (word: string): string => word.slice(0, SAME_FROM);

const anyWord = new Wording(/\p{L}[\p{L}'’]{2,}/u);

/** One after the other: with most replies the first two are enough. */
function* ownWords(text: string, lang: LintInput["lang"]): Generator<string> {
  const { whole, beginnings } = anybodysWords[lang];
  for (const found of anyWord.words(inSmallLetters(withoutNames(text)))) {
    const plain = found.replace("’", "'");
    if (!whole.has(plain) && !beginsWithOne(plain, beginnings)) yield plain;
  }
}

/** Addresses, handles, tags and who signs are nobody's matter. */
const withoutNames = (text: string): string =>
  (/[@#^]|https?:/.test(text) ? text.replace(/(?<!\S)(?:https?:|[@#^]|\S+@\S)\S*/gu, " ") : text).replace(
    /[–—~*/-]\s?\p{Lu}\p{L}*\s*$/u,
    " ",
  );

function beginsWithOne(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let length = 2; length <= word.length; length++) {
    if (beginnings.has(word.slice(0, length))) return true;
  }
  return false;
}
