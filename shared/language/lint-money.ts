import type { Finding } from "../complaint/draft.ts";
import type { Remedy } from "../complaint/remedy.ts";
import { type Check, findingAt, type LintInput } from "./lint-finding.ts";
import {
  minorOf,
  moneyWords,
  percentPattern,
  refundWords,
  sumPattern,
  voucherWords,
} from "./lint-rules/money-words.ts";

/** No sum and no means of payment in public; in private only what the decision holds. */
export const lintMoney: Check = (input) => (input.side === "public" ? inPublic(input) : inPrivate(input));

const places = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[1] ?? match[2],
  }));

const hard = { severity: "hard", overrulable: false } as const;

function inPublic(input: LintInput): readonly Finding[] {
  const rules = [
    {
      rule: "sum-in-public",
      pattern: sumPattern,
      reason: "A sum in public invites haggling and tells others what a case is worth.",
    },
    {
      rule: "sum-in-public",
      pattern: percentPattern,
      reason: "A share of the price in public is a sum in public.",
    },
    {
      rule: "money-in-public",
      pattern: moneyWords,
      reason: "In public stands the outcome, not the means: money goes by private message.",
    },
  ];
  return rules.flatMap(({ rule, pattern, reason }) =>
    places(input.text, pattern).map(({ start, end }) =>
      findingAt(input, start, end, { ...hard, rule, reason, better: betterInPublic[input.lang] }),
    ),
  );
}

const betterInPublic = {
  en: "“I'm putting it right and messaging you now.”",
  fi: "”Korjaan sen ja kirjoitan sinulle yksityisesti.”",
  sv: "”Jag rättar till det och skriver till dig privat.”",
};

function inPrivate(input: LintInput): readonly Finding[] {
  const { decision, playbook } = input;
  if (!decision) return [];
  const remedies: readonly Remedy[] =
    decision.outcome === "remedy" ? [decision.remedy, ...decision.alternatives] : [];
  const isListed = (minor: number) => playbook.priceList.some((line) => line.priceMinor === minor);
  const isHeld = (minor: number) => remedies.some((remedy) => remedy.value?.minor === minor);
  const isFromPurchase = (minor: number) =>
    remedies.some((r) => r.value?.minor === minor && r.priceFrom?.kind === "purchase");
  const sums = places(input.text, sumPattern).flatMap(({ start, end, digits }) => {
    const minor = digits === undefined ? undefined : minorOf(digits);
    if (
      minor !== undefined &&
      isHeld(minor) &&
      isFromPurchase(minor) &&
      !input.matchConfirmed &&
      !isListed(minor) &&
      !isShareOfListed(input, minor)
    ) {
      return [
        findingAt(input, start, end, {
          ...hard,
          rule: "unconfirmed-purchase",
          reason: "This amount comes from a purchase that the writer has not confirmed to be theirs.",
        }),
      ];
    }
    if (minor !== undefined && (isHeld(minor) || isListed(minor))) return [];
    return [
      findingAt(input, start, end, {
        ...hard,
        rule: "sum-not-decided",
        reason: "The decision holds no such amount; a promise of it would not be kept.",
      }),
    ];
  });
  const kinds = new Set(remedies.map((remedy) => remedy.kind));
  const wanted = [
    { pattern: voucherWords, isHeld: kinds.has("voucher") || kinds.has("own-idea"), what: "a voucher" },
    {
      pattern: refundWords,
      isHeld: kinds.has("refund") || kinds.has("part-refund") || kinds.has("own-idea"),
      what: "money back",
    },
  ];
  const promised = wanted
    .filter((want) => !want.isHeld)
    .flatMap(({ pattern, what }) =>
      places(input.text, pattern).map(({ start, end }) =>
        findingAt(input, start, end, {
          ...hard,
          rule: "remedy-not-decided",
          reason: `This promises ${what}, which the decision does not hold.`,
        }),
      ),
    );
  return [...sums, ...promised];
}

const isShareOfListed = (input: LintInput, minor: number): boolean =>
  input.playbook.priceList.some(
    (line) =>
      line.shareWhenPartMissing !== undefined &&
      Math.floor(line.priceMinor * line.shareWhenPartMissing + 0.5) === minor,
  );
