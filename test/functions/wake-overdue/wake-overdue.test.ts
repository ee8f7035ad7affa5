import { expect, it } from "vitest";
import { wakeOverdue } from "../../../functions/wake-overdue/wake-overdue.ts";
import { BrandId, mentionId } from "../../../shared/complaint/ids.ts";
import type { DomainEvent } from "../../../shared/events/define-event.ts";
import { MentionCollected } from "../../../shared/events/mention-collected.ts";
import type { Overdue } from "../../../shared/ports/due-store.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const collected = (n: number) =>
  MentionCollected.make(
    { brand: BrandId.parse("shop"), occurredAt: NOW, key: `x:${n}:0` },
    { mentionId: mentionId("x", String(n)), revision: 0 },
  );
const sleeper = (ref: string, event: Overdue["event"]): Overdue => ({ ref, dueAt: NOW, woken: 0, event });

function world(sleeping: readonly (readonly Overdue[])[]) {
  const told: DomainEvent[] = [];
  const asleepAgain: string[] = [];
  const ports = {
    clock: { now: () => NOW },
    bus: {
      emit: async (events: readonly DomainEvent[]) => {
        told.push(...events);
      },
    },
    due: {
      shards: sleeping.length,
      overdue: async (shard: number) => sleeping[shard] ?? [],
      pushBack: async (item: Overdue, to: string) => {
        asleepAgain.push(`${item.ref} ${to}`);
      },
    },
  };
  return { ports, told, asleepAgain };
}

it.each([
  { when: "names an event that does not exist", event: { detailType: "weather-changed.v1", detail: {} } },
  { when: "breaks its contract", event: { detailType: MentionCollected.detailType, detail: { meta: {} } } },
  { when: "holds nothing", event: { detailType: MentionCollected.detailType, detail: undefined } },
])("a sleeper that $when holds up none of the others", async ({ event }) => {
  const { ports, told, asleepAgain } = world([
    [sleeper("first", collected(1)), sleeper("bad", event), sleeper("second", collected(2))],
    [sleeper("third", collected(3))],
  ]);
  await wakeOverdue(ports);
  expect(told).toEqual([collected(1), collected(2), collected(3)]);
  expect(asleepAgain).toEqual(
    ["first", "bad", "second", "third"].map((ref) => `${ref} 2026-03-02T09:01:00.000Z`),
  );
});

it("rings what nobody can help ever more seldom, up to about an hour", async () => {
  const { ports, asleepAgain } = world([
    [0, 1, 3, 50].map((woken) => ({ ...sleeper(`w${woken}`, collected(1)), woken })),
  ]);
  await wakeOverdue(ports);
  expect(asleepAgain).toEqual([
    "w0 2026-03-02T09:01:00.000Z",
    "w1 2026-03-02T09:02:00.000Z",
    "w3 2026-03-02T09:08:00.000Z",
    "w50 2026-03-02T10:04:00.000Z",
  ]);
});
