import type { CaseFile } from "../../shared/complaint/case-file.ts";
import type { Finding } from "../../shared/complaint/draft.ts";
import { formatMoney } from "../../shared/complaint/money.ts";
import { type Composed, type ComposeInput, longest, weightedLength } from "../../shared/language/compose.ts";
import { isNameable, promiseOf } from "../../shared/language/compose-private.ts";
import { hourSaid } from "../../shared/language/hour-said.ts";
import { publicFor } from "../../shared/language/incident-public.ts";
import { fillText } from "../../shared/language/incident-text.ts";
import type { DraftPorts } from "./draft-reply.ts";

/** Among the draft's reasons: the words were set once for everybody in an incident. */
export const FOR_ALL = "set-for-incident";

/**
 * The incident's one text, filled in for this writer; what differs is who signs, until when, who follows, the writer's
 * own amount, and the code of a place. The public text is the same for all, matched or not; on X each asks for a message
 * in one of the composer's ways.
 *
 * @returns undefined where the case has no incident's remedy, and where the incident has no text in the writer's
 * language: then the composer words the same remedy
 */
export async function incidentsWords(
  file: CaseFile,
  input: ComposeInput,
  handle: string | undefined,
  ports: Pick<DraftPorts, "incidents">,
): Promise<Composed | undefined> {
  const { decision, lang, shift } = input;
  if (decision.outcome !== "remedy" || decision.incident === undefined) return undefined;
  const incident = await ports.incidents.get(file.case.brand, decision.incident.id);
  const text = incident?.settled?.texts[lang];
  if (incident?.settled === undefined || text === undefined) return undefined;
  const { value } = decision.remedy;
  const amount = value !== undefined && isNameable(value, decision.remedy, input) ? value : undefined;
  const slots = {
    signer: shift.name,
    brand: input.brandName,
    until: hourSaid(shift.untilText, lang),
    ...(shift.followedByName === undefined ? {} : { next: shift.followedByName }),
    ...(amount === undefined ? {} : { amount: formatMoney(amount, lang) }),
    ...(input.storeOrderCode === undefined ? {} : { code: input.storeOrderCode }),
  };
  const promise = promiseOf(decision);
  return {
    lang,
    public: addressed(publicFor(text.public, slots, input, input.seed), input, handle),
    private: fillText(text.private, slots),
    ...(promise === undefined ? {} : { promise: { ...promise, byHours: incident.settled.withinHours } }),
    reasons: [FOR_ALL, `incident:${incident.id}`],
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
