import { looseFold, nameTokens } from "./fold-name.ts";
import { isOneSlip, isSwap, jaroWinkler } from "./jaro-winkler.ts";
import { areForms, areSpellings } from "./nicknames.ts";

export { foldName, looseFold, nameTokens } from "./fold-name.ts";

/** How two words of a name agree. `similar` is one slip of the finger in a long word. */
export type TokenLevel = "exact" | "variant" | "nickname" | "similar" | "initial";

/** Below this a slip is as likely to make another name (Marja, Marjo, Mirja) as to be one. */
const SLIP_MIN_LETTERS = 5;
const SLIP_MIN_LIKENESS = 0.88;

/**
 * How two folded words agree, or undefined when they are different names.
 * The ending carries the name in Finnish (Virtanen, Virtaneva; Hannu, Hanna): a slip there is another name,
 * and so is a form that `isKnown` says other people bear. Two letters swapped make no name, wherever they stand.
 */
export function compareTokens(
  written: string,
  onFile: string,
  isKnown: (foldedToken: string) => boolean = () => false,
): TokenLevel | undefined {
  if (written === onFile) return "exact";
  if (written.length === 1 || onFile.length === 1) return written[0] === onFile[0] ? "initial" : undefined;
  if (areSpellings(written, onFile)) return "variant";
  if (areForms(written, onFile)) return "nickname";
  const isShort = Math.min(written.length, onFile.length) < 4;
  if (!isShort && looseFold(written) === looseFold(onFile)) return "variant";
  if (Math.min(written.length, onFile.length) < SLIP_MIN_LETTERS || isKnown(written)) return undefined;
  if (isSwap(written, onFile)) return "similar";
  if (!isOneSlip(written, onFile) || written.at(-1) !== onFile.at(-1)) return undefined;
  return jaroWinkler(written, onFile) >= SLIP_MIN_LIKENESS ? "similar" : undefined;
}

/** Which words of two names belong together, and how many of each are left over. */
export type NameComparison = {
  pairs: { written: string; onFile: string; level: TokenLevel }[];
  leftWritten: number;
  leftOnFile: number;
  /** `against` when each side holds a word that the other contradicts. `weak`: one word, or an initial. */
  level: "exact" | "close" | "weak" | "against";
};

const STRONGEST_FIRST: readonly TokenLevel[] = ["exact", "variant", "nickname", "similar", "initial"];

/** Two names, word by word in any order. Both hold at least one word, otherwise the level is `against`. */
export function compareNames(
  written: string,
  onFile: string,
  isKnown?: (foldedToken: string) => boolean,
): NameComparison {
  const left = nameTokens(written);
  const right = nameTokens(onFile);
  const pairs: NameComparison["pairs"] = [];
  for (const level of STRONGEST_FIRST) {
    for (const token of [...left]) {
      const other = right.find((candidate) => compareTokens(token, candidate, isKnown) === level);
      if (other === undefined) continue;
      left.splice(left.indexOf(token), 1);
      right.splice(right.indexOf(other), 1);
      pairs.push({ written: token, onFile: other, level });
    }
  }
  return {
    pairs,
    leftWritten: left.length,
    leftOnFile: right.length,
    level: levelOf(pairs, left.length, right.length),
  };
}

function levelOf(pairs: NameComparison["pairs"], left: number, right: number): NameComparison["level"] {
  const whole = pairs.filter((pair) => pair.level !== "initial").length;
  const isContradicted = left > 0 && right > 0;
  if (pairs.length === 0 || (isContradicted && whole < 2)) return "against";
  if (whole < 2 || isContradicted) return "weak";
  return left + right === 0 && pairs.every((pair) => pair.level === "exact") ? "exact" : "close";
}

/** How often each folded word occurs among the names, as a share of the names, 0 to 1; 0 for a word never seen. */
export function nameFrequencies(names: Iterable<string>): (foldedToken: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const name of names) {
    total += 1;
    for (const token of new Set(nameTokens(name))) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return (token) => (total === 0 ? 0 : (counts.get(token) ?? 0) / total);
}
