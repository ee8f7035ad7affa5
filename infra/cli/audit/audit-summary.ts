import type { Audited } from "./audit-row.ts";

/** Rules whose findings tell of a person what is nobody else's business. */
const PRIVATE_FACTS: ReadonlySet<string> = new Set([
  "order-data",
  "customer-history",
  "purchase-date",
  "contact-data",
  "not-named-by-writer",
  "asks-for-secrets",
]);
const SCORE_STEP = 20;

/** What many replies come to; shares are 0 to 1, null where there is nothing to count. Stable contract. */
export type AuditSummary = {
  readonly replies: number;
  readonly notRead: number;
  readonly toComplaints: number;
  /** Replies with at least one hard finding. */
  readonly withHard: number;
  readonly meanScore: number | null;
  /** How many replies score 0, 20, … 100. */
  readonly scores: readonly { readonly score: number; readonly replies: number }[];
  /** Of the answers to complaints. */
  readonly share: {
    readonly withoutEmpathy: number | null;
    readonly withoutApology: number | null;
    readonly withoutNextStep: number | null;
    /** Of all that were read. */
    readonly withPrivateFacts: number | null;
  };
  readonly minutesToAnswer: {
    readonly known: number;
    readonly median: number | null;
    readonly p90: number | null;
  };
  /** How many answers came within so many minutes; the last has no end. */
  readonly answeredWithin: readonly { readonly minutes: number | null; readonly replies: number }[];
  /** By rule: replies in which it was found, hard and soft, most first. */
  readonly findings: readonly { readonly rule: string; readonly hard: number; readonly soft: number }[];
};

const WITHIN_MINUTES = [5, 15, 60, 180, 360, 1440] as const;

/** Counts as it goes: what it holds grows with the rules and with the distinct minutes, not with the replies. */
export function summing(): { add(audited: Audited): void; result(): AuditSummary } {
  const rules = new Map<string, { hard: number; soft: number }>();
  const minutes = new Map<number, number>();
  const scores = new Map<number, number>();
  const count = { replies: 0, notRead: 0, complaints: 0, hard: 0, score: 0 };
  const without = { empathy: 0, apology: 0, nextStep: 0, facts: 0 };
  return {
    add(audited) {
      count.replies += 1;
      if (audited.minutesToAnswer !== null) {
        const whole = Math.round(audited.minutesToAnswer);
        minutes.set(whole, (minutes.get(whole) ?? 0) + 1);
      }
      if (audited.score === null) {
        count.notRead += 1;
        return;
      }
      count.score += audited.score;
      scores.set(audited.score, (scores.get(audited.score) ?? 0) + 1);
      const found = new Set(audited.findings.map(({ rule }) => rule));
      const hard = new Set(audited.findings.filter((f) => f.severity === "hard").map(({ rule }) => rule));
      if (hard.size > 0) count.hard += 1;
      for (const rule of found) {
        const counted = rules.get(rule) ?? { hard: 0, soft: 0 };
        counted[hard.has(rule) ? "hard" : "soft"] += 1;
        rules.set(rule, counted);
      }
      if ([...found].some((rule) => PRIVATE_FACTS.has(rule))) without.facts += 1;
      if (audited.answersComplaint !== true) return;
      count.complaints += 1;
      if (!audited.showsFeeling) without.empathy += 1;
      if (found.has("no-apology")) without.apology += 1;
      if (found.has("no-next-step") || found.has("no-time")) without.nextStep += 1;
    },
    result() {
      const read = count.replies - count.notRead;
      const shareOf = (some: number, all: number) =>
        all === 0 ? null : Math.round((some / all) * 1000) / 1000;
      return {
        replies: count.replies,
        notRead: count.notRead,
        toComplaints: count.complaints,
        withHard: count.hard,
        meanScore: read === 0 ? null : Math.round((count.score / read) * 10) / 10,
        scores: Array.from({ length: 100 / SCORE_STEP + 1 }, (_, at) => ({
          score: at * SCORE_STEP,
          replies: scores.get(at * SCORE_STEP) ?? 0,
        })),
        share: {
          withoutEmpathy: shareOf(without.empathy, count.complaints),
          withoutApology: shareOf(without.apology, count.complaints),
          withoutNextStep: shareOf(without.nextStep, count.complaints),
          withPrivateFacts: shareOf(without.facts, read),
        },
        minutesToAnswer: {
          known: sumOf(minutes.values()),
          median: quantile(minutes, 0.5),
          p90: quantile(minutes, 0.9),
        },
        answeredWithin: within(minutes),
        findings: [...rules]
          .map(([rule, found]) => ({ rule, ...found }))
          .toSorted((a, b) => b.hard - a.hard || b.soft - a.soft || a.rule.localeCompare(b.rule)),
      };
    },
  };
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, each) => sum + each, 0);

/** The smallest value with at least this share of all at or under it. */
function quantile(counted: ReadonlyMap<number, number>, share: number): number | null {
  const wanted = share * sumOf(counted.values());
  let seen = 0;
  for (const [value, times] of [...counted].toSorted(([a], [b]) => a - b)) {
    seen += times;
    if (seen >= wanted) return value;
  }
  return null;
}

function within(minutes: ReadonlyMap<number, number>) {
  const ends = [...WITHIN_MINUTES, null];
  return ends.map((end, at) => {
    const from = at === 0 ? -1 : (WITHIN_MINUTES[at - 1] ?? -1);
    const inside = [...minutes].filter(([each]) => each > from && (end === null || each <= end));
    return { minutes: end, replies: sumOf(inside.map(([, times]) => times)) };
  });
}
