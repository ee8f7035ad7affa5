import { budgetPeriods } from "./budget.ts";
import type { AuditEntry, CaseFile } from "./case-file.ts";
import type { Grant } from "./grant.ts";
import type { MandateGap } from "./mandate-gap.ts";
import type { Money } from "./money.ts";
import type { LimitName } from "./remedy.ts";

/** How often one limit was too small for one situation, by what managers then signed. */
export type GapRow = {
  readonly situation: string;
  readonly role: MandateGap["role"];
  readonly limitMet: LimitName;
  /** Absent where the limit is another one in each case: a share of the price, or of what is at risk. */
  readonly limit?: Money;
  /** Cases in which a manager gave more than the limit. */
  readonly times: number;
  /** By how much the limit was too small: in the middle case, in the worst, and in all of them. */
  readonly overBy: { readonly middle: Money; readonly most: Money; readonly sum: Money };
};

const DIFFERS: ReadonlySet<LimitName> = new Set(["value-share", "price-factor"]);

/**
 * Escalations that a manager decided by giving more than the limit, added up by situation, role and limit. One that
 * was settled inside the mandate, declined, taken back or is still open is no gap.
 *
 * @param month `YYYY-MM` in the brand's time zone, of the day on which the manager signed
 * @returns most often first
 */
export function gapRows(files: Iterable<CaseFile>, month: string, timeZone: string): readonly GapRow[] {
  const groups = new Map<
    string,
    { readonly of: Omit<GapRow, "times" | "overBy">; readonly overs: Money[] }
  >();
  for (const file of files) {
    for (const grant of file.grants) {
      if (grant.state === "RELEASED") continue;
      if (budgetPeriods(grant.grantedAt, timeZone).month !== month) continue;
      const entry = lastGapBefore(file.audit, grant);
      const over = entry?.gap && overOf(entry.gap, grant);
      if (!entry?.gap || !over) continue;
      const { limitMet, role, limit } = entry.gap;
      const of = {
        situation: file.case.situation ?? "none",
        role,
        limitMet,
        ...(DIFFERS.has(limitMet) ? {} : { limit }),
      };
      const key = JSON.stringify(of);
      const group = groups.get(key) ?? { of, overs: [] };
      group.overs.push(over);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .flatMap(({ of, overs }) => rowOf(of, overs))
    .toSorted(
      (a, b) =>
        b.times - a.times ||
        b.overBy.sum.minor - a.overBy.sum.minor ||
        a.situation.localeCompare(b.situation) ||
        a.limitMet.localeCompare(b.limitMet),
    );
}

/** The gap that stood when it was signed; what the same person signed in the end was inside after all. */
function lastGapBefore(audit: readonly AuditEntry[], grant: Grant): AuditEntry | undefined {
  const entry = audit.findLast((each) => each.gap !== undefined && each.at <= grant.grantedAt);
  return entry?.by === grant.grantedBy ? undefined : entry;
}

/** What was given decides, not what was proposed: a manager may give less, or more. */
function overOf({ of, asked, overBy }: MandateGap, { remedy }: Grant): Money | undefined {
  // A manager's goodwill on top of the core is no part of what the core was too much by.
  const givenMinor = of === "goodwill" ? remedy.goodwill.minor : Math.min(remedy.cost.minor, asked.minor);
  const minor = overBy.minor + givenMinor - asked.minor;
  return minor > 0 ? { minor, currency: overBy.currency } : undefined;
}

/** @returns none where nothing was over */
function rowOf(of: Omit<GapRow, "times" | "overBy">, overs: readonly Money[]): readonly GapRow[] {
  const sorted = overs.toSorted((a, b) => a.minor - b.minor);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const most = sorted.at(-1);
  if (!middle || !most) return [];
  const sum = { minor: sorted.reduce((all, { minor }) => all + minor, 0), currency: most.currency };
  return [{ ...of, times: sorted.length, overBy: { middle, most, sum } }];
}
