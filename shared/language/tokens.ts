import { DIGIT, isLetterOrNumber, isPicture, kindOfCode, LETTER, MARK, SPACE } from "./characters.ts";
import { keptByWord, type WordNote } from "./kept-words.ts";
import type { Normalised } from "./normalise.ts";

/**
 * A piece of a text that can carry meaning. `word` is folded (lower case, straight apostrophes, English
 * contractions taken apart: "don't" is `do` `not`). `start` and `end` are UTF-16 offsets into the original text.
 * Sentences and clauses are numbered from 0; commas, dashes and "but" start a new clause.
 */
export type Token = {
  word: string;
  /** What the word may be in the written language, where it was written as it is spoken. */
  forms?: readonly string[] | undefined;
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
  value?: number | undefined;
  /** What is known of the word, by those who keep it. */
  note?: WordNote | undefined;
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

/** What stands at a place; behind the end a space. */
const kindAt = (text: string, at: number): number =>
  at < text.length ? kindOfCode(text.codePointAt(at) ?? 0) : SPACE;
/** UTF-16 units of the character at a place. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
const isWordSign = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

/** Where a run of letters and their marks ends. */
function endOfLetters(text: string, from: number, marks: boolean): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOfCode(code);
    if (kind !== LETTER && !(marks && kind === MARK)) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Where a word ends: letters, with what an apostrophe or a colon joins to them ("don't", "XXL:stä"). */
function endOfWord(text: string, from: number): number {
  let end = endOfLetters(text, from, true);
  for (;;) {
    const joint = end < text.length ? text.charCodeAt(end) : 0;
    if (joint !== APOSTROPHE && joint !== CURLY_APOSTROPHE && joint !== COLON) return end;
    const next = endOfLetters(text, end + 1, false);
    if (next === end + 1) return end;
    if (joint === COLON && next === end + 2 && EMOTICON_TAIL.has(text.charAt(end + 1))) return end;
    end = next;
  }
}

function endOfHashtag(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charAt(at) === "_" || isLetterOrNumber(text.codePointAt(at) ?? 0)))
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

/** A written word, told once: what it is read as, each part with its place in it. */
type Written = {
  parts: readonly { word: string; from: number; to: number; turns: boolean; note: WordNote }[];
  capital: boolean;
  shouted: boolean;
};

