import twitterText from "twitter-text";
import type { Lang } from "../complaint/ids.ts";
import { identifyLanguage } from "./identify.ts";
import {
  moneyWords,
  percentPattern,
  refundWords,
  sumPattern,
  voucherWords,
} from "./lint-rules/money-words.ts";
import { SLOTS } from "./reply-parts.ts";
import { inSmallLetters, Wording } from "./wording.ts";

/** Why a model's words are not used, before anything is filled into them. */
export type Disobeyed =
  | "too-long"
  | "slots"
  | "signs"
  | "link"
  | "money"
  | "promise"
  | "name"
  | "machine"
  | "parrot"
  | "language";

/** Letters of one text of the model. Twice what it is asked for. */
const LONGEST = { public: 400, private: 800 } as const;
/** So many of the post's words in a row, and it is no paraphrase: it may say what the writer wants said. */
const RUN_OF_POST = 5;
/** Under so many words a language cannot be told; the voice lint counts the same. */
const WORDS_FOR_LANGUAGE = 6;

/** Latin letters, spaces and plain punctuation: no digit, currency, link, handle, markup, emoji, hidden character. */
const ALLOWED = /^[\p{Script=Latin} \n.,;:!?'’"“”„()–—-]*$/u;
/** A stop with letters on both sides, or one that is spelt out. */
const LINK =
  /\p{L}\.\p{L}|(?<!\p{L})(?:dot|piste|punkt) (?:com|net|org|info|io|fi|se)(?!\p{L})|(?<!\p{L})(?:https?|www)(?!\p{L})/iu;
const MONEY_ALONE = new Wording(
  /(?<!\p{L})(?:eur|euro\p{L}{0,6}|cents?|sent(?:ti|in|iä)\p{L}{0,4}|sek|kronor\p{L}{0,3}|dollar\p{L}{0,5}|pounds?|bitcoin\p{L}{0,3}|hundred|thousand|million|sata|sadan|sataa|satasen|\p{L}{1,20}sataa|tuhat|tuhannen|tuhatta|miljoona\p{L}{0,3}|\p{L}{0,10}hundra|\p{L}{0,10}tusen|miljon\p{L}{0,3}|iban|paypal|swish|mobilepay)(?!\p{L})/u,
);
/** What will be done, given or allowed stands in the slot, in words of ours. */
const PROMISE: Readonly<Record<Lang, RegExp>> = {
  en: /(?<!\p{L})(?:you['’]ll|you (?:will|can|may|shall|get|receive|are getting)|(?:i|we)['’](?:ll|m going|re going)|(?:i|we) (?:will|can|shall|promise|guarantee|owe|grant|give|offer|pay|transfer|approve)|let me|promised you|guaranteed?|entitled|on the house|no charge|free|compensat\p{L}*|bonus|reward)(?!\p{L})/iu,
  fi: /(?<!\p{L})(?:saat(?:te)?|voit(?:te)?|saisit(?:te)?|lupaa(?:n|mme)|taka(?:an|amme)|anna(?:n|mme)|maksa(?:n|mme)|lähetä(?:n|mme)|palauta(?:n|mme)|hyvitä(?:n|mme)|siirrä(?:n|mme)|tarjoa(?:n|mme)|järjestä(?:n|mme)|korvaa(?:n|mme)|hyväksy(?:n|mme)|ilmaise\p{L}*|korvau\p{L}*|maksutt\p{L}*|palkkio\p{L}*|bonus\p{L}*)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:(?:du|ni) (?:får|kan|ska|kommer)|(?:ska|skall|kommer att) få|(?:jag|vi) (?:ger|skickar|betalar|bjuder|lovar|garanterar|ordnar|ersätter|skänker|godkänner|fixar|ska|kommer|kan|för över)|ger (?:vi|jag)|får (?:du|ni)|kostnadsfri\p{L}*|utan kostnad|gratis|bonus\p{L}*|belöning\p{L}*)(?!\p{L})/iu,
};
const MACHINE =
  /(?<!\p{L})(?:as an ai|ai assistant|language model|system prompt|instructions?|kielimalli\p{L}*|tekoäly\p{L}*|järjestelmäkehot\p{L}*|ohje(?:et|ita|eni|istus)\p{L}*|språkmodell\p{L}*|systemprompt\p{L}*|instruktion\p{L}*)(?!\p{L})/iu;

/**
 * Reads what a model wrote of one text, its slot still empty. Whoever orders the model about in a post meets this:
 * the words may say back and be sorry, and nothing else.
 *
 * @param about.names words that may stand with a capital inside a sentence: the brand's own
 * @returns the first rule that they break; undefined where they may be used
 */
export function disobeyed(
  side: "public" | "private",
  words: string,
  about: { readonly lang: Lang; readonly post: string; readonly names: readonly string[] },
): Disobeyed | undefined {
  if (words.length > LONGEST[side]) return "too-long";
  const pieces = words.split(SLOTS[side]);
  if (pieces.length !== 2 || /[{}]/.test(pieces.join(""))) return "slots";
  const own = pieces.join(" ");
  // Roman numerals are Latin letters to Unicode, and figures to a reader.
  if (!ALLOWED.test(own) || /\p{N}/u.test(own)) return "signs";
  if (LINK.test(own) || twitterText.extractUrls(own, { extractUrlsWithoutProtocol: true }).length > 0)
    return "link";
  const small = inSmallLetters(own);
  if (ofMoney.some((wording) => wording.isIn(small))) return "money";
  if (PROMISE[about.lang].test(own)) return "promise";
  if (pieces.some((piece) => namesSomebody(piece, about.names))) return "name";
  if (MACHINE.test(own)) return "machine";
  if (repeatsPost(own, about.post)) return "parrot";
  const isLong = (own.match(/\p{L}+/gu) ?? []).length >= WORDS_FOR_LANGUAGE;
  return isLong && identifyLanguage(own).lang !== about.lang ? "language" : undefined;
}

const ofMoney = [sumPattern, percentPattern, moneyWords, voucherWords, refundWords, MONEY_ALONE];

/** A capital inside a sentence is a name, but for the English I; so are two words with capitals where one begins. */
function namesSomebody(piece: string, names: readonly string[]): boolean {
  const known = new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []));
  return [...piece.matchAll(/(?<![\p{L}'’])\p{Lu}[\p{L}'’]*/gu)].some(({ 0: word, index }) => {
    const before = withoutOpening(piece.slice(0, index)).trimEnd();
    const begins = before === "" || /[.!?:–—]$/u.test(before);
    return !begins && !/^I(?:['’]\p{L}+)?$/u.test(word) && !known.has(word.toLowerCase());
  });
}

/** Without the quotes and brackets that open behind it. */
function withoutOpening(text: string): string {
  let end = text.trimEnd().length;
  while (end > 0 && "\"“”„'’(".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function repeatsPost(own: string, post: string): boolean {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const runs = (words: readonly string[]) =>
    words.slice(RUN_OF_POST - 1).map((_, at) => words.slice(at, at + RUN_OF_POST).join(" "));
  const written = new Set(runs(wordsOf(post)));
  return runs(wordsOf(own)).some((run) => written.has(run));
}
