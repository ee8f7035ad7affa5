import * as z from "zod";
import { AuthorId, MessageId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** A private message from a person has been stored. */
export const MessageReceived = defineEvent({
  name: "message-received",
  version: 1,
  data: z.object({
    messageId: MessageId,
    from: AuthorId,
  }),
});
