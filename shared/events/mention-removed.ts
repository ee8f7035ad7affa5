import * as z from "zod";
import { MentionId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A post or comment is gone on the platform; its text is gone here too. */
export const MentionRemoved = defineEvent({
  name: "mention-removed",
  version: 1,
  data: z.object({
    mentionId: MentionId,
  }),
});
