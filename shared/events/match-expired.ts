import * as z from "zod";
import { CaseId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** The time of a hypothesis about who the author is has come to its end. */
export const MatchExpired = defineEvent({
  name: "match-expired",
  version: 1,
  data: z.object({ caseId: CaseId }),
});
