import * as z from "zod";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A case needs nobody any more. */
export const CaseClosed = defineEvent({
  name: "case-closed",
  version: 1,
  data: z.object({
    caseId: CaseId,
    because: z.enum(["answered", "thanks", "declined", "answered-outside", "removed", "no-answer-needed"]),
  }),
});
