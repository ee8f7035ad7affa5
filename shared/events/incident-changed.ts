import * as z from "zod";
import { IncidentId } from "../complaint/ids.ts";
import { defineEvent } from "./define-event.ts";

/** An incident was opened, set, or closed, or a page of what follows from it is done and there is more. */
export const IncidentChanged = defineEvent({
  name: "incident-changed",
  version: 1,
  data: z.object({ incidentId: IncidentId, version: z.int().min(1) }),
});
