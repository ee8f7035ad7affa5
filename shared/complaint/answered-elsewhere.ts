import { isConfirmed } from "./author-match.ts";
import { budgetPeriods } from "./budget.ts";
import type { CaseFile } from "./case-file.ts";
import type { Delivery, DeliverySide } from "./delivery.ts";
import type { Channel } from "./ids.ts";

/** A case with the price-list product that its post points at: what anybody can read of it. */
export type Matter = { readonly file: CaseFile; readonly product?: string | undefined };

/**
 * The same account has its answer under another comment of its own. `privately`: and in a private message. `given`: a
 * remedy was granted with it; without one, what this loss is owed is still owed here.
 */
export type AnsweredByAccount = { readonly privately: boolean; readonly given: boolean };

/** A customer who has confirmed who they are has the answer, and the remedy, in a message on this channel. */
export type AnsweredCustomer = { readonly channel: Channel };

/**
 * The case in which the same account has been answered about the same matter: the same situation, begun on the same
 * day of the brand, about the same product where both posts name one. Read from what stands in public and from what
 * has been sent, never from a match, so that the public text may say it: it is the same for a customer and for a
 * passer-by. Only what has been sent counts; an answer that is on its way can still be taken back. An answer that
 * itself points elsewhere is none, and a case that has been answered is not waved on when the writer comes back to it:
 * two cases never point at each other.
 */
export function answeredByAccount(
  own: Matter,
  others: readonly Matter[],
  timeZone: string,
): AnsweredByAccount | undefined {
  const { author, channel, situation, lane, id } = own.file.case;
  if (author === undefined || situation === undefined || lane !== "answer") return undefined;
  if (sent(own.file, "public") !== undefined) return undefined;
  const dayOf = ({ file }: Matter) => budgetPeriods(file.case.openedAt, timeZone).day;
  const answered = others.filter(
    (other) =>
      other.file.case.id !== id &&
      other.file.case.author === author &&
      other.file.case.channel === channel &&
      other.file.case.situation === situation &&
      dayOf(other) === dayOf(own) &&
      (other.product === undefined || own.product === undefined || other.product === own.product) &&
      isAnswerOfItsOwn(other.file),
  );
  if (answered.length === 0) return undefined;
  return {
    privately: answered.some(({ file }) => sent(file, "private") !== undefined),
    given: answered.some(({ file }) => file.grants.some(({ state }) => state !== "RELEASED")),
  };
}

/**
 * The case in which this very loss has been made good and said in private, to a customer whose link is confirmed in
 * both cases. For the private text alone: in public it would tell a customer from a passer-by.
 */
export function answeredCustomer(own: CaseFile, others: readonly CaseFile[]): AnsweredCustomer | undefined {
  const loss = lossOf(own);
  if (own.case.customer === undefined || !isConfirmed(own.match) || loss === undefined) return undefined;
  const answered = others.find(
    (other) =>
      other.case.id !== own.case.id &&
      other.case.customer === own.case.customer &&
      isConfirmed(other.match) &&
      other.grants.some(({ lossKey, state }) => lossKey === loss && state !== "RELEASED") &&
      sent(other, "private") !== undefined,
  );
  return answered && { channel: answered.case.channel };
}

const lossOf = ({ decision }: CaseFile): string | undefined =>
  decision?.outcome === "remedy" || decision?.outcome === "escalate" ? decision.lossKey : undefined;

/** Stands as the reason of a draft that says where the answer is. */
export const ANSWERED_ELSEWHERE = "answered-elsewhere";

function isAnswerOfItsOwn(file: CaseFile): boolean {
  const said = sent(file, "public");
  const draft = file.drafts.find(({ version }) => version === said?.draftVersion);
  return said !== undefined && draft?.reasons.includes(ANSWERED_ELSEWHERE) !== true;
}

const sent = ({ deliveries }: CaseFile, side: DeliverySide): Delivery | undefined =>
  deliveries.find((delivery) => delivery.side === side && delivery.state === "SENT");
