import * as z from "zod";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** What may be given has been decided, or that a person decides. Nothing has been promised yet. */
export const RemedyDecided = defineEvent({
  name: "remedy-decided",
  version: 1,
  data: z.object({
    caseId: CaseId,
    caseVersion: z.int().min(1),
    outcome: z.enum(["remedy", "escalate", "stop", "by-hand"]),
  }),
});
