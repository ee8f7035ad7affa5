import type { DomainEvent } from "../events/define-event.ts";

/** Tells what happened. Returns when the bus has taken every event. @throws {Unavailable} when it has not. */
export type EventBus = { emit(events: readonly DomainEvent[]): Promise<void> };
