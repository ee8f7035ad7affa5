import * as z from "zod";
import { CaseId, DeliveryId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A delivery has reached a state: sent, refused, waiting or unknown. */
export const DeliveryMoved = defineEvent({
  name: "delivery-moved",
  version: 1,
  data: z.object({
    caseId: CaseId,
    deliveryId: DeliveryId,
    side: z.enum(["public", "private"]),
    state: z.enum(["SENDING", "SENT", "UNKNOWN", "REFUSED", "WAITING"]),
    rev: z.int().min(0),
  }),
});
