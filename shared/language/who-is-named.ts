import type { PlaybookNames } from "./cues.ts";
import { keptByWord } from "./kept-words.ts";
import { isAmbiguous, KNOWN_FIRMS } from "./known-firms.ts";
import { bindNames, findNames, type NameBook, placesOfNames } from "./names.ts";
import type { Token } from "./tokens.ts";

/** The brand itself, a rival of its own list, a well-known firm of its trade, or any other well-known firm. */
export type NamedFirm = "own" | "rival" | "peer" | "firm";

const TRADES: ReadonlyMap<string, string> = new Map(KNOWN_FIRMS.map(({ id, trade }) => [id, trade]));
const letters = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const BY_LETTERS: ReadonlyMap<string, string> = new Map(KNOWN_FIRMS.map(({ id }) => [letters(id), id]));

let firms: NameBook | undefined;
/** Bound when a text is first read: a function that reads none does not pay for it. */
function firmBook(): NameBook {
  firms ??= bindNames(KNOWN_FIRMS);
  return firms;
}

/** What firms put round their name in a handle: "@AskPlayStation", "@VodafoneUK", "@DeltaAssist". */
const HANDLE_HEAD = ["ask", "team", "the"];
const HANDLE_TAIL = [
  "uk",
  "us",
  "usa",
  "gb",
  "ie",
  "fi",
  "se",
  "suomi",
  "sverige",
  "finland",
  "sweden",
  "india",
  "help",
  "helps",
  "support",
  "care",
  "cares",
  "service",
  "services",
  "official",
  "assist",
  "store",
  "stores",
  "online",
  "customer",
  "mobile",
  "bank",
];

/** The firm behind a handle or behind a brand's name. */
export function firmOf(name: string): string | undefined {
  let rest = letters(name);
  for (let tries = 0; tries < 3; tries++) {
    const known = BY_LETTERS.get(rest);
    if (known !== undefined) return known;
    const head = HANDLE_HEAD.find((piece) => rest.startsWith(piece) && rest.length > piece.length + 1);
    const tail = HANDLE_TAIL.find((piece) => rest.endsWith(piece) && rest.length > piece.length + 1);
    if (tail !== undefined) rest = rest.slice(0, -tail.length);
    else if (head !== undefined) rest = rest.slice(head.length);
    else return undefined;
  }
  return BY_LETTERS.get(rest);
}

const firmBehind = keptByWord((handle) => ({ firm: firmOf(handle.slice(1)) }));

/**
 * Who is named where: token by token. Whoever writes to a brand that nobody named, but begins with a handle, writes
 * to that one.
 */
export function whoIsNamed(tokens: readonly Token[], names: PlaybookNames): ReadonlyMap<number, NamedFirm> {
  const who = new Map<number, NamedFirm>();
  const mark = (first: number, last: number, as: NamedFirm) => {
    for (let at = first; at <= last; at++) who.set(at, as);
  };
  const trade = names.trade ?? tradeOfFirstHandle(tokens);
  const kin = (firm: string): NamedFirm =>
    trade !== undefined && TRADES.get(firm) === trade ? "peer" : "firm";
  for (const { id, first, last } of findNames(firmBook(), tokens)) {
    if (first !== last || !isAmbiguous(id) || isNameHere(tokens, first)) mark(first, last, kin(id));
  }
  tokens.forEach((token, at) => {
    if (token.kind !== "handle" && token.kind !== "hashtag") return;
    const { firm } = firmBehind(token.word);
    if (firm !== undefined) mark(at, at, kin(firm));
  });
  const places = placesOfNames(names, tokens);
  for (const { first, last } of findNames(names.competitors, tokens, { places })) mark(first, last, "rival");
  for (const { first, last } of findNames(names.own, tokens, { places })) mark(first, last, "own");
  if (names.own.byStem.size === 0 && tokens[0]?.kind === "handle") mark(0, 0, "own");
  return who;
}

/** "Next" begins a sentence as a word and stands inside one as a name. */
const isNameHere = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.capital ?? false) && tokens[at - 1]?.sentence === tokens[at]?.sentence;

function tradeOfFirstHandle(tokens: readonly Token[]): string | undefined {
  const [first] = tokens;
  const firm = first?.kind === "handle" ? firmOf(first.word) : undefined;
  return firm === undefined ? undefined : TRADES.get(firm);
}

/** The trade of a brand whose name is well known. */
export function tradeOf(ownNames: readonly string[]): string | undefined {
  for (const name of ownNames) {
    const firm = firmOf(name);
    if (firm !== undefined) return TRADES.get(firm);
  }
  return undefined;
}
