import { keptByWord } from "./kept-words.ts";
import { firmOf, isAmbiguous, KNOWN_FIRMS, tradeOfFirm } from "./known-firms.ts";
import { bindNames, findNames, type NameBook, type NameFound, placesOfNames } from "./names.ts";
import type { PlaybookNames } from "./playbook-names.ts";
import type { Token } from "./tokens.ts";

/** The brand itself, a rival of its own list, a well-known firm of its trade, or any other well-known firm. */
export type NamedFirm = "own" | "rival" | "peer" | "firm";

/** The firms that a text names. */
export type FirmsFound = {
  /** Tokens at which a name of the playbook can end. */
  places: readonly number[];
  /** Rivals of the brand's own list. */
  competitors: readonly NameFound[];
  /** The brand by any of its names, those of its list and those that people know it by. */
  own: readonly NameFound[];
  /** Other well-known firms. */
  known: readonly NameFound[];
  /** How many handles open the text, the brand's among them: with all of these it speaks, and names none. */
  addressed: number;
};

let firms: NameBook | undefined;
/** Bound when a text is first read: a function that reads none does not pay for it. */
function firmBook(): NameBook {
  firms ??= bindNames(KNOWN_FIRMS, true);
  return firms;
}

const firmBehind = keptByWord((handle) => ({ firm: firmOf(handle.slice(1)) }));

/**
 * Whoever writes to "@VodafoneUK" and of "Vodafone" names one firm, and whoever opens with "@O2 @EE" speaks to both
 * and compares neither.
 */
export function findFirms(names: PlaybookNames, tokens: readonly Token[]): FirmsFound {
  const places = placesOfNames(names, tokens);
  const own = findNames(names.own, tokens, { places });
  const known: NameFound[] = [];
  const add = (found: NameFound) => {
    if (found.id === names.firm) own.push(found);
    else known.push(found);
  };
  for (const found of findNames(firmBook(), tokens)) {
    const { id, first, last } = found;
    if (first !== last || !isAmbiguous(id) || isNameHere(tokens, first)) add(found);
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "handle" && token?.kind !== "hashtag") continue;
    const { firm } = firmBehind(token.word);
    if (firm !== undefined) add({ id: firm, first: at, last: at });
  }
  const competitors = findNames(names.competitors, tokens, { places });
  return { places, competitors, own, known, addressed: addressedBy(tokens, own) };
}

function addressedBy(tokens: readonly Token[], own: readonly NameFound[]): number {
  let handles = 0;
  while (tokens[handles]?.kind === "handle") handles++;
  return own.some(({ first }) => first < handles) ? handles : 0;
}

/**
 * Who is named where: token by token. Whoever writes to a brand that nobody named, but begins with a handle, writes
 * to that one.
 * @param found as `findFirms` gives it, where somebody has asked already
 */
export function whoIsNamed(
  tokens: readonly Token[],
  names: PlaybookNames,
  found: FirmsFound = findFirms(names, tokens),
): ReadonlyMap<number, NamedFirm> {
  const who = new Map<number, NamedFirm>();
  const mark = ({ first, last }: NameFound, as: NamedFirm) => {
    for (let at = first; at <= last; at++) who.set(at, as);
  };
  const trade = tradeOfFirm(names.firm ?? firmOfFirstHandle(tokens));
  for (const one of found.known) {
    if (one.first >= found.addressed)
      mark(one, trade !== undefined && tradeOfFirm(one.id) === trade ? "peer" : "firm");
  }
  for (const one of found.competitors) mark(one, "rival");
  for (const one of found.own) mark(one, "own");
  if (names.own.byStem.size === 0 && tokens[0]?.kind === "handle") who.set(0, "own");
  return who;
}

/** "Next" begins a sentence as a word and stands inside one as a name. */
const isNameHere = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.capital ?? false) && tokens[at - 1]?.sentence === tokens[at]?.sentence;

function firmOfFirstHandle(tokens: readonly Token[]): string | undefined {
  const [first] = tokens;
  return first?.kind === "handle" ? firmBehind(first.word).firm : undefined;
}
