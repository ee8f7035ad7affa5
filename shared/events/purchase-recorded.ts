import * as z from "zod";
import { CustomerId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A line of a receipt, or a return, has been stored, and the customer's figures are reckoned anew. */
export const PurchaseRecorded = defineEvent({
  name: "purchase-recorded",
  version: 1,
  data: z.object({
    customerId: CustomerId,
    purchaseId: z.string().min(1),
  }),
});
