import { foldName } from "./names.ts";

/** Case endings and clitics of Finnish, genitive and definite forms of Swedish and English, folded. A closed list. */
const ENDINGS = new Set(
  (
    "n in on an en un yn ssa sta lla lta lle na ksi tta ta a ia ja ien jen issa ista illa ilta ille iin hin hen hon " +
    "hun han seen aan een uun oon yyn kin nkin ssakin llakin e essa esta ella elta elle ensa nsa ni si mme nne stanne " +
    "ssanne ltanne llanne staan stani issanne istanne s es ns t ts et er ar or arna erna orna na it iet ista"
  ).split(" "),
);
/** Shorter words take no ending: "TV" is found as it is written, "tvs" is not one of it. */
const SHORTEST_INFLECTED = 4;

/** Consonants before the last vowel as they weaken in a closed syllable: Turku, Turun; Lahti, Lahden; Kamppi, Kampin. */
const WEAK: readonly (readonly [RegExp, string])[] = [
  [/kk(?=[aeiouy]$)/, "k"],
  [/pp(?=[aeiouy]$)/, "p"],
  [/tt(?=[aeiouy]$)/, "t"],
  [/nk(?=[aeiouy]$)/, "ng"],
  [/nt(?=[aeiouy]$)/, "nn"],
  [/mp(?=[aeiouy]$)/, "mm"],
  [/lt(?=[aeiouy]$)/, "ll"],
  [/rt(?=[aeiouy]$)/, "rr"],
  [/ht(?=[aeiouy]$)/, "hd"],
  [/(?<=[aeiouylnr])k(?=[aeiouy]$)/, ""],
  [/(?<=[aeiouylnr])p(?=[aeiouy]$)/, "v"],
  [/(?<=[aeiouy])t(?=[aeiouy]$)/, "d"],
];

/** The beginnings that a folded word shows before an ending. */
function stemsOf(word: string): string[] {
  const strong = [word];
  if (word.endsWith("i")) strong.push(`${word.slice(0, -1)}e`);
  const weak = strong.flatMap((stem) => WEAK.map(([pair, to]) => stem.replace(pair, to)));
  const stems = [...strong, ...weak];
  if (word.endsWith("nen")) stems.push(`${word.slice(0, -3)}se`);
  if (word.endsWith("s")) stems.push(`${word.slice(0, -1)}kse`, `${word.slice(0, -1)}a`);
  if (word.endsWith("e")) stems.push(`${word}e`);
  return [...new Set(stems)];
}

/** Every stem under which words are found again, for looking up a word of a post by its beginnings. */
export class FormBook {
  readonly #byStem = new Map<string, Set<string>>();
  #longest = 0;

  /** @param word folded */
  add(word: string): void {
    const stems = word.length < SHORTEST_INFLECTED || /\d/.test(word) ? [word] : stemsOf(word);
    for (const stem of stems) {
      const of = this.#byStem.get(stem);
      if (of === undefined) this.#byStem.set(stem, new Set([word]));
      else of.add(word);
      this.#longest = Math.max(this.#longest, stem.length);
    }
  }

  /** The words of which a folded word of a post is a form. */
  formsOf(token: string): Set<string> {
    const found = new Set<string>();
    for (let length = Math.min(token.length, this.#longest); length > 0; length--) {
      const rest = token.slice(length);
      if (rest !== "" && !(length >= SHORTEST_INFLECTED && ENDINGS.has(rest))) continue;
      for (const word of this.#byStem.get(token.slice(0, length)) ?? [])
        if (rest === "" ? word === token || !this.#byStem.has(token) : true) found.add(word);
    }
    return found;
  }
}

/** Folded words of a text with its numbers and model codes: "Litware E080" is `litware`, `e080`. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .flatMap((word) =>
      /\p{N}/u.test(word) ? [word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")] : foldName(word).split(" "),
    )
    .filter(Boolean);
