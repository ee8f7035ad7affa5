import type { AuthorMatch, MatchCandidate } from "./author-match.ts";
import type { CustomerId, Instant } from "./ids.ts";
import type { Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";
import { dayOf } from "./sold-counts.ts";

type Scored = { readonly purchases: readonly Purchase[]; readonly score: MatchCandidate };
type Question = NonNullable<AuthorMatch["question"]>;
type Easy = Exclude<Question, "order-number">;

/** Candidates less likely than this share of the best are not worth a question. */
const WORTH_ASKING = 1 / 1000;
/** Where more may have written, no easy question leaves one; the likeliest stand for all. */
const MOST_ASKED = 8;
/** A question is worth asking when it settles the matter more likely than not, for those who may have written. */
const WORTH_SETTLING = 0.5;
/** Or when it at least nearly halves the candidates, so that an agent sees who it is. */
const WORTH_BITS = 0.8;
/** "Which week?" is answered to within so many days. */
const WEEK_SLACK_DAYS = 3;

/**
 * The question whose answer would decide most. Each candidate is taken to answer by their last purchase before the
 * post; what the post has said already is not asked again. Where neither store nor week would tell, only the order
 * number does.
 *
 * @param linked who would be linked if a post said this
 */
export function bestQuestion(
  said: Said,
  scored: readonly Scored[],
  postedAt: Instant,
  linked: (said: Said) => CustomerId | undefined,
): Question {
  const best = scored[0]?.score.posterior ?? 0;
  const likely = scored
    .filter(({ score }) => score.posterior >= best * WORTH_ASKING)
    .slice(0, MOST_ASKED)
    .map(({ purchases, score }) => ({ score, last: lastBefore(purchases, postedAt) }));
  const easy: readonly Easy[] = [
    ...(said.stores.size > 0 ? [] : (["which-store"] as const)),
    ...(said.windows.length > 0 ? [] : (["which-week"] as const)),
  ];
  const answerOf = (question: Easy, last: Purchase | undefined) =>
    last === undefined ? undefined : question === "which-store" ? last.store : last.date;

  const settles = (question: Easy): number => {
    const decided = new Map<string, CustomerId | undefined>();
    const right = likely.filter(({ score, last }) => {
      const answer = answerOf(question, last);
      if (answer === undefined) return false;
      if (!decided.has(answer)) decided.set(answer, linked(withAnswer(said, question, answer, postedAt)));
      return decided.get(answer) === score.customer;
    });
    return weightOf(right) / weightOf(likely);
  };
  const parts = (question: Easy): number =>
    entropyBits(
      likely.map(({ score, last }) => {
        const answer = answerOf(question, last) ?? "none";
        const week = Math.floor(dayOf(answer) / 7);
        return { answer: question === "which-week" ? String(week) : answer, weight: score.posterior };
      }),
    );
  return (
    highest(easy, settles, WORTH_SETTLING) ?? highest(easy, parts, WORTH_BITS) ?? ("order-number" as const)
  );
}

/** The first of the best, if it reaches what it must. */
function highest(of: readonly Easy[], worth: (question: Easy) => number, least: number): Easy | undefined {
  const [best] = of
    .map((question) => ({ question, worth: worth(question) }))
    .toSorted((a, b) => b.worth - a.worth);
  return best !== undefined && best.worth >= least ? best.question : undefined;
}

/** As if the post had said it. */
function withAnswer(said: Said, question: Easy, answer: string, postedAt: Instant): Said {
  if (question === "which-store") return { ...said, stores: new Set([answer]) };
  const daysAgo = dayOf(postedAt) - dayOf(answer);
  const window = {
    fromDays: Math.max(0, daysAgo - WEEK_SLACK_DAYS),
    toDays: daysAgo + WEEK_SLACK_DAYS,
  };
  return { ...said, windows: [window] };
}

const weightOf = (of: readonly { score: MatchCandidate }[]): number =>
  of.reduce((sum, { score }) => sum + score.posterior, 0);

const lastBefore = (purchases: readonly Purchase[], postedAt: Instant): Purchase | undefined =>
  purchases
    .filter(({ date, amountMinor }) => date <= postedAt.slice(0, 10) && amountMinor > 0)
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))[0];

function entropyBits(answers: readonly { answer: string; weight: number }[]): number {
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  for (const { answer, weight } of answers) weights.set(answer, (weights.get(answer) ?? 0) + weight);
  return [...weights.values()].reduce((bits, weight) => {
    const share = total > 0 ? weight / total : 0;
    return share > 0 ? bits - share * Math.log2(share) : bits;
  }, 0);
}
