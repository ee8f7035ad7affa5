// Over 300 lines: the cues of a text are found in one pass, and their rules for each other must not drift apart.
import type { Cue, CueKind } from "../complaint/cue.ts";
import type { Lang } from "../complaint/ids.ts";
import { readSayings, type Said } from "./grammar.ts";
import { findNames } from "./names.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { type Found, isNegated } from "./phrase-book.ts";
import { saysNo } from "./phrases.ts";
import type { PlaybookNames } from "./playbook-names.ts";
import { sumsIn } from "./sums.ts";
import type { Reading, Token } from "./tokens.ts";
import { type FirmsFound, findFirms } from "./who-is-named.ts";

/** A cue with the tokens it stands on, so that others can ask what is round it. */
export type CueFound = Cue & { first: number; last: number };

type Rule = { kind: CueKind; detail: string };

const IF = new Set(["if", "jos", "om", "ifall", "suppose", "unless", "wish", "jospa"]);
/** Said of what the writer does not do, or of others, a cue of relationship does not stand. */
const NEGATABLE = new Set<string>(["relationship", "churn", "warning", "request"]);
const MEMBERS_OF_HOUSEHOLD = new Set(
  (
    "son sons daughter daughters kid kids child children wife husband family boys girls " +
    "poika pojat poikani tytär tyttäreni lapset lapseni lapsi vaimo vaimoni mies mieheni perhe perheemme perheeni " +
    "son sonen söner dotter dottern döttrar barn barnen fru man frun familj familjen"
  ).split(" "),
);
const REFERS_BACK = new Set(["those", "them", "their", "heidän", "heille", "niihin", "deras", "dem"]);

/**
 * The cues of a text in one language, in order of place, none of one kind overlapping another of its kind.
 * Spans are UTF-16 offsets into the original. Negated relationship, leaving, warning and asking are left out,
 * so are leaving and warning inside a quotation; leaving under an "if" is kept with the detail `considers`.
 * `year` is the present year, for "since 2014".
 * @param read what the grammar of the language finds in the text, where somebody has read it already
 * @param firms the same of the brand's and its rivals' names
 */
export function findCues(
  reading: Reading,
  lang: Lang,
  names: PlaybookNames,
  year: number,
  read?: Said,
  firms: FirmsFound = findFirms(names, reading.tokens),
): CueFound[] {
  const { places, competitors } = firms;
  const tokens = withCapitals(reading.tokens, competitors);
  const said = read !== undefined && tokens === reading.tokens ? read : readSayings(tokens, lang);
  const cues: CueFound[] = [];
  const add = (cue: Omit<Cue, "start" | "end">, first: number, last: number) => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[last]?.end ?? 0;
    if (end > start) cues.push({ ...cue, start, end, first, last });
  };

  const supposed = supposedFrom(tokens);
  for (const { id, phrase, first, last } of said) {
    const cue = id.cue && judged({ id: id.cue, phrase, first, last }, tokens, lang, year, supposed);
    if (cue) add(cue, first, last);
  }
  const own = new Set<number>();
  for (const { first, last } of firms.own) for (let at = first; at <= last; at++) own.add(at);
  for (const at of rivalHandles(tokens, cues, own, firms.addressed))
    add({ kind: "competitor", detail: "named" }, at, at);
  for (const { id, first, last } of competitors) {
    if (first >= firms.addressed && !range(first, last).some((at) => own.has(at))) {
      add({ kind: "competitor", detail: "named", entity: id }, first, last);
    }
  }
  const products = findNames(names.products, tokens, { apart: true, places });
  const dealt = products.length === 0 ? NO_SENTENCE : sentencesOfDealing(tokens);
  for (const { id, first, last } of products) {
    if (dealt.has(tokens[first]?.sentence)) add({ kind: "product", entity: id }, first, last);
  }
  // A store's name mostly holds the brand's own.
  for (const { id, first, last } of findNames(names.stores, tokens, { places })) {
    add({ kind: "place", detail: "store", entity: id }, first, last);
  }
  for (const { first, last, minor } of sumsIn(tokens)) add({ kind: "sum", value: minor }, first, last);
  for (const at of orderNumbers(tokens)) add({ kind: "order-number" }, at, at);
  tokens.forEach((token, at) => {
    if (token.kind === "date") add({ kind: "date", detail: "day" }, at, at);
  });

  if (cues.length === 0) return cues;
  const rivalsNamed = cues.filter(({ kind }) => kind === "competitor");
  // A handle that is the brand's own is where the post is addressed, not a rival.
  const rivals = cues.filter(
    (cue) =>
      !(cue.kind === "competitor" && cue.entity === undefined && endsInOwn(cue, own)) &&
      !(
        cue.kind === "churn" &&
        (comesToUs(cue, tokens, own) || staysAwayFromRival(cue, rivalsNamed, tokens))
      ),
  );
  if (rivals.length < 2) return rivals;
  return [...longestOfEachKind(rivals), ...household(rivals, tokens)].sort(byPlace);
}

