import type { Line } from "./reply-phrases/phrase-set.ts";
import type { SaidBack } from "./said-back.ts";

/** FNV-1a, 32 bits, with a last mixing: the same seed always chooses the same. */
export function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of the things, by seed. */
export function pick<T>(things: readonly T[], seed: string): T | undefined {
  return things.length === 0 ? undefined : things[hashOf(seed) % things.length];
}

const textOf = (line: Line): string => (typeof line === "string" ? line : line.t);
const needsOf = (line: Line): readonly string[] => (typeof line === "string" ? [] : line.needs);

/** The lines whose every need was said by the writer. */
export const sayable = (lines: readonly Line[], said: SaidBack): readonly Line[] =>
  lines.filter((line) => needsOf(line).every((need) => [...said.flags].some((flag) => flag === need)));

/** With fewer lines than this to choose from, replies begin to look alike. */
const enough = 4;

/**
 * Of the sayable lines those that say back the most; where `wide`, also those that say back less, until there are
 * enough to choose from.
 */
export function richest(lines: readonly Line[], said: SaidBack, wide = false): readonly Line[] {
  const can = sayable(lines, said);
  let least = Math.max(0, ...can.map((line) => needsOf(line).length));
  const chosen = () => can.filter((line) => needsOf(line).length >= least);
  while (wide && least > 0 && chosen().length < enough) least -= 1;
  return chosen();
}

/**
 * A line with its slots filled, its variants chosen by the seed and its address familiar or formal.
 *
 * @throws {Error} when a slot has no value: a sentence with a hole must never leave the house
 */
export function say(
  line: Line,
  slots: Readonly<Record<string, string>>,
  seed: string,
  formal: boolean,
): string {
  let nth = 0;
  const varied = textOf(line).replace(/<([^<>]*)>/g, (_, options: string) => {
    nth += 1;
    return pick(splitBars(options), `${seed}<${nth}`) ?? "";
  });
  const filled = varied.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`no value for {${slot}} in “${textOf(line)}”`);
    return value;
  });
  return filled.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, familiar: string, polite: string) =>
    formal ? polite : familiar,
  );
}

/** Splits at bars that are not inside `[…|…]`. */
function splitBars(options: string): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const letter of options) {
    if (letter === "[") depth += 1;
    if (letter === "]") depth -= 1;
    if (letter === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] = `${parts[parts.length - 1] ?? ""}${letter}`;
  }
  return parts;
}

/** Sentences begin with a capital, and there is one space between words. */
export const asSentences = (text: string): string =>
  text
    .replace(/ {2,}/g, " ")
    .replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim();
