import type { BrandId, Channel, Instant } from "../../shared/complaint/ids.ts";
import type { Playbook } from "../../shared/complaint/playbook.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import type { CaseStore } from "../../shared/ports/case-store.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { CursorStore, MessageStore } from "../../shared/ports/collecting.ts";
import type { EventBus } from "../../shared/ports/event-bus.ts";
import type { MentionSource, Reading, SourceBatch } from "../../shared/ports/mention-source.ts";
import type { MentionStore } from "../../shared/ports/mention-store.ts";
import { later } from "../../shared/runtime/clock.ts";
import { NotConfigured, Unavailable } from "../../shared/runtime/errors.ts";
import { log } from "../../shared/runtime/log.ts";
import { measure } from "../../shared/runtime/metrics.ts";
import { storeMention, storeMessage, storeRemoval } from "./store-seen.ts";

/** A lease outlives its poll by this, in case the poll ends without giving it back. */
const LEASE_BEYOND_MS = 15_000;

export type CollectPorts = {
  readonly mentions: MentionStore;
  readonly messages: MessageStore;
  readonly cases: Pick<CaseStore, "caseOfParticipant">;
  readonly cursors: CursorStore;
  readonly bus: EventBus;
  readonly clock: Clock;
};

/**
 * One poll of one brand's account: everything that is new is stored, then told, and only then do the cursors move.
 * Repeats are fine, gaps are not. A second poller of the same account goes home.
 *
 * @param until the poll stops soon after this, at a place from which nothing is lost
 * @throws {Malformed} {NotConfigured} {Unavailable} after all streams have had their turn; the first that is not a
 *   passing one
 */
export async function collectMentions(
  poll: {
    brand: BrandId;
    channel: Channel;
    /** Unique to this run. */
    holder: string;
    until: Instant;
    source: () => Promise<MentionSource>;
    /** How long words are kept. */
    retention: Playbook["retention"];
  },
  ports: CollectPorts,
): Promise<void> {
  const { brand, channel, holder, until, retention } = poll;
  const { clock, cursors } = ports;
  const lease = `collect-${channel}`;
  const now = clock.now();
  const leaseMs = Date.parse(until) - Date.parse(now) + LEASE_BEYOND_MS;
  if (!(await cursors.takeLease(brand, lease, holder, now, leaseMs))) {
    log.info("another poller is at work", { brand, channel });
    return;
  }
  try {
    const source = await poll.source();
    const failures: unknown[] = [];
    let lagSeconds = 0;
    for (const stream of source.streams) {
      const reading: Reading = {
        now: clock.now(),
        cursor: (name) => cursors.read(brand, channel, name),
        hurry: () => clock.now() >= until,
      };
      if (reading.hurry()) break;
      try {
        const lag = await collectStream(
          { brand, channel, stream, retention },
          source.read(stream, reading),
          ports,
        );
        lagSeconds = Math.max(lagSeconds, lag);
      } catch (error) {
        log.error("a stream could not be read", error, { brand, channel, stream });
        failures.push(error);
      }
    }
    // What does not heal by itself is what somebody must hear of.
    const worst = failures.find((error) => !(error instanceof Unavailable)) ?? failures[0];
    if (worst !== undefined) throw worst;
    // Said after every good poll, zero too: silence means that nobody polls.
    measure({ name: "CollectLagSeconds", value: lagSeconds, of: { brand, channel } });
  } finally {
    await cursors.giveLeaseBack(brand, lease, holder);
  }
}

type Where = {
  readonly brand: BrandId;
  readonly channel: Channel;
  readonly stream: string;
  readonly retention: Playbook["retention"];
};

/** @returns how long the slowest new mention had waited for us, in seconds */
async function collectStream(
  { retention, ...where }: Where,
  batches: AsyncIterable<SourceBatch>,
  ports: CollectPorts,
): Promise<number> {
  const { brand, channel } = where;
  let slowest = 0;
  for await (const batch of batches) {
    const events: DomainEvent[] = [];
    let lagSeconds = 0;
    for (const seen of batch.mentions) {
      const told = await storeMention(seen, retention, ports);
      if (told.length > 0) lagSeconds = Math.max(lagSeconds, secondsSince(seen.postedAt, ports.clock.now()));
      events.push(...told);
    }
    for (const seen of batch.messages) events.push(...(await storeMessage(seen, retention, ports)));
    for (const id of batch.gone) events.push(await storeRemoval(brand, id, ports));
    if (events.length > 0) {
      await ports.bus.emit(events);
      log.info("collected", { ...where, count: events.length, lagSeconds });
    }
    slowest = Math.max(slowest, lagSeconds);
    tellUnreadable(where, batch);
    for (const { stream, to } of batch.cursors)
      await ports.cursors.move(brand, channel, stream, to, ports.clock.now());
  }
  return slowest;
}

function tellUnreadable(where: Omit<Where, "retention">, batch: SourceBatch): void {
  for (const { id, contract, reason } of batch.unreadable)
    log.warn("an entry could not be read", {
      ...where,
      contract,
      reason,
      ...(id === undefined ? {} : { eventId: id }),
    });
  if (batch.unreadable.length > 0) log.warn("entries left out", { ...where, count: batch.unreadable.length });
}

const secondsSince = (at: Instant, now: Instant): number =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 1000));

/** What the schedule hands over, and the time that a poll may take. */
export const pollUntil = (clock: Clock, forMs: number): Instant => later(clock.now(), forMs);

/** @throws {NotConfigured} always: the brand has no account on this platform */
export function noChannel(brand: BrandId, channel: Channel): never {
  throw new NotConfigured(
    `Brand "${brand}" has no ${channel} account. Add account.channels.${channel} to brands/${brand}.yaml and publish it (shopkeeper playbook publish), or remove the schedule.`,
  );
}