/** Cues in the order in which they stand. */
export const byPlace = (a: CueFound, b: CueFound): number =>
  a.start - b.start || a.end - b.end || Number(a.kind > b.kind) - Number(a.kind < b.kind);

/** In a language that nobody here reads, a competitor's name still is its name. Nothing else is guessed. */
export function namedCompetitors(reading: Reading, names: PlaybookNames): CueFound[] {
  return findNames(names.competitors, reading.tokens).flatMap(({ id, first, last }) => {
    const [from, to] = [reading.tokens[first], reading.tokens[last]];
    if (from === undefined || to === undefined) return [];
    return [
      {
        kind: "competitor" as const,
        detail: "named",
        entity: id,
        start: from.start,
        end: to.end,
        first,
        last,
      },
    ];
  });
}

const DEALING =
  /^(b(ought|uy|uying)|purchas|order|return|exchang|swap|refund|paid|pay|charg|cost|price|denied|refus|broke|broken|fault|defect|damag|missing|wrong|small|big|large|size|late|arriv|deliver|parcel|received|got|get|sold|ost[aieo]|tila[sut]|tilau|maks|palaut|vaih|hyvit|veloit|otettiin|hinta|hinnan|rikki|rikk|hajo|viall|vika|puut|vää|koko|kokoa|pieni|piene|suur|myöh|saap|saan|sain|saa|köp|beställ|betal|retur|byt|återbet|pris|kosta|trasig|sönder|fel|sakna|sen|lever|fick|fått|storlek|liten|för)/u;

const NO_SENTENCE: ReadonlySet<number | undefined> = new Set();

