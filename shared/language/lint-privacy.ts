import type { Finding } from "../complaint/draft.ts";
import type { Lang } from "../complaint/ids.ts";
import type { PriceListLine } from "../complaint/playbook.ts";
import { allMatches } from "./all-matches.ts";
import { isLetterOrNumber, kindOfCode, LETTER } from "./characters.ts";
import { type Check, findingAt, type Linted, wordsAround } from "./lint-finding.ts";
import {
  aheadAfter,
  aheadBefore,
  askingWords,
  type FactRule,
  factRules,
  neverWords,
  resetWords,
  secretWords,
  yearsPattern,
  yearWords,
} from "./lint-rules/private-facts.ts";
import { inSmallLetters, type SmallLetters, sliceOf, Wording } from "./wording.ts";

const hard = { severity: "hard", overrulable: false } as const;

/** Nothing of the register in public or before the link is confirmed; no secrets asked for; no name but the signer's. */
export const lintPrivacy: Check = (input) => [
  ...(input.side === "public" || !input.matchConfirmed
    ? [...facts(input), ...years(input), ...thingsNotNamed(input)]
    : []),
  ...secrets(input),
  ...otherNames(input),
];

const isWritten = (input: Linted, words: string): boolean =>
  (input.writerText ?? "").toLowerCase().includes(words.toLowerCase());

function facts(input: Linted): readonly Finding[] {
  const mayHold = ({ needs }: FactRule) => needs === undefined || needs.isIn(input.small);
  return factRules.filter(mayHold).flatMap(({ rule, pattern, reason, sayableWhenWritten }) =>
    pattern.find(input.small).flatMap((match) => {
      if (sayableWhenWritten && isWritten(input, match[0])) return [];
      if (rule === "purchase-date" && liesAhead(input.small, match.index, match[0].length)) return [];
      return [findingAt(input, match.index, match.index + match[0].length, { ...hard, rule, reason })];
    }),
  );
}

const liesAhead = (text: SmallLetters, start: number, length: number): boolean =>
  aheadBefore.isIn(sliceOf(text, 0, start)) || aheadAfter.isIn(sliceOf(text, start + length));

/** "Twelve years" may be said back only where the writer said it; without the writer's words it is advice. */
function years(input: Linted): readonly Finding[] {
  if (!yearWords.isIn(input.small)) return [];
  return yearsPattern.find(input.small).flatMap((match) => {
    const number = match[1] ?? "";
    if (!isNumber(number)) return [];
    if (isWritten(input, number) || isWritten(input, digitsOf(number))) return [];
    return [
      findingAt(input, match.index, match.index + match[0].length, {
        rule: "customer-history",
        severity: input.writerText === undefined ? "soft" : "hard",
        overrulable: false,
        reason: "For how long someone has been with us stands in public only if they wrote it themselves.",
      }),
    ];
  });
}

const numberWords = [
  ["two", "kaksi", "kahden", "två"],
  ["three", "kolme", "kolmen", "tre"],
  ["four", "neljä", "neljän", "fyra"],
  ["five", "viisi", "viiden", "fem"],
  ["six", "kuusi", "kuuden", "sex"],
  ["seven", "seitsemän", "sju"],
  ["eight", "kahdeksan", "åtta"],
  ["nine", "yhdeksän", "nio"],
  ["ten", "kymmenen", "tio"],
  ["eleven", "yksitoista", "elva"],
  ["twelve", "kaksitoista", "tolv"],
  ["fifteen", "viisitoista", "femton"],
  ["twenty", "kaksikymmentä", "tjugo"],
  ["thirty", "kolmekymmentä", "trettio"],
];
const wordValues = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30];

const digitsOf = (word: string): string => {
  const at = numberWords.findIndex((forms) => forms.includes(word.toLowerCase()));
  return at < 0 ? word : String(wordValues[at]);
};
const isNumber = (word: string): boolean => /\d/.test(word) || digitsOf(word) !== word;

/** A product or a store that the writer did not name tells what is in the purchase history. */
function thingsNotNamed(input: Linted): readonly Finding[] {
  const { writerText, playbook } = input;
  if (writerText === undefined) return [];
  const { small } = input;
  // What the brand's own name says, a lunch place serving lunch, tells nobody's history.
  let written: readonly string[] | undefined;
  const isKnown = (words: readonly string[]) => {
    written ??= [...wordsOf(writerText), ...playbook.ownNames.flatMap(wordsOf)];
    return words.some((word) =>
      written?.some((other) => other.startsWith(stem(word)) || word.startsWith(stem(other))),
    );
  };
  const products = namesIn(playbook.priceList, small).flatMap(({ telling, all }) => {
    const found = telling.flatMap((name) => spots(input, name));
    return found.length === 0 || isKnown(all.flatMap(wordsOf)) ? [] : found;
  });
  const stores = playbook.stores.flatMap((store) => {
    const place = store.name.split(" ").at(-1) ?? store.name;
    const found = spots(input, inSmallLetters(place));
    return found.length === 0 || isKnown(wordsOf(`${place} ${store.city}`)) ? [] : found;
  });
  return [...products, ...stores].map(({ start, end }) =>
    findingAt(input, start, end, {
      ...hard,
      rule: "not-named-by-writer",
      reason: "The writer did not name this in public; it may only come from the purchase history.",
    }),
  );
}

type Names = { readonly all: readonly SmallLetters[]; readonly telling: readonly SmallLetters[] };
const folded = new WeakMap<readonly PriceListLine[], ReadonlyMap<string, readonly Names[]>>();

