import type { Cue } from "../complaint/cue.ts";
import { Lang } from "../complaint/ids.ts";
import type { PriceListLine } from "../complaint/playbook.ts";

/** Words that say "this one is what it is about": bought lately, does not fit, broke, was refused. Beginnings of words. */
const about =
  /(?<!\p{L})(?:bought|buy|got|ordered|purchase|size|too (?:small|big|large)|fit|broke|exchange|swap|return|refund|deliver|paid|charged|ostin|ostimme|tilasin|tilasimme|maksoin|otettiin|koko|kokoa|liian|sovi|hajo|rikk|vaihta|vaihto|palaut|puuttu|saapu|köpte|beställde|betalade|storlek|för (?:lit|små|stor)|passa|sönder|byta|byte|retur|leverans|saknade)/iu;

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

type Sentence = { readonly text: string; readonly start: number; readonly end: number };

function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  // A decimal point or comma parts no sentence.
  for (const match of text.matchAll(/[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?\n]*/g)) {
    found.push({ text: folded(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A line of the price list by its names, word by word, each in its language. */
type NamedLine = { readonly id: string; readonly names: readonly Name[] };
type Name = { readonly lang: Lang; readonly words: readonly string[] };

/** A price list is read with every post, and folding its names is most of the work: they are folded once. */
const named = new WeakMap<readonly PriceListLine[], readonly NamedLine[]>();

function namesOf(priceList: readonly PriceListLine[]): readonly NamedLine[] {
  const known = named.get(priceList);
  if (known) return known;
  const made = priceList.map(({ id, names }) => ({
    id,
    names: Lang.options.flatMap((lang) =>
      (names[lang] ?? []).map((name) => ({ lang, words: folded(name).split(/\s+/) })),
    ),
  }));
  named.set(priceList, made);
  return made;
}

/** Whether every word of a name stands in the sentence, in any ending. */
const isNamed = (sentence: string, { lang, words }: Name): boolean =>
  words.every((word, at) => stands(sentence, word, lang, at === words.length - 1));

/** Whether the word stands in the sentence, bent but not as the beginning of another: a ski service is no ski. */
function stands(sentence: string, word: string, lang: Lang, isHead: boolean): boolean {
  const beginning = stem(word);
  for (let at = sentence.indexOf(beginning); at >= 0; at = sentence.indexOf(beginning, at + 1)) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(sentence[at - 1] ?? "")) continue;
    const found = /^[\p{L}\p{N}]+/u.exec(sentence.slice(at))?.[0] ?? "";
    const isWord = endings[lang].test(found.slice(sharedBeginning(found, word)));
    if (isWord && !(isHead && otherHead.test(sentence.slice(at + found.length)))) return true;
  }
  return false;
}

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** What may follow the part of a word that its name shares with it: cases, plurals, "my", "too". */
const endings: Readonly<Record<Lang, RegExp>> = {
  en: /^(?:e?s)?$/u,
  fi: /^(?:[aeouyäö]?i?|([aeiouyäö])\1)(?:n|t|t?t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|h[aeiouyäö]n|j[aä]|t?ten|den|jen|en)?(?:ni|si|ns[aä]|mme|nne|[aä]n|en)?(?:k[aä]{2}n|kin|k[oö]|h[aä]n|p[aä])?$/u,
  sv: /^(?:[aeo]?(?:n|t|r|rna|na)?|el|eln|lar|larna)s?$/u,
};

/** In English what a thing belongs to stands before it: a lunch break is no lunch. "Lunch" is Swedish, too. */
const otherHead =
  /^ (?:service|servicing|repair|break|hour|time|slot|voucher|card|coupon|stamp|plan|subscription|menu|list|queue|line|shelf|rack|stand|section|department|app|club|kit|bag|box|boots?|jacket|helmet|pass)s?(?!\p{L})/u;

/** A word without its likely ending; short words stay whole. */
const stem = (word: string): string =>
  word.length <= 4 ? word : word.slice(0, Math.max(4, word.length - 2));

/**
 * The price-list line that a complaint is about, where the text points at one. A thing that is named as part of what
 * was bought over the years is not it. The words only point; the amount is read elsewhere.
 *
 * @param text as written; `cues` hold offsets into it
 * @returns the line's id, or undefined rather than a guess
 */
export function pointedProduct(
  text: string,
  cues: readonly Cue[],
  priceList: readonly PriceListLine[],
): string | undefined {
  const sentences = sentencesOf(text);
  const standsIn = (sentence: Sentence) => (cue: Cue) => cue.start < sentence.end && cue.end > sentence.start;
  const lines = namesOf(priceList);
  let best: { id: string; score: number; words: number; at: number } | undefined;
  sentences.forEach((sentence, at) => {
    const here = cues.filter(standsIn(sentence));
    const next = sentences[at + 1];
    const isAbout =
      about.test(sentence.text) || here.some((cue) => cue.kind === "rigid-rule" || cue.kind === "sum");
    const looksBack =
      here.some(
        (cue) => cue.kind === "relationship" && cue.detail !== "own-sum" && cue.detail !== "standing",
      ) ||
      (next !== undefined && !isAbout && cues.filter(standsIn(next)).some((cue) => cue.detail === "breadth"));
    for (const line of lines) {
      const words = longestName(sentence.text, line);
      if (words === 0) continue;
      const score = (isAbout ? 3 : 0) - (looksBack ? 2 : 0) + words;
      // What is said last is what it is about; in one sentence the fuller name.
      const isBetter =
        !best || score > best.score || (score === best.score && (at > best.at || words > best.words));
      if (isBetter) best = { id: line.id, score, words, at };
    }
  });
  return best && best.score > 0 ? best.id : undefined;
}

/** Words of the longest name of the line that stands in the sentence; 0 where none does. */
function longestName(sentence: string, { names }: NamedLine): number {
  let longest = 0;
  for (const name of names)
    if (name.words.length > longest && isNamed(sentence, name)) longest = name.words.length;
  return longest;
}
