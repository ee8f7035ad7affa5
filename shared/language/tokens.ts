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
  /** Emoji, and emoticons as the emoji that they stand for. */
  emoji: string[];
  /** Signs that show how it is said, each with the number of tokens before it. */
  marks: { sign: string; at: number }[];
  urls: number;
  exclamations: number;
  /** Words of three letters and more in capitals only. */
  shouted: number;
};

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

/** A date, a number with its thousands, or any number; tried where a digit stands. */
const DIGITS =
  /(\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{4}-\d{2}-\d{2})|\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d{1,2})?|\d+(?:[.,]\d+)?/y;
const URL_START = /https?:\/\/|www\./y;

/** `:)`, `:-(`, `;D`, `:'(`, `<3` and their like. */
const EMOTICON = /[:;=]['’]?-?([()DPpoO|/\\3*])(?![\p{L}\d])|<3/uy;
const EMOTICON_EMOJI: Readonly<Record<string, string>> = {
  ")": "🙂",
  D: "😀",
  P: "😛",
  p: "😛",
  "(": "🙁",
  "/": "😕",
  "\\": "😕",
  "|": "😐",
  o: "😮",
  O: "😮",
  "3": "😘",
  "*": "😘",
};
/** "hyvä:D": a colon before these is no ending of a name. */
const EMOTICON_TAIL = new Set(["D", "P"]);

const LETTER = 1;
const MARK = 2;
const DIGIT = 3;
const SPACE = 4;
/** The kind of each of the first characters, since nearly all texts are made of them. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/[0-9]/.test(character)) return DIGIT;
  return /\s/u.test(character) ? SPACE : 0;
}
const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 0x250) return KINDS[code] ?? 0;
  return Number.isNaN(code) ? SPACE : kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
};
/** UTF-16 units of the character at a place. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
const isWordSign = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

/** Where a run of letters and their marks ends. */
function endOfLetters(text: string, from: number, marks: boolean): number {
  let at = from;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && !(marks && kind === MARK)) break;
    at += text.charCodeAt(at) < 0x250 ? 1 : widthAt(text, at);
  }
  return at;
}

/** Where a word ends: letters, with what an apostrophe or a colon joins to them ("don't", "XXL:stä"). */
function endOfWord(text: string, from: number): number {
  let end = endOfLetters(text, from, true);
  for (;;) {
    const joint = text.charAt(end);
    if (joint !== "'" && joint !== "’" && joint !== ":") return end;
    const next = endOfLetters(text, end + 1, false);
    if (next === end + 1) return end;
    if (joint === ":" && next === end + 2 && EMOTICON_TAIL.has(text.charAt(end + 1))) return end;
    end = next;
  }
}

function endOfHashtag(text: string, from: number): number {
  let at = from;
  while (
    at < text.length &&
    (text.charAt(at) === "_" || /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)))
  )
    at += widthAt(text, at);
  return at;
}

/** The words of "#NeverAgain" and "#never_again", each with its place; one word is no parts. */
function partsOfHashtag(written: string): { word: string; from: number; to: number }[] {
  const parts = [...written.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu)];
  return parts.length < 2
    ? []
    : parts.map(({ 0: word, index }) => ({ word: word.toLowerCase(), from: index, to: index + word.length }));
}

