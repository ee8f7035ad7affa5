import { expect, it } from "vitest";
import { apiMeter } from "../../shared/adapters/api-meter.ts";
import { BrandId } from "../../shared/complaint/ids.ts";
import type { AllowanceStore, ApiAllowance } from "../../shared/ports/collecting.ts";
import { testClock } from "../support/collecting.ts";

const brand = BrandId.parse("shop");
function world() {
  const kept = new Map<string, ApiAllowance>();
  const store: AllowanceStore = {
    allowance: async (_brand, _channel, bucket) => kept.get(bucket),
    noteAllowance: async (_brand, _channel, allowance) => void kept.set(allowance.bucket, allowance),
  };
  const clock = testClock();
  const meter = () => apiMeter({ brand, channel: "x", allowances: store, clock });
  return { kept, clock, meter };
}

it("keeps the door closed for every function until the platform's own time", async () => {
  const { meter, clock } = world();
  const [collector, publisher] = [meter(), meter()];
  await collector.note({ bucket: "post", used: 1, throttledUntil: "2026-03-02T09:10:00.000Z" });
  expect(await publisher.closedUntil(["post"])).toBe("2026-03-02T09:10:00.000Z");
  clock.forward(10 * 60_000);
  expect(await publisher.closedUntil(["post"])).toBeUndefined();
});

it("hears within seconds that another function was throttled", async () => {
  const { meter, clock } = world();
  const [collector, publisher] = [meter(), meter()];
  expect(await publisher.closedUntil(["post"])).toBeUndefined();
  await collector.note({ bucket: "post", used: 1, throttledUntil: "2026-03-02T09:10:00.000Z" });
  clock.forward(10_000);
  expect(await publisher.closedUntil(["post"])).toBe("2026-03-02T09:10:00.000Z");
});

it("is not opened by an answer that was under way when the door closed", async () => {
  const { meter } = world();
  const one = meter();
  await one.note({ bucket: "post", used: 1, throttledUntil: "2026-03-02T09:10:00.000Z" });
  await one.note({ bucket: "post", used: 0.5 });
  expect(await one.closedUntil(["post"])).toBe("2026-03-02T09:10:00.000Z");
});

it("counts the fullest of the families, and none whose window is over", async () => {
  const { meter, clock } = world();
  const one = meter();
  await one.note({ bucket: "app", used: 0.3, resetsAt: "2026-03-02T10:00:00.000Z" });
  await one.note({ bucket: "pages", used: 0.9, resetsAt: "2026-03-02T09:05:00.000Z" });
  expect(await one.used(["app", "pages"])).toBe(0.9);
  clock.forward(6 * 60_000);
  expect(await one.used(["app", "pages"])).toBe(0.3);
});
