import { isConfirmed } from "./author-match.ts";
import { REOPEN_WITHIN_DAYS } from "./case.ts";
import type { CaseChange, CaseFile } from "./case-file.ts";
import type { Instant } from "./ids.ts";

const DAY_MS = 86_400_000;
const REOPEN_MS = REOPEN_WITHIN_DAYS * DAY_MS;

/**
 * What becomes of a hypothesis about who the author is when its time is up. It lives as long as its case: while the
 * case is open or may be opened again it is kept on, then it goes, with what was reckoned on it and the case's place
 * among the customer's. What the person or an agent has confirmed stays.
 *
 * @returns nothing where there is nothing to expire yet
 */
export function expireMatch(file: CaseFile, now: Instant): CaseChange | undefined {
  const { match } = file;
  if (match === undefined || isConfirmed(match) || match.expiresAt === undefined || match.expiresAt > now)
    return undefined;
  const over = file.case.stage === "closed" ? Date.parse(file.case.closedAt) + REOPEN_MS : undefined;
  const wholly = over !== undefined && over <= Date.parse(now);
  // Not touched otherwise: what is done is listed by when it was done, and nobody has done anything here.
  const next = { ...file.case, version: file.case.version + 1 };
  if (!wholly) {
    const expiresAt = new Date(over ?? Date.parse(now) + REOPEN_MS).toISOString();
    return { next, match: { ...match, expiresAt } };
  }
  const { customer, ...rest } = next;
  return {
    next: rest,
    match: null,
    relationship: null,
    ...(customer === undefined ? {} : { noLongerOf: customer }),
    audit: [{ at: now, by: "shopkeeper", did: "match-expired" }],
  };
}
