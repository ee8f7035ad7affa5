import * as z from "zod";
import { ApprovalId, CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A person approved exactly one draft version. Its deliveries are held for ten seconds. */
export const ReplyApproved = defineEvent({
  name: "reply-approved",
  version: 1,
  data: z.object({
    caseId: CaseId,
    approvalId: ApprovalId,
  }),
});
