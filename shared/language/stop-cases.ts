import type { StopCase } from "../complaint/assessment.ts";
import type { Lang } from "../complaint/ids.ts";
import { bindPhrases, findPhrases, type PhraseBook } from "./phrase-book.ts";
import { compileGrammar, saysNo } from "./phrases.ts";
import { STOP_RULES } from "./stop-rules.ts";
import type { Reading, Token } from "./tokens.ts";

type Sense = { stop: StopCase; meant: boolean };

const bookOf = (lang: Lang): PhraseBook<Sense> =>
  bindPhrases(
    STOP_RULES.flatMap(({ stop, say, unless }) => [
      ...say[lang].map((saying) => ({ id: { stop, meant: true }, phrase: compileGrammar(saying) })),
      ...(unless?.[lang] ?? []).map((saying) => ({
        id: { stop, meant: false },
        phrase: compileGrammar(saying),
      })),
    ]),
  );
const BOOKS: Readonly<Record<Lang, PhraseBook<Sense>>> = {
  en: bookOf("en"),
  fi: bookOf("fi"),
  sv: bookOf("sv"),
};

/** "Nobody was hurt" takes the stop away; in all other cases a denial leaves doubt, and doubt stops. */
const DENIABLE: ReadonlySet<StopCase> = new Set([
  "injury",
  "food-illness",
  "death",
  "danger",
  "lawyer",
  "crime",
]);
/** How many words before a grave word its denial may stand: near only, "did not call an ambulance" is grave. */
const DENIAL_REACH = 2;

function isDenied(tokens: readonly Token[], first: number): boolean {
  const clause = tokens[first]?.clause;
  for (let i = first - 1; i >= 0 && i >= first - DENIAL_REACH; i--) {
    const token = tokens[i];
    if (!token || token.clause !== clause) return false;
    if (saysNo(token)) return true;
  }
  return false;
}

/**
 * The gravest stop case that a text holds, or none. Recall before precision: when in doubt it is one.
 * @param langs the languages whose sayings are read; all three where the language is in doubt
 */
export function findStopCase(reading: Reading, langs: readonly Lang[]): StopCase | undefined {
  const { tokens } = reading;
  const stops = new Set<StopCase>();
  for (const lang of langs) {
    const found = findPhrases(BOOKS[lang], tokens);
    const otherwise = found.filter((o) => !o.id.meant);
    for (const f of found) {
      if (!f.id.meant) continue;
      if (otherwise.some((o) => o.id.stop === f.id.stop && o.first <= f.last && f.first <= o.last)) continue;
      if (stops.has(f.id.stop)) continue;
      if (DENIABLE.has(f.id.stop) && !f.phrase.negates && isDenied(tokens, f.first)) continue;
      stops.add(f.id.stop);
    }
  }
  return STOP_RULES.find(({ stop }) => stops.has(stop))?.stop;
}
