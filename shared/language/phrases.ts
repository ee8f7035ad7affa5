/**
 * The phrase language in which a brand file says how a situation is recognised, compiled once and matched over
 * the words of a text (`phrase-book.ts`). No regular expression is ever built from what an operator writes.
 *
 * Syntax of one phrase
 * - `denied exchange`    both words in one sentence, near each other: any order, at most three other words in the
 *                        whole gap between two of them ("was denied a exchange", "exchange was denied").
 * - `puuttu*`            any ending: `puuttui`, `puuttuivat`. `*kassi` any beginning; `*kassi*` anywhere in a word.
 * - `denied|refused`     one of these words, without spaces round the bar; each may have its own star. Each must be
 *                        one word: not `can't` (that is `can not`), nothing with a hyphen.
 * - `promised … never`   any words between (up to twelve, same sentence), and in this order: what stands left of
 *                        the `…` (or `...`) comes before what stands right of it.
 * - `"too small"`        exactly these words, one after the other, in this order; what stands before or after the
 *                        quotation marks stays before or after, at most three words away.
 * - `#`                  any number: `waited # weeks|days`.
 *
 * Upper and lower case are the same. "don't", "dont" and "do not" are the same (two words: `do not`), so are
 * "can't", "cannot" and "can not". A hyphen parts words: "one-size" is two. Two such words stay together and in
 * their place in the phrase. Signs and emoji do not count as words.
 *
 * A phrase does not match where its first word stands under a negation in the same clause ("the staff was not
 * rude"), unless the phrase itself holds the negation ("not arrived"). Where several situations of a playbook are
 * recognised, the one that is listed first is taken: put the more particular one first.
 */
import type { Lang } from "../complaint/ids.ts";
import type { Token } from "./tokens.ts";
import { wordsIn } from "./tokens.ts";

/** One of the words at one place of a phrase that is more than a word as it stands: a part of one, or a sign. */
type Want = { word: string; openStart: boolean; openEnd: boolean };
/** A place of a phrase: the words that can stand at it, as they stand and otherwise. */
export type Place = {
  whole: readonly string[];
  wants: readonly Want[];
  optional: boolean;
  negates: boolean;
};
/** Places that stand together; `ordered` means one right after the other. */
export type Group = { places: readonly Place[]; ordered: boolean };
/** Groups in order with the most words that may stand between two of them. */
export type Phrase = { source: string; groups: readonly Group[]; gaps: readonly number[]; negates: boolean };

/** Words that may stand between two words of an unordered group. */
export const NEAR = 3;
/** Words that `…` may stand for; a sentence of care seldom has more. */
const FAR = 12;
/** Words that `~` may stand for, in the grammars only. */
const SHORT = 3;
const LONGEST_PHRASE = 12;
/** Stands after the letters of a word that is written with a capital; no word of a text holds it. */
export const CAPITAL_MARK = "^";

const NEGATORS = new Set(
  (
    "not no never nobody none neither nor without nothing hardly " +
    "ei emme ette eivät eikä enkä emmekä älä älkää ilman " +
    "inte int ente itj ej ingen inget inga aldrig aldri alri utan icke"
  ).split(" "),
);
/** "en" says no in Finnish and is an article in Swedish; a Finnish text is marked with this where it says no. */
export const NO_MARK = "<no>";
const FINNISH_NEGATORS: ReadonlySet<string> = new Set([...NEGATORS, "en"]);
/** What says no in a phrase of a language. */
const negatorsOf = (lang: Lang): ReadonlySet<string> => (lang === "fi" ? FINNISH_NEGATORS : NEGATORS);
/** @returns whether a token says no, as written or as spoken. */
export const saysNo = ({ word, forms }: Token): boolean =>
  NEGATORS.has(word) || (forms?.some((form) => form === NO_MARK || NEGATORS.has(form)) ?? false);

/** Words that NFKC, folding and parting leave as they are; most places of the tables hold nothing else. */
const PLAIN_WORDS = /^[a-zåäö|]+$/;
const RUNS_TOGETHER = /nt\b|cannot/;

function wantsOf(written: string): Want[][] {
  const ending = written.startsWith("^*") ? /^\^\*(\p{Ll}+)$/u.exec(written)?.[1] : undefined;
  if (ending !== undefined) return [[{ word: ending + CAPITAL_MARK, openStart: true, openEnd: false }]];
  const openStart = written.startsWith("*") && written.length > 1;
  const openEnd = written.endsWith("*");
  const bare = written.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
  if (bare === "#" || bare === "@" || bare === "^")
    return [[{ word: bare, openStart: false, openEnd: false }]];
  const words = bare
    .normalize("NFKC")
    .split(/[\s-]+/u)
    .filter((piece) => piece !== "")
    .flatMap((piece) => wordsIn(piece).map((part) => part.word));
  return words.map((word, i) => [
    { word, openStart: openStart && i === 0, openEnd: openEnd && i === words.length - 1 },
  ]);
}

