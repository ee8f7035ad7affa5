import type { Line, Said } from "./reply-phrases/phrase-set.ts";
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
const needsOf = (line: Line): readonly Said[] => (typeof line === "string" ? [] : line.needs);

/** The lines whose every need was said by the writer. */
export const sayable = (lines: readonly Line[], said: SaidBack): readonly Line[] =>
  lines.filter((line) => needsOf(line).every((need) => said.flags.has(need)));

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
  const address = formal ? "formal" : "familiar";
  let text = "";
  for (const [at, options] of takenApart[address](textOf(line)).entries())
    text += (options.length === 1 ? options[0] : pick(options, `${seed}<${(at + 1) / 2}`)) ?? "";
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`no value for {${slot}} in “${textOf(line)}”`);
    return addressed(value, address);
  });
}

type Address = "familiar" | "formal";
const addressed = (text: string, address: Address): string =>
  text.includes("[") ? text.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, address === "formal" ? "$2" : "$1") : text;

/** What a line says in turn: words, then variants to choose from, then words again. */
type Parts = readonly (readonly string[])[];

/** Each line is taken apart once for each address: our own are a fixed number. */
const takenApart = { familiar: partsIn("familiar"), formal: partsIn("formal") };
function partsIn(address: Address): (text: string) => Parts {
  const kept = new Map<string, Parts>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const parts = addressed(text, address)
      .split(/<([^<>]*)>/)
      .map((part, at) => (at % 2 === 0 ? [part] : part.split("|")));
    kept.set(text, parts);
    return parts;
  };
}

/** Sentences begin with a capital, and there is one space between words. */
export const asSentences = (text: string): string =>
  text
    .replace(/ {2,}/g, " ")
    .replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim();
