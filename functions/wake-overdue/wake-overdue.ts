import type { DomainEvent } from "../../shared/events/define-event.ts";
import { catalogue } from "../../shared/events/index.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { DueStore, Overdue } from "../../shared/ports/due-store.ts";
import type { EventBus } from "../../shared/ports/event-bus.ts";
import { later } from "../../shared/runtime/clock.ts";
import { log } from "../../shared/runtime/log.ts";

export type WakePorts = { readonly due: DueStore; readonly bus: EventBus; readonly clock: Clock };

const PER_SHARD = 50;
/** What was woken and still has not been saved is woken again after this. */
const AGAIN_MS = 60_000;
/** Each further time after twice as long, up to about an hour: what no step can help is not rung every minute. */
const MOST_DOUBLINGS = 6;

/**
 * Sends again the event of everything that has waited too long, and lets it sleep for another minute. The step that
 * hears it moves or removes the wake with its next save, so nothing is woken for good.
 *
 * @returns how many were woken
 */
export async function wakeOverdue(ports: WakePorts): Promise<number> {
  const now = ports.clock.now();
  let woken = 0;
  for (let shard = 0; shard < ports.due.shards; shard++) {
    for (const item of await ports.due.overdue(shard, now, PER_SHARD)) {
      const event = eventOf(item);
      if (event === undefined)
        log.warn("an overdue item holds no event that can be sent", { detailType: item.event.detailType });
      else await ports.bus.emit([event]);
      // Told first, then put back to sleep: a crash between the two wakes it twice, never not at all.
      await ports.due.pushBack(item, later(now, AGAIN_MS * 2 ** Math.min(item.woken, MOST_DOUBLINGS)));
      woken += 1;
    }
  }
  return woken;
}

function eventOf({ event }: Overdue): DomainEvent | undefined {
  const contract = Object.values(catalogue).find((each) => each.detailType === event.detailType);
  const detail = contract?.detail.safeParse(event.detail);
  // One that breaks its contract must not keep all that sleep behind it asleep.
  return contract === undefined || detail?.success !== true
    ? undefined
    : { detailType: contract.detailType, detail: detail.data };
}
