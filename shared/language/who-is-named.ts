import { keptByWord } from "./kept-words.ts";
import { firmOf, isAmbiguous, KNOWN_FIRMS, tradeOfFirm } from "./known-firms.ts";
import { bindNames, findNames, type NameBook } from "./names.ts";
import { type FirmsFound, findFirms, type PlaybookNames } from "./playbook-names.ts";
import type { Token } from "./tokens.ts";

/** The brand itself, a rival of its own list, a well-known firm of its trade, or any other well-known firm. */
export type NamedFirm = "own" | "rival" | "peer" | "firm";

let firms: NameBook | undefined;
/** Bound when a text is first read: a function that reads none does not pay for it. */
function firmBook(): NameBook {
  firms ??= bindNames(KNOWN_FIRMS, true);
  return firms;
}

const firmBehind = keptByWord((handle) => ({ firm: firmOf(handle.slice(1)) }));

/**
 * Who is named where: token by token. Whoever writes to a brand that nobody named, but begins with a handle, writes
 * to that one.
 * @param listed the brand's and its rivals' names, where somebody has found them already
 */
export function whoIsNamed(
  tokens: readonly Token[],
  names: PlaybookNames,
  listed: FirmsFound = findFirms(names, tokens),
): ReadonlyMap<number, NamedFirm> {
  const who = new Map<number, NamedFirm>();
  const mark = (first: number, last: number, as: NamedFirm) => {
    for (let at = first; at <= last; at++) who.set(at, as);
  };
  const trade = names.trade ?? tradeOfFirstHandle(tokens);
  const kin = (firm: string): NamedFirm =>
    trade !== undefined && tradeOfFirm(firm) === trade ? "peer" : "firm";
  for (const { id, first, last } of findNames(firmBook(), tokens)) {
    if (first !== last || !isAmbiguous(id) || isNameHere(tokens, first)) mark(first, last, kin(id));
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== "handle" && token?.kind !== "hashtag") continue;
    const { firm } = firmBehind(token.word);
    if (firm !== undefined) mark(at, at, kin(firm));
  }
  for (const { first, last } of listed.competitors) mark(first, last, "rival");
  for (const { first, last } of listed.own) mark(first, last, "own");
  if (names.own.byStem.size === 0 && tokens[0]?.kind === "handle") mark(0, 0, "own");
  return who;
}

/** "Next" begins a sentence as a word and stands inside one as a name. */
const isNameHere = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.capital ?? false) && tokens[at - 1]?.sentence === tokens[at]?.sentence;

function tradeOfFirstHandle(tokens: readonly Token[]): string | undefined {
  const [first] = tokens;
  return first?.kind === "handle" ? tradeOfFirm(firmBehind(first.word).firm) : undefined;
}
