import type { AuthorMatch, MatchCandidate } from "./author-match.ts";
import type { Instant } from "./ids.ts";
import type { Purchase } from "./relationship.ts";
import type { Said } from "./said.ts";

type Scored = { readonly purchases: readonly Purchase[]; readonly score: MatchCandidate };
type Question = NonNullable<AuthorMatch["question"]>;

/** Candidates less likely than this share of the best are not worth a question. */
const WORTH_ASKING = 1 / 1000;
/** An easy question must at least nearly halve the candidates; otherwise only the order number decides. */
const WORTH_BITS = 0.8;
const WEEK_MS = 7 * 86_400_000;

/**
 * The question whose answer would part the candidates most, counted over their last purchase before the post.
 * What the post has said already is not asked again. With one candidate or none, a store or a week would confirm
 * what anybody might guess: only the order number proves it.
 */
export function bestQuestion(said: Said, scored: readonly Scored[], postedAt: Instant): Question {
  const best = scored[0]?.score.posterior ?? 0;
  const likely = scored.filter(({ score }) => score.posterior >= best * WORTH_ASKING);
  const lasts = likely.map(({ purchases, score }) => ({
    last: lastBefore(purchases, postedAt),
    weight: score.posterior,
  }));
  const parts = (answer: (last: Purchase | undefined) => string) =>
    entropyBits(lasts.map(({ last, weight }) => ({ answer: answer(last), weight })));
  const store = said.stores.size > 0 ? 0 : parts((last) => last?.store ?? "none");
  const week =
    said.windows.length === 0
      ? parts((last) => (last ? String(Math.floor(Date.parse(last.date) / WEEK_MS)) : "none"))
      : 0;
  if (Math.max(store, week) < WORTH_BITS) return "order-number";
  return week > store ? "which-week" : "which-store";
}

const lastBefore = (purchases: readonly Purchase[], postedAt: Instant): Purchase | undefined =>
  purchases
    .filter(({ date }) => date <= postedAt.slice(0, 10))
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
