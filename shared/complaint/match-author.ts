import type { AuthorMatch, Evidence, MatchCandidate } from "./author-match.ts";
import type { AgentId, CustomerId, Instant } from "./ids.ts";
import { type Asked, ask } from "./match-band.ts";
import { factEvidence } from "./match-evidence.ts";
import { nameEvidence, type Population } from "./match-name.ts";
import { bestQuestion } from "./match-question.ts";
import { posteriorOf, priorBits } from "./match-score.ts";
import { assumeShares } from "./match-shares.ts";
import {
  GREY_POSTERIOR,
  LINK_MARGIN_BITS,
  LINK_POSTERIOR,
  LINK_PURCHASE_BITS,
  MATCH_WEIGHTS,
} from "./match-weights.ts";
import { nameTokens } from "./names.ts";
import type { Playbook } from "./playbook.ts";
import type { Customer, Purchase } from "./relationship.ts";
import { readSaid, type Said, type SaidCue } from "./said.ts";
import { dayOf } from "./sold-counts.ts";

export { MATCH_WEIGHTS } from "./match-weights.ts";

/** Someone whose name is like the writer's, with everything they bought. */
export type Candidate = { readonly customer: Customer; readonly purchases: readonly Purchase[] };

export type MatchFacts = {
  /** As the platform shows it; absent where it gives none. */
  readonly authorName?: string;
  readonly cues: readonly SaidCue[];
  /** The post's wording, read for sorts of goods that no cue holds. */
  readonly wording?: string;
  readonly candidates: readonly Candidate[];
  /** `nameFrequency`: share of customers, 0 to 1, who bear a folded name word; 0 when nobody does. */
  readonly population: Population;
  readonly postedAt: Instant;
  readonly playbook: Pick<Playbook, "priceList" | "stores" | "ownNames">;
  /** False where the brand has switched matching off for the platform. */
  readonly enabled: boolean;
  /** A link that the customer or an agent has confirmed before. */
  readonly confirmed?: { readonly customer: CustomerId; readonly by: "customer" | AgentId };
  readonly now: Instant;
};

const SHOWN_CANDIDATES = 3;
/** A case that is closed longer is a new one, and so is its hypothesis. */
const HYPOTHESIS_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Facts that open the door to a link. Amount and date add to the score and are no such fact: many pay the same sum in
 * the same week. Nor is the time as a customer: it fits most of those who came in the same years.
 */
const PURCHASE_FACTS: ReadonlySet<Evidence["kind"]> = new Set(["product", "category", "breadth", "store"]);

/**
 * Is the writer a customer, and which? A score after Fellegi and Sunter: log2 of the prior odds plus the bits of each
 * agreement and contradiction; the order of candidates, cues and purchases does not matter.
 *
 * @returns `link` with a whole name, facts of a purchase that tell, posterior ≥ .99 and twenty times the odds of the
 * next; `grey` with at most three candidates from .5; else `none`. Where it is not `link`, the question that would
 * decide most. A confirmed identity stands before any evidence, also where matching is switched off: it is what the
 * person told the brand, not a guess.
 */
export function matchAuthor(facts: MatchFacts): AuthorMatch {
  const { confirmed, now } = facts;
  const none = { decision: "none" as const, candidates: [], matchedAt: now };
  if (confirmed?.by === "customer") return settled(confirmed.customer, "confirmed-by-customer", now);
  if (confirmed !== undefined) {
    return { ...settled(confirmed.customer, "confirmed-by-agent", now), confirmedBy: confirmed.by };
  }
  if (!facts.enabled) return { ...none, basis: "switched-off" };
  const authorName = facts.authorName ?? "";
  if (nameTokens(authorName).length === 0) return { ...none, basis: "no-name", question: "order-number" };
  const named = facts.candidates.filter(({ customer }) => nameTokens(customer.name ?? "").length > 0);
  if (named.length === 0) return { ...none, basis: "no-candidates", question: "order-number" };

  const said = readSaid(facts.cues, facts.playbook, facts.postedAt.slice(0, 10), facts.wording);
  const shares = facts.population.shares ?? assumeShares(facts.playbook);
  const candidates = unique(named);
  const scoredBy = (what: Said) => {
    const asked = ask(what, dayOf(facts.postedAt), shares, facts.playbook);
    return candidates
      .map((candidate) => ({ ...candidate, score: scoreOf(candidate, authorName, facts, asked) }))
      .toSorted((a, b) => b.score.bits - a.score.bits || (a.score.customer < b.score.customer ? -1 : 1));
  };
  const scored = scoredBy(said);
  const shown = scored
    .map(({ score }) => score)
    .filter(({ posterior }) => posterior >= GREY_POSTERIOR)
    .slice(0, SHOWN_CANDIDATES);
  const expiresAt = new Date(Date.parse(now) + HYPOTHESIS_DAYS * DAY_MS).toISOString();
  const found = { candidates: shown, basis: "evidence" as const, matchedAt: now };
  const customer = linkOf(scored);
  if (customer !== undefined) return { ...found, decision: "link", customer, expiresAt };
  const question = bestQuestion(said, scored, facts.postedAt, (answered) => linkOf(scoredBy(answered)));
  if (shown.length > 0) return { ...found, decision: "grey", question, expiresAt };
  return { ...found, decision: "none", question };
}

const settled = (
  customer: CustomerId,
  basis: "confirmed-by-customer" | "confirmed-by-agent",
  now: Instant,
): AuthorMatch => ({ decision: "link", customer, candidates: [], basis, matchedAt: now });

/** Several queries find the same customer more than once. */
const unique = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(candidates.map((candidate) => [candidate.customer.id, candidate])).values(),
];

function scoreOf(
  { customer, purchases }: Candidate,
  authorName: string,
  facts: MatchFacts,
  asked: Asked,
): MatchCandidate {
  const evidence = [
    ...nameEvidence(authorName, customer.name ?? "", facts.population),
    ...factEvidence(asked, customer, purchases),
  ];
  const customers = Math.max(
    MATCH_WEIGHTS.smallestClientele,
    facts.population.customers,
    facts.candidates.length,
  );
  const prior = MATCH_WEIGHTS.writerIsCustomer / customers;
  const bits = evidence.reduce((sum, one) => sum + one.bits, priorBits(prior));
  return {
    customer: customer.id,
    bits: Math.round(bits * 1000) / 1000,
    posterior: posteriorOf(bits),
    evidence,
  };
}

/** Who is linked, of candidates with the likeliest first. */
function linkOf([best, next]: readonly { readonly score: MatchCandidate }[]): CustomerId | undefined {
  if (best === undefined) return undefined;
  const { evidence, posterior, bits, customer } = best.score;
  const name = evidence.find(({ kind }) => kind === "name");
  const facts = evidence.filter(({ kind }) => PURCHASE_FACTS.has(kind));
  const isLink =
    (name?.level === "exact" || name?.level === "close") &&
    facts.reduce((sum, each) => sum + each.bits, 0) >= LINK_PURCHASE_BITS &&
    posterior >= LINK_POSTERIOR &&
    (next === undefined || bits - next.score.bits >= LINK_MARGIN_BITS);
  return isLink ? customer : undefined;
}
