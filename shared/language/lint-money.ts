import type { Finding } from "../complaint/draft.ts";
import type { Remedy, RemedyKind } from "../complaint/remedy.ts";
import { type Check, findingAt, type Linted } from "./lint-finding.ts";
import {
  digitsOnly,
  exchangeWords,
  minorOf,
  moneyWords,
  neededFor,
  neededForWords,
  noShare,
  percentPattern,
  redoWords,
  refundWords,
  replacementWords,
  sumPattern,
  voucherWords,
} from "./lint-rules/money-words.ts";
import { anyOf, inSmallLetters, type SmallLetters, sliceOf, type Wording } from "./wording.ts";

/** No sum and no means of payment in public; in private only what the decision holds. */
export const lintMoney: Check = (input) => [
  ...(input.side === "public" ? inPublic(input) : sumsInPrivate(input)),
  ...remediesNotDecided(input),
];

const matches = (text: SmallLetters, pattern: Wording) => {
  if (neededFor.get(pattern)?.isIn(text) === false) return [];
  return (pattern === sumPattern && !neededForWords.isIn(text) ? digitsOnly : pattern).find(text);
};

const places = (text: SmallLetters, pattern: Wording) =>
  matches(text, pattern).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[1] ?? match[2],
  }));

const hard = { severity: "hard", overrulable: false } as const;

function inPublic(input: Linted): readonly Finding[] {
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
    places(input.small, pattern)
      .filter(({ start }) => !noShare.isIn(sliceOf(input.small, start)))
      .map(({ start, end }) =>
        findingAt(input, start, end, { ...hard, rule, reason, better: betterInPublic[input.lang] }),
      ),
  );
}

const betterInPublic = {
  en: "“I'm putting it right and messaging you now.”",
  fi: "”Korjaan sen ja kirjoitan sinulle yksityisesti.”",
  sv: "”Jag rättar till det och skriver till dig privat.”",
};

const remediesOf = ({ decision }: Linted): readonly Remedy[] =>
  decision?.outcome === "remedy" ? [decision.remedy, ...decision.alternatives] : [];

function sumsInPrivate(input: Linted): readonly Finding[] {
  const { decision, playbook } = input;
  if (!decision) return [];
  const remedies = remediesOf(input);
  const isListed = (minor: number) => playbook.priceList.some((line) => line.priceMinor === minor);
  const isHeld = (minor: number) => remedies.some((remedy) => remedy.value?.minor === minor);
  const isFromPurchase = (minor: number) =>
    remedies.some((r) => r.value?.minor === minor && r.priceFrom?.kind === "purchase");
  return places(withoutCode(input), sumPattern).flatMap(({ start, end, digits }) => {
    // A sum in words is not read, and so is none that was decided.
    const minor = digits === undefined ? Number.NaN : minorOf(digits);
    if (
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
    if (isHeld(minor) || isListed(minor)) return [];
    return [
      findingAt(input, start, end, {
        ...hard,
        rule: "sum-not-decided",
        reason: "The decision holds no such amount; a promise of it would not be kept.",
      }),
    ];
  });
}

/** "7KR" is a code for the till and no seven crowns. Every offset is kept. */
const withoutCode = ({ text, small, storeOrderCode: code }: Linted): SmallLetters =>
  code === undefined ? small : inSmallLetters(text.replaceAll(code, "-".repeat(code.length)));

/** Which words promise which remedy. An own idea may be any of them. */
const promises: readonly { pattern: Wording; kinds: readonly RemedyKind[]; what: string }[] = [
  { pattern: voucherWords, kinds: ["voucher"], what: "a voucher" },
  { pattern: refundWords, kinds: ["refund", "part-refund"], what: "money back" },
  { pattern: exchangeWords, kinds: ["exchange", "replacement"], what: "an exchange" },
  { pattern: replacementWords, kinds: ["exchange", "replacement", "redo"], what: "a new one" },
  { pattern: redoWords, kinds: ["redo"], what: "that it is done again" },
];

const anyPromise = anyOf(promises.map(({ pattern }) => pattern.pattern));

/** A promise of what nobody decided is broken when it is made. In public the means are caught by their names. */
function remediesNotDecided(input: Linted): readonly Finding[] {
  if (!input.decision || input.decision.outcome === "stop" || !anyPromise.isIn(input.small)) return [];
  const held = new Set(remediesOf(input).map((remedy) => remedy.kind));
  if (held.has("own-idea")) return [];
  return promises
    .filter(({ kinds }) => !kinds.some((kind) => held.has(kind)))
    .filter(
      ({ pattern }) => input.side === "private" || (pattern !== voucherWords && pattern !== refundWords),
    )
    .flatMap(({ pattern, what }) =>
      places(input.small, pattern).map(({ start, end }) =>
        findingAt(input, start, end, {
          ...hard,
          rule: "remedy-not-decided",
          reason: `This promises ${what}, which the decision does not hold.`,
          better: betterPromise[input.lang],
        }),
      ),
    );
}

const betterPromise = {
  en: "Promise only what has been decided, or decide it first.",
  fi: "Lupaa vain se, mikä on päätetty, tai päätä se ensin.",
  sv: "Lova bara det som är beslutat, eller besluta det först.",
};

const isShareOfListed = (input: Linted, minor: number): boolean =>
  input.playbook.priceList.some(
    (line) =>
      line.shareWhenPartMissing !== undefined &&
      Math.floor(line.priceMinor * line.shareWhenPartMissing + 0.5) === minor,
  );
