import * as z from "zod";
import { CaseId, GrantId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A remedy that is owed has moved on: due, handed over to be paid out, settled or released. */
export const GrantMoved = defineEvent({
  name: "grant-moved",
  version: 1,
  data: z.object({
    caseId: CaseId,
    grantId: GrantId,
    state: z.enum(["DUE", "HANDED_OVER", "SETTLED", "RELEASED"]),
  }),
});
