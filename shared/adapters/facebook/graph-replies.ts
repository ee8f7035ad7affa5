import * as z from "zod";
import { WrittenText } from "../written-text.ts";

/** POST /{object}/comments */
export const ReplySaid = z.object({ id: z.string().min(1) });
/** POST /{page}/messages */
export const MessageSent = z.object({
  message_id: z.string().min(1),
  recipient_id: z.string().min(1).optional(),
});
/** GET /{object}?fields=id,message */
export const ObjectSaid = z.object({ id: z.string().min(1), message: WrittenText.optional() });
/** GET /{object}?fields=can_reply_privately,private_reply_conversation */
export const PrivateReplySaid = z.object({
  can_reply_privately: z.boolean().optional(),
  private_reply_conversation: z.object({ id: z.string().min(1) }).optional(),
});
