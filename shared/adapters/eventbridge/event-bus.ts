import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { EVENT_SOURCE } from "../../events/define-event.ts";
import type { EventBus } from "../../ports/event-bus.ts";
import { Unavailable } from "../../runtime/errors.ts";
import { once } from "../../runtime/once.ts";

/** PutEvents takes ten entries a call. */
const PER_CALL = 10;
const client = once(() => new EventBridgeClient({ maxAttempts: 4 }));

/** The event bus. @param busName its name in the account */
export function eventBus(busName: string): EventBus {
  return {
    async emit(events) {
      for (let at = 0; at < events.length; at += PER_CALL) {
        const entries = events.slice(at, at + PER_CALL).map((event) => ({
          EventBusName: busName,
          Source: EVENT_SOURCE,
          DetailType: event.detailType,
          Detail: JSON.stringify(event.detail),
        }));
        const answer = await put(entries);
        // A call that succeeds can still leave entries behind; the caller's queue message comes again for them.
        if ((answer.FailedEntryCount ?? 0) > 0)
          throw new Unavailable(
            `EventBridge left ${answer.FailedEntryCount} of ${entries.length} events behind`,
          );
      }
    },
  };
}

async function put(Entries: ConstructorParameters<typeof PutEventsCommand>[0]["Entries"]) {
  try {
    return await client().send(new PutEventsCommand({ Entries }));
  } catch (cause) {
    throw new Unavailable("EventBridge did not take the events", { cause });
  }
}
