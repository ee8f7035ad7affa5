import { byPlace, type CueFound } from "./cues.ts";
import { type Sentence, type SentenceModel, sentencesOf, weigher } from "./model/sentence-model.ts";
import { aroundIn, type Sight } from "./see.ts";
import type { Reading } from "./tokens.ts";

/** The kinds that a model weighs beside the grammar; the other kinds are the grammar's alone. */
export const WEIGHED = ["relationship", "competitor", "churn", "warning"] as const;
export type Weighed = (typeof WEIGHED)[number];

/** Words that a cue found by its weight alone spans at most; what agents are shown should be read at a glance. */
const LONGEST_SPAN = 8;
/** What a cue that no rule knows is called: its words weigh, and no rule says how. */
const BY_WEIGHT = "worded";
/** Where nobody complains, words must say a cue the more plainly: of talk among people they would tell stories. */
const MORE_PLAINLY = 1;

/**
 * What the grammar found stands. Of the four kinds that order attention a text gains one that no rule found where
 * the words of a sentence say it; the words that weighed most are its place, or the firm that is named.
 * The other kinds are the grammar's alone.
 * @param known `addressed`: it is known which brand the text is written to; `isComplaint`: it is taken for one
 */
export function weighCues(
  model: SentenceModel,
  sight: Sight,
  known: { addressed: boolean; isComplaint: boolean },
): CueFound[] {
  const { reading, cues, who } = sight;
  const speaksToUs = known.addressed && (known.isComplaint || sight.features.addressed > 0);
  if (!speaksToUs && !isWrittenToAFirm(reading, cues)) return cues;
  const more = known.isComplaint ? 0 : MORE_PLAINLY;
  const weighed = weigher(model, reading, aroundIn(sight));
  const best: ({ sum: number; sentence: Sentence } | undefined)[] = [];
  for (const sentence of sentencesOf(reading.tokens)) {
    weighed.sums(sentence).forEach((sum, head) => {
      if (sum > (best[head]?.sum ?? Number.NEGATIVE_INFINITY)) best[head] = { sum, sentence };
    });
  }
  const gained = WEIGHED.flatMap((kind, head): CueFound[] => {
    const found = best[head];
    if (found === undefined || found.sum < (model.from[head] ?? 0) + more) return [];
    if (cues.some((cue) => cue.kind === kind)) return [];
    const cue =
      namedIn(reading, found.sentence, kind, who) ??
      heaviest(reading, found.sentence.first, weighed.byToken(found.sentence), head, kind);
    return cue ? [cue] : [];
  });
  return gained.length === 0 ? cues : [...cues, ...gained].sort(byPlace);
}

/**
 * Words that weigh weigh towards a firm. Where nobody says which brand is addressed, or nobody complains or speaks
 * to it, and no rule found a cue either, what is left may be talk among people.
 */
const isWrittenToAFirm = ({ tokens }: Reading, cues: readonly CueFound[]): boolean =>
  tokens[0]?.kind === "handle" || cues.some(({ kind }) => WEIGHED.some((weighed) => weighed === kind));

/** Where a rival is meant and a firm is named, the name is what is shown. */
function namedIn(
  { tokens }: Reading,
  { first, last }: { first: number; last: number },
  kind: CueFound["kind"],
  who: Sight["who"],
): CueFound | undefined {
  if (kind !== "competitor") return undefined;
  for (const as of ["rival", "peer", "firm"]) {
    for (let at = first; at <= last; at++) {
      if (who.get(at) !== as) continue;
      let end = at;
      while (end < last && who.get(end + 1) === as) end++;
      const [from, to] = [tokens[at], tokens[end]];
      if (from && to) return { kind, detail: "named", start: from.start, end: to.end, first: at, last: end };
    }
  }
  return undefined;
}

/** The run of words that gave most to a kind (Kadane 1984), cut to what can be read at a glance. */
function heaviest(
  { tokens }: Reading,
  first: number,
  byToken: Float64Array,
  head: number,
  kind: CueFound["kind"],
): CueFound | undefined {
  const length = byToken.length / WEIGHED.length;
  let best = { from: 0, to: 0, sum: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < length; from++) {
    let sum = 0;
    for (let to = from; to < length && to < from + LONGEST_SPAN; to++) {
      sum += byToken[to * WEIGHED.length + head] ?? 0;
      if (sum > best.sum) best = { from, to, sum };
    }
  }
  const start = tokens[first + best.from];
  const end = tokens[first + best.to];
  if (start === undefined || end === undefined || best.sum <= 0) return undefined;
  return {
    kind,
    detail: BY_WEIGHT,
    start: start.start,
    end: end.end,
    first: first + best.from,
    last: first + best.to,
  };
}