/** Sentences in which something was bought, paid, sent or found wanting: only there a product is the matter. */
function sentencesOfDealing(tokens: readonly Token[]): ReadonlySet<number | undefined> {
  const sentences = new Set<number | undefined>();
  for (const token of tokens) {
    if (token.kind === "currency" || (token.kind === "word" && DEALING.test(token.word)))
      sentences.add(token.sentence);
  }
  return sentences;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

const endsInOwn = (cue: CueFound, own: ReadonlySet<number>): boolean =>
  own.has(cue.last) || own.has(cue.first);

const COMPARES = new Set(
  "than better cheaper faster vs versus unlike deal deals or instead compared bättre billigare jämfört parempi halvempi kuin".split(
    " ",
  ),
);
/** Stand-ins that data sets and platforms put for a person's handle. */
const NO_ONE = new Set(["@user", "@username", "@mention"]);

/**
 * A second handle beside our own, in a sentence that leaves or compares, is where the writer goes or looks.
 * Only where our own handle is known: without it nobody can say which of two is the rival.
 */
function rivalHandles(
  tokens: readonly Token[],
  cues: readonly CueFound[],
  own: ReadonlySet<number>,
  addressed: number,
): number[] {
  if (own.size === 0) return [];
  const telling = new Set(
    cues.filter((cue) => cue.kind === "churn").map((cue) => tokens[cue.first]?.sentence),
  );
  for (const token of tokens) if (COMPARES.has(token.word)) telling.add(token.sentence);
  return tokens.flatMap((token, at) =>
    token.kind === "handle" &&
    at >= addressed &&
    !own.has(at) &&
    !NO_ONE.has(token.word) &&
    telling.has(token.sentence)
      ? [at]
      : [],
  );
}

const TOWARDS = new Set(["to", "till", "towards", "over"]);
/** "For you" may be anything; "for" and our name is where somebody goes. */
const INSTEAD = new Set(["for", "för"]);
const US = new Set(["you", "er", "ni", "u"]);

/** "Thinking of switching to you", "left them for @us": whoever comes to us does not leave us. */
function comesToUs(cue: CueFound, tokens: readonly Token[], own: ReadonlySet<number>): boolean {
  for (let at = cue.first; at <= cue.last + 2; at++) {
    const { word = "" } = tokens[at] ?? {};
    if (TOWARDS.has(word) && (own.has(at + 1) || US.has(tokens[at + 1]?.word ?? ""))) return true;
    if (INSTEAD.has(word) && at > cue.first && own.has(at + 1)) return true;
  }
  return false;
}

/** "Never going to your competitor", "would not go with any other network": that is loyalty. */
function staysAwayFromRival(cue: CueFound, rivals: readonly CueFound[], tokens: readonly Token[]): boolean {
  if (!saysNoAt(tokens, cue.first) && !saysNoAt(tokens, cue.first + 1)) return false;
  return rivals.some(
    (other) =>
      other.first <= cue.last + 2 &&
      other.last >= cue.first &&
      tokens[other.first]?.sentence === tokens[cue.last]?.sentence,
  );
}

/** A listed rival is a name however it is written: "takas kicksille" goes where "takas Kicksille" goes. */
function withCapitals(
  tokens: readonly Token[],
  rivals: readonly { first: number; last: number }[],
): readonly Token[] {
  const lower = new Set<number>();
  for (const { first, last } of rivals) {
    for (let at = first; at <= last; at++) {
      if (tokens[at]?.kind === "word" && !tokens[at]?.capital) lower.add(at);
    }
  }
  if (lower.size === 0) return tokens;
  return tokens.map((token, at) => (lower.has(at) ? { ...token, capital: true } : token));
}

/**
 * "Never buy there" at the head of a sentence is advice to others; "never again" is not. Finnish says who:
 * "en osta" is the writer, "älä osta" the reader.
 */
function isAdvice({ first, last }: Found<Rule>, tokens: readonly Token[]): boolean {
  const starts =
    tokens[first - 1]?.sentence !== tokens[first]?.sentence || tokens[first - 1]?.kind === "handle";
  if (!starts || !saysNoAt(tokens, first)) return false;
  return !tokens.slice(first, last + 1).some(({ word }) => AGAIN.has(word) || OF_THE_WRITER.has(word));
}
const saysNoAt = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && saysNo(token);
};
const OF_THE_WRITER = new Set("i we me us my our jag vi mig oss min vår mina våra".split(" "));
const AGAIN = new Set("again anymore ever more mer igen längre enää ikinä koskaan back tillbaka".split(" "));

function judged(
  found: Found<Rule>,
  tokens: readonly Token[],
  lang: Lang,
  year: number,
  supposed: (first: number) => boolean,
): Omit<Cue, "start" | "end"> | undefined {
  const { kind, detail } = found.id;
  const quoted = tokens[found.first]?.quoted ?? false;
  if (quoted && (kind === "churn" || kind === "warning")) return undefined;
  if (NEGATABLE.has(kind) && !found.phrase.negates && isNegated(tokens, found.first)) return undefined;
  if (kind === "churn" && lang !== "fi" && isAdvice(found, tokens)) return undefined;
  const considers = kind === "churn" && supposed(found.first);
  const value = numberSaid(found, tokens, year);
  return { kind, detail: considers ? "considers" : detail, ...(value === undefined ? {} : { value }) };
}

