import type { Assessment } from "./assessment.ts";

/**
 * What a person should look at and is surely a complaint: the agent is offered a careful pair of texts, with no remedy
 * in it. Anything else to be looked at gets no words from us.
 */
export const isOfferedDraft = ({
  lane,
  lookReason,
  complaint,
}: Pick<Assessment, "lane" | "lookReason" | "complaint">): boolean =>
  lane === "look" && complaint.label && (lookReason === "no-situation" || lookReason === "irony");
