import type { Lang } from "../complaint/ids.ts";
import type { Playbook } from "../complaint/playbook.ts";
import { bindPlaybookNames, type PlaybookNames } from "./cues.ts";
import { bindPhrases, compilePhrase, findPhrases, type PhraseBook, unnegated } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** A playbook compiled for reading. */
type BoundPlaybook = {
  names: PlaybookNames;
  /** Situation ids in the order of the playbook. */
  situations: readonly string[];
  recognise: Readonly<Record<Lang, PhraseBook<string>>>;
};

const bound = new WeakMap<Playbook, BoundPlaybook>();

/**
 * Compile a playbook's phrases and names; the same playbook object is compiled once.
 * @throws {RangeError} when a phrase cannot be read; loading the brand file must prevent it.
 */
export function bindPlaybook(playbook: Playbook): BoundPlaybook {
  const known = bound.get(playbook);
  if (known) return known;
  const bookOf = (lang: Lang): PhraseBook<string> =>
    bindPhrases(
      playbook.situations.flatMap(({ id, recognise }) =>
        (recognise[lang] ?? []).map((phrase) => ({ id, phrase: compilePhrase(phrase) })),
      ),
    );
  const made: BoundPlaybook = {
    names: bindPlaybookNames(playbook),
    situations: playbook.situations.map(({ id }) => id),
    recognise: { en: bookOf("en"), fi: bookOf("fi"), sv: bookOf("sv") },
  };
  bound.set(playbook, made);
  return made;
}

/** The situations that a text meets, in the order of the playbook: the first is the one to take. */
export function findSituations(playbook: BoundPlaybook, tokens: readonly Token[], lang: Lang): string[] {
  const met = new Set(unnegated(findPhrases(playbook.recognise[lang], tokens), tokens).map(({ id }) => id));
  return playbook.situations.filter((id) => met.has(id));
}
