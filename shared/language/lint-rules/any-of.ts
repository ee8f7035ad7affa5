/** How nearly every pattern begins: at the beginning of a word. */
const BEHIND = "(?<!\\p{L})";

/**
 * Whether any of the patterns is found at all, asked in one go: most replies break no rule, and looking for the
 * beginning of a word once instead of for each pattern takes an eighth of the time. Patterns that refer back to their
 * groups cannot be put together.
 */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  const sources = patterns.map(({ source }) => source);
  const atWords = sources
    .filter((source) => source.startsWith(BEHIND))
    .map((source) => source.slice(BEHIND.length));
  const others = sources.filter((source) => !source.startsWith(BEHIND));
  const together = atWords.length === 0 ? [] : [`${BEHIND}(?:${atWords.join("|")})`];
  return new RegExp([...together, ...others].join("|"), "iu");
}
