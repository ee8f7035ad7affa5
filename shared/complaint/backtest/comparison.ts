import { LimitName } from "../remedy.ts";
import { type ChangeCode, whyChanged } from "./change.ts";
import { count, type Figures, noFigures, totalOf } from "./figures.ts";
import type { Given, Signer } from "./given.ts";

/** The same of the version that is active and of the one that is tried. */
export type Pair<T> = { readonly before: T; readonly after: T };

/** Upper ends of the classes of proportion, shares of the value at risk; the last class is open. */
export const PROPORTION_CLASSES = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] as const;

/** The two versions side by side. Situation `""` is where none was recognised. */
export type Comparison = {
  readonly cases: number;
  readonly changed: number;
  readonly situations: readonly (Pair<Figures> & { readonly situation: string; readonly signer: Signer })[];
  readonly totals: Pair<Figures>;
  /** Remedies by proportion, one count for each class and one for what lies above. */
  readonly proportions: Pair<readonly number[]>;
  /** In order of the day, in the brand's time zone; days without a case are left out. */
  readonly days: readonly (Pair<DayFigures> & { readonly day: string })[];
};
export type DayFigures = { costMinor: number; goodwillMinor: number; escalations: number };

/** Takes cases in, one by one, and holds nothing of them but sums. */
export type Comparing = {
  /** @param day in the brand's time zone @returns in what the two differ; empty where in nothing */
  add(day: string, before: Given, after: Given): readonly ChangeCode[];
  result(): Comparison;
};

export function comparing(): Comparing {
  let cases = 0;
  let changed = 0;
  const rows = new Map<string, Pair<Figures> & { situation: string; signer: Signer }>();
  const days = new Map<string, Pair<DayFigures>>();
  const proportions = { before: noClasses(), after: noClasses() };
  const rowOf = ({ situation = "", signer }: Given) => {
    const key = `${situation} ${signer}`;
    const row = rows.get(key) ?? { situation, signer, before: noFigures(), after: noFigures() };
    rows.set(key, row);
    return row;
  };
  return {
    add(day, before, after) {
      cases++;
      count(rowOf(before).before, before);
      count(rowOf(after).after, after);
      const onDay = days.get(day) ?? { before: noDay(), after: noDay() };
      days.set(day, onDay);
      for (const side of ["before", "after"] as const) {
        const given = side === "before" ? before : after;
        onDay[side].costMinor += given.costMinor;
        onDay[side].goodwillMinor += given.goodwillMinor;
        if (given.limitMet !== undefined) onDay[side].escalations++;
        const at = classOf(given);
        if (at !== undefined) proportions[side][at] = (proportions[side][at] ?? 0) + 1;
      }
      const why = whyChanged(before, after);
      if (why.length > 0) changed++;
      return why;
    },
    result: () => {
      const situations = [...rows.values()].toSorted(
        (a, b) =>
          Number(a.situation === "") - Number(b.situation === "") ||
          compare(a.situation, b.situation) ||
          compare(a.signer, b.signer),
      );
      return {
        cases,
        changed,
        situations,
        totals: {
          before: totalOf(situations.map(({ before }) => before)),
          after: totalOf(situations.map(({ after }) => after)),
        },
        proportions,
        days: [...days].toSorted(([a], [b]) => compare(a, b)).map(([day, pair]) => ({ day, ...pair })),
      };
    },
  };
}

/** Rows of both signers and of nobody as one row for each situation, in the same order. */
export function bySituation({
  situations,
}: Comparison): readonly (Pair<Figures> & { readonly situation: string })[] {
  return [...new Set(situations.map(({ situation }) => situation))].map((situation) => {
    const own = situations.filter((row) => row.situation === situation);
    return {
      situation,
      before: totalOf(own.map(({ before }) => before)),
      after: totalOf(own.map(({ after }) => after)),
    };
  });
}

/** Limits that made an escalation under either version, with how often and by how much they were too little. */
export function byLimit({ totals }: Comparison): readonly (Pair<{
  escalations: number;
  overMinor: number;
}> & {
  readonly limit: LimitName;
})[] {
  return LimitName.options
    .filter((limit) => totals.before.escalations[limit] ?? totals.after.escalations[limit])
    .map((limit) => ({ limit, before: metBy(totals.before, limit), after: metBy(totals.after, limit) }));
}

const metBy = ({ escalations, overMinor }: Figures, limit: LimitName) => ({
  escalations: escalations[limit] ?? 0,
  overMinor: overMinor[limit] ?? 0,
});

const noDay = (): DayFigures => ({ costMinor: 0, goodwillMinor: 0, escalations: 0 });
const noClasses = (): number[] => Array.from({ length: PROPORTION_CLASSES.length + 1 }, () => 0);

/** Undefined where nothing was given, or nothing is known of the relationship. */
function classOf({ kind, costMinor, atRiskMinor }: Given): number | undefined {
  if (kind === undefined || atRiskMinor === undefined) return undefined;
  const share = costMinor / atRiskMinor;
  const at = PROPORTION_CLASSES.findIndex((end) => share <= end);
  return at < 0 ? PROPORTION_CLASSES.length : at;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
