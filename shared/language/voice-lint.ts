import type { Finding } from "../complaint/draft.ts";
import { type Check, type LintInput, type LintPlaybook, linted, withoutAddresses } from "./lint-finding.ts";
import { lintForm } from "./lint-form.ts";
import { lintMoney } from "./lint-money.ts";
import { lintMusts } from "./lint-musts.ts";
import { lintPrivacy } from "./lint-privacy.ts";
import { lintPromises } from "./lint-promises.ts";
import { lintStyle } from "./lint-style.ts";

export type { LintInput, LintPlaybook };

const checks: readonly Check[] = [lintStyle, lintMoney, lintPromises, lintPrivacy, lintMusts];

/**
 * Reads one of the two texts as the customer, a bystander and a lawyer would. Hard findings stop the sending:
 * those on style may be overruled by the signer with a reason, those on privacy, money and recipient never.
 * Soft ones are advice.
 *
 * @returns findings in the order of the text, each with place, reason and, where there is one, a better wording
 */
export function lint(input: LintInput): Finding[] {
  const words = linted({ ...input, text: withoutAddresses(input.text) }, input.text);
  return [...checks.flatMap((check) => check(words)), ...lintForm(input)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** Both texts of an answer, the public one's findings first. */
export const lintPair = (
  texts: { readonly public: string; readonly private?: string | undefined },
  about: Omit<LintInput, "side" | "text">,
): Finding[] => [
  ...lint({ ...about, side: "public", text: texts.public }),
  ...(texts.private === undefined ? [] : lint({ ...about, side: "private", text: texts.private })),
];
