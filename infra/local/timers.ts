import type { BrandFile } from "../../shared/complaint/playbook.ts";
import { type PipelineRow, pipeline } from "../pipeline.ts";

export type ScheduledHandler = (event: unknown) => Promise<void>;

/** One schedule: what the Scheduler calls in the cloud, and with what. */
export type Schedule = { readonly row: PipelineRow; readonly input: unknown };

/** The schedules of these brands, from the pipeline table. */
export const schedulesOf = (brands: readonly BrandFile[]): readonly Schedule[] =>
  pipeline.flatMap((row) => {
    if (row.trigger.kind !== "schedule") return [];
    const channel = row.trigger.perBrandWith;
    if (channel === undefined) return [{ row, input: {} }];
    return brands
      .filter((brand) => brand.account.channels[channel] !== undefined)
      .map((brand) => ({ row, input: { brand: brand.brand } }));
  });

/** Calls each schedule's handler again and again, the next call after the last has ended. */
export function startTimers(
  schedules: readonly Schedule[],
  handlerOf: (row: PipelineRow) => ScheduledHandler,
  everyMs: (row: PipelineRow) => number,
  onFailure: (row: PipelineRow, error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const tick = (schedule: Schedule): void => {
    const work = handlerOf(schedule.row)(schedule.input)
      .catch((error: unknown) => onFailure(schedule.row, error))
      .finally(() => {
        running.delete(work);
        if (stopped) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          tick(schedule);
        }, everyMs(schedule.row));
        timers.add(timer);
      });
    running.add(work);
  };
  for (const schedule of schedules) tick(schedule);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(running);
    },
  };
}