const written = keptByWord((word): Written => {
  const folded = word.toLowerCase();
  const parts =
    RUN_TOGETHER.has(folded) || /['’]/.test(folded)
      ? wordsIn(word)
      : [{ word: folded, from: 0, to: word.length }];
  const capital = word.charAt(0) !== folded.charAt(0);
  return {
    // A letter can grow when it is folded; no part ends behind its word.
    parts: parts.map(({ word: part, from, to }) => ({
      word: part,
      from,
      to: Math.min(to, word.length),
      turns: BUT.has(part),
      note: [],
    })),
    capital,
    shouted: capital && word.length > 2 && word === word.toUpperCase(),
  };
});

const LINE_FEED = 10;
const EXCLAMATION = 33;
const NUMBER_SIGN = 35;
const APOSTROPHE = 39;
const FULL_STOP = 46;
const COLON = 58;
const QUESTION = 63;
const AT_SIGN = 64;
const CURLY_APOSTROPHE = 0x2019;
const ELLIPSIS = 0x2026;
/** The last of the signs that stand for nothing but themselves. */
const LAST_PLAIN_SIGN = 0xa8;

/** Read a normalised text into tokens. Linear in its length. */
export function read(normalised: Normalised): Reading {
  const reader = new Reader(normalised);
  reader.readAll();
  return reader.reading;
}

class Reader {
  readonly reading: Reading = {
    tokens: [],
    asks: [],
    emoji: [],
    marks: [],
    urls: 0,
    exclamations: 0,
    shouted: 0,
  };
  private readonly normalised: Normalised;
  private readonly text: string;
  private sentence = 0;
  private clause = 0;
  private wordsInSentence = 0;
  private quotedUntil = -1;
  private quotedLine: boolean;

  constructor(normalised: Normalised) {
    this.normalised = normalised;
    this.text = normalised.text;
    this.quotedLine = this.text.startsWith(">");
  }

  readAll(): void {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      const kind = kindAt(text, at);
      if (kind === SPACE) {
        if (text.charCodeAt(at) === LINE_FEED) {
          this.endSentence(false);
          this.quotedLine = text.startsWith(">", at + 1);
        }
        at++;
      } else if (kind === LETTER || kind === MARK) at = this.readWord(at);
      else if (kind === DIGIT) at = this.readDigits(at);
      else at = this.readSign(at);
    }
    if (this.wordsInSentence > 0) this.reading.asks[this.sentence] ??= false;
  }

  private endSentence(asked: boolean): void {
    const { asks } = this.reading;
    if (this.wordsInSentence === 0) {
      if (asked && this.sentence > 0) asks[this.sentence - 1] = true;
      return;
    }
    asks[this.sentence] = asked;
    this.sentence++;
    this.clause++;
    this.wordsInSentence = 0;
  }

  private push(
    word: string,
    kind: Token["kind"],
    from: number,
    to: number,
    capital: boolean,
    note?: WordNote,
  ): void {
    this.reading.tokens.push({
      word,
      forms: undefined,
      kind,
      start: this.normalised.startOf(from),
      end: this.normalised.endOf(to - 1),
      sentence: this.sentence,
      clause: this.clause,
      quoted: from < this.quotedUntil || this.quotedLine,
      capital,
      value: kind === "number" ? numberIn(word) : undefined,
      note,
    });
    this.wordsInSentence++;
  }

  private mark(sign: string): void {
    const { marks, tokens } = this.reading;
    const last = marks.at(-1);
    // "!!!" is one sign, said louder.
    if (last?.at === tokens.length && last.sign.charAt(0) === sign) last.sign = sign + sign;
    else marks.push({ sign, at: tokens.length });
  }

  private feel(sign: string): void {
    this.reading.emoji.push(sign);
    this.reading.marks.push({ sign, at: this.reading.tokens.length });
  }

  private readWord(at: number): number {
    const { text } = this;
    const first = text.charCodeAt(at);
    if (first === 104 || first === 119) {
      URL_START.lastIndex = at;
      if (URL_START.test(text) && kindAt(text, URL_START.lastIndex) !== SPACE) {
        this.reading.urls++;
        this.mark("<url>");
        return endOfUrl(text, at);
      }
    }
    const end = endOfWord(text, at);
    const { parts, capital, shouted } = written(text.slice(at, end));
    if (shouted) this.reading.shouted++;
    for (const { word, from, to, turns, note } of parts) {
      if (turns) this.clause++;
      this.push(word, "word", at + from, at + to, capital, note);
    }
    return end;
  }

  private readDigits(at: number): number {
    DIGITS.lastIndex = at;
    const match = DIGITS.exec(this.text);
    const digits = match?.[0] ?? this.text.charAt(at);
    this.push(digits, match?.[1] === undefined ? "number" : "date", at, at + digits.length, false);
    return at + digits.length;
  }

  /** A handle or a hashtag; the sign alone is nothing. */
  private readName(from: number, isHashtag: boolean): number {
    const { text } = this;
    let end = from + 1;
    if (isHashtag) end = endOfHashtag(text, end);
    else while (end < from + 51 && isWordSign(text.charCodeAt(end))) end++;
    if (end === from + 1) return end;
    const name = text.slice(from, end);
    this.push(name.toLowerCase(), isHashtag ? "hashtag" : "handle", from, end, true);
    if (isHashtag) {
      for (const { word, from: start, to } of partsOfHashtag(name)) {
        if (BUT.has(word)) this.clause++;
        this.push(word, "word", from + start, from + to, false);
      }
    }
    return end;
  }

  private readSign(from: number): number {
    const { text } = this;
    const code = text.charCodeAt(from);
    const at = from + 1;
    if (code === AT_SIGN || code === NUMBER_SIGN) return this.readName(from, code === NUMBER_SIGN);
    if (code === EXCLAMATION || code === QUESTION || code === ELLIPSIS) {
      if (code === EXCLAMATION) this.reading.exclamations++;
      this.mark(text.charAt(from));
      this.endSentence(code === QUESTION);
      return at;
    }
    if (code === FULL_STOP) {
      if (text.charAt(at) === ".") this.mark("…");
      if (at === text.length || !isLetterOrNumber(text.charCodeAt(at))) this.endSentence(false);
      return at;
    }
    const sign = text.charAt(from);
    if (sign === ":" || sign === ";" || sign === "=" || sign === "<") {
      EMOTICON.lastIndex = from;
      const match = EMOTICON.exec(text);
      if (match) {
        this.feel(match[1] === undefined ? "❤" : (EMOTICON_EMOJI[match[1]] ?? "🙂"));
        return from + match[0].length;
      }
    }
    if (sign === "€" || sign === "$" || sign === "£") this.push(sign, "currency", from, at, false);
    else if (QUOTES.has(sign)) {
      if (from >= this.quotedUntil) this.quotedUntil = closingQuote(text, at);
      this.clause++;
      this.reading.marks.push({ sign: '"', at: this.reading.tokens.length });
    } else if (CLAUSE_MARKS.has(sign)) {
      // A hyphen inside a compound joins; only a free-standing one parts.
      if (sign !== "-" || text.charAt(at) === " ") this.clause++;
    } else if (code > LAST_PLAIN_SIGN) {
      const whole = text.codePointAt(from) ?? 0;
      const end = from + (whole > 0xffff ? 2 : 1);
      if (isPicture(whole)) this.feel(text.slice(from, end));
      return end;
    }
    return at;
  }
}

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
