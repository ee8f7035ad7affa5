import * as z from "zod";
import { ApprovalId, CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** What a reply promised is about to be late. */
export const PromiseFellDue = defineEvent({
  name: "promise-fell-due",
  version: 1,
  data: z.object({
    caseId: CaseId,
    approvalId: ApprovalId,
  }),
});
