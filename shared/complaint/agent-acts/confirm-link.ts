import type { AuthorMatch } from "../author-match.ts";
import type { Case } from "../case.ts";
import type { CaseFile } from "../case-file.ts";
import type { CustomerId, Instant } from "../ids.ts";
import { type Actor, type Done, isUnderWay, toBeMatched, touched, type Wakes } from "./act.ts";

/** What proves a lasting link. Looking alike is not on the list. */
export const linkProofs = ["order-number", "told-us-privately", "consent"] as const;
export type LinkProof = (typeof linkProofs)[number];

export type LinkRefusal = {
  readonly refused: "no-author" | "not-a-candidate" | "not-linked" | "under-way" | "closed";
};

/** The agent has proof that the author is this customer. The case is matched, decided and drafted again on it. */
export function confirmLink(
  file: CaseFile,
  input: {
    readonly customer: CustomerId;
    readonly proof: LinkProof;
    readonly by: Actor;
    readonly now: Instant;
    readonly wakes: Wakes;
  },
): Done | LinkRefusal {
  const refusal = refuseLink(file);
  if (refusal) return refusal;
  const { match } = file;
  const isCandidate = match?.candidates.some((candidate) => candidate.customer === input.customer);
  if (!isCandidate && match?.customer !== input.customer) return { refused: "not-a-candidate" };
  const { by, now, customer } = input;
  const confirmed: AuthorMatch = {
    decision: "link",
    customer,
    candidates: match?.candidates ?? [],
    basis: "confirmed-by-agent",
    confirmedBy: by.id,
    matchedAt: now,
    ...(match?.ruledOut === undefined ? {} : { ruledOut: match.ruledOut.filter((out) => out !== customer) }),
  };
  return anew(file, {
    ...input,
    match: confirmed,
    customer,
    did: "link-confirmed",
    what: `${customer} ${input.proof}`,
  });
}

/** Somebody else after all: the link goes, and this customer is not proposed again in this case. */
export function undoLink(
  file: CaseFile,
  input: { readonly customer: CustomerId; readonly by: Actor; readonly now: Instant; readonly wakes: Wakes },
): Done | LinkRefusal {
  const refusal = refuseLink(file);
  if (refusal) return refusal;
  const { match } = file;
  const isKnown =
    match?.customer === input.customer ||
    match?.candidates.some((candidate) => candidate.customer === input.customer);
  if (!match || !isKnown) return { refused: "not-linked" };
  const candidates = match.candidates.filter((candidate) => candidate.customer !== input.customer);
  const undone: AuthorMatch = {
    decision: candidates.length === 0 ? "none" : "grey",
    candidates,
    basis: "evidence",
    matchedAt: input.now,
    ruledOut: [...new Set([...(match.ruledOut ?? []), input.customer])],
    ...(match.expiresAt === undefined ? {} : { expiresAt: match.expiresAt }),
  };
  return anew(file, {
    ...input,
    match: undone,
    customer: undefined,
    did: "link-undone",
    what: input.customer,
  });
}

function refuseLink(file: CaseFile): LinkRefusal | undefined {
  if (file.case.stage === "closed") return { refused: "closed" };
  if (!file.case.author) return { refused: "no-author" };
  // A counter and a loss hang on who it is: nobody changes that while an answer is on its way.
  if (file.deliveries.some(isUnderWay)) return { refused: "under-way" };
  return undefined;
}

function anew(
  file: CaseFile,
  input: {
    readonly match: AuthorMatch;
    readonly customer: CustomerId | undefined;
    readonly did: "link-confirmed" | "link-undone";
    readonly what: string;
    readonly by: Actor;
    readonly now: Instant;
    readonly wakes: Wakes;
  },
): Done {
  const { by, now } = input;
  const standing = file.case;
  const left = standing.customer === input.customer ? undefined : standing.customer;
  const audit = [{ at: now, by: by.id, did: input.did, what: input.what }];
  if (standing.stage === "answered" || standing.stage === "approved") {
    // Answered already: who it is counts from the next mention on.
    const next: Case = {
      ...standing,
      version: standing.version + 1,
      updatedAt: now,
      customer: input.customer,
    };
    return { change: { next, match: input.match, noLongerOf: left, audit }, tell: [] };
  }
  const { change, tell } = toBeMatched({ ...touched(standing, now), customer: input.customer }, input);
  return { change: { ...change, match: input.match, noLongerOf: left, audit }, tell };
}
