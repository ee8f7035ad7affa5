/**
 * Sayings as they are written down, a line each, in the syntax of `compileGrammar`:
 *
 *     // a remark
 *     YEARS = years|yrs|decades          a name for words, used as {YEARS} in the lines after it
 *     [relationship tenure]              what the sayings after it say
 *     customer ~ {YEARS}
 *     customer <> {YEARS}                in any order, each pair with at most three other words between
 *
 * Empty lines part what belongs together.
 */
export type SayingGroup = {
  readonly heading: readonly string[];
  readonly line: number;
  readonly say: string[];
};

const NAME = /^([A-Z][A-Z_]*) = (.+)$/;
const HEADING = /^\[(.+)\]$/;
const USE = /\{([A-Z_]+)\}/g;

/**
 * The groups in order; a heading that stands twice gives two.
 * @throws {RangeError} with the line, for a name that is not known or a saying under no heading
 */
export function parseSayings(text: string, file: string): SayingGroup[] {
  const names = new Map<string, string>();
  const groups: SayingGroup[] = [];
  for (const [at, written] of text.split("\n").entries()) {
    const problem = (what: string) => new RangeError(`${file}:${at + 1}: ${what}`);
    const line = written.trim();
    if (line === "" || line.startsWith("//")) continue;
    const filled = line.replace(USE, (_, name: string) => {
      const words = names.get(name);
      if (words === undefined) throw problem(`nothing above says what {${name}} stands for`);
      return words;
    });
    const [, name, words] = NAME.exec(filled) ?? [];
    const [, heading] = HEADING.exec(filled) ?? [];
    if (name !== undefined && words !== undefined) names.set(name, words);
    else if (heading !== undefined) groups.push({ heading: heading.split(" "), line: at + 1, say: [] });
    else {
      const group = groups.at(-1);
      if (group === undefined) throw problem("a saying needs a heading above it");
      group.say.push(...inAnyOrder(filled.split(" <> ")));
    }
  }
  return groups;
}

/** "a <> b" is "a ~ b" and "b ~ a". Meant for two or three pieces: four would make 24 sayings. */
function inAnyOrder(pieces: readonly string[]): string[] {
  if (pieces.length < 2) return [...pieces];
  return pieces.flatMap((piece, at) =>
    inAnyOrder(pieces.filter((_, other) => other !== at)).map((rest) => `${piece} ~ ${rest}`),
  );
}
