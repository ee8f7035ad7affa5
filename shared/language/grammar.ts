import type { Lang } from "../complaint/ids.ts";
import { bindPhrases, comparisonsIn, type Found, findPhrases, type PhraseBook } from "./phrase-book.ts";
import { compileGrammar, type Place } from "./phrases.ts";
import { type Meaning, sayingsOf } from "./sayings.ts";
import type { Token } from "./tokens.ts";

/** All that the grammars find in a text, in order of place. */
export type Said = readonly Found<Meaning>[];

/** Stop cases are filed first, so that they can be looked for alone. */
type Grammar = { book: PhraseBook<Meaning>; stops: number };

function bindGrammar(lang: Lang): Grammar {
  const read = new Map<string, readonly Place[]>();
  const entries = sayingsOf(lang).flatMap(({ means, say }) =>
    say.map((saying) => ({ id: means, phrase: compileGrammar(saying, lang, read) })),
  );
  const stops = entries.filter(({ id }) => id.stop !== undefined).length;
  return { book: bindPhrases(entries, true), stops };
}

/** Bound when a text first needs it: a function that reads one language does not start with three. */
const bound: { [lang in Lang]?: Grammar } = {};
function grammarOf(lang: Lang): Grammar {
  const known = bound[lang];
  if (known) return known;
  const made = bindGrammar(lang);
  bound[lang] = made;
  return made;
}

/** Everything that the grammars of a language find, in one pass: cues, complaints, signs and stop cases. */
export const readSayings = (tokens: readonly Token[], lang: Lang): Said =>
  findPhrases(grammarOf(lang).book, tokens);

/** The stop cases alone. */
export function readStops(tokens: readonly Token[], lang: Lang): Said {
  const { book, stops } = grammarOf(lang);
  return findPhrases(book, tokens, stops);
}

/** How many comparisons reading takes: the work of it, counted and not timed. */
export const comparisonsFor = (tokens: readonly Token[], lang: Lang): number =>
  comparisonsIn(grammarOf(lang).book, tokens);
