import * as z from "zod";
import { ApprovalId, CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A place has said nothing to its order, and its last day has passed. */
export const OrderFellDue = defineEvent({
  name: "order-fell-due",
  version: 1,
  data: z.object({
    caseId: CaseId,
    approvalId: ApprovalId,
  }),
});
