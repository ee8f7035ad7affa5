import { looseFold, nameTokens } from "./names.ts";
import { nicknameRoots } from "./nicknames.ts";

/** A name as it is looked up costs at most this many queries. */
export const MAX_QUERIES = 3;

/** One word with the initial of another: found again when the other word is shortened or misspelt. */
const wordAndInitial = (word: string, other: string): string =>
  `n:${looseFold(word)}|${looseFold(other).slice(0, 1)}`;
const wordAndRoot = (word: string, root: string): string => `r:${looseFold(word)}|${root}`;
const wordAlone = (word: string): string => `t:${looseFold(word)}`;

/**
 * Every key under which a customer's name is filed: word with initial in each order, word with what the other
 * word is short for, each word alone. Plain strings: the store turns them into HMAC keys. Empty without a name.
 */
export function filingKeys(name: string): string[] {
  const tokens = nameTokens(name);
  const keys = tokens.filter((token) => token.length > 1).map(wordAlone);
  tokens.forEach((word, i) => {
    tokens.forEach((other, j) => {
      if (i === j || word.length < 2) return;
      keys.push(wordAndInitial(word, other));
      for (const root of nicknameRoots(other)) keys.push(wordAndRoot(word, root));
    });
  });
  return [...new Set(keys)];
}

/**
 * The at most three keys under which candidates for a writer's name are looked up, best first; none without a name.
 * Order of the words does not matter: a name and its reverse have the same keys.
 */
export function queryKeys(name: string): string[] {
  const tokens = nameTokens(name);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (tokens.length === 1) return first.length > 1 ? [wordAlone(first)] : [];
  const keys: string[] = [];
  const pair = (word: string, other: string) => word.length > 1 && keys.push(wordAndInitial(word, other));
  pair(last, first);
  pair(first, last);
  const middle = tokens.length > 2 ? tokens.at(-2) : undefined;
  const root = nicknameRoots(first)[0];
  const rootOfLast = nicknameRoots(last)[0];
  // A second name is more often left out than a short form begins with another letter.
  if (middle !== undefined) pair(middle, first);
  else if (root !== undefined) keys.push(wordAndRoot(last, root));
  else if (rootOfLast !== undefined) keys.push(wordAndRoot(first, rootOfLast));
  return [...new Set(keys)].slice(0, MAX_QUERIES);
}
