import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Finding } from "../../shared/complaint/draft.ts";
import { formatMoney } from "../../shared/complaint/money.ts";
import {
  type Composed,
  type ComposeInput,
  compose,
  longest,
  saysElsewhere,
} from "../../shared/language/compose.ts";
import { isNameable, promiseOf } from "../../shared/language/compose-private.ts";
import { hourSaid } from "../../shared/language/hour-said.ts";
import { publicFor } from "../../shared/language/incident-public.ts";
import { fillText } from "../../shared/language/incident-text.ts";
import { isAnswering, mustConfirm } from "../../shared/language/reply-plan.ts";
import { weightedLength } from "../../shared/language/weighted-length.ts";
import type { DraftPorts } from "./draft-reply.ts";

/** Among the draft's reasons: the words were set once for everybody in an incident. */
export const FOR_ALL = "set-for-incident";

/**
 * The incident's one text, filled in for this writer; what differs is who signs, until when, who follows, the writer's
 * own amount, and the code of a place. The public text is the same for all, matched or not; on X each asks for a message
 * in one of the composer's ways.
 *
 * In private the composer writes where what was set cannot be said yet, or was said already: the purchase must be
 * asked for, a manager must sign, or the customer has the answer on the other channel.
 *
 * @returns undefined where the case has no incident's remedy, where the incident has no text in the writer's language,
 * and where the account has its answer under another comment: then the composer has the words for both sides
 */
export async function incidentsWords(
  file: CaseFile,
  input: ComposeInput,
  handle: string | undefined,
  ports: Pick<DraftPorts, "incidents">,
): Promise<Composed | undefined> {
  const { decision, lang, shift, elsewhere } = input;
  if (!isAnswering(decision) || decision.incident === undefined || saysElsewhere(input)) return undefined;
  const incident = await ports.incidents.get(file.case.brand, decision.incident.id);
  const text = incident?.settled?.texts[lang];
  if (incident?.settled === undefined || text === undefined) return undefined;
  const signed = { signer: shift.name, brand: input.brandName, until: hourSaid(shift.untilText, lang) };
  const forAll = {
    lang,
    public: addressed(publicFor(text.public, signed, input, input.seed), input, handle),
    reasons: [FOR_ALL, `incident:${incident.id}`],
  };
  if (decision.outcome === "escalate" || mustConfirm(decision) || elsewhere?.customer !== undefined)
    return { ...compose(input), ...forAll };
  const { value } = decision.remedy;
  const amount = value !== undefined && isNameable(value, decision.remedy, input) ? value : undefined;
  const promise = promiseOf(decision);
  return {
    ...forAll,
    private: fillText(text.private, {
      ...signed,
      ...(shift.followedByName === undefined ? {} : { next: shift.followedByName }),
      ...(amount === undefined ? {} : { amount: formatMoney(amount, lang) }),
      ...(input.storeOrderCode === undefined ? {} : { code: input.storeOrderCode }),
    }),
    ...(promise === undefined ? {} : { promise: { ...promise, byHours: incident.settled.withinHours } }),
  };
}

/**
 * X turns away a post that is word for word one of ours (403, code 187): the handle that a reply begins with tells one
 * from the other, and is not counted.
 */
function addressed(text: string, { channel }: ComposeInput, handle: string | undefined): string {
  if (channel !== "x" || handle === undefined || weightedLength(text) > longest.x) return text;
  return `@${handle.replace(/^@/, "")} ${text}`;
}

/** Style, and that it says back nothing of one writer's own, was judged for all when it was set. */
export const wasJudged = ({ severity, overrulable }: Finding): boolean => severity === "hard" && overrulable;