/** Read a normalised text into tokens. Linear in its length. */
export function read(normalised: Normalised): Reading {
  const { text } = normalised;
  const tokens: Token[] = [];
  const asks: boolean[] = [];
  const emoji: string[] = [];
  const marks: Reading["marks"] = [];
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
      ...(kind === "number" ? { value: numberIn(word) } : {}),
    };
    tokens.push(token);
    wordsInSentence++;
  };
  const mark = (sign: string) => {
    const last = marks.at(-1);
    // "!!!" is one sign, said louder.
    if (last?.at === tokens.length && last.sign.charAt(0) === sign) last.sign = sign + sign;
    else marks.push({ sign, at: tokens.length });
  };
  const feel = (sign: string) => {
    emoji.push(sign);
    marks.push({ sign, at: tokens.length });
  };

  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === SPACE) {
      if (text.charCodeAt(at) === 10) {
        endSentence(false);
        quotedLine = text.startsWith(">", at + 1);
      }
      at++;
      continue;
    }
    if (kind === LETTER || kind === MARK) {
      const first = text.charCodeAt(at);
      if (first === 104 || first === 119) {
        URL_START.lastIndex = at;
        if (URL_START.test(text) && kindAt(text, URL_START.lastIndex) !== SPACE) {
          at = endOfUrl(text, at);
          urls++;
          mark("<url>");
          continue;
        }
      }
      const end = endOfWord(text, at);
      const written = text.slice(at, end);
      const folded = written.toLowerCase();
      const capital = written.charAt(0) !== folded.charAt(0);
      if (capital && written.length > 2 && written === written.toUpperCase()) shouted++;
      if (!RUN_TOGETHER.has(folded) && !/['’]/.test(folded)) push(folded, "word", at, end, capital);
      else
        for (const part of wordsIn(written)) push(part.word, "word", at + part.from, at + part.to, capital);
      at = end;
      continue;
    }
    if (kind === DIGIT) {
      DIGITS.lastIndex = at;
      const match = DIGITS.exec(text);
      const written = match?.[0] ?? text.charAt(at);
      push(written, match?.[1] === undefined ? "number" : "date", at, at + written.length);
      at += written.length;
      continue;
    }
    const sign = text.charAt(at);
    const from = at;
    at++;
    if (sign === "@" || sign === "#") {
      let end = at;
      if (sign === "#") end = endOfHashtag(text, at);
      else while (end < from + 51 && isWordSign(text.charCodeAt(end))) end++;
      if (end === at) continue;
      const written = text.slice(from, end);
      push(written.toLowerCase(), sign === "#" ? "hashtag" : "handle", from, end, true);
      if (sign === "#") {
        for (const part of partsOfHashtag(written)) push(part.word, "word", from + part.from, from + part.to);
      }
      at = end;
      continue;
    }
    if (sign === ":" || sign === ";" || sign === "=" || sign === "<") {
      EMOTICON.lastIndex = from;
      const match = EMOTICON.exec(text);
      if (match) {
        feel(match[1] === undefined ? "❤" : (EMOTICON_EMOJI[match[1]] ?? "🙂"));
        at = from + match[0].length;
        continue;
      }
    }
    if (sign === "€" || sign === "$" || sign === "£") push(sign, "currency", from, at);
    else if (QUOTES.has(sign)) {
      if (from >= quotedUntil) {
        const close = closingQuote(text, at);
        quotedUntil = close < 0 ? -1 : close;
      }
      clause++;
      marks.push({ sign: '"', at: tokens.length });
    } else if (sign === "!" || sign === "?" || sign === "…") {
      if (sign === "!") exclamations++;
      mark(sign);
      endSentence(sign === "?");
    } else if (sign === ".") {
      if (text.charAt(at) === ".") mark("…");
      if (at === text.length || !LETTER_OR_NUMBER.test(text.charAt(at))) endSentence(false);
    } else if (CLAUSE_MARKS.has(sign)) {
      // A hyphen inside a compound joins; only a free-standing one parts.
      if (sign !== "-" || text.charAt(at) === " ") clause++;
    } else if (text.charCodeAt(from) > 0xa8) {
      const whole = String.fromCodePoint(text.codePointAt(from) ?? 0);
      at = from + whole.length;
      if (/\p{Extended_Pictographic}/u.test(whole)) feel(whole);
    }
  }
  if (wordsInSentence > 0) asks[sentence] ??= false;
  return { tokens, asks, emoji, marks, urls, exclamations, shouted };
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

function endOfUrl(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== SPACE) at++;
  return at;
}

function closingQuote(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTE);
  for (let i = from; i < limit; i++) if (QUOTES.has(text.charAt(i))) return i;
  return -1;
}
