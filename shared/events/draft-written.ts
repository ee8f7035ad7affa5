import * as z from "zod";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A finished answer stands in the case and waits for a person. */
export const DraftWritten = defineEvent({
  name: "draft-written",
  version: 1,
  data: z.object({
    caseId: CaseId,
    draftVersion: z.int().min(1),
  }),
});