/** The lines that a text in small letters may name. A long price list is not gone through for each text. */
function namesIn(priceList: readonly PriceListLine[], text: SmallLetters): readonly Names[] {
  const byBeginning = folded.get(priceList) ?? foldedOf(priceList);
  folded.set(priceList, byBeginning);
  const found = new Set(byBeginning.get(""));
  for (const run of runs.words(text)) for (const names of byBeginning.get(run) ?? []) found.add(names);
  return [...found];
}

const runs = new Wording(/\p{L}+|\d+/u);

/**
 * The names of each line in small letters, and those of them that say more than its sort, by the run of letters or
 * digits that a telling name begins with; by "" where it begins with neither.
 */
function foldedOf(priceList: readonly PriceListLine[]): ReadonlyMap<string, readonly Names[]> {
  const byBeginning = new Map<string, Names[]>();
  for (const line of priceList) {
    const all = namesOf(line).map(inSmallLetters);
    const names = { all, telling: all.filter((name) => name !== line.category.toLowerCase()) };
    for (const name of names.telling) {
      const [first] = runs.words(name);
      const beginning = first !== undefined && name.startsWith(first) ? first : "";
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), names]);
    }
  }
  return byBeginning;
}

const namesOf = (line: PriceListLine): readonly string[] =>
  [line.names.en, line.names.fi, line.names.sv].flatMap((names) => names ?? []);
const wordsOf = (text: string): string[] => (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(String);
const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 3));

/** Where a name stands as a word, or as words. */
function spots({ small }: Linted, name: SmallLetters): { start: number; end: number }[] {
  if (name === "") return [];
  const found: { start: number; end: number }[] = [];
  for (let start = small.indexOf(name); start >= 0; start = small.indexOf(name, start + 1)) {
    const end = start + name.length;
    const isWhole = !isLetterOrNumber(codeAt(small, start - 1)) && kindOfCode(codeAt(small, end)) !== LETTER;
    if (isWhole) found.push({ start, end });
  }
  return found;
}

/** Before and behind the text as a space. */
const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? " ".charCodeAt(0);

function secrets(input: Linted): readonly Finding[] {
  const { small, lang } = input;
  return secretWords.find(small).flatMap((match) => {
    if (!isAskedFor(small, match.index, lang)) return [];
    if (isPassword.test(match[0]) && resetWords.isIn(wordsAround(small, match.index))) return [];
    return [
      findingAt(input, match.index, match.index + match[0].length, {
        ...hard,
        rule: "asks-for-secrets",
        reason: "We never ask for card numbers, bank codes or identity codes.",
        better: {
          en: "“I never ask for card numbers.”",
          fi: "”En koskaan kysy korttinumeroa.”",
          sv: "”Jag frågar aldrig efter kortnummer.”",
        }[lang],
      }),
    ];
  });
}

const isPassword = /^(?:password|salasana|lösenord)/u;

/**
 * Whether the sentence wishes for what stands at this place. The no must belong to the wish: "don't send card
 * numbers", "one order number, never card details"; not "if it's not too much trouble, send your card number".
 */
function isAskedFor(text: SmallLetters, at: number, lang: Lang): boolean {
  const sentence = wordsAround(text, at);
  const start = text.lastIndexOf(sentence, at);
  const wishes = askingWords[lang].find(sentence);
  const before = wishes.filter(({ index }) => start + index < at).at(-1);
  if (before === undefined) return wishes.length > 0 && !neverWords[lang].isIn(sentence);
  const wish = start + before.index;
  const clause = sliceOf(
    text,
    Math.max(start, ...[",", ":"].map((end) => text.lastIndexOf(end, wish) + 1)),
    wish,
  );
  return !neverWords[lang].isIn(clause) && !neverWords[lang].isIn(sliceOf(text, wish, at));
}

const roles =
  "colleague|manager|cashier|clerk|salesperson|assistant|employee|supervisor|waiter|waitress|chef|kollega(?:mme|ni)?|myyjä(?:mme)?|esimies|esihenkilö|päällikkö|kassa|työntekijä(?:mme)?|tarjoilija(?:mme)?|kokki(?:mme)?|säljaren?|kassören?|chefen?|medarbetaren?|kollegan?|servitören?";

const roleBeforeName = new Wording(new RegExp(`(?<!\\p{L})(?:${roles}),? (?=\\S)`, "u"));

/** A name has its capital in the text as it was written, in whatever script. */
const word = /^\p{L}{3,}/u;
const signature = /[–—-]\s?(\p{Lu}\p{Ll}+)\.?\s*$/gu;

/** A person of ours is named only if it is the signer, or who follows. */
function otherNames(input: Linted): readonly Finding[] {
  const { text } = input;
  const known = [input.signerName, input.side === "private" ? input.followedByName : undefined];
  const named = roleBeforeName
    .find(input.small)
    .map((match) => ({ match, name: word.exec(text.slice(match.index + match[0].length))?.[0] ?? "" }))
    .filter(({ name }) => /^\p{Lu}\p{Ll}/u.test(name));
  const signed =
    input.signerName === undefined
      ? []
      : allMatches(text, signature).map((match) => ({ match, name: match[1] ?? "" }));
  return [...named, ...signed].flatMap(({ match, name }) => {
    if (known.includes(name)) return [];
    const start = text.indexOf(name, match.index);
    return [
      findingAt(input, start, start + name.length, {
        ...hard,
        rule: "names-an-employee",
        reason: "Only the signer stands by name; everybody else here is “we”.",
      }),
    ];
  });
}
