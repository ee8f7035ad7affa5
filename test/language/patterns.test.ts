import { existsSync, readdirSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bindPhrases, findPhrases } from "../../shared/language/phrase-book.ts";
import { compilePhrase } from "../../shared/language/phrases.ts";
import { patternsBelow, patternsOfTexts } from "../support/patterns.ts";
import { rantakulma, reading } from "./a-playbook.ts";

/**
 * For recheck 4.5 (npm). Up to `maxPatternSize` a pattern is proved by automata; above it, and with look-behind, attacks
 * on it are bred from a fixed seed, in fewer and smaller generations than by default: unicode classes take seconds
 * each with those, and what is found is found early. Only counted limits inside, none of the clock's, so that a busy
 * machine comes to the same verdict; `timeout` ms is for a pattern as a whole, and no answer within it fails.
 */
const RECHECK = {
  timeout: 60_000,
  maxPatternSize: 60,
  maxIteration: 3,
  maxGenerationSize: 30,
  maxInitialGenerationSize: 200,
  mutationSize: 8,
  crossoverSize: 8,
  randomSeed: 0,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
};
const AT_ONCE = 2;

/** The same algorithm either way; where its native build is not installed, plain JavaScript takes five times as long. */
const hasNativeBuild = existsSync(
  `node_modules/recheck-${process.platform === "darwin" ? "macos" : process.platform}-${process.arch}`,
);
vi.stubEnv("RECHECK_BACKEND", hasNativeBuild ? "native" : "pure");
const { check } = await import("recheck");

/** Patterns that are not safe, each with an attack or with why nothing could be told. */
async function unsafe(patterns: ReturnType<typeof patternsBelow>["patterns"]): Promise<string[]> {
  const distinct = [
    ...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values(),
  ];
  // The longest first, since they take longest.
  const waiting = distinct.toSorted((a, b) => b.source.length - a.source.length);
  const found: string[] = [];
  const work = async () => {
    for (let pattern = waiting.shift(); pattern !== undefined; pattern = waiting.shift()) {
      const { where, source, flags } = pattern;
      const verdict = await check(source, flags, RECHECK);
      if (verdict.status === "safe") continue;
      const why = verdict.status === "vulnerable" ? verdict.attack.pattern : verdict.error.kind;
      found.push(`${where} /${source}/${flags} ${verdict.status}: ${why}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

describe("the patterns of this house", () => {
  const { patterns, untold } = patternsBelow(["shared", "functions", "infra/cli"]);

  it("are found at all", () => {
    expect(patterns.length).toBeGreaterThan(300);
    expect(patterns.some(({ where }) => where.includes("lint-rules/money-words.ts"))).toBe(true);
  });

  it("are all told from the code alone", () =>
    // Compiled there from patterns that are told where they stand: with fewer letters, and one or the other; as safe.
    expect(untold.filter((each) => !each.startsWith("shared/language/wording.ts:"))).toEqual([]));

  it("cannot be made slow by what is written to us", { timeout: 240_000 }, async () => {
    expect(await unsafe(patterns)).toEqual([]);
  });

  it("would be found if they could", async () => {
    const found = await unsafe([
      { where: "nested", source: "^(a+)+$", flags: "" },
      { where: "beside each other", source: "\\d+\\d+x", flags: "" },
      { where: "in a look-behind", source: "(?<=a.*)(?<=b)c$", flags: "u" },
      { where: "safe", source: "^[a-z]{1,8}$", flags: "" },
    ]);
    expect(found.map((each) => each.split(" /")[0]).toSorted()).toEqual([
      "beside each other",
      "in a look-behind",
      "nested",
    ]);
  });
});

describe("what an operator writes", () => {
  afterEach(() => vi.unstubAllGlobals());
  const sources = ["(a+)+$", "a.*b", "[x", "puuttu* (^|$)", '"too small" \\d+'];

  it("never becomes a regular expression", () => {
    const made = vi.fn();
    vi.stubGlobal(
      "RegExp",
      new Proxy(RegExp, {
        construct: (target, given) => {
          made(...given);
          return Reflect.construct(target, given);
        },
        apply: (target, self, given) => {
          made(...given);
          return Reflect.apply(target, self, given);
        },
      }),
    );
    const book = bindPhrases(
      sources.map((source, at) => ({ id: `s${at}`, phrase: compilePhrase(source, "en") })),
    );
    expect(findPhrases(book, [])).toEqual([]);
    const [first] = rantakulma.situations;
    if (first === undefined) throw new Error("the playbook of the tests has situations");
    const playbook = {
      ...rantakulma,
      ownNames: sources,
      competitors: sources.map((name) => ({ id: name, name, aliases: [] })),
      situations: [{ ...first, recognise: { en: sources, fi: sources, sv: sources } }],
    };
    reading("aaaaaaaaaaaaaaaaaaaaaaaaaaaa! (a+)+$ [x too small 12", { playbook });
    expect(made).not.toHaveBeenCalled();
  });

  it.each(
    ["phrases", "phrase-book", "names", "situations", "grammar", "kept-words"].map((name) => `${name}.ts`),
  )("is not searched with by %s", (file) => {
    expect(readdirSync("shared/language")).toContain(file);
    expect(patternsOfTexts(`shared/language/${file}`)).toEqual([]);
  });
});
