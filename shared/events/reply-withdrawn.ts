import * as z from "zod";
import { ApprovalId, CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** The approval was taken back while both deliveries were still held. */
export const ReplyWithdrawn = defineEvent({
  name: "reply-withdrawn",
  version: 1,
  data: z.object({
    caseId: CaseId,
    approvalId: ApprovalId,
  }),
});
