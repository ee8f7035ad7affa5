import type { Wake } from "../complaint/case-file.ts";
import type { Instant } from "../complaint/ids.ts";
import type { DomainEvent } from "../events/define-event.ts";

/** A step that has not saved by then is handed the event again. */
export const STEP_PATIENCE_MS = 2 * 60_000;

/** The event, once more, at a moment. */
export const wakeWith = (event: DomainEvent, at: Instant): Wake => ({
  at,
  event: { detailType: event.detailType, detail: event.detail },
});
