import * as z from "zod";
import { AsideReason } from "../complaint/assessment.ts";
import { MentionId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A mention asks for no answer. The reason is from a closed list; it can be brought back. */
export const MentionSetAside = defineEvent({
  name: "mention-set-aside",
  version: 1,
  data: z.object({
    mentionId: MentionId,
    revision: z.int().min(0),
    reason: AsideReason,
  }),
});
