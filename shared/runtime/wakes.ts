import { STEP_PATIENCE_MS, type Wake } from "../complaint/case-file.ts";
import type { Instant } from "../complaint/ids.ts";
import type { Incident } from "../complaint/incident.ts";
import type { DomainEvent } from "../events/define-event.ts";
import { incidentChanged } from "../events/incident-changed.ts";
import { later } from "./clock.ts";

export { STEP_PATIENCE_MS };

/** The event, once more, at a moment. */
export const wakeWith = (event: DomainEvent, at: Instant): Wake => ({
  at,
  event: { detailType: event.detailType, detail: event.detail },
});

/** What was told of an incident, once more, for the step that has not heard. */
export const incidentWake = (of: Incident, now: Instant, causedBy?: string): Wake =>
  wakeWith(incidentChanged(of, now, causedBy), later(now, STEP_PATIENCE_MS));
