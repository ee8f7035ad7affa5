import type { BrandId, Channel, Instant } from "../complaint/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { AllowanceStore, ApiAllowance } from "../ports/collecting.ts";
import { later } from "../runtime/clock.ts";

/** Above this share of an allowance we slow down, so that sending still has room. */
export const SLOW_ABOVE = 0.8;
/** Another function may have been throttled meanwhile: what was read is believed this long. */
const BELIEVE_MS = 10_000;

/** What one account may still call, shared with the other functions through the store. */
export type ApiMeter = {
  /** Until when none of these may be called; undefined: go on. */
  closedUntil(buckets: readonly string[]): Promise<Instant | undefined>;
  /** The largest share used among them, 0 to 1; a reset that has passed counts as unused. */
  used(buckets: readonly string[]): Promise<number>;
  note(allowance: Omit<ApiAllowance, "seenAt">): Promise<void>;
};

export function apiMeter(options: {
  brand: BrandId;
  channel: Channel;
  allowances: AllowanceStore;
  clock: Clock;
}): ApiMeter {
  const { brand, channel, allowances, clock } = options;
  const known = new Map<string, { allowance: ApiAllowance | undefined; readAt: Instant }>();

  const read = async (bucket: string): Promise<ApiAllowance | undefined> => {
    const now = clock.now();
    const before = known.get(bucket);
    if (before !== undefined && now < later(before.readAt, BELIEVE_MS)) return before.allowance;
    const allowance = await allowances.allowance(brand, channel, bucket);
    known.set(bucket, { allowance, readAt: now });
    return allowance;
  };
  return {
    async closedUntil(buckets) {
      const all = await Promise.all(buckets.map(read));
      const now = clock.now();
      return all
        .flatMap((one) => one?.throttledUntil ?? [])
        .filter((until) => until > now)
        .sort()
        .at(-1);
    },
    async used(buckets) {
      const all = await Promise.all(buckets.map(read));
      const now = clock.now();
      return Math.max(
        0,
        ...all.map((one) => (one === undefined || (one.resetsAt ?? now) < now ? 0 : one.used)),
      );
    },
    async note(said) {
      const now = clock.now();
      const before = await read(said.bucket);
      // An answer that was on its way when another call was throttled does not open the door again.
      const closed = [before?.throttledUntil, said.throttledUntil]
        .flatMap((until) => until ?? [])
        .filter((until) => until > now)
        .sort()
        .at(-1);
      const { throttledUntil: _, ...rest } = said;
      const allowance = { ...rest, seenAt: now, ...(closed === undefined ? {} : { throttledUntil: closed }) };
      known.set(said.bucket, { allowance, readAt: now });
      await allowances.noteAllowance(brand, channel, allowance);
    },
  };
}
