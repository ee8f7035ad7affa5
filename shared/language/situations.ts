import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { bindPhrases, type Found, findPhrases, isNegated, type PhraseBook } from "./phrase-book.ts";
import { compilePhrase, saysNo } from "./phrases.ts";
import { bindPlaybookNames, type PlaybookNames } from "./playbook-names.ts";
import type { Token } from "./tokens.ts";

/** A playbook compiled for reading. */
type BoundPlaybook = {
  names: PlaybookNames;
  /** Situation ids in the order of the playbook. */
  situations: readonly string[];
  situationIds: ReadonlySet<string>;
  recognise: Readonly<Record<Lang, PhraseBook<string>>>;
};

const bound = new WeakMap<Playbook, BoundPlaybook>();
/** A playbook that only differs in its names has the phrases of the one that it was made from. */
const recognised = new WeakMap<Playbook["situations"], BoundPlaybook["recognise"]>();

/**
 * Compile a playbook's phrases and names; the same playbook object is compiled once.
 * @throws {RangeError} when a phrase cannot be read; loading the brand file must prevent it.
 */
export function bindPlaybook(playbook: Playbook): BoundPlaybook {
  const known = bound.get(playbook);
  if (known) return known;
  const recognise = recognised.get(playbook.situations) ?? bindSituations(playbook.situations);
  recognised.set(playbook.situations, recognise);
  const made: BoundPlaybook = {
    names: bindPlaybookNames(playbook),
    situations: playbook.situations.map(({ id }) => id),
    situationIds: new Set(playbook.situations.map(({ id }) => id)),
    recognise,
  };
  bound.set(playbook, made);
  return made;
}

function bindSituations(situations: Playbook["situations"]): BoundPlaybook["recognise"] {
  const bookOf = (lang: Lang): PhraseBook<string> =>
    bindPhrases(
      situations.flatMap(({ id, recognise }) =>
        (recognise[lang] ?? []).map((phrase) => ({ id, phrase: compilePhrase(phrase, lang) })),
      ),
    );
  return { en: bookOf("en"), fi: bookOf("fi"), sv: bookOf("sv") };
}

const IF = new Set(["if", "jos", "mikäli", "om", "ifall"]);
/** Openings with which Finnish asks what may be done or had, and reports nothing. */
const MAY = new Set(
  "voiko voikohan saako saakohan sopiiko sopiikohan käykö löytyykö paljonko paljonkohan moneltako monelta mitenkä".split(
    " ",
  ),
);

/** "Why may I not take it with me, if I pay the same?" supposes nothing: who asks why has met it. */
const WHY = new Set(["why", "miksi", "miks", "varför"]);

/** "The staff was not rude": of words that only stand near each other, the last is denied. */
function deniesWithin({ first, last, phrase }: Found<string>, tokens: readonly Token[]): boolean {
  const before = tokens[last - 1];
  return (
    last - 1 > first && phrase.gaps.length === 0 && !phrase.negates && before !== undefined && saysNo(before)
  );
}

/** "Can I change them if they do not fit?" supposes a failure: sentences that only do so. */
function supposing(tokens: readonly Token[], asks: readonly boolean[]): ReadonlySet<number> {
  const sentences = new Set<number>();
  if (!asks.some(Boolean)) return sentences;
  const why = new Set(
    tokens.flatMap(({ word, sentence }, at) =>
      WHY.has(word) && tokens[at - 1]?.sentence !== sentence ? [sentence] : [],
    ),
  );
  tokens.forEach(({ word, sentence }, at) => {
    if (!asks[sentence] || why.has(sentence)) return;
    const opens = tokens[at - 1]?.sentence !== sentence || tokens[at - 1]?.kind === "handle";
    const onko = opens && word === "onko" && tokens[at + 1]?.word === "teillä";
    if (IF.has(word) || onko || (opens && MAY.has(word))) sentences.add(sentence);
  });
  return sentences;
}

/**
 * The situations that a text meets, in the order of the playbook: the first is the one to take.
 * @param asks per sentence, whether it ends with a question mark; a question that only supposes meets none
 */
export function findSituations(
  playbook: BoundPlaybook,
  tokens: readonly Token[],
  lang: Lang,
  asks: readonly boolean[] = [],
): string[] {
  if (playbook.situations.length === 0) return [];
  const found = findPhrases(playbook.recognise[lang], tokens);
  if (found.length === 0) return [];
  const only = supposing(tokens, asks);
  const met = new Set<string>();
  for (const one of found) {
    if (met.has(one.id) || only.has(tokens[one.first]?.sentence ?? -1)) continue;
    if (!one.phrase.negates && isNegated(tokens, one.first)) continue;
    if (!deniesWithin(one, tokens)) met.add(one.id);
  }
  return playbook.situations.filter((id) => met.has(id));
}
