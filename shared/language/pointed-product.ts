import type { Cue } from "../complaint/cue.ts";
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

/** Whether every word of a name stands in the sentence, in any ending. */
function isNamed(sentence: string, name: string): boolean {
  return folded(name)
    .split(/\s+/)
    .every((word) => beginsWord(sentence, stem(word)));
}

function beginsWord(sentence: string, beginning: string): boolean {
  for (let at = sentence.indexOf(beginning); at >= 0; at = sentence.indexOf(beginning, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(sentence[at - 1] ?? "")) return true;
  }
  return false;
}

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
    for (const line of priceList) {
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
function longestName(sentence: string, line: PriceListLine): number {
  const names = [line.names.en, line.names.fi, line.names.sv].flatMap((words) => words ?? []);
  return Math.max(
    0,
    ...names.filter((name) => isNamed(sentence, name)).map((name) => name.split(/\s+/).length),
  );
}
