import * as z from "zod";
import { Lane } from "../complaint/assessment.ts";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A case was opened, or what it asks has changed: by a further mention, a new wording, or a person who brought it back. */
export const CaseAssessed = defineEvent({
  name: "case-assessed",
  version: 1,
  data: z.object({
    caseId: CaseId,
    caseVersion: z.int().min(1),
    lane: Lane.exclude(["aside"]),
  }),
});