function placesOf(piece: string, no: ReadonlySet<string>): Place[] {
  const optional = piece.length > 1 && piece.endsWith("?");
  const written = optional ? piece.slice(0, -1) : piece;
  const choices = written.split("|").filter((choice) => choice !== "");
  if (choices.length > 0 && PLAIN_WORDS.test(written) && !RUNS_TOGETHER.test(written)) {
    return [{ whole: choices, wants: [], optional, negates: choices.some((word) => no.has(word)) }];
  }
  const only = choices[0];
  if (choices.length === 1 && only !== undefined) {
    return wantsOf(only).map((wants) => placeOf(wants, optional, no));
  }
  const wants: Want[] = [];
  for (const choice of choices) {
    const places = wantsOf(choice);
    if (places.length !== 1)
      throw new RangeError(`each word of a choice must be one word, and “${choice}” is not`);
    for (const place of places) wants.push(...place);
  }
  return wants.length === 0 ? [] : [placeOf(wants, optional, no)];
}

const placeOf = (wants: readonly Want[], optional: boolean, no: ReadonlySet<string>): Place => ({
  whole: wants.filter((want) => standsWhole(want)).map(({ word }) => word),
  wants: wants.filter((want) => !standsWhole(want)),
  optional,
  negates: wants.some(({ word }) => no.has(word)),
});
const standsWhole = ({ word, openStart, openEnd }: Want): boolean =>
  !openStart && !openEnd && word !== "#" && word !== "@" && word !== "^";

const negatesIn = (groups: readonly Group[]): boolean =>
  groups.some(({ places }) => places.some(({ negates }) => negates));

/** One written word that is two ("can't", "one-size") stays together, and parts what stands before from after. */
function groupsOf(stretch: string, exact: boolean, no: ReadonlySet<string>): Group[] {
  const pieces = stretch
    .split(/\s+/u)
    .filter(Boolean)
    .map((piece) => placesOf(piece, no));
  if (exact) {
    const places = pieces.flat();
    return places.length === 0 ? [] : [{ places, ordered: true }];
  }
  const groups: { places: Place[]; ordered: boolean }[] = [];
  for (const places of pieces) {
    const open = groups.at(-1);
    if (places.length > 1) groups.push({ places, ordered: true });
    else if (open && !open.ordered) open.places.push(...places);
    else if (places.length === 1) groups.push({ places, ordered: false });
  }
  return groups;
}

/**
 * Compile a phrase as operators write it.
 * @throws {RangeError} when the phrase holds no word or more than twelve, or a choice of two words; loading the brand file must prevent it.
 */
export function compilePhrase(source: string, lang: Lang): Phrase {
  const groups: Group[] = [];
  const gaps: number[] = [];
  const sides = source.replaceAll("...", "…").split("…");
  for (const side of sides) {
    let first = true;
    for (const [i, stretch] of side.split('"').entries()) {
      for (const { places, ordered } of groupsOf(stretch, i % 2 === 1, negatorsOf(lang))) {
        if (groups.length > 0) gaps.push(first ? FAR : NEAR);
        groups.push({ places, ordered });
        first = false;
      }
    }
  }
  return checked({ source, groups, gaps, negates: negatesIn(groups) });
}

/**
 * Compile a phrase of the grammars in this folder: words one after the other; `~` up to three and `…` up to twelve
 * words between; `word?` may be absent; `@` a handle; `^` a word with a capital, never first; `^*lle` a word with a
 * capital and that ending, not at the head of a sentence.
 * @param read places read before by how they are written, for whoever compiles many phrases that share them
 */
export function compileGrammar(
  source: string,
  lang: Lang,
  read = new Map<string, readonly Place[]>(),
): Phrase {
  const groups: Group[] = [];
  const gaps: number[] = [];
  let places: Place[] = [];
  const close = (gap: number) => {
    if (places.length === 0) return;
    groups.push({ places, ordered: true });
    gaps.push(gap);
    places = [];
  };
  for (const piece of source.split(/\s+/u)) {
    if (piece === "") continue;
    if (piece === "~") close(SHORT);
    else if (piece === "…") close(FAR);
    else {
      const known = read.get(piece) ?? placesOf(piece, negatorsOf(lang));
      read.set(piece, known);
      places.push(...known);
    }
  }
  close(0);
  return checked({ source, groups, gaps: gaps.slice(0, -1), negates: negatesIn(groups) });
}

function checked(phrase: Phrase): Phrase {
  const places = phrase.groups.reduce((n, g) => n + g.places.length, 0);
  if (places === 0) throw new RangeError(`it holds no word: ${phrase.source}`);
  if (places > LONGEST_PHRASE)
    throw new RangeError(`it holds more than ${LONGEST_PHRASE} words: ${phrase.source}`);
  return phrase;
}
