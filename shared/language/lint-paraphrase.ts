import type { LintInput } from "./lint-finding.ts";
import { anybodysWords } from "./lint-rules/anybodys-words.ts";

/** Fewer words than this that are not in any reply to anybody say nothing of this writer. */
const FEW_OWN_WORDS = 2;
/** Two words are the same matter where they begin alike: "vegetables", "vegetable"; "kengät", "kenkien" not. */
const SAME_FROM = 5;

/**
 * Whether a reply says back what happened: it takes up a word of the writer's, or has enough words of its own that
 * would not fit any other complaint. Who paraphrases well may share no word at all.
 */
export function saysBack({ text, lang, writerText }: LintInput): boolean {
  const own = ownWords(text, lang);
  if (new Set(own).size >= FEW_OWN_WORDS) return true;
  const written = new Set(ownWords(writerText ?? "", lang).map(beginning));
  return own.some((word) => written.has(beginning(word)));
}

const beginning = (word: string): string => word.slice(0, SAME_FROM);

function ownWords(text: string, lang: LintInput["lang"]): readonly string[] {
  const { whole, beginnings } = anybodysWords[lang];
  const plain = text
    .split(/\s/u)
    .map((word) => (/^https?:|^[@#^]|.@./u.test(word) ? "" : word))
    .join(" ")
    .replace(/[–—~*/-]\s?\p{Lu}\p{L}*\s*$/u, " ");
  return (plain.toLowerCase().match(/\p{L}[\p{L}'’]{2,}/gu) ?? [])
    .map((word) => word.replace("’", "'"))
    .filter((word) => !whole.has(word) && !beginsWithOne(word, beginnings));
}

function beginsWithOne(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let length = 2; length <= word.length; length++) {
    if (beginnings.has(word.slice(0, length))) return true;
  }
  return false;
}
