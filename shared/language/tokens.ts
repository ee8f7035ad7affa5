import type { Normalised } from "./normalise.ts";

/**
 * A piece of a text that can carry meaning. `word` is folded (lower case, straight apostrophes, English
 * contractions taken apart: "don't" is `do` `not`). `start` and `end` are UTF-16 offsets into the original text.
 * Sentences and clauses are numbered from 0; commas, dashes and "but" start a new clause.
 */
export type Token = {
  word: string;
  /** What the word may be in the written language, where it was written as it is spoken. */
  forms?: readonly string[];
  kind: "word" | "number" | "date" | "handle" | "hashtag" | "currency";
  start: number;
  end: number;
  sentence: number;
  clause: number;
  /** Inside quotation marks, or in a line that quotes. */
  quoted: boolean;
  /** Written with a capital first letter. */
  capital: boolean;
  /** What a number says. */
  value?: number;
};

/** The tokens of a text with the signs around them that say how it is meant. */
export type Reading = {
  tokens: Token[];
  /** The sentence ends with a question mark. */
  asks: boolean[];
  emoji: string[];
  urls: number;
  exclamations: number;
  /** Words of three letters and more in capitals only. */
  shouted: number;
};

const SCAN =
  /(?<url>https?:\/\/\S+|www\.\S+)|(?<handle>@\w{1,50})|(?<hashtag>#[\p{L}\p{N}_]+)|(?<date>\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{4}-\d{2}-\d{2})|(?<number>\d{1,3}(?:[ .]\d{3})+(?![\d])(?:,\d{1,2})?|\d+(?:[.,]\d+)?)|(?<word>[\p{L}\p{M}]+(?:['’:][\p{L}]+)*)|(?<currency>[€$£])|(?<emoji>\p{Extended_Pictographic})|(?<newline>\n)|(?<mark>[.,!?;:()"“”„«»–—…-])/gu;

const QUOTES = new Set(['"', "“", "”", "„", "«", "»"]);
const CLAUSE_MARKS = new Set([",", ";", ":", "(", ")", "–", "—", "-"]);
const BUT = new Set(["but", "however", "although", "mutta", "vaan", "kuitenkin", "men", "fast"]);
/** A quotation longer than this many characters was never closed. */
const LONGEST_QUOTE = 400;

/** What stands after the apostrophe, as a word of its own. */
const AFTER_APOSTROPHE: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    ll: "will",
    ve: "have",
    m: "am",
    re: "are",
    d: "would",
  }),
);
/** English words that hold a "not", written without the apostrophe. */
const RUN_TOGETHER: ReadonlyMap<string, readonly [string, number]> = new Map(
  Object.entries<readonly [string, number]>({
    dont: ["do", 2],
    doesnt: ["does", 4],
    didnt: ["did", 3],
    wont: ["will", 2],
    cant: ["can", 2],
    cannot: ["can", 3],
    couldnt: ["could", 5],
    wouldnt: ["would", 5],
    shouldnt: ["should", 6],
    isnt: ["is", 2],
    wasnt: ["was", 3],
    arent: ["are", 3],
    werent: ["were", 4],
    havent: ["have", 4],
    hasnt: ["has", 3],
    hadnt: ["had", 3],
  }),
);
const BEFORE_NOT: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ wo: "will", ca: "can", sha: "shall" }),
);

/**
 * The words of one written word, each with its place in it: "don't" gives `do` and `not`, "XXL:stä" stays whole.
 * The phrase compiler uses it too, so that a phrase and a text cannot disagree.
 */
