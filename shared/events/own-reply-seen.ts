import * as z from "zod";
import { MentionId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A reply by the brand's own account stands on the platform: ours, posted by hand, or written outside. */
export const OwnReplySeen = defineEvent({
  name: "own-reply-seen",
  version: 1,
  data: z.object({
    mentionId: MentionId,
    parentId: MentionId,
  }),
});
