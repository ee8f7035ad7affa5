import * as z from "zod";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** It has been looked up whether the author is a customer. What was found stands in the case. */
export const AuthorMatched = defineEvent({
  name: "author-matched",
  version: 1,
  data: z.object({
    caseId: CaseId,
    caseVersion: z.int().min(1),
    decision: z.enum(["link", "grey", "none", "not-looked"]),
  }),
});