export function wordsIn(written: string): { word: string; from: number; to: number }[] {
  const folded = written.toLowerCase().replaceAll("’", "'");
  const whole = [{ word: folded, from: 0, to: written.length }];
  const together = RUN_TOGETHER.get(folded);
  if (together) {
    const [verb, cut] = together;
    return [
      { word: verb, from: 0, to: cut },
      { word: "not", from: cut, to: written.length },
    ];
  }
  const at = folded.lastIndexOf("'");
  if (at < 1) return whole;
  if (folded.endsWith("n't")) {
    const verb = folded.slice(0, -3);
    return [
      { word: BEFORE_NOT.get(verb) ?? verb, from: 0, to: written.length - 3 },
      { word: "not", from: written.length - 3, to: written.length },
    ];
  }
  const tail = folded.slice(at + 1);
  const second = AFTER_APOSTROPHE.get(tail);
  if (second) {
    return [
      { word: folded.slice(0, at), from: 0, to: at },
      { word: second, from: at, to: written.length },
    ];
  }
  // "brand's" and "it's": the owner or the subject is what is looked for.
  if (tail === "s") return [{ word: folded.slice(0, at), from: 0, to: written.length }];
  return whole;
}

const numberIn = (written: string): number => {
  const grouped = /^\d{1,3}([ .]\d{3})+/.test(written) ? written.replace(/[ .](?=\d{3})/g, "") : written;
  return Number(grouped.replace(",", "."));
};

/** Read a normalised text into tokens. Linear in its length. */
export function read(normalised: Normalised): Reading {
  const { text } = normalised;
  const tokens: Token[] = [];
  const asks: boolean[] = [];
  const emoji: string[] = [];
  let urls = 0;
  let exclamations = 0;
  let shouted = 0;
  let sentence = 0;
  let clause = 0;
  let wordsInSentence = 0;
  let quotedUntil = -1;
  let quotedLine = text.startsWith(">");

  const endSentence = (asked: boolean) => {
    if (wordsInSentence === 0) {
      if (asked && sentence > 0) asks[sentence - 1] = true;
      return;
    }
    asks[sentence] = asked;
    sentence++;
    clause++;
    wordsInSentence = 0;
  };
  const push = (word: string, kind: Token["kind"], from: number, to: number, capital = false) => {
    if (kind === "word" && BUT.has(word)) clause++;
    const token: Token = {
      word,
      kind,
      start: normalised.startOf(from),
      end: normalised.endOf(to - 1),
      sentence,
      clause,
      quoted: from < quotedUntil || quotedLine,
      capital,
    };
    if (kind === "number") token.value = numberIn(word);
    tokens.push(token);
    wordsInSentence++;
  };

  for (const match of text.matchAll(SCAN)) {
    const at = match.index;
    const written = match[0];
    const end = at + written.length;
    const group = match.groups ?? {};
    if (group.word !== undefined) {
      const capital = written.charAt(0) !== written.charAt(0).toLowerCase();
      if (written.length > 2 && capital && written === written.toUpperCase()) shouted++;
      for (const part of wordsIn(written)) push(part.word, "word", at + part.from, at + part.to, capital);
    } else if (group.number !== undefined) push(written, "number", at, end);
    else if (group.date !== undefined) push(written, "date", at, end);
    else if (group.handle !== undefined) push(written.toLowerCase(), "handle", at, end, true);
    else if (group.hashtag !== undefined) push(written.toLowerCase(), "hashtag", at, end, true);
    else if (group.currency !== undefined) push(written, "currency", at, end);
    else if (group.url !== undefined) urls++;
    else if (group.emoji !== undefined) emoji.push(written);
    else if (group.newline !== undefined) {
      endSentence(false);
      quotedLine = text.startsWith(">", end);
    } else if (QUOTES.has(written)) {
      if (at >= quotedUntil) {
        const close = closingQuote(text, end);
        quotedUntil = close < 0 ? -1 : close;
      }
      clause++;
    } else if (written === "!" || written === "?" || written === "…") {
      if (written === "!") exclamations++;
      endSentence(written === "?");
    } else if (written === ".") {
      if (end === text.length || !/[\p{L}\p{N}]/u.test(text.charAt(end))) endSentence(false);
    } else if (CLAUSE_MARKS.has(written)) {
      // A hyphen inside a compound joins; only a free-standing one parts.
      if (written !== "-" || text.charAt(end) === " ") clause++;
    }
  }
  if (wordsInSentence > 0) asks[sentence] ??= false;
  return { tokens, asks, emoji, urls, exclamations, shouted };
}

function closingQuote(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTE);
  for (let i = from; i < limit; i++) if (QUOTES.has(text.charAt(i))) return i;
  return -1;
}
