import { type Check, findingAt } from "./lint-finding.ts";
import { styleRules } from "./lint-rules/style-rules.ts";

/** Compiled once: a reply is checked at every keystroke of the editor. */
const compiled = new Map(
  styleRules
    .flatMap(({ words }) => [words.en, words.fi, words.sv].flatMap(({ patterns }) => patterns))
    .map((pattern) => [pattern, new RegExp(pattern.source, "giu")]),
);

/** Process language, conditional apologies, disputes, blame, gift-wrapping, strings; and what the brand avoids. */
export const lintStyle: Check = (input) => {
  const found = styleRules.flatMap((rule) => {
    if (rule.side !== undefined && rule.side !== input.side) return [];
    const { patterns, better } = rule.words[input.lang];
    return patterns.flatMap((pattern) =>
      [...input.text.matchAll(compiled.get(pattern) ?? pattern)].map((match) =>
        findingAt(input, match.index, match.index + match[0].length, { ...rule, better }),
      ),
    );
  });
  return [...withoutInner(found), ...avoided(input)];
};

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
  const situation = input.decision?.situation;
  const words = [
    ...(input.playbook.voice.avoid[input.lang] ?? []),
    ...(input.playbook.situations.find((s) => s.id === situation)?.avoid?.[input.lang] ?? []),
  ];
  const lower = input.text.toLowerCase();
  return words.flatMap((word) => {
    const start = lower.indexOf(word.toLowerCase());
    if (start < 0) return [];
    return [
      findingAt(input, start, start + word.length, {
        rule: "brand-avoids",
        severity: "soft",
        overrulable: true,
        reason: `The brand's voice avoids “${word}”.`,
      }),
    ];
  });
};
