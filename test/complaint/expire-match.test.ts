import { describe, expect, it } from "vitest";
import { AuthorMatch } from "../../shared/complaint/author-match.ts";
import { Case } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import { expireMatch } from "../../shared/complaint/expire-match.ts";
import { CustomerId } from "../../shared/complaint/ids.ts";
import { aDraftedCase } from "../support/world.ts";

const OPENED = "2026-03-01T09:00:00.000Z";
const ENDS = "2026-03-31T09:00:00.000Z";
const marja = CustomerId.parse("c1");

const match = (changed: object = {}): AuthorMatch =>
  AuthorMatch.parse({
    decision: "link",
    customer: marja,
    candidates: [],
    basis: "evidence",
    matchedAt: OPENED,
    expiresAt: ENDS,
    ...changed,
  });
const open = (of: AuthorMatch): CaseFile => {
  const file = aDraftedCase("facebook", "1", OPENED);
  return { ...file, case: { ...file.case, customer: marja }, match: of };
};
const closed = (of: AuthorMatch, closedAt: string): CaseFile => {
  const file = open(of);
  return {
    ...file,
    case: Case.parse({ ...file.case, stage: "closed", closedAt, closedBecause: "answered" }),
  };
};

describe("a hypothesis about who the author is", () => {
  it("stands until its time", () => {
    expect(expireMatch(open(match()), "2026-03-31T08:59:59.999Z")).toBeUndefined();
  });

  it("waits on with a case that is open", () => {
    const change = expireMatch(open(match()), ENDS);
    expect(change?.match).toMatchObject({ customer: marja, expiresAt: "2026-04-30T09:00:00.000Z" });
    expect(change?.next.customer).toBe(marja);
  });

  it("waits on until the case cannot be opened again", () => {
    const change = expireMatch(closed(match(), "2026-03-20T12:00:00.000Z"), ENDS);
    expect(change?.match).toMatchObject({ expiresAt: "2026-04-19T12:00:00.000Z" });
  });

  it("goes with its case, and what was reckoned on it goes too", () => {
    const file = closed(match(), "2026-03-01T09:00:00.000Z");
    const change = expireMatch(file, ENDS);
    expect(change).toMatchObject({ match: null, relationship: null, noLongerOf: marja });
    expect(change?.next).toMatchObject({ updatedAt: file.case.updatedAt, version: file.case.version + 1 });
    expect(change?.next.customer).toBeUndefined();
  });

  it.each(["confirmed-by-agent", "confirmed-by-customer"] as const)("stays when it is %s", (basis) => {
    const file = closed(match({ basis, expiresAt: undefined }), OPENED);
    expect(expireMatch(file, "2030-01-01T00:00:00.000Z")).toBeUndefined();
    expect(
      expireMatch({ ...file, match: match({ basis, expiresAt: ENDS }) }, "2030-01-01T00:00:00.000Z"),
    ).toBeUndefined();
  });
});
