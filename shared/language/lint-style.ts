import { allMatches } from "./all-matches.ts";
import { type Check, findingAt, type LintInput, wordsAround } from "./lint-finding.ts";
import { type StyleRule, styleRules } from "./lint-rules/style-rules.ts";
import { anyOf, Wording } from "./wording.ts";

/** Compiled once: a reply is checked at every keystroke of the editor. */
const compiled = new Map(
  styleRules
    .flatMap(({ words }) => [words.en, words.fi, words.sv])
    .flatMap(({ patterns, unless }) => (unless === undefined ? patterns : [...patterns, unless]))
    .map((pattern) => [pattern, new Wording(pattern)]),
);

const patternsOf = (lang: LintInput["lang"]) => styleRules.flatMap(({ words }) => words[lang].patterns);
const any = { en: anyOf(patternsOf("en")), fi: anyOf(patternsOf("fi")), sv: anyOf(patternsOf("sv")) };

/** Process language, conditional apologies, disputes, blame, gift-wrapping, strings; and what the brand avoids. */
export const lintStyle: Check = (input) => {
  const found = (any[input.lang].isIn(input.small) ? styleRules : []).flatMap((rule) => {
    const { patterns, unless, better } = rule.words[input.lang];
    return patterns.flatMap((pattern) =>
      (compiled.get(pattern)?.find(input.small) ?? []).flatMap((match) =>
        unless !== undefined && compiled.get(unless)?.isIn(wordsAround(input.small, match.index))
          ? []
          : [
              findingAt(input, match.index, match.index + match[0].length, {
                ...rule,
                severity: severityOf(rule, input),
                better,
              }),
            ],
      ),
    );
  });
  return [...withoutInner(found), ...avoided(input)];
};

/** What nobody owes may be called a gesture: then it is only stiff. */
const severityOf = (rule: StyleRule, { decision }: LintInput): "hard" | "soft" =>
  rule.rule === "gift-wrapped" && decision?.outcome === "remedy" && decision.remedy.owed.minor === 0
    ? "soft"
    : rule.severity;

/** One finding per place and rule: the longest. */
function withoutInner<T extends { readonly rule: string; readonly start: number; readonly end: number }>(
  found: readonly T[],
): T[] {
  return found.filter(
    (one, at) =>
      !found.some(
        (other, index) =>
          other.rule === one.rule &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || index < at),
      ),
  );
}

const avoided: Check = (input) => {
  const { voice, situations } = input.playbook;
  const situation = situations.find(({ id }) => id === input.decision?.situation);
  const words = [...(voice.avoid[input.lang] ?? []), ...(situation?.avoid?.[input.lang] ?? [])];
  const preferred = situation?.prefer?.[input.lang] ?? voice.prefer[input.lang] ?? [];
  const better = preferred.length === 0 ? undefined : preferred.map((phrase) => `“${phrase}”`).join(", ");
  return words.flatMap((word) =>
    allMatches(input.text, asWhole(word)).map((match) =>
      findingAt(input, match.index, match.index + match[0].length, {
        rule: "brand-avoids",
        severity: "soft",
        overrulable: true,
        reason: `The brand's voice avoids “${word}”.`,
        better,
      }),
    ),
  );
};

const wholes = new Map<string, RegExp>();
/** The phrase as it stands at the beginning of a word: "form" is in "formulär" and not in "information". */
function asWhole(phrase: string): RegExp {
  const known = wholes.get(phrase);
  if (known) return known;
  const made = new RegExp(`(?<!\\p{L})${phrase.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "giu");
  wholes.set(phrase, made);
  return made;
}
