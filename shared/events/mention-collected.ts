import * as z from "zod";
import { MentionId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A post or comment has been stored, new or in a new wording. Nothing has been read in it yet. */
export const MentionCollected = defineEvent({
  name: "mention-collected",
  version: 1,
  data: z.object({
    mentionId: MentionId,
    revision: z.int().min(0),
  }),
});
