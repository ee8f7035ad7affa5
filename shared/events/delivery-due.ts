import * as z from "zod";
import { CaseId, DeliveryId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A delivery that waited, was being sent, or is unknown should be taken up again. */
export const DeliveryDue = defineEvent({
  name: "delivery-due",
  version: 1,
  data: z.object({
    caseId: CaseId,
    deliveryId: DeliveryId,
  }),
});
