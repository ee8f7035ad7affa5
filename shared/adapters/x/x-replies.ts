import * as z from "zod";

const Id = z.string().regex(/^[0-9]{1,19}$/);
/** POST /2/tweets */
export const PostSaid = z.object({ data: z.object({ id: Id }) });
/** POST /2/dm_conversations/with/:participant_id/messages */
export const DirectMessageSaid = z.object({ data: z.object({ dm_event_id: Id }) });