/** Whether an "if" stands before a place in its sentence. The sentences are read once, and only when one is asked. */
function supposedFrom(tokens: readonly Token[]): (first: number) => boolean {
  let ifs: Map<number, number> | undefined;
  return (first) => {
    if (ifs === undefined) {
      ifs = new Map();
      for (let at = tokens.length - 1; at >= 0; at--) {
        const token = tokens[at];
        if (token !== undefined && IF.has(token.word)) ifs.set(token.sentence, at);
      }
    }
    return (ifs.get(tokens[first]?.sentence ?? -1) ?? first) < first;
  };
}

const EARLIEST_YEAR = 1930;

/** Years of a tenure, times of a repeated contact; nothing where no number was said. */
function numberSaid(
  { id, first, last }: Found<Rule>,
  tokens: readonly Token[],
  year: number,
): number | undefined {
  if (id.detail !== "tenure" && id.kind !== "repeated-contact") return undefined;
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (!token) continue;
    const said = token.value ?? NUMBER_WORDS.get(token.word);
    if (said === undefined) continue;
    if (id.kind === "repeated-contact") return said <= 100 ? said : undefined;
    if (said >= EARLIEST_YEAR) return said <= year ? year - said : undefined;
    return said <= 100 ? said : undefined;
  }
  return undefined;
}

/** Nobody means more; a text made to fill the store does. */
const MOST_OF_A_KIND = 40;

/** Of cues of one kind that overlap, the longest, a named one before all; of equally long ones the first found. */
function longestOfEachKind(cues: readonly CueFound[]): CueFound[] {
  const taken = new Map<string, Set<number>>();
  const ranked = [...cues].sort(
    (a, b) =>
      Number(b.entity !== undefined) - Number(a.entity !== undefined) || b.end - b.start - (a.end - a.start),
  );
  const counts = new Map<string, number>();
  return ranked.filter((cue) => {
    const places = taken.get(cue.kind) ?? new Set<number>();
    taken.set(cue.kind, places);
    const tokens = range(cue.first, cue.last);
    const count = counts.get(cue.kind) ?? 0;
    if (count >= MOST_OF_A_KIND || tokens.some((at) => places.has(at))) return false;
    counts.set(cue.kind, count + 1);
    for (const at of tokens) places.add(at);
    return true;
  });
}

/** How many sentences back "those" and "them" can mean the writer's family. */
const SENTENCES_BACK = 3;

/** "My sons play … All the gear for those is from you": the breadth is the household's. */
function household(cues: readonly CueFound[], tokens: readonly Token[]): CueFound[] {
  const breadth = cues.find((cue) => cue.detail === "breadth");
  const sentence = breadth && tokens[breadth.first]?.sentence;
  if (!breadth || sentence === undefined) return [];
  const refers = tokens.some((t) => t.sentence === sentence && REFERS_BACK.has(t.word));
  const family = tokens.some(
    (t) =>
      t.sentence < sentence && t.sentence >= sentence - SENTENCES_BACK && MEMBERS_OF_HOUSEHOLD.has(t.word),
  );
  return refers && family ? [{ ...breadth, detail: "household" }] : [];
}

const ORDER_WORD =
  /^(order|orders|ordernumber|orderno|ordernr|ordernummer|tilau|tilaus|tilausnumero|tilausnro|tilnro|tilaukse|beställning|best|booking|case|ref|reference|viite|ärende|tracking|seuranta|paket|paketti|försändelse|kolli|varaus|varausnumero|bokning)/u;
const SHORTEST_ORDER = 5;

function orderNumbers(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "hashtag" && token.kind !== "number") return;
    const digits = token.word.replace(/\D/gu, "").length;
    if (digits < SHORTEST_ORDER) return;
    if (token.kind === "hashtag" && /^#\d+$/u.test(token.word)) found.push(at);
    if (token.kind !== "number" || /[.,]/u.test(token.word)) return;
    const near = tokens.slice(Math.max(0, at - 4), at);
    if (near.some((t) => t.sentence === token.sentence && ORDER_WORD.test(t.word))) found.push(at);
  });
  return found;
}
