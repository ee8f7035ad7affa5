import type { Cue } from "../complaint/cue.ts";
import type { PriceListLine } from "../complaint/playbook.ts";
import type { Noun, PhraseSet, Said, Spotted } from "./reply-phrases/phrase-set.ts";

/** What the writer said in public and a reply may say back: flags, and words for the slots. */
export type SaidBack = {
  readonly flags: ReadonlySet<Said>;
  readonly slots: Readonly<Record<string, string>>;
};

/** Where the beginning of a word of `spot` stands in the text; -1 where none does. */
function spotted(lower: string, entry: Pick<Spotted, "spot">): number {
  let first = -1;
  for (const spot of entry.spot) {
    const at = indexOfWordStart(lower, spot);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

function indexOfWordStart(lower: string, word: string, from = 0): number {
  for (let at = lower.indexOf(word, from); at >= 0; at = lower.indexOf(word, at + 1)) {
    const before = at === 0 ? " " : (lower[at - 1] ?? " ");
    if (!/[\p{L}\p{N}]/u.test(before)) return at;
  }
  return -1;
}

/**
 * Reads from the public text alone what can be said back in paraphrase: that the writer understood us, what was
 * bought from us and for whom, for how long, what was missing. Nothing of a match or a purchase history comes in.
 *
 * @param line the price-list line that the text points at; only its names are used, to know which thing is meant
 */
export function readSaid(
  text: string,
  cues: readonly Cue[],
  set: PhraseSet,
  line: PriceListLine | undefined,
): SaidBack {
  const flags = new Set<Said>();
  const slots: Record<string, string> = {};
  const lower = text.normalize("NFKC").toLowerCase();
  for (const [said, patterns] of Object.entries(set.said)) {
    if (patterns?.some((pattern) => pattern.test(text))) flags.add(said as Said);
  }
  const relationship = cues.filter((cue) => cue.kind === "relationship");
  const has = (...details: string[]) =>
    relationship.some((cue) => cue.detail !== undefined && details.includes(cue.detail));

  const noun = nounOf(lower, set, line);
  Object.assign(slots, isPair(lower, set, noun) ? set.again.pair : set.again.one);
  // A thing said by its name, or as "the product", needs no pronoun to agree with it.
  slots["thing"] = noun?.say ?? set.theProduct;
  if (noun) {
    flags.add("noun");
    slots["noun"] = noun.say;
    slots["nounPart"] = noun.part ?? noun.say;
    slots["s"] = noun.plural ? "" : "s";
    slots["rel"] = noun.plural ? "jotka sopivat" : "joka sopii";
  }
  const topics = set.topics.filter((topic) => spotted(lower, topic) >= 0 && topic.id !== topicOf(line));
  if (topics.length >= 2 && has("breadth", "household", "standing", "own-sum")) {
    flags.add("breadth");
    slots["breadth"] = topics
      .toSorted((a, b) => spotted(lower, a) - spotted(lower, b))
      .slice(0, 3)
      .map((topic) => topic.say)
      .reduce((list, topic, at, { length }) => {
        const last = length === 2 ? set.list.two : set.list.more;
        return at === 0 ? topic : `${list}${at === length - 1 ? last : ", "}${topic}`;
      }, "");
  }
  const years = relationship
    .filter((cue) => cue.detail === "tenure")
    .map((cue) => yearsOf(cue, text))
    .find((number) => number >= 2);
  if (years !== undefined) {
    flags.add("tenure");
    slots["years"] = set.numbers[years - 2] ?? String(years);
  }
  if (has("standing")) flags.add("standing");
  const again = cues.find(
    (cue) => cue.kind === "repeated-contact" && cue.value !== undefined && cue.value >= 2,
  );
  if (again?.value !== undefined) {
    flags.add("times");
    slots["times"] = set.numbers[again.value - 2] ?? String(again.value);
  }
  const lacking = lower.split(/[.!?;:,\n]/u).filter((clause) => set.lack.test(clause));
  const part = set.parts.find((entry) => lacking.some((clause) => spotted(clause, entry) >= 0));
  if (part) {
    flags.add("missing");
    const all = set.allOf.say !== "" && set.allOf.spot.some((spot) => indexOfWordStart(lower, spot) >= 0);
    slots["missing"] = all ? `${set.allOf.say} ${part.say}` : part.say;
  }
  const who = whoOf(lower, set, noun);
  if (who) {
    flags.add("who");
    slots["who"] = who.say;
  }
  return { flags, slots };
}

/** Whether what is meant is said as "them": the thing itself, or else every thing that the writer names. */
function isPair(lower: string, set: PhraseSet, noun: Noun | undefined): boolean {
  if (noun) return noun.plural;
  const named = set.nouns.filter((other) => spotted(lower, other) >= 0);
  return named.length > 0 && named.every((other) => other.plural);
}

/** The number often stands just after the words that the cue holds. */
const reach = 16;

/** Seasons, children and the year 2011 are numbers too, and no years. */
const yearWord = /(?<!\p{L})(?:years?|yrs|vuo(?:tta|den|sia|sien)|år)(?!\p{L})/iu;

/** Whole years that a tenure cue tells, by its value or its own digits; 0 where it tells none. */
function yearsOf(cue: Cue, text: string): number {
  const around = text.slice(Math.max(0, cue.start - reach), cue.end + reach);
  if (cue.value !== undefined) {
    const isYears = Number.isInteger(cue.value) && cue.value < 100 && yearWord.test(around);
    return isYears ? cue.value : 0;
  }
  const said = /(\d{1,2})\s*(?:years?|yrs|vuo\p{L}*|år)(?!\p{L})/iu.exec(
    text.slice(cue.start, cue.end + reach),
  );
  return said ? Number(said[1]) : 0;
}

/** The thing that is meant: one that the price-list line names and the writer wrote; else none, rather than a guess. */
function nounOf(lower: string, set: PhraseSet, line: PriceListLine | undefined): Noun | undefined {
  if (!line) return undefined;
  const names = [line.names.en, line.names.fi, line.names.sv]
    .flatMap((words) => words ?? [])
    .join(" | ")
    .toLowerCase();
  return set.nouns.find((noun) => {
    const isNamed = noun.spot.some((spot) => indexOfWordStart(names, spot) >= 0);
    return (
      isNamed &&
      (spotted(lower, noun) >= 0 ||
        set.nouns.some(
          (kin) =>
            kin.plural === noun.plural &&
            kin.id === "shoes" &&
            noun.id === "boots" &&
            spotted(lower, kin) >= 0,
        ))
    );
  });
}

const topicOf = (line: PriceListLine | undefined): string | undefined => line?.category;

/** Whom the thing is for: the last of the family named before it. */
function whoOf(lower: string, set: PhraseSet, noun: Noun | undefined): Spotted | undefined {
  if (!noun) return undefined;
  const kin = set.nouns.filter(
    (other) => other.id === noun.id || (noun.id === "boots" && other.id === "shoes"),
  );
  const at = Math.max(...kin.map((other) => spotted(lower, other)));
  if (at < 0) return undefined;
  let found: Spotted | undefined;
  let place = -1;
  for (const member of set.family) {
    for (const spot of member.spot) {
      for (
        let here = indexOfWordStart(lower, spot);
        here >= 0 && here < at;
        here = indexOfWordStart(lower, spot, here + 1)
      ) {
        if (here > place) {
          place = here;
          found = member;
        }
      }
    }
  }
  return found;
}
