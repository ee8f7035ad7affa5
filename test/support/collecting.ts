import * as z from "zod";
import { collectMentions } from "../../functions/collect-mentions/collect-mentions.ts";
import { careStores } from "../../shared/adapters/dynamodb/stores.ts";
import { BrandId, type Instant } from "../../shared/complaint/ids.ts";
import type { Mention } from "../../shared/complaint/mention.ts";
import type { DomainEvent } from "../../shared/events/define-event.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { EventBus } from "../../shared/ports/event-bus.ts";
import type { MentionSource } from "../../shared/ports/mention-source.ts";
import { later } from "../../shared/runtime/clock.ts";
import { CARE_TABLE } from "./dynamo.ts";

/** A clock that stands still until it is told to move. */
export type TestClock = Clock & { forward(ms: number): void; date(): Date };
export function testClock(start: Instant = "2026-03-02T09:00:00.000Z"): TestClock {
  let now = start;
  return {
    now: () => now,
    date: () => new Date(now),
    forward: (ms) => {
      now = later(now, ms);
    },
  };
}

/** A bus that remembers, and refuses while it is told to. */
function rememberingBus(): EventBus & {
  readonly told: DomainEvent[];
  broken: boolean;
  names(): string[];
} {
  const told: DomainEvent[] = [];
  return {
    told,
    broken: false,
    async emit(events) {
      if (this.broken) throw new Error("the bus is down");
      told.push(...events);
    },
    names: () => told.map(({ detailType }) => detailType),
  };
}

const Woken = z.object({
  meta: z.object({ brand: z.string() }),
  data: z.object({ mentionId: z.string().optional(), messageId: z.string().optional() }),
});

let worlds = 0;

/** A brand of its own in the shared table, with a bus and the collector's step around a source. */
export function collecting(channel: "facebook" | "x", clock: TestClock) {
  worlds += 1;
  const brand = BrandId.parse(`brand-${channel}-${worlds}`);
  const stores = careStores(CARE_TABLE);
  const bus = rememberingBus();
  const ports = { ...stores, bus, clock };
  return {
    brand,
    bus,
    ports,
    stores,
    /** One poll. @param forMs the time it may take, on the test clock */
    poll: (source: () => Promise<MentionSource>, options: { forMs?: number; holder?: string } = {}) =>
      collectMentions(
        {
          brand,
          channel,
          holder: options.holder ?? "poller-1",
          until: later(clock.now(), options.forMs ?? 40_000),
          source,
          retention: { mentionTextDays: 30, asideTextDays: 7 },
        },
        ports,
      ),
    stored: async (id: Mention["id"]): Promise<Mention> => {
      const mention = await stores.mentions.get(brand, id);
      if (mention === undefined) throw new Error(`${id} is not stored`);
      return mention;
    },
    /** What this brand's items ask to be told again by now, as `name id`. */
    overdue: async (): Promise<string[]> => {
      const shards = Array.from({ length: stores.due.shards }, (_, shard) => shard);
      const found = await Promise.all(shards.map((shard) => stores.due.overdue(shard, clock.now(), 100)));
      return found.flat().flatMap(({ event }) => {
        const { meta, data } = Woken.parse(event.detail);
        return meta.brand === brand
          ? [`${event.detailType} ${String(data.mentionId ?? data.messageId)}`]
          : [];
      });
    },
    /** What was told since the last time, as `name id`. */
    news: (): string[] =>
      bus.told.splice(0).map(({ detailType, detail }) => {
        const { mentionId, messageId } = detail.data;
        return `${detailType} ${String(mentionId ?? messageId)}`;
      }),
  };
}

/** Secrets from a record; a name that is not there is refused, as by Secrets Manager. */
export const heldSecrets = (held: Readonly<Record<string, unknown>>) => ({
  read: async (name: string): Promise<unknown> => {
    if (!(name in held)) throw new Error(`no secret ${name}`);
    return held[name];
  },
});
