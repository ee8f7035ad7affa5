import * as z from "zod";
import { IncidentId, type Instant } from "../complaint/ids.ts";
import type { Incident } from "../complaint/incident.ts";
import { type DomainEvent, defineEvent } from "./define-event.ts";

/** An incident was opened, set, or closed, or a page of what follows from it is done and there is more. */
export const IncidentChanged = defineEvent({
  name: "incident-changed",
  version: 1,
  data: z.object({ incidentId: IncidentId, version: z.int().min(1) }),
});

/** What is told of an incident as it has been saved: the same version, the same event. */
export const incidentChanged = (
  { brand, id, version }: Incident,
  occurredAt: Instant,
  causedBy?: string,
): DomainEvent =>
  IncidentChanged.make({ brand, occurredAt, causedBy, key: `${id}@${version}` }, { incidentId: id, version });
