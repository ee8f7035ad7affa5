import { isConfirmed } from "../../shared/complaint/author-match.ts";
import type { Case } from "../../shared/complaint/case.ts";
import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { CaseId } from "../../shared/complaint/ids.ts";
import type { Ports } from "./ports.ts";

/** Another case of the same person: of the same account, or of the customer whom both authors are taken to be. */
export type Elsewhere = {
  readonly case: Case;
  /** `likely`: at least one of the two links is a hypothesis. */
  readonly by: "account" | "confirmed" | "likely";
};

/** Older ones are in the customer's history with us, not in the agent's way. */
const SHOWN = 5;

/**
 * The person's other cases on any channel, newest first: linked, never merged. A link that is undone takes its cases
 * from the list.
 */
export async function casesElsewhere(
  ports: Pick<Ports, "cases">,
  file: CaseFile,
): Promise<readonly Elsewhere[]> {
  const { id, brand, author, customer } = file.case;
  const [ofAccount, ofCustomer] = await Promise.all([
    author === undefined ? [] : ports.cases.casesOfParticipant(brand, author),
    customer === undefined ? [] : ports.cases.casesOfCustomer(brand, customer),
  ]);
  // Both lists are in the order of opening, the newest last.
  const ids = new Set<CaseId>([
    ...ofAccount.slice(-SHOWN - 1),
    ...ofCustomer.slice(-SHOWN - 1).map(({ caseId }) => caseId),
  ]);
  ids.delete(id);
  const files = await Promise.all([...ids].map((other) => ports.cases.load(brand, other)));
  return files
    .flatMap((other) => (other === undefined ? [] : [{ case: other.case, by: linkedBy(file, other) }]))
    .toSorted((a, b) => (a.case.openedAt < b.case.openedAt ? 1 : -1))
    .slice(0, SHOWN);
}

function linkedBy(file: CaseFile, other: CaseFile): Elsewhere["by"] {
  if (file.case.author !== undefined && file.case.author === other.case.author) return "account";
  return isConfirmed(file.match) && isConfirmed(other.match) ? "confirmed" : "likely";
}

/** Whether the person has an answer there, or is about to have one. */
export const isAnswered = (of: Case): boolean =>
  of.stage === "approved" ||
  of.stage === "answered" ||
  (of.stage === "closed" && (of.closedBecause === "answered" || of.closedBecause === "answered-outside"));
