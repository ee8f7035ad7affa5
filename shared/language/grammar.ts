import type { StopCase } from "../complaint/assessment.ts";
import type { CueKind } from "../complaint/cue.ts";
import type { Lang } from "../complaint/ids.ts";
import { COMPLAINT_SAYINGS, type SayingFeature } from "./complaint-sayings.ts";
import type { CueRule } from "./cue-rules.ts";
import { CUES_EN } from "./cues-en.ts";
import { CUES_FI } from "./cues-fi.ts";
import { CUES_SV } from "./cues-sv.ts";
import { bindPhrases, comparisonsIn, type Found, findPhrases, type PhraseBook } from "./phrase-book.ts";
import { compileGrammar, type Place } from "./phrases.ts";
import { SIGNS, type Sign } from "./signs.ts";
import { STOP_RULES } from "./stop-rules.ts";
import type { Token } from "./tokens.ts";

/** What a saying of the grammars says; exactly one of these. */
export type Meaning = {
  /** `as` says it, tells of what may end well, or says what the same words mostly mean instead. */
  stop: { stop: StopCase; as: "said" | "may-end-well" | "unless" } | undefined;
  sign: Sign | undefined;
  feature: SayingFeature | undefined;
  cue: { kind: CueKind; detail: string } | undefined;
};

/** All that the grammars find in a text, in order of place. */
export type Said = readonly Found<Meaning>[];

const NONE: Meaning = { stop: undefined, sign: undefined, feature: undefined, cue: undefined };

const CUES: Readonly<Record<Lang, readonly CueRule[]>> = { en: CUES_EN, fi: CUES_FI, sv: CUES_SV };

/** Stop cases are filed first, so that they can be looked for alone. */
type Grammar = { book: PhraseBook<Meaning>; stops: number };

function bindGrammar(lang: Lang): Grammar {
  const entries: { id: Meaning; phrase: ReturnType<typeof compileGrammar> }[] = [];
  const read = new Map<string, readonly Place[]>();
  const file = (id: Meaning, sayings: readonly string[]) => {
    for (const saying of sayings) entries.push({ id, phrase: compileGrammar(saying, lang, read) });
  };
  for (const { stop, say, unless, mayEndWell } of STOP_RULES) {
    file({ ...NONE, stop: { stop, as: "said" } }, say[lang]);
    file({ ...NONE, stop: { stop, as: "may-end-well" } }, mayEndWell[lang]);
    file({ ...NONE, stop: { stop, as: "unless" } }, unless[lang]);
  }
  const stops = entries.length;
  for (const sign of keysOf(SIGNS)) file({ ...NONE, sign }, SIGNS[sign][lang]);
  for (const feature of keysOf(COMPLAINT_SAYINGS)) {
    file({ ...NONE, feature }, COMPLAINT_SAYINGS[feature][lang]);
  }
  for (const { kind, detail, say } of CUES[lang]) file({ ...NONE, cue: { kind, detail } }, say);
  return { book: bindPhrases(entries, true), stops };
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  const keys: K[] = [];
  for (const key in table) keys.push(key);
  return keys;
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
